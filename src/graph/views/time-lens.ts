// The time lens: reads the times of a view once, and says of any record whether and how the view shows it.
import { InvalidInput } from '../../domain/refusal.js';
import { overlaps, readTimeSpan, type TimeSpan } from '../../domain/time-span.js';
import type { View } from '../../domain/view.js';
import type { ClaimGraph } from '../claim-graph.js';
import type { IdentityClasses } from '../identity/identity-classes.js';
import type {
  AttestationRecord,
  ClaimRecord,
  LineageNote,
  SourceRecord,
  Withdrawal,
} from '../records/records.js';

export class TimeLens {
  /** Last place in the journal that is seen. */
  readonly knownSeq: number;
  /** Who was judged one with whom by then. */
  readonly identities: IdentityClasses;
  private readonly validAt: TimeSpan | null;
  /** Last millisecond by which a source must be out; null where that does not matter. */
  readonly publishedBy: number | null;

  /** @throws InvalidInput for times that cannot be read. */
  constructor(graph: ClaimGraph, view: View = {}) {
    this.validAt = view.validAt === undefined ? null : readTimeSpan(view.validAt, ['view', 'validAt']);
    this.publishedBy =
      view.publishedBy === undefined ? null : readTimeSpan(view.publishedBy, ['view', 'publishedBy']).to;
    this.knownSeq = Math.min(readSeq(view.knownAtSeq), graph.seqAt(readInstant(view.knownAt)));
    this.identities = graph.identitiesAt(this.knownSeq);
  }

  /** Whether it was recorded by then. */
  knows({ recorded }: { readonly recorded: { readonly seq: number } }): boolean {
    return recorded.seq <= this.knownSeq;
  }

  /** The withdrawal or supersession, if it was recorded by then. */
  since<W extends Withdrawal>(withdrawal: W | null): W | null {
    return withdrawal && this.knows(withdrawal) ? withdrawal : null;
  }

  /** The last entry of a history that was recorded by then. */
  latest<H extends { readonly recorded: { readonly seq: number } }>(history: readonly H[]): H | null {
    for (let i = history.length - 1; i >= 0; i -= 1) {
      const entry = history[i];
      if (entry && this.knows(entry)) return entry;
    }
    return null;
  }

  lineageOf(record: AttestationRecord): LineageNote {
    const note = this.latest(record.lineages) ?? record.lineages[0];
    if (!note) throw new Error(`attestation ${record.attestation.id} has no lineage`);
    return note;
  }

  /** Whether someone here had the source itself by then. */
  holds(record: SourceRecord): boolean {
    return record.held !== null && record.held.seq <= this.knownSeq;
  }

  /**
   * Whether a source was out by then. One that is held must be so for certain: an undated one is not, as far as anyone can say.
   * A reported source need not be later than that: the sources that relay it show when it was out at the latest.
   */
  isPublished(record: SourceRecord): boolean {
    if (this.publishedBy === null) return true;
    const { from, to } = record.published;
    return (this.holds(record) ? to : from) <= this.publishedBy;
  }

  /** Whether a claim may have been true then; one of unknown time may. */
  mayHold(record: ClaimRecord): boolean {
    return this.validAt === null || overlaps(record.span, this.validAt);
  }
}

function readSeq(seq: number | undefined): number {
  if (seq === undefined) return Infinity;
  if (Number.isInteger(seq) && seq >= 0) return seq;
  throw new InvalidInput(`\`knownAtSeq\` is ${seq}: give a whole number from 0.`, {
    field: ['view', 'knownAtSeq'],
  });
}

// Without an offset the answer would hang on where the program runs.
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;

function readInstant(text: string | undefined): number {
  if (text === undefined) return Infinity;
  const time = INSTANT.test(text) ? Date.parse(text) : NaN;
  if (!Number.isNaN(time)) return time;
  const advice = 'give an instant such as 2014-11-18T12:00:00Z';
  throw new InvalidInput(`\`knownAt\` "${text.slice(0, 40)}" is no date and time: ${advice}.`, {
    field: ['view', 'knownAt'],
  });
}
