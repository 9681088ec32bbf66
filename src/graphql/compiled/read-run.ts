// One run of a compiled query: the arguments of its fields, and the parts of the answer that come later.
import type { RequestContext } from '../operation/context.js';
import type { OperationWork } from '../operation/operation-work.js';
import type { Variables } from './selected-fields.js';

/** A query that Apollo must run. Never reaches a client. */
export class OddRead extends Error {}

/** Stands around the number of a part that comes later. JSON escapes this character, so no text holds it. */
export const PLACE = '\u0000';
/** Characters; the bytes of longer answers are counted. */
const MOSTLY_SHORT = 100_000;

type Write = (value: unknown, run: ReadRun) => string;

/** The context of an operation that was admitted. */
export type Admitted = RequestContext & { readonly work: OperationWork };

export class ReadRun {
  /** The arguments of each field that depend on variables, once they were read. */
  readonly argumentSets: (Record<string, unknown> | undefined)[] = [];
  private readonly waiting: Promise<string>[] = [];

  constructor(
    readonly context: Admitted,
    readonly variables: Variables,
  ) {}

  /** The text of a value, or a placeholder if the value comes later. */
  waitedFor(value: unknown, write: Write): string {
    if (!(value instanceof Promise)) return write(value, this);
    return this.later(value, write);
  }

  /** The text of one more item of a list, or a placeholder if it is time to pause. */
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
    // If another part fails first, nobody awaits this one, and its rejection would be unhandled.
    text.catch(() => {});
    this.waiting.push(text);
    return `${PLACE}${this.waiting.length - 1}${PLACE}`;
  }

  /** The text with all placeholders filled; at once if there are none. */
  complete(text: string): string | Promise<string> {
    if (this.waiting.length > 0) return this.whole(text);
    this.fits(text);
    return text;
  }

  private async whole(text: string): Promise<string> {
    // One timer for the whole answer: a timer for each part would cost more than most parts do.
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
    // Every second piece is the number of a placeholder. A part may have placeholders of its own.
    const pieces = text.split(PLACE).map(async (piece, at) => {
      const part = at % 2 === 0 ? undefined : this.waiting[Number(piece)];
      return part ? this.filled(await part) : piece;
    });
    return (await Promise.all(pieces)).join('');
  }
}
