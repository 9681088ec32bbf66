// Redaction through the ledger: the text is gone everywhere, it is said who and why, and a replay gives the same graph.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Redact } from '../../src/domain/command.js';
import type { RedactedText } from '../../src/domain/redaction.js';
import { checkJournal } from '../../src/journal/upkeep/check-journal.js';
import type { Ledger } from '../../src/journal/ledger.js';
import { openSqliteJournal } from '../../src/journal/sqlite/sqlite-journal.js';
import { openLedger } from '../fixtures/open-ledger.js';
import { atOnce } from '../../src/graph/work/resumable.js';

let folder: string;
let path: string;
let ledger: Ledger;
let claim: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-redact-'));
  path = join(folder, 'journal.db');
  ({ ledger } = await openLedger(await openSqliteJournal(path)));
  const kim = { id: 'entity:t/kim', kind: 'PERSON', label: 'Kim Sixpence' } as const;
  const described = { description: 'lives at Mill Lane', names: [{ text: 'Old Sixpence' }] };
  await ledger.execute({ type: 'AddEntity', ...kim, ...described }, 'tester');
  await ledger.execute({ type: 'AddEntity', id: 'entity:t/b', kind: 'ORGANIZATION', label: 'B' }, 'tester');
  const ends = { subject: kim.id, predicate: 'works_for', object: 'entity:t/b' };
  ({ claim = '' } = await ledger.execute({ type: 'MakeClaim', ...ends }, 'tester'));
  await ledger.attachSource(
    {
      type: 'AttachSource',
      claim,
      source: { new: { kind: 'STATEMENT', title: 'A Sixpence title', partyDescribedAs: 'Uncle Sixpence' } },
      quote: { exact: 'said Sixpence', prefix: 'Sixpence before' },
      wording: 'sixpence words',
      locator: 'page Sixpence',
    },
    'tester',
  );
  await ledger.execute(
    { type: 'GradeParty', id: 'entity:t/b', reliability: 'C', reason: 'Sixpence said so' },
    'tester',
  );
});
afterEach(async () => {
  await ledger.close();
  rmSync(folder, { recursive: true });
});

const redact = (seq: number, what: RedactedText, reason = 'by order of a court') =>
  ledger.redact({ type: 'Redact', seq, what, reason }, { name: 'Admin', way: 'COMMAND_LINE' });

/** All that the graph shows, as one text. */
const shown = (of: Ledger): string =>
  JSON.stringify([
    [...of.graph.entities()],
    [...of.graph.claims()],
    [...of.graph.sources()],
    [...of.graph.claims()].map(record => [
      of.graph.attestationsOf(record.claim.id),
      of.graph.sentenceOf(record),
    ]),
  ]);

const onDisk = (): string =>
  readdirSync(folder)
    .map(file => readFileSync(join(folder, file), 'latin1'))
    .join('');

describe('a redacted text is gone from graph, search and files, and a replay gives the same graph', () => {
  test.each<[RedactedText, number, readonly string[]]>([
    ['NAME', 1, ['Kim Sixpence', 'Old Sixpence']],
    ['DESCRIPTION', 1, ['Mill Lane']],
    ['TITLE', 4, ['A Sixpence title']],
    ['PARTY', 4, ['Uncle Sixpence']],
    ['QUOTE', 6, ['said Sixpence', 'Sixpence before']],
    ['WORDING', 6, ['sixpence words']],
    ['REASON', 7, ['Sixpence said so']],
  ])('%s', async (what, seq, texts) => {
    for (const text of texts)
      expect([shown(ledger), onDisk()]).toEqual([
        expect.stringContaining(text),
        expect.stringContaining(text),
      ]);
    const { events } = await redact(seq, what);
    expect(events).toMatchObject([
      {
        seq: 8,
        by: 'Admin',
        way: 'COMMAND_LINE',
        event: { type: 'Redacted', seq, what, reason: 'by order of a court' },
      },
    ]);
    for (const text of texts) {
      expect(shown(ledger)).not.toContain(text);
      expect(onDisk()).not.toContain(text);
    }
    expect(atOnce(ledger.graph.names.search('Sixpence')).length).toBe(what === 'NAME' ? 0 : 1);
    const live = shown(ledger);
    await ledger.close();
    ({ ledger } = await openLedger(await openSqliteJournal(path)));
    expect(shown(ledger)).toBe(live);
    await ledger.close();
    expect((await checkJournal(path)).findings).toEqual([]);
    ({ ledger } = await openLedger(await openSqliteJournal(path)));
  });
});

test('texts of a description go too, and what stood in before it stays', async () => {
  const ref = { id: 'entity:t/q7', kind: 'PERSON', label: 'Q7' } as const;
  await ledger.execute({ type: 'AddEntity', ...ref, provisional: true }, 'tester');
  const described = { label: 'Joe Ninepence', description: 'of Ninepence Row' };
  await ledger.execute({ type: 'AddEntity', ...ref, ...described }, 'tester');
  for (const what of ['NAME', 'DESCRIPTION'] as const) await redact(9, what);
  for (const text of [shown(ledger), onDisk()]) expect(text).not.toContain('Ninepence');
  const names = ledger.graph.findEntity(ref.id)?.names ?? [];
  expect(names.map(({ kind, recorded }) => [kind, recorded.seq])).toEqual([
    ['PRIMARY', 9],
    ['ALIAS', 8],
  ]);
  expect(atOnce(ledger.graph.names.search('Q7'))).toMatchObject([{ entity: ref.id }]);
  const live = shown(ledger);
  await ledger.close();
  ({ ledger } = await openLedger(await openSqliteJournal(path)));
  expect(shown(ledger)).toBe(live);
});

test('support and ids stay as they were, and what is kept of claims is of the graph as it is drawn now', async () => {
  const record = () => ledger.graph.findClaim(claim)!;
  const before = ledger.through().supportOf(record());
  await redact(6, 'QUOTE');
  await redact(1, 'NAME');
  expect(ledger.through().supportOf(record())).toEqual(before);
  const { carrying } = ledger.through().evidence.chainsOf(claim, 'AFFIRMS');
  expect(carrying.length).toBeGreaterThan(0);
  for (const { record: one } of carrying) expect(ledger.graph.findAttestation(one.attestation.id)).toBe(one);
});

test('the second time it is told that it is so already', async () => {
  await redact(6, 'QUOTE');
  expect(await redact(6, 'QUOTE')).toEqual({ events: [], already: true });
});

test('what is written after a redaction goes on in order', async () => {
  await Promise.all([
    redact(6, 'QUOTE'),
    ledger.execute({ type: 'AddName', entity: 'entity:t/b', name: { text: 'B2' } }, 'tester'),
  ]);
  expect((await ledger.history(7, 9)).map(({ event }) => event.type)).toEqual(['Redacted', 'NameAdded']);
});

test.each<[string, Partial<Redact>, string]>([
  ['no such entry', { seq: 99 }, 'There is no entry 99'],
  ['entry 0', { seq: 0 }, 'There is no entry 0'],
  ['an entry without such a text', { what: 'TITLE' }, 'holds no TITLE'],
  ['no reason', { reason: ' ' }, '`reason` is empty'],
])('%s is refused and nothing is lost', async (_, more, message) => {
  const attempt = ledger.redact({ type: 'Redact', seq: 6, what: 'QUOTE', reason: 'why', ...more }, 'Admin');
  await expect(attempt).rejects.toThrow(message);
  expect(ledger.graph.seq).toBe(7);
});
