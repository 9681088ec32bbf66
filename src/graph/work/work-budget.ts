// The budget of one walk: a limit of steps. A walk that reaches it returns what it found and says that it was cut.
import { unlimited, type Work } from './work.js';

/** Steps that one walk may take; it spends one for each claim it looks at. */
export class WorkBudget {
  private taken = 0;
  private refused = false;

  constructor(
    readonly limit = 200_000,
    private readonly work: Work = unlimited(),
  ) {}

  /** Steps taken so far; never more than the limit. */
  get spent(): number {
    return this.taken;
  }

  /** Whether a step was refused: something was left undone. */
  get exhausted(): boolean {
    return this.refused;
  }

  /** Takes a step; false if the budget is used up. @throws the error of the operation's limits once those are used up. */
  spend(): boolean {
    this.refused ||= this.taken >= this.limit;
    if (this.refused) return false;
    this.taken += 1;
    this.work.take();
    return true;
  }

  /** Whether it is time to pause. This is asked apart, because awaiting at every step would cost more than the steps. */
  get due(): boolean {
    return this.work.due;
  }

  /** Pauses, so other work can run. */
  rest(): Promise<void> {
    return this.work.pause();
  }

  /** What to say when the budget is exhausted. */
  get reason(): string {
    return `stopped after ${this.limit.toLocaleString('en')} steps: ask for fewer hops, or name predicates`;
  }
}

/** Runs work that yields where a pause is due. If it awaited inside, each of its calls would make a promise. */
export async function withRests<Result>(work: Generator<void, Result>, budget: WorkBudget): Promise<Result> {
  let step = work.next();
  for (; !step.done; step = work.next()) await budget.rest();
  return step.value;
}
