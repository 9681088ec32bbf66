// What is known of an entity that may tell it from another: its pages, identifiers, dates and offices, as far as the view keeps them.
import type { EntityKind } from '../domain/entity.js';
import type { EntityId } from '../domain/ids.js';
import type { ClaimRecord } from '../graph/records.js';
import type { Reading } from './reading.js';

/** The predicate of identifiers; its qualifier `scheme` names who gave one out. */
export const IDENTIFIED_BY = 'identified_by';
/** At an entity with more claims than this only those with a value are looked at, which is where identifiers and dates are. */
const MOST_CLAIMS = 5_000;
const WIKIDATA = /^https?:\/\/(?:www\.|m\.)?wikidata\.org\/(?:wiki|entity)\/(?:Special:EntityPage\/)?(Q\d+)/i;

export interface Identifier {
  /** Empty where nobody said who gave it out. */
  readonly scheme: string;
  readonly value: string;
}

export interface IdentityProfile {
  readonly kind: EntityKind | undefined;
  readonly label: string;
  /** Addresses of pages; an item of Wikidata is an identifier instead, since it has one page only. */
  readonly pages: readonly string[];
  readonly identifiers: readonly Identifier[];
  /** Claims that give a date of which there is one, such as birth. */
  readonly dates: readonly ClaimRecord[];
  /** Claims that give an office, or a tie to a body. */
  readonly offices: readonly ClaimRecord[];
}

export function profileOf(reading: Reading, id: EntityId): IdentityProfile {
  const { graph, joined, lens } = reading;
  const records = joined.recordsOf(id);
  const addresses = [...new Set(records.flatMap(({ entity }) => entity.sameAs))];
  const own = claimsWith(reading, id).filter(
    record => lens.identities.areOne(record.claim.subject, id) && isKept(reading, record),
  );
  const rule = ({ claim }: ClaimRecord) => graph.vocabulary.predicateOrPlain(claim.predicate);
  return {
    kind: records[0]?.entity.kind,
    label: graph.labelOf(id),
    pages: addresses.filter(address => itemAt(address) === null),
    identifiers: [
      ...addresses.flatMap(address => itemAt(address) ?? []),
      ...own.flatMap(record => identifierIn(record) ?? []),
    ],
    dates: own.filter(record => rule(record).valueType === 'DATE' && rule(record).oneAtATime),
    offices: own.filter(record => {
      const { dependence, objectKinds } = rule(record);
      return record.claim.object !== undefined && (dependence || objectKinds.includes('ROLE'));
    }),
  };
}

/** The item of Wikidata at an address, however it is written; null for any other address. */
export function itemAt(address: string): Identifier | null {
  const item = WIKIDATA.exec(address)?.[1];
  return item === undefined ? null : { scheme: 'wikidata', value: item.toUpperCase() };
}

/** The identifier that a claim gives; null where it gives none. */
export function identifierIn({ claim }: ClaimRecord): Identifier | null {
  const { predicate, value, qualifiers } = claim;
  if (predicate !== IDENTIFIED_BY || value === undefined || !('text' in value)) return null;
  const scheme = qualifiers.find(({ name }) => name === 'scheme')?.value ?? '';
  return {
    scheme: scheme.toLowerCase(),
    value: scheme === 'wikidata' ? value.text.toUpperCase() : value.text,
  };
}

/** Whether a claim counts: the view keeps it, somebody affirms it, and no other was put in its place. */
export const isKept = (reading: Reading, record: ClaimRecord): boolean =>
  reading.accepts(record) &&
  reading.lens.since(record.superseded) === null &&
  reading.evidence.chainsOf(record.claim.id, 'AFFIRMS').any;

function claimsWith({ graph, joined, lens }: Reading, id: EntityId): readonly ClaimRecord[] {
  if (joined.degreeOf(id) <= MOST_CLAIMS) return joined.claimsAbout(id);
  return lens.identities.membersOf(id).flatMap(member => graph.mentionsOf(member));
}
