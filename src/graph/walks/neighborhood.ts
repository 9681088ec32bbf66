// The neighbourhood of an entity: the claims around it, breadth first in both directions, up to a limit.
import type { EntityId } from '../../domain/ids.js';
import type { ClaimGraph } from '../claim-graph.js';
import { IdentityClasses } from '../identity/identity-classes.js';
import { OldestFirst } from './oldest-first.js';
import type { ClaimRecord } from '../records/records.js';
import { candidateFilter, checkEntity, checkFigure, endsOf, type WalkFilter } from './walk.js';
import { WorkBudget } from '../work/work-budget.js';

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
  let entities: readonly EntityId[] | null = null;
  return {
    // To name them takes twice as long as to find the claims, and not everybody asks.
    get entities() {
      return (entities ??= [...new Set([query.of, ...claims.flatMap(endsOf)])]);
    },
    ...{ claims, truncated: reason !== null, reason, explored: budget.spent - before },
  };
}

async function nearestClaims(
  graph: ClaimGraph,
  { of, hops, predicates, accept, identities = new IdentityClasses() }: NeighborhoodQuery,
  wanted: number,
  budget: WorkBudget,
): Promise<readonly ClaimRecord[]> {
  const isCandidate = candidateFilter(graph, predicates);
  const home = (id: EntityId): EntityId => identities.homeOf(id);
  const reached = new Set([home(of)]);
  const seen = new Set<number>();
  const found: ClaimRecord[] = [];
  let frontier: readonly EntityId[] = [home(of)];
  for (let hop = 1; hop <= hops && frontier.length > 0 && found.length < wanted; hop += 1) {
    const before = found.length;
    const members = frontier.flatMap(entity => identities.membersOf(entity));
    const level = new OldestFirst(members.map(id => graph.edgesOf(id)));
    for (let record = level.next(); record && found.length < wanted; record = level.next()) {
      if (!budget.spend()) return found;
      if (budget.due) await budget.rest();
      if (seen.has(record.recorded.seq)) continue;
      seen.add(record.recorded.seq);
      if (isCandidate(record) && accept(record)) found.push(record);
    }
    if (hop === hops) break;
    const rim = reached.size;
    for (const record of found.slice(before)) for (const end of endsOf(record)) reached.add(home(end));
    frontier = [...reached].slice(rim);
  }
  return found;
}

function limitReason({ limit, hops }: NeighborhoodQuery): string {
  const advice = [
    ...(limit < MAX_LIMIT ? ['a higher limit'] : []),
    ...(hops > 1 ? ['fewer hops'] : []),
    ...(limit === MAX_LIMIT && hops === 1 ? ['certain predicates only'] : []),
  ];
  return `stopped at the limit of ${limit.toLocaleString('en')} claims: ask for ${advice.join(' or ')}`;
}
