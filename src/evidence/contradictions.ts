// Contradictions: never resolved, always shown. Five kinds, and what is none: one after the other in the same slot.
import type { ContradictionKind } from '../domain/view.js';
import type { SlotKind } from '../domain/slot.js';
import type { ClaimRecord } from '../graph/records.js';
import type { Evidence } from './claim-evidence.js';
import { concurrentGroups } from './intervals.js';
import { claimsIn, sharedSlots, slotsOfRecord, type SharedSlot } from './slots.js';

export interface Contradiction {
  readonly kind: ContradictionKind;
  /** In the order they were recorded; one claim where it is affirmed and denied. */
  readonly claims: readonly ClaimRecord[];
}

/** A name for a contradiction that stays the same as long as its claims do. */
export const contradictionKey = ({ kind, claims }: Contradiction): string =>
  [kind, ...claims.map(record => record.claim.id)].join(' ');

/** All contradictions that a claim is in. */
export const contradictionsOf = (evidence: Evidence, record: ClaimRecord): Contradiction[] => [
  ...denialsOf(evidence, record),
  ...slotsOfRecord(evidence, record)
    .flatMap(slot => contradictionsInSlot(evidence, slot))
    .filter(({ claims }) => claims.includes(record)),
];

/** All contradictions there are, each once; only claims that are denied or share a slot are looked at. */
export function* allContradictions(evidence: Evidence): Generator<Contradiction> {
  for (const id of evidence.graph.deniedClaims()) {
    const record = evidence.graph.findClaim(id);
    if (record) yield* denialsOf(evidence, record);
  }
  for (const slot of sharedSlots(evidence)) yield* contradictionsInSlot(evidence, slot);
}

/** A claim that is affirmed and denied: by different families, by one family, or both. What outlets pass on is not their own word. */
export function denialsOf(evidence: Evidence, record: ClaimRecord): Contradiction[] {
  if (!stands(evidence, record)) return [];
  const { affirming, denying, families } = evidence.of(record.claim.id);
  const yes = new Set(affirming.origins.map(node => families.of(node)));
  const no = new Set(denying.origins.map(node => families.of(node)));
  const kinds: ContradictionKind[] = [];
  if ([...yes].some(family => [...no].some(other => other !== family))) kinds.push('DENIAL');
  if ([...yes].some(family => no.has(family))) kinds.push('SELF_REVERSAL');
  return kinds.map(kind => ({ kind, claims: [record] }));
}

/** Contradictions among the claims of one slot that stand and that somebody affirms, or among some of these. */
export function contradictionsInSlot(
  evidence: Evidence,
  slot: SharedSlot,
  among: (record: ClaimRecord) => boolean = () => true,
): Contradiction[] {
  const affirmed = claimsIn(evidence, slot).filter(record => among(record) && isAffirmed(evidence, record));
  const [first] = affirmed;
  if (!first) return [];
  const room = roomIn(evidence, slot.kind, first);
  const holders = new Map(affirmed.map(record => [record, holderOf(evidence, record, slot.kind)]));
  const records = affirmed.filter(record => holders.get(record) !== null);
  const tooMany = (group: readonly ClaimRecord[]): boolean =>
    new Set(group.map(record => holders.get(record))).size > room;
  const dated = records.filter(record => record.span.known);
  const found = new Map<string, Contradiction>();
  const note = (kind: ContradictionKind, group: readonly ClaimRecord[]): void => {
    const contradiction = { kind, claims: [...group].sort((a, b) => a.recorded.seq - b.recorded.seq) };
    found.set(contradictionKey(contradiction), contradiction);
  };
  for (const group of concurrentGroups(dated, record => record.span)) {
    if (tooMany(group)) note(slot.kind === 'opposite' ? 'OPPOSITE' : 'SAME_SLOT', group);
  }
  if (dated.length === records.length) return [...found.values()];
  for (const group of concurrentGroups(records, record => record.span)) {
    if (tooMany(group) && group.some(record => !record.span.known)) note('UNDATED', group);
  }
  return [...found.values()];
}

/** Claims in the same slot that were true before this one, or after it: succession, nearest first. */
export function successionOf(
  evidence: Evidence,
  record: ClaimRecord,
): { before: readonly ClaimRecord[]; after: readonly ClaimRecord[] } {
  const inSlots = slotsOfRecord(evidence, record)
    .filter(slot => slot.kind !== 'opposite')
    .flatMap(slot => claimsIn(evidence, slot));
  const others = [...new Set(inSlots)].filter(other => other !== record && isAffirmed(evidence, other));
  return {
    before: others.filter(other => other.span.to < record.span.from).sort((a, b) => b.span.to - a.span.to),
    after: others.filter(other => other.span.from > record.span.to).sort((a, b) => a.span.from - b.span.from),
  };
}

/** Recorded by then, and neither withdrawn nor superseded. */
const stands = ({ lens }: Evidence, record: ClaimRecord): boolean =>
  lens.knows(record) && lens.since(record.withdrawn) === null && lens.since(record.superseded) === null;

const isAffirmed = (evidence: Evidence, record: ClaimRecord): boolean =>
  stands(evidence, record) && evidence.chainsOf(record.claim.id, 'AFFIRMS').any;

/** How many different holders a slot has room for at one time. */
const roomIn = ({ graph }: Evidence, kind: SlotKind, { claim }: ClaimRecord): number =>
  kind === 'seats' ? (graph.vocabulary.predicateOrPlain(claim.predicate).seats ?? 1) : 1;

/** What a claim puts into the slot; null where that is unknown, which contradicts nothing. */
function holderOf({ families }: Evidence, { claim }: ClaimRecord, kind: SlotKind): string | null {
  if (kind === 'opposite') return claim.predicate;
  if (kind === 'seats') return families.identityOf(claim.subject);
  if (claim.object !== undefined) return families.identityOf(claim.object);
  if (claim.value === undefined || claim.value.type === 'SOME_VALUE') return null;
  return claim.value.type === 'NO_VALUE' ? 'NO_VALUE' : `= ${claim.value.text}`;
}
