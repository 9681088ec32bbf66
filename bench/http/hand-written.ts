// The answers to the shapes as one would write them by hand for just these: a walk over the graph, and plain objects.
import type { ClaimRecord, AttestationRecord } from '../../src/graph/records/records.js';
import { findPaths } from '../../src/graph/walks/paths.js';
import { WorkBudget } from '../../src/graph/work/work-budget.js';
import type { ViewedGraph } from '../../src/evidence/viewed-graph.js';
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

type Handler = (viewed: ViewedGraph, variables: Variables) => unknown;

/** By the name of the operation. */
export const HANDLERS: Readonly<Record<string, Handler>> = {
  Nested: (viewed, { id, attestations }) => {
    const record = viewed.graph.findEntity(id);
    if (!record) return { entity: null };
    const { label, kind } = record.entity;
    const nodes = firstClaims(viewed, viewed.joined.claimsAbout(id), 10).map(claim => ({
      id: claim.claim.id,
      sentence: viewed.graph.sentenceOf(claim),
      validTime: claim.claim.validTime ?? null,
      attestations: { nodes: attestationsOf(viewed, claim, attestations) },
    }));
    return { entity: { id, label, kind, claims: { nodes } } };
  },

  List: (viewed, { predicates }) => {
    const wanted = new Set(predicates);
    const nodes = firstClaims(viewed, viewed.graph.claims(), 100, wanted).map(record => ({
      id: record.claim.id,
      sentence: viewed.graph.sentenceOf(record),
      validTime: record.claim.validTime ?? null,
      status: viewed.statusOf(record),
      support: supportOf(viewed, record),
    }));
    return { claims: { nodes } };
  },

  Path: async (viewed, { id, to }) => {
    const asked = {
      ...{ from: id, to, maxHops: 4, limit: 3, predicates: undefined, avoidHubs: true },
      accept: (record: ClaimRecord) => viewed.accepts(record),
      identities: viewed.lens.identities,
    };
    const { paths, truncated } = await findPaths(viewed.graph, asked, new WorkBudget());
    const { graph } = viewed;
    const hopsOf = (path: (typeof paths)[number]) =>
      path.hops.map(({ from, to, claim, forward }) => ({
        from: { label: graph.labelOf(from) },
        to: { label: graph.labelOf(to) },
        forward,
        claim: { sentence: graph.sentenceOf(claim), support: supportOf(viewed, claim) },
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
  viewed: ViewedGraph,
  records: Iterable<ClaimRecord>,
  most: number,
  predicates?: ReadonlySet<string>,
): readonly ClaimRecord[] {
  const found: ClaimRecord[] = [];
  for (const record of records) {
    if (predicates && !predicates.has(record.claim.predicate)) continue;
    if (!viewed.accepts(record)) continue;
    if (found.push(record) === most) break;
  }
  return found;
}

function attestationsOf(viewed: ViewedGraph, { claim }: ClaimRecord, most: number): readonly unknown[] {
  const found: unknown[] = [];
  for (const record of viewed.graph.attestationsOf(claim.id)) {
    if (!showsAttestation(viewed, record)) continue;
    if (found.push(attestationOf(viewed, record)) === most) break;
  }
  return found;
}

function attestationOf({ graph }: ViewedGraph, { attestation }: AttestationRecord): unknown {
  const { id, polarity, certainty } = attestation;
  const source = graph.findSource(attestation.source)?.source;
  const party = source?.party === undefined ? null : { label: graph.labelOf(source.party) };
  const { id: sourceId, title = null, publishedAt = null } = source ?? {};
  return { id, polarity, certainty, source: { id: sourceId, title, publishedAt, party } };
}

function supportOf(viewed: ViewedGraph, record: ClaimRecord): unknown {
  const { attestations, origins, independent, independence, certainty, denials } = viewed.supportOf(record);
  return { attestations, origins, independent, independence, certainty, denials };
}
