import { expect, test } from 'vitest';
import { claimsIn } from '../../../../src/web/explorer/walk/drawing.js';
import { claimsWithoutLine } from '../../../../src/web/explorer/walk/claims-without-line.js';
import { edgeOf, edgeWords, gather, type Brought } from '../../../../src/web/explorer/walk/gather.js';
import { entityLine, weighed } from '../../../fixtures/weighed-claim.js';

const brought = (key: string, claims: readonly string[], change: Partial<Brought> = {}): Brought => ({
  step: { entity: `entity:${key}`, predicates: null, most: 39 },
  entity: entityLine(key),
  claims: claims.map(words => weighed(words)),
  total: claims.length,
  ...change,
});

const nodesOf = (...steps: readonly Brought[]): string[] =>
  gather(steps).drawing.nodes.map(({ entity, depth }) => `${entity.label} ${depth}`);

test('a claim that two steps bring is drawn once', () => {
  const { drawing, claims } = gather([
    brought('choe', ['choe meets putin', 'choe visits moscow']),
    brought('putin', ['choe meets putin', 'putin leads russia']),
  ]);
  expect(drawing.edges.map(({ claim }) => claim.id)).toEqual([
    'choe meets putin',
    'choe visits moscow',
    'putin leads russia',
  ]);
  expect(claims).toHaveLength(3);
});

test('entities stand as many steps from the focus as the claims between them', () => {
  expect(nodesOf(brought('choe', ['choe meets putin']), brought('putin', ['putin leads russia']))).toEqual([
    'choe 0',
    'putin 1',
    'russia 2',
  ]);
});

test('entities that a claim names beside the focus stand beyond all others', () => {
  expect(nodesOf(brought('moscow', ['choe visits moscow', 'lim meets king']))).toEqual([
    'moscow 0',
    'choe 1',
    'lim 2',
    'king 2',
  ]);
});

test('an entity without a claim is drawn by itself', () => {
  expect(nodesOf(brought('choe', []))).toEqual(['choe 0']);
});

test('an entity that is not known by then is not drawn', () => {
  expect(nodesOf(brought('choe', [], { entity: null }))).toEqual([]);
});

test('claims are counted for what was expanded whole, and for nothing else', () => {
  const only = { step: { entity: 'entity:putin', predicates: ['leads'], most: 25 }, total: 4 };
  const { drawing } = gather([
    brought('choe', ['choe meets putin'], { total: 24 }),
    brought('putin', ['putin leads russia'], only),
  ]);
  expect(drawing.nodes.map(({ entity, claims, expanded }) => [entity.label, claims, expanded])).toEqual([
    ['choe', 24, true],
    ['putin', null, true],
    ['russia', null, false],
  ]);
});

test('claims that are no edge are in the drawing all the same, each once', () => {
  const { drawing, claims } = gather([
    brought('flight', ['flight lasts =7', 'choe took flight', 'flight knows flight']),
    brought('choe', ['choe took flight', 'choe aged =64', 'flight lasts =7']),
  ]);
  expect(drawing.edges.map(({ claim }) => claim.id)).toEqual(['choe took flight']);
  expect(drawing.lineless.map(({ claim }) => claim.id)).toEqual([
    'flight lasts =7',
    'flight knows flight',
    'choe aged =64',
  ]);
  expect(claimsIn(drawing)).toHaveLength(claims.length);
  expect(claimsWithoutLine(drawing)).toBe('2 claims with values and 1 claim of an entity about itself');
  expect(claimsWithoutLine({ lineless: drawing.lineless.slice(0, 1) })).toBe('1 claim with a value');
  expect(claimsWithoutLine(gather([brought('choe', ['choe took flight'])]).drawing)).toBeNull();
});

test.each(['flight lasts =7', 'choe knows choe'])('%s is no edge', words => {
  expect(edgeOf(weighed(words))).toEqual([]);
});

test.each([
  [{}, 'meets'],
  [{ support: { ...weighed('a b c').support, certainty: 'PROBABLE' } }, 'meets — probable'],
  [{ status: 'DENIED' }, 'meets — denied'],
  [
    { status: 'DISPUTED', support: { ...weighed('a b c').support, certainty: 'POSSIBLE' } },
    'meets — disputed',
  ],
  [
    { status: 'UNSUPPORTED', support: { ...weighed('a b c').support, certainty: null } },
    'meets — unsupported',
  ],
] as const)('of %j the line says “%s”', (change, words) => {
  expect(edgeWords(weighed('choe meets putin', change))).toBe(words);
});
