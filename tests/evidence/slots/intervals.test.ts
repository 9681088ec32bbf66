// Largest groups of spans that share a moment, against trying all groups.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sweep, type IntervalGroup } from '../../../src/evidence/slots/intervals.js';
import { atOnce } from '../../../src/graph/work/resumable.js';

interface Span {
  readonly from: number;
  readonly to: number;
}
/** What is there at each stop of the sweep. */
function groupsOf(spans: readonly Span[]): Span[][] {
  const inTime = {
    byStart: [...spans].sort((a, b) => (a.from < b.from ? -1 : 1)),
    byEnd: [...spans].sort((a, b) => (a.to < b.to ? -1 : 1)),
  };
  const present = new Set<Span>();
  const groups: Span[][] = [];
  const stop = ({ moment, size }: IntervalGroup): void => {
    const group = [...present];
    expect(size).toBe(group.length);
    expect(spans.filter(({ from, to }) => from <= moment && moment <= to)).toHaveLength(size);
    groups.push(group);
  };
  atOnce(
    sweep(inTime, span => span, {
      come: span => present.add(span),
      go: span => present.delete(span),
      stop,
    }),
  );
  return groups;
}
const asText = (spans: readonly Span[], groups: readonly (readonly Span[])[]): string[] =>
  groups
    .map(group =>
      group
        .map(span => spans.indexOf(span))
        .sort()
        .join(' '),
    )
    .sort();

function byTrying(spans: readonly Span[]): Span[][] {
  const shareMoment = (group: readonly Span[]): boolean =>
    Math.max(...group.map(({ from }) => from)) <= Math.min(...group.map(({ to }) => to));
  const groups = spans
    .reduce<Span[][]>((found, one) => [...found, ...found.map(group => [...group, one])], [[]])
    .filter(group => group.length > 0 && shareMoment(group));
  return groups.filter(
    group => !groups.some(other => other.length > group.length && group.every(one => other.includes(one))),
  );
}

test.each<{ name: string; spans: [number, number][]; groups: string[] }>([
  { name: 'nothing', spans: [], groups: [] },
  { name: 'one alone', spans: [[1, 2]], groups: ['0'] },
  {
    name: 'two apart',
    spans: [
      [1, 2],
      [3, 4],
    ],
    groups: ['0', '1'],
  },
  {
    name: 'two that touch in a moment',
    spans: [
      [1, 2],
      [2, 4],
    ],
    groups: ['0 1'],
  },
  {
    name: 'one over two that are apart',
    spans: [
      [1, 9],
      [2, 3],
      [5, 6],
    ],
    groups: ['0 1', '0 2'],
  },
  {
    name: 'spans without end',
    spans: [
      [-Infinity, 3],
      [2, Infinity],
      [4, 5],
    ],
    groups: ['0 1', '1 2'],
  },
])('$name: groups $groups', ({ spans, groups }) => {
  const list = spans.map(([from, to]) => ({ from, to }));
  expect(asText(list, groupsOf(list))).toEqual(groups);
});

test('the groups are those that trying all groups finds', () => {
  const span = fc.tuple(fc.nat(8), fc.nat(5)).map(([from, length]) => ({ from, to: from + length }));
  fc.assert(
    fc.property(fc.array(span, { maxLength: 7 }), spans => {
      expect(asText(spans, groupsOf(spans))).toEqual(asText(spans, byTrying(spans)));
    }),
  );
});
