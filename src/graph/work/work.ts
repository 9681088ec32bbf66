// The work of one operation: counts its steps and its time over everything it asks for, and pauses it when others are to go first.
import type { Resumable } from './resumable.js';
import { Scheduler, type Waiting } from './scheduler.js';

/** Steps after which the clock is looked at: looking costs as much as a step. So many may be told of at once. */
export const STEPS_BETWEEN_LOOKS = 32;

export interface WorkLimits {
  /** Steps of all parts together. */
  readonly steps: number;
  /** Milliseconds from the beginning until it is given up. */
  readonly ms: number;
  /** What is thrown past the steps. */
  readonly tooManySteps: () => Error;
  /** What is thrown past the time. */
  readonly outOfTime: () => Error;
}

interface Rest {
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

export class Work implements Waiting {
  /** Since the beginning, over all parts. */
  steps = 0;
  private unlooked = 0;
  private isDue = false;
  private sliceEnd: number;
  private readonly end: number;
  private failure: Error | null = null;
  private isAbandoned = false;
  /** What stands still. The last one goes on first, so that one part is done before the next is begun. */
  private readonly rests: Rest[] = [];

  /** Begins now. @param scheduler shared by all who work in this process. @param onSteps told of steps, some at a time. */
  constructor(
    private readonly limits: WorkLimits,
    private readonly scheduler: Scheduler,
    private readonly onSteps?: (steps: number) => void,
  ) {
    this.end = scheduler.now() + limits.ms;
    this.sliceEnd = scheduler.begin();
  }

  /** Counts steps. @throws what the limits say, once time or steps are used up; from then on at every call. */
  take(steps = 1): void {
    this.steps += steps;
    this.unlooked += steps;
    if (this.unlooked >= STEPS_BETWEEN_LOOKS) this.look();
  }

  /** Whether others are to go first now: asked apart, since waiting at every step would cost more than the steps. */
  get due(): boolean {
    return this.isDue;
  }

  /** Whether the time is over. */
  get isOver(): boolean {
    return this.scheduler.now() >= this.end;
  }

  /** Looks at the clock. @throws what the limits say. */
  look(): void {
    this.onSteps?.(this.unlooked);
    this.unlooked = 0;
    if (this.failure) throw this.failure;
    if (this.isAbandoned) throw (this.failure = this.limits.outOfTime());
    const now = this.scheduler.now();
    if (now >= this.end) throw (this.failure = this.limits.outOfTime());
    if (this.steps > this.limits.steps) throw (this.failure = this.limits.tooManySteps());
    this.isDue = now >= this.sliceEnd;
  }

  /** Nobody waits for the outcome any more: it ends at its next look at the clock, as if its time were over. */
  abandon(): void {
    // Told of every operation when it is over: to make an error each time would cost more than small operations do.
    this.isAbandoned = true;
  }

  /** Lets others go first. Rejects with what the limits say. */
  pause(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.rests.push({ resolve, reject });
      this.scheduler.wait(this);
    });
  }

  /** Runs resumable work: at once where it is done before others are to go first, else by and by. */
  run<Result>(work: Resumable<Result>): Result | Promise<Result> {
    const piece = this.advance(work);
    return piece.done ? piece.value : this.runLater(work);
  }

  /** The outcome of work that others do, or the refusal once the time is over: it is waited for no longer then. */
  async within<T>(work: Promise<T>): Promise<T> {
    if (this.limits.ms === Infinity) return work;
    let timer: NodeJS.Timeout | undefined;
    const over = new Promise<never>((_, reject) => {
      const left = Math.max(0, this.end - this.scheduler.now());
      timer = setTimeout(() => reject((this.failure ??= this.limits.outOfTime())), left);
    });
    try {
      return await Promise.race([work, over]);
    } finally {
      clearTimeout(timer);
    }
  }

  resume(sliceEnd: number): boolean {
    this.sliceEnd = sliceEnd;
    this.isDue = false;
    try {
      this.look();
      this.rests.pop()?.resolve();
    } catch (error) {
      // Nothing is gone on with: all that stands still is told.
      for (const { reject } of this.rests.splice(0)) reject(error as Error);
    }
    return this.rests.length > 0;
  }

  private advance<Result>(work: Resumable<Result>): IteratorResult<number, Result> {
    let piece = work.next();
    while (!piece.done) {
      this.take(piece.value);
      if (this.isDue) return piece;
      piece = work.next();
    }
    return piece;
  }

  private async runLater<Result>(work: Resumable<Result>): Promise<Result> {
    for (;;) {
      await this.pause();
      const piece = this.advance(work);
      if (piece.done) return piece.value;
    }
  }
}

/** Work that nothing limits. @param scheduler without them nobody waits behind it either. */
export const unlimited = (scheduler = new Scheduler(() => 0, Infinity)): Work =>
  new Work(UNLIMITED, scheduler);

const never = (): Error => new Error('work without a limit came to its limit');
const UNLIMITED: WorkLimits = { steps: Infinity, ms: Infinity, tooManySteps: never, outOfTime: never };
