import { expect, test } from 'vitest';
import { drawWays, wayWords, type PathWay } from '../../../../src/web/explorer/paths/draw-ways.js';
import { entityLine, weighed } from '../../../fixtures/weighed-claim.js';

/** Each step as `from claim`, where the claim is `subject predicate object`. */
const way = (weakest: string, ...claims: readonly string[]): PathWay => {
  let at = 'choe';
  const hops = claims.map(words => {
    const claim = weighed(words);
    const forward = claim.subject.label === at;
    const next = (forward ? claim.object?.label : claim.subject.label) ?? '';
    const hop = { forward, from: entityLine(at), to: entityLine(next), claim };
    at = next;
    return hop;
  });
  return { hops, weakest: { claim: { id: weakest } } };
};

const short = way('kim leads choe', 'kim leads choe', 'kim meets kerry');
const long = way('lim praises kerry', 'kim leads choe', 'kim meets lim', 'lim praises kerry');

test('a step that ways share is drawn once, and the weakest of each way is marked', () => {
  const { edges } = drawWays([short, long], 'entity:choe', 'entity:kerry');
  expect(edges.map(({ claim, isWeakest }) => [claim.id, isWeakest])).toEqual([
    ['kim leads choe', true],
    ['kim meets kerry', false],
    ['kim meets lim', false],
    ['lim praises kerry', true],
  ]);
});

test('both ends are marked, and depth is counted from the first', () => {
  const { nodes } = drawWays([short], 'entity:choe', 'entity:kerry');
  expect(nodes.map(({ entity, isFocus, depth }) => [entity.label, isFocus, depth])).toEqual([
    ['kim', false, 1],
    ['choe', true, 0],
    ['kerry', true, 2],
  ]);
});

test('a way reads from end to end, whichever way its claims point', () => {
  expect(wayWords(long)).toBe('choe → kim → lim → kerry');
});
