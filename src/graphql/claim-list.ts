// Lists of claims: filtered, in one of four orders, each claim with a place that later claims do not move.
import type { EntityId, Json } from '../domain/ids.js';
import type { View } from '../domain/view.js';
import type { Reading } from '../evidence/reading.js';
import { supportRank } from '../evidence/weakest.js';
import type { ClaimRecord } from '../graph/records.js';
import { candidates, checkFilter, filterTest } from './claim-filter.js';
import { ClaimTally } from './claim-tally.js';
import { comparePlaces, type Place } from './cursor.js';
import type { ClaimOrder } from './enums.js';
import type { ClaimFilter } from './inputs/claim-filter.js';
import type { OperationClock } from './operation-clock.js';
import type { Listing, Row } from './page.js';
import { ClaimType } from './types/claim.js';

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
  /** Ends walks over the whole list. */
  readonly clock?: OperationClock | undefined;
}

/**
 * The claims of a view that fit a query.
 * @throws NotFound or InvalidInput for a filter that names what is not there.
 */
export function claimListing(reading: Reading, query: ClaimQuery): ClaimListing {
  const { of, filter, among = () => true, order = 'RECORDED', clock } = query;
  checkFilter(reading.graph, filter);
  const fits = filterTest(reading, filter, query.apart);
  const isFound = (record: ClaimRecord): boolean => among(record) && fits(record);
  const all = () => candidates(reading, filter);
  const tally = new ClaimTally(reading, all, isFound, clock);
  return {
    reading,
    tally,
    total: () => tally.total(),
    query: { of, filter: filter as Json, order, view: viewKey(reading) },
    rows: () => rowsOf(reading, all(), isFound, order),
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

interface Placed {
  readonly record: ClaimRecord;
  readonly place: Place;
}

function* rowsOf(
  reading: Reading,
  records: Iterable<ClaimRecord>,
  isFound: (record: ClaimRecord) => boolean,
  order: ClaimOrder,
): Iterable<Row<ClaimType>> {
  const placed = {
    RECORDED: recordedPlace,
    NEWEST: newestPlace,
    SUPPORT: supportPlace,
    VALID_TIME: timePlace,
  }[order];
  // Claims come in the order they were recorded: only the other orders need to see all before the first.
  if (order === 'RECORDED') {
    for (const record of records)
      if (isFound(record)) yield { place: recordedPlace(record), node: new ClaimType(record, reading) };
    return;
  }
  const all: Placed[] = [];
  for (const record of records) if (isFound(record)) all.push({ record, place: placed(record, reading) });
  all.sort((a, b) => comparePlaces(a.place, b.place));
  for (const { record, place } of all) yield { place, node: new ClaimType(record, reading) };
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
