// The journal on disk and other processes: who holds it, who is killed, whose disk is full.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { JournalError } from '../../../src/domain/refusal.js';
import { openSqliteJournal } from '../../../src/journal/sqlite/sqlite-journal.js';
import { all } from '../../contract/journal.contract.js';
import { pending } from '../../contract/pending-event.js';

const PROGRAM = ['--import', 'tsx', join(import.meta.dirname, 'journal-process.ts')];

let folder: string;
let path: string;
let children: ChildProcess[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-journal-'));
  path = join(folder, 'journal.db');
  children = [];
});
afterEach(async () => {
  for (const child of children) await kill(child);
  rmSync(folder, { recursive: true });
});

/** Ends a process the hard way: it gets no chance to tidy up. */
async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}

interface Other {
  readonly child: ChildProcess;
  /** A line for each append, then one for the opening; only that one where it was refused. */
  readonly said: readonly string[];
}

/** Another process that appends, for each length, an event of length 1 and one of that length, and then holds the journal open. */
async function otherProcess(lengths: readonly number[], command = [process.execPath]): Promise<Other> {
  const [program = '', ...args] = [...command, ...PROGRAM, path, ...lengths.map(String)];
  const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  children.push(child);
  const said: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    said.push(line);
    if (said.length > lengths.length) break;
  }
  return { child, said };
}

async function lengthsOnDisk(): Promise<readonly number[]> {
  const journal = await openSqliteJournal(path);
  const events = await all(journal.read(0));
  await journal.close();
  return events.map(({ event }) =>
    event.type === 'SourceHeld' ? event.source.length - 'source:'.length : -1,
  );
}

test('an acknowledged event outlives a kill of its process', async () => {
  const { child, said } = await otherProcess([10, 20, 5000]);
  expect(said).toEqual(['ends at 2', 'ends at 4', 'ends at 6', 'ends at 6']);
  await kill(child);
  expect(await lengthsOnDisk()).toEqual([1, 10, 1, 20, 1, 5000]);
  expect(readdirSync(folder)).toEqual(['journal.db']);
});

test('a journal opened after a kill is held like any other', async () => {
  await kill((await otherProcess([10])).child);
  const journal = await openSqliteJournal(path);
  const { said } = await otherProcess([1]);
  expect(said).toEqual([expect.stringContaining('another Hearsay server has this journal open')]);
  await journal.close();
  expect(await lengthsOnDisk()).toEqual([1, 10]);
});

test('a journal that another process holds is refused, until that one is gone', async () => {
  const { child } = await otherProcess([7]);
  const attempt = openSqliteJournal(path);
  await expect(attempt).rejects.toThrow(JournalError);
  await expect(attempt).rejects.toThrow('another Hearsay server has this journal open');
  await kill(child);
  expect(await lengthsOnDisk()).toEqual([1, 7]);
});

test('a journal that is held here refuses another process, even after a second opening here was refused', async () => {
  const journal = await openSqliteJournal(path);
  await expect(openSqliteJournal(path)).rejects.toThrow('has this journal open');
  const { said } = await otherProcess([1]);
  expect(said).toEqual([expect.stringContaining('another Hearsay server has this journal open')]);
  await journal.append([pending('ours')], 0);
  await journal.close();
  expect(await lengthsOnDisk()).toEqual([4]);
});

test.skipIf(process.platform === 'win32')(
  'an append that the disk has no room for leaves nothing, and the journal stays whole (skipped on Windows: no ulimit)',
  async () => {
    const small = ['sh', '-c', 'ulimit -f 1000; exec "$0" "$@"', process.execPath];
    const { child, said } = await otherProcess([10, 3_000_000, 20], small);
    expect(said[1]).toMatch(/^refused: Journal .* nothing was written/);
    expect([said[0], said[2]]).toEqual(['ends at 2', 'ends at 4']);
    await kill(child);
    expect(await lengthsOnDisk()).toEqual([1, 10, 1, 20]);
  },
);
