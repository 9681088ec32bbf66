// What is known of an entity that can tell it from another: pages, identifiers, dates and offices.
import type { EntityKind } from '../../domain/entity.js';
import type { EntityId, PredicateId } from '../../domain/ids.js';
import { readTimeSpan, type TimeSpan } from '../../domain/time-span.js';
import { fileLast } from '../../graph/records/filed-lists.js';
import type { ClaimRecord } from '../../graph/records/records.js';
import type { Resumable } from '../../graph/work/resumable.js';
import { Spans } from '../slots/intervals.js';
import type { ViewedGraph } from '../viewed-graph.js';

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
  readonly pages: ReadonlySet<string>;
  /** Values by the scheme that they are of. */
  readonly identifiers: ReadonlyMap<string, ReadonlySet<string>>;
  /** Claims that give a date of which there is one, such as birth, by their predicates. */
  readonly dates: ReadonlyMap<PredicateId, Spells>;
  /** Claims that give an office, or a tie to a body: by predicate and body, whichever of those that are one stands for it. */
  readonly offices: ReadonlyMap<string, Spells>;
}

/** Claims of one kind, oldest first, and when they are said to hold, or what dates they give. */
export interface Spells {
  readonly claims: readonly ClaimRecord[];
  readonly times: Spans;
}

/** A step for each claim looked at. */
export function* profileOf(viewed: ViewedGraph, id: EntityId): Resumable<IdentityProfile> {
  const { graph, joined, lens } = viewed;
  const records = joined.recordsOf(id);
  const identifiers = new Map<string, Set<string>>();
  const dates = new Map<string, ClaimRecord[]>();
  const offices = new Map<string, ClaimRecord[]>();
  const identify = ({ scheme, value }: Identifier): unknown => fileIn(identifiers, scheme).add(value);
  const pages = new Set<string>();
  for (const address of records.flatMap(({ entity }) => entity.sameAs)) {
    const item = itemAt(address);
    if (item) identify(item);
    else pages.add(address);
  }
  for (const record of claimsWith(viewed, id)) {
    yield 1;
    const { predicate, subject, object } = record.claim;
    if (!lens.identities.areOne(subject, id) || !(yield* isKept(viewed, record))) continue;
    const identifier = identifierIn(record);
    if (identifier) identify(identifier);
    const { valueType, oneAtATime, dependence, objectKinds } = graph.vocabulary.predicateOrPlain(predicate);
    if (valueType === 'DATE' && oneAtATime) fileLast(dates, predicate, record);
    if (object !== undefined && (dependence || objectKinds.includes('ROLE'))) {
      fileLast(offices, `${predicate} ${lens.identities.homeOf(object)}`, record);
    }
  }
  return {
    kind: records[0]?.entity.kind,
    label: graph.labelOf(id),
    pages,
    identifiers,
    dates: yield* spellsOf(dates, dateOf),
    offices: yield* spellsOf(offices, ({ span }) => span),
  };
}

function fileIn(lists: Map<string, Set<string>>, key: string): Set<string> {
  const known = lists.get(key) ?? new Set<string>();
  lists.set(key, known);
  return known;
}

function* spellsOf(
  lists: ReadonlyMap<string, readonly ClaimRecord[]>,
  timeOf: (record: ClaimRecord) => TimeSpan,
): Resumable<ReadonlyMap<string, Spells>> {
  const spells = new Map<string, Spells>();
  for (const [key, claims] of lists) {
    yield claims.length;
    spells.set(key, { claims, times: new Spans(claims.map(timeOf)) });
  }
  return spells;
}

/** The date that a claim gives. */
export const dateOf = ({ claim: { value } }: ClaimRecord): TimeSpan =>
  readTimeSpan(value && 'text' in value ? value.text : undefined);

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
export function* isKept(viewed: ViewedGraph, record: ClaimRecord): Resumable<boolean> {
  if (viewed.lens.since(record.superseded) !== null || !(yield* viewed.acceptable(record))) return false;
  return (yield* viewed.evidence.workOutChains(record.claim.id, 'AFFIRMS')).any;
}

function claimsWith({ graph, joined, lens }: ViewedGraph, id: EntityId): readonly ClaimRecord[] {
  if (joined.degreeOf(id) <= MOST_CLAIMS) return joined.claimsAbout(id);
  return lens.identities.membersOf(id).flatMap(member => graph.mentionsOf(member));
}
