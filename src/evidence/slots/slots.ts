// Slots as a view sees them: entities that are judged one share a slot, so their claims compete.
import type { Claim } from '../../domain/claim.js';
import type { EntityId } from '../../domain/ids.js';
import { slotsOf, type Slot } from '../../domain/slot.js';
import type { ClaimGraph } from '../../graph/claim-graph.js';
import type { ClaimRecord } from '../../graph/records/records.js';
import { eachInPieces, sorted, type Resumable } from '../../graph/work/resumable.js';
import type { TimeLens } from '../../graph/views/time-lens.js';
import { bySeq } from '../../graph/walks/walk.js';

/** A slot of those that are one; its key names those who stand for them. */
export interface SharedSlot extends Slot {
  /** A claim in it. */
  readonly claim: Claim;
}

/** What slots are seen through. */
export interface SlotView {
  readonly graph: ClaimGraph;
  readonly lens: TimeLens;
}

const NO_SLOTS: readonly SharedSlot[] = [];

/** The slots of a recorded claim, by its predicate; most claims are in none. */
export function slotsOfRecord({ graph, lens }: SlotView, { claim }: ClaimRecord): readonly SharedSlot[] {
  const predicate = graph.vocabulary.findPredicate(claim.predicate);
  if (!predicate) return NO_SLOTS;
  const { identities } = lens;
  const { subject, object } = claim;
  const shared = identities.any
    ? {
        ...claim,
        subject: identities.homeOf(subject),
        ...(object !== undefined && { object: identities.homeOf(object) }),
      }
    : claim;
  return slotsOf(shared, predicate).map(({ kind, key }) => ({ kind, key, claim }));
}

/** The claims in a slot, oldest first; where entities are joined, those of all of them. */
export function* claimsIn(view: SlotView, slot: SharedSlot): Resumable<readonly ClaimRecord[]> {
  const { graph, lens } = view;
  if (!lens.identities.any) return graph.claimsInSlot(slot.key);
  const [subjects, objects] = endsOf(view, slot);
  const [subject, object] = [subjects[0] ?? '', objects[0]];
  if (subjects.length === 1 && objects.length === 1)
    return graph.claimsInSlot(keyOf(view, slot, subject, object));
  if (subjects.length * objects.length > MOST_KEYS) return yield* claimsBetween(view, slot, subjects);
  const keys = new Set(subjects.flatMap(one => objects.map(other => keyOf(view, slot, one, other))));
  yield keys.size;
  const claims: ClaimRecord[] = [];
  yield* eachInPieces(keys, key => claims.push(...graph.claimsInSlot(key)));
  return yield* sorted(claims, bySeq);
}

/** Whether there may be other claims in a slot than the one that it was found by. */
export function isShared(view: SlotView, slot: SharedSlot): boolean {
  const { graph, lens } = view;
  if (graph.claimsInSlot(slot.key).length > 1) return true;
  return lens.identities.any && endsOf(view, slot).some(({ length }) => length > 1);
}

/** Most keys put together of those who are one at both ends; beyond, the claims of the one end are gone through. */
const MOST_KEYS = 10_000;

/** Who may stand at the ends of the claims in a slot. */
function endsOf(
  { lens }: SlotView,
  { kind, claim }: SharedSlot,
): [readonly EntityId[], readonly (EntityId | undefined)[]] {
  const { identities } = lens;
  const { subject, object } = claim;
  const others = object === undefined ? [undefined] : identities.membersOf(object);
  if (kind === 'value') return [identities.membersOf(subject), [object]];
  return kind === 'seats' ? [[subject], others] : [identities.membersOf(subject), others];
}

/** Of the graph's own slot of these two. */
function keyOf(
  { graph }: SlotView,
  { kind, claim }: SharedSlot,
  subject: EntityId,
  object: EntityId | undefined,
): string {
  const ends = { ...claim, subject, ...(object !== undefined && { object }) };
  const predicate = graph.vocabulary.predicateOrPlain(claim.predicate);
  return slotsOf(ends, predicate).find(slot => slot.kind === kind)?.key ?? '';
}

function* claimsBetween(
  view: SlotView,
  slot: SharedSlot,
  subjects: readonly EntityId[],
): Resumable<readonly ClaimRecord[]> {
  const found = new Set<ClaimRecord>();
  for (const subject of subjects) {
    yield 1;
    yield* eachInPieces(view.graph.edgesOf(subject), record => {
      if (slotsOfRecord(view, record).some(({ key }) => key === slot.key)) found.add(record);
    });
  }
  return yield* sorted([...found], bySeq);
}

/** All slots that may hold several claims, each once. */
export function* sharedSlots(view: SlotView): Resumable<readonly SharedSlot[]> {
  const { graph, lens } = view;
  const slots = new Map<string, SharedSlot>();
  const add = (record: ClaimRecord): void => {
    for (const slot of slotsOfRecord(view, record)) if (!slots.has(slot.key)) slots.set(slot.key, slot);
  };
  yield* eachInPieces(graph.sharedSlots(), key => graph.claimsInSlot(key).slice(0, 1).forEach(add));
  for (const id of lens.identities.joined()) yield* eachInPieces(graph.claimsAbout(id), add);
  return [...slots.values()];
}
