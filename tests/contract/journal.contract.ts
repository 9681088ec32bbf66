// What every journal keeps, whatever its medium: adapters run this suite with their own way to open an empty journal.
import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { RecordedEvent } from '../../src/domain/event.js';
import { JournalError } from '../../src/domain/refusal.js';
import type { Journal } from '../../src/journal/stored/journal.js';
import { journalChain, type StoreRows } from './journal-chain.contract.js';
import { pending } from './pending-event.js';

export async function all(events: AsyncIterable<RecordedEvent>): Promise<readonly RecordedEvent[]> {
  const list: RecordedEvent[] = [];
  for await (const event of events) list.push(event);
  return list;
}

/** Defines the suite; each case opens a journal of its own. `storeRows` makes a medium hold any rows at all, however wrong. */
export function journalContract(open: () => Promise<Journal>, storeRows: StoreRows): void {
  describe('chain', () => journalChain(open, storeRows));
  describe('events', () => journalEvents(open));
}

function journalEvents(open: () => Promise<Journal>): void {
  let journal: Journal;
  beforeEach(async () => {
    journal = await open();
  });
  afterEach(() => journal.close());

  const words = async (after = 0, limit?: number): Promise<string> =>
    (await all(journal.read(after, limit)))
      .map(({ event }) => (event.type === 'SourceHeld' ? event.source.slice('source:'.length) : event.type))
      .join(' ');

  const fill = (...list: string[]): Promise<readonly RecordedEvent[]> =>
    journal.append(
      list.map(word => pending(word)),
      journal.lastSeq,
    );

  test('a new journal is empty', async () => {
    expect(journal.lastSeq).toBe(0);
    expect(await words()).toBe('');
  });

  test('events are read as they were appended, numbered from 1', async () => {
    const recorded = [...(await fill('a', 'b')), ...(await fill('c'))];
    expect(recorded.map(({ seq }) => seq)).toEqual([1, 2, 3]);
    expect(recorded[0]).toEqual({ seq: 1, ...pending('a') });
    expect(await all(journal.read(0))).toEqual(recorded);
    expect(journal.lastSeq).toBe(3);
  });

  test.each([
    { after: 0, limit: undefined, expected: 'a b c d' },
    { after: 2, limit: undefined, expected: 'c d' },
    { after: 1, limit: 2, expected: 'b c' },
    { after: 0, limit: 0, expected: '' },
    { after: 4, limit: 1, expected: '' },
    { after: 99, limit: undefined, expected: '' },
    { after: 3, limit: 99, expected: 'd' },
  ])('reading after $after, at most $limit, gives "$expected"', async ({ after, limit, expected }) => {
    await fill('a', 'b', 'c', 'd');
    expect(await words(after, limit)).toBe(expected);
  });

  test('a reader may stop early and the journal goes on', async () => {
    await fill('a', 'b', 'c');
    for await (const { seq } of journal.read(0)) if (seq === 2) break;
    await fill('d');
    expect(await words()).toBe('a b c d');
  });

  test('events appended while reading are read as well', async () => {
    await fill('a', 'b');
    const seen: number[] = [];
    for await (const { seq } of journal.read(0)) {
      if (seq === 1) await fill(...Array.from({ length: 2000 }, (_, place) => `more${place}`));
      seen.push(seq);
    }
    expect(seen).toEqual(Array.from({ length: 2002 }, (_, place) => place + 1));
  });

  test('reading lets other work go on', async () => {
    await fill(...Array.from({ length: 5000 }, (_, place) => `w${place}`));
    let turns = 0;
    let reading = true;
    const count = (async () => {
      while (reading) turns += await setImmediate(1);
    })();
    await all(journal.read(0));
    reading = false;
    await count;
    expect(turns).toBeGreaterThanOrEqual(5);
  });

  test('appending nothing changes nothing', async () => {
    await fill('a');
    expect(await fill()).toEqual([]);
    expect(journal.lastSeq).toBe(1);
  });

  test.each([0, 1, 3])(
    'an append that expects the end at %i while it is 2 is refused whole',
    async expected => {
      await fill('a', 'b');
      await expect(journal.append([pending('c'), pending('d')], expected)).rejects.toThrow(JournalError);
      await expect(journal.append([], expected)).rejects.toThrow('ends at 2');
      expect(journal.lastSeq).toBe(2);
      expect(await words()).toBe('a b');
    },
  );

  test('of two appends that expect the same end, the first wins', async () => {
    const both = await Promise.allSettled([
      journal.append([pending('a')], 0),
      journal.append([pending('b')], 0),
    ]);
    expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    expect(await words()).toBe('a');
  });

  test('appends that nobody waited for keep the order they were asked in', async () => {
    const list = Array.from({ length: 50 }, (_, place) => `w${place}`);
    await Promise.all(list.map((word, place) => journal.append([pending(word)], place)));
    expect(await words()).toBe(list.join(' '));
  });

  test.each([
    { name: 'goes back', at: '2025-12-31T23:59:59.999Z', message: 'check the clock' },
    { name: 'is not in UTC', at: '2026-01-01T00:00:00.000+09:00', message: 'expected was one like' },
    { name: 'has no milliseconds', at: '2026-01-01T00:00:00Z', message: 'expected was one like' },
  ])('an append with a time that $name is refused whole', async ({ at, message }) => {
    await fill('a');
    const attempt = journal.append([pending('b'), pending('c', at), pending('d')], 1);
    await expect(attempt).rejects.toThrow(message);
    await expect(attempt).rejects.toThrow(JournalError);
    expect(journal.lastSeq).toBe(1);
    expect(await words()).toBe('a');
    await fill('e');
    expect(await words()).toBe('a e');
  });

  test('an append with an event that could not be read back is refused whole', async () => {
    const broken = { type: 'SourceHeld', source: NaN as unknown as string } as const;
    const attempt = journal.append([pending('a'), { ...pending('b'), event: broken }, pending('c')], 0);
    await expect(attempt).rejects.toThrow(JournalError);
    expect(journal.lastSeq).toBe(0);
    expect(await words()).toBe('');
  });

  test('the same time again is no time that goes back', async () => {
    await fill('a');
    await journal.append([pending('b'), pending('c', '2026-01-01T00:00:00.001Z')], 1);
    expect(await words()).toBe('a b c');
  });

  test('a reader under way is refused once the journal is closed', async () => {
    await fill('a', 'b', 'c');
    const reader = journal.read(0)[Symbol.asyncIterator]();
    await reader.next();
    await journal.close();
    await expect(reader.next()).rejects.toThrow('closed');
  });

  test('a closed journal refuses, and closing it again is harmless', async () => {
    await fill('a');
    await journal.close();
    await journal.close();
    await expect(fill('b')).rejects.toThrow(JournalError);
    await expect(words()).rejects.toThrow('closed');
    await expect(words(99)).rejects.toThrow('closed');
  });
}
