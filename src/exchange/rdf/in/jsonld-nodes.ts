// Our own JSON-LD, node by node. A file as we wrote it is read a line at a time, whatever its size; one that was laid out anew, as a whole.
import { isDeepStrictEqual } from 'node:util';
import { InvalidInput } from '../../../domain/refusal.js';
import { linesOf, textOf } from '../../import/import-text.js';
import type { ImportInput, ItemPlace } from '../../import/importer.js';
import { readJsonInput } from '../../json/json-input.js';
import type { JsonPath } from '../../json/json-place.js';
import { readJson } from '../../json/json-text.js';
import { FOOT, GRAPH, HEAD } from '../out/jsonld-exporter.js';
import { NodeReader } from './node-reader.js';
import { context } from '../terms.js';

/** @throws InvalidInput for what is no JSON, breaks off, or was not written by `hearsay export`. */
export async function* jsonldNodes(input: ImportInput): AsyncIterable<NodeReader> {
  const nodes = (await isAsWritten(input)) ? nodesOfLines(input) : nodesOfWhole(input);
  let first = true;
  for await (const node of nodes) {
    if (first && (node.type !== 'Export' || node.data['version'] !== 1))
      throw notOurs(input.name, node.place);
    if (!first) yield node;
    first = false;
  }
}

async function isAsWritten(input: ImportInput): Promise<boolean> {
  const head = `${HEAD()}\n${GRAPH}\n`;
  let begun = '';
  for await (const piece of textOf(input)) {
    begun += piece;
    if (begun.length >= head.length) break;
  }
  return begun.startsWith(head);
}

const HEAD_LINES = 2;

async function* nodesOfLines(input: ImportInput): AsyncIterable<NodeReader> {
  let [more, ended, last] = [true, false, 0];
  for await (const { text, line } of linesOf(input)) {
    last = line;
    if (line <= HEAD_LINES || (ended && text.trim() === '')) continue;
    if (text === FOOT && !ended) {
      ended = true;
      continue;
    }
    if (!more || ended) throw wrong(input.name, line, 'something follows after the last node');
    more = text.endsWith(',');
    const json = readJson(input.name, more ? text.slice(0, -1) : text, line);
    yield new NodeReader(input.name, json.data, path => json.placeOf(path));
  }
  if (!ended || more) throw wrong(input.name, last, 'the file breaks off');
}

async function* nodesOfWhole(input: ImportInput): AsyncIterable<NodeReader> {
  const { data, placeOf } = await readJsonInput(input);
  const document = new NodeReader(input.name, data, placeOf).data;
  const graph = document['@graph'];
  if (
    !isDeepStrictEqual(document['@context'], JSON.parse(JSON.stringify(context()))) ||
    !Array.isArray(graph)
  ) {
    throw notOurs(input.name, { line: 1 });
  }
  for (const [index, node] of graph.entries()) {
    const at: JsonPath = ['@graph', index];
    yield new NodeReader(input.name, node, path => placeOf([...at, ...path]));
  }
}

const notOurs = (file: string, place: Omit<ItemPlace, 'file'>): InvalidInput =>
  new InvalidInput(
    `${file} is not JSON-LD as \`hearsay export --format jsonld\` writes it: other people's JSON-LD is not read in.`,
    { line: 1, ...place, file },
  );

const wrong = (file: string, line: number, what: string): InvalidInput =>
  new InvalidInput(`${file}, line ${line}: ${what}: export it anew.`, { file, line });
