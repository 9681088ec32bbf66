// From events that were just recorded to the claims whose support or status they changed, and how.
import { POLARITIES } from '../../domain/attestation.js';
import type { Recorded, RecordedEvent } from '../../domain/event.js';
import type { ClaimId } from '../../domain/ids.js';
import type { ClaimStatus } from '../../domain/view.js';
import type { ClaimGraph } from '../../graph/claim-graph.js';
import type { ClaimRecord } from '../../graph/records/records.js';
import { eachInPieces, sorted, type Resumable } from '../../graph/work/resumable.js';
import { bySeq } from '../../graph/walks/walk.js';
import { affectedClaims, isTie } from '../weighing/affected-claims.js';
import type { FamilyTie } from '../families/family-classes.js';
import { ViewedGraph } from '../viewed-graph.js';
import type { Support } from '../weighing/support.js';
import { touchedClaims } from '../weighing/touched-claims.js';
import { Weighing } from '../weighing/weighing.js';

export interface ClaimChange {
  readonly claim: ClaimRecord;
  /** Null where the claim is new. */
  readonly statusBefore: ClaimStatus | null;
  readonly statusAfter: ClaimStatus;
  /** The last of the events that touched the claim itself, else the last of all. */
  readonly cause: Recorded;
}

export interface ClaimChanges {
  readonly changes: readonly ClaimChange[];
  /** The graph right after the events. */
  readonly after: ViewedGraph;
}

/**
 * What a run of events changed. Only claims that they can affect are looked at.
 * @param after the graph right after the events, if it is there already; else it is read as of the last of them. More events may be applied by now.
 */
export function* claimChanges(
  graph: ClaimGraph,
  events: readonly RecordedEvent[],
  after = new ViewedGraph(graph, { knownAtSeq: events.at(-1)?.seq ?? 0 }),
): Resumable<ClaimChanges> {
  const last = events.at(-1);
  if (!last) return { changes: [], after };
  const causes = new Map<ClaimId, Recorded>();
  for (const cause of events) {
    yield 1;
    for (const claim of yield* touchedClaims(cause.event, after.evidence)) {
      causes.set(claim, recordedOf(cause));
    }
  }
  const before = yield* readingBefore(after, events, new Set(causes.keys()));
  const affected = yield* affectedClaims(before.evidence, after.evidence, causes.keys());
  const changes: ClaimChange[] = [];
  // If later events are applied too, claims that they made may be among these.
  const known = [...affected].filter(claim => after.lens.knows(claim));
  for (const claim of yield* sorted(known, bySeq)) {
    for (const viewed of [before, after]) yield* viewed.prepare(claim);
    yield 1;
    if (!differs(before, after, claim)) continue;
    changes.push({
      claim,
      statusBefore: before.lens.knows(claim) ? before.statusOf(claim) : null,
      statusAfter: after.statusOf(claim),
      cause: causes.get(claim.claim.id) ?? recordedOf(last),
    });
  }
  return { changes, after };
}

const recordedOf = ({ seq, at, by, way }: RecordedEvent): Recorded => ({ seq, at, by, way });

/** Worked out from the reading after, but for the claims that the events touched. */
function* readingBefore(
  after: ViewedGraph,
  events: readonly RecordedEvent[],
  differsIn: ReadonlySet<ClaimId>,
): Resumable<ViewedGraph> {
  const { graph, evidence } = after;
  let sameFamilies = !events.some(({ event }) => event.type === 'IdentityJudged');
  yield* eachInPieces(differsIn, claim => {
    const record = graph.findClaim(claim);
    if (record && isTie(evidence, record)) sameFamilies = false;
  });
  const twin = { evidence, differsIn, sameFamilies };
  const view = { knownAtSeq: (events[0]?.seq ?? 1) - 1 };
  return new ViewedGraph(graph, view, lens => new Weighing(graph, lens, { twin }));
}

function differs(before: ViewedGraph, after: ViewedGraph, claim: ClaimRecord): boolean {
  if (!before.lens.knows(claim) || before.statusOf(claim) !== after.statusOf(claim)) return true;
  return POLARITIES.some(
    polarity => !areAlike(before.supportOf(claim, polarity), after.supportOf(claim, polarity)),
  );
}

const areAlike = ({ ties, ...one }: Support, { ties: others, ...other }: Support): boolean =>
  JSON.stringify(one) === JSON.stringify(other) &&
  ties.length === others.length &&
  ties.every((tie, at) => isSameTie(tie, others[at]));

const isSameTie = (tie: FamilyTie, other: FamilyTie | undefined): boolean =>
  tie === other ||
  (tie.a === other?.a &&
    tie.b === other.b &&
    tie.because.length === other.because.length &&
    tie.because.every((claim, at) => claim === other.because[at]));
