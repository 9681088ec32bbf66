// Those who write at once share a commit, in order, and each gets an answer of its own.
import { beforeEach, expect, test } from 'vitest';
import type { AttachSource, Command } from '../../../src/domain/command.js';
import { JournalError } from '../../../src/domain/refusal.js';
import type { Journal, PendingEvent } from '../../../src/journal/stored/journal.js';
import type { Ledger } from '../../../src/journal/ledger.js';
import { openMemoryJournal } from '../../../src/journal/stored/memory-journal.js';
import { openLedger } from '../../fixtures/open-ledger.js';

let ledger: Ledger;
let commits: string[];
let failures: number;
let claim: string;

const party = (name: string): Command => ({
  type: 'AddEntity',
  id: `entity:t/${name}`,
  kind: 'ORGANIZATION',
  label: name,
});
const named = (name: string, text: string): Command => ({
  type: 'AddName',
  entity: `entity:t/${name}`,
  name: { text },
});
const attach = (title: string): AttachSource => ({
  type: 'AttachSource',
  claim,
  source: { new: { kind: 'ARTICLE', title, party: 'entity:t/rival' } },
  own: true,
});
const run = (...commands: Command[]) =>
  Promise.allSettled(commands.map(command => ledger.execute(command, 'tester')));
const outcomes = (settled: readonly PromiseSettledResult<unknown>[]): string =>
  settled.map(one => (one.status === 'fulfilled' ? 'kept' : (one.reason as Error).name)).join(' ');

/** What an event adds, in a word. */
const word = ({ event }: PendingEvent): string =>
  event.type === 'EntityAdded'
    ? event.entity.label
    : event.type === 'NameAdded'
      ? event.name.text
      : event.type;

/** A journal that notes its commits, and fails as many of them as it is told. */
function watched(journal: Journal): Journal {
  const append: Journal['append'] = async (events, seq) => {
    if (failures > 0) {
      failures -= 1;
      throw new JournalError('the disk is full: make room.');
    }
    commits.push(events.map(word).join(' '));
    return journal.append(events, seq);
  };
  return Object.create(journal, {
    append: { value: append },
    close: { value: () => journal.close() },
  }) as Journal;
}

beforeEach(async () => {
  commits = [];
  failures = 0;
  ({ ledger } = await openLedger(watched(openMemoryJournal())));
  await ledger.executeAll([party('kim'), party('paper'), party('rival')], 'tester');
  const made = { type: 'MakeClaim', subject: 'entity:t/kim', predicate: 'part_of', object: 'entity:t/paper' };
  ({ claim = '' } = await ledger.execute(made as Command, 'tester'));
  commits = [];
});

test('commands that come at once are kept in one commit, in the order they came', async () => {
  await run(party('a'), party('b'), named('a', 'A2'), party('c'));
  expect(commits).toEqual(['a b A2 c']);
});

/** So many parties that are new, in one batch. */
const batch = (name: string, count: number) =>
  ledger.executeAll(
    Array.from({ length: count }, (_, place) => party(`${name}${place}`)),
    'tester',
  );
const sizes = (): number[] => commits.map(words => words.split(' ').length);

test('batches share a commit while they have few commands together', async () => {
  await Promise.all([batch('a', 100), batch('b', 156), batch('c', 1), batch('d', 300), batch('e', 2)]);
  expect(sizes()).toEqual([256, 1, 300, 2]);
});

test('others get their turn before a long batch is written, and see nothing of it', async () => {
  const seen: number[] = [];
  const { seq } = ledger.graph;
  const long = batch('a', 257).then(() => seen.push(ledger.graph.seq - seq));
  // It is decided in the next turn, and written in the one after that.
  await new Promise(resolve => setImmediate(resolve));
  seen.push(ledger.graph.seq - seq, commits.length);
  await long;
  expect(seen).toEqual([0, 0, 257]);
});

test('a command sees what those before it in the same commit decided', async () => {
  const [first, second] = await run(party('a'), party('a'));
  expect(first).toMatchObject({ value: { already: false } });
  expect(second).toMatchObject({ value: { already: true } });
});

test('a refused command refuses only itself', async () => {
  const settled = await run(party('a'), named('nobody', 'x'), party('b'));
  expect(outcomes(settled)).toBe('kept NotFound kept');
  expect(commits).toEqual(['a b']);
});

test('each of many sources tells the support right before and right after it', async () => {
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, place) => ledger.attachSource(attach(`report ${place}`), 'tester')),
  );
  expect(commits).toHaveLength(1);
  expect(answers.map(({ supportBefore }) => supportBefore.attestations)).toEqual([...answers.keys()]);
  expect(answers.map(({ supportAfter }) => supportAfter.attestations)).toEqual(
    [...answers.keys()].map(place => place + 1),
  );
  const places = answers.map(({ recorded }) => recorded?.seq ?? 0);
  expect(places).toEqual([...places].sort((a, b) => a - b));
});

test('a preview among them sees those before it, and writes nothing', async () => {
  const [, preview, third] = await Promise.all([
    ledger.attachSource(attach('one'), 'tester'),
    ledger.attachSource(attach('two'), 'tester', true),
    ledger.attachSource(attach('three'), 'tester'),
  ]);
  expect([preview.supportBefore.attestations, preview.supportAfter.attestations]).toEqual([1, 2]);
  expect(third.supportAfter.attestations).toBe(2);
});

test('listeners hear of each command by itself, with the graph as it stood then', async () => {
  const heard: string[] = [];
  ledger.onCommit(events => heard.push(`${events.map(word).join(' ')} at ${ledger.graph.seq}`));
  await run(party('a'), party('b'));
  expect(heard).toEqual(['a at 5', 'b at 6']);
});

test('a failed commit answers with its error to exactly those whose work it held', async () => {
  failures = 1;
  const settled = await run(party('a'), party('kim'), named('nobody', 'x'), party('b'));
  expect(outcomes(settled)).toBe('JournalError kept NotFound JournalError');
  expect(ledger.graph.findEntity('entity:t/a')).toBeNull();
  expect(ledger.graph.seq).toBe(4);
});

test('who was told that it is there already, by a commit that then failed, is decided again', async () => {
  failures = 1;
  const [first, second] = await run(party('a'), party('a'));
  expect(first?.status).toBe('rejected');
  expect(second).toMatchObject({ value: { already: false } });
  expect(ledger.graph.findEntity('entity:t/a')).not.toBeNull();
});

test('who was refused because of work that was then lost is decided again', async () => {
  failures = 1;
  const withdrawal: Command = { type: 'WithdrawClaim', id: claim, reason: 'made by mistake' };
  const [withdrawn, attached] = await run(withdrawal, attach('late'));
  expect(withdrawn?.status).toBe('rejected');
  expect(attached?.status).toBe('fulfilled');
});

test('a batch among others is whole or not at all', async () => {
  const [, batch, after] = await Promise.all([
    ledger.execute(party('a'), 'tester'),
    ledger.executeAll([named('a', 'A2'), named('nobody', 'x')], 'tester'),
    ledger.executeAll([party('b'), named('b', 'B2')], 'tester'),
  ]);
  expect(batch.refused?.index).toBe(1);
  expect(after.done?.map(({ events }) => events.length)).toEqual([1, 1]);
  expect(commits).toEqual(['a b B2']);
});

test('closing waits for all that came before, and refuses what comes after', async () => {
  const before = ledger.execute(party('a'), 'tester');
  const closed = ledger.close();
  const after = ledger.execute(party('b'), 'tester');
  expect(outcomes(await Promise.allSettled([before, closed, after]))).toBe('kept kept JournalError');
});

test('no commit holds so many that readers wait long for it', async () => {
  await run(...Array.from({ length: 200 }, (_, place) => party(`p${place}`)));
  expect(commits.length).toBeGreaterThan(2);
  expect(commits.join(' ').split(' ')).toHaveLength(200);
});
