// Many short lists of numbers in one typed array: 16 to 32 bytes a list, where an array each would take 60 and more.

const NONE = 0;

/** Where to go on in a list. */
export interface Mark {
  readonly part: number;
  readonly link: number;
}

/** Shown each number; false ends it there. A call back, since iterators take five times as long. */
type Visit = (value: number) => boolean;

/**
 * Lists by a key, which is a whole number below 2^32; what was added last comes first. Once a part is full, one twice as large follows:
 * to file all anew in a larger one took a tenth of a second for a million numbers.
 */
export class Postings {
  private readonly parts: Part[] = [];

  add(key: number, value: number): void {
    let last = this.parts.at(-1);
    if (!last || last.isFull) this.parts.push((last = new Part(last ? last.room * 2 : 64)));
    last.add(key, value);
  }

  /**
   * Shows a list's numbers, going over so many links at most, those of other lists among them.
   * @returns where to go on; null at the end of the list.
   */
  each(key: number, visit: Visit, from: Mark | null = null, most = Infinity): Mark | null {
    let left = most;
    for (let at = from?.part ?? this.parts.length - 1; at >= 0; at -= 1) {
      const part = this.parts[at];
      if (!part) break;
      let link = from && at === from.part ? from.link : part.first(key);
      for (; link !== NONE; left -= 1) {
        if (left <= 0) return { part: at, link };
        const here = link;
        link = part.after(here);
        if (part.keyAt(here) === key && !visit(part.valueAt(here))) return { part: at, link };
      }
    }
    return null;
  }
}

/** Chains of one size, a chain for each bucket. */
class Part {
  private readonly heads: Uint32Array;
  private readonly next: Uint32Array;
  private readonly keys: Uint32Array;
  private readonly values: Uint32Array;
  /** From 1. */
  private links = 0;

  /** @param room a power of two. */
  constructor(readonly room: number) {
    this.heads = new Uint32Array(room);
    this.next = new Uint32Array(room + 1);
    this.keys = new Uint32Array(room + 1);
    this.values = new Uint32Array(room + 1);
  }

  get isFull(): boolean {
    return this.links >= this.room;
  }

  add(key: number, value: number): void {
    const link = (this.links += 1);
    const bucket = this.bucketOf(key);
    this.keys[link] = key;
    this.values[link] = value;
    this.next[link] = this.heads[bucket] ?? NONE;
    this.heads[bucket] = link;
  }

  first(key: number): number {
    return this.heads[this.bucketOf(key)] ?? NONE;
  }

  after(link: number): number {
    return this.next[link] ?? NONE;
  }

  keyAt(link: number): number {
    return this.keys[link] ?? 0;
  }

  valueAt(link: number): number {
    return this.values[link] ?? 0;
  }

  private bucketOf(key: number): number {
    return (Math.imul(key, 0x9e3779b1) >>> 7) & (this.room - 1);
  }
}

/** Lists by small whole numbers, with the length of each; what was added last comes first. */
export class Lists {
  private heads = new Uint32Array(64);
  private lengths = new Uint32Array(64);
  private next = new Uint32Array(64);
  private values = new Uint32Array(64);
  private links = 0;

  add(key: number, value: number): void {
    this.links += 1;
    if (key >= this.heads.length) {
      this.heads = grown(this.heads, 2 * key);
      this.lengths = grown(this.lengths, 2 * key);
    }
    if (this.links >= this.next.length) {
      this.next = grown(this.next, 2 * this.links);
      this.values = grown(this.values, 2 * this.links);
    }
    this.values[this.links] = value;
    this.next[this.links] = this.heads[key] ?? NONE;
    this.heads[key] = this.links;
    this.lengths[key] = (this.lengths[key] ?? 0) + 1;
  }

  lengthOf(key: number): number {
    return this.lengths[key] ?? 0;
  }

  /** Shows so many numbers of a list at most. @param from a link. @returns the link to go on from; 0 at the end. */
  each(key: number, visit: Visit, from = 0, most = Infinity): number {
    let link = from === NONE ? (this.heads[key] ?? NONE) : from;
    for (let left = most; link !== NONE && left > 0; left -= 1) {
      const value = this.values[link] ?? 0;
      link = this.next[link] ?? NONE;
      if (!visit(value)) break;
    }
    return link;
  }
}

/** The same numbers with room for more. */
export function grown(array: Uint32Array<ArrayBuffer>, room: number): Uint32Array<ArrayBuffer> {
  const longer = new Uint32Array(room);
  longer.set(array);
  return longer;
}

/** A key for a text; two in four thousand million share one. FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/ */
export function keyOfText(text: string): number {
  let hash = 0x811c9dc5;
  for (let place = 0; place < text.length; place += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(place), 0x01000193);
  }
  return hash >>> 0;
}
