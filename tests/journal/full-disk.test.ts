// A disk that is full or failing: a coded error and no acknowledgement, reads go on, and writing resumes when there is room.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Command } from '../../src/domain/command.js';
import { JournalError } from '../../src/domain/refusal.js';
import { checkJournal } from '../../src/journal/upkeep/check-journal.js';
import { openSqliteJournal } from '../../src/journal/sqlite/sqlite-journal.js';
import { hearsay } from '../fixtures/hearsay-process.js';
import { openLedger } from '../fixtures/open-ledger.js';

const SIZE = 2_000_000;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-full-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Lets `use` have a small disk of its own; false where none may be mounted here. */
async function onSmallDisk(use: () => Promise<void>): Promise<boolean> {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${SIZE}`, 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    return false;
  }
  try {
    await use();
  } finally {
    execFileSync('umount', ['-l', folder]);
  }
  return true;
}

const entity = (name: string): Command => ({
  type: 'AddEntity',
  id: `entity:t/${name}`,
  kind: 'PERSON',
  label: name,
  description: 'd'.repeat(4000),
});

test('on a full disk nothing is acknowledged or shown, reads go on, and writing resumes', async context => {
  const mounted = await onSmallDisk(async () => {
    const path = join(folder, 'journal.db');
    const { ledger } = await openLedger(await openSqliteJournal(path));
    await ledger.execute(entity('first'), 'tester');
    writeFileSync(join(folder, 'ballast'), Buffer.alloc(SIZE - 200_000));
    const kept = await fillUp(name => ledger.execute(entity(name), 'tester'));
    expect(ledger.graph.counts.entities).toBe(kept + 1);
    expect((await ledger.history(0, 9999)).length).toBe(kept + 1);
    rmSync(join(folder, 'ballast'));
    await ledger.execute(entity('later'), 'tester');
    expect(ledger.graph.findEntity('entity:t/later')).not.toBeNull();
    await ledger.close();
    expect(await checkJournal(path)).toMatchObject({ events: kept + 2, findings: [] });
  });
  if (!mounted) context.skip('no small disk can be mounted here: that takes root');
});

/** Writes until the disk is full, then a few times more; how many were acknowledged. */
async function fillUp(write: (name: string) => Promise<unknown>): Promise<number> {
  let kept = 0;
  for (let refused = 0, place = 0; refused < 3; place++) {
    try {
      await write(`p${place}`);
      kept += 1;
    } catch (error) {
      expect(error).toBeInstanceOf(JournalError);
      expect((error as JournalError).message).toMatch(/nothing was written/);
      refused += 1;
    }
    if (place > 1000) throw new Error('the disk does not fill up');
  }
  return kept;
}

test('a backup onto a full disk is refused and leaves nothing there', async context => {
  const mounted = await onSmallDisk(async () => {
    const { ledger } = await openLedger();
    await ledger.executeAll(
      Array.from({ length: 1000 }, (_, place) => entity(`p${place}`)),
      'tester',
    );
    await expect(ledger.backup(join(folder, 'copy.db'))).rejects.toThrow(JournalError);
    expect(execFileSync('ls', ['-A', folder], { encoding: 'utf8' })).toBe('');
  });
  if (!mounted) context.skip('no small disk can be mounted here: that takes root');
});

test('an export onto a full disk is refused and leaves nothing there', async context => {
  const data = join(mkdtempSync(join(tmpdir(), 'hearsay-full-')), 'journal.db');
  const mounted = await onSmallDisk(async () => {
    const { ledger } = await openLedger(await openSqliteJournal(data));
    const commands = Array.from({ length: 1000 }, (_, place) => entity(`p${place}`));
    await ledger.executeAll(commands, 'tester');
    await ledger.close();
    const { code, err } = await hearsay(['export-journal', join(folder, 'lines'), '--data', data]);
    expect([code, err]).toEqual([1, expect.stringMatching(/^[^\n]*\(ENOSPC\)[^\n]*\n$/)]);
    expect(execFileSync('ls', ['-A', folder], { encoding: 'utf8' })).toBe('');
  });
  rmSync(dirname(data), { recursive: true });
  if (!mounted) context.skip('no small disk can be mounted here: that takes root');
});

test.each([
  ['set back a day', -86_400_000],
  ['forward ten years and back again', 10 * 365 * 86_400_000],
])('with a clock %s recorded time never goes back', async (_, jump) => {
  const open = await openLedger();
  const write = (name: string) => open.ledger.execute(entity(name), 'tester');
  await write('a');
  open.now += jump;
  await write('b');
  open.now -= 2 * Math.abs(jump);
  await write('c');
  const times = (await open.ledger.history(0, 9)).map(({ at }) => at);
  expect(times).toEqual([...times].sort());
  expect(times).toHaveLength(3);
});
