// A cache of parts of answers that depend only on a record and the view it is seen through.
import { ViewedGraph } from '../../evidence/viewed-graph.js';
import { PLACE } from './read-run.js';

/** Of all texts together. */
const MOST_CHARACTERS = 32_000_000;

/** How much all of them may take together. What is over the limit empties all of them: what is still asked is soon back. */
export class TextBudget {
  private characters = 0;
  private epoch = 0;

  constructor(private readonly most = MOST_CHARACTERS) {}

  /** Of one place in one query. */
  texts(): WrittenTexts {
    return new WrittenTexts(this);
  }

  get now(): number {
    return this.epoch;
  }

  take(characters: number): void {
    this.characters += characters;
    if (this.characters <= this.most) return;
    this.epoch += 1;
    this.characters = 0;
  }
}

interface Texts {
  /** Position of the last event that they show. */
  readonly seq: number;
  readonly ofRecords: Map<object, string>;
}

export class WrittenTexts {
  // By reading, so that they go when it goes.
  private byReading = new WeakMap<ViewedGraph, Texts>();
  private epoch = -1;

  constructor(private readonly budget: TextBudget) {}

  /** The text of an object of the API; `write` is called where it is not there yet, or where the object has no record. */
  of(shown: unknown, write: () => string): string {
    const { record, viewed } = shown as { readonly record?: unknown; readonly viewed?: unknown };
    if (typeof record !== 'object' || record === null || !(viewed instanceof ViewedGraph)) return write();
    const texts = this.textsOf(viewed);
    let text = texts.get(record);
    if (text === undefined) {
      text = write();
      if (text.includes(PLACE)) return text;
      texts.set(record, text);
      this.budget.take(text.length);
    }
    return text;
  }

  private textsOf(viewed: ViewedGraph): Map<object, string> {
    if (this.epoch !== this.budget.now) {
      this.byReading = new WeakMap();
      this.epoch = this.budget.now;
    }
    const { seq } = viewed.graph;
    let texts = this.byReading.get(viewed);
    // Some things are as of now in every view, so that what is recorded may change what a view of the past shows.
    if (texts?.seq !== seq) this.byReading.set(viewed, (texts = { seq, ofRecords: new Map() }));
    return texts.ofRecords;
  }
}
