// A node of our JSON-LD on its way in: its members by name, each checked, with its place where it is wrong.
import { InvalidInput } from '../../../domain/refusal.js';
import type { ItemPlace } from '../../import/importer.js';
import type { JsonPath } from '../../json/json-place.js';
import { idOf } from '../rdf-node.js';

type PlaceOf = (path: JsonPath) => Required<ItemPlace>;

export class NodeReader {
  readonly data: Readonly<Record<string, unknown>>;

  /** @throws InvalidInput unless it is an object. */
  constructor(
    private readonly file: string,
    data: unknown,
    private readonly placeOf: PlaceOf,
  ) {
    if (typeof data !== 'object' || data === null || Array.isArray(data)) {
      throw new InvalidInput(`${file}: a node, which is an object, is expected here.`, {
        ...placeOf([]),
      });
    }
    this.data = data as Readonly<Record<string, unknown>>;
  }

  get place(): Required<ItemPlace> {
    return this.placeOf([]);
  }

  /** The first of its types; empty where it has none. */
  get type(): string {
    const [first] = itemsOf(this.data['@type']);
    return typeof first === 'string' ? first : '';
  }

  get id(): string {
    return idOf(this.need('@id'));
  }

  /** The text of a member, be it a literal with a type or without; undefined where it is absent. */
  text(member: string): string | undefined {
    const value = this.data[member];
    return value === undefined ? undefined : this.textOf(value, member);
  }

  need(member: string): string {
    return this.text(member) ?? this.refuse(member, 'is missing');
  }

  word<W extends string>(member: string, words: readonly W[]): W | undefined {
    const found = this.text(member);
    if (found === undefined) return undefined;
    const word = words.find(one => one === found);
    return word ?? this.refuse(member, `is "${found.slice(0, 40)}": one of ${words.join(', ')} is expected`);
  }

  needWord<W extends string>(member: string, words: readonly W[]): W {
    return this.word(member, words) ?? this.refuse(member, 'is missing');
  }

  number(member: string): number | undefined {
    const value = this.data[member];
    if (value === undefined || Number.isSafeInteger(value)) return value as number | undefined;
    return this.refuse(member, 'is no whole number');
  }

  /** One text or several. */
  texts(member: string): readonly string[] {
    return itemsOf(this.data[member]).map(value => this.textOf(value, member));
  }

  /** Ids that it links to. */
  ids(member: string): readonly string[] {
    return this.texts(member).map(idOf);
  }

  node(member: string): NodeReader | undefined {
    return this.nodes(member)[0];
  }

  nodes(member: string): readonly NodeReader[] {
    const value = this.data[member];
    const path = (index: number): JsonPath => (Array.isArray(value) ? [member, index] : [member]);
    return itemsOf(value).map(
      (item, index) => new NodeReader(this.file, item, within => this.placeOf([...path(index), ...within])),
    );
  }

  /** Its members but for those that are known. */
  besides(known: ReadonlySet<string>): readonly string[] {
    return Object.keys(this.data).filter(member => !known.has(member));
  }

  refuse(member: string, what: string): never {
    throw new InvalidInput(`\`${member}\` ${what}.`, { ...this.placeOf([member]) });
  }

  private textOf(value: unknown, member: string): string {
    const text = typeof value === 'object' && value !== null ? literalOf(value) : value;
    return typeof text === 'string' ? text : this.refuse(member, 'is no text');
  }
}

const itemsOf = (value: unknown): readonly unknown[] =>
  value === undefined ? [] : Array.isArray(value) ? (value as readonly unknown[]) : [value];

const literalOf = (value: object): unknown =>
  '@value' in value ? value['@value'] : '@id' in value ? value['@id'] : undefined;
