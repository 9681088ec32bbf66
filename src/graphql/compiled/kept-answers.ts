// Whole answers, kept while the journal stands still: the same question of the same caller is then answered with the same bytes.
import type { Place } from '../../journal/live-graph.js';
import type { RequestContext } from '../operation/context.js';

/** Of all answers and questions together. */
const MOST_BYTES = 64_000_000;
/** Characters. A longer one would push out too many others. */
const LONGEST = 1_000_000;

/** Throws where the operation that was answered may not run now. */
export type Admits = (context: RequestContext) => void;

interface Kept {
  readonly text: string;
  readonly admits: Admits;
  /** Once it was asked for again: most answers are not. */
  bytes: Buffer | null;
}

export class KeptAnswers {
  /** By whom and in which form it was asked, then by the bytes of the question. */
  private answers = new Map<string, Map<string, Kept>>();
  private bytes = 0;
  private place: Place = { seq: -1, rewrites: 0 };

  constructor(private readonly mostBytes = MOST_BYTES) {}

  /** @param place the present one: what was kept at another is gone. */
  find(
    place: Place,
    asker: string,
    question: string,
  ): { readonly bytes: Buffer; readonly admits: Admits } | undefined {
    if (!this.isAt(place)) this.clear(place);
    const kept = this.answers.get(asker)?.get(question);
    return kept && { bytes: (kept.bytes ??= Buffer.from(kept.text)), admits: kept.admits };
  }

  /** @param place the one before the answer was worked out. Nothing is kept where that is not the present one. */
  keep(place: Place, asker: string, question: string, text: string, admits: Admits): void {
    if (!this.isAt(place) || text.length > LONGEST) return;
    // As text and as bytes; text takes up to two bytes a character.
    const weight = 4 * text.length + question.length;
    if (this.bytes + weight > this.mostBytes) this.clear(place);
    let ofAsker: Map<string, Kept> | undefined = this.answers.get(asker);
    if (!ofAsker) {
      ofAsker = new Map();
      this.answers.set(asker, ofAsker);
    }
    if (ofAsker.has(question)) return;
    ofAsker.set(question, { text, admits, bytes: null });
    this.bytes += weight;
  }

  private isAt({ seq, rewrites }: Place): boolean {
    return seq === this.place.seq && rewrites === this.place.rewrites;
  }

  private clear(place: Place): void {
    this.answers = new Map();
    this.bytes = 0;
    this.place = place;
  }
}
