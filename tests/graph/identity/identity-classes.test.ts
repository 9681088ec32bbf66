// Who is who by judgements: the last word on each pair counts, and what is one with one is one with all.
import { expect, test } from 'vitest';
import type { IdentityJudgement } from '../../../src/domain/command.js';
import { IdentityClasses } from '../../../src/graph/identity/identity-classes.js';

type Said = readonly [a: string, b: string, judgement: IdentityJudgement];

const AGES = ['b', 'a', 'c', 'd'];
const classes = (...said: readonly Said[]): IdentityClasses =>
  new IdentityClasses(
    said.map(([a, b, judgement], index) => ({
      a,
      b,
      judgement,
      recorded: { seq: index + 10, at: '2026-01-01T00:00:00.000Z', by: 'Tess', way: 'API' },
    })),
    id => AGES.indexOf(id),
  );

test('without judgements everyone is one with nobody else', () => {
  expect(classes().any).toBe(false);
  expect(classes().membersOf('a')).toEqual(['a']);
  expect(classes().areOne('a', 'a')).toBe(true);
  expect(classes().areOne('a', 'b')).toBe(false);
});

test('SAME joins, and passes on; the oldest stands for all', () => {
  const joined = classes(['a', 'b', 'SAME'], ['c', 'a', 'SAME']);
  expect(joined.membersOf('c')).toEqual(['b', 'a', 'c']);
  expect(['a', 'b', 'c', 'd'].map(id => joined.homeOf(id))).toEqual(['b', 'b', 'b', 'd']);
  expect(joined.wayBetween('b', 'c')).toEqual(['b', 'a', 'c']);
  expect(joined.wayBetween('b', 'd')).toEqual([]);
});

test.each<IdentityJudgement>(['DIFFERENT', 'UNSURE'])(
  'a later %s cuts the link, whoever is named first',
  judgement => {
    const cut = classes(['a', 'b', 'SAME'], ['b', 'c', 'SAME'], ['b', 'a', judgement]);
    expect(cut.areOne('a', 'b')).toBe(false);
    expect(cut.areOne('b', 'c')).toBe(true);
    expect(classes(['a', 'b', 'SAME'], ['b', 'a', judgement]).any).toBe(false);
  },
);

test('two that are judged different stay joined through another, which is told as a conflict', () => {
  const joined = classes(['a', 'b', 'SAME'], ['b', 'c', 'SAME'], ['a', 'c', 'DIFFERENT']);
  expect(joined.areOne('a', 'c')).toBe(true);
  expect(joined.conflicts).toMatchObject([{ a: 'a', b: 'c' }]);
  expect(classes(['a', 'c', 'DIFFERENT']).conflicts).toEqual([]);
});
