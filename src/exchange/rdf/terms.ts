// The words of our RDF: prefixes and terms, from which the context of JSON-LD, the N-Quads and the nanopublications are all made.

const HEARSAY = 'https://hearsay.example/';
const DATATYPE_EDTF = 'http://id.loc.gov/datatypes/edtf/EDTF';

/** An id such as `claim:1f…` is a compact IRI as it stands: its kind is a prefix. */
export const PREFIXES: { readonly [prefix: string]: string } = {
  hs: `${HEARSAY}ns#`,
  entity: `${HEARSAY}id/entity:`,
  claim: `${HEARSAY}id/claim:`,
  source: `${HEARSAY}id/source:`,
  attestation: `${HEARSAY}id/attestation:`,
  judged: `${HEARSAY}id/judged:`,
  export: `${HEARSAY}id/export:`,
  p: `${HEARSAY}predicate/`,
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  prov: 'http://www.w3.org/ns/prov#',
  oa: 'http://www.w3.org/ns/oa#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  skosxl: 'http://www.w3.org/2008/05/skos-xl#',
  schema: 'https://schema.org/',
};

/** What a member means, and how its values are read: plain where nothing is said, else `@id`, `@vocab` or a datatype. */
export interface Term {
  readonly iri: string;
  readonly type?: string;
}

const plain = (iri: string): Term => ({ iri });
const link = (iri: string): Term => ({ iri, type: '@id' });
const word = (iri: string): Term => ({ iri, type: '@vocab' });
const date = (iri: string): Term => ({ iri, type: DATATYPE_EDTF });

/** Members that are not here mean the same word of our own namespace, with plain values. */
export const TERMS: { readonly [member: string]: Term } = {
  label: plain('rdfs:label'),
  description: plain('schema:description'),
  prefLabel: plain('skos:prefLabel'),
  altLabel: plain('skos:altLabel'),
  literalForm: plain('skosxl:literalForm'),
  metIn: link('prov:wasQuotedFrom'),
  sameAs: link('schema:sameAs'),
  kind: word('hs:kind'),
  nameKind: word('hs:nameKind'),
  reliability: word('hs:reliability'),
  of: link('hs:of'),
  judgement: word('hs:judgement'),
  title: plain('schema:headline'),
  url: link('schema:url'),
  publishedAt: date('schema:datePublished'),
  party: link('prov:wasAttributedTo'),
  subject: link('rdf:subject'),
  predicate: link('rdf:predicate'),
  object: plain('rdf:object'),
  unknown: word('hs:unknown'),
  validTime: date('hs:validTime'),
  qualifierEntity: link('hs:qualifierEntity'),
  status: word('hs:status'),
  independence: word('hs:independence'),
  supersededBy: link('hs:supersededBy'),
  says: link('hs:says'),
  saidIn: link('prov:wasDerivedFrom'),
  relays: link('prov:wasQuotedFrom'),
  relaysAsAttached: link('hs:relaysAsAttached'),
  polarity: word('hs:polarity'),
  certainty: word('hs:certainty'),
  lineage: word('hs:lineage'),
  lineageAsAttached: word('hs:lineageAsAttached'),
  credibility: word('hs:credibility'),
  hasSource: link('oa:hasSource'),
  hasSelector: plain('oa:hasSelector'),
  exact: plain('oa:exact'),
  prefix: plain('oa:prefix'),
  suffix: plain('oa:suffix'),
  generatedAtTime: { iri: 'prov:generatedAtTime', type: 'xsd:dateTime' },
  recordedWay: word('hs:recordedWay'),
};

/** A compact IRI or an address, whole. */
export function expanded(iri: string): string {
  const [prefix = '', ...rest] = iri.split(':');
  const start = Object.hasOwn(PREFIXES, prefix) ? PREFIXES[prefix] : undefined;
  return start === undefined || rest[0]?.startsWith('//') === true ? iri : `${start}${rest.join(':')}`;
}

/** A word of our own namespace, such as `AFFIRMS`, or a compact IRI, whole. */
export const expandedWord = (text: string): string =>
  text.includes(':') ? expanded(text) : `${PREFIXES['hs'] ?? ''}${text}`;

/** The term of a member: one of ours, a compact IRI, or a word of our own namespace. */
export const termOf = (member: string): Term =>
  Object.hasOwn(TERMS, member) ? (TERMS[member] ?? plain(member)) : plain(expandedWord(member));

/** What stands as `@context` in a document: nothing has to be fetched to read it. */
export const context = (): { readonly [key: string]: unknown } => ({
  '@version': 1.1,
  '@vocab': PREFIXES['hs'],
  ...PREFIXES,
  ...Object.fromEntries(
    Object.entries(TERMS).map(([member, { iri, type }]) => [
      member,
      type === undefined ? { '@id': iri } : { '@id': iri, '@type': type },
    ]),
  ),
});

export const EDTF = DATATYPE_EDTF;
