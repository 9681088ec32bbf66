// Killed at any moment, a process leaves a snapshot that fits, as far as it goes, and the journal goes on from there.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { replayJournal } from '../../../src/journal/snapshot/replay-journal.js';
import { openSnapshotFolder, snapshotFolderOf } from '../../../src/journal/snapshot/snapshot-folder.js';
import { openSqliteJournal } from '../../../src/journal/sqlite/sqlite-journal.js';
import { builtInVocabulary } from '../../fixtures/open-ledger.js';
import { until } from '../../fixtures/until.js';

const PROGRAM = ['--import', 'tsx', join(import.meta.dirname, 'snapshot-process.ts')];
const ROUNDS = 5;

/** Lets it record for a while, then kills it; the last place that it said was recorded. */
async function killedAfter(milliseconds: number, path: string): Promise<number> {
  const child = spawn(process.execPath, [...PROGRAM, path], { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
  await once(child.stdout, 'data');
  await until('a page is written', () => existsSync(join(snapshotFolderOf(path), 'page-0')));
  await setTimeout(milliseconds);
  child.kill('SIGKILL');
  await once(child, 'close');
  return Number(said.trimEnd().split('\n').at(-1));
}

test('after kill -9 nothing is lost, and nothing stands against the snapshot', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-kill-'));
  const path = join(folder, 'journal.db');
  try {
    let used = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      const acknowledged = await killedAfter(7 * round, path);
      const journal = await openSqliteJournal(path);
      const store = openSnapshotFolder(snapshotFolderOf(path));
      const { graph, pages, misfit } = await replayJournal(journal, builtInVocabulary(), store);
      await journal.close();
      expect(misfit).toBeNull();
      expect(graph.seq).toBeGreaterThanOrEqual(acknowledged);
      used += pages.length;
    }
    expect(used).toBeGreaterThan(0);
  } finally {
    rmSync(folder, { recursive: true });
  }
}, 120_000);
