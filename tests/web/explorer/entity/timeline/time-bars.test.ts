import { describe, expect, test } from 'vitest';
import type { ClaimWeighedFragment } from '../../../../../src/web/explorer/api/documents.js';
import { timelineOf, type Bar } from '../../../../../src/web/explorer/entity/timeline/time-bars.js';
import { weighed } from '../../../../fixtures/weighed-claim.js';

const held = (words: string, validTime: string | null, change: Partial<ClaimWeighedFragment> = {}) =>
  weighed(words, { validTime, ...change });

const barOf = (validTime: string): Bar | undefined =>
  timelineOf([held('choe meets putin', validTime), held('lim meets king', '2014')]).dated.find(
    ({ claim }) => claim.subject.label === 'choe',
  )?.bar;

describe('the ends of a bar', () => {
  test.each([
    ['2014-11-17', 'given', 'given'],
    ['2014-11', 'given', 'given'],
    ['2014-11~', 'about', 'about'],
    ['2014-1X', 'about', 'about'],
    ['2014-10?/2014-11', 'about', 'given'],
    ['2014-10/2014-11~', 'given', 'about'],
    ['2014-11-17/..', 'given', 'open'],
    ['../2014-10', 'open', 'given'],
  ])('of %s are %s and %s', (validTime, begins, ends) => {
    expect(barOf(validTime)).toMatchObject({ begins, ends });
  });
});

test('an open bar goes on to the end of the axis', () => {
  expect(barOf('../2014-10')?.left).toBe(0);
  const bar = barOf('2014-11-17/..');
  expect((bar?.left ?? 0) + (bar?.width ?? 0)).toBe(100);
});

test('what begins earlier stands first, and what has no date stands apart', () => {
  const { dated, undated } = timelineOf([
    held('a meets b', '2014'),
    held('c meets d', null),
    held('e meets f', '../2013'),
    held('g meets h', '1945-05'),
  ]);
  expect(dated.map(({ claim }) => claim.id)).toEqual(['e meets f', 'g meets h', 'a meets b']);
  expect(undated.map(({ id }) => id)).toEqual(['c meets d']);
});

test('a time that cannot be read, or is open at both ends, stands apart as well', () => {
  const { axis, dated, undated } = timelineOf([held('a meets b', '../..'), held('c meets d', 'one day')]);
  expect([axis, dated]).toEqual([null, []]);
  expect(undated).toHaveLength(2);
});

describe('two who are said to hold one role at one time', () => {
  const overlapsOf = (...claims: ClaimWeighedFragment[]): number[] =>
    timelineOf(claims).dated.map(({ bar }) => bar.overlaps.length);
  const disputed = { status: 'DISPUTED' } as const;

  test('overlap where both are disputed', () => {
    const { dated } = timelineOf([
      held('choe holds role', '2014-10/2014-11', disputed),
      held('hwang holds role', '2014-11/2014-12', disputed),
    ]);
    const [first, second] = dated.map(({ bar }) => bar);
    expect(first?.overlaps).toEqual(second?.overlaps);
    expect(first?.overlaps).toEqual([
      { left: second?.left, width: (first?.left ?? 0) + (first?.width ?? 0) - (second?.left ?? 0) },
    ]);
  });

  test.each([
    ['one after the other', held('hwang holds role', '2014-12', disputed)],
    ['without a dispute', held('hwang holds role', '2014-11')],
    ['in another role', held('hwang holds post', '2014-11', disputed)],
  ])('do not overlap %s', (_, other) => {
    expect(overlapsOf(held('choe holds role', '2014-10/2014-11', disputed), other)).toEqual([0, 0]);
  });
});
