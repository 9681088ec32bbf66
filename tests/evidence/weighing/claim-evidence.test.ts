// What is live: recorded, not withdrawn, out in public, and not set aside.
import { expect, test } from 'vitest';
import type { View } from '../../../src/domain/view.js';
import { Evidence } from '../../../src/evidence/weighing/claim-evidence.js';
import { TimeLens } from '../../../src/graph/views/time-lens.js';
import { Teller } from '../../fixtures/teller.js';
import { Asking } from '../asking.js';

function world(publishedAt?: string, held = true) {
  const teller = new Teller();
  for (const id of ['x', 'y', 'a']) teller.entity(id);
  const claim = teller.claim('x', 'met', 'y');
  const source = teller.source('a', { held, ...(publishedAt === undefined ? {} : { publishedAt }) });
  const said = teller.says(source, claim);
  return { teller, claim, source, said };
}

test('what was said is live from its recording to its withdrawal', () => {
  const { teller, claim, said } = world();
  const recorded = teller.events.length;
  teller.withdraws(said);
  const carrying = (knownAtSeq: number) => new Asking(teller, { knownAtSeq }).carrying(claim);
  expect([recorded - 1, recorded, recorded + 1].map(seq => carrying(seq).length)).toEqual([0, 1, 0]);
});

test.each<{ publishedAt: string | undefined; view: View; live: boolean }>([
  { publishedAt: '2014-11-18', view: { publishedBy: '2014-11-18' }, live: true },
  { publishedAt: '2014-11-18', view: { publishedBy: '2014-11-17' }, live: false },
  { publishedAt: '2014-11', view: { publishedBy: '2014-11-18' }, live: false },
  { publishedAt: '2014-11', view: { publishedBy: '2014-11' }, live: true },
  { publishedAt: undefined, view: { publishedBy: '2020' }, live: false },
  { publishedAt: undefined, view: {}, live: true },
])('a held source of $publishedAt is live in $view: $live', ({ publishedAt, view, live }) => {
  const { teller, claim } = world(publishedAt);
  expect(new Asking(teller, view).carrying(claim)).toHaveLength(live ? 1 : 0);
});

test('an undated source that is only reported was out whenever those who report it were', () => {
  const { teller, claim, said } = world(undefined, false);
  teller.says(teller.source('x', { publishedAt: '2014' }), claim, { relays: [said] });
  expect(new Asking(teller, { publishedBy: '2014' }).carrying(claim)).toHaveLength(2);
  expect(new Asking(teller, { publishedBy: '2013' }).carrying(claim)).toHaveLength(0);
});

test('what is set aside is as if it did not exist, and takes what rests on it along', () => {
  const { teller, claim, said, source } = world(undefined, false);
  teller.says(teller.source('x'), claim, { relays: [said] });
  const graph = teller.graph();
  const aside = new Evidence(graph, new TimeLens(graph), {
    setAside: (_, one) => one.source.id === source,
  });
  expect(aside.of(claim).affirming.carrying).toEqual([]);
  expect(new Evidence(graph, new TimeLens(graph)).of(claim).affirming.carrying).toHaveLength(2);
});
