// The outcome of commands: of one, or of several that are carried out together.
import type { RecordedEvent } from '../../domain/event.js';
import type { RefusedOne } from '../decide/decide-all.js';
import type { Decision } from '../decide/decision.js';

/** The outcome of a command. */
export interface Done extends Omit<Decision, 'events'> {
  readonly events: readonly RecordedEvent[];
  /** Nothing was recorded, because it is so already. */
  readonly already: boolean;
}

/** All commands of a batch, or none. */
export type Batch =
  | { readonly done: readonly Done[]; readonly refused: null }
  | { readonly done: null; readonly refused: RefusedOne };

/** The outcome of a batch of one command. @throws its refusal. */
export function theOne({ done, refused }: Batch): Done {
  if (refused) throw refused.refusal;
  const [one] = done;
  if (!one) throw new Error('a command has an outcome');
  return one;
}

/** Splits the events that were recorded for all commands into the outcome of each. */
export function doneOf(decisions: readonly Decision[], recorded: readonly RecordedEvent[]): readonly Done[] {
  let at = 0;
  return decisions.map(decision => {
    const events = recorded.slice(at, (at += decision.events.length));
    return { ...decision, events, already: events.length === 0 };
  });
}

/** Splits the events that were recorded for several batches into the outcome of each. */
export function batchesOf(
  decided: readonly ({ readonly decisions: readonly Decision[] } | RefusedOne)[],
  recorded: readonly RecordedEvent[],
): readonly Batch[] {
  let at = 0;
  return decided.map((one): Batch => {
    if (!('decisions' in one)) return { done: null, refused: one };
    const count = one.decisions.reduce((sum, { events }) => sum + events.length, 0);
    return { done: doneOf(one.decisions, recorded.slice(at, (at += count))), refused: null };
  });
}
