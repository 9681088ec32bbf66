import { expect, test } from 'vitest';
import type { EventType, NewsEntryFragment } from '../../../../src/web/explorer/api/documents.js';
import { newsOf, untilAfter } from '../../../../src/web/explorer/start/news-words.js';
import { entityLine, weighed } from '../../../fixtures/weighed-claim.js';

type Sayer = NonNullable<NewsEntryFragment['attestation']>;

/** `UPI`, or `UPI?` for one that is only reported. */
const sayer = (name: string, polarity: Sayer['polarity'] = 'AFFIRMS'): Sayer => ({
  id: `attestation:${name}`,
  polarity,
  held: !name.endsWith('?'),
  source: {
    id: `source:${name}`,
    kind: 'ARTICLE',
    title: null,
    url: null,
    publishedAt: null,
    held: true,
    party: entityLine(name.replace('?', '')),
    partyDescribedAs: null,
  },
});

/** Entries are given as they are answered: newest first. */
const entry = (
  type: EventType,
  attestation: Sayer | null = null,
  change: Partial<NewsEntryFragment> = {},
): NewsEntryFragment => ({
  at: '2026-01-02T00:00:00.000Z',
  by: 'me',
  way: 'API',
  type,
  claim: weighed('choe meets putin'),
  attestation,
  ...change,
});

const said = (name: string, polarity?: Sayer['polarity']) => entry('SourceAttached', sayer(name, polarity));

test.each<[string, readonly NewsEntryFragment[]]>([
  ['New claim', [entry('ClaimMade')]],
  ['UPI now says so', [said('UPI')]],
  ['UPI now denies it', [said('UPI', 'DENIES')]],
  ['UPI and Yonhap now say so', [said('Yonhap'), said('UPI')]],
  ['UPI, Yonhap and AP now say so', [said('AP'), said('Yonhap'), said('UPI')]],
  ['UPI, Yonhap and 2 others now say so', [said('BBC'), said('AP'), said('Yonhap'), said('UPI')]],
  ['UPI now says so', [said('UPI'), said('UPI')]],
  ['New claim: UPI says so', [said('UPI'), entry('ClaimMade')]],
  ['New claim: UPI says so; AP denies it', [said('AP', 'DENIES'), said('UPI'), entry('ClaimMade')]],
  ['UPI now says so', [said('UPI'), said('Lim?')]],
  ['Lim now says so', [said('Lim?')]],
  ['UPI is withdrawn as saying so', [entry('AttestationWithdrawn', sayer('UPI'))]],
  ['UPI is withdrawn as denying it', [entry('AttestationWithdrawn', sayer('UPI', 'DENIES'))]],
  ['The claim is withdrawn', [entry('ClaimWithdrawn')]],
  ['Another claim is in its place', [entry('ClaimSuperseded')]],
])('“%s”', (words, entries) => {
  expect(newsOf(entries)).toMatchObject([{ words, claim: { id: 'choe meets putin' } }]);
});

test('an unnamed party is called as it is described', () => {
  const { source } = sayer('?');
  const attestation = {
    ...sayer('?'),
    source: { ...source, party: null, partyDescribedAs: 'a diplomatic source' },
  };
  expect(newsOf([entry('SourceAttached', attestation)])[0]?.words).toBe('A diplomatic source now says so');
});

test('what one person recorded of one claim is told together, by the newest of it', () => {
  const other = { claim: weighed('lim leads king') };
  const items = newsOf([
    entry('SourceAttached', sayer('AP'), { by: 'you', at: '2026-01-05T00:00:00.000Z' }),
    entry('SourceAttached', sayer('UPI'), { at: '2026-01-04T00:00:00.000Z' }),
    entry('ClaimMade', null, { ...other, at: '2026-01-03T00:00:00.000Z' }),
    entry('ClaimMade'),
  ]);
  expect(items.map(({ claim, words, at, by }) => [claim.id, words, at.slice(0, 10), by])).toEqual([
    ['choe meets putin', 'AP now says so', '2026-01-05', 'you'],
    ['choe meets putin', 'New claim: UPI says so', '2026-01-04', 'me'],
    ['lim leads king', 'New claim', '2026-01-03', 'me'],
  ]);
});

test('an entry whose claim the view does not know tells nothing', () => {
  expect(newsOf([entry('ClaimMade', null, { claim: null })])).toEqual([]);
});

test('what was recorded at the very moment counts as known by then', () => {
  expect(untilAfter('2026-01-02T03:04:05.678Z')).toBe('2026-01-02T03:04:05.679Z');
  expect(untilAfter('2026-01-02T00:00:00+05:00')).toBe('2026-01-01T19:00:00.001Z');
});
