// What walks find: the neighbourhood of an entity, and the paths between two.
import { Int, ObjectType } from 'type-graphql';
import type { ViewedGraph } from '../../evidence/viewed-graph.js';
import { weakestOf } from '../../evidence/weighing/weakest.js';
import type { Neighborhood } from '../../graph/walks/neighborhood.js';
import type { ClaimPath, PathHop, PathsFound } from '../../graph/walks/paths.js';
import { ListSize } from '../words/list-size.js';
import { Shown, ShownOrNull } from '../words/shown.js';
import { ClaimType } from './claim.js';
import { entityById, EntityType } from './entity.js';

@ObjectType('Subgraph', { description: 'Entities and the claims between them.' })
export class SubgraphType {
  constructor(
    private readonly found: Neighborhood,
    private readonly viewed: ViewedGraph,
  ) {}

  // Each claim may name both its ends under ids of their own where entities are one.
  @ListSize(({ limit }) => 2 * limit + 1)
  @Shown(() => [EntityType], 'The entity asked for first, then the nearest.')
  get entities(): readonly EntityType[] {
    return this.found.entities.map(id => entityById(id, this.viewed));
  }

  @ListSize(({ limit }) => limit)
  @Shown(() => [ClaimType], 'The nearest first, and the oldest first among the equally near.')
  get claims(): readonly ClaimType[] {
    return this.found.claims.map(record => new ClaimType(record, this.viewed));
  }

  @Shown(() => Boolean, 'Whether anything was left out.')
  get truncated(): boolean {
    return this.found.truncated;
  }

  @ShownOrNull(() => String, 'Why, and what to do; null where nothing was left out.')
  get reason(): string | null {
    return this.found.reason;
  }

  @Shown(() => Int, 'How many claims were looked at.')
  get explored(): number {
    return this.found.explored;
  }
}

@ObjectType('Hop', { description: 'A claim as a step from one of its ends to the other.' })
export class HopType {
  constructor(
    private readonly hop: PathHop,
    private readonly viewed: ViewedGraph,
  ) {}

  @Shown(() => EntityType, 'Where the step begins.')
  get from(): EntityType {
    return entityById(this.hop.from, this.viewed);
  }

  @Shown(() => ClaimType, 'The claim.')
  get claim(): ClaimType {
    return new ClaimType(this.hop.claim, this.viewed);
  }

  @Shown(() => EntityType, 'Where the step ends.')
  get to(): EntityType {
    return entityById(this.hop.to, this.viewed);
  }

  @Shown(() => Boolean, 'Whether it goes from subject to object.')
  get forward(): boolean {
    return this.hop.forward;
  }
}

@ObjectType('Path', { description: 'A way from one entity to another, in which none comes twice.' })
export class PathType {
  constructor(
    private readonly path: ClaimPath,
    private readonly viewed: ViewedGraph,
  ) {}

  @ListSize(({ maxHops }) => maxHops)
  @Shown(() => [HopType], 'Its steps in order; at least one.')
  get hops(): readonly HopType[] {
    return this.path.hops.map(hop => new HopType(hop, this.viewed));
  }

  @Shown(
    () => HopType,
    'The step whose claim has the least support: by independence, then count, then certainty.',
  )
  get weakest(): HopType {
    const weakest = weakestOf(this.path.hops, ({ claim }) => this.viewed.supportOf(claim));
    if (!weakest) throw new Error('a path has at least one hop');
    return new HopType(weakest, this.viewed);
  }
}

@ObjectType('PathResult', { description: 'The paths between two entities.' })
export class PathResultType {
  constructor(
    private readonly found: PathsFound,
    private readonly viewed: ViewedGraph,
  ) {}

  @ListSize(({ limit }) => limit)
  @Shown(() => [PathType], 'Shortest first.')
  get paths(): readonly PathType[] {
    return this.found.paths.map(path => new PathType(path, this.viewed));
  }

  @Shown(() => Boolean, 'Whether paths were left out that were asked for.')
  get truncated(): boolean {
    return this.found.truncated;
  }

  @ShownOrNull(() => String, 'Why, and which entities with very many claims were not passed through.')
  get reason(): string | null {
    return this.found.reason;
  }

  @Shown(() => Int, 'How many steps the search took.')
  get explored(): number {
    return this.found.explored;
  }
}
