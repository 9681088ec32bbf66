// Yardstick: bare appends by the driver to a table like the journal's, with the same settings, one sync a commit.
import Database from 'libsql';
import { columnsOf, type JournalRow } from '../../src/journal/stored/journal-row.js';
import { CREATE, INSERT } from '../../src/journal/sqlite/file.js';

export interface RawAppends {
  /** Milliseconds of one append of all the rows, where so many appends share a commit and it goes on for so long. */
  append(together: number, ms: number): number;
  close(): void;
}

/** @param rows what one attach writes. */
export function openRawAppends(file: string, rows: readonly JournalRow[]): RawAppends {
  const db = new Database(file);
  db.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
  db.exec('PRAGMA secure_delete = ON');
  db.exec(CREATE);
  const insert = db.prepare(INSERT);
  let seq = 0;
  const appendOne = (): void => {
    for (const row of rows) insert.run(columnsOf({ ...row, seq: (seq += 1) }));
  };
  return {
    append: (together, ms) => {
      const began = performance.now();
      let appended = 0;
      while (performance.now() - began < ms) {
        db.exec('BEGIN IMMEDIATE');
        for (let at = 0; at < together; at += 1) appendOne();
        db.exec('COMMIT');
        appended += together;
      }
      return (performance.now() - began) / appended;
    },
    close: () => db.close(),
  };
}
