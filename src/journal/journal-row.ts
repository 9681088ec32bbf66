// The stored form of a recorded event: a row with a checksum of what stands in it, chained to the row before by a hash.
// The hash covers redactable texts only by salted hashes of their own, so a text can go, with its salt, and the chain still holds.
import { hash as hashOnce, randomUUID } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { WAYS, type Event, type RecordedEvent, type Way } from '../domain/event.js';
import { canonicalJson, type Json } from '../domain/ids.js';
import { JournalError } from '../domain/refusal.js';
import { redactedHash, redactedText, type RedactedText } from '../domain/redaction.js';
import { bodyOf, checkWritable, decodeEvent, encodeEvent, versionOf } from './event-codec.js';
import { replaceTexts } from './redactable-texts.js';

export interface Row {
  readonly seq: number;
  readonly at: string;
  readonly by: string;
  readonly way: Way;
  readonly type: string;
  readonly version: number;
  /** The event as the codec writes it. */
  readonly body: string;
  /** JSON list: the salt of each redactable text of the event in turn, null where the text was redacted. */
  readonly salts: string;
  /** CRC-32 of all members before. */
  readonly checksum: number;
  /** SHA-256, hex, over the hash of the row before and this event. */
  readonly hash: string;
}

/** In the order of the columns. */
// prettier-ignore
export const columnsOf = ({ seq, at, by, way, type, version, body, salts, checksum, hash }: Row): readonly (string | number)[] =>
  [seq, at, by, way, type, version, body, salts, checksum, hash];

/** Where a journal ends: place and hash of its last row. */
export interface Head {
  readonly seq: number;
  readonly hash: string;
}

export const EMPTY_HEAD: Head = Object.freeze({ seq: 0, hash: '0'.repeat(64) });

type Salt = string | null;
type Content = Omit<Row, 'checksum' | 'hash'>;

/** @throws JournalError for an event that could not be read back. */
export function rowOf(recorded: RecordedEvent, previous: string): Row {
  const { seq, at, by, way, event } = recorded;
  checkWritable(event);
  const json = JSON.stringify(event);
  const body = bodyOf(event, json);
  const salts: Salt[] = [];
  const sealed = replaceTexts(event, text => {
    const salt = newSalt();
    salts.push(salt);
    return saltedHash(salt, text);
  });
  const saltsText = JSON.stringify(salts);
  const version = versionOf(event);
  const checksum = checksumOf({ seq, at, by, way, type: event.type, version, body, salts: saltsText });
  // An event without such texts is its own sealed form: where its members come sorted, one text serves as body and for the hash.
  const known = sealed === event ? json : undefined;
  const hash = chainedHash(recorded, canonicalJson(sealed as unknown as Json, known), previous);
  // No spread of what the checksum is over: this is done for every event.
  return { seq, at, by, way, type: event.type, version, body, salts: saltsText, checksum, hash };
}

/** @throws JournalError naming the place where a row is not as it was written, or does not follow the hash of the row before. */
export function eventOf(row: Row, previous: string): RecordedEvent {
  try {
    return readRow(row, previous);
  } catch (error) {
    throw error instanceof JournalError ? new JournalError(`Event ${row.seq}: ${error.message}`) : error;
  }
}

function readRow(row: Row, previous: string): RecordedEvent {
  const { seq, at, by, way, type, body, version } = row;
  const event = decodeEvent(body);
  if (event.type !== type) throw damaged(`its type column says ${type}, its body ${event.type}`);
  if (row.checksum !== checksumOf(row)) throw damaged('its checksum is another');
  if (!WAYS.includes(way) || version !== versionOf(event)) throw damaged('its columns do not fit its body');
  const recorded = { seq, at, by, way, event };
  if (row.hash !== hashOf(recorded, readSalts(row), previous)) {
    throw damaged('its hash does not follow from the event before');
  }
  return recorded;
}

/**
 * The row with some texts replaced by their hashes and their salts removed; its place in the chain stays. Null where there is none
 * of these texts in it that is not redacted yet.
 */
export function redactRow(row: Row, wanted: RedactedText): Row | null {
  const salts = readSalts(row);
  const kept = [...salts];
  let place = 0;
  const event = replaceTexts(decodeEvent(row.body), (text, what) => {
    const salt = salts[place++] ?? null;
    if (what !== wanted || salt === null) return text;
    kept[place - 1] = null;
    return redactedText(saltedHash(salt, text));
  });
  if (kept.join() === salts.join()) return null;
  const redacted = { ...row, body: encodeEvent(event), salts: JSON.stringify(kept) };
  return { ...redacted, checksum: checksumOf(redacted) };
}

/** Whether a row has lost texts. */
export const isRedacted = (row: Row): boolean => readSalts(row).includes(null);

/** Whether an event has such a text at all. */
export function hasText(event: Event, wanted: RedactedText): boolean {
  let found = false;
  replaceTexts(event, (text, what) => {
    found ||= what === wanted;
    return text;
  });
  return found;
}

function readSalts({ salts }: Row): readonly Salt[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(salts);
  } catch {
    // Told below.
  }
  if (isSalts(parsed)) return parsed;
  throw damaged('its salts cannot be read');
}

const isSalts = (value: unknown): value is readonly Salt[] =>
  Array.isArray(value) && value.every(salt => salt === null || typeof salt === 'string');

const checksumOf = ({ seq, at, by, way, type, version, body, salts }: Content): number =>
  crc32(JSON.stringify([seq, at, by, way, type, version, body, salts]));

function hashOf(recorded: RecordedEvent, salts: readonly Salt[], previous: string): string {
  let place = 0;
  const sealed = replaceTexts(recorded.event, text => {
    const salt = salts[place++];
    if (salt === undefined) throw damaged('a salt is missing');
    const hash = salt === null ? redactedHash(text) : saltedHash(salt, text);
    if (hash === null) throw damaged('a text without its salt is not redacted');
    return hash;
  });
  if (place !== salts.length) throw damaged('a salt is left over');
  return chainedHash(recorded, canonicalJson(sealed as unknown as Json), previous);
}

/**
 * Over the canonical JSON of a list: place, time, author, way and event.
 * @param sealed canonical JSON of the event with its redactable texts replaced by their salted hashes
 */
function chainedHash({ seq, at, by, way }: RecordedEvent, sealed: string, previous: string): string {
  const place = JSON.stringify([seq, at, by, way]).slice(1, -1);
  return sha256(`${previous}\n[${place},${sealed}]`);
}

/** 122 random bits, which Node draws for many at once: bytes asked of the system for each take four times as long. */
const newSalt = (): string => randomUUID().replaceAll('-', '');

const saltedHash = (salt: string, text: string): string => sha256(`${salt}\n${JSON.stringify(text)}`);

const sha256 = (text: string): string => hashOnce('sha256', text, 'hex');

const damaged = (flaw: string): JournalError =>
  new JournalError(`Damaged: ${flaw}. Restore the journal from a copy.`);
