// A check of a journal that others write to meanwhile.
import { expect, test } from 'vitest';
import type { RecordedEvent } from '../../../src/domain/event.js';
import { checkRows } from '../../../src/journal/upkeep/check-journal.js';
import { EMPTY_HEAD, rowOf, type Head, type JournalRow } from '../../../src/journal/stored/journal-row.js';
import { MemoryRows } from '../../../src/journal/stored/memory-rows.js';

const added = (seq: number): RecordedEvent => ({
  ...{ seq, at: '2026-01-01T00:00:00.000Z', by: 'Tess', way: 'API' },
  event: {
    type: 'EntityAdded',
    entity: { id: `entity:t/${seq}`, kind: 'PERSON', label: `Person ${seq}`, sameAs: [] },
    names: [],
  },
});

function rowsTo(count: number): readonly JournalRow[] {
  let { hash } = EMPTY_HEAD;
  return Array.from({ length: count }, (_, place) => {
    const row = rowOf(added(place + 1), hash);
    ({ hash } = row);
    return row;
  });
}

const headOf = (rows: readonly JournalRow[]): Head => rows.at(-1) ?? EMPTY_HEAD;

/** Rows to which another process adds each time before it is asked where they end. */
class GrowingRows extends MemoryRows {
  constructor(private readonly steps: (readonly JournalRow[])[]) {
    super();
  }

  override async head(): Promise<Head | null> {
    const before = (await super.head()) ?? EMPTY_HEAD;
    const [next = []] = this.steps.splice(0, 1);
    if (next.length > 0) await this.write({ added: next, after: before, head: headOf(next) });
    return super.head();
  }
}

test('rows that come while it is under way are checked too, and an end that moves is no damage', async () => {
  const rows = rowsTo(7);
  const store = new GrowingRows([rows.slice(0, 3), rows.slice(3, 4), rows.slice(4)]);
  expect(await checkRows(store)).toMatchObject({ events: 7, findings: [] });
});

test('an end to which no rows lead is damage', async () => {
  const rows = rowsTo(3);
  const { findings } = await checkRows(new MemoryRows(rows.slice(0, 2), headOf(rows)));
  expect(findings).toEqual([{ seq: 3, message: 'Event 3, the last, is missing.' }]);
});
