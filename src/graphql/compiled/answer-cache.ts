// A cache of whole answers: until the next commit, the same request of the same caller gets the same bytes.
import type { JournalPosition } from '../../journal/writing/live-graph.js';
import type { RequestContext } from '../operation/context.js';
import type { NamedOperation } from '../operation/named-operation.js';

/** Bytes of all answers and requests together. */
const MOST_BYTES = 64_000_000;
/** Characters. A longer answer would push out too many others. */
const LONGEST = 1_000_000;

/** Throws if the operation may not run now, so its cached answer must not be given either. */
export type Admits = (context: RequestContext) => void;

/** An answer, and what is needed to give it again. */
export interface Answer {
  readonly text: string;
  readonly admits: Admits;
  readonly named: NamedOperation;
}

interface Kept extends Answer {
  /** Made when the answer is asked for a second time; most never are. */
  bytes: Buffer | null;
}

export class AnswerCache {
  /** By caller and media type, then by the bytes of the request. */
  private answers = new Map<string, Map<string, Kept>>();
  private bytes = 0;
  private position: JournalPosition = { seq: -1, rewrites: 0 };

  constructor(private readonly mostBytes = MOST_BYTES) {}

  /** @param position the present one; answers cached at another position are dropped */
  find(
    position: JournalPosition,
    asker: string,
    question: string,
  ): (Answer & { readonly bytes: Buffer }) | undefined {
    if (!this.isAt(position)) this.clear(position);
    const kept = this.answers.get(asker)?.get(question);
    return kept && { ...kept, bytes: (kept.bytes ??= Buffer.from(kept.text)) };
  }

  /** @param position the one at which the answer was worked out; nothing is cached if it is not the present one */
  keep(position: JournalPosition, asker: string, question: string, answer: Answer): void {
    const { text } = answer;
    if (!this.isAt(position) || text.length > LONGEST) return;
    // As text and as bytes; text takes up to two bytes a character.
    const weight = 4 * text.length + question.length;
    if (this.bytes + weight > this.mostBytes) this.clear(position);
    let ofAsker: Map<string, Kept> | undefined = this.answers.get(asker);
    if (!ofAsker) {
      ofAsker = new Map();
      this.answers.set(asker, ofAsker);
    }
    if (ofAsker.has(question)) return;
    ofAsker.set(question, { ...answer, bytes: null });
    this.bytes += weight;
  }

  private isAt({ seq, rewrites }: JournalPosition): boolean {
    return seq === this.position.seq && rewrites === this.position.rewrites;
  }

  private clear(position: JournalPosition): void {
    this.answers = new Map();
    this.bytes = 0;
    this.position = position;
  }
}
