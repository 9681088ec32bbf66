// Each kind of contradiction, and what is none.
import { expect, test } from 'vitest';
import type { Value } from '../../../src/domain/claim.js';
import { allContradictions } from '../../../src/evidence/weighing/contradictions.js';
import { explainContradiction } from '../../../src/evidence/views/explanation.js';
import { successionOf } from '../../../src/evidence/weighing/succession.js';
import { atOnce } from '../../../src/graph/work/resumable.js';
import { Teller } from '../../fixtures/teller.js';
import { Asking, idsOf } from '../asking.js';

interface Said {
  readonly subject?: string;
  readonly predicate: string;
  readonly object: string | Value;
  readonly validTime?: string;
}

/** Claims each affirmed by a party of its own. */
function world(...said: Said[]) {
  const teller = new Teller();
  for (const id of ['north', 'south', 'east', 'p', 's']) teller.entity(id);
  const claims = said.map(({ subject = 'north', predicate, object, validTime }, at) => {
    const claim = teller.claim(subject, predicate, object, validTime === undefined ? {} : { validTime });
    teller.says(teller.source(teller.entity(`party ${at}`)), claim);
    return claim;
  });
  return { teller, claims };
}

const SOME: Value = { type: 'SOME_VALUE' };
const NONE: Value = { type: 'NO_VALUE' };
const number = (text: string): Value => ({ type: 'NUMBER', text });
const capital = (object: string, validTime?: string): Said => ({
  predicate: 'capital',
  object,
  ...(validTime === undefined ? {} : { validTime }),
});
const seat = (predicate: string, subject: string, validTime = '2014'): Said => ({
  subject,
  predicate,
  object: 's',
  validTime,
});

test.each<{ name: string; said: Said[]; found: string[] }>([
  {
    name: 'two capitals at once',
    said: [capital('p', '2014'), capital('s', '2010/2014')],
    found: ['SAME_SLOT 0 1'],
  },
  { name: 'two capitals one after the other', said: [capital('p', '2014'), capital('s', '2013')], found: [] },
  {
    name: 'one capital said with two times',
    said: [capital('p', '2014'), capital('p', '2010/2014')],
    found: [],
  },
  {
    name: 'two capitals, one of unknown time',
    said: [capital('p', '2014'), capital('s')],
    found: ['UNDATED 0 1'],
  },
  {
    name: 'two capitals, one with an unknown end',
    said: [capital('p', '2014'), capital('s', '2012/')],
    found: ['UNDATED 0 1'],
  },
  { name: 'an unknown end that comes later', said: [capital('p', '2011'), capital('s', '2012/')], found: [] },
  { name: 'an open end', said: [capital('p', '2014'), capital('s', '2012/..')], found: ['SAME_SLOT 0 1'] },
  {
    name: 'three capitals of which two overlap with the first',
    said: [capital('p', '2010/2014'), capital('s', '2010'), capital('north', '2014')],
    found: ['SAME_SLOT 0 1', 'SAME_SLOT 0 2'],
  },
  {
    name: 'two numbers',
    said: ['7', '8'].map(text => ({ predicate: 'population', object: number(text), validTime: '2014' })),
    found: ['SAME_SLOT 0 1'],
  },
  {
    name: 'a number and no value',
    said: [number('7'), NONE].map(object => ({ predicate: 'population', object, validTime: '2014' })),
    found: ['SAME_SLOT 0 1'],
  },
  {
    name: 'a value nobody knows beside two that differ',
    said: [SOME, number('7'), number('8')].map(object => ({
      predicate: 'population',
      object,
      validTime: '2014',
    })),
    found: [],
  },
  {
    name: 'two in one seat',
    said: [seat('holds_role', 'north'), seat('holds_role', 'south')],
    found: ['SAME_SLOT 0 1'],
  },
  { name: 'two in two seats', said: [seat('shares_role', 'north'), seat('shares_role', 'south')], found: [] },
  {
    name: 'three in two seats',
    said: ['north', 'south', 'east'].map(subject => seat('shares_role', subject)),
    found: ['SAME_SLOT 0 1 2'],
  },
  {
    name: 'warming and cooling ties at once',
    said: ['ties_cooling', 'ties_warming'].map(predicate => ({
      predicate,
      object: 'south',
      validTime: '2014',
    })),
    found: ['OPPOSITE 0 1'],
  },
  {
    name: 'warming after cooling',
    said: [
      { predicate: 'ties_cooling', object: 'south', validTime: '2013' },
      { predicate: 'ties_warming', object: 'south', validTime: '2014' },
    ],
    found: [],
  },
  {
    name: 'warming and cooling at times unknown',
    said: ['ties_cooling', 'ties_warming'].map(predicate => ({ predicate, object: 'south' })),
    found: ['UNDATED 0 1'],
  },
  {
    name: 'warming one way and cooling the other',
    said: [
      { predicate: 'ties_cooling', object: 'south', validTime: '2014' },
      { subject: 'south', predicate: 'ties_warming', object: 'north', validTime: '2014' },
    ],
    found: [],
  },
  {
    name: 'war and peace, said from either side',
    said: [
      { predicate: 'at_war', object: 'south', validTime: '2014' },
      { subject: 'south', predicate: 'at_peace', object: 'north', validTime: '2014' },
    ],
    found: ['OPPOSITE 0 1'],
  },
  {
    name: 'two plain claims',
    said: ['p', 's'].map(object => ({ predicate: 'went_to', object, validTime: '2014' })),
    found: [],
  },
])('$name: $found', ({ said, found }) => {
  const { teller, claims } = world(...said);
  expect(new Asking(teller).contradictions(claims[0] ?? '', claims).sort()).toEqual(found);
});

test('entities judged the same are one holder', () => {
  const { teller, claims } = world(capital('p', '2014'), capital('s', '2014'));
  teller.judges('s', 'p', 'SAME');
  expect(new Asking(teller).contradictions(claims[0] ?? '', claims)).toEqual([]);
});

function denied(affirms: string[], denies: string[], tied = false): string[] {
  const teller = new Teller();
  for (const id of ['x', 'y', 'handbook', 'ministry', 'lim', 'outlet']) teller.entity(id);
  const claim = teller.claim('x', 'met', 'y');
  if (tied) teller.says(teller.source('handbook'), teller.claim('lim', 'speaks_for', 'ministry'));
  for (const party of affirms) teller.says(teller.source(party), claim);
  for (const party of denies) {
    const relayed = teller.denies(teller.source(party, { held: false }), claim);
    teller.denies(teller.source('outlet'), claim, { relays: [relayed] });
  }
  return new Asking(teller).contradictions(claim).map(found => found.replace(' 0', ''));
}

test.each([
  { affirms: ['lim'], denies: [], tied: true, found: [] },
  { affirms: [], denies: ['lim'], tied: true, found: [] },
  { affirms: ['lim'], denies: ['ministry'], tied: false, found: ['DENIAL'] },
  { affirms: ['lim'], denies: ['ministry'], tied: true, found: ['SELF_REVERSAL'] },
  { affirms: ['lim'], denies: ['lim'], tied: false, found: ['SELF_REVERSAL'] },
  { affirms: ['lim', 'x'], denies: ['ministry'], tied: true, found: ['DENIAL', 'SELF_REVERSAL'] },
  { affirms: ['outlet'], denies: ['lim'], tied: false, found: ['DENIAL'] },
])(
  'affirmed by $affirms, denied by $denies through an outlet, tied: $tied, is $found',
  ({ affirms, denies, tied, found }) => {
    expect(denied(affirms, denies, tied)).toEqual(found);
  },
);

test('a claim that is withdrawn or superseded contradicts nothing', () => {
  for (const take of ['withdrawsClaim', 'supersedes'] as const) {
    const { teller, claims } = world(capital('p', '2014'), capital('s', '2014'));
    const [one = '', other = ''] = claims;
    teller.denies(teller.source('east'), other);
    teller[take](other, one);
    expect(new Asking(teller).contradictions(one, claims)).toEqual([]);
    expect(new Asking(teller).contradictions(other, claims)).toEqual([]);
  }
});

test('all contradictions are found, each once', () => {
  const { teller, claims } = world(capital('p', '2014'), capital('s', '2014'), seat('holds_role', 'north'));
  teller.denies(teller.source('east'), claims[2] ?? '');
  const { evidence } = new Asking(teller).viewed;
  expect(
    atOnce(allContradictions(evidence))
      .contradictions.map(({ kind }) => kind)
      .sort(),
  ).toEqual(['DENIAL', 'SAME_SLOT']);
});

test('who held a slot before and after is succession, the nearest first and each once', () => {
  const head = (object: string, validTime: string): Said => ({ predicate: 'heads', object, validTime });
  const { teller, claims } = world(
    head('p', '2010'),
    head('p', '2012'),
    head('p', '2014'),
    head('s', '2013'),
    head('p', '2005'),
  );
  const asking = new Asking(teller);
  const { before, after } = successionOf(asking.viewed.evidence, asking.record(claims[1] ?? ''));
  expect(idsOf(before)).toEqual([claims[0], claims[4]]);
  expect(idsOf(after)).toEqual([claims[3], claims[2]]);
});

test('claims of unknown time, or that nobody affirms, are in no succession', () => {
  const { teller, claims } = world(capital('p', '2014'), capital('s'));
  teller.claim('north', 'capital', 'south', { validTime: '2010' });
  const asking = new Asking(teller);
  for (const claim of claims) {
    const { before, after } = successionOf(asking.viewed.evidence, asking.record(claim));
    expect([...before, ...after]).toEqual([]);
  }
});

test.each<{ said: Said[]; words: RegExp }>([
  {
    said: [capital('p', '2014'), capital('s', '2014')],
    words: /^More than there is room for.*p” \(2014\) and .*s” \(2014\)\.$/,
  },
  {
    said: [capital('p', '2014'), capital('s')],
    words: /^Possibly at odds.*\(2014\) and .*\(time unknown\)\.$/,
  },
  {
    said: ['at_war', 'at_peace'].map(predicate => ({ predicate, object: 'south', validTime: '2014' })),
    words: /^Opposites at one time/,
  },
])('a contradiction is told in words: $words', ({ said, words }) => {
  const { teller, claims } = world(...said);
  const asking = new Asking(teller);
  const [found] = asking.viewed.contradictionsOf(asking.record(claims[0] ?? ''));
  expect(found && explainContradiction(asking.viewed, found)).toMatch(words);
});
