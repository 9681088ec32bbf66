// Reads YAML that people write by hand: plain data with the place of every part, and nothing that surprises.
import { Composer, isAlias, isMap, isNode, isScalar, isSeq, Lexer, LineCounter, Parser } from 'yaml';
import type { CST, YAMLMap } from 'yaml';
import { InvalidInput } from '../domain/refusal.js';
import { readText } from '../domain/text.js';
import type { FileLocation, Problem, TextFile } from './problem.js';

export type YamlPath = readonly (string | number)[];

export interface YamlDocument {
  /** Plain data; undefined where there are problems. */
  readonly data: unknown;
  readonly problems: readonly Problem[];
  /** Where a part stands, or the key it stands under. A missing part stands where its parent does. */
  placeOf(path: YamlPath, part?: 'key' | 'value'): FileLocation;
}

/** Of UTF-8; more would be a mistake rather than a file written by hand. */
export const MAX_YAML_BYTES = 20_000_000;
const MAX_PROBLEMS = 50;
/** Of collections within each other, as the parser counts them. */
const MAX_DEPTH = 50;
const FORBIDDEN_KEYS: readonly unknown[] = ['__proto__', 'constructor', 'prototype'];

/** What is wrong, and the offset into the text. */
type Report = (message: string, offset: number) => void;

/**
 * Reads a file's YAML; it never throws.
 * Bad YAML, aliases, anchors, tags, repeated keys and unshowable text are problems, at most 50 of them.
 */
export function readYaml(file: TextFile): YamlDocument {
  const lines = new LineCounter();
  const placeAt = (offset: number): FileLocation => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const problems: Problem[] = [];
  const report: Report = (message, offset) => {
    if (problems.length < MAX_PROBLEMS) problems.push({ file: file.name, ...placeAt(offset), message });
  };
  const contents = parse(file.text, lines, report);
  if (problems.length === 0) look(contents, report);
  return {
    data: problems.length === 0 && isNode(contents) ? plain(contents) : undefined,
    problems,
    placeOf: finder(contents, placeAt),
  };
}

function parse(text: string, lines: LineCounter, report: Report): unknown {
  if (Buffer.byteLength(text) > MAX_YAML_BYTES) {
    report(`The file is larger than ${MAX_YAML_BYTES / 1e6} MB: split it.`, 0);
    return null;
  }
  // The library's own look-out for repeated keys takes quadratic time; `look` does it instead.
  const composer = new Composer({ uniqueKeys: false });
  let tooDeep = false;
  const refuse: Report = (message, offset) => {
    tooDeep = true;
    report(message, offset);
  };
  const [document, second] = [...composer.compose(tokensOf(text, lines, refuse), true, text.length)];
  // What is read of a file that is given up says nothing of the rest.
  if (tooDeep) return null;
  if (second) report('A second document begins here: one file holds one.', second.range[0]);
  for (const { message, pos } of [...(document?.errors ?? []), ...(document?.warnings ?? [])]) {
    report(`The YAML cannot be read: ${message}`, pos[0]);
  }
  if (document?.contents == null) report('The file is empty: nothing to read.', 0);
  return document?.contents;
}

/** Stops where it nests too deep: the composer recurses, and V8 may kill the process rather than throw. */
function* tokensOf(text: string, lines: LineCounter, report: Report): Generator<CST.Token> {
  const parser = new Parser(lines.addNewLine);
  lines.addNewLine(0);
  for (const lexeme of new Lexer().lex(text)) {
    yield* parser.next(lexeme);
    if (parser.stack.length > MAX_DEPTH) {
      report(`More than ${MAX_DEPTH} levels of nesting: flatten it.`, parser.offset);
      return;
    }
  }
  yield* parser.end();
}

/** Reports what YAML allows and we do not, in a node and all below it. */
function look(node: unknown, report: Report): void {
  if (!isNode(node)) return;
  const offset = node.range?.[0] ?? 0;
  if (isAlias(node))
    return report(`The alias *${node.source} is not read here: write the value out.`, offset);
  if (node.anchor !== undefined) report(`The anchor &${node.anchor} is not read here: take it out.`, offset);
  if (isScalar(node)) lookAtText(node.value, offset, report);
  else if (isSeq(node)) node.items.forEach(item => look(item, report));
  else if (isMap(node)) lookAtMap(node, report);
}

function lookAtMap(map: YAMLMap, report: Report): void {
  const seen = new Set<unknown>();
  for (const { key, value } of map.items) {
    const offset = offsetOf(key) ?? map.range?.[0] ?? 0;
    const name = isScalar(key) ? key.value : undefined;
    if (typeof name !== 'string') report('A key must be plain text: put it in quotes.', offset);
    else if (FORBIDDEN_KEYS.includes(name)) report(`The key "${name}" is not allowed: rename it.`, offset);
    else if (seen.has(name)) report(`The key "${name}" occurs twice: keep one.`, offset);
    seen.add(name);
    look(key, report);
    look(value, report);
  }
}

function lookAtText(value: unknown, offset: number, report: Report): void {
  if (typeof value !== 'string' || value.trim() === '') return;
  try {
    readText(value, 'note', ['text']);
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    report(error.message, offset);
  }
}

const plain = (node: { toJSON(): unknown }): unknown => node.toJSON();

const offsetOf = (node: unknown): number | undefined =>
  isNode(node) ? (node.range?.[0] ?? undefined) : undefined;

function finder(contents: unknown, placeAt: (offset: number) => FileLocation): YamlDocument['placeOf'] {
  // Looking a key up in a map of the library is linear, and files have maps of thousands.
  const indexes = new Map<YAMLMap, Map<unknown, { readonly key: unknown; readonly value: unknown }>>();
  const indexOf = (map: YAMLMap) => {
    const index =
      indexes.get(map) ?? new Map(map.items.map(pair => [isScalar(pair.key) ? pair.key.value : null, pair]));
    indexes.set(map, index);
    return index;
  };
  return (path, part = 'value') => {
    let node = contents;
    let offset = offsetOf(contents) ?? 0;
    path.forEach((step, depth) => {
      const pair = isMap(node) ? indexOf(node).get(step) : undefined;
      node = pair ? pair.value : isSeq(node) ? node.items[Number(step)] : undefined;
      const asKey = part === 'key' && depth === path.length - 1;
      offset = offsetOf(asKey && pair ? pair.key : node) ?? offsetOf(pair?.key) ?? offset;
    });
    return placeAt(offset);
  };
}
