// Decisions about attestations that are there: noting whom they relay, and withdrawing them.
import type { RecordLineage, WithdrawAttestation } from '../../domain/command.js';
import { Conflict, InvalidInput } from '../../domain/refusal.js';
import { readText } from '../../domain/text.js';
import type { ClaimGraph } from '../../graph/claim-graph.js';
import type { AttestationRecord } from '../../graph/records/records.js';
import type { Decision } from './decision.js';
import { getAttestation } from './lookups.js';

/** Rings are not refused: circular reporting is a finding, and the evidence floor reports it. */
export function decideLineage(graph: ClaimGraph, command: RecordLineage): Decision {
  const { attestation: id, lineage } = command;
  const record = getAttestation(graph, id, ['attestation']);
  if (record.withdrawn)
    throw new Conflict(`Attestation "${id}" was withdrawn: attach the source again.`, {
      field: ['attestation'],
    });
  const relays = [...new Set(command.relays)].sort();
  if ((lineage === 'RELAYED') !== relays.length > 0) {
    throw new InvalidInput('`relays` is needed with RELAYED, and only then.', { field: ['relays'] });
  }
  for (const relayed of relays) checkRelay(record, getAttestation(graph, relayed, ['relays']));
  const now = record.lineages.at(-1);
  const same = now?.lineage === lineage && now.relays.join() === relays.join();
  return {
    events: same ? [] : [{ type: 'LineageRecorded', attestation: id, lineage, relays }],
    attestation: id,
  };
}

function checkRelay({ attestation }: AttestationRecord, { attestation: relayed }: AttestationRecord): void {
  const field = ['relays'];
  if (relayed.id === attestation.id) throw new InvalidInput('An attestation cannot relay itself.', { field });
  if (relayed.claim !== attestation.claim || relayed.polarity !== attestation.polarity) {
    throw new InvalidInput(
      `"${relayed.id}" says another claim, or the opposite: only the same can be relayed.`,
      { field },
    );
  }
}

export function decideWithdrawAttestation(graph: ClaimGraph, { id, reason }: WithdrawAttestation): Decision {
  const record = getAttestation(graph, id, ['id']);
  const why = readText(reason, 'note', ['reason']);
  return {
    events: record.withdrawn ? [] : [{ type: 'AttestationWithdrawn', id, reason: why }],
    attestation: id,
    claim: record.attestation.claim,
  };
}
