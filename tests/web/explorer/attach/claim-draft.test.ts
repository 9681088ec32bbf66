import { describe, expect, test } from 'vitest';
import {
  claimInput,
  claimProblems,
  detailsOf,
  EMPTY_CLAIM,
  predicatesFor,
  withSubject,
  type ClaimDraft,
  type PredicateChoice,
} from '../../../../src/web/explorer/attach/claim-draft.js';

const choe = { id: 'entity:choe', kind: 'PERSON', label: 'Choe' } as const;
const russia = { id: 'entity:russia', kind: 'STATE', label: 'Russia' } as const;
const predicate = (change: Partial<PredicateChoice>): PredicateChoice => ({
  id: 'meets',
  label: 'meets',
  subjectKinds: ['PERSON'],
  objectKinds: ['PERSON', 'STATE'],
  valueKind: null,
  sentence: '{subject} meets {object}[ at {at}][ because {because}]',
  symmetric: true,
  note: null,
  ...change,
});
const lasts = predicate({ id: 'lasts', label: 'lasts', objectKinds: [], valueKind: 'DURATION' });
const draft = (change: Partial<ClaimDraft>): ClaimDraft => ({
  ...EMPTY_CLAIM,
  subject: choe,
  predicate: predicate({}),
  object: russia,
  ...change,
});

test('predicates are offered by whom they may start from, in the order of their words', () => {
  const all = [predicate({}), lasts, predicate({ id: 'borders', label: 'borders', subjectKinds: ['STATE'] })];
  const ids = (subject: typeof choe | typeof russia | null): string[] =>
    predicatesFor(all, subject).map(({ id }) => id);
  expect([ids(choe), ids(russia), ids(null)]).toEqual([
    ['lasts', 'meets'],
    ['borders'],
    ['borders', 'lasts', 'meets'],
  ]);
});

test('details are the names in a sentence other than its ends', () => {
  expect(detailsOf(predicate({}))).toEqual(['at', 'because']);
});

test('a predicate that cannot start from the new subject is given up, with its object', () => {
  expect(withSubject(draft({}), russia)).toMatchObject({ subject: russia, predicate: null, object: null });
  expect(withSubject(draft({}), null)).toMatchObject({ subject: null, object: russia });
});

describe('the input', () => {
  test.each<[string, Partial<ClaimDraft>, object]>([
    ['an object', {}, { object: 'entity:russia' }],
    ['a value', { predicate: lasts, object: null, value: ' P7D ' }, { value: 'P7D' }],
    ['none', { objectIs: 'NO_VALUE' }, { unknown: 'NO_VALUE' }],
    [
      'a time and details, the empty ones left out',
      {
        validTime: '2014-11 ',
        qualifiers: {
          at: { entity: russia, words: 'Russia' },
          because: { entity: null, words: ' of talks ' },
          by: { entity: null, words: ' ' },
        },
      },
      {
        object: 'entity:russia',
        validTime: '2014-11',
        qualifiers: [
          { name: 'at', entity: 'entity:russia' },
          { name: 'because', value: 'of talks' },
        ],
      },
    ],
  ])('%s', (_, change, expected) => {
    const { subject, predicate: id, ...rest } = claimInput(draft(change));
    expect([subject, id]).toEqual(['entity:choe', change.predicate?.id ?? 'meets']);
    expect(rest).toEqual(expected);
  });
});

test.each<[string, Partial<ClaimDraft>, string[]]>([
  ['all that is needed', {}, []],
  ['nothing', { subject: null, predicate: null }, ['subject', 'predicate']],
  ['no object', { object: null }, ['object']],
  ['no value', { predicate: lasts }, ['value']],
  ['an object nobody knows', { object: null, objectIs: 'SOME_VALUE' }, []],
  ['a time that is none', { validTime: 'Monday' }, ['validTime']],
])('problems of %s', (_, change, paths) => {
  expect(claimProblems(draft(change)).map(({ path }) => path)).toEqual(paths);
});
