// Decides commands that are recorded together or not at all: each is decided on the outcome of those before it.
import type { Command } from '../../domain/command.js';
import type { Recorded } from '../../domain/event.js';
import { Refusal } from '../../domain/refusal.js';
import type { ClaimGraph } from '../../graph/claim-graph.js';
import type { DryRun } from '../../graph/apply/dry-run.js';
import { decide } from './decide.js';
import type { Decision } from './decision.js';
import type { PendingEvent } from '../stored/journal.js';

/** When, by whom and by which way something is recorded: the same for all of a commit. */
export type Stamp = Omit<Recorded, 'seq'>;

/** Which command was refused, counted from 0, and why. */
export interface RefusedOne {
  readonly index: number;
  readonly refusal: Refusal;
}

/** Leaves the events of all commands applied in the dry run, or, if one command is refused, none of them. */
export function decideAll(
  graph: ClaimGraph,
  draft: DryRun,
  commands: readonly Command[],
  stamp: Stamp,
): { readonly decisions: readonly Decision[] } | RefusedOne {
  const { at, by, way } = stamp;
  const before = draft.savepoint;
  const decisions: Decision[] = [];
  for (const command of commands) {
    try {
      const decision = decide(graph, command);
      for (const event of decision.events) draft.apply({ seq: graph.seq + 1, at, by, way, event });
      decisions.push(decision);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      draft.rollBackTo(before);
      return { index: decisions.length, refusal: error };
    }
  }
  return { decisions };
}

export const stampedAll = (decisions: readonly Decision[], { at, by, way }: Stamp): PendingEvent[] =>
  decisions.flatMap(({ events }) => events.map(event => ({ at, by, way, event })));
