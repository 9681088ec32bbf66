// What every journal keeps of its chain: damage is found and its place named, texts can go and the chain still holds.
import { crc32 } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Event, RecordedEvent } from '../../src/domain/event.js';
import type { RedactedText } from '../../src/domain/redaction.js';
import { JournalError } from '../../src/domain/refusal.js';
import { checkRows } from '../../src/journal/upkeep/check-journal.js';
import type { Head, JournalRow } from '../../src/journal/stored/journal-row.js';
import type { Journal, PendingEvent } from '../../src/journal/stored/journal.js';
import { openMemoryJournal } from '../../src/journal/stored/memory-journal.js';
import type { RowStore } from '../../src/journal/stored/row-store.js';
import { checkedEnd, EMPTY_END, StoredJournal } from '../../src/journal/stored/stored-journal.js';
import { pending } from './pending-event.js';

export type StoreRows = (rows: readonly JournalRow[], head: Head | null) => Promise<RowStore>;

const SECRET = 'the secret words';
const quoting: Event = {
  type: 'SourceAttached',
  attestation: {
    ...{
      id: 'attestation:1',
      claim: 'claim:1',
      source: 'source:b',
      polarity: 'AFFIRMS',
      certainty: 'CERTAIN',
    },
    ...{ wording: 'kept words', quote: { exact: SECRET, prefix: 'before ' }, lineage: 'OWN', relays: [] },
  },
};
const notice = (seq: number): PendingEvent => ({
  ...pending('x'),
  event: { type: 'Redacted', seq, what: 'QUOTE', reason: 'by order of a court' },
});

type Change = (rows: readonly JournalRow[], head: Head) => readonly [readonly JournalRow[], Head | null];

export function journalChain(open: () => Promise<Journal>, storeRows: StoreRows): void {
  let journal: Journal;
  beforeEach(async () => {
    journal = await open();
    await journal.append([pending('a'), { ...pending('b'), event: quoting }, pending('c'), pending('d')], 0);
  });
  afterEach(() => journal.close());

  /** What opening and reading the whole journal comes to, and what a check finds. */
  async function after(change: Change): Promise<{ reading: string; places: readonly (number | null)[] }> {
    const store = await storeRows(...change(await rowsOf(journal), journal.head));
    try {
      return {
        reading: await readingOf(store),
        places: (await checkRows(store)).findings.map(({ seq }) => seq),
      };
    } finally {
      await store.close();
    }
  }

  test('a journal as it was written is read, and nothing is found', async () => {
    expect(await after((rows, head) => [rows, head])).toEqual({ reading: 'ok 4', places: [] });
  });

  test.each<[string, Change, string, readonly (number | null)[]]>([
    ['a removed row', (rows, head) => [without(rows, 2), head], 'Event 2', [2, 3]],
    ['a removed first row', (rows, head) => [without(rows, 1), head], 'Event 1', [1, 2]],
    ['a tail cut off', (rows, head) => [rows.slice(0, 3), head], 'Event 4 is missing', [4]],
    ['all rows cut off', (_, head) => [[], head], 'Event 4 is missing', [4]],
    ['no end', rows => [rows, null], 'does not tell where it ends', [null]],
    ['an end that was put back', ([...rows]) => [rows, headAt(rows, 3)], 'Event 4 stands after', [4]],
    ['an end with another hash', (rows, head) => [rows, { ...head, hash: 'f'.repeat(64) }], 'Event 4', [4]],
    ['two rows in each other’s place', (rows, head) => [swapped(rows), head], 'Event 2', [2, 3, 4]],
    ['a row said twice', (rows, head) => [doubled(rows), head], 'Event 3', [3, 4]],
    [
      'a row of another journal',
      (rows, head) => [changed(rows, 3, { hash: '0'.repeat(64) }), head],
      'Event 3',
      [3, 4],
    ],
    ['another author', (rows, head) => [changed(rows, 3, { by: 'Mallory' }), head], 'Event 3', [3]],
    ['another way', (rows, head) => [changed(rows, 3, { way: 'IMPORT' }), head], 'Event 3', [3]],
    ['another version', (rows, head) => [changed(rows, 3, { version: 2 }), head], 'Event 3', [3]],
    ['another salt', (rows, head) => [changed(rows, 2, { salts: '["a","b","c"]' }), head], 'Event 2', [2]],
    [
      'a salt taken out',
      (rows, head) => [changed(rows, 2, { salts: '[null,null,null]' }), head],
      'Event 2',
      [2],
    ],
  ])('%s is found', async (_, change, message, places) => {
    const found = await after(change);
    expect(found.reading).toContain(message);
    expect(found.places).toEqual(places);
  });

  test('a redacted text is gone with its salt, the others stay, and the chain holds', async () => {
    const before = await rowsOf(journal);
    const pair = await journal.redact(2, 'QUOTE', notice(2), 4);
    const rows = await rowsOf(journal);
    expect(rows.map(({ hash }) => hash).slice(0, 4)).toEqual(before.map(({ hash }) => hash));
    expect(JSON.stringify(rows)).not.toContain(SECRET);
    expect(JSON.parse(rows[1]?.salts ?? '')).toEqual([expect.any(String), null, null]);
    expect(pair?.target.event).toMatchObject({
      attestation: {
        wording: 'kept words',
        quote: { exact: expect.stringMatching(/^\[redacted [0-9a-f]{64}\]$/) as string },
      },
    });
    expect(pair?.notice).toMatchObject({ seq: 5, event: { type: 'Redacted', seq: 2 } });
    expect(await after((all, head) => [all, head])).toEqual({ reading: 'ok 5', places: [] });
  });

  test('what was redacted is not redacted again', async () => {
    await journal.redact(2, 'QUOTE', notice(2), 4);
    expect(await journal.redact(2, 'QUOTE', notice(2), 5)).toBeNull();
    expect(journal.lastSeq).toBe(5);
  });

  test('a redaction decided on a stale journal is refused and changes nothing', async () => {
    await expect(journal.redact(2, 'QUOTE', notice(2), 3)).rejects.toThrow('ends at 4');
    expect(JSON.stringify(await rowsOf(journal))).toContain(SECRET);
  });

  test('a text that went without an entry that says so is found by a check', async () => {
    await journal.redact(2, 'QUOTE', notice(3), 4);
    const { places } = await after((rows, head) => [rows, head]);
    expect(places).toEqual([2]);
  });

  test('another words in the place of a redacted text are found', async () => {
    await journal.redact(2, 'QUOTE', notice(2), 4);
    const forged = (rows: readonly JournalRow[]): readonly JournalRow[] =>
      changed(rows, 2, { body: rows[1]?.body.replace(/redacted [0-9a-f]/, 'redacted g') ?? '' });
    const { reading } = await after((rows, head) => [forged(rows), head]);
    expect(reading).toContain('Event 2');
  });

  describe('a text that the chain knows as it is', () => {
    const claiming = (text: string): PendingEvent => ({
      ...pending('e'),
      event: {
        type: 'ClaimMade',
        claim: {
          ...{ id: 'claim:9', subject: 'entity:a', predicate: 'says', value: { type: 'TEXT', text } },
          qualifiers: [{ name: 'place', value: 'in secret' }],
        },
      },
    });
    const told = (what: RedactedText): PendingEvent => ({
      ...pending('x'),
      event: { type: 'Redacted', seq: 5, what, reason: 'by order of a court' },
    });
    let whole: readonly JournalRow[];
    beforeEach(async () => {
      await journal.append([claiming('a secret value'), pending('f')], 4);
      whole = await rowsOf(journal);
    });

    test('goes, its hash stays, and the entry that tells of it vouches for what is left', async () => {
      const pair = await journal.redact(5, 'VALUE', told('VALUE'), 6);
      const rows = await rowsOf(journal);
      expect(rows.slice(0, 6).map(({ hash }) => hash)).toEqual(whole.map(({ hash }) => hash));
      expect(JSON.stringify(rows)).not.toContain('a secret value');
      expect(pair?.notice.event).toMatchObject({ seal: expect.stringMatching(/^[0-9a-f]{64}$/) as string });
      expect(pair?.target.event).toMatchObject({
        claim: { value: { text: expect.stringMatching(/^\[redacted [0-9a-f]{64}\]$/) as string } },
      });
      expect(await journal.redact(5, 'VALUE', told('VALUE'), 7)).toBeNull();
      await journal.redact(5, 'QUALIFIER', told('QUALIFIER'), 7);
      await journal.append([pending('g')], 8);
      expect(JSON.stringify(await rowsOf(journal))).not.toContain('in secret');
      expect(await after((all, head) => [all, head])).toEqual({ reading: 'ok 9', places: [] });
      expect((await eventsOf(journal.read(4, 1))).map(({ seq }) => seq)).toEqual([5]);
    });

    test('that went without an entry that vouches is found, and what is left is not taken over', async () => {
      await journal.redact(5, 'VALUE', told('VALUE'), 6);
      const lost = (await rowsOf(journal))[4];
      const forged = whole.map(row => (row.seq === 5 && lost ? lost : row));
      const found = await after(() => [forged, headAt(forged, 6)]);
      expect(found.reading).toContain('Event 5');
      expect(found.places).toEqual([5]);
      const copy = openMemoryJournal();
      await copy.adopt(forged.slice(0, 5));
      await expect(copy.adopt(forged.slice(5), true)).rejects.toThrow('Event 5');
    });

    test.each<[string, (row: JournalRow) => Partial<JournalRow>]>([
      ['other words', ({ body }) => ({ body: body.replace('in secret', 'in public') })],
      ['another author', () => ({ by: 'Mallory' })],
      ['another claim', ({ body }) => ({ body: body.replace('entity:a', 'entity:b') })],
    ])('is no way to forge what is left: %s', async (_, change) => {
      await journal.redact(5, 'VALUE', told('VALUE'), 6);
      const forged = (await rowsOf(journal)).map(row =>
        row.seq === 5 ? withChecksum({ ...row, ...change(row) }) : row,
      );
      const found = await after((__, head) => [forged, head]);
      expect(found.reading).toContain('Event 5');
      expect(found.places).toEqual([5]);
    });
  });

  test('rows are taken over as they are, and only where they follow', async () => {
    const rows = await rowsOf(journal);
    const copy = new StoredJournal(await storeRows([], { seq: 0, hash: '0'.repeat(64) }), EMPTY_END);
    await expect(copy.adopt(rows.slice(1))).rejects.toThrow('Event 1 is missing');
    await copy.adopt(rows.slice(0, 2));
    await expect(copy.adopt(changed(rows, 3, { by: 'Mallory' }).slice(2))).rejects.toThrow('Event 3');
    await copy.adopt(rows.slice(2));
    expect(await rowsOf(copy)).toEqual(rows);
    expect(copy.head).toEqual(journal.head);
    await copy.close();
  });
}

export async function rowsOf(journal: Journal): Promise<readonly JournalRow[]> {
  const rows: JournalRow[] = [];
  for await (const row of journal.rows(0)) rows.push(row);
  return rows;
}

async function eventsOf(events: AsyncIterable<RecordedEvent>): Promise<readonly RecordedEvent[]> {
  const read: RecordedEvent[] = [];
  for await (const event of events) read.push(event);
  return read;
}

/** `ok` and the number of events, or the message of the refusal. */
async function readingOf(store: RowStore): Promise<string> {
  try {
    const journal = new StoredJournal(store, await checkedEnd(store));
    return `ok ${(await rowsOf(journal)).length}`;
  } catch (error) {
    if (error instanceof JournalError) return error.message;
    throw error;
  }
}

/** A row whose checksum is that of what stands in it. */
function withChecksum(row: JournalRow): JournalRow {
  const { seq, at, by, way, type, version, body, salts } = row;
  return { ...row, checksum: crc32(JSON.stringify([seq, at, by, way, type, version, body, salts])) };
}

const without = (rows: readonly JournalRow[], seq: number): readonly JournalRow[] =>
  rows.filter(row => row.seq !== seq);

const headAt = (rows: readonly JournalRow[], seq: number): Head => ({ seq, hash: rows[seq - 1]?.hash ?? '' });

const changed = (
  rows: readonly JournalRow[],
  seq: number,
  change: Partial<JournalRow>,
): readonly JournalRow[] => rows.map(row => (row.seq === seq ? { ...row, ...change } : row));

/** Rows 2 and 3 have changed their numbers. */
const swapped = (rows: readonly JournalRow[]): readonly JournalRow[] => {
  const [a, b, c, ...rest] = rows as [JournalRow, JournalRow, JournalRow, ...JournalRow[]];
  return [a, { ...c, seq: 2 }, { ...b, seq: 3 }, ...rest];
};

/** Row 3 says again what row 2 said. */
const doubled = (rows: readonly JournalRow[]): readonly JournalRow[] => {
  const [a, b, , d] = rows as [JournalRow, JournalRow, JournalRow, JournalRow];
  return [a, b, { ...b, seq: 3 }, d];
};
