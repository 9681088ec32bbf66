// The table of places by number, beside a map: numbers that recur, that meet in one place, and any amount of them.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SeqTable } from '../../../src/graph/records/seq-table.js';

const MOST = 2 ** 32 - 1;
/** Many of them end alike, and so want one place. */
const anyWord = fc.oneof(
  fc.integer({ min: 0, max: MOST }),
  fc.integer({ min: 0, max: 20 }),
  fc.integer({ min: 0, max: 20 }).map(part => part * 2 ** 20),
  fc.constant(MOST),
);

test('finds all that was put in under a number, and nothing else', () => {
  fc.assert(
    fc.property(fc.array(anyWord, { maxLength: 300 }), fc.array(anyWord), (words, others) => {
      const table = new SeqTable();
      const slow = new Map<number, number[]>();
      words.forEach((word, at) => {
        table.add(word, at + 1);
        slow.set(word, [...(slow.get(word) ?? []), at + 1]);
      });
      expect(table.size).toBe(words.length);
      for (const word of [...words, ...others])
        expect([...table.find(word)].sort((a, b) => a - b)).toEqual(slow.get(word) ?? []);
    }),
  );
});
