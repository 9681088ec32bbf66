// Two sources side by side.
import { describe, expect, test } from 'vitest';
import { compareSources } from '../../../src/evidence/views/comparison.js';
import { atOnce } from '../../../src/graph/work/resumable.js';
import { tinyWorld } from '../../fixtures/tiny-world.js';
import { Asking, idsOf } from '../asking.js';

test('what both articles say, and what only one says', () => {
  const { world, claims, sources } = tinyWorld();
  const { both, onlyA, onlyB, contradictory } = atOnce(
    compareSources(new Asking(world).viewed, sources.upi, sources.diplomat),
  );
  expect(idsOf(both)).toEqual([claims.diversifies, claims.covers, claims.envoy]);
  expect(idsOf(onlyA)).toEqual([claims.turnedBack, claims.cooling]);
  expect(idsOf(onlyB)).toEqual([claims.choeSecond, claims.hwangSecond, claims.left]);
  expect(contradictory).toEqual([]);
});

test('they contradict each other where one denies what the other affirms, or affirms its rival', () => {
  const { world, entities, claims, sources } = tinyWorld();
  world.denies(sources.diplomat, claims.cooling);
  const rival = world.claim(entities.hwang, 'holds_role', entities.second, { validTime: '2014-11' });
  world.says(sources.upi, rival);
  const { viewed } = new Asking(world);
  for (const pair of [
    [sources.upi, sources.diplomat],
    [sources.diplomat, sources.upi],
  ] as const) {
    const { contradictory } = atOnce(compareSources(viewed, ...pair));
    expect(contradictory.map(({ kind }) => kind).sort()).toEqual(['DENIAL', 'SAME_SLOT']);
  }
  expect(atOnce(compareSources(viewed, sources.upi, sources.handbook)).contradictory).toEqual([]);
});

test('what lies on no chain, or is not shown in the view, is not said', () => {
  const { world, claims, sources, attestations } = tinyWorld();
  world.withdraws(attestations.apSays);
  const { onlyB } = atOnce(compareSources(new Asking(world).viewed, sources.upi, sources.diplomat));
  expect(idsOf(onlyB)).not.toContain(claims.left);
  const october = new Asking(world, { validAt: '2014-10-01' }).viewed;
  expect(idsOf(atOnce(compareSources(october, sources.upi, sources.diplomat)).onlyB)).toEqual([
    claims.hwangSecond,
  ]);
});

describe('a crowd in a role with two seats', () => {
  /** Each of these people shares the role, as these sources say. */
  const crowd = (...sayings: (readonly [person: string, ...by: ('upi' | 'diplomat' | 'handbook')[]])[]) => {
    const { world, entities, sources } = tinyWorld();
    const claims = sayings.map(([person, ...by]) => {
      const claim = world.claim(world.entity(person, 'PERSON'), 'shares_role', entities.second, {
        validTime: '2014-11',
      });
      for (const source of by) world.says(sources[source], claim);
      return claim;
    });
    const { viewed } = new Asking(world);
    const { contradictory } = atOnce(compareSources(viewed, sources.upi, sources.diplomat));
    return contradictory.map(one => idsOf(one.claims).map(id => claims.indexOf(id)));
  };

  test('that needs a third source stands between no two', () => {
    expect(crowd(['a', 'upi'], ['b', 'diplomat'], ['c', 'handbook'])).toEqual([]);
    expect(crowd(['a', 'upi'], ['b', 'upi', 'diplomat'], ['c', 'handbook'])).toEqual([]);
  });

  test('of whom the two name all stands between them', () => {
    expect(crowd(['a', 'upi'], ['b', 'upi'], ['c', 'diplomat'])).toEqual([[0, 1, 2]]);
    expect(crowd(['a', 'upi'], ['b', 'diplomat'], ['c', 'diplomat', 'upi'])).toEqual([[0, 1, 2]]);
  });

  test('is told without those whom only others name', () => {
    expect(crowd(['a', 'upi'], ['b', 'upi'], ['c', 'diplomat'], ['d', 'handbook'])).toEqual([[0, 1, 2]]);
  });

  test('that one source names alone is its own affair', () => {
    expect(crowd(['a', 'upi'], ['b', 'upi'], ['c', 'upi'])).toEqual([]);
  });
});

test('a claim that both sources affirm and deny is listed once', () => {
  const { world, claims, sources } = tinyWorld();
  for (const source of [sources.upi, sources.diplomat]) world.denies(source, claims.envoy);
  const { contradictory } = atOnce(compareSources(new Asking(world).viewed, sources.upi, sources.diplomat));
  expect(contradictory.map(({ kind }) => kind).sort()).toEqual(['DENIAL', 'SELF_REVERSAL']);
});

test('rivals are told even where a third source names one more', () => {
  const { world, entities, claims, sources } = tinyWorld();
  const [first, second] = ['kim', 'ryabkov'].map(name =>
    world.claim(entities[name as 'kim'], 'holds_role', entities.second, { validTime: '2014-11' }),
  );
  world.says(sources.upi, first ?? '');
  world.says(sources.handbook, second ?? '');
  const { contradictory } = atOnce(compareSources(new Asking(world).viewed, sources.upi, sources.diplomat));
  expect(contradictory.map(one => [one.kind, idsOf(one.claims)])).toEqual([
    ['SAME_SLOT', [claims.choeSecond, first]],
  ]);
});
