// The work budget: counts the steps of a walk, so that no question can hold up the process or run for ever.

/** After so many steps a walk lets others have their turn. */
export const STEPS_BETWEEN_RESTS = 1024;

/** Steps that one question may take; a walk spends one for each claim it looks at. */
export class WorkBudget {
  private taken = 0;
  private sinceRest = 0;
  private refused = false;

  /** @param isOver asked at each rest: whether nobody waits for the outcome any more. */
  constructor(
    readonly limit = 200_000,
    private readonly isOver: () => boolean = () => false,
  ) {}

  /** Steps taken so far; never more than the limit. */
  get spent(): number {
    return this.taken;
  }

  /** Whether a step was refused: something was left undone. */
  get exhausted(): boolean {
    return this.refused;
  }

  /** Takes a step; false where none is left. */
  spend(): boolean {
    this.refused ||= this.taken >= this.limit;
    if (this.refused) return false;
    this.taken += 1;
    this.sinceRest += 1;
    return true;
  }

  /** Whether it is time for `rest()`; asked apart, since awaiting at every step would cost more than the steps. */
  get due(): boolean {
    return this.sinceRest >= STEPS_BETWEEN_RESTS;
  }

  /** Lets timers, connections and other questions have their turn. */
  async rest(): Promise<void> {
    this.sinceRest = 0;
    // A resolved promise would not do: only a turn of the event loop runs timers and reads sockets.
    await new Promise(resolve => setImmediate(resolve));
    this.refused ||= this.isOver();
  }

  /** What to tell when it is exhausted. */
  get reason(): string {
    return `stopped after ${this.limit.toLocaleString('en')} steps: ask for fewer hops, or name predicates`;
  }
}

/** Does work that yields wherever a rest is due. Awaiting inside would make a promise of each of its calls. */
export async function withRests<Result>(work: Generator<void, Result>, budget: WorkBudget): Promise<Result> {
  let step = work.next();
  for (; !step.done; step = work.next()) await budget.rest();
  return step.value;
}
