// Eras and spans against plain implementations: a word is of an era where every tie seen holds or fails for it as for the first word.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { overlaps, readTimeSpan } from '../../../src/domain/time-span.js';
import { Era } from '../../../src/evidence/families/eras.js';
import { Spans } from '../../../src/evidence/slots/intervals.js';

/** Times with open ends, unknown ends, equal ends, and dates of a year, a month and a day. */
const TIMES = [
  ...[
    undefined,
    '2010',
    '2011',
    '2012',
    '2011-01',
    '2011-12',
    '2011-06-30',
    '2012~',
    '../2011',
    '../2011-06',
  ],
  ...['2011/..', '2011-07/..', '../..', '2012/', '/2011', '2010/2012', '2010-12/2011-01', '2011-06/2011-07'],
];
const span = fc.constantFrom(...TIMES).map(text => readTimeSpan(text));

test('an era tells of each tie whether it may have held, and holds only words for which all ties are alike', () => {
  fc.assert(
    fc.property(fc.array(span, { maxLength: 6 }), span, fc.array(span), (ties, spoken, words) => {
      const era = new Era();
      for (const tie of ties) expect(era.meets(tie, spoken)).toBe(overlaps(tie, spoken));
      expect(era.holds(spoken)).toBe(true);
      for (const word of words) {
        const isAlike = ties.every(tie => overlaps(tie, word) === overlaps(tie, spoken));
        // A tie may fail on the other side: that is another era, though no tie tells them apart.
        const sameSide = ties.every(tie => tie.from > word.to === tie.from > spoken.to);
        expect(era.holds(word)).toBe(isAlike && sameSide);
      }
    }),
    { numRuns: 500 },
  );
});

test('spans meet another where any of them shares a moment with it', () => {
  fc.assert(
    fc.property(fc.array(span, { maxLength: 20 }), span, (spans, other) => {
      expect(new Spans(spans).meet(other)).toBe(spans.some(one => overlaps(one, other)));
    }),
    { numRuns: 500 },
  );
});
