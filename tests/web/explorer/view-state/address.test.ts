import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CERTAINTIES, KINDS, STATUSES } from '../../../../src/web/explorer/words/words.js';
import {
  filterOf,
  HOPS,
  REACH,
  START,
  viewOf,
  walkFrom,
  WAYS,
  type ViewState,
  type Reach,
} from '../../../../src/web/explorer/view-state/view-state.js';
import { addressOf, readAddress } from '../../../../src/web/explorer/view-state/address.js';

const id = fc
  .tuple(
    fc.constantFrom('entity', 'claim', 'source'),
    fc.stringMatching(/^[a-z0-9-]{1,12}\/[a-z0-9-]{1,12}$/),
  )
  .map(parts => parts.join(':'));
const predicate = fc.stringMatching(/^[a-z_]{1,12}$/);
const ofSome = <T>(words: readonly T[]) => fc.option(fc.subarray([...words]));
const measure = fc.integer({ min: -5000, max: 5000 }).map(thousandths => thousandths / 1000);

const reach: fc.Arbitrary<Reach> = fc.record({
  maxHops: fc.constantFrom(...HOPS),
  limit: fc.constantFrom(...WAYS),
  avoidHubs: fc.boolean(),
});

const stage: fc.Arbitrary<ViewState['stage']> = fc.oneof(
  fc.constant(START.stage),
  fc
    .array(
      fc.record({
        entity: id,
        predicates: fc.option(fc.array(predicate, { minLength: 1, maxLength: 3 })),
        most: fc.integer({ min: 1, max: 500 }),
      }),
      { minLength: 1, maxLength: 5 },
    )
    .map(steps => ({ at: 'walk' as const, steps })),
  fc.record({ at: fc.constant('paths' as const), from: id, to: id, reach }),
  fc.record({ at: fc.constant('compare' as const), a: id, b: id }),
  fc.record({ at: fc.constant('who-is-who' as const), of: fc.option(id) }),
  fc.record({ at: fc.constantFrom('entity' as const, 'source' as const), id }),
);

const place: fc.Arbitrary<ViewState> = fc.record({
  stage,
  form: fc.constantFrom('graph' as const, 'table' as const),
  selected: fc.option(
    fc.record({ type: fc.constantFrom('entity' as const, 'claim' as const, 'source' as const), id }),
  ),
  fallen: fc.option(id),
  withFamily: fc.boolean(),
  filters: fc.record({
    predicates: fc.option(fc.array(predicate, { maxLength: 3 })),
    kinds: ofSome(KINDS),
    statuses: ofSome(STATUSES),
    certainty: ofSome(CERTAINTIES),
    minIndependent: fc.integer({ min: 0, max: 9 }),
    source: fc.option(id),
  }),
  trueOn: fc.option(
    fc.constantFrom('2014', '2014-11', '2014-11-17', '2014-11~', '2014-10/2014-11', '../2014'),
  ),
  knownOn: fc.option(fc.constantFrom('2026-11-22T10:14:00.000Z', '2014-11-18T00:00:00Z')),
  camera: fc.option(
    fc.record({
      x: measure,
      y: measure,
      ratio: fc.integer({ min: 1, max: 9000 }).map(thousandths => thousandths / 1000),
    }),
  ),
  moved: fc.dictionary(id, fc.tuple(measure, measure), { maxKeys: 3 }),
});

const plain = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (_, part: unknown) => (part === 0 ? 0 : part)));

test('a link opens the very place it was copied from', () => {
  fc.assert(
    fc.property(place, given => {
      expect(plain(readAddress(addressOf(given)))).toEqual(plain(given));
    }),
  );
});

test('the start has no text, and no text is the start', () => {
  expect([addressOf(START), readAddress('')]).toEqual(['', START]);
});

test('whatever stands in the address, some place opens', () => {
  fc.assert(
    fc.property(fc.webQueryParameters(), text => {
      const read = readAddress(text);
      expect(plain(readAddress(addressOf(read)))).toEqual(plain(read));
    }),
  );
});

test.each<[string, string, Partial<ViewState>]>([
  ['a time that is none', 'true-on=yesterday&known-on=never', { trueOn: null, knownOn: null }],
  ['a kind that is none', 'kinds=PERSON~GHOST', { filters: { ...START.filters, kinds: ['PERSON'] } }],
  ['a camera inside out', 'camera=0.5~0.5~-1', { camera: null }],
  [
    'a reach that nobody offers',
    'from=a&to=b&max-steps=99&ways=7&hubs=none',
    { stage: { at: 'paths', from: 'a', to: 'b', reach: REACH } },
  ],
  ['a selection of nothing', 'selected=ghost~x', { selected: null }],
])('%s is left out of a place', (_, text, kept) => {
  expect(readAddress(text)).toMatchObject(kept);
});

test('times and filters become a view and a filter of the API, and nothing more than was set', () => {
  const walk = walkFrom(START, 'entity:a/b');
  expect([viewOf(walk), filterOf(walk)]).toEqual([{}, {}]);
  const narrowed: ViewState = {
    ...walk,
    trueOn: '2014-11',
    filters: { ...walk.filters, minIndependent: 2, predicates: ['meets', 'holds'] },
  };
  expect(viewOf(narrowed)).toEqual({ validAt: '2014-11', minIndependent: 2 });
  expect(filterOf(narrowed, ['holds', 'visits'])).toEqual({ predicates: ['holds'] });
});
