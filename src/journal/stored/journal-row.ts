// The stored form of an event: a row with a checksum of its content and a hash that chains it to the row before.
import { hash as hashOnce, randomUUID } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { WAYS, type RecordedEvent, type Way } from '../../domain/event.js';
import { canonicalJson, type Json } from '../../domain/ids.js';
import { JournalError } from '../../domain/refusal.js';
import { isRedactedText, redactedHash, redactedText, type RedactedText } from '../../domain/redaction.js';
import { bodyOf, checkWritable, decodeEvent, encodeEvent, LOST_VERSION, versionOf } from './event-codec.js';
import { hasLostPlain, replacePlain, replaceSalted } from './redactable-texts.js';

export interface JournalRow {
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
export const columnsOf = ({ seq, at, by, way, type, version, body, salts, checksum, hash }: JournalRow): readonly (string | number)[] =>
  [seq, at, by, way, type, version, body, salts, checksum, hash];

/** Where a journal ends: place and hash of its last row. */
export interface Head {
  readonly seq: number;
  readonly hash: string;
}

export const EMPTY_HEAD: Head = Object.freeze({ seq: 0, hash: '0'.repeat(64) });

type Salt = string | null;
type Content = Omit<JournalRow, 'checksum' | 'hash'>;

/** @throws JournalError for an event that could not be read back. */
export function rowOf(recorded: RecordedEvent, previous: string): JournalRow {
  const { seq, at, by, way, event } = recorded;
  checkWritable(event);
  const json = JSON.stringify(event);
  const salts: Salt[] = [];
  const sealed = replaceSalted(event, text => {
    const salt = newSalt();
    salts.push(salt);
    return saltedHash(salt, text);
  });
  const saltsText = JSON.stringify(salts);
  const version = versionOf(event);
  const body = bodyOf(version, json);
  const checksum = checksumOf({ seq, at, by, way, type: event.type, version, body, salts: saltsText });
  // An event without such texts is its own sealed form: where its members come sorted, one text serves as body and for the hash.
  const known = sealed === event ? json : undefined;
  const hash = chainedHash(recorded, canonicalJson(sealed as unknown as Json, known), previous);
  // No spread of what the checksum is over: this is done for every event.
  return { seq, at, by, way, type: event.type, version, body, salts: saltsText, checksum, hash };
}

/** What a row says. */
export interface RowRead {
  readonly recorded: RecordedEvent;
  /** The hash of what is left of it, where that is another than the row's: a later row must vouch for it. */
  readonly seal: string | null;
}

/** @throws JournalError naming the place where a row is not as it was written, or does not follow the hash of the row before. */
export function readRow(row: JournalRow, previous: string): RowRead {
  try {
    return checkedRow(row, previous);
  } catch (error) {
    throw error instanceof JournalError ? new JournalError(`Event ${row.seq}: ${error.message}`) : error;
  }
}

function checkedRow(row: JournalRow, previous: string): RowRead {
  const { seq, at, by, way, type, body, version } = row;
  const event = decodeEvent(body);
  if (event.type !== type) throw damaged(`its type column says ${type}, its body ${event.type}`);
  if (row.checksum !== checksumOf(row)) throw damaged('its checksum is another');
  const hasLost = version === LOST_VERSION && hasLostPlain(event);
  if (!WAYS.includes(way) || (version !== versionOf(event) && !hasLost)) {
    throw damaged('its columns do not fit its body');
  }
  const recorded = { seq, at, by, way, event };
  const hash = hashOf(recorded, readSalts(row), previous);
  if (hash === row.hash) return { recorded, seal: null };
  if (hasLost) return { recorded, seal: hash };
  throw damaged('its hash does not follow from the event before');
}

/** A row that lost texts. */
export interface RedactedRow {
  readonly row: JournalRow;
  /** To be stored in the event that records the redaction; null if the chain knew the text by its salted hash only. */
  readonly seal: string | null;
}

/**
 * The row with some texts replaced by hashes and their salts removed; its place in the chain stays. Null where there is none of these
 * texts in it that is not redacted yet.
 */
export function redactRow(row: JournalRow, wanted: RedactedText, previous: string): RedactedRow | null {
  const salts = readSalts(row);
  const kept = [...salts];
  let place = 0;
  let [hasLostSalted, hasLostKnown] = [false, false];
  const salted = replaceSalted(decodeEvent(row.body), (text, what) => {
    const salt = salts[place++] ?? null;
    if (what !== wanted || salt === null) return text;
    kept[place - 1] = null;
    hasLostSalted = true;
    return redactedText(saltedHash(salt, text));
  });
  const event = replacePlain(salted, (text, what) => {
    if (what !== wanted || isRedactedText(text)) return text;
    hasLostKnown = true;
    // Nobody keeps the salt.
    return redactedText(saltedHash(newSalt(), text));
  });
  if (!hasLostSalted && !hasLostKnown) return null;
  const { seq, at, by, way } = row;
  const version = hasLostKnown ? LOST_VERSION : row.version;
  const body = encodeEvent(event, version);
  const redacted = { ...row, version, body, salts: JSON.stringify(kept) };
  const seal = hasLostKnown ? hashOf({ seq, at, by, way, event }, kept, previous) : null;
  return { row: { ...redacted, checksum: checksumOf(redacted) }, seal };
}

/** Whether a row has lost texts. */
export const isRedacted = (row: JournalRow): boolean => readSalts(row).includes(null);

function readSalts({ salts }: JournalRow): readonly Salt[] {
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
  const sealed = replaceSalted(recorded.event, text => {
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

/** 122 random bits. Node makes them for many ids at once, which is several times faster than asking the system for each. */
const newSalt = (): string => randomUUID().replaceAll('-', '');

const saltedHash = (salt: string, text: string): string => sha256(`${salt}\n${JSON.stringify(text)}`);

const sha256 = (text: string): string => hashOnce('sha256', text, 'hex');

const damaged = (flaw: string): JournalError =>
  new JournalError(`Damaged: ${flaw}. Restore the journal from a copy.`);
