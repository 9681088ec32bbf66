// Resumable work: long work written as a generator that yields after each small piece, so the caller can count it, pause it or give it up.

/**
 * Yields, after each small piece of work, how many steps that took. A step is about one claim or attestation looked at, about a
 * microsecond. May be left unfinished at any piece: nothing half done is kept.
 */
export type Resumable<R> = Generator<number, R>;

/** Steps after which a loop ends its piece: a fraction of a millisecond. */
export const STEPS_IN_A_PIECE = 256;

/** Runs work to its end without a pause. */
export function atOnce<R>(work: Resumable<R>): R {
  let piece = work.next();
  while (piece.done !== true) piece = work.next();
  return piece.value;
}

/** Runs work without a pause, up to so many steps (give or take a piece); null if it needs more. */
export function withinSteps<R>(work: Resumable<R>, steps: number): R | null {
  let left = steps;
  for (let piece = work.next(); ; piece = work.next()) {
    if (piece.done === true) return piece.value;
    left -= piece.value;
    if (left >= 0) continue;
    work.return(null as never);
    return null;
  }
}

/** Goes through a list in pieces, a step each. */
export function* eachInPieces<T>(list: Iterable<T>, look: (item: T) => void): Resumable<void> {
  let steps = 0;
  for (const item of list) {
    look(item);
    if ((steps += 1) < STEPS_IN_A_PIECE) continue;
    yield steps;
    steps = 0;
  }
  if (steps > 0) yield steps;
}

/** Lists up to this length are sorted without a pause. */
const SORTED_AT_ONCE = 512;

/** A new, sorted list; the sort is stable. Each time an item is put into a run counts as a step. */
export function* sorted<T>(list: readonly T[], compare: (a: T, b: T) => number): Resumable<T[]> {
  let runs: T[][] = [];
  for (let at = 0; at < list.length; at += SORTED_AT_ONCE) {
    const run = list.slice(at, at + SORTED_AT_ONCE).sort(compare);
    if (list.length > STEPS_IN_A_PIECE) yield run.length;
    runs.push(run);
  }
  while (runs.length > 1) {
    const longer: T[][] = [];
    for (let at = 0; at < runs.length; at += 2) {
      longer.push(yield* merged(runs[at] ?? [], runs[at + 1] ?? [], compare));
    }
    runs = longer;
  }
  return runs[0] ?? [];
}

function* merged<T>(a: readonly T[], b: readonly T[], compare: (a: T, b: T) => number): Resumable<T[]> {
  const both: T[] = [];
  let [atA, atB] = [0, 0];
  while (atA < a.length || atB < b.length) {
    const end = Math.min(a.length + b.length, both.length + SORTED_AT_ONCE);
    yield end - both.length;
    while (both.length < end) {
      const takesA = atB >= b.length || (atA < a.length && compare(a[atA] as T, b[atB] as T) <= 0);
      both.push((takesA ? a[atA++] : b[atB++]) as T);
    }
  }
  return both;
}
