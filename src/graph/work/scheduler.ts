// Shares processor time: all long work of the process together gets one slice of each event-loop turn, so short requests are answered at
// once.

/** Milliseconds of one turn that long work may take, however many wait. */
const SLICE_MS = 5;
/** Microtasks from the end of a wait to the end of what then runs: they belong to the slice of the work that waited. */
const HOPS = 4;

/** Fewer steps than this make no difference between two operations: most small ones take fewer in all. */
const STEPS_ALIKE = 1024;

/** Work that is paused. */
export interface Waiting {
  /** Steps taken so far. Work that took clearly fewer goes first, so short operations finish soon. */
  readonly steps: number;
  /** Resumes one paused part until `sliceEnd`. Returns whether other parts are still paused. */
  resume(sliceEnd: number): boolean;
}

export class Scheduler {
  private readonly waiting = new Set<Waiting>();
  private running = false;
  /** When the current slice ends; 0 if there is none. */
  private sliceEnd = 0;

  /** @param now milliseconds that never go back. */
  constructor(
    readonly now = (): number => performance.now(),
    private readonly sliceMs = SLICE_MS,
  ) {}

  /** When work that begins now has to pause. All work that begins in one turn of the event loop shares a slice. */
  begin(): number {
    if (this.sliceMs === Infinity) return Infinity;
    if (this.sliceEnd === 0) {
      this.sliceEnd = this.now() + this.sliceMs;
      if (!this.running) setImmediate(() => (this.sliceEnd = 0));
    }
    return this.sliceEnd;
  }

  /** Resumes the work in later turns until no part of it is paused. */
  wait(one: Waiting): void {
    this.waiting.add(one);
    if (this.running) return;
    this.running = true;
    void this.run();
  }

  private async run(): Promise<void> {
    while (this.waiting.size > 0) {
      // A resolved promise would not do: only a turn of the event loop runs timers and reads sockets.
      await new Promise(resolve => setImmediate(resolve));
      await this.slice(this.now() + this.sliceMs);
      this.sliceEnd = 0;
    }
    this.running = false;
  }

  private async slice(end: number): Promise<void> {
    do {
      const one = this.leastServed();
      if (!one) return;
      if (!one.resume(end)) this.waiting.delete(one);
      for (let hop = 0; hop < HOPS; hop += 1) await Promise.resolve();
    } while (this.now() < end);
  }

  /** Of those that took about as many steps the first that came: else each newcomer would go before all that have begun. */
  private leastServed(): Waiting | null {
    let least: Waiting | null = null;
    for (const one of this.waiting) if (least === null || rankOf(one) < rankOf(least)) least = one;
    return least;
  }
}

const rankOf = ({ steps }: Waiting): number => Math.floor(steps / STEPS_ALIKE);
