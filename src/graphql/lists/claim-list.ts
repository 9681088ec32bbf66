// Lists of claims: filtered, in one of four orders, each claim with a place that later claims do not move.
import type { EntityId, Json } from '../../domain/ids.js';
import type { View } from '../../domain/view.js';
import type { Reading } from '../../evidence/reading.js';
import { supportRank } from '../../evidence/weighing/weakest.js';
import type { ClaimRecord } from '../../graph/records/records.js';
import type { Work } from '../../graph/work/work.js';
import { candidates, checkFilter, claimTest, passing } from '../inputs/filtered-claims.js';
import { ClaimTally } from './claim-tally.js';
import type { Place } from '../words/cursor.js';
import type { ClaimOrder } from '../words/enums.js';
import type { ClaimFilter } from '../inputs/claim-filter.js';
import { NearestRows } from './nearest-rows.js';
import type { Listing, Row, Wanted } from '../words/page.js';
import { ClaimType } from '../types/claim.js';

/** A list of claims, which can be counted by what they are. */
export interface ClaimListing extends Listing<ClaimType> {
  readonly reading: Reading;
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
export function claimListing(reading: Reading, query: ClaimQuery): ClaimListing {
  const { of, filter, among = () => true, order = 'RECORDED', work } = query;
  checkFilter(reading.graph, filter);
  const { plain, ...rest } = claimTest(reading, filter, query.apart);
  const test = { plain: (record: ClaimRecord) => among(record) && plain(record), ...rest };
  const found = () => passing(candidates(reading, filter), test);
  const tally = new ClaimTally(reading, found, work);
  return {
    reading,
    tally,
    total: () => tally.total(),
    query: { of, filter: filter as Json, order, view: viewKey(reading) },
    rows: wanted => rowsOf(reading, found(), order, wanted),
  };
}

/** The view as part of a cursor. The place in the journal is left out: rows keep their places as it grows. */
export function viewKey({ view }: Reading): Json {
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
  reading: Reading,
  records: Iterable<ClaimRecord | number>,
  order: ClaimOrder,
  { after, most }: Wanted,
): Iterable<Row<ClaimType> | number> {
  const rowOf = (record: ClaimRecord): Row<ClaimType> => ({
    place: PLACES[order](record, reading),
    node: new ClaimType(record, reading),
  });
  // Claims come in the order they were recorded: only the other orders need to see all before the first.
  if (order === 'RECORDED') {
    for (const record of records) yield typeof record === 'number' ? record : rowOf(record);
    return;
  }
  const nearest = new NearestRows<Row<ClaimType>>(after, most);
  for (const record of records) {
    if (typeof record === 'number') yield record;
    else {
      if (order === 'SUPPORT') yield* reading.prepare(record);
      nearest.add(rowOf(record));
      yield 1;
    }
  }
  yield* nearest.rows;
}

const recordedPlace = ({ recorded }: ClaimRecord): Place => [recorded.seq];

const newestPlace = ({ recorded }: ClaimRecord): Place => [-recorded.seq];

const supportPlace = (record: ClaimRecord, reading: Reading): Place => [
  ...supportRank(reading.supportOf(record)).map(rank => -rank),
  record.recorded.seq,
];

// JSON has no infinity: the ends of time stand for open ends.
const timePlace = ({ span, recorded }: ClaimRecord): Place => [
  span.text === null ? 1 : 0,
  Math.max(span.from, -8.64e15),
  Math.min(span.to, 8.64e15),
  recorded.seq,
];

const PLACES = {
  RECORDED: recordedPlace,
  NEWEST: newestPlace,
  SUPPORT: supportPlace,
  VALID_TIME: timePlace,
} as const satisfies Readonly<Record<ClaimOrder, (record: ClaimRecord, reading: Reading) => Place>>;
