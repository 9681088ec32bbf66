import { expect, test } from 'vitest';
import type { JudgedFragment } from '../../../../src/web/explorer/api/documents.js';
import {
  isJudgedMore,
  judgedWords,
  judgementsOn,
} from '../../../../src/web/explorer/judgements/judgement-words.js';

const judged = (told: string, seq: number, reason: string | null = null): JudgedFragment => {
  const [a = '', sign = '', b = ''] = told.split(' ');
  const line = (label: string) => ({ id: `entity:${label}`, kind: 'PERSON', label }) as const;
  const judgement = ({ '=': 'SAME', '≠': 'DIFFERENT' } as const)[sign] ?? 'UNSURE';
  const recorded = { at: '2026-11-22T10:14:00', by: 'Ann', way: 'API', seq } as const;
  return { a: line(a), b: line(b), judgement, reason, recorded };
};

test('a judgement says how, by whom, when and why', () => {
  expect(judgedWords(judged('choe = choi', 1, 'one page'))).toBe(
    'judged the same by Ann on 22 Nov 2026, 10:14, because “one page”',
  );
  expect(judgedWords(judged('choe ≠ ship', 1))).toBe(
    'judged different by Ann on 22 Nov 2026, 10:14, no reason given',
  );
});

test('those in force are told once, whichever of the joined they are recorded with, the last first', () => {
  const same = judged('choe = choi', 3);
  const told = judgementsOn({
    judgements: [same, judged('choe ? kim', 9)],
    sameEntities: [{ judgements: [same, judged('choi ≠ ship', 5)] }],
  });
  expect(told.map(({ recorded }) => recorded.seq)).toEqual([5, 3]);
});

test('where not all judgements on it were given, that is known', () => {
  const some = { judgements: [judged('choe = choi', 3)], judgementsCount: 1 };
  const whole = { ...some, sameEntities: [some], sameEntitiesCount: 1 };
  expect(isJudgedMore(whole)).toBe(false);
  expect(isJudgedMore({ ...whole, sameEntitiesCount: 30 })).toBe(true);
  expect(isJudgedMore({ ...whole, judgementsCount: 120 })).toBe(true);
  expect(isJudgedMore({ ...whole, sameEntities: [{ ...some, judgementsCount: 21 }] })).toBe(true);
});
