import { describe, expect, test } from 'vitest';
import { nodeBox, overlap } from '../../../../../src/web/explorer/canvas/layout/boxes.js';
import { layOut } from '../../../../../src/web/explorer/canvas/layout/lay-out.js';
import type { Positions } from '../../../../../src/web/explorer/canvas/layout/positions.js';
import type { Drawing } from '../../../../../src/web/explorer/walk/drawing.js';
import { drawing, star } from '../a-drawing.js';

const overlaps = ({ nodes }: Drawing, positions: Positions): string[] => {
  const boxes = nodes.map(({ entity }) => ({
    id: entity.id,
    box: nodeBox(positions.get(entity.id) ?? [0, 0], entity.label),
  }));
  return boxes.flatMap((a, at) =>
    boxes.slice(at + 1).flatMap(b => (overlap(a.box, b.box) ? [`${a.id} over ${b.id}`] : [])),
  );
};

describe('where a walk is laid out', () => {
  test.each([1, 2, 7, 14, 25, 39, 60])(
    '%i neighbours stand around the focus, and no label covers another',
    count => {
      const shown = star(count);
      const positions = layOut(shown);
      expect(positions.get('entity:focus')).toEqual([0, 0]);
      expect(positions.size).toBe(count + 1);
      expect(overlaps(shown, positions)).toEqual([]);
    },
  );

  test('forty nodes need no more room than a window has', () => {
    const points = [...layOut(star(39)).values()];
    expect(Math.max(...points.map(([x]) => Math.abs(x)))).toBeLessThan(620);
    expect(Math.max(...points.map(([, y]) => Math.abs(y)))).toBeLessThan(480);
  });

  test('the same drawing stands the same way, whatever the order of its nodes', () => {
    const shown = star(20);
    const [focus, ...others] = shown.nodes;
    const turned = { ...shown, nodes: [...(focus ? [focus] : []), ...others.reverse()] };
    const first = layOut(shown);
    for (const [id, point] of layOut(turned)) expect(point).toEqual(first.get(id));
  });

  test('neighbours by the same predicate stand side by side', () => {
    const positions = layOut(
      drawing('f', ['f meets a', 'f visits b', 'f meets c', 'f visits d', 'f meets e', 'f visits g']),
    );
    const clockwise = [...positions]
      .filter(([id]) => id !== 'entity:f')
      .sort(([, [ax, ay]], [, [bx, by]]) => angle(ax, ay) - angle(bx, by))
      .map(([id]) => ('entity:a entity:c entity:e'.includes(id) ? 'meets' : 'visits'));
    expect(clockwise).toEqual(['meets', 'meets', 'meets', 'visits', 'visits', 'visits']);
  });

  test('an expansion moves nothing that stands, and stands beyond what it hangs on', () => {
    const before = drawing('f', ['f meets a', 'f meets b', 'f meets c']);
    const kept = layOut(before);
    const after = drawing('f', ['f meets a', 'f meets b', 'f meets c', 'a visits d', 'a visits e']);
    const positions = layOut(after, kept);
    for (const [id, point] of kept) expect(positions.get(id)).toEqual(point);
    expect(overlaps(after, positions)).toEqual([]);
    for (const id of ['entity:d', 'entity:e'])
      expect(Math.hypot(...at(positions, id))).toBeGreaterThan(Math.hypot(...at(positions, 'entity:a')));
  });

  test('a link that is opened later shows an expansion where it stood', () => {
    const before = drawing('f', ['f meets a', 'f meets b', 'f meets c']);
    const after = drawing('f', ['f meets a', 'f meets b', 'f meets c', 'a visits d', 'a visits e']);
    expect(layOut(after, layOut(before))).toEqual(layOut(after));
  });

  test('what hangs on a node that was moved stands near it', () => {
    const shown = drawing('f', ['f meets a', 'f meets b', 'a visits d']);
    const kept = layOut(drawing('f', ['f meets a', 'f meets b']));
    const [x, y] = at(layOut(shown, kept, { 'entity:a': [2_000, 900] }), 'entity:d');
    expect(Math.hypot(x - 2_000, y - 900)).toBeLessThan(300);
  });

  test('what no claim joins to the focus has a place too', () => {
    const shown = drawing('f', ['f meets a', 'x meets y']);
    expect(layOut(shown).size).toBe(4);
    expect(overlaps(shown, layOut(shown))).toEqual([]);
  });

  test('an empty drawing has no places', () => expect(layOut(drawing([], [])).size).toBe(0));
});

describe('where paths are laid out', () => {
  const shown = drawing(
    ['a', 'z'],
    ['a meets m', 'm meets z', 'a meets n', 'n meets o', 'o meets z', 'a knows z'],
  );
  const positions = layOut(shown);

  test('one end is at the left, the other at the right, the rest between them', () => {
    const [left, right] = [at(positions, 'entity:a'), at(positions, 'entity:z')];
    expect(left[1]).toBe(right[1]);
    for (const id of ['entity:m', 'entity:n', 'entity:o']) {
      expect(at(positions, id)[0]).toBeGreaterThan(left[0]);
      expect(at(positions, id)[0]).toBeLessThan(right[0]);
    }
  });

  test('the steps of a path follow one another', () =>
    expect(at(positions, 'entity:n')[0]).toBeLessThan(at(positions, 'entity:o')[0]));

  test('nobody stands on the straight line of a claim that joins both ends', () => {
    for (const id of ['entity:m', 'entity:n', 'entity:o']) expect(at(positions, id)[1]).not.toBe(0);
  });

  test('no label covers another', () => expect(overlaps(shown, positions)).toEqual([]));
});

const at = (positions: Positions, id: string): readonly [number, number] => {
  const point = positions.get(id);
  if (!point) throw new Error(`${id} has no place.`);
  return point;
};

const angle = (x: number, y: number): number => (Math.atan2(x, -y) + 2 * Math.PI) % (2 * Math.PI);
