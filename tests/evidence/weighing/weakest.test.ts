import { describe, expect, test } from 'vitest';
import { ViewedGraph } from '../../../src/evidence/viewed-graph.js';
import type { Support } from '../../../src/evidence/weighing/support.js';
import { compareSupport, weakestOf } from '../../../src/evidence/weighing/weakest.js';
import { Teller } from '../../fixtures/teller.js';

function nobodysSupport(): Support {
  const world = new Teller();
  const claim = world.claim(world.entity('a'), 'met', world.entity('b'));
  const graph = world.graph();
  const record = graph.findClaim(claim);
  if (!record) throw new Error('the claim was told');
  return new ViewedGraph(graph).supportOf(record);
}

const NOBODY = nobodysSupport();
const support = (
  independence: Support['independence'],
  independent = 1,
  certainty: Support['certainty'] = 'CERTAIN',
): Support => ({ ...NOBODY, independence, independent, certainty });

describe('what rests on less comes first: by independence, then by count, then by certainty', () => {
  const rising: Support[] = [
    NOBODY,
    support('SINGLE', 1, 'UNCOMMITTED'),
    support('SINGLE', 1, 'POSSIBLE'),
    support('SINGLE', 1, 'PROBABLE'),
    support('SINGLE', 1, 'CERTAIN'),
    support('DEPENDENT', 1, 'POSSIBLE'),
    support('NOT_ESTABLISHED', 2, 'POSSIBLE'),
    support('NOT_ESTABLISHED', 3, 'POSSIBLE'),
    support('ESTABLISHED', 2, 'POSSIBLE'),
    support('ESTABLISHED', 2, 'CERTAIN'),
  ];
  test.each(rising.map((one, at) => [at, one.independence, one.independent, one.certainty] as const))(
    'number %d: %s %d %s',
    at => {
      const one = rising[at] ?? NOBODY;
      expect(rising.map(other => Math.sign(compareSupport(one, other)))).toEqual(
        rising.map((_, other) => Math.sign(at - other)),
      );
    },
  );
});

test('the first of several that rest on equally little is the weakest', () => {
  const items = [
    { name: 'strong', support: support('ESTABLISHED', 2) },
    { name: 'first', support: support('SINGLE') },
    { name: 'second', support: support('SINGLE') },
  ];
  expect(weakestOf(items, item => item.support)?.name).toBe('first');
});

test('of nothing, nothing is the weakest', () => {
  expect(weakestOf([], () => NOBODY)).toBeNull();
});
