// Long work that can stop in the middle: a generator which tells, after each small piece, how many steps that took.

/** Yields steps, about a claim or an attestation looked at each; whoever runs it adds them up, and may let others go first. */
export type Resumable<Result> = Generator<number, Result>;

/** Runs work to its end without a pause: for callers whom nobody waits behind. */
export function atOnce<Result>(work: Resumable<Result>): Result {
  let piece = work.next();
  while (!piece.done) piece = work.next();
  return piece.value;
}
