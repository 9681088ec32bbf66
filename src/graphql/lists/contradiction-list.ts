// Lists of contradictions. The sort key is made of the claims in one.
import { CONTRADICTION_KINDS, type ContradictionKind } from '../../domain/view.js';
import {
  allContradictions,
  contradictionsAbout,
  type Contradiction,
} from '../../evidence/weighing/contradictions.js';
import type { ViewedGraph } from '../../evidence/viewed-graph.js';
import type { ClaimRecord } from '../../graph/records/records.js';
import { sorted, type Resumable } from '../../graph/work/resumable.js';
import { missing } from '../../journal/decide/lookups.js';
import { viewKey } from './claim-list.js';
import { compareSortKeys, type SortKey } from '../words/cursor.js';
import type { Listing, ListRow } from '../words/page.js';
import { ContradictionType } from '../types/contradiction.js';

export interface ContradictionListQuery {
  /** An entity or a claim; everything where null. */
  readonly about: string | null;
  readonly kinds: readonly ContradictionKind[] | null;
}

/**
 * Contradictions all of whose claims the view keeps, by the oldest of their claims. Walks every claim that is denied or shares
 * a slot, unless asked about one entity or claim.
 * @throws NotFound where `about` is neither.
 */
export function contradictionListing(
  viewed: ViewedGraph,
  { about, kinds }: ContradictionListQuery,
): Listing<ContradictionType> {
  const found = about === null ? null : recordsAbout(viewed, about);
  const wanted = { kinds, keeps: (record: ClaimRecord) => viewed.acceptable(record) };
  function* list(): Resumable<readonly ListRow<ContradictionType>[]> {
    const { evidence } = viewed;
    const { contradictions } = yield* found
      ? contradictionsAbout(evidence, found(), wanted)
      : allContradictions(evidence, wanted);
    const rows = contradictions.map(one => ({
      sortKey: sortKeyOf(one),
      node: new ContradictionType(one, viewed),
    }));
    return yield* sorted(rows, (a, b) => compareSortKeys(a.sortKey, b.sortKey));
  }
  let rows: readonly ListRow<ContradictionType>[] | undefined;
  return {
    query: { of: 'contradictions', about, kinds, view: viewKey(viewed) },
    // Found once, for the page and for the count.
    rows: function* () {
      rows ??= yield* list();
      yield* rows;
    },
  };
}

const sortKeyOf = ({ kind, claims }: Contradiction): SortKey => [
  ...claims.map(({ recorded }) => recorded.seq),
  CONTRADICTION_KINDS.indexOf(kind),
];

function recordsAbout(viewed: ViewedGraph, id: string): () => readonly ClaimRecord[] {
  const { graph, joined } = viewed;
  const claim = graph.findClaim(id);
  if (!claim && !graph.findEntity(id)) {
    missing('entity or claim', id, ['about'], 'search for its id');
  }
  return () => (claim ? [claim] : joined.claimsAbout(id));
}
