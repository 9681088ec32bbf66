// Who may be one with whom, worked out in slices and kept while the journal stands still; and what was judged.
import { Arg, Args, Ctx, ID, Query, Resolver } from 'type-graphql';
import { identityCandidates, type CandidatesFound } from '../../evidence/identity/identity-candidates.js';
import type { ViewedGraph } from '../../evidence/viewed-graph.js';
import type { Work } from '../../graph/work/work.js';
import { getEntity } from '../../journal/decide/lookups.js';
import type { Connection } from '../words/connection.js';
import { readingFor, type RequestContext, workOf } from '../operation/context.js';
import { PageArgs } from '../words/page.js';
import { EntityJudgementType } from '../types/identity.js';
import { IdentityCandidateConnectionType, IdentityCandidateType } from '../types/identity-candidate.js';
import { EntityJudgementConnection } from '../lists/connections.js';

// Gone with the reading, which the ledger keeps while the journal stands still.
const found = new WeakMap<ViewedGraph, Map<string, CandidatesFound>>();
const MOST_KEPT = 100;

@Resolver()
export class IdentityQueries {
  @Query(() => IdentityCandidateConnectionType, {
    description:
      'Pairs of entities that may be one, likeliest first: they share a name or its sound, a page or an identifier. Pairs that are one already, or judged DIFFERENT, are left out. Joins nothing: see `judgeIdentity`.',
  })
  async identityCandidates(
    @Arg('entity', () => ID, {
      nullable: true,
      description: 'Only pairs with this entity, or with one that is one with it; an unknown id is refused.',
    })
    entity: string | null | undefined,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: RequestContext,
  ): Promise<IdentityCandidateConnectionType> {
    const { graph } = context.ledger;
    const id = entity == null ? null : getEntity(graph, entity, ['entity']).entity.id;
    const work = workOf(context);
    // Before the reading, which shows the graph as it stands then.
    await work.run(graph.names.indexing());
    await work.run(graph.names.twins.pairing());
    const viewed = readingFor(context);
    const result = await candidatesIn(viewed, id, work);
    const age = (one: string): number => graph.findEntity(one)?.recorded.seq ?? 0;
    const rows = result.candidates.map(one => ({
      sortKey: [-one.score, age(one.a), age(one.b)],
      node: new IdentityCandidateType(one, viewed),
    }));
    const listing = { query: { of: 'identityCandidates', entity: id }, rows: () => rows };
    return new IdentityCandidateConnectionType(listing, page, result, viewed, work);
  }

  @Query(() => EntityJudgementConnection, {
    description:
      'Judgements in force on who is who, the last one first: the last on each pair, unless it was taken back (UNSURE).',
  })
  identityJudgements(
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: RequestContext,
  ): Connection<EntityJudgementType> {
    const viewed = readingFor(context);
    const inForce = viewed.lens.identities.judgements.filter(({ judgement }) => judgement !== 'UNSURE');
    const rows = inForce.reverse().map(pair => ({
      sortKey: [-pair.recorded.seq],
      node: new EntityJudgementType(pair, viewed),
    }));
    return new EntityJudgementConnection(
      { query: { of: 'identityJudgements' }, rows: () => rows },
      page,
      workOf(context),
    );
  }
}

async function candidatesIn(
  viewed: ViewedGraph,
  entity: string | null,
  work: Work,
): Promise<CandidatesFound> {
  const kept = found.get(viewed) ?? new Map<string, CandidatesFound>();
  found.set(viewed, kept);
  const result = kept.get(entity ?? '') ?? (await work.run(identityCandidates(viewed, entity)));
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(entity ?? '', result);
  return result;
}
