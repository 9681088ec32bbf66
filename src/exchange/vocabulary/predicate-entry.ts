// One predicate of a vocabulary file: from the words people write to a `Predicate`, reporting what does not fit.
import { VALUE_TYPES, type ValueType } from '../../domain/claim.js';
import { ENTITY_KINDS, type EntityKind } from '../../domain/entity.js';
import type { Predicate } from '../../domain/vocabulary.js';

/** Reports a problem with a key of the entry, or with the whole entry. */
export type ReportEntry = (message: string, key?: string) => void;

export const ACTOR_KINDS: readonly EntityKind[] = ['PERSON', 'ORGANIZATION', 'STATE'];

const READS = {
  label: 'text',
  inverse: 'text',
  subject: 'kinds',
  object: 'kinds',
  value: 'text',
  sentence: 'text',
  one_at_a_time: 'true or false',
  seats: 'a whole number',
  symmetric: 'true or false',
  opposite: 'text',
  dependence: 'true or false',
  note: 'text',
} as const;

const FITS: { readonly [wanted in (typeof READS)[keyof typeof READS]]: (value: unknown) => boolean } = {
  text: value => typeof value === 'string' && value.trim() !== '',
  kinds: value => Array.isArray(value) && value.length > 0 && value.every(kind => typeof kind === 'string'),
  'true or false': value => typeof value === 'boolean',
  'a whole number': value => Number.isSafeInteger(value),
};

type Entry = { readonly [key in keyof typeof READS]?: unknown };

/** The predicate an entry describes. Where something is reported the result is a best guess, good for further checks. */
export function readPredicateEntry(id: string, raw: unknown, report: ReportEntry): Predicate {
  if (!/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/.test(id) || id.length > 60) {
    report(`"${id.slice(0, 60)}" is no id for a predicate: lower-case words joined by _.`);
  }
  const entry = fittingMembers(raw, report);
  const text = (key: 'label' | 'inverse' | 'opposite' | 'note'): string | undefined =>
    typeof entry[key] === 'string' ? entry[key].trim() : undefined;
  const valueType = readValueType(entry, report);
  const [inverseLabel, opposite, note] = [text('inverse'), text('opposite'), text('note')];
  return {
    id,
    label: text('label') ?? missing('label', '', report),
    subjectKinds: readKinds(entry, 'subject', report),
    objectKinds: valueType === undefined ? readKinds(entry, 'object', report) : [],
    sentence: readSentence(entry, report),
    oneAtATime: entry.one_at_a_time === true,
    symmetric: entry.symmetric === true,
    dependence: entry.dependence === true,
    ...(inverseLabel === undefined ? {} : { inverseLabel }),
    ...(valueType === undefined ? {} : { valueType }),
    ...(typeof entry.seats === 'number' ? { seats: entry.seats } : {}),
    ...(opposite === undefined ? {} : { opposite }),
    ...(note === undefined ? {} : { note }),
  };
}

/** The members that have a known key and the right form; the others are reported. */
function fittingMembers(raw: unknown, report: ReportEntry): Entry {
  if (raw === null || typeof raw !== 'object' || Array.isArray(raw)) {
    report('A predicate is a map of label, subject, object and so on.');
    return {};
  }
  const fitting = Object.entries(raw).filter(([key, value]) => {
    const wanted = Object.hasOwn(READS, key) ? READS[key as keyof typeof READS] : undefined;
    if (wanted === undefined)
      report(`Unknown key "${key}": a predicate has ${Object.keys(READS).join(', ')}.`, key);
    else if (!FITS[wanted](value))
      report(`\`${key}\` must be ${wanted === 'kinds' ? 'a list of kinds' : wanted}.`, key);
    return wanted !== undefined && FITS[wanted](value);
  });
  return Object.fromEntries(fitting);
}

function missing<T>(key: string, guess: T, report: ReportEntry): T {
  report(`\`${key}\` is missing: every predicate needs it.`);
  return guess;
}

function readKinds(entry: Entry, key: 'subject' | 'object', report: ReportEntry): readonly EntityKind[] {
  const given = entry[key];
  if (given === undefined) return missing(key, [], report);
  const kinds = (given as string[]).flatMap(kind => (kind === 'ACTOR' ? ACTOR_KINDS : [kind as EntityKind]));
  for (const kind of kinds.filter(kind => !ENTITY_KINDS.includes(kind))) {
    report(
      `Unknown kind "${kind}": there are ${ENTITY_KINDS.join(', ')}, and ACTOR for the first three.`,
      key,
    );
  }
  return ENTITY_KINDS.filter(kind => kinds.includes(kind));
}

function readValueType(entry: Entry, report: ReportEntry): ValueType | undefined {
  if (entry.value === undefined) return undefined;
  if (entry.object !== undefined) report('Give `object` or `value`, not both.', 'value');
  const type = VALUE_TYPES.find(name => name.toLowerCase() === entry.value);
  if (type) return type;
  report(`Unknown value type: there are text, number, date and duration.`, 'value');
  return 'TEXT';
}

function readSentence(entry: Entry, report: ReportEntry): string {
  if (typeof entry.sentence !== 'string') return missing('sentence', '', report);
  const always = entry.sentence.replace(/\[[^\]]*\]/g, '');
  for (const name of ['{subject}', '{object}']) {
    if (!always.includes(name)) report(`The sentence lacks ${name} outside of brackets.`, 'sentence');
  }
  return entry.sentence.trim();
}
