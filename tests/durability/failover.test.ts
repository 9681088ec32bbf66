import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { withoutNamespace } from '../fixtures/network-namespace.js';
import { describeOnPostgres } from '../fixtures/on-postgres.js';
import { chanceFrom } from './chance.js';
import { emptyTally, openFailover, type Failover } from './failover.js';
import type { Fault } from './faults.js';
import { longestGap } from './many-writers.js';

const SEED = 20141118;

const reason = withoutNamespace();
const cannotCut = reason !== null && process.env['HEARSAY_LEAVE_NOTHING_OUT'] !== '1';
if (cannotCut) console.warn(`Left out: a server that is cut off from its database, because ${reason}`);

/** The others, faults together, and what shows itself more rarely are looked for by `npm run durability:failover`. */
const SHORT: readonly Fault[] = ['primary killed', 'standby paused', 'server paused', 'server cut off'];
const faults = SHORT.filter(fault => !cannotCut || fault !== 'server cut off');

describeOnPostgres('three servers and three databases under 16 writers', () => {
  const tally = emptyTally();
  let failover: Failover;
  beforeAll(async () => {
    failover = await openFailover(tally);
  }, 300_000);
  afterAll(() => failover.close());

  test(`${faults.join(', ')}: nothing is lost or doubled, and all servers tell one history`, async () => {
    await failover.onNewJournal(
      faults.map(fault => [fault]),
      chanceFrom(SEED),
    );
    expect(tally.broken).toEqual([]);
    expect([...tally.gaps.keys()]).toEqual(faults);
    // Else nothing was under way when something failed, and nothing was shown.
    expect(tally.repeated).toBeGreaterThan(faults.length);
    expect(tally.acknowledged).toBeGreaterThan(16 * faults.length);
  }, 600_000);
});

describeOnPostgres('the same where no standby is waited for', () => {
  test('the look at the journals finds what was acknowledged and is lost', async () => {
    const tally = emptyTally();
    const failover = await openFailover(tally, { synchronous_standby_names: '' });
    try {
      await failover.onNewJournal([['all databases killed']], chanceFrom(SEED));
    } finally {
      await failover.close();
    }
    expect(tally.broken.join('\n')).toMatch(/was acknowledged and is lost/);
  }, 300_000);
});

describe('the longest gap', () => {
  test.each([
    [[1, 2, 6, 8], 4],
    [[], 10],
    [[4], 6],
    [[-5, 1, 9, 30], 8],
  ])('between 0 and 10 with acknowledgements at %j is %i', (times, gap) => {
    expect(longestGap(times, 0, 10)).toBe(gap);
  });
});
