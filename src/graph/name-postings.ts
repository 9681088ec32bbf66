// Many short lists of numbers in few bytes: 16 to 32 for each number, where an array apiece would take 60 and more.

const NONE = 0;

/** Lists by a key, which is a whole number below 2^32; what was added last comes first. */
export class Postings {
  /** For each bucket the first link of its chain, from 1. Their number is a power of two. */
  private heads = new Uint32Array(64);
  private next = new Uint32Array(64);
  private keys = new Uint32Array(64);
  private values = new Uint32Array(64);
  private links = 0;

  add(key: number, value: number): void {
    this.links += 1;
    if (this.links >= this.next.length) this.grow();
    this.keys[this.links] = key;
    this.values[this.links] = value;
    this.link(this.links);
  }

  /** Shows a list's numbers until `visit` says false. A call back, since iterators take five times as long. */
  each(key: number, visit: (value: number) => boolean): void {
    for (let link = this.heads[this.bucketOf(key)] ?? NONE; link !== NONE; link = this.next[link] ?? NONE) {
      if (this.keys[link] === key && !visit(this.values[link] ?? 0)) return;
    }
  }

  private link(link: number): void {
    const bucket = this.bucketOf(this.keys[link] ?? 0);
    this.next[link] = this.heads[bucket] ?? NONE;
    this.heads[bucket] = link;
  }

  private grow(): void {
    const room = this.next.length * 2;
    this.keys = grown(this.keys, room);
    this.values = grown(this.values, room);
    this.next = new Uint32Array(room);
    this.heads = new Uint32Array(room);
    for (let link = 1; link < this.links; link += 1) this.link(link);
  }

  private bucketOf(key: number): number {
    return (Math.imul(key, 0x9e3779b1) >>> 7) & (this.heads.length - 1);
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
