// The storage under the graph: graphology for entities and claims, maps for sources and attestations. Only this floor sees it.
import { MultiDirectedGraph } from 'graphology';
import type { Idempotency } from '../../domain/event.js';
import type { AttestationId, ClaimId, EntityId, SourceId } from '../../domain/ids.js';
import type { Vocabulary } from '../../domain/vocabulary.js';
import { Attestations } from '../attestations/attestations.js';
import { ClaimEdges } from '../records/claim-edges.js';
import type { PairJudgement } from '../identity/identity-classes.js';
import type { StoredClaim, StoredNode, StoredSource, StoredText } from '../records/stored.js';
import { NO_EXTENT, type TimeExtent } from '../records/time-extent.js';

export interface Storage {
  readonly vocabulary: Vocabulary;
  /** Node = entity; edge = claim whose object is an entity. Attributes are the records themselves. */
  readonly graph: MultiDirectedGraph<StoredNode, { record: StoredClaim }>;
  readonly edges: ClaimEdges;
  /** The graph's nodes once more: graphology takes long to find an attribute of one. */
  readonly nodes: Map<EntityId, StoredNode>;
  /** The same in the order they were added. */
  readonly places: StoredNode[];
  /** All claims in the order they were made, those with values too. */
  readonly claims: Map<ClaimId, StoredClaim>;
  /** Of the valid times of all claims. */
  extent: TimeExtent;
  /** Claims that name an entity without being its edge: as subject of a value, or in a qualifier. */
  readonly mentions: Map<EntityId, StoredClaim[]>;
  /** Claims by slot key, see `domain/slot.ts`. */
  readonly slots: Map<string, StoredClaim[]>;
  /** Claims that tie entities into families, by either end. */
  readonly ties: Map<EntityId, StoredClaim[]>;
  readonly sources: Map<SourceId, StoredSource>;
  readonly sourceByUrl: Map<string, SourceId>;
  readonly sourceByContent: Map<string, SourceId>;
  readonly sourcesByParty: Map<EntityId, StoredSource[]>;
  /** Versions of their texts, oldest first. */
  readonly texts: Map<SourceId, StoredText[]>;
  readonly attestations: Attestations;
  /** Claims that somebody denied, withdrawn denials included. */
  readonly denied: Set<ClaimId>;
  /** Who relays an attestation, or once did. */
  readonly relayedBy: Map<AttestationId, Set<AttestationId>>;
  /** On who is who, in the order they were recorded. */
  readonly judgements: PairJudgement[];
  readonly idempotency: Map<string, Idempotency & { readonly attestation: AttestationId }>;
  /** `times[seq - 1]`: when that event was recorded, milliseconds since 1970; never goes back. */
  readonly times: number[];
}

export function emptyStorage(vocabulary: Vocabulary): Storage {
  const claims = new Map<ClaimId, StoredClaim>();
  const sources = new Map<SourceId, StoredSource>();
  const nodes = new Map<EntityId, StoredNode>();
  const graph: Storage['graph'] = new MultiDirectedGraph();
  return {
    vocabulary,
    graph,
    edges: new ClaimEdges(graph, nodes),
    nodes,
    places: [],
    claims,
    extent: NO_EXTENT,
    mentions: new Map(),
    slots: new Map(),
    ties: new Map(),
    sources,
    sourceByUrl: new Map(),
    sourceByContent: new Map(),
    sourcesByParty: new Map(),
    texts: new Map(),
    attestations: new Attestations(claims, sources),
    denied: new Set(),
    relayedBy: new Map(),
    judgements: [],
    idempotency: new Map(),
    times: [],
  };
}
