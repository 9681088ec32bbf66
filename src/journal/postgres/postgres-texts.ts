// Kept texts in the database of a journal in PostgreSQL.
import { isTextHash, textHashOf } from '../../domain/kept-text.js';
import type { PostgresReader } from './reader.js';
import type { TextStore } from '../texts/text-store.js';

// As bytes: what is damaged is then read all the same, and found by its hash.
const KEEP = 'INSERT INTO hearsay_text VALUES ($1, $2) ON CONFLICT (sha256) DO UPDATE SET body = $2';
const READ = 'SELECT body FROM hearsay_text WHERE sha256 = $1';
const REMOVE = 'DELETE FROM hearsay_text WHERE sha256 = $1';
const LIST = 'SELECT sha256 FROM hearsay_text ORDER BY sha256';

/** All may be asked twice where a connection fails: the second time changes nothing. */
export function postgresTexts(database: PostgresReader): TextStore {
  const find = async (sha256: string): Promise<string | undefined> => {
    if (!isTextHash(sha256)) throw new Error('a text is named by its hash alone');
    const [row] = await database.run<{ body: Buffer }>(READ, [sha256]);
    return row?.body.toString('utf8');
  };
  const isSound = (sha256: string, text: string): boolean => textHashOf(text) === sha256;
  return {
    keep: async text => {
      const sha256 = textHashOf(text);
      await database.run(KEEP, [sha256, Buffer.from(text, 'utf8')]);
      return sha256;
    },
    read: async sha256 => {
      const text = await find(sha256);
      return text !== undefined && isSound(sha256, text) ? text : null;
    },
    state: async sha256 => {
      const text = await find(sha256);
      if (text === undefined) return 'MISSING';
      return isSound(sha256, text) ? 'SOUND' : 'DAMAGED';
    },
    remove: async sha256 => {
      await database.run(REMOVE, [sha256]);
    },
  };
}

/** Hashes of all texts that are there. */
export async function textsInDatabase(database: PostgresReader): Promise<readonly string[]> {
  const rows = await database.run<{ sha256: string }>(LIST, []);
  return rows.map(({ sha256 }) => sha256);
}
