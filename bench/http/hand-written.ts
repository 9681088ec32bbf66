// The answers to the shapes as one would write them by hand for just these: a walk over the graph, and plain objects.
import type { ClaimRecord, AttestationRecord } from '../../src/graph/records/records.js';
import { findPaths } from '../../src/graph/walks/paths.js';
import { WorkBudget } from '../../src/graph/work/work-budget.js';
import type { Reading } from '../../src/evidence/reading.js';
import { showsAttestation } from '../../src/evidence/views/shows-attestation.js';
import { atOnce } from '../../src/graph/work/resumable.js';

/** All that any shape may be asked with. */
export interface Variables {
  readonly id: string;
  readonly to: string;
  readonly attestations: number;
  readonly predicates: readonly string[];
  readonly text: string;
  readonly first: number;
}

type Handler = (reading: Reading, variables: Variables) => unknown;

/** By the name of the operation. */
export const HANDLERS: Readonly<Record<string, Handler>> = {
  Nested: (reading, { id, attestations }) => {
    const record = reading.graph.findEntity(id);
    if (!record) return { entity: null };
    const { label, kind } = record.entity;
    const nodes = firstClaims(reading, reading.joined.claimsAbout(id), 10).map(claim => ({
      id: claim.claim.id,
      sentence: reading.graph.sentenceOf(claim),
      validTime: claim.claim.validTime ?? null,
      attestations: { nodes: attestationsOf(reading, claim, attestations) },
    }));
    return { entity: { id, label, kind, claims: { nodes } } };
  },

  List: (reading, { predicates }) => {
    const wanted = new Set(predicates);
    const nodes = firstClaims(reading, reading.graph.claims(), 100, wanted).map(record => ({
      id: record.claim.id,
      sentence: reading.graph.sentenceOf(record),
      validTime: record.claim.validTime ?? null,
      status: reading.statusOf(record),
      support: supportOf(reading, record),
    }));
    return { claims: { nodes } };
  },

  Path: async (reading, { id, to }) => {
    const asked = {
      ...{ from: id, to, maxHops: 4, limit: 3, predicates: undefined, avoidHubs: true },
      accept: (record: ClaimRecord) => reading.accepts(record),
      identities: reading.lens.identities,
    };
    const { paths, truncated } = await findPaths(reading.graph, asked, new WorkBudget());
    const { graph } = reading;
    const hopsOf = (path: (typeof paths)[number]) =>
      path.hops.map(({ from, to, claim, forward }) => ({
        from: { label: graph.labelOf(from) },
        to: { label: graph.labelOf(to) },
        forward,
        claim: { sentence: graph.sentenceOf(claim), support: supportOf(reading, claim) },
      }));
    return { paths: { paths: paths.map(path => ({ hops: hopsOf(path) })), truncated } };
  },

  Search: ({ graph }, { text, first }) => {
    const seqOf = (id: string): number => graph.findEntity(id)?.recorded.seq ?? 0;
    const hits = [...atOnce(graph.names.search(text, () => true))];
    hits.sort((a, b) => b.score - a.score || seqOf(a.entity) - seqOf(b.entity));
    const edges = hits.slice(0, first).map(({ name, score, entity: id }) => {
      const entity = graph.findEntity(id)?.entity;
      return { matchedName: name, score, node: { id, label: entity?.label, kind: entity?.kind } };
    });
    return { search: { edges } };
  },
};

function firstClaims(
  reading: Reading,
  records: Iterable<ClaimRecord>,
  most: number,
  predicates?: ReadonlySet<string>,
): readonly ClaimRecord[] {
  const found: ClaimRecord[] = [];
  for (const record of records) {
    if (predicates && !predicates.has(record.claim.predicate)) continue;
    if (!reading.accepts(record)) continue;
    if (found.push(record) === most) break;
  }
  return found;
}

function attestationsOf(reading: Reading, { claim }: ClaimRecord, most: number): readonly unknown[] {
  const found: unknown[] = [];
  for (const record of reading.graph.attestationsOf(claim.id)) {
    if (!showsAttestation(reading, record)) continue;
    if (found.push(attestationOf(reading, record)) === most) break;
  }
  return found;
}

function attestationOf({ graph }: Reading, { attestation }: AttestationRecord): unknown {
  const { id, polarity, certainty } = attestation;
  const source = graph.findSource(attestation.source)?.source;
  const party = source?.party === undefined ? null : { label: graph.labelOf(source.party) };
  const { id: sourceId, title = null, publishedAt = null } = source ?? {};
  return { id, polarity, certainty, source: { id: sourceId, title, publishedAt, party } };
}

function supportOf(reading: Reading, record: ClaimRecord): unknown {
  const { attestations, origins, independent, independence, certainty, denials } = reading.supportOf(record);
  return { attestations, origins, independent, independence, certainty, denials };
}
