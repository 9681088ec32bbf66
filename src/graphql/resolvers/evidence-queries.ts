// Questions to the evidence: what is at odds, what would fall, what two sources say.
import { Arg, Args, Ctx, ID, Query, Resolver } from 'type-graphql';
import type { ContradictionKind } from '../../domain/view.js';
import { compareSources } from '../../evidence/views/comparison.js';
import { impactOf } from '../../evidence/views/impact.js';
import { soon, type Soon } from '../../graph/work/soon.js';
import { missing } from '../../journal/decide/lookups.js';
import type { Connection } from '../words/connection.js';
import { readingFor, type RequestContext, workOf } from '../operation/context.js';
import { contradictionListing } from '../lists/contradiction-list.js';
import { ContradictionKindEnum } from '../words/enums.js';
import { ViewInput } from '../inputs/view-input.js';
import { PageArgs } from '../words/page.js';
import type { ContradictionType } from '../types/contradiction.js';
import { ImpactType, SourceComparisonType } from '../types/impact.js';
import { ContradictionConnection } from '../lists/connections.js';
import { VIEW } from './arguments.js';

@Resolver()
export class EvidenceQueries {
  @Query(() => ContradictionConnection, {
    description: 'Contradictions all of whose claims the view keeps, by the oldest of their claims.',
  })
  contradictions(
    @Arg('about', () => ID, {
      nullable: true,
      description: 'Only those that an entity or a claim is in; an unknown id is refused.',
    })
    about: string | null | undefined,
    @Arg('kinds', () => [ContradictionKindEnum], {
      nullable: true,
      description: 'Only these kinds; all unless given.',
    })
    kinds: ContradictionKind[] | null | undefined,
    @Arg('view', () => ViewInput, VIEW) view: ViewInput | null | undefined,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: RequestContext,
  ): Connection<ContradictionType> {
    const query = { about: about ?? null, kinds: kinds ?? null };
    return new ContradictionConnection(
      contradictionListing(readingFor(context, view), query),
      page,
      workOf(context),
    );
  }

  @Query(() => ImpactType, {
    description:
      'What would fall if this source, party or attestation were set aside. Changes nothing. An unknown id is refused.',
  })
  impact(
    @Arg('of', () => ID, { description: 'Id of a source, an entity that is a party, or an attestation.' })
    of: string,
    @Arg('view', () => ViewInput, VIEW) view: ViewInput | null | undefined,
    @Arg('withFamily', () => Boolean, {
      nullable: true,
      defaultValue: false,
      description: 'Whether to set aside the whole family of a party too.',
    })
    withFamily: boolean | null,
    @Ctx() context: RequestContext,
  ): Soon<ImpactType> {
    const viewed = readingFor(context, view);
    const impact = workOf(context).run(impactOf(viewed, of, withFamily ?? false));
    return soon(impact, found => new ImpactType(found, viewed));
  }

  @Query(() => SourceComparisonType, {
    description: 'What two sources say, side by side. Unknown ids are refused.',
  })
  compareSources(
    @Arg('a', () => ID, { description: 'Id of the first source.' }) a: string,
    @Arg('b', () => ID, { description: 'Id of the second source.' }) b: string,
    @Arg('view', () => ViewInput, VIEW) view: ViewInput | null | undefined,
    @Ctx() context: RequestContext,
  ): Soon<SourceComparisonType> {
    const viewed = readingFor(context, view);
    for (const [name, id] of Object.entries({ a, b })) {
      if (!viewed.graph.findSource(id)) missing('source', id, [name], 'look it up with `sources`');
    }
    const comparison = workOf(context).run(compareSources(viewed, a, b));
    return soon(comparison, found => new SourceComparisonType(found, viewed));
  }
}
