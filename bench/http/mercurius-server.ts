// Yardstick: mercurius with compiled queries over the same graph, from a schema text of its own and plain resolvers.
import type { ClaimRecord } from '../../src/graph/records/records.js';
import type { ViewedGraph } from '../../src/evidence/viewed-graph.js';
import { showsAttestation } from '../../src/evidence/views/shows-attestation.js';
import { loadPeer } from '../peers.js';
import { openWorld, tell } from './yardstick.js';

interface Host {
  register(plugin: unknown, options: object): unknown;
  listen(options: { port: number; host: string }): Promise<string>;
}

const SCHEMA = `
  type Query { entity(id: ID!): Entity  claims(first: Int, filter: ClaimFilter): ClaimConnection! }
  input ClaimFilter { predicates: [String!] }
  type Entity { id: ID!  label: String!  kind: String!  claims(first: Int): ClaimConnection! }
  type ClaimConnection { nodes: [Claim!]! }
  type Claim {
    id: ID!  sentence: String!  validTime: String  status: String!  support: Support!
    attestations(first: Int, includeWithdrawn: Boolean): AttestationConnection!
  }
  type Support {
    attestations: Int!  origins: Int!  independent: Int!  independence: String!  certainty: String  denials: Int!
  }
  type AttestationConnection { nodes: [Attestation!]! }
  type Attestation { id: ID!  polarity: String!  certainty: String!  source: Source! }
  type Source { id: ID!  title: String  publishedAt: String  party: Entity }`;

const ledger = await openWorld();
const { graph } = ledger;

interface Claim {
  readonly record: ClaimRecord;
  readonly viewed: ViewedGraph;
}

function firstClaims(records: Iterable<ClaimRecord>, first: number, keep: (record: ClaimRecord) => boolean) {
  const viewed = ledger.through({ knownAtSeq: graph.seq });
  const nodes: Claim[] = [];
  for (const record of records) {
    if (nodes.length === first) break;
    if (keep(record) && viewed.accepts(record)) nodes.push({ record, viewed });
  }
  return { nodes };
}

const entityOf = (id: string): unknown => graph.findEntity(id)?.entity ?? null;

const resolvers = {
  Query: {
    entity: (_: unknown, { id }: { id: string }) => entityOf(id),
    claims: (_: unknown, { first, filter }: { first: number; filter: { predicates: string[] } }) => {
      const wanted = new Set(filter.predicates);
      return firstClaims(graph.claims(), first, ({ claim }) => wanted.has(claim.predicate));
    },
  },
  Entity: {
    claims: ({ id }: { id: string }, { first }: { first: number }) =>
      firstClaims(graph.claimsAbout(id), first, () => true),
  },
  Claim: {
    id: ({ record }: Claim) => record.claim.id,
    sentence: ({ record }: Claim) => graph.sentenceOf(record),
    validTime: ({ record }: Claim) => record.claim.validTime ?? null,
    status: ({ record, viewed }: Claim) => viewed.statusOf(record),
    support: ({ record, viewed }: Claim) => viewed.supportOf(record),
    attestations: ({ record, viewed }: Claim, { first }: { first: number }) => ({
      nodes: graph
        .attestationsOf(record.claim.id)
        .filter(said => showsAttestation(viewed, said))
        .slice(0, first)
        .map(({ attestation }) => attestation),
    }),
  },
  Attestation: { source: ({ source }: { source: string }) => graph.findSource(source)?.source },
  Source: { party: ({ party }: { party?: string }) => (party === undefined ? null : entityOf(party)) },
};

const app = loadPeer<() => Host>('fastify')();
// Compiled from the second time on that a document is met.
void app.register(loadPeer('mercurius'), { schema: SCHEMA, resolvers, jit: 1 });
tell(Number(new URL(await app.listen({ port: 0, host: '127.0.0.1' })).port));
