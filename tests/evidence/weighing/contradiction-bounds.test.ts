// Where one slot has more rivals than can be listed, that is said, and what is said of each claim stays exact.
import { expect, test } from 'vitest';
import {
  contradictionCountOf,
  MOST_CLAIMS_LISTED,
  MOST_GROUPS_LISTED,
} from '../../../src/evidence/weighing/contradictions.js';
import { Teller } from '../../fixtures/teller.js';
import { Asking } from '../asking.js';

/** Numbers said of one slot, each by a party of its own. */
function numbersSaid(times: readonly string[]) {
  const teller = new Teller();
  teller.entity('north');
  const claims = times.map((validTime, at) => {
    const claim = teller.claim('north', 'population', { type: 'NUMBER', text: String(at) }, { validTime });
    teller.says(teller.source(teller.entity(`party ${at}`)), claim);
    return claim;
  });
  return { asking: new Asking(teller), claims };
}

const MORE = 20;

test('a group of more claims than can be listed tells how many there are, lists the first, and says that it was cut', () => {
  const { asking, claims } = numbersSaid(Array.from({ length: MOST_CLAIMS_LISTED + MORE }, () => '2014'));
  const groups = asking.viewed.contradictionsOf(asking.record(claims[0] ?? ''));
  expect(groups).toMatchObject([
    { kind: 'SAME_SLOT', claimsCount: MOST_CLAIMS_LISTED + MORE, truncated: true },
  ]);
  expect(groups[0]?.claims).toHaveLength(MOST_CLAIMS_LISTED);
});

test('a group that is just as long as can be listed is not cut', () => {
  const { asking, claims } = numbersSaid(Array.from({ length: MOST_CLAIMS_LISTED }, () => '2014'));
  const [group] = asking.viewed.contradictionsOf(asking.record(claims[0] ?? ''));
  expect(group).toMatchObject({ claimsCount: MOST_CLAIMS_LISTED, truncated: false });
  expect(group?.claims).toHaveLength(MOST_CLAIMS_LISTED);
});

test('of more groups than can be listed so many are, all are counted, and whoever is in any of them is disputed', () => {
  // One through all years, and one in each: none of these meet.
  const years = Array.from({ length: MOST_GROUPS_LISTED + MORE }, (_, year) => String(1800 + year));
  const { asking, claims } = numbersSaid(['1800/2000', ...years, '2005']);
  const [long, ...others] = claims;
  const alone = others.pop() ?? '';
  const record = asking.record(long ?? '');
  expect(asking.viewed.contradictionsOf(record)).toHaveLength(MOST_GROUPS_LISTED);
  expect(contradictionCountOf(asking.viewed.evidence, record)).toBe(MOST_GROUPS_LISTED + MORE);
  expect(claims.slice(0, -1).map(claim => asking.status(claim))).toEqual(
    claims.slice(0, -1).map(() => 'DISPUTED'),
  );
  expect(asking.status(alone)).not.toBe('DISPUTED');
});
