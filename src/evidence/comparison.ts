// Two sources side by side: what both say, what only one says, and where what they say cannot both be so.
import type { Polarity } from '../domain/attestation.js';
import type { SourceId } from '../domain/ids.js';
import type { ClaimRecord } from '../graph/records.js';
import type { Evidence } from './claim-evidence.js';
import { contradictionsInSlot, denialsOf, type Contradiction } from './contradictions.js';
import type { Reading } from './reading.js';
import { slotsOfRecord } from './slots.js';

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
  const { evidence } = reading;
  const yesA = saidBy(reading, a, 'AFFIRMS');
  const yesB = saidBy(reading, b, 'AFFIRMS');
  const noA = saidBy(reading, a, 'DENIES');
  const noB = saidBy(reading, b, 'DENIES');
  const denied = new Set([
    ...[...yesA].filter(record => noB.has(record)),
    ...[...noA].filter(record => yesB.has(record)),
  ]);
  return {
    both: [...yesA].filter(record => yesB.has(record)),
    onlyA: [...yesA].filter(record => !yesB.has(record)),
    onlyB: [...yesB].filter(record => !yesA.has(record)),
    contradictory: [
      ...[...denied].flatMap(record => denialsOf(evidence, record)),
      ...rivalries(evidence, yesA, yesB),
    ],
  };
}

/** What stands among the claims of the two alone, those of others left out. */
function rivalries(evidence: Evidence, a: Said, b: Said): readonly Contradiction[] {
  const slots = new Map(
    [...a].flatMap(record => slotsOfRecord(evidence, record)).map(slot => [slot.key, slot]),
  );
  const found = [...slots.values()].flatMap(slot =>
    contradictionsInSlot(evidence, slot, record => a.has(record) || b.has(record)),
  );
  return found.filter(({ claims }) =>
    claims.some(one => a.has(one) && claims.some(other => other !== one && b.has(other))),
  );
}

type Said = ReadonlySet<ClaimRecord>;

function saidBy(reading: Reading, id: SourceId, polarity: Polarity): Said {
  const said = reading.graph.attestationsBy(id).flatMap(({ attestation }) => {
    if (attestation.polarity !== polarity) return [];
    const carries = reading.evidence.chainsOf(attestation.claim, polarity).find(attestation.id) !== null;
    const record = reading.graph.findClaim(attestation.claim);
    return carries && record && reading.accepts(record) ? record : [];
  });
  return new Set(said.sort((a, b) => a.recorded.seq - b.recorded.seq));
}
