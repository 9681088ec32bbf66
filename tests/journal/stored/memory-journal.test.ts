// The journal in memory keeps the contract, and begins with what it is given.
import { describe, expect, test } from 'vitest';
import type { RecordedEvent } from '../../../src/domain/event.js';
import { JournalError } from '../../../src/domain/refusal.js';
import { openMemoryJournal } from '../../../src/journal/stored/memory-journal.js';
import { MemoryRows } from '../../../src/journal/stored/memory-rows.js';
import { all, journalContract } from '../../contract/journal.contract.js';
import { pending } from '../../contract/pending-event.js';

describe('contract', () =>
  journalContract(
    () => Promise.resolve(openMemoryJournal()),
    (rows, head) => Promise.resolve(new MemoryRows([...rows], head)),
  ));

const recorded = (seq: number, at?: string): RecordedEvent => ({ seq, ...pending(`w${seq}`, at) });

test('it goes on after the events it begins with, and leaves the given list alone', async () => {
  const given = [recorded(1), recorded(2)];
  const journal = openMemoryJournal(given);
  await journal.append([pending('w3')], 2);
  expect(await all(journal.read(0))).toEqual([recorded(1), recorded(2), recorded(3)]);
  expect(given).toHaveLength(2);
});

test.each([
  { name: 'a gap', events: [recorded(1), recorded(3)], message: 'Event 2 is missing' },
  { name: 'a start after 1', events: [recorded(2)], message: 'Event 1 is missing' },
  {
    name: 'a time that goes back',
    events: [recorded(1), recorded(2, '2020-01-01T00:00:00.000Z')],
    message: 'Event 2 has the time',
  },
])('events with $name are refused', ({ events, message }) => {
  expect(() => openMemoryJournal(events)).toThrow(JournalError);
  expect(() => openMemoryJournal(events)).toThrow(message);
});
