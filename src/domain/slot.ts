// Slots: the places in which claims can get into each other's way. Claims that share a key are looked at together.
import type { Claim } from './claim.js';
import type { Predicate } from './vocabulary.js';

/** `value`: one value at a time · `seats`: so many subjects at a time · `opposite`: two predicates that exclude each other. */
export type SlotKind = 'value' | 'seats' | 'opposite';

export interface Slot {
  readonly kind: SlotKind;
  readonly key: string;
}

/** The slots that a claim is in, by its predicate; most claims are in none. */
export function slotsOf(claim: Claim, predicate: Predicate): readonly Slot[] {
  const { subject, object } = claim;
  const slots: Slot[] = [];
  if (predicate.oneAtATime) slots.push({ kind: 'value', key: `value|${predicate.id}|${subject}` });
  if (predicate.seats !== undefined && object !== undefined) {
    slots.push({ kind: 'seats', key: `seats|${predicate.id}|${object}` });
  }
  if (predicate.opposite !== undefined && object !== undefined) {
    const pair = [predicate.id, predicate.opposite].sort().join('|');
    const ends = predicate.symmetric ? [subject, object].sort() : [subject, object];
    slots.push({ kind: 'opposite', key: `opposite|${pair}|${ends.join('|')}` });
  }
  return slots;
}
