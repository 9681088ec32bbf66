// One run of a compiled query: what its fields are given, and those parts of the answer that have to be waited for.
import type { RequestContext } from '../operation/context.js';
import type { OperationWork } from '../operation/operation-work.js';
import type { Variables } from './selected-fields.js';

/** A query that Apollo must run. Never reaches a client. */
export class OddRead extends Error {}

/** Marks the place of a part that is waited for: no JSON text holds this character. */
export const PLACE = '\u0000';
/** Characters; the bytes of longer answers are counted. */
const MOSTLY_SHORT = 100_000;

type Write = (value: unknown, run: ReadRun) => string;

/** The context of an operation that was admitted. */
export type Admitted = RequestContext & { readonly work: OperationWork };

export class ReadRun {
  /** Of each field whose arguments hang on variables, once they were read. */
  readonly argumentSets: (Record<string, unknown> | undefined)[] = [];
  private readonly waiting: Promise<string>[] = [];

  constructor(
    readonly context: Admitted,
    readonly variables: Variables,
  ) {}

  /** The text of a value, or a place for it where the value is still to come. */
  waitedFor(value: unknown, write: Write): string {
    if (!(value instanceof Promise)) return write(value, this);
    return this.later(value, write);
  }

  /** The text of one more item of a list: put off where others are to go first. */
  inTurn(item: unknown, write: Write): string {
    const { work } = this.context;
    work.take();
    return work.due
      ? this.later(
          work.pause().then(() => item),
          write,
        )
      : write(item, this);
  }

  /** Prepares something, and then writes a value; at once where it is ready. */
  once(ready: void | Promise<void>, value: unknown, write: Write): string {
    return ready instanceof Promise
      ? this.later(
          ready.then(() => value),
          write,
        )
      : write(value, this);
  }

  private later(value: Promise<unknown>, write: Write): string {
    const text = value.then(found => {
      const part = write(found, this);
      this.context.work.write(part.length);
      return part;
    });
    // Where another one fails first nobody waits for this one any more.
    text.catch(() => {});
    this.waiting.push(text);
    return `${PLACE}${this.waiting.length - 1}${PLACE}`;
  }

  /** The text with all its places filled; at once where there are none. */
  complete(text: string): string | Promise<string> {
    if (this.waiting.length > 0) return this.whole(text);
    this.fits(text);
    return text;
  }

  private async whole(text: string): Promise<string> {
    // One clock for all parts: a timer for each would cost more than most of them.
    const whole = await this.context.work.within(this.filled(text));
    this.fits(whole);
    return whole;
  }

  /** UTF-8 takes up to three bytes a character. */
  private fits(text: string): void {
    const { work } = this.context;
    work.fits(text.length);
    if (text.length > MOSTLY_SHORT) work.fits(Buffer.byteLength(text));
  }

  private async filled(text: string): Promise<string> {
    // Every second piece is the number of a place. A part may have places of its own.
    const pieces = text.split(PLACE).map(async (piece, at) => {
      const part = at % 2 === 0 ? undefined : this.waiting[Number(piece)];
      return part ? this.filled(await part) : piece;
    });
    return (await Promise.all(pieces)).join('');
  }
}
