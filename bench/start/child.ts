// One start in a process of its own: opens a made journal in the way asked for and prints what it took as a line of JSON.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { replayJournal } from '../../src/journal/snapshot/replay-journal.js';
import { openSnapshotFolder, snapshotFolderOf } from '../../src/journal/snapshot/snapshot-folder.js';
import { openSqliteJournal } from '../../src/journal/sqlite/sqlite-journal.js';
import { timed } from '../contest.js';
import { benchVocabulary } from '../worlds/power-law.js';

export const WAYS_TO_START = ['snapshot', 'replay', 'plain', 'packed'] as const;
export type WayToStart = (typeof WAYS_TO_START)[number];

export interface Started {
  readonly ms: number;
  /** That are in use after a collection, beyond those before the start; those outside the heap too. */
  readonly bytes: number;
  readonly kept: unknown;
}

const gc = (): void => (globalThis as { gc?: () => void }).gc?.();

function bytesInUse(): number {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

async function start(way: WayToStart, path: string): Promise<Started> {
  const vocabulary = benchVocabulary();
  let kept: unknown;
  gc();
  const before = bytesInUse();
  const ms = await timed(async () => {
    kept = way === 'plain' || way === 'packed' ? parsed(`${path}.${way}`) : await opened(way);
  });
  gc();
  return { ms, bytes: bytesInUse() - before, kept };

  async function opened(how: 'snapshot' | 'replay'): Promise<unknown> {
    const journal = await openSqliteJournal(path);
    const store = how === 'snapshot' ? openSnapshotFolder(snapshotFolderOf(path)) : null;
    const drawn = await replayJournal(journal, vocabulary, store);
    if (how === 'snapshot' && drawn.pages.at(-1)?.to !== journal.lastSeq)
      throw new Error(drawn.misfit ?? 'no snapshot');
    await journal.close();
    return drawn.graph;
  }
}

/** The yardstick: files of JSON, read and parsed one after another. */
const parsed = (folder: string): unknown =>
  readdirSync(folder).map(name => JSON.parse(readFileSync(join(folder, name), 'utf8')) as unknown);

const [way = 'replay', path = ''] = process.argv.slice(2);
const { kept, ...figures } = await start(way as WayToStart, path);
console.log(JSON.stringify({ ...figures, isKept: kept !== undefined }));
