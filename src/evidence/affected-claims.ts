// From claims whose attestations changed to all claims whose support or status may change with them.
import type { ClaimId, EntityId } from '../domain/ids.js';
import type { ClaimRecord } from '../graph/records.js';
import type { Reading } from './reading.js';
import { claimsIn, slotsOfRecord } from './slots.js';

/**
 * The claims themselves; their rivals in a slot, where one begins or ceases to be affirmed; and, where such a claim ties a family,
 * whatever parties of that family say. Two readings of one question: before and after.
 */
export function affectedClaims(
  before: Reading,
  after: Reading,
  changed: Iterable<ClaimId>,
): Set<ClaimRecord> {
  const affected = new Set<ClaimRecord>();
  for (const id of new Set(changed)) {
    const record = after.graph.findClaim(id);
    if (record) affected.add(record);
  }
  // What is added while the set is walked is walked too, so a rival or a family's claim passes the change on in its turn.
  for (const record of affected) {
    if (countsIn(before, record) === countsIn(after, record)) continue;
    for (const rival of rivalsOf(after, record)) affected.add(rival);
    if (!after.graph.vocabulary.findPredicate(record.claim.predicate)?.dependence) continue;
    for (const claim of saidByFamilyOf(after, record)) affected.add(claim);
  }
  return affected;
}

/** The claims of the slots that a claim is in, itself included. */
export const rivalsOf = ({ evidence }: Reading, record: ClaimRecord): readonly ClaimRecord[] =>
  slotsOfRecord(evidence, record).flatMap(slot => claimsIn(evidence, slot));

/** Whether a claim is affirmed and not withdrawn, which is what slots and family ties ask; one that is superseded still ties. */
const countsIn = ({ lens, evidence }: Reading, record: ClaimRecord): boolean =>
  lens.knows(record) &&
  lens.since(record.withdrawn) === null &&
  evidence.chainsOf(record.claim.id, 'AFFIRMS').any;

/** Claims said by anyone who is joined with the ends of a tie by ties of any time, whether they count or not. */
function* saidByFamilyOf({ graph }: Reading, { claim }: ClaimRecord): Iterable<ClaimRecord> {
  const joined = new Set<EntityId>([claim.subject, ...(claim.object === undefined ? [] : [claim.object])]);
  for (const entity of joined) {
    for (const { claim: tie } of graph.tiesOf(entity)) {
      joined.add(tie.subject);
      if (tie.object !== undefined) joined.add(tie.object);
    }
    for (const judgement of graph.findEntity(entity)?.judgements ?? []) joined.add(judgement.other);
    for (const { source } of graph.sourcesOf(entity)) {
      for (const { attestation } of graph.attestationsBy(source.id)) {
        const record = graph.findClaim(attestation.claim);
        if (record) yield record;
      }
    }
  }
}
