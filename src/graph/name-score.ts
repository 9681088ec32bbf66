// How near a spelling comes to the text that was searched for, from how each term of the text was found in it.

/** What a term counts by how it was found. */
export const AS_IT_IS = 1;
export const BEGUN = 0.8;
/** A misspelt term counts by its number of wrong, missing or surplus letters (from 1): 0.6, 0.5, 0.4. */
export const misspelt = (mistakes: number): number => 0.7 - 0.1 * mistakes;

/** A text is found where this share of its letters is. */
const LEAST_FOUND = 0.5;
const BEST_BUT_EXACT = 0.99;
const WEIGHT_OF_LENGTH = 0.2;

/**
 * 1 where text and name are the same but for folding, 0 where less than half of the text's letters were found, else between:
 * the mean of what its terms count, weighted by their letters, times 0.8 to 1 by the share of the name that was asked for.
 * @param counts what each of `terms` counts, 0 where it was not found.
 */
export function nameScore(
  text: string,
  name: string,
  terms: readonly string[],
  counts: readonly number[],
): number {
  if (text === name) return 1;
  let [total, found, counted] = [0, 0, 0];
  for (const [place, term] of terms.entries()) {
    const count = counts[place] ?? 0;
    total += term.length;
    counted += term.length * count;
    if (count > 0) found += term.length;
  }
  if (found < total * LEAST_FOUND) return 0;
  const share = Math.min(1, found / name.replaceAll(' ', '').length);
  return (BEST_BUT_EXACT * counted * (1 - WEIGHT_OF_LENGTH * (1 - share))) / total;
}
