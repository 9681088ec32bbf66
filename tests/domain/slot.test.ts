// Slots: which claims can get into each other's way.
import { describe, expect, test } from 'vitest';
import { claimOf } from '../../src/domain/claim.js';
import { slotsOf } from '../../src/domain/slot.js';
import type { Predicate } from '../../src/domain/vocabulary.js';

const predicate = (members: Partial<Predicate>): Predicate => ({
  id: 'p',
  label: 'p',
  subjectKinds: ['PERSON'],
  objectKinds: ['ROLE'],
  sentence: '{subject} {object}',
  oneAtATime: false,
  symmetric: false,
  dependence: false,
  ...members,
});
const keys = (members: Partial<Predicate>, subject = 'entity:a', object = 'entity:b'): string[] => {
  const read = predicate(members);
  const claim = claimOf({ subject, predicate: read.id, object, qualifiers: [] }, read.symmetric);
  return slotsOf(claim, read).map(({ key }) => key);
};
const shares = (a: readonly string[], b: readonly string[]): boolean => a.some(key => b.includes(key));

test('a claim of an ordinary predicate is in no slot', () => {
  expect(keys({})).toEqual([]);
});

describe('claims share a slot', () => {
  test.each<[string, string[], string[], boolean]>([
    [
      'of one value at a time, with the same subject',
      keys({ oneAtATime: true }),
      keys({ oneAtATime: true }, 'entity:a', 'entity:c'),
      true,
    ],
    [
      'of one value at a time, with another subject: not',
      keys({ oneAtATime: true }),
      keys({ oneAtATime: true }, 'entity:c', 'entity:b'),
      false,
    ],
    ['of seats, with the same object', keys({ seats: 1 }), keys({ seats: 1 }, 'entity:c'), true],
    [
      'of seats, with another object: not',
      keys({ seats: 1 }),
      keys({ seats: 1 }, 'entity:a', 'entity:c'),
      false,
    ],
    ['of opposites, between the same two', keys({ opposite: 'q' }), keys({ id: 'q', opposite: 'p' }), true],
    [
      'of opposites, the other way round: not',
      keys({ opposite: 'q' }),
      keys({ id: 'q', opposite: 'p' }, 'entity:b', 'entity:a'),
      false,
    ],
    [
      'of symmetric opposites, either way round',
      keys({ opposite: 'q', symmetric: true }),
      keys({ id: 'q', opposite: 'p', symmetric: true }, 'entity:b', 'entity:a'),
      true,
    ],
  ])('%s', (_, a, b, shared) => {
    expect(shares(a, b)).toBe(shared);
  });
});
