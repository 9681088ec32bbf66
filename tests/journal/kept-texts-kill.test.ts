// Killed at any moment, a journal names no text that is not whole on the disk.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { openSqliteJournal } from '../../src/journal/sqlite/sqlite-journal.js';
import { openTextFolder, textFolderOf } from '../../src/journal/texts/text-folder.js';
import { openLedger } from '../fixtures/open-ledger.js';

const PROGRAM = ['--import', 'tsx', join(import.meta.dirname, 'keep-process.ts')];
const ROUNDS = 6;

/** Lets it keep texts for a while, then kills it; how many it said were kept. */
async function killedAfter(milliseconds: number, path: string, round: number): Promise<number> {
  const child = spawn(process.execPath, [...PROGRAM, path, String(round)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
  await once(child.stdout, 'data');
  await setTimeout(milliseconds);
  child.kill('SIGKILL');
  await once(child, 'close');
  return said.split('\n').length - 1;
}

test('after kill -9 every text that was acknowledged is named, and every one that is named is there', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-kill-'));
  const path = join(folder, 'journal.db');
  try {
    let acknowledged = 0;
    for (let round = 0; round < ROUNDS; round += 1) acknowledged += await killedAfter(7 * round, path, round);
    const texts = openTextFolder(textFolderOf(path));
    const { ledger } = await openLedger(await openSqliteJournal(path), texts);
    const named = [...ledger.graph.keptTexts()];
    await ledger.close();
    const states = await Promise.all(named.map(({ sha256 }) => texts.state(sha256)));
    expect(states.filter(state => state !== 'SOUND')).toEqual([]);
    expect(named.length).toBeGreaterThanOrEqual(acknowledged);
    expect(named.length).toBeLessThanOrEqual(acknowledged + ROUNDS);
  } finally {
    rmSync(folder, { recursive: true });
  }
}, 120_000);
