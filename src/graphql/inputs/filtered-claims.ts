// From a claim filter to the claims to look at and the test that they must pass. Ids in a filter must exist.
import type { Claim } from '../../domain/claim.js';
import type { EntityKind } from '../../domain/entity.js';
import type { EntityId, SourceId } from '../../domain/ids.js';
import type { ClaimGraph } from '../../graph/claim-graph.js';
import type { ClaimRecord } from '../../graph/records/records.js';
import { sorted, type Resumable } from '../../graph/work/resumable.js';
import type { ViewedGraph } from '../../evidence/viewed-graph.js';
import { InvalidInput } from '../../domain/refusal.js';
import { readText } from '../../domain/text.js';
import { getEntity, missing } from '../../journal/decide/lookups.js';
import { showsAttestation } from '../../evidence/views/shows-attestation.js';
import type { ClaimFilter } from './claim-filter.js';

type Test = (record: ClaimRecord) => boolean;

/** @throws NotFound for an id, InvalidInput for a predicate, that is not there. */
export function checkFilter(graph: ClaimGraph, filter: ClaimFilter): void {
  for (const name of ['about', 'subject', 'object', 'party'] as const) {
    const id = filter[name];
    if (id !== undefined) getEntity(graph, id, ['filter', name]);
  }
  if (filter.source !== undefined && !graph.findSource(filter.source)) {
    missing('source', filter.source, ['filter', 'source'], 'look it up with `sources`');
  }
  for (const id of filter.predicates ?? []) graph.vocabulary.getPredicate(id, ['filter', 'predicates']);
}

/**
 * The claims that a walk may go along: those of the view that fit a filter.
 * @throws InvalidInput for a filter that names the ends of claims; else as `checkFilter`.
 */
export function walkTest(viewed: ViewedGraph, filter: ClaimFilter): Test {
  for (const name of ['about', 'subject', 'object'] as const) {
    if (filter[name] === undefined) continue;
    const found = `\`${name}\` says where claims must end, and a walk goes from end to end`;
    throw new InvalidInput(`${found}: leave it out, or ask for a list of claims.`, {
      field: ['filter', name],
    });
  }
  checkFilter(viewed.graph, filter);
  return filterTest(viewed, filter);
}

/** The fewest claims among which all that fit are to be found, oldest first; between them the steps that finding them took. */
export function* candidates(
  { graph, joined }: ViewedGraph,
  filter: ClaimFilter,
): Generator<ClaimRecord | number, void> {
  const entity = filter.subject ?? filter.object ?? filter.about;
  if (entity !== undefined) yield* joined.claimsAbout(entity);
  else if (filter.source !== undefined) yield* claimsSaidIn(graph, [filter.source]);
  else if (filter.party === undefined) yield* graph.claims();
  else
    yield* claimsSaidIn(
      graph,
      joined.sourcesOf(filter.party).map(({ source }) => source.id),
    );
}

function* claimsSaidIn(
  graph: ClaimGraph,
  sources: readonly SourceId[],
): Generator<ClaimRecord | number, void> {
  const found = new Set<ClaimRecord>();
  for (const source of sources) {
    for (const { attestation } of graph.attestationsBy(source)) {
      const record = graph.findClaim(attestation.claim);
      if (record) found.add(record);
      yield 1;
    }
  }
  yield* yield* sorted([...found], (a, b) => a.recorded.seq - b.recorded.seq);
}

/** A test of claims in two parts: what costs least is asked first, and the rest only of what passes. */
export interface ClaimTest {
  readonly plain: Test;
  readonly full: Test;
  /** Works out what `full` rests on; null where that costs nothing. */
  readonly prepare: ((record: ClaimRecord) => Resumable<unknown>) | null;
}

/** The claims of some that pass a test, and between them the steps that it took. */
export function* passing(
  records: Iterable<ClaimRecord | number>,
  { plain, full, prepare }: ClaimTest,
): Generator<ClaimRecord | number, void> {
  for (const record of records) {
    if (typeof record === 'number') yield record;
    else if (!plain(record)) yield 1;
    else {
      if (prepare) yield* prepare(record);
      yield full(record) ? record : 1;
    }
  }
}

/** Whether a claim fits the filter and the view, at once. */
export function filterTest(viewed: ViewedGraph, filter: ClaimFilter, apart = filter.about): Test {
  const { plain, full } = claimTest(viewed, filter, apart);
  return record => plain(record) && full(record);
}

/**
 * Whether a claim fits the filter and the view.
 * @param apart the entity whose own kind `kinds` leaves out.
 */
export function claimTest(viewed: ViewedGraph, filter: ClaimFilter, apart = filter.about): ClaimTest {
  const { subject, object, about, statuses, certainty, independence, kinds } = filter;
  const predicates = filter.predicates && new Set(filter.predicates);
  const { identities } = viewed.lens;
  const plain = all([
    subject !== undefined && (({ claim }) => identities.areOne(claim.subject, subject)),
    object !== undefined &&
      (({ claim }) => claim.object !== undefined && identities.areOne(claim.object, object)),
    about !== undefined && (record => isAbout(viewed, record, about)),
    predicates !== undefined && (record => predicates.has(record.claim.predicate)),
    kinds !== undefined && kindTest(viewed, new Set(kinds), apart),
    (filter.source ?? filter.party) !== undefined && saidTest(viewed, filter),
    filter.text !== undefined && textTest(viewed, filter.text),
  ]);
  const full = all([
    record => viewed.accepts(record),
    certainty !== undefined &&
      (record => certainty.some(word => word === viewed.supportOf(record).certainty)),
    independence !== undefined && (record => independence.includes(viewed.supportOf(record).independence)),
    statuses !== undefined && (record => statuses.includes(viewed.statusOf(record))),
  ]);
  return { plain, full, prepare: preparationFor(viewed, [certainty, independence, statuses]) };
}

function preparationFor(viewed: ViewedGraph, asked: readonly unknown[]): ClaimTest['prepare'] {
  if (asked.some(one => one !== undefined)) return record => viewed.prepare(record);
  const { minIndependent, statuses, publishedBy } = viewed.view;
  const isWeighed = [minIndependent, statuses, publishedBy].some(one => one !== undefined);
  return isWeighed ? record => viewed.acceptable(record) : null;
}

function all(tests: readonly (Test | false)[]): Test {
  const asked = tests.filter(test => test !== false);
  return record => asked.every(test => test(record));
}

/** Whether a claim names an entity, or one that is judged one with it, as subject, object or in a qualifier. */
export const isAbout = ({ lens: { identities } }: ViewedGraph, { claim }: ClaimRecord, id: string): boolean =>
  entitiesOf(claim).some(named => identities.areOne(named, id));

const entitiesOf = ({ subject, object, qualifiers }: Claim): readonly EntityId[] => [
  subject,
  ...(object === undefined ? [] : [object]),
  ...qualifiers.flatMap(({ entity }) => entity ?? []),
];

const kindTest =
  ({ graph, lens }: ViewedGraph, kinds: ReadonlySet<EntityKind>, apart: EntityId | undefined): Test =>
  ({ claim }) =>
    entitiesOf(claim).some(id => {
      const isApart = apart !== undefined && lens.identities.areOne(id, apart);
      const kind = isApart ? undefined : graph.findEntity(id)?.entity.kind;
      return kind !== undefined && kinds.has(kind);
    });

/** Said or denied by that source, and by a source of that party. */
function saidTest(viewed: ViewedGraph, { source, party }: ClaimFilter): Test {
  const { graph, lens } = viewed;
  const isOf = (by: EntityId | undefined): boolean =>
    party === undefined || (by !== undefined && lens.identities.areOne(by, party));
  const isBy = (id: string): boolean =>
    (source === undefined || source === id) && isOf(graph.findSource(id)?.source.party);
  return record =>
    graph
      .attestationsOf(record.claim.id)
      .some(said => isBy(said.attestation.source) && showsAttestation(viewed, said));
}

function textTest(viewed: ViewedGraph, text: string): Test {
  const wanted = fold(readText(text, 'wording', ['filter', 'text']));
  const { graph } = viewed;
  const occurs = (words: string | undefined): boolean => words !== undefined && fold(words).includes(wanted);
  return record =>
    occurs(graph.sentenceOf(record)) ||
    graph
      .attestationsOf(record.claim.id)
      .filter(said => showsAttestation(viewed, said))
      .some(({ attestation }) => occurs(attestation.quote?.exact) || occurs(attestation.wording));
}

const fold = (text: string): string => text.normalize('NFC').toLowerCase();
