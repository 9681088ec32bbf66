// Damages a text: word by word where it is a language, letter by letter where it is not even that.
import type { Random } from './random.js';

const WORDS = /"""[^]*?"""|"(?:\\.|[^"\\])*"|[\w$@.:-]+|\s+|[^]/g;
const MOST_CHANGES = 4;
const LONGEST = 60_000;

/** @param others texts to take pieces from. @param words single words to put in. */
export function mutateText(
  text: string,
  random: Random,
  others: readonly string[],
  words: readonly string[],
): string {
  if (random.chance(0.1)) return mutateLetters(text, random, words);
  let parts: Parts = text.match(WORDS) ?? [];
  const changes = random.chance(0.5) ? 1 : 1 + random.below(MOST_CHANGES);
  for (let n = 0; n < changes; n += 1) parts = mutateParts(parts, random, others, words);
  return parts.join('').slice(0, LONGEST);
}

type Parts = readonly string[];

function mutateParts(parts: Parts, random: Random, others: Parts, words: Parts): string[] {
  if (random.chance(0.6)) return replaceByLike(parts, random, others, words);
  const at = random.below(parts.length + 1);
  const length = 1 + random.below(random.chance(0.2) ? 40 : 4);
  const [before, here, after] = [parts.slice(0, at), parts.slice(at, at + length), parts.slice(at + length)];
  switch (random.below(7)) {
    case 0:
      return [...before, ...after];
    case 1:
      return [...before, ...here, ...here, ...after];
    case 2:
      return [...before, random.pick(words), ...after];
    case 3:
      return [...before, ' ', random.pick(words), ' ', ...here, ...after];
    case 4:
      return [...before, ...pieceOf(random.pick(others), random), ...here, ...after];
    case 5:
      return [...after, ...here, ...before];
    default:
      return [...before, ...Array<string[]>(random.below(60)).fill(here).flat(), ...after];
  }
}

/** Puts a name for a name, a text for a text, a sign for a sign: what comes of it is often still a document. */
function replaceByLike(parts: Parts, random: Random, others: Parts, words: Parts): string[] {
  const at = random.below(parts.length);
  const sort = sortOf(parts[at] ?? '');
  const candidates = [...(random.pick(others).match(WORDS) ?? []), ...words].filter(w => sortOf(w) === sort);
  if (candidates.length === 0) return [...parts];
  return parts.map((part, index) => (index === at ? random.pick(candidates) : part));
}

const sortOf = (word: string): string =>
  [/^"/, /^\d+$/, /^\$\w/, /^[A-Z]+$/, /^\w+$/, /^\s/].find(sort => sort.test(word))?.source ??
  word.slice(0, 1);

function pieceOf(text: string, random: Random): string[] {
  const parts = text.match(WORDS) ?? [];
  const from = random.below(parts.length + 1);
  return parts.slice(from, from + 1 + random.below(40));
}

function mutateLetters(text: string, random: Random, words: Parts): string {
  const letters = [...text];
  for (let n = 1 + random.below(6); n > 0; n -= 1) {
    const at = random.below(letters.length + 1);
    const put = random.chance(0.5)
      ? String.fromCharCode(random.below(random.chance(0.7) ? 128 : 65_536))
      : random.pick(words);
    letters.splice(at, random.below(3), put);
  }
  return letters.join('');
}
