// Work in pieces: run to its end, run within so many steps, lists gone through and sorted in pieces.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  atOnce,
  eachInPieces,
  sorted,
  STEPS_IN_A_PIECE,
  withinSteps,
  type Resumable,
} from '../../../src/graph/work/resumable.js';

/** Runs work to its end. @returns its outcome, and the steps of each of its pieces. */
function counted<R>(work: Resumable<R>): { outcome: R; pieces: number[] } {
  const pieces: number[] = [];
  for (;;) {
    const piece = work.next();
    if (piece.done === true) return { outcome: piece.value, pieces };
    pieces.push(piece.value);
  }
}

const total = (pieces: readonly number[]): number => pieces.reduce((sum, steps) => sum + steps, 0);

/** Work of some pieces that notes how it goes. */
function* noting(pieces: readonly number[], notes: string[]): Resumable<string> {
  try {
    for (const steps of pieces) {
      notes.push(`piece of ${steps}`);
      yield steps;
    }
    notes.push('done');
    return 'outcome';
  } finally {
    notes.push('ended');
  }
}

test('work at once goes through all its pieces, in order, and gives the outcome', () => {
  const notes: string[] = [];
  expect(atOnce(noting([2, 0, 7], notes))).toBe('outcome');
  expect(notes).toEqual(['piece of 2', 'piece of 0', 'piece of 7', 'done', 'ended']);
});

test('work that has no piece gives its outcome', () => {
  expect(atOnce(noting([], []))).toBe('outcome');
  expect(withinSteps(noting([], []), 0)).toBe('outcome');
});

test('an error in a piece reaches whoever runs the work', () => {
  function* failing(): Resumable<void> {
    yield 1;
    throw new Error('no such claim');
  }
  expect(() => atOnce(failing())).toThrow('no such claim');
  expect(() => withinSteps(failing(), 10)).toThrow('no such claim');
});

test('within its steps work gives its outcome, past them null, and it is ended either way', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(9), { maxLength: 8 }), fc.nat(40), (pieces, steps) => {
      const notes: string[] = [];
      const isWithin = total(pieces) <= steps;
      expect(withinSteps(noting(pieces, notes), steps)).toBe(isWithin ? 'outcome' : null);
      expect(notes.filter(note => note === 'ended')).toHaveLength(1);
      expect(notes.includes('done')).toBe(isWithin);
    }),
  );
});

test('work that takes too many steps is not gone on with after the piece that was too many', () => {
  const notes: string[] = [];
  expect(withinSteps(noting([4, 4, 1, 9, 9], notes), 8)).toBeNull();
  expect(notes).toEqual(['piece of 4', 'piece of 4', 'piece of 1', 'ended']);
});

test.each([0, 1, STEPS_IN_A_PIECE - 1, STEPS_IN_A_PIECE, STEPS_IN_A_PIECE + 1, 1000])(
  'a list of %i is gone through once, in order, a step for each item, in pieces that are small',
  length => {
    const list = Array.from({ length }, (_, at) => at);
    const seen: number[] = [];
    const { pieces } = counted(eachInPieces(list, item => seen.push(item)));
    expect(seen).toEqual(list);
    expect(total(pieces)).toBe(length);
    expect(pieces.every(steps => steps > 0 && steps <= STEPS_IN_A_PIECE)).toBe(true);
  },
);

test('a piece yields only after all of its items were looked at, and before the next one is', () => {
  const seen: number[] = [];
  const work = eachInPieces(new Set(Array.from({ length: 600 }, (_, at) => at)), item => seen.push(item));
  let steps = 0;
  for (const piece of work) {
    steps += piece;
    expect(seen).toHaveLength(steps);
  }
  expect(steps).toBe(600);
});

/** So many are sorted, or merged, in one piece. */
const SORTED_IN_A_PIECE = 512;

interface Item {
  readonly key: number;
  readonly place: number;
}

const byKey = (a: Item, b: Item): number => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);

/** Lists with few keys, so that many are equal, and with many. The sizes lie close to where runs begin and end, and elsewhere. */
const list = fc
  .record({
    length: fc.oneof(
      fc.nat(3000),
      fc.constantFrom(0, 1, 2, 255, 256, 257, 511, 512, 513, 1023, 1024, 1025, 1536, 2048, 2049),
    ),
    keys: fc.constantFrom(1, 2, 7, 300, 1_000_000),
    seed: fc.integer({ min: 1, max: 2 ** 30 }),
  })
  .map(({ length, keys, seed }): Item[] => {
    let state = seed;
    const chance = (): number => (state = (state * 48_271) % 2_147_483_647);
    return Array.from({ length }, (_, place) => ({ key: chance() % keys, place }));
  });

test('sorted in pieces is as sorted at once: what is equal stays in its order, and the list itself is left as it was', () => {
  fc.assert(
    fc.property(list, items => {
      const before = [...items];
      const { outcome } = counted(sorted(items, byKey));
      // Compared by place: a list of thousands is compared faster so.
      expect(outcome.map(({ place }) => place).join()).toBe(
        [...items]
          .sort(byKey)
          .map(i => i.place)
          .join(),
      );
      expect(outcome).not.toBe(items);
      expect(items.length === before.length && items.every((item, at) => item === before[at])).toBe(true);
    }),
    { numRuns: 150 },
  );
});

test('to sort takes a step for each time an item is put in place, which grows as n log n, in pieces that are small', () => {
  fc.assert(
    fc.property(list, items => {
      const { pieces } = counted(sorted(items, byKey));
      const runs = Math.ceil(items.length / SORTED_IN_A_PIECE);
      const rounds = 1 + Math.ceil(Math.log2(Math.max(1, runs)));
      // Each item is put in place once by round; a short list is sorted without a rest.
      expect(total(pieces)).toBe(items.length > STEPS_IN_A_PIECE ? items.length * rounds : 0);
      expect(pieces.every(steps => steps > 0 && steps <= SORTED_IN_A_PIECE)).toBe(true);
    }),
    { numRuns: 100 },
  );
});

test('two sortings that take turns do not disturb each other, and one that is left unfinished changes nothing', () => {
  const items = Array.from({ length: 2000 }, (_, place) => ({ key: (place * 37) % 101, place }));
  const expected = [...items].sort(byKey);
  const [one, other, left] = [sorted(items, byKey), sorted(items, byKey), sorted(items, byKey)];
  for (let turn = 0; turn < 3; turn += 1) [one, other, left].forEach(work => work.next());
  left.return([]);
  let outcome = other.next();
  for (; outcome.done !== true; outcome = other.next()) one.next();
  expect(outcome.value).toEqual(expected);
  expect(items.every(({ place }, at) => place === at)).toBe(true);
});
