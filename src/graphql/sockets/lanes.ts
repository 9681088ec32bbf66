// Limits how much runs at a time, so half-done work takes a bounded part of memory.

export class Lanes {
  private readonly waiting: (() => void)[] = [];

  /** @param free how many there are. */
  constructor(private free: number) {}

  /** Does something once there is a lane for it; who came first goes first. */
  async within<T>(work: () => Promise<T>): Promise<T> {
    if (this.free > 0) this.free -= 1;
    else await new Promise<void>(resolve => this.waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.free += 1;
    }
  }
}
