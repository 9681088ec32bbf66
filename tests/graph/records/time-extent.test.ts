// The extent of the claims' times: the first beginning and the last end, as they are written.
import { describe, expect, test } from 'vitest';
import { Teller } from '../../fixtures/teller.js';

/** Claims that hold at these times; null: nobody knows when. */
function claimsAt(times: readonly (string | null)[]): Teller {
  const teller = new Teller();
  for (const id of ['a', 'b']) teller.entity(id);
  for (const validTime of times) teller.claim('a', 'met', 'b', validTime === null ? {} : { validTime });
  return teller;
}

const endsOf = (teller: Teller): (string | null)[] => {
  const { earliest, latest } = teller.graph().extent;
  return [earliest?.text ?? null, latest?.text ?? null];
};

describe('from these times', () => {
  const cases: [times: (string | null)[], ends: (string | null)[]][] = [
    [[], [null, null]],
    [[null], [null, null]],
    [['2014-11-17'], ['2014-11-17', '2014-11-17']],
    [
      ['2014-11', '2014-12-31', '2015'],
      ['2014-11', '2015'],
    ],
    [
      ['2015', '2014-11-17~'],
      ['2014-11-17~', '2015'],
    ],
    [['2008/..'], ['2008', null]],
    [
      ['../2014-10', '2012'],
      ['2012', '2014-10'],
    ],
    [
      ['/2014', '2013/'],
      ['2013', '2014'],
    ],
    [
      ['2009/2011?', '2010'],
      ['2009', '2011?'],
    ],
    [
      ['2014', '2014-01-01', '2014-12-31'],
      ['2014', '2014'],
    ],
    [
      ['-0400', 'Y-17000'],
      ['Y-17000', '-0400'],
    ],
  ];
  test.each(cases)('%j: %j', (times, ends) => {
    expect(endsOf(claimsAt(times))).toEqual(ends);
  });
});

test('a claim that was withdrawn counts all the same', () => {
  const teller = claimsAt(['2014']);
  teller.withdrawsClaim(teller.claim('b', 'speaks_for', 'a', { validTime: '1990' }));
  expect(endsOf(teller)).toEqual(['1990', '2014']);
});

test('what is only tried out leaves no trace', () => {
  const teller = claimsAt(['2014']);
  const graph = teller.graph();
  const before = graph.extent;
  teller.claim('b', 'speaks_for', 'a', { validTime: '1990/2020' });
  const drafted = graph.whatIf(teller.events.slice(graph.seq), () => graph.extent);
  expect([drafted.earliest?.text, drafted.latest?.text]).toEqual(['1990', '2020']);
  expect(graph.extent).toBe(before);
});
