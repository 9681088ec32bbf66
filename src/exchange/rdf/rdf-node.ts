// A thing of the graph as JSON-LD writes it, in the words of `terms.ts`; N-Quads and nanopublications are made of the same.
import type { Quote } from '../../domain/attestation.js';
import type { Value } from '../../domain/claim.js';
import type { Recorded } from '../../domain/event.js';
import { EDTF } from './terms.js';

export type NodeValue = string | number | boolean | RdfNode | readonly NodeValue[] | undefined;

/** With `@id`: a node, or a link to one where it has nothing else. With `@value`: a literal. Undefined members are left out. */
export interface RdfNode {
  readonly [member: string]: NodeValue;
}

/** A member that is a text, such as `@id`; empty where it is none. */
export const textIn = (value: NodeValue): string => (typeof value === 'string' ? value : '');

// Where a path has such steps, readers may take them out of an IRI.
const UNSTEADY = /\/\.{0,2}(\/|$)/;

/** An id as it is written: itself, but that the slashes of one whose path an IRI would not keep become `~`. */
export const writtenId = (id: string): string => (UNSTEADY.test(id) ? id.replaceAll('/', '~') : id);
export const idOf = (written: string): string => written.replaceAll('~', '/');

// A query may hold them; an IRI must not.
const NO_IRI = /[\p{Cc} <>"{}|^`\\]/u;

/** A web address: an IRI, or a literal where it is none to the letter. */
export const address = (url: string): NodeValue =>
  NO_IRI.test(url) ? { '@value': url, '@type': 'xsd:anyURI' } : url;

export const recordedMembers = ({ at, by, way, seq }: Recorded): RdfNode => ({
  generatedAtTime: at,
  recordedBy: by,
  recordedWay: way,
  journalPlace: seq,
});

/** The object of a claim that is a value; a value that is unknown has a word of its own. */
export function valueNode(value: Value): RdfNode {
  switch (value.type) {
    case 'SOME_VALUE':
    case 'NO_VALUE':
      return { '@id': `hs:${value.type}` };
    case 'TEXT':
      return { '@value': value.text };
    case 'NUMBER':
      return { '@value': value.text, '@type': 'xsd:decimal' };
    case 'DATE':
      return { '@value': value.text, '@type': EDTF };
    case 'DURATION':
      // ISO 8601 has weeks, XML Schema has none.
      return { '@value': value.text, '@type': value.text.includes('W') ? 'hs:duration' : 'xsd:duration' };
  }
}

/** A quote after the W3C Web Annotation model; its place within the paragraph has words of our own. */
export function quoteNode(id: string, source: string, quote: Quote): RdfNode {
  const { exact, prefix, suffix, paragraph, start, end, textHash } = quote;
  return {
    '@id': `${id}#quote`,
    '@type': 'oa:SpecificResource',
    hasSource: writtenId(source),
    hasSelector: { '@id': `${id}#selector`, '@type': 'oa:TextQuoteSelector', exact, prefix, suffix },
    paragraph,
    start,
    end,
    textHash,
  };
}

/** A list without what is absent; none where nothing is left. */
export const listed = (values: readonly NodeValue[]): readonly NodeValue[] | undefined =>
  values.length === 0 ? undefined : values;
