// Lists of attestations in the order they were recorded.
import type { Json } from '../../domain/ids.js';
import type { ViewedGraph } from '../../evidence/viewed-graph.js';
import type { AttestationRecord } from '../../graph/records/records.js';
import type { Listing } from '../words/page.js';
import { showsAttestation } from '../../evidence/views/shows-attestation.js';
import { AttestationType } from '../types/attestation.js';

/** What it takes to see that an attestation is not shown. */
const STEPS_A_ROW = 1;

/** Those of some attestations that a view shows. `records` must come in the order they were recorded. */
export const attestationListing = (
  viewed: ViewedGraph,
  query: Json,
  records: Iterable<AttestationRecord>,
  includeWithdrawn?: boolean,
): Listing<AttestationType> => ({
  query,
  rows: function* () {
    for (const record of records) {
      if (!showsAttestation(viewed, record, includeWithdrawn)) yield STEPS_A_ROW;
      else yield { sortKey: [record.recorded.seq], node: new AttestationType(record, viewed) };
    }
  },
});
