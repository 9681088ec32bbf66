// Ids made from content, so that recording the same thing twice is harmless. The prefix of an id says what it names.
import { hash } from 'node:crypto';

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

/**
 * JSON text with sorted keys, so that equal content has equal text. Quicker by a third where the keys are sorted already.
 * @param json the engine's JSON of the value, where that is known: it serves where the keys are sorted.
 */
export const canonicalJson = (value: Json, json?: string): string =>
  isSorted(value) ? (json ?? JSON.stringify(value ?? null)) : sortedJson(value);

/** Whether the keys are sorted at every depth, so that the engine's own JSON is the canonical one. */
function isSorted(value: Json): boolean {
  if (value === null || typeof value !== 'object') return true;
  if (Array.isArray(value)) {
    for (const item of value) if (!isSorted(item as Json)) return false;
    return true;
  }
  const members = value as Record<string, Json>;
  let last = '';
  for (const key of Object.keys(members)) {
    if (key < last || !isSorted(members[key])) return false;
    last = key;
  }
  return true;
}

/** The keys are sorted as it is written. No pairs are made, and the short ways of `sorted` and `quoted` halve what is left. */
function sortedJson(value: Json): string {
  if (typeof value === 'string') return quoted(value);
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null);
  let text = '';
  if (Array.isArray(value)) {
    for (const item of value) text += `${text && ','}${sortedJson(item as Json)}`;
    return `[${text}]`;
  }
  const members = value as Record<string, Json>;
  for (const key of sorted(Object.keys(members))) {
    const member = members[key];
    if (member !== undefined) text += `${text && ','}${quoted(key)}:${sortedJson(member)}`;
  }
  return `{${text}}`;
}

/** What JSON writes otherwise than it is. */
const ESCAPED = /["\\\p{Cc}\p{Cs}]/u;

const quoted = (text: string): string => (ESCAPED.test(text) ? JSON.stringify(text) : `"${text}"`);

const FEW = 16;

/** In place, by code units. Few keys are quicker put in order one by one. */
function sorted(keys: string[]): string[] {
  if (keys.length > FEW) return keys.sort();
  for (let at = 1; at < keys.length; at += 1) {
    const key = keys[at] ?? '';
    let to = at;
    for (; to > 0 && (keys[to - 1] ?? '') > key; to -= 1) keys[to] = keys[to - 1] ?? '';
    keys[to] = key;
  }
  return keys;
}

/** SHA-256 of canonical content, as lower-case hex. */
export const contentHash = (content: Json): string => hash('sha256', canonicalJson(content), 'hex');

/** `claim:` and the like, followed by 24 hex digits (96 bits) of the content's SHA-256. */
export const contentId = (kind: IdKind, content: Json): string =>
  `${kind}:${contentHash(content).slice(0, 24)}`;

/** What an id names by its prefix, or null where it is no id of ours. */
export function idKind(id: string): IdKind | null {
  const prefix = id.slice(0, Math.max(0, id.indexOf(':')));
  return ID_KINDS.includes(prefix) ? (prefix as IdKind) : null;
}
