// Writes events as JSON with a version number, and reads them back. An event that could not be read back is refused before it is written.
import type { Event, EventType } from '../../domain/event.js';
import type { RedactedText } from '../../domain/redaction.js';
import { JournalError } from '../../domain/refusal.js';
import { eventShape } from './event-checks.js';
import { isObject } from '../../domain/json.js';

/** The newest one that is read. Goes up whenever an older Hearsay could misread an event. */
export const EVENT_VERSION = 3;

/** Of an event that lost a text which the chain knew as it was: an older Hearsay would take that for damage. */
export const LOST_VERSION = 3;

/** Those that came after version 1; all others are written as they always were, so that an older Hearsay can read them. */
const SINCE: { readonly [type in EventType]?: number } = { TextKept: 2, EntityDescribed: 2 };

/** The version that an event is written with. */
export const versionOf = (event: Event): number =>
  event.type === 'Redacted'
    ? (TAKEN_OUT_SINCE[event.what] ?? 1)
    : (SINCE[event.type] ?? (isProvisional(event) ? 2 : 1));

/** What an older Hearsay does not know can be redacted. */
const TAKEN_OUT_SINCE: { readonly [what in RedactedText]?: number } = {
  TEXT: 2,
  VALUE: 3,
  QUALIFIER: 3,
  ADDRESS: 3,
  KEY: 3,
};

const isProvisional = (event: Event): boolean =>
  event.type === 'EntityAdded' && event.entity.provisional === true;

/** @throws JournalError for an event that could not be read back. */
export function checkWritable(event: Event): void {
  const flaw = eventShape(event);
  if (flaw !== null) {
    throw new JournalError(`event${flaw}, so it could not be read back: it is not written.`);
  }
}

/**
 * The event as JSON text: `{"version":1,"event":{"type":"ClaimMade",…}}`.
 * @throws JournalError for an event that could not be read back.
 */
export function encodeEvent(event: Event, version?: number): string {
  checkWritable(event);
  return bodyOf(version ?? versionOf(event), JSON.stringify(event));
}

/** The same for an event that was checked, by its JSON. */
export const bodyOf = (version: number, json: string): string => `{"version":${version},"event":${json}}`;

/**
 * The event that a stored text holds.
 * @throws JournalError for a damaged text, or one that a newer Hearsay wrote.
 */
export function decodeEvent(stored: string): Event {
  const { version, event, ...rest } = parseObject(stored);
  if (!Number.isSafeInteger(version) || (version as number) < 1)
    throw damaged('version is not a number from 1');
  if ((version as number) > EVENT_VERSION) {
    const versions = `version ${version as number}, this one reads up to ${EVENT_VERSION}`;
    throw new JournalError(`Written by a newer Hearsay (${versions}): update to read it.`);
  }
  const flaw = Object.keys(rest).length > 0 ? ` stands beside ${Object.keys(rest)[0]}` : eventShape(event);
  if (flaw !== null) throw damaged(`event${flaw}`);
  return event as Event;
}

function parseObject(stored: string): Record<string, unknown> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(stored);
  } catch {
    throw damaged('it is not JSON');
  }
  if (!isObject(parsed)) throw damaged('it is not an object');
  return parsed;
}

const damaged = (flaw: string): JournalError =>
  new JournalError(`Damaged: ${flaw}. Restore the journal from a copy.`);
