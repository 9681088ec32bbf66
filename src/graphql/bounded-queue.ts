// A queue between one who tells and one who reads at a pace of his own: bounded, and over when the reader stops.

const MOST_WAITING = 10_000;

export class BoundedQueue<T> implements AsyncIterableIterator<T> {
  private readonly waiting: T[] = [];
  private wake: (() => void) | null = null;
  private over = false;
  private failure: Error | null = null;

  /** @param onEnd called once, when nobody reads any more. */
  constructor(private readonly onEnd: () => void) {}

  /** Past 10,000 unread items the reader is told so and let go: nothing is left out in silence. */
  push(item: T): void {
    if (this.over || this.failure) return;
    if (this.waiting.length >= MOST_WAITING) {
      this.fail(new Error(`More than ${MOST_WAITING} items waited to be read: ask anew, and read faster.`));
    } else {
      this.waiting.push(item);
      this.wake?.();
    }
  }

  /** Ends it with an error, once what waits has been read. */
  fail(error: Error): void {
    this.failure ??= error;
    this.wake?.();
  }

  async next(): Promise<IteratorResult<T>> {
    for (;;) {
      if (this.over) return { done: true, value: undefined };
      const item = this.waiting.shift();
      if (item !== undefined) return { done: false, value: item };
      if (this.failure) {
        this.end();
        throw this.failure;
      }
      await new Promise<void>(resolve => (this.wake = resolve));
    }
  }

  return(): Promise<IteratorResult<T>> {
    this.end();
    return Promise.resolve({ done: true, value: undefined });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  private end(): void {
    if (this.over) return;
    this.over = true;
    this.wake?.();
    this.onEnd();
  }
}
