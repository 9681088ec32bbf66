// What all walks share: checks of the arguments, the filter along the way, and the order of claims.
import type { EntityId, PredicateId } from '../../domain/ids.js';
import { InvalidInput, NotFound } from '../../domain/refusal.js';
import type { ClaimGraph } from '../claim-graph.js';
import type { IdentityClasses } from '../identity/identity-classes.js';
import type { ClaimRecord } from '../records/records.js';

/** Which claims a walk may step along. */
export interface WalkFilter {
  /** Only these; all where absent, none where empty. */
  readonly predicates?: readonly PredicateId[] | undefined;
  /** The view's word on a claim; asked at most once for each. */
  readonly accept: (claim: ClaimRecord) => boolean;
  /** Entities that are one are walked through as one; every entity for itself where absent. */
  readonly identities?: IdentityClasses | undefined;
}

/** @throws InvalidInput unless a figure is a whole number within bounds. */
export function checkFigure(field: string, value: number, least: number, most: number): void {
  if (Number.isInteger(value) && value >= least && value <= most) return;
  const wanted = `give a whole number from ${least} to ${most.toLocaleString('en')}`;
  throw new InvalidInput(`\`${field}\` is ${value}: ${wanted}.`, { field: [field] });
}

/** @throws NotFound where there is no such entity. */
export function checkEntity(graph: ClaimGraph, field: string, id: EntityId): void {
  if (graph.findEntity(id)) return;
  const found = `\`${field}\` is "${id.slice(0, 80)}", which is no entity here`;
  throw new NotFound(`${found}: give an entity's id, as the name search returns it.`, { field: [field] });
}

/**
 * Whether a claim has one of the predicates and was there when the walk began: the graph may grow while a walk is paused.
 * @throws InvalidInput for a predicate that the vocabulary does not have.
 */
export function candidateFilter(
  graph: ClaimGraph,
  predicates: readonly PredicateId[] | undefined,
): (record: ClaimRecord) => boolean {
  const { seq } = graph;
  const wanted = predicates && new Set(predicates);
  for (const id of wanted ?? []) graph.vocabulary.getPredicate(id, ['predicates']);
  return ({ claim, recorded }) => recorded.seq <= seq && (!wanted || wanted.has(claim.predicate));
}

/** Subject and object of a claim that is an edge. */
export const endsOf = ({ claim }: ClaimRecord): readonly [EntityId, EntityId] => [
  claim.subject,
  claim.object ?? claim.subject,
];

/** Oldest first: the order of claims that nothing else sets apart. */
export const bySeq = (a: ClaimRecord, b: ClaimRecord): number => a.recorded.seq - b.recorded.seq;
