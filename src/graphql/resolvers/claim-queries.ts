// Lists of claims: all of them, and who held a role.
import { Arg, Args, Ctx, ID, Query, Resolver } from 'type-graphql';
import { InvalidInput } from '../../domain/refusal.js';
import { MOST_PREDICATES } from '../../domain/vocabulary.js';
import { getEntity } from '../../journal/decide/lookups.js';
import { claimListing } from '../lists/claim-list.js';
import type { Connection } from '../words/connection.js';
import { readingFor, type RequestContext, workOf } from '../operation/context.js';
import { ClaimOrderEnum, type ClaimOrder } from '../words/enums.js';
import { given } from '../words/without-nulls.js';
import { ClaimFilter } from '../inputs/claim-filter.js';
import { ViewInput } from '../inputs/view-input.js';
import { ListSize } from '../words/list-size.js';
import { PageArgs } from '../words/page.js';
import type { ClaimType } from '../types/claim.js';
import { ClaimConnection } from '../lists/connections.js';
import { PredicateType } from '../types/predicate.js';
import { VIEW } from './arguments.js';

@Resolver()
export class ClaimQueries {
  @Query(() => ClaimConnection, { description: 'Claims that fit a filter and the view.' })
  claims(
    @Arg('filter', () => ClaimFilter, { nullable: true, description: 'Which to keep; all unless given.' })
    filter: ClaimFilter | null | undefined,
    @Arg('view', () => ViewInput, VIEW) view: ViewInput | null | undefined,
    @Arg('orderBy', () => ClaimOrderEnum, {
      nullable: true,
      description: 'Their order; RECORDED unless given.',
    })
    orderBy: ClaimOrder | null | undefined,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: RequestContext,
  ): Connection<ClaimType> {
    const listing = claimListing(readingFor(context, view), {
      of: 'claims',
      filter: given(filter ?? {}),
      ...(orderBy ? { order: orderBy } : {}),
      work: workOf(context),
    });
    return new ClaimConnection(listing, page, workOf(context));
  }

  @Query(() => ClaimConnection, {
    description:
      'Who held a role, on whose word: claims that put a person into it, by when they are said to hold. An id that is no role is refused.',
  })
  holders(
    @Arg('role', () => ID, { description: 'Id of an entity of kind ROLE.' }) role: string,
    @Arg('view', () => ViewInput, VIEW) view: ViewInput | null | undefined,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: RequestContext,
  ): Connection<ClaimType> {
    const { graph } = context.ledger;
    const { entity } = getEntity(graph, role, ['role']);
    if (entity.kind !== 'ROLE') {
      const found = `"${entity.label}" is a ${entity.kind}`;
      throw new InvalidInput(`${found}: give the id of a role.`, { field: ['role'] });
    }
    const predicates = graph.vocabulary.predicates
      .filter(
        ({ subjectKinds, objectKinds }) => subjectKinds.includes('PERSON') && objectKinds.includes('ROLE'),
      )
      .map(({ id }) => id);
    const listing = claimListing(readingFor(context, view), {
      of: ['holders', role],
      filter: { object: role, predicates },
      among: ({ claim }) => graph.findEntity(claim.subject)?.entity.kind === 'PERSON',
      order: 'VALID_TIME',
      work: workOf(context),
    });
    return new ClaimConnection(listing, page, workOf(context));
  }

  @ListSize(MOST_PREDICATES)
  @Query(() => [PredicateType], { description: 'All predicates of the vocabulary, by id.' })
  predicates(@Ctx() { ledger }: RequestContext): readonly PredicateType[] {
    const { vocabulary } = ledger;
    return vocabulary.predicates.map(predicate => new PredicateType(predicate, vocabulary));
  }
}
