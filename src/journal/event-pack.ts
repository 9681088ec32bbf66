// Many events in a form that is quick to load: each text once, each shape of event once, and the rest as numbers. It knows no kind of
// event: what goes in comes out, whatever its members are.
import type { RecordedEvent } from '../domain/event.js';
import { isObject } from './shape.js';

/** Something whose parts may differ from one event to the next: a text, a number, or a value with such parts. */
export type Shape =
  | 'text'
  | 'number'
  | { readonly same: unknown }
  | { readonly list: readonly Shape[] }
  | { readonly members: Readonly<Record<string, Shape>> };

export interface Packed {
  /** Place of the first event. */
  readonly from: number;
  readonly shapes: readonly Shape[];
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

/** Takes events in their order, from any place on. */
export class EventPacker {
  private readonly shapes = new Map<string, number>();
  private readonly texts = new Map<string, number>();
  private readonly cells: number[] = [];

  constructor(private readonly from: number) {}

  add({ seq: _, ...recorded }: RecordedEvent): void {
    const parts: number[] = [];
    const shape = this.shapeOf(recorded, '', parts);
    this.cells.push(placeIn(this.shapes, JSON.stringify(shape)), ...parts);
  }

  packed(): Packed {
    const shapes = [...this.shapes.keys()].map(shape => JSON.parse(shape) as Shape);
    return { from: this.from, shapes, texts: [...this.texts.keys()], cells: Uint32Array.from(this.cells) };
  }

  private shapeOf(value: unknown, member: string, parts: number[]): Shape {
    if (typeof value === 'string' && !OF_FEW_VALUES.has(member)) {
      parts.push(placeIn(this.texts, value));
      return 'text';
    }
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
}

function placeIn(places: Map<string, number>, text: string): number {
  const known = places.get(text);
  if (known !== undefined) return known;
  places.set(text, places.size);
  return places.size - 1;
}

type Whole = Extract<Shape, { list: unknown } | { members: unknown }>;

/** A value without parts that differ is made once and shared by all events of its shape: empty lists above all. */
function ofParts(whole: Whole): Shape {
  const parts = 'list' in whole ? whole.list : Object.values(whole.members);
  if (!parts.every(part => typeof part === 'object' && 'same' in part)) return whole;
  return { same: sameOf(whole) };
}

const sameOf = (whole: Whole): unknown => {
  const same = (part: Shape): unknown => (part as { same: unknown }).same;
  if ('list' in whole) return whole.list.map(same);
  return Object.fromEntries(Object.entries(whole.members).map(([key, part]) => [key, same(part)]));
};

/** @throws Error where the numbers do not fit the rest. */
export function unpackEvents(packed: Packed): RecordedEvent[] {
  const { from, cells } = packed;
  const reader: Reader = { cells, texts: packed.texts, at: 0 };
  const makers = packed.shapes.map(makerOf);
  const events: RecordedEvent[] = [];
  while (reader.at < cells.length) {
    const maker = makers[cells[reader.at++] ?? -1];
    if (!maker) throw new Error('an event has no shape');
    const recorded = maker(reader) as RecordedEvent;
    (recorded as { seq: number }).seq = from + events.length;
    events.push(recorded);
  }
  if (reader.at > cells.length) throw new Error('the last event is cut off');
  return events;
}

interface Reader {
  readonly cells: Uint32Array;
  readonly texts: readonly string[];
  at: number;
}

type Maker = (reader: Reader) => unknown;

function makerOf(shape: Shape): Maker {
  if (shape === 'text') return textAt;
  if (shape === 'number') return reader => reader.cells[reader.at++];
  if ('same' in shape) return () => shape.same;
  if ('list' in shape) {
    const makers = shape.list.map(makerOf);
    return reader => makers.map(make => make(reader));
  }
  return objectMaker(shape.members);
}

function textAt(reader: Reader): string {
  const text = reader.texts[reader.cells[reader.at++] ?? -1];
  if (text === undefined) throw new Error('a text is missing');
  return text;
}

/** Copies a model that has all members already, then sets those that differ: twice as fast as building it member by member. */
function objectMaker(members: Readonly<Record<string, Shape>>): Maker {
  const entries = Object.entries(members);
  const model = Object.fromEntries(
    entries.map(([key, part]) => [key, typeof part === 'object' && 'same' in part ? part.same : undefined]),
  );
  const differing = entries.filter(([, part]) => typeof part === 'string' || !('same' in part));
  const keys = differing.map(([key]) => key);
  const makers = differing.map(([, part]) => makerOf(part));
  return reader => {
    const copy = { ...model };
    for (let at = 0; at < keys.length; at += 1) copy[keys[at] ?? ''] = makers[at]?.(reader);
    return copy;
  };
}
