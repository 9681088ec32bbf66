// The graph as a view shows it, node by node, in an order in which it can be made again: entities, sources, claims, judgements.
import { sourceId } from '../../../domain/source.js';
import type { Lose } from '../../export/exporter.js';
import type { ExportWorld } from '../../export/export-world.js';
import type {
  AttestationRecord,
  ClaimRecord,
  EntityRecord,
  Judgement,
  SourceRecord,
} from '../../../graph/records/records.js';
import { attestationNode } from './attestation-node.js';
import { claimNode } from './claim-node.js';
import { entityNode } from './entity-node.js';
import { address, recordedMembers, writtenId, type RdfNode } from '../rdf-node.js';

export function* worldNodes(world: ExportWorld, lose: Lose): IterableIterator<RdfNode> {
  yield exportNode(world);
  const written = new Set<string>();
  for (const record of world.entities()) {
    written.add(record.entity.id);
    yield entityNode(world, record, lose);
  }
  for (const record of world.sources()) yield sourceNode(world, record);
  for (const claim of world.claims()) {
    yield claimNode(world, claim);
    for (const attestation of inOrder(world, claim)) yield attestationNode(world, attestation, lose);
  }
  for (const record of world.entities()) yield* judgementNodes(world, record, written, lose);
}

const inOrder = (world: ExportWorld, claim: ClaimRecord): readonly AttestationRecord[] =>
  [...world.attestationsOf(claim)].sort((a, b) => a.recorded.seq - b.recorded.seq);

/** Says as of when, and through which view. */
function exportNode(world: ExportWorld): RdfNode {
  const { seq, at } = world.asOf;
  const { view } = world.viewed;
  return {
    '@id': `export:${seq}`,
    '@type': 'Export',
    version: 1,
    journalPlace: seq,
    generatedAtTime: at ?? undefined,
    view: Object.keys(view).length === 0 ? undefined : JSON.stringify(view),
  };
}

export function sourceNode(world: ExportWorld, record: SourceRecord): RdfNode {
  const { id, kind, title, url, publishedAt, party, partyDescribedAs, textFile } = record.source;
  return {
    '@id': writtenId(id),
    '@type': ['Source', 'prov:Entity'],
    kind,
    title,
    url: url === undefined ? undefined : address(url),
    publishedAt,
    party: party === undefined ? undefined : writtenId(party),
    partyDescribedAs,
    textFile,
    // What its id was made from is not all there.
    redacted: sourceId(record.source) === id ? undefined : true,
    held: world.viewed.lens.holds(record),
    ...recordedMembers(record.recorded),
  };
}

/** The last judgement of each pair of entities that are both there, once. */
function* judgementNodes(
  { viewed: { lens } }: ExportWorld,
  { entity, judgements }: EntityRecord,
  written: ReadonlySet<string>,
  lose: Lose,
): IterableIterator<RdfNode> {
  const last = new Map<string, Judgement>();
  for (const judgement of judgements.filter(one => lens.knows(one) && entity.id < one.other)) {
    if (!written.has(judgement.other)) continue;
    if (last.has(judgement.other)) lose('a judgement of identity before the last one of a pair');
    last.set(judgement.other, judgement);
  }
  for (const { other, judgement, reason, recorded } of last.values()) {
    yield {
      '@id': `judged:${writtenId(entity.id)}=${writtenId(other)}`,
      '@type': 'Judgement',
      of: [writtenId(entity.id), writtenId(other)],
      judgement,
      reason,
      ...recordedMembers(recorded),
    };
  }
}
