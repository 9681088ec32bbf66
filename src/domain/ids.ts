// Ids made from content, so that recording the same thing twice is harmless. The prefix tells what an id names.
import { createHash } from 'node:crypto';

export type EntityId = string;
export type ClaimId = string;
export type SourceId = string;
export type AttestationId = string;
export type PredicateId = string;

export type IdKind = 'entity' | 'claim' | 'source' | 'attestation';
const ID_KINDS: readonly string[] = ['entity', 'claim', 'source', 'attestation'] satisfies IdKind[];

/** Anything JSON can hold; `undefined` members are left out. */
export type Json =
  string | number | boolean | null | undefined | readonly Json[] | { readonly [key: string]: Json };

/** JSON text with sorted keys, so that equal content has equal text. */
export function canonicalJson(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(item => canonicalJson(item as Json)).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value as Record<string, Json>)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`).join(',')}}`;
  }
  return JSON.stringify(value ?? null);
}

/** SHA-256 of canonical content, as lower-case hex. */
export const contentHash = (content: Json): string =>
  createHash('sha256').update(canonicalJson(content)).digest('hex');

/** `claim:` and the like, followed by 24 hex digits (96 bits) of the content's SHA-256. */
export const contentId = (kind: IdKind, content: Json): string =>
  `${kind}:${contentHash(content).slice(0, 24)}`;

/** What an id names by its prefix, or null where it is no id of ours. */
export function idKind(id: string): IdKind | null {
  const prefix = id.slice(0, Math.max(0, id.indexOf(':')));
  return ID_KINDS.includes(prefix) ? (prefix as IdKind) : null;
}
