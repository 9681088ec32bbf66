// Finds contradictions (`docs/evidence.md`, section 5). They are shown and never resolved.
import type { ContradictionKind } from '../../domain/view.js';
import type { ClaimRecord } from '../../graph/records/records.js';
import { atOnce, type Resumable } from '../../graph/work/resumable.js';
import { bySeq } from '../../graph/walks/walk.js';
import type { Evidence } from './claim-evidence.js';
import { denialOf, type Contradiction } from '../slots/contradiction.js';
import { holderOf, placesOf, stands, tally, type Crowds, type Rivals } from '../slots/rivals.js';
import { isShared, sharedSlots, slotsOfRecord, type SharedSlot } from '../slots/slots.js';

export { contradictionKey, MOST_CLAIMS_LISTED, type Contradiction } from '../slots/contradiction.js';

/** Most groups of one kind listed of one slot, the earliest first; how many there are is told beside them. */
export const MOST_GROUPS_LISTED = 100;

/** Contradictions, and how many there are with those that are not listed. */
export interface ContradictionsFound {
  readonly contradictions: readonly Contradiction[];
  readonly count: number;
}

/** Which contradictions are looked for: those that fit all that is given. */
export interface ContradictionQuery {
  readonly kinds?: readonly ContradictionKind[] | null;
  /** Only those all of whose claims pass. */
  readonly keeps?: (record: ClaimRecord) => Resumable<boolean>;
}

/** All contradictions that a claim is in; of many in one slot the first. */
export const contradictionsOf = (evidence: Evidence, record: ClaimRecord): Contradiction[] => [
  ...atOnce(denialsOf(evidence, record)),
  ...slotsContestedBy(evidence, record).flatMap(slot => {
    const rivals = evidence.rivalsIn(slot);
    return rivals.crowds.flatMap(crowds => groupsWith(rivals, crowds, record));
  }),
];

/** How many contradictions a claim is in, with those that are not listed. */
export const contradictionCountOf = (evidence: Evidence, record: ClaimRecord): number =>
  slotsContestedBy(evidence, record)
    .flatMap(slot => evidence.rivalsIn(slot).crowds)
    .reduce(
      (count, crowds) => {
        const [first, end] = placesOf(crowds, record);
        return count + end - first;
      },
      atOnce(denialsOf(evidence, record)).length,
    );

/** Whether another claim stands against one for certain; an undated one only may. Rests on all groups, listed or not. */
export const isExcluded = (evidence: Evidence, record: ClaimRecord): boolean =>
  slotsContestedBy(evidence, record).some(slot => evidence.rivalsIn(slot).crowdsOut(record));

/** The claims that stand against one for certain, oldest first. Linear in the slot. */
export function rivalsOf(evidence: Evidence, record: ClaimRecord): readonly ClaimRecord[] {
  const found = slotsContestedBy(evidence, record).flatMap(slot => evidence.rivalsIn(slot).against(record));
  return [...new Set(found)].sort(bySeq);
}

/** As `isExcluded`, in pieces. */
export function* workOutExclusion(evidence: Evidence, record: ClaimRecord): Resumable<boolean> {
  if (!stands(evidence, record)) return false;
  yield* evidence.workOutChains(record.claim.id, 'AFFIRMS');
  for (const slot of slotsContestedBy(evidence, record)) yield* evidence.workOutRivalsIn(slot);
  return isExcluded(evidence, record);
}

/** Works out and keeps what the contradictions of a claim rest on. */
export function* workOutContradictions(evidence: Evidence, record: ClaimRecord): Resumable<void> {
  if (!stands(evidence, record)) return;
  if (!evidence.knows(record.claim.id)) yield* evidence.workOut(record.claim.id);
  for (const slot of slotsContestedBy(evidence, record)) {
    if (!evidence.knowsRivalsIn(slot)) yield* evidence.workOutRivalsIn(slot);
  }
}

/** All contradictions there are, each once; only claims that are denied or share a slot are looked at. */
export function* allContradictions(
  evidence: Evidence,
  query: ContradictionQuery = {},
): Resumable<ContradictionsFound> {
  const denied: Contradiction[] = [];
  for (const id of evidence.graph.deniedClaims()) {
    yield 1;
    const record = evidence.graph.findClaim(id);
    if (record) denied.push(...(yield* denialsFitting(evidence, record, query)));
  }
  const found = [listed(denied)];
  for (const slot of yield* sharedSlots(evidence)) {
    yield 1;
    if (isShared(evidence, slot)) found.push(yield* groupsIn(yield* evidence.workOutRivalsIn(slot), query));
  }
  return together(found);
}

/** All contradictions that any of some claims is in, each once. */
export function* contradictionsAbout(
  evidence: Evidence,
  records: Iterable<ClaimRecord>,
  query: ContradictionQuery = {},
): Resumable<ContradictionsFound> {
  const denied: Contradiction[] = [];
  const inSlots = new Map<string, { slot: SharedSlot; own: ClaimRecord[] }>();
  for (const record of records) {
    yield 1;
    denied.push(...(yield* denialsFitting(evidence, record, query)));
    yield* evidence.workOutChains(record.claim.id, 'AFFIRMS');
    for (const slot of slotsContestedBy(evidence, record)) {
      const known = inSlots.get(slot.key);
      if (known) known.own.push(record);
      else inSlots.set(slot.key, { slot, own: [record] });
    }
  }
  const found = [listed(denied)];
  for (const { slot, own } of inSlots.values()) {
    found.push(yield* groupsIn(yield* evidence.workOutRivalsIn(slot), query, [own]));
  }
  return together(found);
}

/** A claim that is affirmed and denied: by different families, by one family, or both. What outlets pass on is not their own word. */
export function* denialsOf(evidence: Evidence, record: ClaimRecord): Resumable<readonly Contradiction[]> {
  const { id } = record.claim;
  if (!stands(evidence, record)) return NONE;
  if (!(yield* evidence.workOutChains(id, 'DENIES')).any) return NONE;
  const { affirming, denying, families } = yield* evidence.workOut(id);
  const yes = new Set(affirming.origins.map(node => families.of(node)));
  const no = new Set(denying.origins.map(node => families.of(node)));
  const denials: Contradiction[] = [];
  // Two families, or more, are not the same one; and where both sides are one family each, it is the same or it is not.
  const several = yes.size > 1 || no.size > 1;
  const shared = [...yes].some(family => no.has(family));
  if (yes.size > 0 && no.size > 0 && (several || !shared)) denials.push(denialOf('DENIAL', record));
  if (shared) denials.push(denialOf('SELF_REVERSAL', record));
  return denials;
}

const NONE: readonly Contradiction[] = [];

function* denialsFitting(
  evidence: Evidence,
  record: ClaimRecord,
  { kinds, keeps }: ContradictionQuery,
): Resumable<readonly Contradiction[]> {
  if (kinds && !kinds.includes('DENIAL') && !kinds.includes('SELF_REVERSAL')) return NONE;
  const denials = yield* denialsOf(evidence, record);
  if (denials.length === 0 || (keeps && !(yield* keeps(record)))) return NONE;
  return denials.filter(({ kind }) => kinds?.includes(kind) ?? true);
}

/** The slots in which a claim competes and may have rivals. */
const slotsContestedBy = (evidence: Evidence, record: ClaimRecord): readonly SharedSlot[] =>
  slotsOfRecord(evidence, record).filter(
    slot =>
      isShared(evidence, slot) &&
      holderOf(evidence, record, slot.kind) !== null &&
      stands(evidence, record) &&
      evidence.chainsOf(record.claim.id, 'AFFIRMS').any,
  );

function groupsWith(rivals: Rivals, crowds: Crowds, record: ClaimRecord): Contradiction[] {
  const [first, end] = placesOf(crowds, record);
  const length = Math.min(end - first, MOST_GROUPS_LISTED);
  return Array.from({ length }, (_, at) => rivals.contradictionAt(crowds, first + at, [[record]]));
}

/** The groups of a slot; with `holding` those that hold a claim of each of some lists of claims that compete in it. */
export function* groupsIn(
  rivals: Rivals,
  query: ContradictionQuery,
  holding: readonly (readonly ClaimRecord[])[] = [],
): Resumable<ContradictionsFound> {
  const found: ContradictionsFound[] = [];
  for (const crowds of rivals.crowds) {
    if (crowds.moments.length === 0 || !(query.kinds?.includes(crowds.kind) ?? true)) continue;
    const fits = yield* fitting(rivals, crowds, query, holding);
    const contradictions: Contradiction[] = [];
    for (
      let at = fits.indexOf(1);
      at >= 0 && contradictions.length < MOST_GROUPS_LISTED;
      at = fits.indexOf(1, at + 1)
    ) {
      contradictions.push(rivals.contradictionAt(crowds, at, holding));
    }
    found.push({ contradictions, count: fits.reduce((count, fit) => count + fit, 0) });
  }
  return together(found);
}

/** By group: 1 where it fits, else 0. */
function* fitting(
  rivals: Rivals,
  crowds: Crowds,
  { keeps }: ContradictionQuery,
  holding: readonly (readonly ClaimRecord[])[],
): Resumable<Uint8Array> {
  const fits = new Uint8Array(crowds.moments.length).fill(1);
  const drop = (counts: Uint32Array, drops: (count: number) => boolean): void =>
    counts.forEach((count, place) => {
      if (drops(count)) fits[place] = 0;
    });
  for (const records of holding) drop(yield* tally(crowds, records), count => count === 0);
  if (keeps) drop(yield* tally(crowds, yield* refused(rivals.competing, keeps)), count => count > 0);
  return fits;
}

function* refused(
  records: readonly ClaimRecord[],
  keeps: NonNullable<ContradictionQuery['keeps']>,
): Resumable<readonly ClaimRecord[]> {
  const found: ClaimRecord[] = [];
  for (const record of records) {
    yield 1;
    if (!(yield* keeps(record))) found.push(record);
  }
  return found;
}

const listed = (contradictions: readonly Contradiction[]): ContradictionsFound => ({
  contradictions,
  count: contradictions.length,
});

/** One list after another; in one, where there are many short ones. */
const together = (found: readonly ContradictionsFound[]): ContradictionsFound => ({
  contradictions: found.flatMap(({ contradictions }) => contradictions),
  count: found.reduce((sum, { count }) => sum + count, 0),
});
