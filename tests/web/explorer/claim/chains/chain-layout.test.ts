// Where the boxes and lines of a chain diagram stand.
import { expect, test } from 'vitest';
import type { ClaimChainFragment } from '../../../../../src/web/explorer/api/documents.js';
import { layoutChains, type ChainLayout } from '../../../../../src/web/explorer/claim/chains/chain-layout.js';
import { attested, chain, tie, unnamed } from '../told-chains.js';

const WIDTH = 390;
const laidOut = (chains: readonly ClaimChainFragment[], ties = [] as ReturnType<typeof tie>[]): ChainLayout =>
  layoutChains(chains, ties, WIDTH);

function box(layout: ChainLayout, id: string) {
  const found = layout.boxes.find(one => one.id === id);
  if (!found) throw new Error(`No box ${id}.`);
  return found;
}

const overlapping = ({ boxes }: ChainLayout): string[] =>
  boxes.flatMap((a, at) =>
    boxes
      .slice(at + 1)
      .filter(b => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height)
      .map(b => `${a.id} over ${b.id}`),
  );

test('whom an outlet relays stands to its right, down to the origin', () => {
  const layout = laidOut([chain('UPI', 'Yonhap?', 'source?')]);
  const [first, second, third] = ['UPI', 'Yonhap', 'source'].map(id => box(layout, id).x);
  expect(first).toBe(0);
  expect(second).toBeGreaterThan(Number(first));
  expect(third).toBeGreaterThan(Number(second));
});

test('chains that share an attestation share its box', () => {
  const layout = laidOut([chain('UPI', 'Lim?'), chain('AP', 'Lim?')]);
  expect(layout.boxes.map(({ id }) => id)).toEqual(['UPI', 'Lim', 'AP']);
  expect(layout.links.map(({ from, to }) => `${from} ${to}`)).toEqual(['UPI Lim', 'AP Lim']);
});

test('origins of short and long chains stand in one column', () => {
  const layout = laidOut([chain('UPI', 'Lim?'), chain('AP', 'Yonhap?', 'Kim?')]);
  expect(box(layout, 'Lim').x).toBe(box(layout, 'Kim').x);
});

test('an outlet that vouches itself stays at the left', () => {
  expect(box(laidOut([chain('UPI'), chain('AP', 'Lim?')]), 'UPI').x).toBe(0);
});

const MANY = Array.from({ length: 20 }, (_, at) =>
  chain(`outlet ${at}`, ...(at % 3 === 0 ? [`agency ${at % 4}?`] : []), `speaker ${at % 5}?`),
);

test.each([
  ['one chain', [chain('UPI')]],
  ['a diamond', [chain('UPI', 'a?', 'Lim?'), chain('UPI', 'b?', 'Lim?')]],
  ['one outlet of three speakers', ['a', 'b', 'c'].map(origin => chain('UPI', `${origin}?`))],
  ['twenty chains', MANY],
  ['two that relay each other', [chain('a', 'b', 'o?'), chain('b', 'a', 'o?')]],
])('no box stands over another: %s', (_, chains) => {
  const layout = laidOut(chains);
  expect(overlapping(layout)).toEqual([]);
  expect(Math.min(...layout.boxes.map(({ y }) => y))).toBe(0);
  expect(Math.max(...layout.boxes.map(({ y, height }) => y + height))).toBeLessThanOrEqual(layout.height);
});

test('a line that passes a column crosses none of the boxes there', () => {
  const layout = laidOut([chain('UPI', 'Lim?'), chain('AP', 'Yonhap?', 'Lim?')]);
  const long = layout.links.find(({ from, to }) => from === 'UPI' && to === 'Lim');
  const passed = box(layout, 'Yonhap');
  const inside = long?.points.filter(([x, y]) => {
    return x >= passed.x && x <= passed.x + passed.width && y > passed.y && y < passed.y + passed.height;
  });
  expect(long?.points).toHaveLength(4);
  expect(inside).toEqual([]);
});

test('three columns and a bracket fit the panel; more make the drawing wider', () => {
  const ties = [tie('Lim', 'Government', 'speaks for')];
  const three = [chain('UPI', 'Yonhap?', 'Lim?'), chain('AP', 'Government?')];
  expect(laidOut(three, ties).width).toBeLessThanOrEqual(WIDTH);
  expect(laidOut([chain('a', 'b?', 'c?', 'd?', 'e?')]).width).toBeGreaterThan(WIDTH);
});

test('a bracket holds the origins of a family, and names what ties them', () => {
  const layout = laidOut(
    [chain('UPI', 'Lim?'), chain('AP', 'Kim?'), chain('The Diplomat', 'Government?')],
    [tie('Lim', 'Government', 'speaks for', 'is part of')],
  );
  const middle = (id: string): number => box(layout, id).y + box(layout, id).height / 2;
  expect(layout.brackets).toHaveLength(1);
  expect(layout.brackets[0]).toMatchObject({ words: ['speaks for', 'is part of'] });
  expect(layout.brackets[0]?.ends.map(([, y]) => y)).toEqual([middle('Lim'), middle('Government')]);
  // Those of a family stand together, though another chain was recorded between them.
  expect(middle('Kim')).toBeGreaterThan(middle('Government'));
});

test.each([
  ['a named party', attested('Lim'), true],
  ['an unnamed party', unnamed('x', 'a diplomat'), false],
  ['a lineage that nobody recorded', attested('Lim', { lineage: 'UNRECORDED' }), false],
] as const)('whether a line is established is seen by where it leads: to %s', (_, origin, isEstablished) => {
  expect(laidOut([chain('UPI', origin)]).links[0]?.isEstablished).toBe(isEstablished);
});

test('where nobody noted on whose word an outlet says it, there is room for a line to nobody', () => {
  const alone = laidOut([chain('UPI')]).width;
  expect(laidOut([chain(attested('UPI', { lineage: 'UNRECORDED' }))]).width).toBeGreaterThan(alone);
});

test('no chains make no boxes', () => {
  expect(laidOut([]).boxes).toEqual([]);
});
