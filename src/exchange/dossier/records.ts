// The parts of a dossier as they are written: from records of the graph to plain data in the shape of the schema.
import { attestationId, type Quote } from '../../domain/attestation.js';
import { isPartlyRedacted, type Qualifier } from '../../domain/claim.js';
import { scriptOf, type Entity } from '../../domain/entity.js';
import { sourceId } from '../../domain/source.js';
import type {
  AttestationRecord,
  ClaimRecord,
  EntityRecord,
  Judgement,
  NameRecord,
  SourceRecord,
} from '../../graph/records/records.js';
import type { DossierContent } from './content.js';
import { dossierEntityId } from './references.js';
import type {
  DossierAttestation,
  DossierClaim,
  DossierEntity,
  DossierJudgement,
  DossierQualifier,
  DossierSource,
} from './shape.js';

const RECORDED = 'who recorded it, and when';

export function entityPart(content: DossierContent, record: EntityRecord): DossierEntity {
  const { world, lose } = content;
  const { id, kind, label, description, sameAs, provisional } = record.entity;
  const key = content.entityKey(id);
  const { lens } = world.viewed;
  const names = namesOf(content, record);
  const grade = lens.latest(record.grades);
  lose(RECORDED);
  if (record.grades.filter(one => lens.knows(one)).length > 1) lose('earlier grade of a party');
  return {
    ...(dossierEntityId(content.id, key) === id ? {} : { id }),
    kind,
    label,
    ...(names.length === 0 ? {} : { names }),
    ...(description === undefined ? {} : { description }),
    ...(sameAs.length === 0 ? {} : { sameAs }),
    ...(provisional ? { provisional } : {}),
    ...(grade === null ? {} : { grade: pick(grade, ['reliability', 'reason']) }),
  };
}

/** The label alone, in the script that is seen, needs no name, unless another name has the same words. */
function namesOf(content: DossierContent, record: EntityRecord): NonNullable<DossierEntity['names']> {
  const names = content.world.namesOf(record).map((name, index) => namePart(content, record, name, index));
  const [first, ...others] = names;
  const { label } = record.entity;
  const isPlain = first?.text === label && Object.keys(first).length === 1;
  return isPlain && others.every(({ text }) => text !== label) ? others : names;
}

function namePart(content: DossierContent, { entity }: EntityRecord, name: NameRecord, index: number) {
  const { text, kind, language, script, source } = name;
  const isPrimary = index === 0 && text === entity.label;
  const isUsual = script === undefined || script === scriptOf(text);
  const canBeWritten = /^[A-Z][a-z]{3}$/.test(script ?? 'Latn');
  if (!canBeWritten) content.lose('script of a name');
  if (isPrimary && source !== undefined) content.lose('source in which a primary name was met');
  return {
    text,
    ...(language === undefined ? {} : { language }),
    ...(isUsual || !canBeWritten ? {} : { script }),
    ...(kind === 'ALIAS' || isPrimary ? {} : { kind }),
    ...(isPrimary || source === undefined ? {} : { source: content.sourceKey(source) }),
  };
}

export function sourcePart(content: DossierContent, record: SourceRecord): DossierSource {
  const { id, party, textFile, ...described } = record.source;
  const canBeWritten = textFile === undefined || /^[^/\\]{1,255}$/.test(textFile);
  content.lose(RECORDED);
  if (!canBeWritten) content.lose('file name of a text');
  if (sourceId(record.source) !== id)
    content.lose('id of a source, which was made from words redacted since');
  return {
    ...described,
    ...(party === undefined ? {} : { party: content.entityKey(party) }),
    ...(textFile === undefined || !canBeWritten ? {} : { textFile }),
    held: content.world.viewed.lens.holds(record),
  };
}

export function claimPart(content: DossierContent, record: ClaimRecord): DossierClaim {
  const { claim } = record;
  const { lens } = content.world.viewed;
  const [superseded, withdrawn] = [lens.since(record.superseded), lens.since(record.withdrawn)];
  const key = content.claimKey(claim.id);
  const by = superseded && content.claimKey(superseded.by);
  content.lose(RECORDED);
  if (isPartlyRedacted(claim)) content.lose('id of a claim, which was made from words redacted since');
  return {
    ...(key === undefined ? {} : { key }),
    subject: content.entityKey(claim.subject),
    predicate: claim.predicate,
    ...objectPart(content, record),
    ...(claim.validTime === undefined ? {} : { validTime: claim.validTime }),
    ...(claim.qualifiers.length === 0 ? {} : { qualifiers: qualifiersPart(content, claim.qualifiers) }),
    ...(superseded && by ? { superseded: { by, reason: superseded.reason } } : {}),
    ...(withdrawn ? { withdrawn: withdrawn.reason } : {}),
    ...attestationsPart(content, record),
  };
}

function objectPart(
  content: DossierContent,
  { claim: { object, value } }: ClaimRecord,
): Pick<DossierClaim, 'object' | 'value' | 'unknown'> {
  if (object !== undefined) return { object: content.entityKey(object) };
  if (value === undefined) return {};
  return 'text' in value ? { value: value.text } : { unknown: value.type };
}

function qualifiersPart(
  content: DossierContent,
  qualifiers: readonly Qualifier[],
): Record<string, DossierQualifier | DossierQualifier[]> {
  const byName = new Map<string, DossierQualifier[]>();
  for (const { name, entity, value = '' } of qualifiers) {
    const detail = entity === undefined ? { value } : content.entityKey(entity);
    byName.set(name, [...(byName.get(name) ?? []), detail]);
  }
  return Object.fromEntries(
    [...byName].map(([name, [first, ...more]]) => [
      name,
      first === undefined || more.length > 0 ? [first ?? '', ...more] : first,
    ]),
  );
}

function attestationsPart(
  content: DossierContent,
  claim: ClaimRecord,
): { attestations?: readonly DossierAttestation[] } {
  const records = content.attestationsOf(claim);
  const places = new Map(records.map(({ attestation }, place) => [attestation.id, place + 1]));
  const keysOf = (ids: readonly string[]) => ids.map(id => places.get(id) ?? 0).sort((a, b) => a - b);
  const { lens } = content.world.viewed;
  const lineages = records.map(record => ({ first: record.attestation, last: lens.lineageOf(record) }));
  const relayed = new Set(lineages.flatMap(({ first, last }) => keysOf([...first.relays, ...last.relays])));
  const attestations = records.map((record, nth): DossierAttestation => {
    const { first, last = first } = lineages[nth] ?? { first: record.attestation };
    const differs = first.lineage !== last.lineage || first.relays.join() !== last.relays.join();
    const keys = (ids: readonly string[]) => keysOf(ids).map(place => `a${place}`);
    const { source, ...said } = attestationPart(content, record);
    return {
      ...(relayed.has(nth + 1) ? { key: `a${nth + 1}` } : {}),
      source,
      ...(first.lineage === 'OWN' ? { own: true } : {}),
      ...(first.lineage === 'RELAYED' ? { relays: keys(first.relays) } : {}),
      ...(differs && {
        noted: { lineage: last.lineage, ...(last.relays.length > 0 && { relays: keys(last.relays) }) },
      }),
      ...said,
    };
  });
  return attestations.length === 0 ? {} : { attestations };
}

function attestationPart(content: DossierContent, record: AttestationRecord): DossierAttestation {
  const { attestation } = record;
  const { lens } = content.world.viewed;
  const { polarity, certainty, quote } = attestation;
  const withdrawn = lens.since(record.withdrawn);
  const earlier = earlierOf(record);
  content.lose(RECORDED);
  if (earlier === null) content.lose('id of an attestation, which was made from words redacted since');
  if (record.lineages.filter(note => lens.knows(note)).length > 2)
    content.lose('earlier lineage of an attestation');
  return {
    source: content.sourceKey(attestation.source),
    ...(polarity === 'AFFIRMS' ? {} : { polarity }),
    ...(certainty === 'CERTAIN' ? {} : { certainty }),
    ...pick(attestation, ['wording', 'locator', 'credibility']),
    ...(quote === undefined ? {} : { quote: quotePart(content, quote) }),
    ...(earlier ? { earlier } : {}),
    ...(withdrawn ? { withdrawn: withdrawn.reason } : {}),
  };
}

const MOST_TIMES = 1000;

/** How many of the same key came before it, told by its id; null where none gives its id. */
function earlierOf({ attestation }: AttestationRecord): number | null {
  for (let earlier = 0; earlier <= MOST_TIMES; earlier += 1) {
    if (attestationId(attestation, earlier) === attestation.id) return earlier;
  }
  return null;
}

function quotePart({ lose }: DossierContent, { prefix, suffix, start, end, ...quote }: Quote): Quote {
  const placed = start !== undefined && end !== undefined && quote.paragraph !== undefined;
  if (start !== undefined && !placed) lose('place of a quote in no paragraph');
  return {
    ...quote,
    ...(prefix ? { prefix } : {}),
    ...(suffix ? { suffix } : {}),
    ...(placed ? { start, end } : {}),
  };
}

/** The last judgement on each two entities of the dossier, in the order they were made. */
export function judgementParts(content: DossierContent): DossierJudgement[] {
  const { lens } = content.world.viewed;
  const shown = new Map(content.entities.map((record, age) => [record.entity.id, age]));
  return content.entities
    .flatMap(({ entity, judgements }, age) => {
      const known = judgements.filter(one => lens.knows(one) && (shown.get(one.other) ?? -1) > age);
      const last = new Map(known.map(one => [one.other, one]));
      for (let more = known.length - last.size; more > 0; more -= 1)
        content.lose('earlier judgement of identity');
      return [...last.values()].filter(one => isStill(content, entity, one)).map(one => ({ entity, one }));
    })
    .sort((a, b) => a.one.recorded.seq - b.one.recorded.seq)
    .map(({ entity, one }) => ({
      a: content.entityKey(entity.id),
      b: content.entityKey(one.other),
      ...pick(one, ['judgement', 'reason']),
    }));
}

/** Two that were judged one, of which one turned out to be of another kind: that would be refused. */
function isStill(
  { world, lose }: DossierContent,
  { kind }: Entity,
  { other, judgement }: Judgement,
): boolean {
  const fits = judgement !== 'SAME' || world.graph.findEntity(other)?.entity.kind === kind;
  if (!fits) lose('judgement that two entities are one, which turned out to be of different kinds');
  return fits;
}

/** Some members of a record, those that are there. */
function pick<R extends object, K extends keyof R>(record: R, members: readonly K[]): Pick<R, K> {
  return Object.fromEntries(
    members.flatMap(member => (record[member] === undefined ? [] : [[member, record[member]]])),
  ) as Pick<R, K>;
}
