// Reads texts of SQLite as bytes and decodes them here: the driver ends the process over a text that is not UTF-8.
import type { Head, JournalRow } from '../stored/journal-row.js';

/**
 * JSON and times hold no line feeds, names may: they come last. Each column is given its name, since SQLite answers with the letters that
 * stand in the file, which damage may have made large ones.
 */
export const SELECT_ROWS = `
  SELECT seq AS seq, version AS version, checksum AS checksum,
    CAST(concat_ws(char(10), at, way, type, hash, salts, body, "by") AS BLOB) AS texts
  FROM event WHERE seq > ? ORDER BY seq LIMIT ?`;
export const SELECT_HEAD = 'SELECT seq AS seq, CAST(hash AS BLOB) AS hash FROM head';

export interface SqliteRow {
  readonly seq: number;
  readonly version: number;
  readonly checksum: number;
  readonly texts: ArrayBuffer | null;
}

export interface SqliteHead {
  readonly seq: number;
  readonly hash: ArrayBuffer | null;
}

/** As it stands there; members that cannot be read are empty, which no check lets pass. */
export function rowFrom({ seq, version, checksum, texts }: SqliteRow): JournalRow {
  const [at = '', way = '', type = '', hash = '', salts = '', body = '', ...by] =
    textFrom(texts)?.split('\n') ?? [];
  return {
    seq,
    at,
    by: by.join('\n'),
    way: way as JournalRow['way'],
    type,
    version,
    body,
    salts,
    checksum,
    hash,
  };
}

/** Null where it is lost. */
export function headFrom(found: SqliteHead | undefined): Head | null {
  const hash = found === undefined ? null : textFrom(found.hash);
  return found === undefined || hash === null ? null : { seq: found.seq, hash };
}

/** Null for what is no UTF-8, or no bytes at all. */
export function textFrom(bytes: ArrayBuffer | null): string | null {
  if (bytes === null) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
