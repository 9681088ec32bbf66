// Finding entities and sources: by name, by kind, by party.
import { Arg, Args, ArgsType, Ctx, Field, ID, Int, Query, Resolver } from 'type-graphql';
import type { EntityKind } from '../../domain/entity.js';
import { readText } from '../../domain/text.js';
import type { Connection } from '../words/connection.js';
import { readingFor, type RequestContext, workOf } from '../operation/context.js';
import { EntityKindEnum } from '../words/enums.js';
import { given } from '../words/without-nulls.js';
import { ViewInput } from '../inputs/view-input.js';
import { PageArgs } from '../words/page.js';
import { EdtfScalar } from '../words/scalars.js';
import { sourceListing, type SourceQuery } from '../lists/source-list.js';
import { entityOf, type EntityType } from '../types/entity.js';
import { EntityConnection, SourceConnection } from '../lists/connections.js';
import { SearchConnectionType } from '../types/search.js';
import type { SourceType } from '../types/source.js';
import { VIEW } from './arguments.js';

const KINDS = { nullable: true, description: 'Only entities of these kinds; all unless given.' };

@ArgsType()
class SearchPageArgs extends PageArgs {
  @Field(() => Int, {
    nullable: true,
    defaultValue: 10,
    description: 'Rows on the page, from 0 to 100; 10 unless given.',
  })
  override first?: number | null;
}

@Resolver()
export class EntityQueries {
  @Query(() => SearchConnectionType, {
    description:
      'Fuzzy over all names, scripts and romanisations; best first, the best 1,000 at most. Of several that are judged one, only the one that matches best. Empty text is refused.',
  })
  async search(
    @Arg('text', () => String, {
      description: 'A name or part of one, in any script; at most 500 characters.',
    })
    text: string,
    @Arg('kinds', () => [EntityKindEnum], KINDS) kinds: EntityKind[] | null | undefined,
    @Args(() => SearchPageArgs) page: SearchPageArgs,
    @Ctx() context: RequestContext,
  ): Promise<SearchConnectionType> {
    const wanted = readText(text, 'name', ['text']);
    const work = workOf(context);
    // Before the reading, which shows the graph as it stands then.
    await work.run(context.ledger.graph.names.indexing());
    const viewed = readingFor(context);
    const { graph, lens } = viewed;
    const accept = (id: string): boolean => {
      const record = graph.findEntity(id);
      // While the search is paused, further events may be recorded.
      return record !== null && lens.knows(record) && hasKind(record.entity.kind, kinds);
    };
    const rows = (await work.run(graph.names.search(wanted, accept))).map(hit => ({
      // Equally good ones in the order they were recorded.
      sortKey: [-hit.score, graph.findEntity(hit.entity)?.recorded.seq ?? 0],
      node: hit,
    }));
    rows.sort(
      (a, b) => (a.sortKey[0] ?? 0) - (b.sortKey[0] ?? 0) || (a.sortKey[1] ?? 0) - (b.sortKey[1] ?? 0),
    );
    // Of several that are judged one, the one that matches best.
    const found = lens.identities.any
      ? firstOfEach(rows, row => lens.identities.homeOf(row.node.entity))
      : rows;
    const query = { of: 'search', text: wanted, kinds: kinds ?? null };
    return new SearchConnectionType(
      { query, rows: () => found },
      { ...page, first: page.first ?? 10 },
      viewed,
      work,
    );
  }

  @Query(() => EntityConnection, { description: 'Entities, as they were recorded, oldest first.' })
  entities(
    @Arg('kinds', () => [EntityKindEnum], KINDS) kinds: EntityKind[] | null | undefined,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: RequestContext,
  ): Connection<EntityType> {
    const viewed = readingFor(context);
    const rows = function* () {
      for (const record of viewed.graph.entities()) {
        if (!viewed.lens.knows(record) || !hasKind(record.entity.kind, kinds)) yield 1;
        else yield { sortKey: [record.recorded.seq], node: entityOf(record, viewed) };
      }
    };
    return new EntityConnection(
      { query: { of: 'entities', kinds: kinds ?? null }, rows },
      page,
      workOf(context),
    );
  }

  @Query(() => SourceConnection, { description: 'Sources, as they were recorded, oldest first.' })
  sources(
    @Arg('party', () => ID, {
      nullable: true,
      description: 'Only those of this party, an entity; an unknown id is refused.',
    })
    party: string | null | undefined,
    @Arg('publishedBy', () => EdtfScalar, {
      nullable: true,
      description:
        'Only those that were out by the end of that time; also for what stands below, in the place of that of the view.',
    })
    publishedBy: string | null | undefined,
    @Arg('text', () => String, {
      nullable: true,
      description:
        'Only those where these words occur in the title, the address, the description of an unnamed party or any name of its party; folded as names are.',
    })
    text: string | null | undefined,
    @Arg('url', () => String, {
      nullable: true,
      description: 'Only the source of this http or https address, as `attachSource` finds it again.',
    })
    url: string | null | undefined,
    @Arg('view', () => ViewInput, VIEW) view: ViewInput | null | undefined,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: RequestContext,
  ): Connection<SourceType> {
    const viewed = readingFor(context, {
      ...given(view ?? {}),
      ...(publishedBy == null ? {} : { publishedBy }),
    });
    return new SourceConnection(
      sourceListing(viewed, given({ party, text, url }) as SourceQuery),
      page,
      workOf(context),
    );
  }
}

const hasKind = (kind: EntityKind | undefined, kinds: readonly EntityKind[] | null | undefined): boolean =>
  kind !== undefined && (kinds == null || kinds.includes(kind));

function firstOfEach<T>(items: readonly T[], keyOf: (item: T) => string): readonly T[] {
  const met = new Set<string>();
  return items.filter(item => met.size < met.add(keyOf(item)).size);
}
