// Whole answers, kept while the journal stands still: the same question of the same caller is then answered with the same bytes.

/** Of all answers and questions together. */
const MOST_BYTES = 64_000_000;
/** Characters. A longer one would push out too many others. */
const LONGEST = 1_000_000;

interface Kept {
  readonly text: string;
  /** Once it was asked for again: most answers are not. */
  bytes: Buffer | null;
}

export class KeptAnswers {
  /** By whom and in which form it was asked, then by the bytes of the question. */
  private answers = new Map<string, Map<string, Kept>>();
  private bytes = 0;
  private seq = -1;

  constructor(private readonly mostBytes = MOST_BYTES) {}

  /** @param seq the journal's last place now: what was kept at another is gone. */
  find(seq: number, asker: string, question: string): Buffer | undefined {
    if (seq !== this.seq) this.clear(seq);
    const kept = this.answers.get(asker)?.get(question);
    return kept && (kept.bytes ??= Buffer.from(kept.text));
  }

  /** @param seq the journal's last place before the answer was worked out. Nothing is kept where that is not the present one. */
  keep(seq: number, asker: string, question: string, answer: string): void {
    if (seq !== this.seq || answer.length > LONGEST) return;
    // As text and as bytes; text takes up to two bytes a character.
    const weight = 4 * answer.length + question.length;
    if (this.bytes + weight > this.mostBytes) this.clear(seq);
    let ofAsker: Map<string, Kept> | undefined = this.answers.get(asker);
    if (!ofAsker) {
      ofAsker = new Map();
      this.answers.set(asker, ofAsker);
    }
    if (ofAsker.has(question)) return;
    ofAsker.set(question, { text: answer, bytes: null });
    this.bytes += weight;
  }

  private clear(seq: number): void {
    this.answers = new Map();
    this.bytes = 0;
    this.seq = seq;
  }
}
