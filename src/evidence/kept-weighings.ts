// The weighings of a growing graph: the newest of each question goes on from the one before, those of the past stay as they are.
import type { RecordedEvent } from '../domain/event.js';
import type { ClaimGraph } from '../graph/claim-graph.js';
import type { ClaimRecord } from '../graph/records.js';
import type { TimeLens } from '../graph/time-lens.js';
import { affectedClaims, tiesAnew } from './affected-claims.js';
import { touchedClaims } from './touched-claims.js';
import { Weighing } from './weighing.js';

/** Most events that a weighing is carried over, and claims looked at meanwhile; beyond, it is cheaper to begin anew. */
const MOST_EVENTS = 1000;
const MOST_LOOKS = 10_000;
/** Most questions kept, and claims kept in all of them: the results of one with three attestations take about 2 kB. */
const MOST_QUESTIONS = 32;
const MOST_CLAIMS = 200_000;

export class KeptWeighings {
  /** By question, the one asked last at the end. */
  private readonly weighings = new Map<string, Weighing>();
  /** The last events drawn. */
  private tail: RecordedEvent[] = [];

  constructor(private readonly graph: ClaimGraph) {}

  /** What claims rest on through a lens. Valid times do not matter to that, so views that differ in nothing else share it. */
  at(lens: TimeLens): Weighing {
    const isNewest = lens.knownSeq === this.graph.seq;
    const question = `${lens.publishedBy ?? ''} ${isNewest ? 'newest' : lens.knownSeq}`;
    const known = this.weighings.get(question);
    const weighing = known?.evidence.lens.knownSeq === lens.knownSeq ? known : this.next(known, lens);
    this.weighings.delete(question);
    this.weighings.set(question, weighing);
    this.trim();
    return weighing;
  }

  /** To be called with the events that the graph has just drawn. */
  drawn(events: readonly RecordedEvent[]): void {
    for (const event of events) this.tail.push(event);
    if (this.tail.length > 2 * MOST_EVENTS) this.tail = this.tail.slice(-MOST_EVENTS);
  }

  /** For a graph whose past was rewritten. */
  forget(): void {
    this.weighings.clear();
    this.tail = [];
  }

  private next(earlier: Weighing | undefined, lens: TimeLens): Weighing {
    const later = new Weighing(this.graph, lens);
    const events = earlier && this.eventsAfter(earlier.evidence.lens.knownSeq);
    if (!earlier || !events) return later;
    const [before, after] = [earlier.evidence, later.evidence];
    const affected = affectedBy(events, earlier, later);
    if (affected === null) return later;
    const sameFamilies =
      !events.some(({ event }) => event.type === 'IdentityJudged') &&
      ![...affected].some(record => tiesAnew(before, after, record));
    later.takeOver(earlier, affected, sameFamilies);
    return later;
  }

  /** Null where they are too many. */
  private eventsAfter(seq: number): readonly RecordedEvent[] | null {
    const count = this.graph.seq - seq;
    return count <= Math.min(MOST_EVENTS, this.tail.length) ? this.tail.slice(-count) : null;
  }

  private trim(): void {
    let claims = 0;
    for (const weighing of this.weighings.values()) claims += weighing.size;
    for (const [question, { size }] of this.weighings) {
      if (this.weighings.size <= MOST_QUESTIONS && claims <= MOST_CLAIMS) return;
      this.weighings.delete(question);
      claims -= size;
    }
  }
}

/** Null where there are too many to look for. */
function affectedBy(
  events: readonly RecordedEvent[],
  { evidence: before }: Weighing,
  { evidence: after }: Weighing,
): ReadonlySet<ClaimRecord> | null {
  const looks = { left: MOST_LOOKS };
  const touched = new Set(events.flatMap(({ event }) => [...touchedClaims(event, after)]));
  const affected = affectedClaims(before, after, touched, looks);
  return looks.left < 0 ? null : affected;
}
