// How the claims of a list fall into groups, over all its pages: what a reader may narrow it by, and how much is left then.
import { FieldResolver, Resolver, Root } from 'type-graphql';
import { CLAIM_STATUSES, INDEPENDENCES } from '../../domain/view.js';
import { ListSize } from '../words/list-size.js';
import { longList, ResolvedList, type LongList } from '../words/long-list.js';
import { IndependenceCountType, PredicateCountType, StatusCountType } from '../types/claim-counts.js';
import { ClaimConnection } from '../lists/connections.js';
import { PredicateType } from '../types/predicate.js';

type Claims = InstanceType<typeof ClaimConnection>;

@Resolver(() => ClaimConnection)
export class ClaimListFields {
  @ResolvedList(
    () => PredicateCountType,
    'How many claims of the whole list, all pages of it, each predicate has: most first, equals by label. Walks the whole list.',
  )
  async byPredicate(@Root() { listing }: Claims): Promise<LongList<PredicateCountType>> {
    const { vocabulary } = listing.viewed.graph;
    const counts = [...(await listing.tally.by('predicate'))].map(([id, count]) => ({
      predicate: new PredicateType(vocabulary.predicateOrPlain(id), vocabulary),
      count,
    }));
    counts.sort((a, b) => b.count - a.count || byLabel(a.predicate, b.predicate));
    return longList(counts, count => count);
  }

  @ListSize(CLAIM_STATUSES.length)
  @FieldResolver(() => [StatusCountType], {
    description:
      'How many claims of the whole list, all pages of it, have each status, in the order of the statuses. Weighs every claim of the list.',
  })
  async byStatus(@Root() { listing }: Claims): Promise<readonly StatusCountType[]> {
    const counts = await listing.tally.by('status');
    return CLAIM_STATUSES.flatMap(status => {
      const count = counts.get(status);
      return count === undefined ? [] : { status, count };
    });
  }

  @ListSize(INDEPENDENCES.length)
  @FieldResolver(() => [IndependenceCountType], {
    description:
      'How many claims of the whole list, all pages of it, have support of each independence, least first. Weighs every claim of the list.',
  })
  async byIndependence(@Root() { listing }: Claims): Promise<readonly IndependenceCountType[]> {
    const counts = await listing.tally.by('independence');
    return INDEPENDENCES.flatMap(independence => {
      const count = counts.get(independence);
      return count === undefined ? [] : { independence, count };
    });
  }
}

/** Not by locale: the order must not hang on where the program runs. */
const byLabel = (a: PredicateType, b: PredicateType): number =>
  a.label < b.label || (a.label === b.label && a.id < b.id) ? -1 : 1;
