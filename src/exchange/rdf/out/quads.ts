// Nodes as quads, each a line of N-Quads without its graph: what a reader of our JSON-LD would make of them.
import { textIn, type NodeValue, type RdfNode } from '../rdf-node.js';
import { expanded, expandedWord, PREFIXES, termOf, type Term } from '../terms.js';

export interface Quad {
  /** Subject, predicate and object as N-Triples writes them. */
  readonly triple: string;
  /** The graph as it is written, null for the default one. */
  readonly graph: string | null;
}

const TYPE = iri('rdf:type');
const XSD = PREFIXES['xsd'] ?? '';

/** An IRI as N-Triples writes it. */
export function iri(compact: string): string {
  return `<${expanded(compact)}>`;
}

export const triple = (subject: string, predicate: string, object: string): string =>
  `${iri(subject)} ${iri(predicate)} ${object} .`;

export function* quadsOf(node: RdfNode, graph: string | null = null): IterableIterator<Quad> {
  const subject = iri(textIn(node['@id']));
  for (const [member, value] of Object.entries(node)) {
    if (value === undefined || member === '@id') continue;
    if (member === '@graph') {
      for (const one of itemsOf(value)) yield* quadsOf(one as RdfNode, subject);
      continue;
    }
    const term = termOf(member);
    const predicate = member === '@type' ? TYPE : iri(term.iri);
    for (const item of itemsOf(value)) {
      const object = member === '@type' ? `<${expandedWord(textIn(item))}>` : objectText(item, term);
      yield { triple: `${subject} ${predicate} ${object} .`, graph };
      if (isNode(item)) yield* quadsOf(item, graph);
    }
  }
}

const itemsOf = (value: NodeValue): readonly NodeValue[] =>
  Array.isArray(value) ? (value as readonly NodeValue[]) : [value];

const isNode = (value: NodeValue): value is RdfNode =>
  typeof value === 'object' && '@id' in value && Object.keys(value).length > 1;

function objectText(value: NodeValue, { type }: Term): string {
  if (typeof value === 'number') return literal(String(value), `${XSD}integer`);
  if (typeof value === 'boolean') return literal(String(value), `${XSD}boolean`);
  if (typeof value === 'string') return stringText(value, type);
  const { '@id': id, '@value': text, '@type': datatype, '@language': language } = value as RdfNode;
  if (id !== undefined) return iri(textIn(id));
  const kept = literal(textIn(text));
  if (language !== undefined) return `${kept}@${textIn(language)}`;
  return datatype === undefined ? kept : literal(textIn(text), expanded(textIn(datatype)));
}

function stringText(text: string, type: string | undefined): string {
  if (type === '@id') return iri(text);
  if (type === '@vocab') return `<${expandedWord(text)}>`;
  return type === undefined ? literal(text) : literal(text, expanded(type));
}

const NAMED: { readonly [character: string]: string } = {
  '\\': '\\\\',
  '"': '\\"',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

/** A literal as N-Triples writes it; control characters by their number. */
export function literal(text: string, datatype?: string): string {
  const escaped = text.replace(
    /[\\"\p{Cc}]/gu,
    found => NAMED[found] ?? `\\u${(found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
  );
  return datatype === undefined ? `"${escaped}"` : `"${escaped}"^^<${datatype}>`;
}
