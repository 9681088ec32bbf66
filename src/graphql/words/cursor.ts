// Cursors: the sort key of a row in the list of one query. They are opaque, and a cursor of another query is refused.
import { contentHash, type Json } from '../../domain/ids.js';
import { InvalidInput } from '../../domain/refusal.js';

/** A row's place: compared member by member, smaller first. It does not move when later things are recorded. */
export type SortKey = readonly (number | string)[];

export function compareSortKeys(a: SortKey, b: SortKey): number {
  for (let i = 0; i < Math.min(a.length, b.length); i += 1) {
    const [one, other] = [a[i] ?? 0, b[i] ?? 0];
    if (one !== other) return one < other ? -1 : 1;
  }
  return a.length - b.length;
}

/** Identifies a query, in 16 hex digits. */
export const queryFingerprint = (query: Json): string => contentHash(query).slice(0, 16);

export const writeCursor = (fingerprint: string, sortKey: SortKey): string =>
  Buffer.from(JSON.stringify([fingerprint, ...sortKey])).toString('base64url');

/** @throws InvalidInput where it is no cursor, or one of another query. */
export function readCursor(cursor: string, fingerprint: string): SortKey {
  const [of, ...place] = decode(cursor);
  if (of === fingerprint) return place;
  const advice = 'repeat the query it came from with the same arguments, or leave out `after`';
  throw new InvalidInput(`This cursor belongs to another query: ${advice}.`, { field: ['after'] });
}

function decode(cursor: string): SortKey {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(parts) && parts.every(part => ['string', 'number'].includes(typeof part))) {
      return parts as SortKey;
    }
  } catch {
    // It was no JSON: refused below like any other text.
  }
  throw new InvalidInput(`"${cursor.slice(0, 40)}" is no cursor: take one from \`pageInfo\` or \`edges\`.`, {
    field: ['after'],
  });
}
