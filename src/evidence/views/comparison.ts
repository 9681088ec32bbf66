// Compares two sources: what both say, what only one says, and where they contradict each other.
import type { Polarity } from '../../domain/attestation.js';
import type { SourceId } from '../../domain/ids.js';
import type { ClaimRecord } from '../../graph/records/records.js';
import { eachInPieces, sorted, type Resumable } from '../../graph/work/resumable.js';
import { bySeq } from '../../graph/walks/walk.js';
import type { Evidence } from '../weighing/claim-evidence.js';
import {
  denialsOf,
  groupsIn,
  type Contradiction,
  type ContradictionsFound,
} from '../weighing/contradictions.js';
import type { ViewedGraph } from '../viewed-graph.js';
import { rivalsIn } from '../slots/rivals.js';
import { slotsOfRecord, type SharedSlot } from '../slots/slots.js';

export interface SourceComparison {
  /** Affirmed by both, in their own word or passing on another's. */
  readonly both: readonly ClaimRecord[];
  readonly onlyA: readonly ClaimRecord[];
  readonly onlyB: readonly ClaimRecord[];
  /** One of the two affirms a claim that the other denies, or affirms a rival of it. */
  readonly contradictory: readonly Contradiction[];
  /** How many there are, with those that are not listed. */
  readonly contradictoryCount: number;
}

/** Compares what two sources say in a view; claims in the order they were recorded. */
export function* compareSources(viewed: ViewedGraph, a: SourceId, b: SourceId): Resumable<SourceComparison> {
  const { evidence } = viewed;
  const yesA = yield* saidBy(viewed, a, 'AFFIRMS');
  const yesB = yield* saidBy(viewed, b, 'AFFIRMS');
  const noA = yield* saidBy(viewed, a, 'DENIES');
  const noB = yield* saidBy(viewed, b, 'DENIES');
  const denied = new Set([
    ...[...yesA].filter(record => noB.has(record)),
    ...[...noA].filter(record => yesB.has(record)),
  ]);
  const denials: Contradiction[] = [];
  for (const record of denied) denials.push(...(yield* denialsOf(evidence, record)));
  const rivals = yield* rivalries(evidence, yesA, yesB);
  return {
    both: [...yesA].filter(record => yesB.has(record)),
    onlyA: [...yesA].filter(record => !yesB.has(record)),
    onlyB: [...yesB].filter(record => !yesA.has(record)),
    contradictory: [...denials, ...rivals.contradictions],
    contradictoryCount: denials.length + rivals.count,
  };
}

/** What stands among the claims of the two alone, those of others left out. */
function* rivalries(evidence: Evidence, a: Said, b: Said): Resumable<ContradictionsFound> {
  const inSlots = new Map<string, { readonly slot: SharedSlot; readonly claims: ClaimRecord[] }>();
  yield* eachInPieces(new Set([...a, ...b]), record => {
    for (const slot of slotsOfRecord(evidence, record)) {
      const known = inSlots.get(slot.key);
      if (known) known.claims.push(record);
      else inSlots.set(slot.key, { slot, claims: [record] });
    }
  });
  const contradictions: Contradiction[] = [];
  let count = 0;
  for (const { slot, claims } of inSlots.values()) {
    if (claims.length < 2) continue;
    const rivals = yield* rivalsIn(evidence, slot, yield* sorted(claims, bySeq));
    const sides = [a, b].map(side => rivals.competing.filter(record => side.has(record)));
    const found = yield* groupsIn(rivals, {}, sides);
    contradictions.push(...found.contradictions);
    count += found.count;
  }
  return { contradictions, count };
}

type Said = ReadonlySet<ClaimRecord>;

function* saidBy(viewed: ViewedGraph, id: SourceId, polarity: Polarity): Resumable<Said> {
  const said: ClaimRecord[] = [];
  for (const { attestation } of viewed.graph.attestationsBy(id)) {
    yield 1;
    if (attestation.polarity !== polarity) continue;
    const chains = yield* viewed.evidence.workOutChains(attestation.claim, polarity);
    const record = viewed.graph.findClaim(attestation.claim);
    if (chains.find(attestation.id) === null || !record) continue;
    if (yield* viewed.acceptable(record)) said.push(record);
  }
  return new Set(yield* sorted(said, bySeq));
}
