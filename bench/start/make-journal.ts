// Makes a journal of the made world of a size, its snapshot, and the yardsticks: its events as plain JSON, and the snapshot as JSON.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RecordedEvent } from '../../src/domain/event.js';
import { EventPacker } from '../../src/journal/snapshot/event-pack.js';
import { openSqliteJournal } from '../../src/journal/sqlite/sqlite-journal.js';
import { Snapshot } from '../../src/journal/snapshot/snapshot.js';
import { openSnapshotFolder, snapshotFolderOf } from '../../src/journal/snapshot/snapshot-folder.js';
import { benchVocabulary, powerLawWorld } from '../worlds/power-law.js';

/** As many as a page of a snapshot holds. */
const TOGETHER = 32_768;

/** In a folder that is there; does nothing where it was made before. */
export async function makeJournal(path: string, claims: number): Promise<void> {
  if (existsSync(path)) return;
  const vocabulary = benchVocabulary();
  const journal = await openSqliteJournal(path);
  for (const way of ['plain', 'packed']) mkdirSync(`${path}.${way}`);
  let page: RecordedEvent[] = [];
  let pages = 0;
  const flush = async (): Promise<void> => {
    await journal.append(page, journal.lastSeq);
    const packer = new EventPacker(page[0]?.seq ?? 1);
    for (const event of page) packer.add(event);
    const { cells, ...texts } = packer.packed();
    const name = `${pages++}.json`;
    writeFileSync(join(`${path}.plain`, name), JSON.stringify(page));
    writeFileSync(join(`${path}.packed`, name), JSON.stringify({ ...texts, cells: [...cells] }));
    page = [];
  };
  for (const event of powerLawWorld(claims, vocabulary)) if (page.push(event) === TOGETHER) await flush();
  if (page.length > 0) await flush();
  const snapshot = new Snapshot(openSnapshotFolder(snapshotFolderOf(path)), { every: 1 });
  await snapshot.replay(journal, vocabulary);
  await snapshot.upToDate();
  await journal.close();
}
