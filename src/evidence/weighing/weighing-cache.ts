// Keeps the weighings of a graph as it grows: the newest reuses what the one before found, those of the past stay as they are.
import type { RecordedEvent } from '../../domain/event.js';
import type { ClaimId } from '../../domain/ids.js';
import type { ClaimGraph } from '../../graph/claim-graph.js';
import { withinSteps, type Resumable } from '../../graph/work/resumable.js';
import type { TimeLens } from '../../graph/views/time-lens.js';
import { affectedBy } from './affected-claims.js';
import type { Affected, Evidence } from './claim-evidence.js';
import { touchedClaims } from './touched-claims.js';
import { Weighing } from './weighing.js';

/** Most events that a weighing is carried over, and steps that takes at once; beyond, it begins anew. */
const MOST_EVENTS = 1000;
const MOST_STEPS = 10_000;
/** Most questions kept, and claims kept in all of them: the results of one with three attestations take about 2 kB. */
const MOST_QUESTIONS = 32;
const MOST_CLAIMS = 200_000;

export class WeighingCache {
  /** By question, the one asked last at the end. */
  private readonly weighings = new Map<string, Weighing>();
  /** The events that were applied last. */
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

  /** Call it with the events that were just applied to the graph. */
  invalidate(events: readonly RecordedEvent[]): void {
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
    const affected = withinSteps(affectedIn(events, earlier.evidence, later.evidence), MOST_STEPS);
    if (affected) later.takeOver(earlier, affected);
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

/** What must be weighed anew after some events. */
function* affectedIn(
  events: readonly RecordedEvent[],
  before: Evidence,
  after: Evidence,
): Resumable<Affected> {
  const touched = new Set<ClaimId>();
  for (const { event } of events) {
    yield 1;
    for (const claim of yield* touchedClaims(event, after)) touched.add(claim);
  }
  const { claims, slots, tiesAnew } = yield* affectedBy(before, after, touched);
  const sameIdentities = before.lens.identities === after.lens.identities;
  return {
    claims: [...claims].map(({ claim }) => claim.id),
    // Who stands for an entity names its slots.
    slots: sameIdentities ? [...slots.keys()] : null,
    sameFamilies: sameIdentities && !tiesAnew,
  };
}
