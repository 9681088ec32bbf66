// A claim as a nanopublication (https://nanopub.net/guidelines): what is claimed, where it comes from, and how it was published here.
import { contentHash } from '../../../domain/ids.js';
import type { Recorded } from '../../../domain/event.js';
import type { AttestationRecord, ClaimRecord } from '../../../graph/records/records.js';
import type { Lose } from '../../export/exporter.js';
import type { ExportWorld } from '../../export/export-world.js';
import { attestationNode } from './attestation-node.js';
import { checkedNode } from './checked-node.js';
import { assertedTriple, claimNode, propositionMembers } from './claim-node.js';
import { iri, literal, quadsOf, triple } from './quads.js';
import { writtenId, type RdfNode } from '../rdf-node.js';
import { sourceNode } from './world-nodes.js';

/** Its graphs in order, each with its triples. */
export type Nanopub = readonly (readonly [graph: string, triples: readonly string[]])[];

const NP = 'http://www.nanopub.org/nschema#';
const DCTERMS = 'http://purl.org/dc/terms/';
const BASE = 'https://hearsay.example/np/';
const RECORDER = 'https://hearsay.example/id/recorder:';
const DATE_TIME = 'http://www.w3.org/2001/XMLSchema#dateTime';

/** Its address holds the claim's id and a hash of what it says and rests on: where that changes, it is another one. */
export function nanopubOf(world: ExportWorld, record: ClaimRecord, lose: Lose): Nanopub {
  const said = world.attestationsOf(record);
  const content = {
    assertion: assertion(world, record, said),
    provenance: provenance(world, record, said, lose),
  };
  const [key = '', hash = ''] = [record.claim.id.split(':')[1], contentHash(content)];
  const np = `${BASE}${key}/${hash.slice(0, 24)}`;
  const graph = (name: string): string => `${np}#${name}`;
  const about = (predicate: string, object: string): string => triple(graph('assertion'), predicate, object);
  const derived = said
    .filter(({ attestation }) => attestation.polarity === 'AFFIRMS')
    .map(({ attestation }) => about('prov:wasDerivedFrom', iri(attestation.id)));
  return [
    [graph('Head'), head(np)],
    [graph('assertion'), content.assertion],
    [graph('provenance'), [about('hs:assertionOf', iri(record.claim.id)), ...derived, ...content.provenance]],
    [graph('pubinfo'), publication(np, world, record, said)],
  ];
}

const head = (np: string): string[] => [
  triple(np, 'rdf:type', iri(`${NP}Nanopublication`)),
  triple(np, `${NP}hasAssertion`, iri(`${np}#assertion`)),
  triple(np, `${NP}hasProvenance`, iri(`${np}#provenance`)),
  triple(np, `${NP}hasPublicationInfo`, iri(`${np}#pubinfo`)),
];

/**
 * The plain triple, where somebody affirms it and it has an object; described as well, where qualifiers, a time or an unknown value
 * belong to it. What nobody affirms, or was withdrawn, is only described: publishing it would be to affirm it.
 */
function assertion(
  { viewed: { lens } }: ExportWorld,
  record: ClaimRecord,
  said: readonly AttestationRecord[],
): string[] {
  const { claim } = record;
  const known = claim.value?.type !== 'SOME_VALUE' && claim.value?.type !== 'NO_VALUE';
  const affirmed =
    said.some(
      ({ attestation, withdrawn }) => attestation.polarity === 'AFFIRMS' && lens.since(withdrawn) === null,
    ) && lens.since(record.withdrawn) === null;
  const isPlain = known && claim.validTime === undefined && claim.qualifiers.length === 0;
  const described: RdfNode = { '@id': claim.id, '@type': 'rdf:Statement', ...propositionMembers(record) };
  return [
    ...(known && affirmed ? triplesOf(assertedTriple(record)) : []),
    ...(isPlain && affirmed ? [] : triplesOf(described)),
  ];
}

/** How the claim stands, all who say or deny it, and where. */
function provenance(
  world: ExportWorld,
  record: ClaimRecord,
  said: readonly AttestationRecord[],
  lose: Lose,
): string[] {
  const {
    '@id': id,
    status,
    independence,
    independentChains,
    withdrawn,
    supersededBy,
    superseded,
  } = claimNode(world, record);
  const claim = { '@id': id, status, independence, independentChains, withdrawn, supersededBy, superseded };
  const sources = new Set(said.map(({ attestation }) => attestation.source));
  return [
    ...triplesOf(claim),
    ...said.flatMap(one => triplesOf(attestationNode(world, one, lose))),
    ...[...sources].flatMap(source => {
      const found = world.graph.findSource(source);
      return found ? triplesOf(sourceNode(world, found)) : [];
    }),
  ];
}

/** When what it holds was last added to, who recorded the claim, and what the things it names are called. */
function publication(
  np: string,
  { graph }: ExportWorld,
  record: ClaimRecord,
  said: readonly AttestationRecord[],
): string[] {
  const { claim, recorded } = record;
  const last = said.reduce<Recorded>(
    (latest, one) => (one.recorded.seq > latest.seq ? one.recorded : latest),
    recorded,
  );
  const recorder = `${RECORDER}${encodeURIComponent(recorded.by)}`;
  const parties = said.map(({ attestation }) => graph.findSource(attestation.source)?.source.party);
  const qualifiers = claim.qualifiers.map(({ entity }) => entity);
  const named = new Set([claim.subject, claim.object, ...qualifiers, ...parties]);
  named.delete(undefined);
  const labels = [...named].map((id = ''): RdfNode => ({ '@id': writtenId(id), label: graph.labelOf(id) }));
  const predicate = graph.vocabulary.predicateOrPlain(claim.predicate).label;
  return [
    triple(np, `${DCTERMS}created`, literal(last.at, DATE_TIME)),
    triple(np, `${DCTERMS}creator`, iri(recorder)),
    triple(np, `${DCTERMS}description`, literal(graph.sentenceOf(record))),
    ...triplesOf({ '@id': recorder, label: recorded.by }),
    ...triplesOf({ '@id': `p:${claim.predicate}`, label: predicate }),
    ...labels.flatMap(triplesOf),
  ];
}

const triplesOf = (node: RdfNode): string[] => [...quadsOf(checkedNode(node))].map(quad => quad.triple);
