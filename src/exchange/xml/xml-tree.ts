// Puts together the elements of one XML file, record by record: a record is let go as soon as it is complete.
import { SaxesParser } from 'saxes';
import { InvalidInput } from '../../domain/refusal.js';
import type { ItemPlace } from '../import/importer.js';
import type { XmlElement, XmlRecord } from './xml-element.js';

export interface XmlShape {
  readonly root: string;
  /** The format, as people call it. */
  readonly format: string;
  /** Elements whose parts are records, each by itself. */
  readonly containers: ReadonlySet<string>;
  /** Elements that are records wherever they stand. */
  readonly records: ReadonlySet<string>;
}

/** Most characters of a record, or between two. */
export const MAX_XML_RECORD = 8_000_000;
const DEEPEST = 100;
const MOST_ATTRIBUTES = 100;
const SIZE_OF_NONE = 50;

interface Open extends XmlElement {
  readonly attributes: Map<string, string>;
  readonly children: XmlElement[];
  text: string;
  /** About how many characters it holds, with all that is in it. */
  size: number;
}

export class XmlTree {
  private readonly parser = new SaxesParser();
  private readonly open: Open[] = [];
  private complete: XmlRecord[] = [];
  private place: ItemPlace;
  private prefix = '';
  private attributes = 0;
  /** Characters read when the last record, or a container's tag, ended. */
  private mark = 0;

  constructor(
    private readonly file: string,
    private readonly shape: XmlShape,
  ) {
    this.place = { file };
    const { parser } = this;
    parser.on('error', error => this.refuse(`this is no XML: ${wordsOf(error)}`));
    parser.on('xmldecl', ({ encoding }) => this.checkEncoding(encoding));
    parser.on('doctype', text => this.refuse(NO_DOCTYPE, this.startOfDoctype(text)));
    parser.on('opentagstart', ({ name }) => this.begin(name));
    parser.on('attribute', () => this.countAttribute());
    parser.on('opentag', ({ name, attributes }) => this.enter(name, attributes));
    parser.on('closetag', () => this.leave());
    parser.on('text', text => this.addText(text));
    parser.on('cdata', text => this.addText(text));
  }

  /** Takes the next piece of the file. @throws InvalidInput with its place where it is no such XML. */
  write(piece: string): readonly XmlRecord[] {
    this.parser.write(piece);
    if (this.parser.position - this.mark > MAX_XML_RECORD) this.refuse(TOO_LARGE);
    return this.taken();
  }

  /** @throws InvalidInput where the file breaks off. */
  end(): readonly XmlRecord[] {
    this.parser.close();
    return this.taken();
  }

  private taken(): readonly XmlRecord[] {
    const taken = this.complete;
    this.complete = [];
    return taken;
  }

  private checkEncoding(encoding = 'UTF-8'): void {
    if (/^(utf-?8|us-ascii)$/i.test(encoding)) return;
    this.refuse(`it says that it is written in ${encoding.slice(0, 40)}: save it as UTF-8`);
  }

  private startOfDoctype(text: string): ItemPlace {
    const { line, columnIndex } = this.parser;
    const lines = text.split('\n').length - 1;
    const column = columnIndex - text.length - '<!DOCTYPE>'.length + 1;
    return { file: this.file, line: line - lines, ...(lines === 0 && column > 0 ? { column } : {}) };
  }

  private begin(name: string): void {
    const { line, columnIndex } = this.parser;
    const column = columnIndex - name.length - 1;
    // Where the tag goes on in the next line, the parser is there already.
    this.place = { file: this.file, ...(column > 0 ? { line, column } : { line: Math.max(1, line - 1) }) };
    this.attributes = 0;
    if (this.open.length >= DEEPEST) this.refuse(`elements are within each other more than ${DEEPEST} deep`);
  }

  private countAttribute(): void {
    this.attributes += 1;
    if (this.attributes > MOST_ATTRIBUTES)
      this.refuse(`an element has more than ${MOST_ATTRIBUTES} attributes`);
  }

  private enter(qualified: string, attributes: Readonly<Record<string, string>>): void {
    if (this.open.length === 0) this.checkRoot(qualified);
    const name = qualified.startsWith(this.prefix) ? qualified.slice(this.prefix.length) : qualified;
    const { place } = this;
    const own = new Map(Object.entries(attributes));
    const size = [...own].reduce((sum, [key, value]) => sum + key.length + value.length, SIZE_OF_NONE);
    this.open.push({ name, attributes: own, children: [], text: '', place, size });
    if (this.shape.containers.has(name)) this.mark = this.parser.position;
  }

  private checkRoot(name: string): void {
    const { root, format } = this.shape;
    this.prefix = /^.*:/.exec(name)?.[0] ?? '';
    if (name.slice(this.prefix.length) === root) return;
    this.refuse(`this is no ${format}: it begins with <${name.slice(0, 60)}>, and <${root}> is expected`);
  }

  private leave(): void {
    const element = this.open.pop();
    const parent = this.open.at(-1);
    if (!element) return;
    const { containers, records } = this.shape;
    if (containers.has(element.name)) this.mark = this.parser.position;
    else if (!parent || containers.has(parent.name) || records.has(element.name)) {
      this.complete.push({ element, around: [...this.open] });
      this.mark = this.parser.position;
    } else {
      parent.children.push(element);
      this.grow(parent, element.size);
    }
  }

  private grow(element: Open, by: number): void {
    element.size += by;
    if (element.size > MAX_XML_RECORD) this.refuse(TOO_LARGE);
  }

  private addText(text: string): void {
    const element = this.open.at(-1);
    if (!element || this.shape.containers.has(element.name)) return;
    element.text += text;
    this.grow(element, text.length);
  }

  private refuse(what: string, place: ItemPlace = this.here()): never {
    const column = place.column === undefined ? '' : `, column ${place.column}`;
    throw new InvalidInput(`${this.file}, line ${place.line ?? 1}${column}: ${what}.`, place);
  }

  private here(): ItemPlace {
    const { line, columnIndex } = this.parser;
    return { file: this.file, line, column: Math.max(1, columnIndex) };
  }
}

const TOO_LARGE = `a record has more than ${MAX_XML_RECORD / 1e6} million characters: split it`;
const NO_DOCTYPE = 'a DOCTYPE, which could make a small file a huge one, or fetch others: take it out';

/** The parser puts its place before its words, and a full stop behind them. */
const wordsOf = ({ message }: Error): string =>
  message
    .replace(/^\d+:\d+: /, '')
    .replace(/\.$/, '')
    .slice(0, 200);
