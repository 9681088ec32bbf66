import { describe, expect, test } from 'vitest';
import { problemsOf } from '../../../../src/web/explorer/attach/check-draft.js';
import {
  EMPTY_DRAFT,
  inputOf,
  isTouched,
  newSource,
  type AttachDraft,
  type SourceDraft,
} from '../../../../src/web/explorer/attach/draft.js';

const ADDRESS = 'https://news.example/a';
const source = (change: Partial<SourceDraft>): SourceDraft => ({ ...newSource('ARTICLE'), ...change });
const draft = (change: Partial<AttachDraft>): AttachDraft => ({
  ...EMPTY_DRAFT,
  source: source({ text: ADDRESS }),
  ...change,
});
const known = {
  id: 'source:1',
  kind: 'WIRE',
  title: null,
  url: null,
  publishedAt: null,
  held: true,
  party: null,
  partyDescribedAs: null,
  claims: 4,
} as const;
const party = { id: 'entity:upi', kind: 'ORGANIZATION', label: 'UPI' } as const;

describe('the input', () => {
  test.each<[string, Partial<SourceDraft>, object]>([
    ['an address alone', { text: ` ${ADDRESS} ` }, { new: { kind: 'ARTICLE', url: ADDRESS } }],
    ['a known source', { text: 'Wire', picked: known }, { id: 'source:1' }],
    [
      'a new source with all that is known of it',
      { text: 'x', isNew: true, kind: 'WIRE', title: ' T ', publishedAt: '2014-11', party },
      { new: { kind: 'WIRE', title: 'T', publishedAt: '2014-11', party: 'entity:upi' } },
    ],
    [
      'an unnamed party in place of a named one',
      { isNew: true, party, isUnnamed: true, describedAs: 'a diplomat' },
      { new: { kind: 'ARTICLE', partyDescribedAs: 'a diplomat' } },
    ],
  ])('%s', (_, change, expected) => {
    expect(inputOf('claim:1', draft({ source: source(change) })).source).toEqual(expected);
  });

  test('where in the source it is said is given where it is filled in', () => {
    expect(inputOf('claim:1', draft({ locator: ' page 4 ' }))).toMatchObject({ locator: 'page 4' });
    expect(inputOf('claim:1', draft({ locator: ' ' }))).not.toHaveProperty('locator');
    expect(problemsOf(draft({ locator: 'x'.repeat(501) }))).toMatchObject([{ path: 'locator' }]);
  });

  test('a quote is kept to the letter, its empty parts left out', () => {
    const quote = { exact: 'it is so', prefix: 'that ', suffix: '', paragraph: '3' };
    expect(inputOf('claim:1', draft({ quote })).quote).toEqual({
      exact: 'it is so',
      prefix: 'that ',
      paragraph: 3,
    });
    expect(inputOf('claim:1', draft({}))).not.toHaveProperty('quote');
  });

  test.each([
    ['OWN', true, undefined],
    ['UNRECORDED', false, undefined],
    ['RELAYED', false, [{ source: { id: 'source:1' } }]],
  ] as const)('lineage %s', (lineage, own, via) => {
    const input = inputOf('claim:1', draft({ lineage, via: [{ ...source({ picked: known }), key: 1 }] }));
    expect([input.own, input.via]).toEqual([own, via]);
  });
});

describe('problems', () => {
  test.each<[string, Partial<AttachDraft>, string[]]>([
    ['an address is enough', {}, []],
    ['no source', { source: source({}) }, ['source']],
    ['words that name no source yet', { source: source({ text: 'Reuters' }) }, ['source']],
    ['half an address', { source: source({ text: 'https://' }) }, ['source']],
    [
      'a date that is none',
      { source: source({ text: ADDRESS, publishedAt: 'Monday' }) },
      ['source.new.publishedAt'],
    ],
    ['a date that is about', { source: source({ text: ADDRESS, publishedAt: '2014-11~' }) }, []],
    [
      'a title that is too long',
      { source: source({ text: ADDRESS, title: 'x'.repeat(1001) }) },
      ['source.new.title'],
    ],
    [
      'a quote that is too long',
      { quote: { ...EMPTY_DRAFT.quote, exact: 'x'.repeat(2001) } },
      ['quote.exact'],
    ],
    [
      'a paragraph that is no number',
      { quote: { ...EMPTY_DRAFT.quote, paragraph: '0' } },
      ['quote.paragraph'],
    ],
    ['relaying nobody', { lineage: 'RELAYED' }, ['via']],
    [
      'relaying a source that is not named',
      {
        lineage: 'RELAYED',
        via: [
          { ...source({ picked: known }), key: 1 },
          { ...source({}), key: 2 },
        ],
      },
      ['via.1.source'],
    ],
    ['what is not relayed after all', { lineage: 'OWN', via: [{ ...source({}), key: 1 }] }, []],
  ])('%s', (_, change, paths) => {
    expect(problemsOf(draft(change)).map(({ path }) => path)).toEqual(paths);
  });
});

test('a form is touched once anything differs from the empty one', () => {
  expect([isTouched(EMPTY_DRAFT), isTouched(draft({}))]).toEqual([false, true]);
});
