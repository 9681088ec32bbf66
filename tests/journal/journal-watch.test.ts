// The watch over a journal notes what became of its writes, and changes nothing of what it does.
import { beforeEach, describe, expect, test } from 'vitest';
import { InvalidInput, JournalError, JournalUnavailable } from '../../src/domain/refusal.js';
import { JournalWatch } from '../../src/journal/journal-watch.js';
import type { Journal } from '../../src/journal/stored/journal.js';
import { openMemoryJournal } from '../../src/journal/stored/memory-journal.js';
import { all, journalContract } from '../contract/journal.contract.js';
import { pending } from '../contract/pending-event.js';
import { Overtaken } from '../../src/journal/stored/shared-rows.js';
import { MemoryRows } from '../../src/journal/stored/memory-rows.js';

describe('contract', () =>
  journalContract(
    () => Promise.resolve(new JournalWatch().over(openMemoryJournal())),
    (rows, head) => Promise.resolve(new MemoryRows([...rows], head)),
  ));

let watch: JournalWatch;
let journal: Journal;
let heard: (string | null)[];
let broken: Error | null;

beforeEach(() => {
  watch = new JournalWatch();
  const inner = openMemoryJournal();
  const append = inner.append.bind(inner);
  broken = null;
  inner.append = async (events, seq) => {
    if (broken) throw broken;
    return append(events, seq);
  };
  journal = watch.over(inner);
  heard = [];
  watch.onWrite((seconds, failure) => heard.push(seconds >= 0 ? (failure?.message ?? null) : 'no time'));
});

test('each write is told, and what it wrote can be read', async () => {
  await journal.append([pending('a')], 0);
  await journal.append([pending('b')], 1);
  expect(heard).toEqual([null, null]);
  expect(await all(journal.read(0))).toHaveLength(2);
  expect(journal.lastSeq).toBe(2);
});

test('a failure is kept until a write succeeds', async () => {
  broken = new JournalError('full');
  await expect(journal.append([pending('a')], 0)).rejects.toThrow('full');
  expect([watch.failure?.message, heard]).toEqual(['full', ['full']]);
  broken = null;
  await journal.append([], 0);
  expect(watch.failure?.message).toBe('full');
  await journal.append([pending('a')], 0);
  expect([watch.failure, heard]).toEqual([null, ['full', null]]);
});

test.each([
  ['a refusal of what was to be written', new InvalidInput('not this')],
  ['a medium that is away', new JournalUnavailable('not this')],
  ['others who were quicker', new Overtaken('not this')],
])('%s: no failure', async (_, error) => {
  broken = error;
  await expect(journal.append([pending('a')], 0)).rejects.toThrow('not this');
  expect([watch.failure, heard]).toEqual([null, []]);
});

test('each loss of the medium is told, and nothing when it is there again', () => {
  let losses = 0;
  watch.onLoss(() => (losses += 1));
  for (const error of [new Error('away'), null, new Error('away again')]) watch.trouble(error);
  expect(losses).toBe(2);
});
