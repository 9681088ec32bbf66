// One run of a compiled query: what its fields are given, and those parts of the answer that have to be waited for.
import type { RequestContext } from '../context.js';
import type { Variables } from './selected-fields.js';

/** A query that Apollo must run. Never reaches a client. */
export class OddRead extends Error {}

/** Marks the place of a part that is waited for: no JSON text holds this character. */
export const PLACE = '\u0000';

export class ReadRun {
  /** Of each field whose arguments hang on variables, once they were read. */
  readonly argumentSets: (Record<string, unknown> | undefined)[] = [];
  private readonly waiting: Promise<string>[] = [];

  constructor(
    readonly context: RequestContext,
    readonly variables: Variables,
  ) {}

  /** The text of a value, or a place for it where the value is still to come. */
  waitedFor(value: unknown, write: (value: unknown, run: ReadRun) => string): string {
    return value instanceof Promise ? this.later(value, write) : write(value, this);
  }

  private later(value: Promise<unknown>, write: (value: unknown, run: ReadRun) => string): string {
    const text = value.then(found => write(found, this));
    // Where another one fails first nobody waits for this one any more.
    text.catch(() => {});
    this.waiting.push(text);
    return `${PLACE}${this.waiting.length - 1}${PLACE}`;
  }

  /** The text with all its places filled; at once where there are none. */
  complete(text: string): string | Promise<string> {
    return this.waiting.length === 0 ? text : this.filled(text);
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
