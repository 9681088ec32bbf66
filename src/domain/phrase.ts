// Where a phrase stands in a text, looked for in pieces. However both are made, the time grows with their lengths alone: asked for a
// long phrase at once, JavaScript's own search may take the product of the two.

/** So much of a text is gone over in one piece. */
const WINDOW = 32_768;
/** Of longer phrases the beginning is looked for: within such lengths JavaScript's own search never goes back far. */
const LONGEST_HEAD = 100;
const PLACES_IN_A_PIECE = 256;
const STEPS_OF_A_WINDOW = 32;

/** The first places of a phrase, at most so many, which may overlap. Yields steps of about a microsecond. */
export function* placesOf(text: string, phrase: string, most: number): Generator<number, readonly number[]> {
  const head = phrase.slice(0, LONGEST_HEAD);
  const places: number[] = [];
  let steps = 0;
  for (let from = 0; from + phrase.length <= text.length; from += WINDOW) {
    const window = text.slice(from, from + WINDOW + head.length - 1);
    for (let at = window.indexOf(head); at >= 0; at = window.indexOf(head, at + 1)) {
      if (text.startsWith(phrase, from + at) && places.push(from + at) >= most) return places;
      if ((steps += 1) < PLACES_IN_A_PIECE) continue;
      yield steps;
      steps = 0;
    }
    if (text.length > WINDOW) yield steps + STEPS_OF_A_WINDOW;
  }
  return places;
}
