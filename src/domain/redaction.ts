// Redaction: a text that must go is replaced by its salted hash, so that what was recorded can still be told from a forgery.

/**
 * What can be redacted: NAME is an entity's label and the names recorded with it, PARTY how an
 * unnamed party was described, TEXT the kept text of a source, of which the hash stays.
 */
export const REDACTED_TEXTS = [
  'QUOTE',
  'WORDING',
  'NAME',
  'DESCRIPTION',
  'TITLE',
  'PARTY',
  'REASON',
  'TEXT',
] as const;
export type RedactedText = (typeof REDACTED_TEXTS)[number];

const REDACTED = /^\[redacted ([0-9a-f]{64})\]$/;

/** What is shown in place of a text: its hash, which nobody can turn back without the salt that went with it. */
export const redactedText = (hash: string): string => `[redacted ${hash}]`;

/** The hash in what stands in place of a text, or null where that is no such thing. */
export const redactedHash = (text: string): string | null => REDACTED.exec(text)?.[1] ?? null;
