// The shortest paths between two entities: no entity comes twice in a path, and each claim is a hop of its own.
import { InvalidInput } from '../../domain/refusal.js';
import type { ClaimGraph } from '../claim-graph.js';
import { PathField } from './path-field.js';
import { HUB_DEGREE, PathSteps, type PathHop, type StepsQuery } from './path-steps.js';
import type { ClaimRecord } from '../records/records.js';
import { checkEntity, checkFigure } from './walk.js';
import { withRests, WorkBudget } from '../work/work-budget.js';

const MAX_HOPS = 8;
const MAX_LIMIT = 100;

export type { PathHop };

export interface PathQuery extends StepsQuery {
  /** 1 to 8. */
  readonly maxHops: number;
  /** Most paths to return, 1 to 100. */
  readonly limit: number;
}

export interface ClaimPath {
  readonly hops: readonly PathHop[];
}

export interface PathsFound {
  /** Shortest first; equally long ones by the age of their first claim, then of their second, and so on, oldest first. */
  readonly paths: readonly ClaimPath[];
  /** Whether paths were left out that were asked for; hubs that were to be avoided do not count. */
  readonly truncated: boolean;
  /** Why, and which hubs were avoided. */
  readonly reason: string | null;
  /** Steps taken: claims looked at, again wherever a search came by again. */
  readonly explored: number;
}

/**
 * The shortest paths between two entities along claims in either direction, as far as limit and budget go. The number of
 * paths grows exponentially with their length: the budget bounds time and memory, and what was found before it ran out is kept.
 * @throws InvalidInput for a figure out of bounds, an unknown predicate or one entity as both ends, by whichever ids; NotFound for an unknown one.
 */
export async function findPaths(
  graph: ClaimGraph,
  query: PathQuery,
  budget = new WorkBudget(),
): Promise<PathsFound> {
  checkQuery(graph, query);
  const before = budget.spent;
  const steps = new PathSteps(graph, query);
  // One path more than the limit is looked for, to know whether the limit cuts anything.
  const found = await withRests(shortestPaths(steps, query, query.limit + 1, budget), budget);
  const cuts = [
    ...(found.length > query.limit ? [`more paths exist than the limit of ${query.limit}`] : []),
    ...(budget.exhausted ? [budget.reason] : []),
  ];
  const reasons = [...cuts, ...hubReason(steps.hubs.size, query.hubDegree)];
  return {
    paths: found.slice(0, query.limit).map(hops => ({ hops })),
    truncated: cuts.length > 0,
    reason: reasons.length > 0 ? reasons.join('; ') : null,
    explored: budget.spent - before,
  };
}

function checkQuery(graph: ClaimGraph, { from, to, maxHops, limit, identities }: PathQuery): void {
  checkFigure('maxHops', maxHops, 1, MAX_HOPS);
  checkFigure('limit', limit, 1, MAX_LIMIT);
  checkEntity(graph, 'from', from);
  checkEntity(graph, 'to', to);
  if (from === to) {
    const found = `\`from\` and \`to\` are both "${graph.labelOf(to)}"`;
    throw new InvalidInput(`${found}: give two different entities.`, { field: ['to'] });
  }
  if (identities?.areOne(from, to)) {
    const found = `"${graph.labelOf(from)}" and "${graph.labelOf(to)}" are judged to be one`;
    throw new InvalidInput(`${found}: give two different entities.`, { field: ['to'] });
  }
}

/** All paths of the fewest hops, then those of one more, until enough are found. */
function* shortestPaths(
  steps: PathSteps,
  { maxHops }: PathQuery,
  wanted: number,
  budget: WorkBudget,
): Generator<void, readonly (readonly PathHop[])[]> {
  const field = new PathField(steps, budget);
  const found: (readonly PathHop[])[] = [];
  const shortest = yield* field.shortest(maxHops);
  for (let length = shortest; length <= maxHops && found.length < wanted && !budget.exhausted; length += 1) {
    yield* pathsOfLength(steps, field, length, budget, path => found.push(path) === wanted);
  }
  return found;
}

/** Depth first, never to an entity from which the remaining hops cannot reach the end. Stops when the visitor says so. */
function* pathsOfLength(
  steps: PathSteps,
  field: PathField,
  length: number,
  budget: WorkBudget,
  isEnough: (path: readonly PathHop[]) => boolean,
): Generator<void, void> {
  const { from, to } = steps;
  const path: ClaimRecord[] = [];
  const passed = [from];
  const hops = (): readonly PathHop[] =>
    path.map((claim, at) => steps.hop(claim, passed[at] ?? from, passed[at + 1] ?? to));
  /** Says whether to stop. */
  function* extend(entity: number): Generator<void, boolean> {
    const left = length - path.length - 1;
    const { claims, others } = yield* field.linksTowards(entity, left);
    for (let at = 0, claim = claims[at]; claim; at += 1, claim = claims[at]) {
      if (!budget.spend()) return true;
      if (budget.due) yield;
      const other = steps.homeOf(others[at] ?? entity);
      // No path continues from an end.
      if ((other === to) !== (left === 0) || passed.includes(other)) continue;
      const known = field.known(other, left);
      if (known === false || !steps.isOpen(claim, other)) continue;
      if (!(known ?? (yield* field.reaches(other, left)))) continue;
      path.push(claim);
      passed.push(other);
      if (left === 0 ? isEnough(hops()) : yield* extend(other)) return true;
      passed.pop();
      path.pop();
    }
    return false;
  }
  yield* extend(from);
}

function hubReason(count: number, hubDegree = HUB_DEGREE): readonly string[] {
  if (count === 0) return [];
  const what = count === 1 ? '1 entity' : `${count.toLocaleString('en')} entities`;
  const verb = count === 1 ? 'was' : 'were';
  return [`${what} with more than ${hubDegree} claims ${verb} not passed through`];
}
