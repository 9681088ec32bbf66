// Events for a journal to hold; apart from the contract, so that a process without a test runner can use them too.
import type { PendingEvent } from '../../src/journal/stored/journal.js';

/** A pending event that is told from others by a word. */
export const pending = (word: string, at = '2026-01-01T00:00:00.000Z'): PendingEvent => ({
  at,
  by: 'Zoë 최',
  way: 'API',
  event: { type: 'SourceHeld', source: `source:${word}` },
});
