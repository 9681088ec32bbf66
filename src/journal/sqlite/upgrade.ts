// Upgrades a journal file of version 1, which had neither chain nor way, in the transaction that claims the file.
import type Database from 'libsql';
import type { RecordedEvent } from '../../domain/event.js';
import { decodeEvent } from '../stored/event-codec.js';
import { columnsOf, EMPTY_HEAD, rowOf } from '../stored/journal-row.js';
import { checkPlace, EMPTY_TAIL, type JournalTail } from '../stored/journal-tail.js';
import { CREATE, INSERT, SET_HEAD } from './file.js';
import { textFrom } from './text.js';

const OLD_ROWS = `
  SELECT seq AS seq, CAST(at AS BLOB) AS at, CAST("by" AS BLOB) AS "by", CAST(body AS BLOB) AS body
  FROM old ORDER BY seq`;

interface OldRow {
  readonly seq: number;
  readonly at: ArrayBuffer;
  readonly by: ArrayBuffer;
  readonly body: ArrayBuffer;
}

/** Nobody noted then by which way an event came: the API stands for it. @throws JournalError for a damaged event. */
export function upgradeFile(db: Database.Database): void {
  db.exec(`ALTER TABLE event RENAME TO old; ${CREATE}`);
  const insert = db.prepare(INSERT);
  let last: JournalTail = EMPTY_TAIL;
  let { hash } = EMPTY_HEAD;
  for (const old of db.prepare(OLD_ROWS).iterate() as Iterable<OldRow>) {
    const [at = '', by = '', body = ''] = [old.at, old.by, old.body].map(bytes => textFrom(bytes) ?? '');
    checkPlace(last, { seq: old.seq, at });
    const recorded: RecordedEvent = { seq: old.seq, at, by, way: 'API', event: decodeEvent(body) };
    const row = rowOf(recorded, hash);
    insert.run(columnsOf(row));
    ({ hash } = row);
    last = recorded;
  }
  db.prepare(SET_HEAD).run(last.seq, hash);
  db.exec('DROP TABLE old');
}
