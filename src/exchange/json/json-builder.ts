// Builds plain data while JSON is being read, and notes where records begin; refuses what would be dangerous or lost.

/** What is wrong, and where, counted from 0. */
export type RefuseAt = (message: string, line: number, character: number) => never;

/** Counted from 0; the offset is in UTF-16 units. */
export interface Spot {
  readonly offset: number;
  readonly line: number;
  readonly character: number;
}

const MAX_DEPTH = 100;
const MAX_VALUES = 10_000_000;
const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);
/** Records of all formats lie no deeper; the place of what lies deeper is looked for when it is asked for. */
const NOTED_DEPTH = 2;

type Container = Record<string, unknown> | unknown[];

export class JsonBuilder {
  data: unknown = undefined;
  /** Where objects and arrays of the upper levels begin. */
  readonly places = new Map<object, Spot>();
  private readonly open: Container[] = [];
  private readonly keys: string[] = [];
  private values = 0;

  constructor(private readonly refuse: RefuseAt) {}

  begin(container: Container, spot: Spot): void {
    this.put(container, spot.line, spot.character);
    if (this.open.length <= NOTED_DEPTH) this.places.set(container, spot);
    this.open.push(container);
    this.keys.push('');
    if (this.open.length > MAX_DEPTH) {
      this.refuse(`more than ${MAX_DEPTH} levels of nesting: flatten it.`, spot.line, spot.character);
    }
  }

  end(): void {
    this.open.pop();
    this.keys.pop();
  }

  key(key: string, line: number, character: number): void {
    if (FORBIDDEN_KEYS.has(key)) this.refuse(`the key "${key}" is not allowed: rename it.`, line, character);
    const object = this.open.at(-1);
    if (object !== undefined && Object.hasOwn(object, key)) {
      this.refuse(`the key "${key.slice(0, 80)}" comes twice: keep one.`, line, character);
    }
    this.keys[this.keys.length - 1] = key;
  }

  literal(value: unknown, line: number, character: number): void {
    if (typeof value === 'number' && !Number.isFinite(value)) {
      this.refuse('a number beyond all bounds: write it as text.', line, character);
    }
    this.put(value, line, character);
  }

  private put(value: unknown, line: number, character: number): void {
    this.values += 1;
    if (this.values > MAX_VALUES) {
      this.refuse(`more than ${MAX_VALUES / 1e6} million values: split the file.`, line, character);
    }
    const container = this.open.at(-1);
    if (container === undefined) this.data = value;
    else if (Array.isArray(container)) container.push(value);
    else container[this.keys.at(-1) ?? ''] = value;
  }
}
