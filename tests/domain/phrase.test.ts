// Phrases are found wherever they stand, and looking for one takes no more steps than the text is long, however it repeats itself.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placesOf } from '../../src/domain/phrase.js';

function look(text: string, phrase: string, most = Infinity) {
  const work = placesOf(text, phrase, most);
  let [steps, longest] = [0, 0];
  for (;;) {
    const piece = work.next();
    if (piece.done === true) return { places: piece.value, steps, longest };
    longest = Math.max(longest, piece.value);
    steps += piece.value;
  }
}

function placesByHand(text: string, phrase: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) places.push(at);
  return places;
}

test('all places are found, overlapping ones too', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b', '한'), maxLength: 300 });
  const phrase = fc.string({ unit: fc.constantFrom('a', 'b', '한'), minLength: 1, maxLength: 150 });
  fc.assert(
    fc.property(letters, phrase, fc.nat(300), (text, other, at) => {
      for (const sought of [other, text.slice(at, at + 120) || other]) {
        expect(look(text, sought).places).toEqual(placesByHand(text, sought));
        expect(look(text, sought, 1).places).toEqual(placesByHand(text, sought).slice(0, 1));
      }
    }),
  );
});

test('a phrase is found across the borders of pieces', () => {
  const phrase = 'x'.repeat(50) + 'y'.repeat(200);
  for (const before of [32_500, 32_700, 32_768, 65_500]) {
    expect(look('x'.repeat(before) + phrase, phrase).places).toEqual([before]);
  }
});

test.each([
  ['ends otherwise', `${'a'.repeat(1999)}b`],
  ['begins otherwise', `b${'a'.repeat(1999)}`],
  ['is otherwise in the middle', `${'a'.repeat(1000)}b${'a'.repeat(999)}`],
])('a long phrase that %s is looked for in steps by the length of the text', (_, phrase) => {
  const text = 'a'.repeat(1_000_000);
  const { places, steps, longest } = look(text, phrase);
  expect(places).toEqual([]);
  expect(steps).toBeLessThan(text.length / 50);
  expect(longest).toBeLessThan(1000);
});
