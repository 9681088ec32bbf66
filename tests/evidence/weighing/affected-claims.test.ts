// Which claims a change can reach: rivals in a slot and what a family says, but no further than needed.
import { expect, test } from 'vitest';
import { affectedClaims } from '../../../src/evidence/weighing/affected-claims.js';
import { Evidence } from '../../../src/evidence/weighing/claim-evidence.js';
import { TimeLens } from '../../../src/graph/views/time-lens.js';
import { atOnce } from '../../../src/graph/work/resumable.js';
import { tinyWorld, type TinyWorld } from '../../fixtures/tiny-world.js';

/** Names of the claims reached when all of a source is set aside and `changed` changes by that. */
function reached(told: TinyWorld, source: string, changed: readonly (keyof TinyWorld['claims'])[]): string[] {
  const graph = told.world.graph();
  const lens = new TimeLens(graph);
  const before = new Evidence(graph, lens);
  const after = new Evidence(graph, lens, { setAside: (_, one) => one.source.id === source });
  const affected = atOnce(
    affectedClaims(
      before,
      after,
      changed.map(name => told.claims[name]),
    ),
  );
  const ids = new Set([...affected].map(({ claim }) => claim.id));
  return Object.entries(told.claims).flatMap(([name, id]) => (ids.has(id) ? [name] : []));
}

test('a claim that stays affirmed reaches no other', () => {
  const told = tinyWorld();
  expect(reached(told, told.sources.upi, ['envoy'])).toEqual(['envoy']);
});

test('a claim that ceases to be affirmed reaches the rivals that are not disputed without it, and no others', () => {
  const told = tinyWorld();
  const { world, entities, sources } = told;
  const rival = (validTime: string) => {
    const claim = world.claim(entities.hwang, 'holds_role', entities.second, { validTime });
    world.says(sources.handbook, claim);
    return claim;
  };
  // Hwang held the role before by another claim too; in November 2014 the two of them claim it.
  const claims = { ...told.claims, atOneTime: rival('2014-11'), earlier: rival('2011') };
  expect(reached({ ...told, claims }, sources.diplomat, ['choeSecond'])).toEqual(['choeSecond', 'atOneTime']);
});

test('a tie that ceases to be affirmed reaches what is said by all whom it may join, over further ties', () => {
  const told = tinyWorld();
  expect(reached(told, told.sources.handbook, ['spokesman'])).toEqual(['diversifies', 'spokesman']);
  expect(reached(told, told.sources.handbook, ['officeHolder'])).toEqual(['covers', 'officeHolder']);
});

test('a withdrawn tie reaches nothing', () => {
  const told = tinyWorld();
  told.world.withdrawsClaim(told.claims.spokesman);
  expect(reached(told, told.sources.handbook, ['spokesman'])).toEqual(['spokesman']);
});
