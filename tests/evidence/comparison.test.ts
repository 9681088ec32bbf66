// Two sources side by side.
import { expect, test } from 'vitest';
import { compareSources } from '../../src/evidence/comparison.js';
import { tinyWorld } from '../fixtures/tiny-world.js';
import { Asking, idsOf } from './asking.js';

test('what both articles say, and what only one says', () => {
  const { world, claims, sources } = tinyWorld();
  const { both, onlyA, onlyB, contradictory } = compareSources(
    new Asking(world).reading,
    sources.upi,
    sources.diplomat,
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
  const { reading } = new Asking(world);
  for (const pair of [
    [sources.upi, sources.diplomat],
    [sources.diplomat, sources.upi],
  ] as const) {
    const { contradictory } = compareSources(reading, ...pair);
    expect(contradictory.map(({ kind }) => kind).sort()).toEqual(['DENIAL', 'SAME_SLOT']);
  }
  expect(compareSources(reading, sources.upi, sources.handbook).contradictory).toEqual([]);
});

test('what lies on no chain, or is not shown in the view, is not said', () => {
  const { world, claims, sources, attestations } = tinyWorld();
  world.withdraws(attestations.apSays);
  const { onlyB } = compareSources(new Asking(world).reading, sources.upi, sources.diplomat);
  expect(idsOf(onlyB)).not.toContain(claims.left);
  const october = new Asking(world, { validAt: '2014-10-01' }).reading;
  expect(idsOf(compareSources(october, sources.upi, sources.diplomat).onlyB)).toEqual([claims.hwangSecond]);
});
