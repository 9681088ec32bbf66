// The time lens: what of a record's history is seen, whether a source was out and a claim may have been true.
import { expect, test } from 'vitest';
import { InvalidInput } from '../../../src/domain/refusal.js';
import type { View } from '../../../src/domain/view.js';
import { TimeLens } from '../../../src/graph/views/time-lens.js';
import { Teller } from '../../fixtures/teller.js';

function world() {
  const teller = new Teller();
  for (const id of ['x', 'y']) teller.entity(id);
  const claim = teller.claim('x', 'met', 'y', { validTime: '2010/2012' });
  const source = teller.source('x', { held: false, publishedAt: '2014-11' });
  const said = teller.says(source, claim);
  return { teller, claim, source, said };
}

test.each<{ view: View; seq: number }>([
  { view: {}, seq: 5 },
  { view: { knownAtSeq: 3 }, seq: 3 },
  { view: { knownAtSeq: 99 }, seq: 5 },
  { view: { knownAtSeq: 0 }, seq: 0 },
  { view: { knownAt: '2026-01-01T00:03:00Z' }, seq: 3 },
  { view: { knownAt: '2026-01-01T00:03:59.999Z' }, seq: 3 },
  { view: { knownAt: '2026-01-01T09:03:00+09:00' }, seq: 3 },
  { view: { knownAt: '2025-12-31T23:59Z' }, seq: 0 },
  { view: { knownAt: '2030-01-01T00:00:00Z' }, seq: 5 },
  { view: { knownAt: '2026-01-01T00:03:00Z', knownAtSeq: 2 }, seq: 2 },
  { view: { knownAt: '2026-01-01T00:01:00Z', knownAtSeq: 2 }, seq: 1 },
])('a view $view knows the first $seq of 5 events', ({ view, seq }) => {
  expect(new TimeLens(world().teller.graph(), view).knownSeq).toBe(seq);
});

test.each<View>([
  { knownAt: '2026-01-01' },
  { knownAt: 'yesterday' },
  { knownAt: '2026-01-01T00:03:00' },
  { knownAt: '2026-13-01T00:03:00Z' },
  { knownAtSeq: -1 },
  { knownAtSeq: 1.5 },
  { knownAtSeq: NaN },
  { validAt: 'soon' },
  { publishedBy: '2014-99' },
])('a view %o is refused', view => {
  expect(() => new TimeLens(world().teller.graph(), view)).toThrow(InvalidInput);
});

test('of a history the last entry known is seen: lineage, holding, withdrawal', () => {
  const { teller, source, said } = world();
  teller.notes(said, 'UNRECORDED');
  teller.hold(source);
  teller.withdraws(said);
  teller.withdraws(said);
  const graph = teller.graph();
  const record = graph.findAttestation(said);
  const held = graph.findSource(source);
  if (!record || !held) throw new Error('the world has no attestation');
  const seen = [5, 6, 7, 8, 9].map(knownAtSeq => {
    const lens = new TimeLens(graph, { knownAtSeq });
    return [
      lens.lineageOf(record).lineage,
      lens.holds(held),
      lens.since(record.withdrawn)?.recorded.seq ?? null,
    ];
  });
  expect(seen).toEqual([
    ['OWN', false, null],
    ['UNRECORDED', false, null],
    ['UNRECORDED', true, null],
    ['UNRECORDED', true, 8],
    ['UNRECORDED', true, 8],
  ]);
});

test('before the first entry of a history nothing of it is seen', () => {
  const { teller, said } = world();
  const graph = teller.graph();
  const lineages = graph.findAttestation(said)?.lineages ?? [];
  expect(new TimeLens(graph, { knownAtSeq: 4 }).latest(lineages)).toBeNull();
  expect(new TimeLens(graph, { knownAtSeq: 5 }).latest(lineages)).toBe(lineages[0]);
});

test.each([
  { validTime: '2010/2012', validAt: '2012', holds: true },
  { validTime: '2010/2012', validAt: '2013-01-01', holds: false },
  { validTime: '2010/2012', validAt: '2009/2010-01', holds: true },
  { validTime: '../2012', validAt: '1900', holds: true },
  { validTime: '2012/', validAt: '2030', holds: true },
  { validTime: undefined, validAt: '2030', holds: true },
])('a claim of $validTime may have been true at $validAt: $holds', ({ validTime, validAt, holds }) => {
  const { teller } = world();
  const claim = teller.claim('x', 'went_to', 'y', validTime === undefined ? {} : { validTime });
  const graph = teller.graph();
  const record = graph.findClaim(claim);
  expect(record && new TimeLens(graph, { validAt }).mayHold(record)).toBe(holds);
});

test.each([
  { publishedAt: '2014-11-18', held: true, out: true },
  { publishedAt: '2014-11', held: true, out: false },
  { publishedAt: '2014-11-18/', held: true, out: false },
  { publishedAt: '../2014-11-18', held: true, out: true },
  { publishedAt: undefined, held: true, out: false },
  { publishedAt: undefined, held: false, out: true },
  { publishedAt: '2014-11', held: false, out: true },
  { publishedAt: '2014-11-21', held: false, out: false },
])('a source of $publishedAt, held: $held, was out by 2014-11-20: $out', ({ publishedAt, held, out }) => {
  const { teller } = world();
  const source = teller.source('y', { held, ...(publishedAt === undefined ? {} : { publishedAt }) });
  const graph = teller.graph();
  const record = graph.findSource(source);
  expect(record && new TimeLens(graph, { publishedBy: '2014-11-20' }).isPublished(record)).toBe(out);
  expect(record && new TimeLens(graph).isPublished(record)).toBe(true);
});
