// A ledger whose journal others write to, while that journal is away: who is refused, and who does not have to wait for it.
import { beforeEach, expect, test } from 'vitest';
import type { Command } from '../../../src/domain/command.js';
import { JournalUnavailable } from '../../../src/domain/refusal.js';
import type { Others } from '../../../src/journal/stored/journal.js';
import type { Ledger } from '../../../src/journal/ledger.js';
import { openMemoryJournal } from '../../../src/journal/stored/memory-journal.js';
import { openLedger } from '../../fixtures/open-ledger.js';
import { until } from '../../fixtures/until.js';

const person = (name: string): Command => ({
  type: 'AddEntity',
  id: `entity:t/${name}`,
  kind: 'PERSON',
  label: name,
});
const AWAY = { code: 'JOURNAL_UNAVAILABLE' };

let ledger: Ledger;
let turns: number;
/** Turns are to be had, and the journal is away only after. */
let isThere: boolean;
/** Says that there may be news. */
let call: () => void;
/** Ends what the journal is asked now: it is away. */
let giveUp: ((error: JournalUnavailable) => void) | null;

beforeEach(async () => {
  turns = 0;
  isThere = false;
  giveUp = null;
  const asked = (): Promise<never> => new Promise((_, refuse) => (giveUp = refuse));
  const others: Others = {
    acquire: () => {
      turns += 1;
      return isThere ? Promise.resolve({ events: [], isAnew: false }) : asked();
    },
    news: asked,
    release: () => Promise.resolve(),
    confirm: () => (isThere ? asked() : Promise.resolve()),
    onNews: listener => (call = listener),
    age: 10,
  };
  const journal = Object.assign(openMemoryJournal(), { others });
  ({ ledger } = await openLedger(journal));
});

/** Lets the journal be asked, and then be away. */
async function isAway(): Promise<void> {
  await until('the journal is asked', () => giveUp !== null);
  giveUp?.(new JournalUnavailable('away'));
  giveUp = null;
}

test('who waits to write while others are looked for is refused with them, and does not wait again', async () => {
  call();
  const writes = [person('a'), person('b')].map(command => ledger.execute(command, 'Tess'));
  const outcomes = Promise.allSettled(writes);
  await isAway();
  for (const outcome of await outcomes) expect(outcome).toMatchObject({ reason: AWAY });
  expect(turns).toBe(0);
});

test('who waits for a turn that cannot be had is refused with those before it', async () => {
  const first = ledger.execute(person('a'), 'Tess');
  const outcome = Promise.allSettled([first]);
  await isAway();
  expect(await outcome).toMatchObject([{ reason: AWAY }]);
  expect(turns).toBe(1);
});

test('who would be told that it is there already is refused where that cannot be made sure of', async () => {
  isThere = true;
  await ledger.execute(person('a'), 'Tess');
  const outcome = Promise.allSettled([ledger.execute(person('a'), 'Tess')]);
  await isAway();
  expect(await outcome).toMatchObject([{ reason: AWAY }]);
  expect(turns).toBe(2);
});

test('who only looks is answered, whoever it waits with', async () => {
  const look = (): Promise<unknown> => ledger.executeAll([person('a')], 'Tess', true);
  call();
  const behind = look();
  await isAway();
  expect(await behind).toMatchObject({ refused: null });
  const write = Promise.allSettled([ledger.execute(person('a'), 'Tess')]);
  const beside = look();
  await isAway();
  expect(await write).toMatchObject([{ reason: AWAY }]);
  expect(await beside).toMatchObject({ refused: null });
});
