// The work of one operation: counts its steps and its time over everything it asks for, and pauses it when others are to go first.
import type { Resumable } from './resumable.js';
import { Scheduler, type Waiting } from './scheduler.js';

/** Steps between two looks at the clock, because a look costs as much as a step. Loops may report up to so many steps at once. */
export const STEPS_BETWEEN_LOOKS = 32;

export interface WorkLimits {
  /** Steps of all parts together. */
  readonly steps: number;
  /** Milliseconds from the beginning until it is given up. */
  readonly ms: number;
  /** The error to throw past the limit of steps. */
  readonly tooManySteps: () => Error;
  /** The error to throw past the limit of time. */
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
  /** Paused parts. The last one resumes first, so one part is finished before the next is begun. */
  private readonly rests: Rest[] = [];

  /** Begins now. @param scheduler the one of this process. @param onSteps called with the steps taken, some at a time. */
  constructor(
    private readonly limits: WorkLimits,
    private readonly scheduler: Scheduler,
    private readonly onSteps?: (steps: number) => void,
  ) {
    this.end = scheduler.now() + limits.ms;
    this.sliceEnd = scheduler.begin();
  }

  /** Counts steps. @throws the error of the limits once time or steps are used up, and at every call from then on. */
  take(steps = 1): void {
    this.steps += steps;
    this.unlooked += steps;
    if (this.unlooked >= STEPS_BETWEEN_LOOKS) this.look();
  }

  /** Whether it is time to pause. This is asked apart, because waiting at every step would cost more than the steps. */
  get due(): boolean {
    return this.isDue;
  }

  /** Whether the time is over. */
  get isOver(): boolean {
    return this.scheduler.now() >= this.end;
  }

  /** Looks at the clock. @throws the error of the limits. */
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

  /** To be called when nobody waits for the outcome any more: the work ends at its next look at the clock. */
  abandon(): void {
    // The error is made later, if at all: this is called for every operation when it is over, and an error costs more than a small operation.
    this.isAbandoned = true;
  }

  /** Pauses, so other work can run. Rejects with the error of the limits. */
  pause(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.rests.push({ resolve, reject });
      this.scheduler.wait(this);
    });
  }

  /** Runs resumable work: at once if it is done before the slice ends, else with pauses. */
  run<Result>(work: Resumable<Result>): Result | Promise<Result> {
    const piece = this.advance(work);
    return piece.done ? piece.value : this.runLater(work);
  }

  /** The outcome of a promise, or the error of the limits once the time is over; the promise is no longer waited for then. */
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
      // Nothing continues past a limit: every paused part gets the error.
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

/** Work without limits. @param scheduler without one the work never pauses */
export const unlimited = (scheduler = new Scheduler(() => 0, Infinity)): Work =>
  new Work(UNLIMITED, scheduler);

const never = (): Error => new Error('work without a limit came to its limit');
const UNLIMITED: WorkLimits = { steps: Infinity, ms: Infinity, tooManySteps: never, outOfTime: never };
