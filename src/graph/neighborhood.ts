// The neighbourhood of an entity: the claims around it, breadth first in both directions, cut to a limit that says so.
import type { EntityId } from '../domain/ids.js';
import type { ClaimGraph } from './claim-graph.js';
import { JoinedReads } from './joined-reads.js';
import type { ClaimRecord } from './records.js';
import { bySeq, candidateFilter, checkEntity, checkFigure, endsOf, type WalkFilter } from './walk.js';
import { STEPS_BETWEEN_RESTS, WorkBudget } from './work-budget.js';

const MAX_HOPS = 5;
const MAX_LIMIT = 1000;

export interface NeighborhoodQuery extends WalkFilter {
  readonly of: EntityId;
  /** 1 to 5. */
  readonly hops: number;
  /** Most claims to return, 1 to 1,000. */
  readonly limit: number;
}

export interface Neighborhood {
  /**
   * The entity asked for, then the others in the order in which the claims name them: at most one more than claims, and the
   * entities that are one with one of these.
   */
  readonly entities: readonly EntityId[];
  /** Nearest first, and oldest first among the equally near: a lower limit gives the beginning of the same list. */
  readonly claims: readonly ClaimRecord[];
  /** Whether anything was left out; `reason` says why. */
  readonly truncated: boolean;
  readonly reason: string | null;
  /** Claims looked at. */
  readonly explored: number;
}

/**
 * The claims that join entities less than `hops` away to others, as far as limit and budget go.
 * @throws InvalidInput for a figure out of bounds or an unknown predicate, NotFound for an unknown entity.
 */
export async function neighborhood(
  graph: ClaimGraph,
  query: NeighborhoodQuery,
  budget = new WorkBudget(),
): Promise<Neighborhood> {
  checkFigure('hops', query.hops, 1, MAX_HOPS);
  checkFigure('limit', query.limit, 1, MAX_LIMIT);
  checkEntity(graph, 'of', query.of);
  const before = budget.spent;
  // One claim more than the limit is looked for, to know whether the limit cuts anything.
  const found = await nearestClaims(graph, query, query.limit + 1, budget);
  const claims = found.slice(0, query.limit);
  const limited = found.length > query.limit ? limitReason(query) : null;
  const reason = budget.exhausted ? budget.reason : limited;
  const entities = [...new Set([query.of, ...claims.flatMap(endsOf)])];
  return { entities, claims, truncated: reason !== null, reason, explored: budget.spent - before };
}

async function nearestClaims(
  graph: ClaimGraph,
  { of, hops, predicates, accept, identities }: NeighborhoodQuery,
  wanted: number,
  budget: WorkBudget,
): Promise<readonly ClaimRecord[]> {
  const isCandidate = candidateFilter(graph, predicates);
  const seen = new Set<ClaimRecord>();
  const isNew = (record: ClaimRecord): boolean => {
    if (seen.has(record) || !isCandidate(record)) return false;
    seen.add(record);
    return true;
  };
  const joined = new JoinedReads(graph, identities);
  const home = (id: EntityId): EntityId => joined.identities.homeOf(id);
  const reached = new Set([home(of)]);
  const found: ClaimRecord[] = [];
  let frontier: readonly EntityId[] = [of];
  for (let hop = 0; hop < hops && frontier.length > 0 && found.length < wanted; hop += 1) {
    const level = await claimsAround(joined, frontier, isNew, budget);
    const accepted = await firstAccepted(level, accept, wanted - found.length, budget);
    found.push(...accepted);
    frontier = [...new Set(accepted.flatMap(endsOf).map(home))].filter(end => !reached.has(end));
    for (const end of frontier) reached.add(end);
  }
  return found;
}

/** All new claims at some entities, oldest first. */
async function claimsAround(
  joined: JoinedReads,
  entities: readonly EntityId[],
  isNew: (record: ClaimRecord) => boolean,
  budget: WorkBudget,
): Promise<readonly ClaimRecord[]> {
  const found: ClaimRecord[] = [];
  for (const entity of entities) {
    for (const record of joined.edgesOf(entity)) {
      if (!budget.spend()) return found.sort(bySeq);
      if (budget.due) await budget.rest();
      if (isNew(record)) found.push(record);
    }
  }
  return found.sort(bySeq);
}

/** Asks `accept` no more often than is needed: weighing a claim costs far more than finding it. */
async function firstAccepted(
  records: readonly ClaimRecord[],
  accept: (record: ClaimRecord) => boolean,
  wanted: number,
  budget: WorkBudget,
): Promise<readonly ClaimRecord[]> {
  const accepted: ClaimRecord[] = [];
  for (const [index, record] of records.entries()) {
    if (accepted.length === wanted) break;
    if (index % STEPS_BETWEEN_RESTS === STEPS_BETWEEN_RESTS - 1) await budget.rest();
    if (accept(record)) accepted.push(record);
  }
  return accepted;
}

function limitReason({ limit, hops }: NeighborhoodQuery): string {
  const advice = [
    ...(limit < MAX_LIMIT ? ['a higher limit'] : []),
    ...(hops > 1 ? ['fewer hops'] : []),
    ...(limit === MAX_LIMIT && hops === 1 ? ['certain predicates only'] : []),
  ];
  return `stopped at the limit of ${limit.toLocaleString('en')} claims: ask for ${advice.join(' or ')}`;
}
