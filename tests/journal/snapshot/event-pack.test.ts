// Packing: whatever events go in come out again, and bytes that are not as they were written are told from those that are.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RecordedEvent } from '../../../src/domain/event.js';
import { EventPacker, type Packed } from '../../../src/journal/snapshot/event-pack.js';
import { PackedEvents } from '../../../src/journal/snapshot/packed-events.js';
import { pageBytes, readPage, type PageHead } from '../../../src/journal/snapshot/snapshot-page.js';
import { anyEvent } from '../any-event.js';

const packed = (events: readonly RecordedEvent[], from: number): Packed => {
  const packer = new EventPacker(from);
  for (const event of events) packer.add(event);
  return packer.packed();
};

const anyEvents = fc.array(
  fc.record({ event: anyEvent, by: fc.string({ unit: 'binary' }), way: fc.constantFrom('API', 'IMPORT') }),
  { maxLength: 20 },
);
const placed = (events: readonly Omit<RecordedEvent, 'seq' | 'at'>[], from: number): RecordedEvent[] =>
  events.map((event, at) => ({ ...event, seq: from + at, at: new Date(at * 7).toISOString() }));
/** As the journal gives them back: members that are undefined are not there. */
const stored = (events: readonly RecordedEvent[]): unknown => JSON.parse(JSON.stringify(events));

describe('packing events', () => {
  test('any events come out as they went in', () => {
    fc.assert(
      fc.property(anyEvents, fc.integer({ min: 1, max: 1e6 }), (given, from) => {
        const events = placed(given, from);
        expect([...new PackedEvents(packed(events, from))]).toEqual(stored(events));
      }),
    );
  });

  test('whole numbers of any size, and numbers that are none, come out as they went in', () => {
    const redacted = (seq: number): RecordedEvent => ({
      ...{ seq: 1, at: new Date(0).toISOString(), by: 'a', way: 'API' },
      event: { type: 'Redacted', seq, what: 'NAME', reason: 'x' },
    });
    for (const number of [0, 1, 2 ** 32 - 1, 2 ** 32, Number.MAX_SAFE_INTEGER, -1, 0.5])
      expect([...new PackedEvents(packed([redacted(number)], 1))]).toEqual([redacted(number)]);
  });
});

describe('a page', () => {
  const at = new Date(0).toISOString();
  const entity = (seq: number): RecordedEvent => ({
    ...{ seq, at, by: 'tester', way: 'API' as const },
    event: {
      type: 'EntityAdded',
      entity: { id: `entity:${seq}`, kind: 'PERSON', label: `Ünï ${seq}`, sameAs: [] },
      names: [],
    },
  });
  const events = [entity(7), entity(8)];
  const head: PageHead = { from: 7, to: 8, before: 'b'.repeat(64), hash: 'h'.repeat(64), asOf: 9 };
  const bytes = pageBytes(head, packed(events, 7));

  test('is read as it was written', () => {
    const page = readPage(bytes);
    expect([...page.events]).toEqual(events);
    expect(page.head).toMatchObject(head);
  });

  test('with any one byte changed is refused', () => {
    for (let place = 0; place < bytes.length; place += 1) {
      const damaged = Buffer.from(bytes);
      damaged[place] = (damaged[place] ?? 0) ^ 4;
      expect(() => readPage(damaged), `byte ${place}`).toThrow(/^(it is damaged|another version)/);
    }
  });

  test('cut off anywhere is refused', () => {
    for (let length = 0; length < bytes.length; length += 1)
      expect(() => readPage(bytes.subarray(0, length)), `${length} bytes`).toThrow(/^it is damaged/);
  });
});
