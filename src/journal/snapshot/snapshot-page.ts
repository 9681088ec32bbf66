// A page of a snapshot as bytes: a line with its range and hash, then shapes and texts as JSON, then the numbers.
import { crc32 } from 'node:zlib';
import { JournalError } from '../../domain/refusal.js';
import { EVENT_VERSION } from '../stored/event-codec.js';
import type { Packed } from './event-pack.js';
import { PackedEvents } from './packed-events.js';
import { isObject } from '../../domain/json.js';

/** What a page is a copy of. */
export interface PageHead {
  /** Places of its first and its last event. */
  readonly from: number;
  readonly to: number;
  /** Hashes of the event before the first, and of the last, in the journal's chain. */
  readonly before: string;
  readonly hash: string;
  /** Where the journal ended when it was written: later redactions are not in it. */
  readonly asOf: number;
}

export interface SnapshotPage {
  readonly head: PageHead;
  readonly events: PackedEvents;
}

/** Goes up whenever an older or a newer Hearsay could misread a page. */
export const PAGE_VERSION = 2;
const FORMAT = 'hearsay snapshot';
const MOST_HEAD_BYTES = 1000;
const LINE_FEED = 10;

interface Line extends PageHead {
  readonly format: string;
  readonly version: number;
  readonly events: number;
  /** Bytes of the JSON. */
  readonly json: number;
}

export function pageBytes(head: PageHead, { shapes, texts, cells }: Packed): Buffer {
  const json = Buffer.from(JSON.stringify({ shapes, texts }));
  const numbers = Buffer.alloc(cells.length * 4);
  cells.forEach((cell, at) => numbers.writeUInt32LE(cell, at * 4));
  const rest = Buffer.concat([json, numbers]);
  const { from, to, before, hash, asOf } = head;
  const own = { format: FORMAT, version: PAGE_VERSION, events: EVENT_VERSION, json: json.length };
  const line: Line = { ...own, from, to, before, hash, asOf };
  return Buffer.concat([
    Buffer.from(`${JSON.stringify({ ...line, checksum: checksumOf(line, rest) })}\n`),
    rest,
  ]);
}

/** Of all that is in a page. */
const checksumOf = (line: Line, rest: Buffer): number => crc32(rest, crc32(JSON.stringify(line)));

/** @throws JournalError that says in what way the bytes are no page of this Hearsay, or damaged. */
export function readPage(bytes: Buffer): SnapshotPage {
  try {
    return pageOf(bytes);
  } catch (error) {
    if (error instanceof JournalError) throw error;
    // Bytes that nobody wrote may fail anywhere.
    throw new JournalError(`it is damaged (${String(error)})`);
  }
}

function pageOf(bytes: Buffer): SnapshotPage {
  const head = readLine(bytes);
  const rest = bytes.subarray(bytes.indexOf(LINE_FEED) + 1);
  if (checksumOf(head.line, rest) !== head.checksum) throw new JournalError('it is damaged or cut off');
  const { from, to, json } = head.line;
  const { shapes, texts } = JSON.parse(rest.toString('utf8', 0, json)) as Pick<Packed, 'shapes' | 'texts'>;
  const events = new PackedEvents({ from, shapes, texts, cells: cellsOf(rest.subarray(json)) });
  if (events.length !== to - from + 1)
    throw new JournalError('it holds another number of events than it says');
  return { head: head.line, events };
}

function readLine(bytes: Buffer): { readonly line: Line; readonly checksum: unknown } {
  const end = bytes.subarray(0, MOST_HEAD_BYTES).indexOf(LINE_FEED);
  let found: unknown;
  try {
    found = JSON.parse(bytes.toString('utf8', 0, Math.max(0, end)));
  } catch {
    // Told below.
  }
  if (!isObject(found) || found['format'] !== FORMAT) throw new JournalError('it is damaged or no snapshot');
  const { checksum, ...line } = found;
  if (line['version'] !== PAGE_VERSION || line['events'] !== EVENT_VERSION)
    throw new JournalError('another version of Hearsay wrote it');
  return { line: line as unknown as Line, checksum };
}

/** Copied, since numbers of four bytes must stand at a place that four divides. */
function cellsOf(bytes: Buffer): Uint32Array {
  const copy = new Uint8Array(bytes);
  if (copy.length % 4 !== 0) throw new JournalError('it is damaged: a number is cut off');
  return littleEndian() ? new Uint32Array(copy.buffer) : turned(bytes);
}

const littleEndian = (): boolean => new Uint8Array(Uint32Array.of(1).buffer)[0] === 1;

const turned = (bytes: Buffer): Uint32Array =>
  Uint32Array.from({ length: bytes.length / 4 }, (_, at) => bytes.readUInt32LE(at * 4));
