// A bounded queue between a producer and a slow reader: it ends when the reader stops or is too slow.
import { tooSlow } from '../errors/too-slow.js';

export class BoundedQueue<T> implements AsyncIterableIterator<T> {
  private waiting: T[] = [];
  private wake: (() => void) | null = null;
  private isOver = false;
  /** Why the queue is over; the reader gets it once. */
  private failure: Error | null = null;

  /** @param onEnd called once, when it is over. */
  constructor(
    private readonly most: number,
    private readonly onEnd: () => void,
  ) {}

  get isFull(): boolean {
    return this.waiting.length >= this.most;
  }

  /** If too many items wait, the reader gets an error and is dropped: nothing is left out silently. */
  push(item: T): void {
    if (this.isOver) return;
    if (this.isFull) return this.fail(tooSlow(`More than ${this.most} items waited to be read`));
    this.waiting.push(item);
    this.wake?.();
  }

  /** Ends it with an error, which is what is read next: what waits is let go. */
  fail(error: Error): void {
    if (this.isOver) return;
    this.failure = error;
    this.end();
  }

  async next(): Promise<IteratorResult<T>> {
    for (;;) {
      const item = this.waiting.shift();
      if (item !== undefined) return { done: false, value: item };
      if (this.failure) {
        const { failure } = this;
        this.failure = null;
        throw failure;
      }
      if (this.isOver) return { done: true, value: undefined };
      await new Promise<void>(resolve => (this.wake = resolve));
    }
  }

  return(): Promise<IteratorResult<T>> {
    this.end();
    this.failure = null;
    return Promise.resolve({ done: true, value: undefined });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  private end(): void {
    if (this.isOver) return;
    this.isOver = true;
    this.waiting = [];
    this.wake?.();
    this.onEnd();
  }
}
