// Which attestations a list shows in a view.
import type { Reading } from './reading.js';
import type { AttestationRecord } from '../graph/records.js';

/** Recorded and out by then; a withdrawn one only where it is asked for, by the view or in the field. */
export function showsAttestation(
  { graph, lens, view }: Reading,
  record: AttestationRecord,
  includeWithdrawn = view.includeWithdrawn === true,
): boolean {
  const source = graph.findSource(record.attestation.source);
  return (
    source !== null &&
    lens.knows(record) &&
    lens.isPublished(source) &&
    (includeWithdrawn || lens.since(record.withdrawn) === null)
  );
}
