// Family classes: which attestations of one claim count as one, who stands for them, and what ties them.
import { expect, test } from 'vitest';
import { Teller } from '../../fixtures/teller.js';
import { Asking, idsOf } from '../asking.js';

function world() {
  const teller = new Teller();
  for (const id of ['x', 'y', 'handbook', 'lim', 'park', 'ministry', 'state']) teller.entity(id);
  const claim = teller.claim('x', 'met', 'y');
  const tie = (subject: string, object: string, validTime?: string): string => {
    const made = teller.claim(subject, 'speaks_for', object, validTime === undefined ? {} : { validTime });
    teller.says(teller.source('handbook'), made);
    return made;
  };
  const says = (party: string | null, publishedAt = '2014'): string =>
    teller.says(teller.source(party, { publishedAt }), claim);
  /** The families of all who say the claim, by number, in the order they said it. */
  const families = (): number[] => {
    const { affirming, families: classes } = new Asking(teller).viewed.evidence.of(claim);
    const seen = [...new Set(affirming.carrying.map(node => classes.of(node)))];
    return affirming.carrying.map(node => seen.indexOf(classes.of(node)));
  };
  return { teller, claim, tie, says, families };
}

test('two spokesmen of one ministry that is silent itself are one family', () => {
  const { tie, says, families, teller, claim } = world();
  const ties = [tie('lim', 'ministry'), tie('park', 'ministry')];
  says('lim');
  says('park');
  expect(families()).toEqual([0, 0]);
  const [found] = new Asking(teller).support(claim).ties;
  expect([found?.a, found?.b]).toEqual(['lim', 'park']);
  expect(idsOf(found?.because ?? []).sort()).toEqual([...ties].sort());
});

test('a party that has changed sides joins its old family only by what it said then', () => {
  const { tie, says, families } = world();
  tie('lim', 'ministry', '2010/2012');
  says('ministry', '2014');
  says('lim', '2014');
  expect(families()).toEqual([0, 1]);
  says('lim', '2011');
  expect(families()).toEqual([0, 0, 0]);
});

test('each unnamed source is a family of its own', () => {
  const { says, families } = world();
  says(null);
  says(null);
  expect(families()).toEqual([0, 1]);
});

test('two that a judgement says are one have a tie without a claim', () => {
  const { teller, says, claim } = world();
  says('lim');
  says('park');
  teller.judges('park', 'lim', 'SAME');
  expect(new Asking(teller).support(claim).ties).toEqual([{ a: 'lim', b: 'park', because: [] }]);
});

test('for a family stands whom most of the others belong to, whoever spoke first', () => {
  const { tie, says, teller, claim } = world();
  tie('lim', 'ministry');
  tie('park', 'ministry');
  says('lim');
  says('park');
  expect(new Asking(teller).support(claim).soleDependencies).toEqual(['lim']);
  says('ministry');
  expect(new Asking(teller).support(claim).soleDependencies).toEqual(['ministry']);
});

test('a family of three parties is told by two ties', () => {
  const { tie, says, teller, claim } = world();
  tie('lim', 'ministry');
  tie('ministry', 'state');
  for (const party of ['lim', 'ministry', 'state']) says(party);
  expect(new Asking(teller).support(claim).ties).toHaveLength(2);
});
