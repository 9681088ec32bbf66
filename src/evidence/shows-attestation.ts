// Which attestations a list shows in a view, and who passes one on.
import type { AttestationId } from '../domain/ids.js';
import type { AttestationRecord } from '../graph/records.js';
import type { Reading } from './reading.js';

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

/** Those that pass an attestation on, as noted last, in the order they were recorded: one after the other, as they are asked for. */
export function* relayersOf(reading: Reading, id: AttestationId): Generator<AttestationRecord> {
  const { graph, lens } = reading;
  for (const relayer of graph.relayersOf(id)) {
    const record = graph.findAttestation(relayer);
    if (!record || !showsAttestation(reading, record)) continue;
    if (lens.lineageOf(record).relays.includes(id)) yield record;
  }
}
