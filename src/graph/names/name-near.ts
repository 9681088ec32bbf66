// Finds words within one or two typing mistakes of a word, in a tree of letters. It works in pieces, because a short word is near to very
// many.
import type SearchableMap from 'minisearch/SearchableMap';
import { STEPS_IN_A_PIECE, type Resumable } from '../work/resumable.js';

type Tree<T> = SearchableMap<T>['_tree'];

/** What stands at the end of a word. */
const END = '';

/**
 * What words of a tree hold that differ in so many letters at most, wrong, missing or surplus, and in how many; no more than `limit`.
 * Levenshtein's matrix, a row for each letter on the way down: all that begins alike shares its rows.
 */
export function* nearWords<T>(
  tree: Tree<T>,
  word: string,
  most: number,
  limit: number,
): Resumable<readonly (readonly [T, number])[]> {
  const found: (readonly [T, number])[] = [];
  const first = Uint8Array.from({ length: word.length + 1 }, (_, at) => Math.min(at, most + 1));
  const waiting: { readonly node: Tree<T>; readonly row: Uint8Array; readonly depth: number }[] = [
    { node: tree, row: first, depth: 0 },
  ];
  let steps = 0;
  for (let next = waiting.pop(); next && found.length < limit; next = waiting.pop()) {
    const { node, row, depth } = next;
    for (const [letters, below] of node as ReadonlyMap<string, T | Tree<T>>) {
      if (letters === END) {
        const mistakes = row[word.length] ?? 0;
        if (mistakes <= most) found.push([below as T, mistakes]);
      } else {
        const reached = follow(row, depth, letters, word, most);
        if (reached) waiting.push({ node: below as Tree<T>, row: reached, depth: depth + letters.length });
      }
      if ((steps += 1) < STEPS_IN_A_PIECE) continue;
      yield steps;
      steps = 0;
    }
  }
  yield steps;
  return found;
}

/** The row after so many letters; null where nothing that follows can be near. */
function follow(
  above: Uint8Array,
  depth: number,
  letters: string,
  word: string,
  most: number,
): Uint8Array | null {
  let row = above;
  for (let at = 0; at < letters.length; at += 1) {
    const line = depth + at + 1;
    const next = new Uint8Array(word.length + 1).fill(most + 1);
    let least = (next[0] = Math.min(line, most + 1));
    // Farther from the diagonal there are too many mistakes.
    const [from, to] = [Math.max(1, line - most), Math.min(word.length, line + most)];
    for (let column = from; column <= to; column += 1) {
      const wrong = (row[column - 1] ?? 0) + (letters[at] === word[column - 1] ? 0 : 1);
      const surplus = (row[column] ?? 0) + 1;
      const missing = (next[column - 1] ?? 0) + 1;
      const mistakes = Math.min(wrong, surplus, missing, most + 1);
      next[column] = mistakes;
      least = Math.min(least, mistakes);
    }
    if (least > most) return null;
    row = next;
  }
  return row;
}
