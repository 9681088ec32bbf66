// From claims whose attestations changed to all claims whose support or status may change with them.
import type { ClaimId, EntityId } from '../../domain/ids.js';
import type { ClaimRecord } from '../../graph/records/records.js';
import { eachInPieces, type Resumable } from '../../graph/work/resumable.js';
import type { Evidence } from './claim-evidence.js';
import { workOutExclusion } from './contradictions.js';
import { stands } from '../slots/rivals.js';
import { isShared, slotsOfRecord, type SharedSlot } from '../slots/slots.js';

/**
 * The claims themselves; where such a claim ties a family, whatever parties of that family say; and those of its rivals in a slot
 * that become disputed by it, or are not any more. The evidence of one question: before and after.
 * @param changed all claims that are not said alike before and after.
 */
export function* affectedClaims(
  before: Evidence,
  after: Evidence,
  changed: Iterable<ClaimId>,
): Resumable<Set<ClaimRecord>> {
  const { claims, slots } = yield* affectedBy(before, after, changed);
  for (const slot of slots.values()) {
    // Whoever competed before and does not any more has changed itself.
    for (const rival of (yield* after.workOutRivalsIn(slot)).competing) {
      yield 1;
      if (claims.has(rival)) continue;
      const was = yield* workOutExclusion(before, rival);
      if (was !== (yield* workOutExclusion(after, rival))) claims.add(rival);
    }
  }
  return claims;
}

export interface AffectedBy {
  /** Claims whose chains or families may change. */
  readonly claims: Set<ClaimRecord>;
  /** Slots whose rivals change, by their keys. */
  readonly slots: ReadonlyMap<string, SharedSlot>;
  /** Whether a claim that ties families begins or ceases to. */
  readonly tiesAnew: boolean;
}

/** Which claims and slots must be weighed anew. */
export function* affectedBy(
  before: Evidence,
  after: Evidence,
  changed: Iterable<ClaimId>,
): Resumable<AffectedBy> {
  const { graph } = after;
  const claims = new Set<ClaimRecord>();
  const slots = new Map<string, SharedSlot>();
  const ties: ClaimRecord[] = [];
  const sameIdentities = before.lens.identities === after.lens.identities;
  for (const id of changed) {
    yield 1;
    const record = graph.findClaim(id);
    if (!record) continue;
    claims.add(record);
    const was = yield* standingIn(before, record);
    const is = yield* standingIn(after, record);
    if (isTie(after, record) && was.ties !== is.ties) ties.push(record);
    if (was.competes === is.competes && sameIdentities) continue;
    for (const slot of slotsOfRecord(after, record)) if (isShared(after, slot)) slots.set(slot.key, slot);
  }
  const add = (record: ClaimRecord | null): void => void (record && claims.add(record));
  for (const tie of ties) yield* addSaidByFamily(after, tie, add);
  return { claims, slots, tiesAnew: ties.length > 0 };
}

export const isTie = ({ graph }: Evidence, { claim }: ClaimRecord): boolean =>
  graph.vocabulary.findPredicate(claim.predicate)?.dependence === true;

/** Whether a claim is affirmed and counts, which is what slots and family ties ask; one that is superseded still ties. */
function* standingIn(
  evidence: Evidence,
  record: ClaimRecord,
): Resumable<{ readonly ties: boolean; readonly competes: boolean }> {
  const ties = yield* evidence.workOutTie(record);
  return { ties, competes: ties && stands(evidence, record) };
}

/** Claims said by anyone who is joined with the ends of a tie by ties of any time, whether they count or not. */
function* addSaidByFamily(
  { graph }: Evidence,
  { claim }: ClaimRecord,
  add: (record: ClaimRecord | null) => void,
): Resumable<void> {
  const joined = new Set<EntityId>([claim.subject, ...(claim.object === undefined ? [] : [claim.object])]);
  for (const entity of joined) {
    yield 1;
    yield* eachInPieces(graph.tiesOf(entity), ({ claim: tie }) => {
      joined.add(tie.subject);
      if (tie.object !== undefined) joined.add(tie.object);
    });
    for (const judgement of graph.findEntity(entity)?.judgements ?? []) joined.add(judgement.other);
    for (const { source } of graph.sourcesOf(entity)) {
      yield* eachInPieces(graph.attestationsBy(source.id), ({ attestation }) => {
        add(graph.findClaim(attestation.claim));
      });
    }
  }
}
