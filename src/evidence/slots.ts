// Slots as a view sees them: entities that are judged one share theirs, so that their claims compete too.
import { slotsOf, type Slot } from '../domain/slot.js';
import type { ClaimRecord } from '../graph/records.js';
import type { Evidence } from './claim-evidence.js';

export interface SharedSlot extends Slot {
  /** Keys of the graph's slots that are one here; mostly one. */
  readonly keys: readonly string[];
}

/** The slots of a recorded claim, by its predicate. */
export function slotsOfRecord({ graph, lens }: Evidence, { claim }: ClaimRecord): readonly SharedSlot[] {
  const predicate = graph.vocabulary.predicateOrPlain(claim.predicate);
  const own = slotsOf(claim, predicate);
  const { identities } = lens;
  if (own.length === 0 || !identities.any) return own.map(slot => ({ ...slot, keys: [slot.key] }));
  const { subject, object } = claim;
  const objects = object === undefined ? [undefined] : identities.membersOf(object);
  const alike = identities
    .membersOf(subject)
    .flatMap(one => objects.map(other => ({ ...claim, subject: one, ...(other && { object: other }) })));
  const variants = alike.flatMap(variant => slotsOf(variant, predicate));
  const home = (id: string): string => identities.homeOf(id);
  const ends = { subject: home(subject), ...(object !== undefined && { object: home(object) }) };
  return slotsOf({ ...claim, ...ends }, predicate).map(slot => {
    const keys = variants.filter(({ kind }) => kind === slot.kind).map(({ key }) => key);
    return { ...slot, keys: [...new Set(keys)] };
  });
}

/** The claims in a slot; where entities are joined, those of each in turn. */
export const claimsIn = ({ graph }: Evidence, { keys }: SharedSlot): readonly ClaimRecord[] =>
  keys.flatMap(key => graph.claimsInSlot(key));

/** All slots that may hold several claims, each once. */
export function* sharedSlots(evidence: Evidence): Generator<SharedSlot> {
  const seen = new Set<string>();
  for (const record of holders(evidence)) {
    for (const slot of slotsOfRecord(evidence, record)) {
      if (seen.has(slot.key)) continue;
      seen.add(slot.key);
      if (claimsIn(evidence, slot).length > 1) yield slot;
    }
  }
}

/** A claim of each slot that holds several in the graph, and of each that may hold several as entities are one. */
function* holders({ graph, lens }: Evidence): Generator<ClaimRecord> {
  for (const key of graph.sharedSlots()) yield* graph.claimsInSlot(key).slice(0, 1);
  for (const id of lens.identities.joined()) yield* graph.claimsAbout(id);
}
