// The shortest ways between two entities: paths in which no entity comes twice, each claim a hop of its own.
import type { EntityId } from '../domain/ids.js';
import { InvalidInput } from '../domain/refusal.js';
import type { ClaimGraph } from './claim-graph.js';
import { HUB_DEGREE, PathField, type FieldQuery, type PathHop } from './path-field.js';
import { checkEntity, checkFigure } from './walk.js';
import { WorkBudget } from './work-budget.js';

const MAX_HOPS = 8;
const MAX_LIMIT = 100;

export type { PathHop };

export interface PathQuery extends FieldQuery {
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
  const field = new PathField(graph, query, budget);
  // One path more than the limit is looked for, to know whether the limit cuts anything.
  const found = await shortestPaths(field, query, query.limit + 1, budget);
  const cuts = [
    ...(found.length > query.limit ? [`more paths exist than the limit of ${query.limit}`] : []),
    ...(budget.exhausted ? [budget.reason] : []),
  ];
  const reasons = [...cuts, ...hubReason(field.hubs.size, query.hubDegree)];
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

/** Iterative deepening: all paths of one hop, then of two, until enough are found. */
async function shortestPaths(
  field: PathField,
  query: PathQuery,
  wanted: number,
  budget: WorkBudget,
): Promise<readonly (readonly PathHop[])[]> {
  const found: (readonly PathHop[])[] = [];
  for (let length = 1; length <= query.maxHops && found.length < wanted && !budget.exhausted; length += 1) {
    await field.widen();
    found.push(...(await pathsOfLength(field, query, length, wanted - found.length, budget)));
  }
  return found;
}

/** Depth first, never to where the rest of the length would not reach the end. */
async function pathsOfLength(
  field: PathField,
  { from, to }: PathQuery,
  length: number,
  wanted: number,
  budget: WorkBudget,
): Promise<readonly (readonly PathHop[])[]> {
  const distance = await field.distances(length);
  if (!distance.has(from)) return [];
  const found: (readonly PathHop[])[] = [];
  const path: PathHop[] = [];
  const taken = new Set<EntityId>([from]);
  const open = [field.hopsFrom(from).values()];
  for (let hops = open.at(-1); hops && found.length < wanted; hops = open.at(-1)) {
    const step = hops.next();
    if (step.done) {
      open.pop();
      const last = path.pop();
      if (last) taken.delete(last.to);
      continue;
    }
    if (!budget.spend()) break;
    if (budget.due) await budget.rest();
    const hop = step.value;
    const left = length - path.length - 1;
    if (taken.has(hop.to) || (distance.get(hop.to) ?? Infinity) > left) continue;
    if (left === 0) found.push([...path, hop]);
    else if (hop.to !== to) {
      path.push(hop);
      taken.add(hop.to);
      open.push(field.hopsFrom(hop.to).values());
    }
  }
  return found;
}

function hubReason(count: number, hubDegree = HUB_DEGREE): readonly string[] {
  if (count === 0) return [];
  const what = count === 1 ? '1 entity' : `${count.toLocaleString('en')} entities`;
  const verb = count === 1 ? 'was' : 'were';
  return [`${what} with more than ${hubDegree} claims ${verb} not passed through`];
}
