// Finds what somebody probably meant: the key that fewest changes of a letter turn into the one given.

/** The nearest of the keys, or undefined where none differs in at most a third of its letters (at least two). */
export function nearestKey(given: string, keys: readonly string[]): string | undefined {
  let nearest: string | undefined;
  let least = Math.max(2, Math.floor(given.length / 3)) + 1;
  for (const key of keys) {
    if (Math.abs(key.length - given.length) >= least) continue;
    const changes = editDistance(given, key);
    if (changes < least) [nearest, least] = [key, changes];
  }
  return nearest;
}

/** Levenshtein distance: letters put in, taken out or exchanged. Cost is the product of both lengths. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j += 1) {
      const exchanged = (row[j] ?? 0) + (letter === b[j] ? 0 : 1);
      next.push(Math.min((row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1, exchanged));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
