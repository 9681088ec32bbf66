// Walks: around an entity, and between two.
import { Arg, Ctx, ID, Int, Query, Resolver } from 'type-graphql';
import { neighborhood } from '../../graph/walks/neighborhood.js';
import { findPaths } from '../../graph/walks/paths.js';
import { walkTest } from '../inputs/filtered-claims.js';
import { budgetFor, readingFor, type RequestContext } from '../operation/context.js';
import { given } from '../words/without-nulls.js';
import { ClaimFilter } from '../inputs/claim-filter.js';
import { ViewInput } from '../inputs/view-input.js';
import { PathResultType, SubgraphType } from '../types/walk.js';
import { PREDICATES, VIEW, WALK_FILTER } from './arguments.js';

@Resolver()
export class WalkQueries {
  @Query(() => SubgraphType, {
    description:
      'The claims around an entity that the view keeps, in both directions. An unknown id is refused.',
  })
  async neighborhood(
    @Arg('of', () => ID, { description: 'Id of the entity in the middle.' }) of: string,
    @Arg('hops', () => Int, {
      nullable: true,
      defaultValue: 1,
      description: 'How far to go, from 1 to 5 claims.',
    })
    hops: number | null,
    @Arg('predicates', () => [String], PREDICATES) predicates: string[] | null | undefined,
    @Arg('view', () => ViewInput, VIEW) view: ViewInput | null | undefined,
    @Arg('limit', () => Int, {
      nullable: true,
      defaultValue: 100,
      description: 'At most so many claims, from 1 to 1,000; a cut answer says so.',
    })
    limit: number | null,
    @Arg('filter', () => ClaimFilter, WALK_FILTER) filter: ClaimFilter | null | undefined,
    @Ctx() context: RequestContext,
  ): Promise<SubgraphType> {
    const viewed = readingFor(context, view);
    const asked = {
      of,
      hops: hops ?? 1,
      limit: limit ?? 100,
      predicates: predicates ?? undefined,
      accept: walkTest(viewed, given(filter ?? {})),
      identities: viewed.lens.identities,
    };
    const found = await neighborhood(viewed.graph, asked, budgetFor(context));
    return new SubgraphType(found, viewed);
  }

  @Query(() => PathResultType, {
    description:
      'Ways from one entity to another along claims that the view keeps, in either direction. Shortest first. `weakest` is the hop with the least support. Unknown ids are refused.',
  })
  async paths(
    @Arg('from', () => ID, { description: 'Id of the entity at the beginning.' }) from: string,
    @Arg('to', () => ID, { description: 'Id of another entity, at the end.' }) to: string,
    @Arg('maxHops', () => Int, {
      nullable: true,
      defaultValue: 4,
      description: 'At most so many claims to a path, from 1 to 8.',
    })
    maxHops: number | null,
    @Arg('limit', () => Int, {
      nullable: true,
      defaultValue: 3,
      description: 'At most so many paths, from 1 to 100; a cut answer says so.',
    })
    limit: number | null,
    @Arg('predicates', () => [String], PREDICATES) predicates: string[] | null | undefined,
    @Arg('avoidHubs', () => Boolean, {
      nullable: true,
      defaultValue: true,
      description: 'Whether not to pass through entities with more than 100 claims.',
    })
    avoidHubs: boolean | null,
    @Arg('view', () => ViewInput, VIEW) view: ViewInput | null | undefined,
    @Arg('filter', () => ClaimFilter, WALK_FILTER) filter: ClaimFilter | null | undefined,
    @Ctx() context: RequestContext,
  ): Promise<PathResultType> {
    const viewed = readingFor(context, view);
    const asked = {
      from,
      to,
      maxHops: maxHops ?? 4,
      limit: limit ?? 3,
      predicates: predicates ?? undefined,
      avoidHubs: avoidHubs ?? true,
      accept: walkTest(viewed, given(filter ?? {})),
      identities: viewed.lens.identities,
    };
    const found = await findPaths(viewed.graph, asked, budgetFor(context));
    return new PathResultType(found, viewed);
  }
}
