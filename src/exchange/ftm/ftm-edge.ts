// From a record that ties two others, or says a value of one, to claims with valid time and qualifiers.
import type { Qualifier } from '../../domain/claim.js';
import { InvalidInput } from '../../domain/refusal.js';
import type { RecordDraft } from '../import/record-draft.js';
import type { FtmContext, FtmKnown } from './ftm-index.js';
import { recordsBySayer, REFERENT, SCHEMA, textsOf, type FtmRecord } from './ftm-record.js';
import type { EdgeSchema, ValueSchema } from './ftm-schema.js';
import { saysOf } from './ftm-sources.js';
import { validTime } from './ftm-time.js';

const MOST_CLAIMS = 1000;

/** @throws InvalidInput where an end is missing or not in the file. */
export function edgeClaims(
  record: FtmRecord,
  edge: EdgeSchema,
  context: FtmContext,
  draft: RecordDraft,
): void {
  const ends = { source: ids(record, edge.source), target: ids(record, edge.target) };
  forEachSayer(record, [edge.source, edge.target], context, draft, (part, says) => {
    const sources = endsOf(part, edge.source, ends.source, record, context);
    const targets = endsOf(part, edge.target, ends.target, record, context);
    if (sources.length * targets.length > MOST_CLAIMS) {
      throw new InvalidInput(`${named(record)} makes more than ${MOST_CLAIMS} claims: split it.`);
    }
    const rest = {
      ...validTime(part, draft),
      qualifiers: qualifiersOf(part, [edge.source, edge.target], edge.renamed ?? {}, context, draft),
    };
    for (const source of sources) {
      for (const target of targets) {
        const found = edge.predicates.find(({ id, turned = false }) =>
          turned ? draft.joins(id, target.kind, source.kind) : draft.joins(id, source.kind, target.kind),
        );
        const [subject, object] = found?.turned === true ? [target, source] : [source, target];
        const made = { subject: subject.id, object: object.id, ...rest };
        if (found) draft.claim({ ...made, predicate: found.id }, says);
        else
          draft.claim(
            { ...made, predicate: 'related_to', qualifiers: related(record.schema, rest.qualifiers) },
            says,
          );
      }
    }
  });
}

/** @throws InvalidInput where the subject is missing or not in the file. */
export function valueClaims(
  record: FtmRecord,
  schema: ValueSchema,
  context: FtmContext,
  draft: RecordDraft,
): void {
  const subjects = ids(record, schema.subject);
  forEachSayer(record, [schema.subject], context, draft, (part, says) => {
    const property = schema.values.find(one => textsOf(part, one).length > 0);
    const values = property === undefined ? [undefined] : textsOf(part, property);
    const given = qualifiersOf(part, [schema.subject, property ?? ''], schema.renamed ?? {}, context, draft);
    const usual = Object.entries(schema.qualifiers)
      .filter(([name]) => !given.some(qualifier => qualifier.name === name))
      .map(([name, value]) => ({ name, value }));
    for (const subject of endsOf(part, schema.subject, subjects, record, context)) {
      for (const value of values) {
        draft.claim(
          {
            subject: subject.id,
            predicate: schema.predicate,
            ...(value === undefined ? { unknown: 'SOME_VALUE' as const } : { value }),
            ...validTime(part, draft),
            qualifiers: [...usual, ...given],
          },
          says,
        );
      }
    }
  });
}

/** A data set that names none of the ends says nothing by itself. */
function forEachSayer(
  record: FtmRecord,
  ends: readonly string[],
  { index }: FtmContext,
  draft: RecordDraft,
  make: (part: FtmRecord, says: ReturnType<typeof saysOf>) => void,
): void {
  for (const what of record.lost) draft.lose(what);
  let made = 0;
  for (const part of recordsBySayer(record).values()) {
    if (!ends.some(end => textsOf(part, end).length > 0)) {
      draft.lose(`what a data set says of a ${record.schema} without its ends`);
      continue;
    }
    make(part, saysOf(part, part.values[0]?.said ?? [], index, draft));
    made += 1;
  }
  if (made === 0) throw missing(record, ends[0] ?? '');
}

const named = ({ schema, id }: FtmRecord): string => `${schema.slice(0, 40)} "${id.slice(0, 80)}"`;

const missing = (record: FtmRecord, end: string): InvalidInput =>
  new InvalidInput(
    `${named(record)} has no \`${end}\`: fill it in. Of statements, all of a record must stand together.`,
  );

const ids = (record: FtmRecord, end: string): readonly string[] => textsOf(record, end);

/** Those that the data set names itself, else those that the others name. */
function endsOf(
  part: FtmRecord,
  end: string,
  all: readonly string[],
  record: FtmRecord,
  { index }: FtmContext,
): readonly FtmKnown[] {
  const own = ids(part, end);
  const wanted = own.length > 0 ? own : all;
  if (wanted.length === 0) throw missing(record, end);
  return wanted.map(id => {
    const known = index.findEntity(id);
    if (known) return known;
    throw new InvalidInput(
      `${named(record)} names as its ${end} "${id.slice(0, 80)}", which is neither in this file nor in the graph: import it first, or both in one file.`,
    );
  });
}

const related = (schema: string, qualifiers: readonly Qualifier[]): readonly Qualifier[] =>
  qualifiers.some(({ name }) => name === 'relation') || schema === 'UnknownLink'
    ? qualifiers
    : [...qualifiers, { name: 'relation', value: schema }];

const IN_VALID_TIME: readonly string[] = ['startDate', 'endDate'];

function qualifiersOf(
  part: FtmRecord,
  used: readonly string[],
  renamed: { readonly [property: string]: string },
  { meanings, index }: FtmContext,
  draft: RecordDraft,
): Qualifier[] {
  const isMoment = textsOf(part, 'startDate').length + textsOf(part, 'endDate').length === 0;
  const taken = new Set([...used, SCHEMA, REFERENT, ...IN_VALID_TIME, ...(isMoment ? ['date'] : [])]);
  return part.values.flatMap(({ property, text }): Qualifier[] => {
    const meaning = meanings.get(property);
    if (taken.has(property) || meaning?.is === 'SOURCE') return [];
    const what = `property "${property.slice(0, 60)}"`;
    const name = renamed[property] ?? qualifierName(property);
    const other = meaning?.is === 'REFERENCE' ? index.findEntity(text) : undefined;
    if (other) return [{ name, entity: other.id }];
    const value = meaning?.is === 'BOOKKEEPING' ? undefined : draft.text(text, 'note', what);
    if (value !== undefined && /^[a-z][a-z0-9_]{0,39}$/.test(name)) return [{ name, value }];
    draft.lose(what);
    return [];
  });
}

/** `sharesCount` is `shares_count` here. */
export const qualifierName = (property: string): string =>
  property.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`);
