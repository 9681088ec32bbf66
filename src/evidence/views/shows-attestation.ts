// Which attestations a list shows in a view, and who relays one.
import type { AttestationId } from '../../domain/ids.js';
import type { AttestationRecord } from '../../graph/records/records.js';
import type { ViewedGraph } from '../viewed-graph.js';

/** Recorded and out by then; a withdrawn one only where it is asked for, by the view or in the field. */
export function showsAttestation(
  { graph, lens, view }: ViewedGraph,
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

/** Those that pass an attestation on, as noted last, in the order they were recorded; null for each that is looked at and does not. */
export function* relayersOf(viewed: ViewedGraph, id: AttestationId): Generator<AttestationRecord | null> {
  const { graph, lens } = viewed;
  for (const relayer of graph.relayersOf(id)) {
    const record = graph.findAttestation(relayer);
    const relays = record !== null && showsAttestation(viewed, record) && lens.lineageOf(record).relays;
    yield relays && relays.includes(id) ? record : null;
  }
}
