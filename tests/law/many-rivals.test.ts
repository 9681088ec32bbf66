// One slot with many rivals: its contradictions are those that looking at every moment finds, at once or in pieces that take turns.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { overlaps, readTimeSpan } from '../../src/domain/time-span.js';
import type { View } from '../../src/domain/view.js';
import {
  allContradictions,
  contradictionKey,
  type ContradictionsFound,
} from '../../src/evidence/weighing/contradictions.js';
import { ViewedGraph } from '../../src/evidence/viewed-graph.js';
import { atOnce } from '../../src/graph/work/resumable.js';
import { Teller } from '../fixtures/teller.js';
import { SlowEvidence } from './slow-evidence.js';
import { SlowWorld, type SlowClaim } from './slow-world.js';

const TIMES = [
  ...[undefined, '2010', '2011', '2012', '2011-01', '2011-12', '2010/2011', '2011/2012', '2012~', '../2011'],
  ...['../2011-06', '2011/..', '2011-07/..', '../..', '2012/', '/2011', '2010-12/2011-01', '2011-06/2011-07'],
];
const rival = fc.record({
  value: fc.constantFrom('7', '8', '9', 'some', 'none'),
  validTime: fc.constantFrom(...TIMES),
  publishedAt: fc.constantFrom(undefined, '2010', '2012'),
  fate: fc.constantFrom('stands', 'stands', 'stands', 'withdrawn', 'superseded', 'unsaid'),
});
const world = fc.array(rival, { maxLength: 40 }).map(rivals => {
  const teller = new Teller();
  const party = teller.entity(teller.entity('north') && 'party');
  const known = new Set<string>();
  for (const { value, validTime, publishedAt, fate } of rivals) {
    const object =
      value === 'some'
        ? ({ type: 'SOME_VALUE' } as const)
        : value === 'none'
          ? ({ type: 'NO_VALUE' } as const)
          : ({ type: 'NUMBER', text: value } as const);
    const events = teller.events.length;
    const id = teller.claim('north', 'population', object, validTime === undefined ? {} : { validTime });
    if (known.has(id)) teller.events.length = events;
    if (known.has(id)) continue;
    known.add(id);
    if (fate !== 'unsaid')
      teller.says(teller.source(party, publishedAt === undefined ? {} : { publishedAt }), id);
    if (fate === 'withdrawn') teller.withdrawsClaim(id);
    if (fate === 'superseded') teller.supersedes(id, [...known][0] ?? id);
  }
  return teller;
});
const viewOf = fc.record<View>(
  {
    publishedBy: fc.constantFrom('2011', '2013'),
    knownAtSeq: fc.nat(160),
    validAt: fc.constantFrom('2011-03'),
  },
  { requiredKeys: [] },
);

/** Every moment at which a claim begins is looked at; a group that is part of another is dropped. */
function byMoment(claims: readonly SlowClaim[], kind: string): string[] {
  const spanOf = ({ validTime }: SlowClaim) => readTimeSpan(validTime);
  const groups = claims.map(one =>
    claims.filter(
      other =>
        spanOf(other).from <= spanOf(one).from &&
        overlaps(spanOf(other), { ...spanOf(one), to: spanOf(one).from }),
    ),
  );
  return groups
    .filter(
      group => !groups.some(other => other.length > group.length && group.every(c => other.includes(c))),
    )
    .filter(group => new Set(group.map(({ value }) => JSON.stringify(value))).size > 1)
    .filter(group => kind !== 'UNDATED' || group.some(one => !spanOf(one).known))
    .map(group => [kind, ...group.map(({ id }) => id)].join(' '));
}

test('the contradictions of up to forty rivals are those found moment by moment, at once or in turns', () => {
  fc.assert(
    fc.property(world, viewOf, fc.infiniteStream(fc.boolean()), (teller, view, chance) => {
      const slow = new SlowEvidence(new SlowWorld(teller.events, view), teller.vocabulary);
      const rivals = slow.world.claims.filter(
        ({ id, withdrawn, superseded, value }) =>
          !withdrawn && !superseded && value?.type !== 'SOME_VALUE' && slow.chains(id, 'AFFIRMS').length > 0,
      );
      const dated = rivals.filter(({ validTime }) => readTimeSpan(validTime).known);
      const expected = [...new Set([...byMoment(dated, 'SAME_SLOT'), ...byMoment(rivals, 'UNDATED')])].sort();
      const graph = teller.graph();
      const keys = (found: ContradictionsFound): string[] =>
        found.contradictions.map(contradictionKey).sort();
      expect(keys(atOnce(allContradictions(new ViewedGraph(graph, view).evidence)))).toEqual(expected);
      const { evidence } = new ViewedGraph(graph, view);
      const works = [allContradictions(evidence), allContradictions(evidence)] as const;
      const ends = works.map(work => work.next());
      while (ends.some(end => !end.done)) {
        const turn = ends[0]?.done || (!ends[1]?.done && chance.next().value) ? 1 : 0;
        ends[turn] = works[turn].next();
      }
      for (const end of ends) expect(end.done && keys(end.value)).toEqual(expected);
    }),
    { numRuns: 100 },
  );
});
