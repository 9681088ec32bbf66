import { beforeEach, describe, expect, test } from 'vitest';
import type { AttachSource, Command } from '../../src/domain/command.js';
import type { RecordedEvent } from '../../src/domain/event.js';
import { JournalError } from '../../src/domain/refusal.js';
import type { Journal } from '../../src/journal/stored/journal.js';
import { openMemoryJournal } from '../../src/journal/stored/memory-journal.js';
import { openLedger, START, type OpenLedger } from '../fixtures/open-ledger.js';

let open: OpenLedger;
const kim = { type: 'AddEntity', id: 'entity:t/kim', kind: 'PERSON', label: 'Kim' } as const;
const paper = { type: 'AddEntity', id: 'entity:t/paper', kind: 'ORGANIZATION', label: 'The Paper' } as const;
const rival = { type: 'AddEntity', id: 'entity:t/rival', kind: 'ORGANIZATION', label: 'The Rival' } as const;
const claim = { type: 'MakeClaim', subject: kim.id, predicate: 'works_for', object: paper.id } as const;
let claimId = '';
const attach = (party: string, more: Partial<AttachSource> = {}): AttachSource => ({
  type: 'AttachSource',
  claim: claimId,
  source: { new: { kind: 'ARTICLE', title: `By ${party}`, party } },
  own: true,
  ...more,
});

beforeEach(async () => {
  open = await openLedger();
  for (const command of [kim, paper, rival]) await open.ledger.execute(command, 'tester');
  claimId = (await open.ledger.execute(claim, 'tester')).claim ?? '';
});

const eventsOf = async (journal: Journal): Promise<RecordedEvent[]> => {
  const events: RecordedEvent[] = [];
  for await (const event of journal.read(0)) events.push(event);
  return events;
};

test('every event carries its place, its time and who', async () => {
  const events = await eventsOf(open.journal);
  expect(events.map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
  expect(new Set(events.map(({ at, by }) => `${at} ${by}`))).toEqual(
    new Set([`${new Date(START).toISOString()} tester`]),
  );
});

test('a name that no journal could show is refused', async () => {
  await expect(open.ledger.execute({ ...kim, id: 'entity:t/other' }, 'a\u0000b')).rejects.toThrow('U+0000');
});

test('a replayed ledger answers as the live one', async () => {
  await open.ledger.attachSource(attach(rival.id), 'tester');
  const { ledger } = await openLedger(open.journal);
  const [live, replayed] = [open.ledger, ledger].map(each => {
    const record = each.graph.findClaim(claimId)!;
    return {
      support: each.through().supportOf(record),
      status: each.through().statusOf(record),
      counts: each.graph.counts,
    };
  });
  expect(replayed).toEqual(live);
});

test('recorded time never goes back when the clock does', async () => {
  open.now = START - 86_400_000;
  await open.ledger.execute({ type: 'AddName', entity: kim.id, name: { text: 'Gim' } }, 'tester');
  const times = (await eventsOf(open.journal)).map(({ at }) => at);
  expect(times).toEqual([...times].sort());
});

describe('attaching', () => {
  test('tells support before and after', async () => {
    const first = await open.ledger.attachSource(attach(rival.id), 'tester');
    expect(first).toMatchObject({
      outcome: 'ATTACHED',
      supportBefore: { independence: 'NONE' },
      supportAfter: { independence: 'SINGLE' },
      recorded: { seq: open.ledger.graph.seq, by: 'tester' },
    });
    expect(await open.ledger.attachSource(attach(paper.id), 'tester')).toMatchObject({
      supportBefore: { independent: 1 },
      supportAfter: { independent: 2, independence: 'ESTABLISHED' },
    });
  });

  test('a preview tells the effect and writes nothing', async () => {
    const before = open.ledger.graph.seq;
    const preview = await open.ledger.attachSource(attach(rival.id), 'tester', true);
    expect(preview).toMatchObject({
      outcome: 'PREVIEWED',
      attestation: null,
      recorded: null,
      supportAfter: { independent: 1 },
    });
    expect(open.ledger.graph.seq).toBe(before);
    expect(open.journal.lastSeq).toBe(before);
    expect([...open.ledger.graph.sources()]).toEqual([]);
    expect(open.ledger.through().supportOf(open.ledger.graph.findClaim(claimId)!).independent).toBe(0);
  });

  test('a repeat tells that it is there and records nothing', async () => {
    const { attestation } = await open.ledger.attachSource(attach(rival.id), 'tester');
    expect(await open.ledger.attachSource(attach(rival.id), 'tester')).toMatchObject({
      outcome: 'ALREADY_ATTACHED',
      attestation,
      recorded: null,
    });
  });

  test('a denial is told as a new contradiction', async () => {
    await open.ledger.attachSource(attach(rival.id), 'tester');
    const { newContradictions } = await open.ledger.attachSource(
      attach(paper.id, { polarity: 'DENIES' }),
      'tester',
    );
    expect(newContradictions.map(({ kind }) => kind)).toEqual(['DENIAL']);
    expect(newContradictions[0]?.explained).toContain('The Rival');
  });

  test('many at once are each decided on what those before recorded', async () => {
    const all = await Promise.all(
      Array.from({ length: 20 }, () => open.ledger.attachSource(attach(rival.id), 'tester')),
    );
    expect(all.filter(({ outcome }) => outcome === 'ATTACHED')).toHaveLength(1);
  });
});

describe('a batch', () => {
  const commands: Command[] = [
    { type: 'AddEntity', id: 'entity:t/lee', kind: 'PERSON', label: 'Lee' },
    { type: 'MakeClaim', subject: 'entity:t/lee', predicate: 'works_for', object: paper.id },
  ];

  test('may build on what it records itself', async () => {
    const { done } = await open.ledger.executeAll(commands, 'tester');
    expect(done?.map(({ already }) => already)).toEqual([false, false]);
    expect(open.ledger.graph.findClaim(done?.[1]?.claim ?? '')).not.toBeNull();
  });

  test('is recorded whole or not at all', async () => {
    const before = open.ledger.graph.seq;
    const bad: Command = {
      type: 'MakeClaim',
      subject: 'entity:t/lee',
      predicate: 'works_for',
      object: 'entity:t/none',
    };
    const { refused } = await open.ledger.executeAll([...commands, bad], 'tester');
    expect(refused).toMatchObject({ index: 2, refusal: { code: 'NOT_FOUND' } });
    expect(open.ledger.graph.seq).toBe(before);
    expect(open.ledger.graph.findEntity('entity:t/lee')).toBeNull();
    expect(open.journal.lastSeq).toBe(before);
  });

  test('in a preview tells what it would record, and records nothing', async () => {
    const before = open.ledger.graph.seq;
    const { done: previewed } = await open.ledger.executeAll(commands, 'tester', true);
    expect([open.ledger.graph.seq, open.journal.lastSeq]).toEqual([before, before]);
    const { done } = await open.ledger.executeAll(commands, 'tester');
    expect(done).toEqual(previewed);
  });

  test('in a preview sees what those before it record meanwhile', async () => {
    const [, { done }] = await Promise.all([
      open.ledger.executeAll(commands, 'tester'),
      open.ledger.executeAll(commands, 'tester', true),
    ]);
    expect(done?.map(({ already }) => already)).toEqual([true, true]);
  });
});

test('a failed journal answers with its error and the graph shows nothing of it', async () => {
  const journal = openMemoryJournal();
  const fails = { on: false };
  const failing = Object.create(journal, {
    append: {
      value: async (...args: Parameters<Journal['append']>) => {
        if (fails.on) throw new JournalError('the disk is full: make room.');
        return journal.append(...args);
      },
    },
  }) as Journal;
  const { ledger } = await openLedger(failing);
  await ledger.execute(kim, 'tester');
  fails.on = true;
  await expect(ledger.execute(paper, 'tester')).rejects.toThrow('the disk is full');
  expect(ledger.graph.findEntity(paper.id)).toBeNull();
  fails.on = false;
  expect((await ledger.execute(paper, 'tester')).events).toHaveLength(1);
});

test('those who listen hear of each commit after it is drawn', async () => {
  const heard: [string, number][] = [];
  const stop = open.ledger.onCommit(events =>
    heard.push([events[0]?.event.type ?? '', open.ledger.graph.seq]),
  );
  await open.ledger.execute({ type: 'AddName', entity: kim.id, name: { text: 'Gim' } }, 'tester');
  stop();
  await open.ledger.execute({ type: 'AddName', entity: kim.id, name: { text: 'Ghim' } }, 'tester');
  expect(heard).toEqual([['NameAdded', 5]]);
});

test('knownAt answers as it was known then', async () => {
  await open.ledger.attachSource(attach(rival.id), 'tester');
  open.now = START + 3_600_000;
  const { attestation } = await open.ledger.attachSource(attach(paper.id), 'tester');
  open.now = START + 7_200_000;
  await open.ledger.execute(
    { type: 'WithdrawAttestation', id: attestation ?? '', reason: 'misread' },
    'tester',
  );
  const independent = (knownAt?: string): number =>
    open.ledger
      .through(knownAt === undefined ? {} : { knownAt })
      .supportOf(open.ledger.graph.findClaim(claimId)!).independent;
  expect([independent('2026-01-01T00:30:00Z'), independent('2026-01-01T01:30:00Z'), independent()]).toEqual([
    1, 2, 1,
  ]);
});
