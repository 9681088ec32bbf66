// Redaction: a text that must go is replaced by its salted hash, so a forgery can still be found.

/**
 * What can be redacted: NAME is an entity's label and the names recorded with it, PARTY how an unnamed party was described, VALUE that
 * of a claim, QUALIFIER those of its qualifiers, ADDRESS those of a source, of its text and of pages about an entity, and the name of a
 * source's text file, KEY the idempotency key that came along, TEXT the kept text of a source, of which the hash stays.
 */
export const REDACTED_TEXTS = [
  'QUOTE',
  'WORDING',
  'NAME',
  'DESCRIPTION',
  'TITLE',
  'PARTY',
  'REASON',
  'VALUE',
  'QUALIFIER',
  'ADDRESS',
  'KEY',
  'TEXT',
] as const;
export type RedactedText = (typeof REDACTED_TEXTS)[number];

const REDACTED = /^\[redacted ([0-9a-f]{64})\]$/;

/** What is shown in place of a text: its hash, which nobody can turn back without the salt that went with it. */
export const redactedText = (hash: string): string => `[redacted ${hash}]`;

/** The hash in what stands in place of a text, or null where that is no such thing. */
export const redactedHash = (text: string): string | null => REDACTED.exec(text)?.[1] ?? null;

/** Whether a text stands in the place of one that was redacted. */
export const isRedactedText = (text: string): boolean => redactedHash(text) !== null;
