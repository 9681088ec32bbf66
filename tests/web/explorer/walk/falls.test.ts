import { expect, test } from 'vitest';
import { gather } from '../../../../src/web/explorer/walk/gather.js';
import {
  fallenWords,
  fatesOf,
  fatesWords,
  isToldWhole,
  withFates,
} from '../../../../src/web/explorer/walk/falls.js';
import type { FallsQuery } from '../../../../src/web/explorer/api/documents.js';
import { entityLine, weighed } from '../../../fixtures/weighed-claim.js';

const falls = (impact: Partial<FallsQuery['impact']>): FallsQuery => ({
  fallen: null,
  impact: {
    losesAllSupport: [],
    dropsToOneChain: [],
    changesStatus: [],
    losesAllSupportCount: impact.losesAllSupport?.length ?? 0,
    dropsToOneChainCount: impact.dropsToOneChain?.length ?? 0,
    changesStatusCount: impact.changesStatus?.length ?? 0,
    ...impact,
  },
});

const upi = {
  id: 'source:1',
  kind: 'ARTICLE',
  title: 'A visit',
  url: null,
  publishedAt: null,
  held: true,
  party: entityLine('UPI'),
  partyDescribedAs: null,
} as const;

const both = weighed('choe meets putin');
const one = weighed('choe visits moscow');
const aged = weighed('choe aged =64');

test('each claim is told once, by the gravest that befalls it', () => {
  const fates = fatesOf(
    falls({
      losesAllSupport: [both],
      dropsToOneChain: [one],
      changesStatus: [
        { claim: both, before: 'SUPPORTED', after: 'UNSUPPORTED' },
        { claim: weighed('lim leads king'), before: 'CORROBORATED', after: 'SUPPORTED' },
      ],
    }),
  );
  expect(
    fates.map(({ fall, claims }) => [fall, ...claims.map(({ claim, note }) => note ?? claim.id)]),
  ).toEqual([
    ['loses all support', 'choe meets putin'],
    ['drops to one chain', 'choe visits moscow'],
    ['changes status', 'Corroborated → Supported'],
  ]);
  expect(fatesWords(fates)).toBe('1 claim loses all support, 1 drops to one chain, 1 changes status');
});

test('claims that were not given are counted all the same; of how many only change status there is a lower bound', () => {
  const answer = falls({
    losesAllSupport: [both],
    losesAllSupportCount: 1_204,
    changesStatus: [
      { claim: both, before: 'SUPPORTED', after: 'UNSUPPORTED' },
      { claim: one, before: 'CORROBORATED', after: 'SUPPORTED' },
    ],
    changesStatusCount: 1_300,
  });
  expect(fatesWords(fatesOf(answer))).toBe('1,204 claims lose all support, at least 1 changes status');
  expect(isToldWhole(answer)).toBe(false);
  expect(isToldWhole(falls({ losesAllSupport: [both] }))).toBe(true);
});

test('that nothing falls is said', () => {
  expect(fatesWords(fatesOf(falls({})))).toBe('no claim in this view would stand otherwise');
});

test('several claims lose, one loses', () => {
  expect(fatesWords(fatesOf(falls({ losesAllSupport: [both, one] })))).toBe('2 claims lose all support');
});

test('edges, and claims without a line, are marked with what becomes of their claims', () => {
  const { drawing } = gather([
    {
      step: { entity: 'entity:choe', predicates: null, most: 39 },
      entity: entityLine('choe'),
      claims: [both, one, aged],
      total: 3,
    },
  ]);
  const marked = withFates(drawing, fatesOf(falls({ losesAllSupport: [one, aged] })));
  expect(marked.edges.map(({ fall }) => fall)).toEqual([null, 'loses all support']);
  expect(marked.lineless.map(({ fall }) => fall)).toEqual(['loses all support']);
});

test.each<[string, FallsQuery['fallen']]>([
  ['the word of UPI', { id: 'entity:upi', label: 'UPI' }],
  ['“A visit” (UPI)', upi],
  ['the article of UPI', { ...upi, title: null }],
  ['the article of a diplomat', { ...upi, title: null, party: null, partyDescribedAs: 'a diplomat' }],
  ['what “A visit” (UPI) says of this claim', { id: 'attestation:1', source: upi, claim: { sentence: '' } }],
  ['it', null],
])('what is set aside is called %s', (words, fallen) => {
  expect(fallenWords(fallen)).toBe(words);
});
