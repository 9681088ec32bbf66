// Lists of claims: filtered, in one of four orders, each claim with a sort key that later claims do not change.
import type { EntityId, Json } from '../../domain/ids.js';
import type { View } from '../../domain/view.js';
import type { ViewedGraph } from '../../evidence/viewed-graph.js';
import { supportRank } from '../../evidence/weighing/weakest.js';
import type { ClaimRecord } from '../../graph/records/records.js';
import type { Work } from '../../graph/work/work.js';
import { candidates, checkFilter, claimTest, passing } from '../inputs/filtered-claims.js';
import { ClaimTally } from './claim-tally.js';
import type { SortKey } from '../words/cursor.js';
import type { ClaimOrder } from '../words/enums.js';
import type { ClaimFilter } from '../inputs/claim-filter.js';
import { NearestRows } from './nearest-rows.js';
import type { Listing, ListRow, Wanted } from '../words/page.js';
import { ClaimType } from '../types/claim.js';

/** A list of claims, which can be counted by what they are. */
export interface ClaimListing extends Listing<ClaimType> {
  readonly viewed: ViewedGraph;
  readonly tally: ClaimTally;
}

export interface ClaimQuery {
  /** The field and its parent. */
  readonly of: Json;
  readonly filter: ClaimFilter;
  /** Further than the filter. */
  readonly among?: (record: ClaimRecord) => boolean;
  /** The entity whose own kind `kinds` leaves out; the filter's `about` unless given. */
  readonly apart?: EntityId;
  readonly order?: ClaimOrder;
  /** What walks over it are part of. */
  readonly work: Work;
}

/**
 * The claims of a view that fit a query.
 * @throws NotFound or InvalidInput for a filter that names what is not there.
 */
export function claimListing(viewed: ViewedGraph, query: ClaimQuery): ClaimListing {
  const { of, filter, among = () => true, order = 'RECORDED', work } = query;
  checkFilter(viewed.graph, filter);
  const { plain, ...rest } = claimTest(viewed, filter, query.apart);
  const test = { plain: (record: ClaimRecord) => among(record) && plain(record), ...rest };
  const found = () => passing(candidates(viewed, filter), test);
  const tally = new ClaimTally(viewed, found, work);
  return {
    viewed,
    tally,
    total: () => tally.total(),
    query: { of, filter: filter as Json, order, view: viewKey(viewed) },
    rows: wanted => rowsOf(viewed, found(), order, wanted),
  };
}

/** The view as part of a cursor. The place in the journal is left out: rows keep their places as it grows. */
export function viewKey({ view }: ViewedGraph): Json {
  let key = viewKeys.get(view);
  if (key === undefined) {
    const { knownAtSeq: _, ...rest } = view;
    viewKeys.set(view, (key = rest));
  }
  return key;
}

/** Every list has one, and few views are asked at a time. */
const viewKeys = new WeakMap<View, Json>();

function* rowsOf(
  viewed: ViewedGraph,
  records: Iterable<ClaimRecord | number>,
  order: ClaimOrder,
  { after, most }: Wanted,
): Iterable<ListRow<ClaimType> | number> {
  const rowOf = (record: ClaimRecord): ListRow<ClaimType> => ({
    sortKey: SORT_KEYS[order](record, viewed),
    node: new ClaimType(record, viewed),
  });
  // Claims come in the order they were recorded: only the other orders need to see all before the first.
  if (order === 'RECORDED') {
    for (const record of records) yield typeof record === 'number' ? record : rowOf(record);
    return;
  }
  const nearest = new NearestRows<ListRow<ClaimType>>(after, most);
  for (const record of records) {
    if (typeof record === 'number') yield record;
    else {
      if (order === 'SUPPORT') yield* viewed.prepare(record);
      nearest.add(rowOf(record));
      yield 1;
    }
  }
  yield* nearest.rows;
}

const recordedKey = ({ recorded }: ClaimRecord): SortKey => [recorded.seq];

const newestKey = ({ recorded }: ClaimRecord): SortKey => [-recorded.seq];

const supportKey = (record: ClaimRecord, viewed: ViewedGraph): SortKey => [
  ...supportRank(viewed.supportOf(record)).map(rank => -rank),
  record.recorded.seq,
];

// JSON has no infinity: the ends of time stand for open ends.
const timeKey = ({ span, recorded }: ClaimRecord): SortKey => [
  span.text === null ? 1 : 0,
  Math.max(span.from, -8.64e15),
  Math.min(span.to, 8.64e15),
  recorded.seq,
];

const SORT_KEYS = {
  RECORDED: recordedKey,
  NEWEST: newestKey,
  SUPPORT: supportKey,
  VALID_TIME: timeKey,
} as const satisfies Readonly<Record<ClaimOrder, (record: ClaimRecord, viewed: ViewedGraph) => SortKey>>;
