// The SQL for rows in PostgreSQL, and the conversion of its answers to rows.
import { columnsOf, type Head, type JournalRow } from '../stored/journal-row.js';

const COLUMNS = 'seq, at, "by", way, type, version, body, salts, checksum, hash';

export const HEAD = 'SELECT seq, hash FROM hearsay_head';
export const LOCKED_HEAD = `${HEAD} FOR UPDATE`;

/** For statements that go without values: both are whole numbers. */
export const sinceText = (afterSeq: number, count: number): string =>
  `SELECT ${COLUMNS} FROM hearsay_event WHERE seq > ${whole(afterSeq)} ORDER BY seq LIMIT ${whole(count)}`;

/** Moves the end and adds rows after it; does neither where the end is another. */
export const ADD = `
  WITH moved AS (UPDATE hearsay_head SET seq = $1, hash = $2 WHERE seq = $3 AND hash = $4 RETURNING one)
  INSERT INTO hearsay_event (${COLUMNS})
  SELECT new.* FROM moved, unnest($5::bigint[], $6::text[], $7::text[], $8::text[], $9::text[], $10::integer[],
    $11::text[], $12::text[], $13::bigint[], $14::text[]) AS new (${COLUMNS})`;

export const addValues = (
  { seq, hash }: Head,
  after: Head,
  added: readonly JournalRow[],
): (string | number | (string | number)[])[] => {
  const rows = added.map(columnsOf);
  const columns = (rows[0] ?? []).map((_, column) => rows.map(row => row[column] ?? ''));
  return [seq, hash, after.seq, after.hash, ...columns];
};

export const REPLACE =
  'UPDATE hearsay_event SET version = $2, body = $3, salts = $4, checksum = $5 WHERE seq = $1';

export const replaceValues = ({ seq, version, body, salts, checksum }: JournalRow): (string | number)[] => [
  seq,
  version,
  body,
  salts,
  checksum,
];

/** Whole numbers of eight bytes come as texts. */
export interface PostgresHead {
  readonly seq: string;
  readonly hash: string;
}

export type PostgresRow = Omit<JournalRow, 'seq' | 'checksum'> & {
  readonly seq: string;
  readonly checksum: string;
};

export const headFrom = (found: PostgresHead | undefined): Head | null =>
  found ? { seq: Number(found.seq), hash: found.hash } : null;

export const rowFrom = ({
  seq,
  at,
  by,
  way,
  type,
  version,
  body,
  salts,
  checksum,
  hash,
}: PostgresRow): JournalRow => ({
  ...{ seq: Number(seq), at, by, way, type, version, body, salts },
  ...{ checksum: Number(checksum), hash },
});

function whole(number: number): number {
  if (!Number.isSafeInteger(number) || number < 0) throw new Error('a place in a journal is a whole number');
  return number;
}
