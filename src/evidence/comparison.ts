// Two sources side by side: what both say, what only one says, and where what they say cannot both be so.
import type { Polarity } from '../domain/attestation.js';
import type { SourceId } from '../domain/ids.js';
import type { ClaimRecord } from '../graph/records.js';
import { contradictionKey, type Contradiction } from './contradictions.js';
import type { Reading } from './reading.js';

export interface SourceComparison {
  /** Affirmed by both, in their own word or passing on another's. */
  readonly both: readonly ClaimRecord[];
  readonly onlyA: readonly ClaimRecord[];
  readonly onlyB: readonly ClaimRecord[];
  /** One of the two affirms a claim that the other denies, or affirms a rival of it. */
  readonly contradictory: readonly Contradiction[];
}

/** Compares what two sources say in a view; claims in the order they were recorded. */
export function compareSources(reading: Reading, a: SourceId, b: SourceId): SourceComparison {
  const yesA = saidBy(reading, a, 'AFFIRMS');
  const yesB = saidBy(reading, b, 'AFFIRMS');
  const noA = saidBy(reading, a, 'DENIES');
  const noB = saidBy(reading, b, 'DENIES');
  const crosses = ({ claims }: Contradiction): boolean =>
    claims.some(one => (yesA.has(one) && noB.has(one)) || (noA.has(one) && yesB.has(one))) ||
    claims.some(one => yesA.has(one) && claims.some(other => other !== one && yesB.has(other)));
  const contradictions = new Map<string, Contradiction>();
  for (const record of [...yesA, ...noA]) {
    for (const one of reading.contradictionsOf(record))
      if (crosses(one)) contradictions.set(contradictionKey(one), one);
  }
  return {
    both: [...yesA].filter(record => yesB.has(record)),
    onlyA: [...yesA].filter(record => !yesB.has(record)),
    onlyB: [...yesB].filter(record => !yesA.has(record)),
    contradictory: [...contradictions.values()],
  };
}

function saidBy(reading: Reading, id: SourceId, polarity: Polarity): Set<ClaimRecord> {
  const said = reading.graph.attestationsBy(id).flatMap(({ attestation }) => {
    if (attestation.polarity !== polarity) return [];
    const carries = reading.evidence.chainsOf(attestation.claim, polarity).find(attestation.id) !== null;
    const record = reading.graph.findClaim(attestation.claim);
    return carries && record && reading.accepts(record) ? record : [];
  });
  return new Set(said.sort((a, b) => a.recorded.seq - b.recorded.seq));
}
