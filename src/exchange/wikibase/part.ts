// A part of an entity's JSON with the path to it, so that what does not fit is refused in its place. Keys are only ever looked up.
import { InvalidInput } from '../../domain/refusal.js';
import type { JsonPath } from '../json/json-place.js';

/** A part that is not as Wikibase writes it. */
export class PartMisfit extends InvalidInput {
  constructor(
    message: string,
    readonly path: JsonPath,
  ) {
    super(message);
  }
}

export class WikibasePart {
  constructor(
    readonly value: unknown,
    readonly path: JsonPath = [],
  ) {}

  get missing(): boolean {
    return this.value === undefined || this.value === null;
  }

  /** A member; missing where there is none. */
  at(key: string | number): WikibasePart {
    const { value } = this;
    const has = value !== null && typeof value === 'object' && Object.hasOwn(value, key);
    return new WikibasePart(has ? (value as Record<string | number, unknown>)[key] : undefined, [
      ...this.path,
      key,
    ]);
  }

  /** Members of an object. PHP writes an empty one as an empty array. */
  members(): (readonly [string, WikibasePart])[] {
    const { value } = this;
    if (this.missing || (Array.isArray(value) && value.length === 0)) return [];
    if (typeof value !== 'object' || Array.isArray(value)) this.refuse('an object');
    return Object.keys(value as object).map(key => [key, this.at(key)] as const);
  }

  items(): WikibasePart[] {
    if (this.missing) return [];
    if (!Array.isArray(this.value)) this.refuse('a list');
    return (this.value as unknown[]).map((_, index) => this.at(index));
  }

  text(): string {
    return typeof this.value === 'string' ? this.value : this.refuse('a text');
  }

  optionalText(): string | undefined {
    return this.missing ? undefined : this.text();
  }

  /** A whole number. */
  number(): number {
    return Number.isSafeInteger(this.value) ? (this.value as number) : this.refuse('a whole number');
  }

  /** One of a few texts. */
  oneOf<T extends string>(texts: readonly T[]): T {
    const found = texts.find(text => text === this.value);
    return found ?? this.refuse(`one of ${texts.join(', ')}`);
  }

  refuse(expected: string): never {
    const name = this.path.slice(-2).join('.') || 'the entity';
    const found = this.missing ? 'missing' : JSON.stringify(this.value).slice(0, 60);
    throw new PartMisfit(`\`${name}\` is ${found}: ${expected} is expected.`, this.path);
  }
}
