// Entities that are judged one: `choe` is the canonical one of `choe` and `choi`.
import { expect, test } from 'vitest';
import type { ClaimWeighedFragment } from '../../../../src/web/explorer/api/documents.js';
import { drawWays } from '../../../../src/web/explorer/paths/draw-ways.js';
import { nodeOf, type Drawing } from '../../../../src/web/explorer/walk/drawing.js';
import { gather } from '../../../../src/web/explorer/walk/gather.js';
import { entityLine, weighed } from '../../../fixtures/weighed-claim.js';

const canonical = entityLine('choe', ['choi']);
const ONE: Readonly<Record<string, ClaimWeighedFragment['subject']>> = {
  choe: canonical,
  choi: { ...entityLine('choi'), canonical: canonical.canonical },
  ship: entityLine('ship', [], true),
};

/** A claim among those who are joined. */
const claim = (words: string): ClaimWeighedFragment => {
  const plain = weighed(words);
  const known = (end: ClaimWeighedFragment['subject']): ClaimWeighedFragment['subject'] =>
    ONE[end.label] ?? end;
  return { ...plain, subject: known(plain.subject), object: plain.object && known(plain.object) };
};

const walk = (steps: readonly string[], ...claims: readonly string[]): Drawing =>
  gather(
    steps.map(key => ({
      step: { entity: `entity:${key}`, predicates: null, most: 39 },
      entity: ONE[key] ?? entityLine(key),
      claims: claims.map(claim),
      total: 7,
    })),
  ).drawing;

const nodesOf = ({ nodes }: Drawing): string[] =>
  nodes.map(({ entity: { id, label }, isFocus, claims }) =>
    [id, label, ...(isFocus ? ['focus'] : []), ...(claims === null ? [] : [claims])].join(' '),
  );

test.each(['choe', 'choi'])('a walk from %s has one node for the two, under the id asked for', asked => {
  const drawing = walk([asked], 'choe meets putin', 'kerry meets choi');
  expect(nodesOf(drawing)).toEqual([
    `entity:${asked} choe focus 7`,
    'entity:putin putin',
    'entity:kerry kerry',
  ]);
  expect(drawing.edges.map(({ from, to }) => [from, to])).toEqual([
    [`entity:${asked}`, 'entity:putin'],
    ['entity:kerry', `entity:${asked}`],
  ]);
});

test('one of very many is drawn as all the others, though the answer names only some of them', () => {
  const far = { ...entityLine('far'), canonical: canonical.canonical };
  const { nodes } = gather([
    {
      step: { entity: 'entity:far', predicates: null, most: 39 },
      entity: far,
      claims: [claim('choe meets putin')],
      total: 1,
    },
  ]).drawing;
  expect(nodes.map(({ entity }) => entity.id)).toEqual(['entity:far', 'entity:putin']);
  expect(nodes[0]?.ids).toEqual(['entity:choe', 'entity:far', 'entity:choi']);
});

test('expanded under both ids it is one node all the same, under the first', () => {
  expect(nodesOf(walk(['putin', 'choi', 'choe'], 'choe meets putin'))).toEqual([
    'entity:putin putin focus 7',
    'entity:choi choe 7',
  ]);
});

test('either id finds the node', () => {
  const drawing = walk(['putin'], 'choi meets putin');
  expect(nodeOf(drawing, 'entity:choi')).toBe(nodeOf(drawing, 'entity:choe'));
  expect(nodeOf(drawing, 'entity:choi')?.entity.id).toBe('entity:choe');
  expect(nodeOf(drawing, 'entity:lim')).toBeUndefined();
});

test('a claim between two that are one is of one entity about itself', () => {
  const { edges, lineless } = walk(['choe'], 'choi meets choe', 'choe meets putin');
  expect(edges.map(edge => edge.claim.id)).toEqual(['choe meets putin']);
  expect(lineless.map(drawn => drawn.claim.id)).toEqual(['choi meets choe']);
});

test('a way leads through the two as through one, and each end is marked under the id asked for', () => {
  const hop = (words: string) => {
    const told = claim(words);
    return { forward: true, from: told.subject, to: told.object ?? told.subject, claim: told };
  };
  const hops = [hop('kerry meets choe'), hop('choi meets putin')];
  const drawing = drawWays(
    [{ hops, weakest: { claim: { id: 'choi meets putin' } } }],
    'entity:kerry',
    'entity:putin',
  );
  expect(nodesOf(drawing)).toEqual([
    'entity:kerry kerry focus',
    'entity:choe choe',
    'entity:putin putin focus',
  ]);
});

test('who is known only by reference is drawn as such', () => {
  const { nodes } = walk(['choe'], 'choe meets ship');
  expect(nodes.map(({ isProvisional }) => isProvisional)).toEqual([false, true]);
});
