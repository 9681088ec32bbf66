// Lists of contradictions, each with a place made of the claims that are at odds.
import { CONTRADICTION_KINDS, type ContradictionKind } from '../../domain/view.js';
import { allContradictions, contradictionsAbout, type Contradiction } from '../../evidence/weighing/contradictions.js';
import type { Reading } from '../../evidence/reading.js';
import type { ClaimRecord } from '../../graph/records/records.js';
import { sorted, type Resumable } from '../../graph/work/resumable.js';
import { missing } from '../../journal/decide/known.js';
import { viewKey } from './claim-list.js';
import { comparePlaces, type Place } from '../words/cursor.js';
import type { Listing, Row } from '../words/page.js';
import { ContradictionType } from '../types/contradiction.js';

export interface ContradictionQuery {
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
  reading: Reading,
  { about, kinds }: ContradictionQuery,
): Listing<ContradictionType> {
  const found = about === null ? null : recordsAbout(reading, about);
  const wanted = { kinds, keeps: (record: ClaimRecord) => reading.acceptable(record) };
  function* list(): Resumable<readonly Row<ContradictionType>[]> {
    const { evidence } = reading;
    const { contradictions } = yield* found
      ? contradictionsAbout(evidence, found(), wanted)
      : allContradictions(evidence, wanted);
    const rows = contradictions.map(one => ({
      place: placeOf(one),
      node: new ContradictionType(one, reading),
    }));
    return yield* sorted(rows, (a, b) => comparePlaces(a.place, b.place));
  }
  let rows: readonly Row<ContradictionType>[] | undefined;
  return {
    query: { of: 'contradictions', about, kinds, view: viewKey(reading) },
    // Found once, for the page and for the count.
    rows: function* () {
      rows ??= yield* list();
      yield* rows;
    },
  };
}

const placeOf = ({ kind, claims }: Contradiction): Place => [
  ...claims.map(({ recorded }) => recorded.seq),
  CONTRADICTION_KINDS.indexOf(kind),
];

function recordsAbout(reading: Reading, id: string): () => readonly ClaimRecord[] {
  const { graph, joined } = reading;
  const claim = graph.findClaim(id);
  if (!claim && !graph.findEntity(id)) {
    missing('entity or claim', id, ['about'], 'search for its id');
  }
  return () => (claim ? [claim] : joined.claimsAbout(id));
}
