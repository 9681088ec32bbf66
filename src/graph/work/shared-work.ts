// Work that several callers wait for: each of them pushes it on from where it stands, so nothing is done twice.
import type { Resumable } from './resumable.js';

interface Run<Result> {
  readonly work: Resumable<Result>;
  end: { readonly value: Result } | null;
}

export class SharedWork<Result> {
  private run: Run<Result> | null = null;

  /** @param make begins the work: at the first call of `go`, and again after it was done or failed. */
  constructor(private readonly make: () => Resumable<Result>) {}

  /** Runs the work to its end, from where other callers have brought it. */
  *go(): Resumable<Result> {
    const run = (this.run ??= { work: this.make(), end: null });
    for (;;) {
      if (run.end) return run.end.value;
      const steps = this.push(run);
      if (steps !== null) yield steps;
    }
  }

  private push(run: Run<Result>): number | null {
    try {
      const piece = run.work.next();
      if (piece.done !== true) return piece.value;
      run.end = piece;
    } catch (error) {
      if (this.run === run) this.run = null;
      throw error;
    }
    if (this.run === run) this.run = null;
    return null;
  }
}
