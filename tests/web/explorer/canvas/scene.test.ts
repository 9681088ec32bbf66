import { describe, expect, test } from 'vitest';
import { colourNames } from '../../../../src/web/explorer/canvas/colour-names.js';
import { layOut } from '../../../../src/web/explorer/canvas/layout/lay-out.js';
import { besideOf, sceneOf, type SceneEdge } from '../../../../src/web/explorer/canvas/scene.js';
import type { DrawnNode, Drawing } from '../../../../src/web/explorer/walk/drawing.js';
import { drawing, edge, entity } from './a-drawing.js';

const shown = (one: Drawing) => sceneOf(one, layOut(one));
const edgeOf = (more: Parameters<typeof edge>[1]): SceneEdge | undefined =>
  shown(drawing('a', [edge('a meets b', more)])).edges[0];

describe('lines', () => {
  test.each([
    ['CORROBORATED', 'double', '--corroborated'],
    ['SUPPORTED', 'solid', '--supported'],
    ['SPECULATIVE', 'dashed', '--speculative'],
    ['DISPUTED', 'crossed', '--disputed'],
    ['DENIED', 'crossed', '--disputed'],
    ['WITHDRAWN', 'dotted', '--unsupported'],
  ] as const)('a claim that is %s has a %s line', (status, line, colour) =>
    expect(edgeOf({ status })).toMatchObject({ line, colour }),
  );

  test('a symmetric predicate has no arrow head', () => {
    expect(edgeOf({ symmetric: true })?.hasArrow).toBe(false);
    expect(edgeOf({})?.hasArrow).toBe(true);
  });

  test('the weakest of a path is thicker, and says so', () => {
    const [plain, weakest] = [edgeOf({}), edgeOf({ isWeakest: true })];
    expect(weakest?.mark).toBe('weakest');
    expect(weakest?.width).toBeGreaterThan(plain?.width ?? 0);
  });

  test.each([
    ['loses all support', 'falls'],
    ['drops to one chain', 'one chain left'],
    ['changes status', 'changes status'],
  ] as const)('a claim that %s is faint and worded "%s"', (fall, mark) =>
    expect(edgeOf({ fall })).toMatchObject({ isFaint: true, mark, colour: '--disputed' }),
  );
});

describe('claims between the same two', () => {
  test('lie side by side, the same on whichever side they begin', () => {
    const edges = [edge('a meets b'), edge('a visits b'), edge('b warns a')];
    // Seen from a each time: that of b the other way round.
    const [first = 0, second = 0, third = 0] = [...besideOf(edges).values()];
    expect([first, second, -third].sort((x, y) => x - y)).toEqual([-9, 0, 9]);
  });

  test('stay near one another, however many they are', () => {
    const edges = Array.from({ length: 30 }, (_, at) => edge(`a says${at} b`));
    expect(Math.max(...[...besideOf(edges).values()].map(Math.abs))).toBeLessThan(25);
  });

  test('one alone lies in the middle', () =>
    expect([...besideOf([edge('b meets a')]).values()]).toEqual([0]));
});

describe('nodes', () => {
  const nodeOf = (more: Partial<DrawnNode>, name = 'b') =>
    shown(drawing('a', ['a meets b'], { [name]: more })).nodes.find(({ id }) => id === `entity:${name}`);

  test('the focus says how many claims there are', () =>
    expect(nodeOf({ claims: 24 }, 'a')?.more).toBe('24 claims'));

  test('others say how many more there are than are drawn', () => {
    expect(nodeOf({ claims: 1_313 })?.more).toBe('+1,312 more');
    expect(nodeOf({ claims: 1 })?.more).toBeNull();
    expect(nodeOf({ claims: null })?.more).toBeNull();
  });

  test.each([
    ['PERSON', 'circle'],
    ['STATE', 'square'],
    ['ROLE', 'diamond'],
    ['EVENT', 'ring'],
  ] as const)('a %s is a %s', (kind, shape) =>
    expect(nodeOf({ entity: { ...entity('b', kind) } })?.shape).toBe(shape),
  );

  test('who is known only by reference is not filled, and its rim is dashed', () => {
    const node = nodeOf({ isProvisional: true });
    expect(node?.isProvisional).toBe(true);
    expect(colourNames('circle', false, true).inside).toBe('--paper');
    expect(colourNames('circle', false, false).inside).toBe('--supported');
  });

  test('the focus is larger than what is expanded, and that larger than the rest', () => {
    const sizes = [nodeOf({}, 'a'), nodeOf({ expanded: true }), nodeOf({})].map(node => node?.size ?? 0);
    expect(sizes).toEqual([...sizes].sort((x, y) => y - x));
    expect(new Set(sizes).size).toBe(3);
  });

  test('without a place are left out, with their claims', () => {
    const scene = sceneOf(drawing('a', ['a meets b']), new Map([['entity:a', [0, 0]]]));
    expect([scene.nodes.length, scene.edges.length]).toEqual([1, 0]);
  });
});
