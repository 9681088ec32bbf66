// Words that the chain knows as they are (values, qualifiers, addresses, keys) can go as well: nothing tells them any more, and what is
// left of their entry is vouched for by the one that tells of the redaction.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { canonicalJson, type Json } from '../../src/domain/ids.js';
import type { RedactedText } from '../../src/domain/redaction.js';
import type { Done } from '../../src/journal/writing/batch.js';
import { checkJournal } from '../../src/journal/upkeep/check-journal.js';
import { checkSnapshot } from '../../src/journal/snapshot/check-snapshot.js';
import type { Journal } from '../../src/journal/stored/journal.js';
import { Ledger } from '../../src/journal/ledger.js';
import { Snapshot } from '../../src/journal/snapshot/snapshot.js';
import { openSnapshotFolder, snapshotFolderOf } from '../../src/journal/snapshot/snapshot-folder.js';
import { openSqliteJournal } from '../../src/journal/sqlite/sqlite-journal.js';
import { openTextFolder, textFolderOf } from '../../src/journal/texts/text-folder.js';
import { graphDigest } from '../fixtures/graph-digest.js';
import { builtInVocabulary } from '../fixtures/open-ledger.js';

const PAGE = 'https://example.org/people/sixpence';
const URL = 'https://example.org/sixpence-report';
const KIM = { id: 'entity:t/kim', kind: 'PERSON', label: 'Kim', sameAs: [PAGE] } as const;

let folder: string;
let path: string;
let journal: Journal;
let ledger: Ledger;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-redact-'));
  path = join(folder, 'journal.db');
  await open();
});
afterEach(async () => {
  await ledger.close();
  rmSync(folder, { recursive: true });
});

async function open(): Promise<void> {
  journal = await openSqliteJournal(path);
  const texts = openTextFolder(textFolderOf(path));
  const snapshot = new Snapshot(openSnapshotFolder(snapshotFolderOf(path)), { every: 1 });
  ledger = await Ledger.open({
    ...{ journal, texts, snapshot },
    vocabulary: builtInVocabulary(),
    clock: () => Date.UTC(2026, 0, 1),
  });
}

async function reopen(): Promise<void> {
  await ledger.close();
  await open();
}

const run = (command: Parameters<Ledger['execute']>[0]): Promise<Done> => ledger.execute(command, 'Tess');
const redact = (seq: number, what: RedactedText): Promise<Done> =>
  ledger.redact({ type: 'Redact', seq, what, reason: 'by order of a court' }, 'Admin');

const BORN = { type: 'MakeClaim', subject: KIM.id, predicate: 'born_on', value: '1971-07-04' } as const;
const SAID = { type: 'MakeClaim', subject: KIM.id, predicate: 'identified_by', value: 'S-666' } as const;
const SCHEME = { qualifiers: [{ name: 'scheme', value: 'sixpence' }] };
const SOURCE = { kind: 'ARTICLE', title: 'A report', url: URL, textFile: 'sixpence.txt' } as const;

/** An entity (1), a claim with a value (2), one with a qualifier (3), a source (4) that is held (5), whose text is kept (6), and says (7). */
async function tell(): Promise<{ readonly born: string; readonly source: string }> {
  await run({ type: 'AddEntity', ...KIM });
  const { claim: born = '' } = await run(BORN);
  await run({ ...SAID, ...SCHEME });
  await run({ type: 'KeepText', source: { new: SOURCE }, text: 'Nothing of it.' });
  const source = { url: URL };
  await run({ type: 'AttachSource', claim: born, source, own: true, idempotencyKey: 'key-of-sixpence' });
  const [record] = ledger.graph.sources();
  return { born, source: record?.source.id ?? '' };
}

/** All that the graph shows and finds, as one text. */
function shown(): string {
  const { graph } = ledger;
  const words = ['sixpence', '1971', 'S-666'].map(
    word => [...graph.sources()].filter(graph.sourceFinder(word)).length,
  );
  const claims = [...graph.claims()];
  const all = [
    [...graph.entities()],
    claims.map(record => [record, graph.sentenceOf(record), graph.attestationsOf(record.claim.id)]),
    [...graph.sources()].map(record => [record, graph.textsOf(record.source.id)]),
    [graph.findSourceByUrl(URL)?.source.id, words, graph.findIdempotency('key-of-sixpence')],
  ];
  return canonicalJson(JSON.parse(JSON.stringify(all)) as Json);
}

const onDisk = (): string =>
  (readdirSync(folder, { recursive: true }) as string[])
    .filter(file => /journal\.db(-wal)?$|page-/.test(file))
    .map(file => readFileSync(join(folder, file), 'latin1'))
    .join('');

const CASES: readonly (readonly [RedactedText, number, readonly string[]])[] = [
  ['VALUE', 2, ['1971-07-04']],
  ['VALUE', 3, ['S-666']],
  ['QUALIFIER', 3, ['"value":"sixpence"']],
  ['ADDRESS', 1, [PAGE]],
  ['ADDRESS', 4, ['sixpence.txt']],
  ['ADDRESS', 6, []],
  ['KEY', 7, ['key-of-sixpence']],
];

describe('gone from graph, lookups, journal and snapshot, at once and after a restart', () => {
  test.each(CASES)('%s of entry %i', async (what, seq, texts) => {
    await tell();
    await reopen();
    for (const text of texts) expect(onDisk()).toContain(text);
    const before = (await rowHashes()).slice(0, 7);
    const { events } = await redact(seq, what);
    expect(events).toMatchObject([{ seq: 8, event: { type: 'Redacted', seq, what } }]);
    for (const text of texts) {
      expect(shown()).not.toContain(JSON.stringify(text).slice(1, -1));
      expect(onDisk()).not.toContain(text);
    }
    expect((await rowHashes()).slice(0, 7)).toEqual(before);
    const [live, digest] = [shown(), graphDigest(ledger.graph)];
    for (let times = 0; times < 2; times += 1) {
      await reopen();
      expect([shown(), graphDigest(ledger.graph)]).toEqual([live, digest]);
      for (const text of texts) expect(onDisk()).not.toContain(text);
    }
    await ledger.close();
    expect((await checkJournal(path)).findings).toEqual([]);
    journal = await openSqliteJournal(path);
    expect((await checkSnapshot(journal, openSnapshotFolder(snapshotFolderOf(path)))).misfit).toBeNull();
    await journal.close();
    await open();
  });

  test('the address of a source, with that of its text: no lookup finds it any more', async () => {
    const { source } = await tell();
    for (const seq of [4, 6]) await redact(seq, 'ADDRESS');
    expect(onDisk() + shown()).not.toContain('sixpence-report');
    expect(ledger.graph.findSourceByUrl(URL)).toBeNull();
    expect(ledger.graph.findSource(source)?.source).toEqual({
      id: source,
      kind: 'ARTICLE',
      title: 'A report',
    });
    expect(ledger.graph.textsOf(source)).toMatchObject([{ recorded: { seq: 6 }, redacted: null }]);
  });
});

const rowHashes = async (): Promise<string[]> => {
  const hashes: string[] = [];
  for await (const { hash } of journal.rows(0)) hashes.push(hash);
  return hashes;
};

describe('a redacted value', () => {
  test('is some value, and the sentence shows that it was redacted', async () => {
    const { born } = await tell();
    await redact(2, 'VALUE');
    const record = ledger.graph.findClaim(born)!;
    const redacted = expect.stringMatching(/^\[redacted [0-9a-f]{64}\]$/) as string;
    expect(record.claim.value).toEqual({ type: 'SOME_VALUE', redacted });
    expect(ledger.graph.sentenceOf(record)).toMatch(/^Kim is born on \[redacted/);
  });

  test('contradicts nothing, as nobody can tell any more', async () => {
    const { born } = await tell();
    const { claim: other = '' } = await run({ ...BORN, value: '1980' });
    await run({
      type: 'AttachSource',
      claim: other,
      source: { new: { kind: 'POST', title: 'P' } },
      own: true,
    });
    const of = (id: string) => ledger.through().contradictionCountOf(ledger.graph.findClaim(id)!);
    expect(of(born)).toBe(1);
    const support = ledger.through().supportOf(ledger.graph.findClaim(born)!);
    await redact(2, 'VALUE');
    expect([of(born), of(other)]).toEqual([0, 0]);
    expect(ledger.through().supportOf(ledger.graph.findClaim(born)!)).toEqual(support);
  });

  test('does not come back when the same is claimed again: it is the same claim', async () => {
    const { born } = await tell();
    await redact(2, 'VALUE');
    expect(await run(BORN)).toMatchObject({ claim: born, events: [] });
    expect(shown() + onDisk()).not.toContain('1971');
  });
});

describe('a redacted address', () => {
  const describedAgain = { kind: 'ARTICLE', title: 'A report', url: URL } as const;

  test('does not come back with the same source, which is known by its id', async () => {
    const { born, source } = await tell();
    for (const seq of [4, 6]) await redact(seq, 'ADDRESS');
    await run({ type: 'AttachSource', claim: born, source: { new: describedAgain }, polarity: 'DENIES' });
    await run({ type: 'KeepText', source: { id: source }, text: 'More of it.' });
    expect([...ledger.graph.sources()]).toHaveLength(1);
    expect(shown() + onDisk()).not.toContain('sixpence-report');
    expect(onDisk()).toContain('"TextKept","source"');
  });

  test('makes no other source of the same words the same one', async () => {
    const { born } = await tell();
    await redact(4, 'ADDRESS');
    const other = { ...describedAgain, url: 'https://example.org/other' };
    await run({ type: 'AttachSource', claim: born, source: { new: other } });
    expect([...ledger.graph.sources()]).toHaveLength(2);
  });

  test('leaves other pages of an entity, and the same entity told again says nothing new', async () => {
    await run({ type: 'AddEntity', ...KIM, sameAs: [PAGE] });
    await redact(1, 'ADDRESS');
    expect(await run({ type: 'AddEntity', ...KIM })).toMatchObject({ events: [] });
    expect(ledger.graph.findEntity(KIM.id)?.entity.sameAs).toEqual([]);
  });
});

test('what else is in the entry stays, more of it can go, and the chain holds', async () => {
  await tell();
  await redact(4, 'ADDRESS');
  await redact(4, 'TITLE');
  await redact(3, 'VALUE');
  expect(await redact(4, 'ADDRESS')).toEqual({ events: [], already: true });
  await redact(3, 'QUALIFIER');
  await reopen();
  expect(shown()).not.toMatch(/A report|S-666|"sixpence"/);
  await ledger.close();
  expect((await checkJournal(path)).findings).toEqual([]);
  await open();
});

test('the words of an entry without such a text are not there to be redacted', async () => {
  await tell();
  for (const [seq, what] of [
    [1, 'VALUE'],
    [2, 'ADDRESS'],
    [5, 'ADDRESS'],
    [7, 'QUALIFIER'],
  ] as const) {
    await expect(redact(seq, what)).rejects.toThrow(`holds no ${what}`);
  }
  expect(ledger.graph.seq).toBe(7);
  expect(existsSync(snapshotFolderOf(path))).toBe(true);
});
