// Packs many events for quick loading: each text and each event shape is stored once, the rest are numbers. It knows no kind of event.
import type { RecordedEvent } from '../../domain/event.js';
import { isObject } from '../../domain/json.js';

/**
 * Something whose parts may differ from one event to the next: a text, a number, or a value with such parts. A `hash` is the id of
 * an attestation, a `time` what `toISOString` writes: there are so many of both, and so few that recur, that they are no texts.
 */
export type EventShape =
  | 'text'
  | 'number'
  | 'hash'
  | 'time'
  | { readonly same: unknown }
  | { readonly list: readonly EventShape[] }
  | { readonly members: Readonly<Record<string, EventShape>> };

export interface Packed {
  /** Place of the first event. */
  readonly from: number;
  readonly shapes: readonly EventShape[];
  readonly texts: readonly string[];
  /** For each event the place of its shape, then for each of its parts the place of a text, or the number. */
  readonly cells: Uint32Array;
}

/** Members with few different values: a value of these belongs to the shape. Any choice is right; this one makes few shapes. */
const OF_FEW_VALUES: ReadonlySet<string> = new Set([
  ...['way', 'type', 'kind', 'predicate', 'polarity', 'certainty', 'lineage', 'credibility'],
  ...['reliability', 'judgement', 'what', 'language', 'script', 'name'],
]);
const MOST_CELL = 2 ** 32 - 1;
/** What stands before the digits of a hash. */
export const HASHED = 'attestation:';
const HASHED_ID = /^attestation:[0-9a-f]{24}$/;

/** Takes events in their order, from any place on. */
export class EventPacker {
  private readonly shapes = new Map<string, number>();
  private readonly texts = new Map<string, number>();
  private readonly cells: number[] = [];
  /** The times of all others are read as texts at every start. */
  private isAttachment = false;

  constructor(private readonly from: number) {}

  add({ seq: _, ...recorded }: RecordedEvent): void {
    const parts: number[] = [];
    this.isAttachment = recorded.event.type === 'SourceAttached';
    const shape = this.shapeOf(recorded, '', parts);
    this.cells.push(placeIn(this.shapes, JSON.stringify(shape)), ...parts);
  }

  packed(): Packed {
    const shapes = [...this.shapes.keys()].map(shape => JSON.parse(shape) as EventShape);
    return { from: this.from, shapes, texts: [...this.texts.keys()], cells: Uint32Array.from(this.cells) };
  }

  private shapeOf(value: unknown, member: string, parts: number[]): EventShape {
    if (typeof value === 'string' && !OF_FEW_VALUES.has(member))
      return this.shapeOfText(value, member, parts);
    if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MOST_CELL) {
      parts.push(value);
      return 'number';
    }
    if (Array.isArray(value)) return ofParts({ list: value.map(item => this.shapeOf(item, '', parts)) });
    if (!isObject(value)) return { same: value };
    // As in JSON, in which the journal keeps it.
    const members = Object.entries(value).filter(([, part]) => part !== undefined);
    return ofParts({
      members: Object.fromEntries(members.map(([key, part]) => [key, this.shapeOf(part, key, parts)])),
    });
  }

  private shapeOfText(text: string, member: string, parts: number[]): EventShape {
    if (member === 'id' && HASHED_ID.test(text)) {
      const digits = text.slice(HASHED.length);
      parts.push(wordOf(digits.slice(0, 8)), wordOf(digits.slice(8, 16)), wordOf(digits.slice(16)));
      return 'hash';
    }
    if (this.isAttachment && member === 'at' && isTime(text)) {
      const time = Date.parse(text);
      parts.push(Math.floor(time / 2 ** 32), time >>> 0);
      return 'time';
    }
    parts.push(placeIn(this.texts, text));
    return 'text';
  }
}

/** Whether it comes out of its number as it went in. */
function isTime(text: string): boolean {
  const time = Date.parse(text);
  return time >= 0 && new Date(time).toISOString() === text;
}

/** The number of a text of eight hexadecimal digits. */
const wordOf = (digits: string): number => Number.parseInt(digits, 16);

function placeIn(places: Map<string, number>, text: string): number {
  const known = places.get(text);
  if (known !== undefined) return known;
  places.set(text, places.size);
  return places.size - 1;
}

type Whole = Extract<EventShape, { list: unknown } | { members: unknown }>;

/** A value without parts that differ is made once and shared by all events of its shape: empty lists above all. */
function ofParts(whole: Whole): EventShape {
  const parts = 'list' in whole ? whole.list : Object.values(whole.members);
  if (!parts.every(part => typeof part === 'object' && 'same' in part)) return whole;
  return { same: sameOf(whole) };
}

const sameOf = (whole: Whole): unknown => {
  const same = (part: EventShape): unknown => (part as { same: unknown }).same;
  if ('list' in whole) return whole.list.map(same);
  return Object.fromEntries(Object.entries(whole.members).map(([key, part]) => [key, same(part)]));
};
