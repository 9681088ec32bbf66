// The product's own walks, as its resolvers call them, without a view that filters. Of a path it says more than the others: the claims,
// oldest first among equally short ways, and whether there are further paths.
import { neighborhood } from '../../src/graph/walks/neighborhood.js';
import { findPaths } from '../../src/graph/walks/paths.js';
import { WorkBudget } from '../../src/graph/work/work-budget.js';
import type { ClaimGraph } from '../../src/graph/claim-graph.js';
import { actorId } from '../worlds/power-law.js';
import { MOST_CLAIMS, MOST_HOPS, type Walker } from './walker.js';

const accept = (): boolean => true;

export const productWalker = (graph: ClaimGraph, limit = 1): Walker => ({
  async around(of, hops) {
    const query = { of: actorId(of), hops, limit: MOST_CLAIMS, accept };
    const { claims } = await neighborhood(graph, query, new WorkBudget(Infinity));
    return claims.map(({ recorded }) => recorded.seq);
  },
  async pathLength(from, to) {
    const query = {
      from: actorId(from),
      to: actorId(to),
      maxHops: MOST_HOPS,
      limit,
      avoidHubs: false,
      accept,
    };
    const { paths } = await findPaths(graph, query, new WorkBudget(Infinity));
    return paths[0]?.hops.length ?? null;
  },
});
