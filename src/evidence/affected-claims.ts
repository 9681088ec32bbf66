// From claims whose attestations changed to all claims whose support or status may change with them.
import type { ClaimId, EntityId } from '../domain/ids.js';
import type { ClaimRecord } from '../graph/records.js';
import type { Evidence } from './claim-evidence.js';
import { claimsIn, slotsOfRecord } from './slots.js';

/**
 * The claims themselves; their rivals in a slot, where one begins or ceases to be affirmed; and, where such a claim ties a family,
 * whatever parties of that family say. The evidence of one question: before and after.
 * @param looks how many claims may be looked at; below zero afterwards where that did not do, and some were left out.
 */
export function affectedClaims(
  before: Evidence,
  after: Evidence,
  changed: Iterable<ClaimId>,
  looks = { left: Infinity },
): Set<ClaimRecord> {
  const affected = new Set<ClaimRecord>();
  const add = (record: ClaimRecord | null): boolean => {
    if (record) affected.add(record);
    return (looks.left -= 1) >= 0;
  };
  for (const id of changed) if (!add(after.graph.findClaim(id))) return affected;
  // What is added while the set is walked is walked too, so a rival or a family's claim passes the change on in its turn.
  for (const record of affected) {
    if (!countsAnew(before, after, record)) continue;
    for (const rival of rivalsOf(after, record)) if (!add(rival)) return affected;
    if (!isTie(after, record)) continue;
    for (const claim of saidByFamilyOf(after, record)) if (!add(claim)) return affected;
  }
  return affected;
}

/** Whether a claim that ties families begins or ceases to. */
export const tiesAnew = (before: Evidence, after: Evidence, record: ClaimRecord): boolean =>
  isTie(after, record) && countsAnew(before, after, record);

const isTie = ({ graph }: Evidence, { claim }: ClaimRecord): boolean =>
  graph.vocabulary.findPredicate(claim.predicate)?.dependence === true;

const countsAnew = (before: Evidence, after: Evidence, record: ClaimRecord): boolean =>
  countsIn(before, record) !== countsIn(after, record);

/** The claims of the slots that a claim is in, itself included. */
export const rivalsOf = (evidence: Evidence, record: ClaimRecord): readonly ClaimRecord[] =>
  slotsOfRecord(evidence, record).flatMap(slot => claimsIn(evidence, slot));

/** Whether a claim is affirmed and not withdrawn, which is what slots and family ties ask; one that is superseded still ties. */
const countsIn = (evidence: Evidence, record: ClaimRecord): boolean =>
  evidence.lens.knows(record) &&
  evidence.lens.since(record.withdrawn) === null &&
  evidence.chainsOf(record.claim.id, 'AFFIRMS').any;

/** Claims said by anyone who is joined with the ends of a tie by ties of any time, whether they count or not. */
function* saidByFamilyOf({ graph }: Evidence, { claim }: ClaimRecord): Iterable<ClaimRecord | null> {
  const joined = new Set<EntityId>([claim.subject, ...(claim.object === undefined ? [] : [claim.object])]);
  for (const entity of joined) {
    for (const { claim: tie } of graph.tiesOf(entity)) {
      joined.add(tie.subject);
      if (tie.object !== undefined) joined.add(tie.object);
    }
    for (const judgement of graph.findEntity(entity)?.judgements ?? []) joined.add(judgement.other);
    for (const { source } of graph.sourcesOf(entity)) {
      for (const { attestation } of graph.attestationsBy(source.id)) {
        yield graph.findClaim(attestation.claim);
      }
    }
  }
}
