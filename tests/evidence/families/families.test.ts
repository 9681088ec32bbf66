// Families: who is kin to whom when they speak, and who belongs to whom.
import { expect, test } from 'vitest';
import { readTimeSpan } from '../../../src/domain/time-span.js';
import type { View } from '../../../src/domain/view.js';
import { atOnce } from '../../../src/graph/work/resumable.js';
import { Teller } from '../../fixtures/teller.js';
import { Asking } from '../asking.js';

function world() {
  const teller = new Teller();
  for (const id of ['handbook', 'lim', 'ministry', 'state', 'other']) teller.entity(id);
  const handbook = teller.source('handbook', { publishedAt: '2014' });
  const tie = (subject: string, object: string, validTime?: string): { claim: string; said: string } => {
    const claim = teller.claim(subject, 'speaks_for', object, validTime === undefined ? {} : { validTime });
    return { claim, said: teller.says(handbook, claim) };
  };
  const kinOf = (party: string, spoken?: string, view: View = {}): string[] =>
    [...new Asking(teller, view).viewed.evidence.families.kinOf(party, readTimeSpan(spoken)).keys()].sort();
  return { teller, handbook, tie, kinOf };
}

test('a tie joins both its ends, and ties join further', () => {
  const { tie, kinOf } = world();
  tie('lim', 'ministry');
  tie('ministry', 'state');
  expect(kinOf('lim')).toEqual(['lim', 'ministry', 'state']);
  expect(kinOf('state')).toEqual(['lim', 'ministry', 'state']);
  expect(kinOf('other')).toEqual(['other']);
});

test.each([
  { tied: '2010/2012', spoken: '2013', counts: false },
  { tied: '2010/2012', spoken: '2009', counts: false },
  { tied: '2010/2012', spoken: '2012', counts: true },
  { tied: '2010/2012', spoken: undefined, counts: true },
  { tied: undefined, spoken: '2013', counts: true },
  { tied: '2010/..', spoken: '2013', counts: true },
  { tied: '2010/', spoken: '2013', counts: true },
  { tied: '../2012', spoken: '2013', counts: false },
])('a tie of $tied counts for a word of $spoken: $counts', ({ tied, spoken, counts }) => {
  const { tie, kinOf } = world();
  tie('lim', 'ministry', tied);
  expect(kinOf('lim', spoken)).toEqual(counts ? ['lim', 'ministry'] : ['lim']);
});

test.each<{ what: string; tell: (told: ReturnType<typeof world>) => void; counts: boolean }>([
  {
    what: 'nobody affirms',
    tell: ({ teller }) => teller.claim('lim', 'speaks_for', 'ministry'),
    counts: false,
  },
  {
    what: 'nobody affirms any more',
    tell: ({ teller, tie }) => teller.withdraws(tie('lim', 'ministry').said),
    counts: false,
  },
  {
    what: 'is withdrawn',
    tell: ({ teller, tie }) => teller.withdrawsClaim(tie('lim', 'ministry').claim),
    counts: false,
  },
  {
    what: 'is disputed',
    tell: ({ teller, tie }) => teller.denies(teller.source('other'), tie('lim', 'ministry').claim),
    counts: true,
  },
  {
    what: 'is superseded',
    tell: ({ teller, tie }) =>
      teller.supersedes(tie('lim', 'ministry').claim, teller.claim('lim', 'part_of', 'state')),
    counts: true,
  },
  {
    what: 'is of another predicate',
    tell: ({ teller, handbook }) => teller.says(handbook, teller.claim('lim', 'met', 'ministry')),
    counts: false,
  },
])('a tie that $what counts: $counts', ({ tell, counts }) => {
  const told = world();
  tell(told);
  expect(told.kinOf('lim')).toEqual(counts ? ['lim', 'ministry'] : ['lim']);
});

test('a tie that was said in public only later does not count', () => {
  const { tie, kinOf } = world();
  tie('lim', 'ministry');
  expect(kinOf('lim', '2013', { publishedBy: '2013' })).toEqual(['lim']);
  expect(kinOf('lim', '2013', { publishedBy: '2014' })).toEqual(['lim', 'ministry']);
});

test('of the judgements on a pair the last one known in the view counts, from whichever side', () => {
  const { teller, kinOf } = world();
  teller.judges('lim', 'other', 'SAME');
  const same = teller.events.length;
  expect(kinOf('lim')).toEqual(['lim', 'other']);
  teller.judges('other', 'lim', 'UNSURE');
  expect(kinOf('lim')).toEqual(['lim']);
  expect(kinOf('lim', undefined, { knownAtSeq: same })).toEqual(['lim', 'other']);
});

test('above a party is what it speaks for, not what speaks for it', () => {
  const { teller, tie } = world();
  tie('lim', 'ministry');
  tie('ministry', 'state');
  const { families } = new Asking(teller).viewed.evidence;
  const above = (id: string) => atOnce(families.workOutAbove(id, readTimeSpan('2014')));
  expect([...above('ministry')]).toEqual(['state']);
  expect([...above('lim')].sort()).toEqual(['ministry', 'state']);
});

test('entities judged the same have one identity', () => {
  const { teller } = world();
  teller.judges('lim', 'other', 'SAME');
  teller.judges('other', 'state', 'SAME');
  const { families } = new Asking(teller).viewed.evidence;
  expect(new Set(['lim', 'other', 'state'].map(id => families.identityOf(id))).size).toBe(1);
  expect(families.identityOf('ministry')).toBe('ministry');
});
