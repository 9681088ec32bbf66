// Impact: what would fall if a source, a party or an attestation were set aside. Looks only at what can be affected.
import { NotFound } from '../domain/refusal.js';
import { UNKNOWN_TIME } from '../domain/time-span.js';
import type { ClaimStatus } from '../domain/view.js';
import type { AttestationRecord, ClaimRecord } from '../graph/records.js';
import { affectedClaims } from './affected-claims.js';
import type { SetAside } from './claim-evidence.js';
import { Reading } from './reading.js';
import { Weighing } from './weighing.js';

export interface StatusChange {
  readonly claim: ClaimRecord;
  readonly before: ClaimStatus;
  readonly after: ClaimStatus;
}

export interface Impact {
  readonly losesAllSupport: readonly ClaimRecord[];
  /** Had several chains, has one; or had independent chains, and no two that are left are independent. */
  readonly dropsToOneChain: readonly ClaimRecord[];
  readonly changesStatus: readonly StatusChange[];
  /** How many claims were looked at. */
  readonly explored: number;
}

/**
 * Sets aside a source, a party and whoever is judged one with it (with all that its family said while it was one, only if asked to) or an attestation, by id.
 * Writes nothing.
 * @throws NotFound where the id names none of these.
 */
export function impactOf(before: Reading, id: string, withFamily = false): Impact {
  const { graph, view } = before;
  const target = targetOf(before, id, withFamily);
  const after = new Reading(graph, view, lens => new Weighing(graph, lens, target.setAside));
  const claims = affectedClaims(
    before.evidence,
    after.evidence,
    target.attestations.map(({ attestation }) => attestation.claim),
  );
  const changed = [...claims].sort((a, b) => a.recorded.seq - b.recorded.seq);
  const statuses = changed.map(claim => ({
    claim,
    before: before.statusOf(claim),
    after: after.statusOf(claim),
  }));
  return {
    losesAllSupport: changed.filter(claim => isSupported(before, claim) && !isSupported(after, claim)),
    dropsToOneChain: changed.filter(claim => dropsToOne(before, after, claim)),
    changesStatus: statuses.filter(change => change.before !== change.after),
    explored: changed.length,
  };
}

interface Target {
  readonly attestations: readonly AttestationRecord[];
  readonly setAside: SetAside;
}

function targetOf({ graph, evidence, lens }: Reading, id: string, withFamily: boolean): Target {
  const attestation = graph.findAttestation(id);
  if (attestation) return { attestations: [attestation], setAside: record => record === attestation };
  if (graph.findSource(id)) {
    return { attestations: graph.attestationsBy(id), setAside: (_, { source }) => source.id === id };
  }
  if (!graph.findEntity(id)) {
    throw new NotFound(`There is no source, party or attestation "${id}".`, { field: ['of'] });
  }
  // Whoever was ever kin may have spoken while it was not: that is asked of each source by itself.
  const own = lens.identities.membersOf(id);
  const parties = withFamily ? [...evidence.families.familyOf(id, UNKNOWN_TIME)] : own;
  const sources = new Set(
    parties
      .flatMap(party => graph.sourcesOf(party).map(source => ({ party, source })))
      .filter(
        ({ party, source }) => party === id || evidence.families.familyOf(party, source.published).has(id),
      )
      .map(({ source }) => source),
  );
  return {
    attestations: [...sources].flatMap(({ source }) => graph.attestationsBy(source.id)),
    setAside: (_, source) => sources.has(source),
  };
}

const isSupported = (reading: Reading, { claim }: ClaimRecord): boolean =>
  reading.evidence.chainsOf(claim.id, 'AFFIRMS').any;

function dropsToOne(before: Reading, after: Reading, claim: ClaimRecord): boolean {
  const [was, is] = [before.supportOf(claim), after.supportOf(claim)];
  if (is.independence === 'SINGLE') return was.independence !== 'SINGLE';
  return is.independent === 1 && was.independent > 1;
}
