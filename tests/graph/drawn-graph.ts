// A graph drawn from a list of claims between numbered entities, for the tests of walks.
import type { Claim } from '../../src/domain/claim.js';
import type { Event } from '../../src/domain/event.js';
import { Vocabulary, type Predicate } from '../../src/domain/vocabulary.js';
import { ClaimGraph } from '../../src/graph/claim-graph.js';

export const PREDICATES = ['knows', 'meets'] as const;

/** A claim from one numbered entity to another. */
export interface Drawn {
  readonly from: number;
  readonly to: number;
  readonly predicate?: (typeof PREDICATES)[number];
}

const predicate = (id: string): Predicate => ({
  id,
  label: id,
  subjectKinds: ['PERSON'],
  objectKinds: ['PERSON'],
  sentence: `{subject} ${id} {object}`,
  oneAtATime: false,
  symmetric: false,
  dependence: false,
});

export const entityOf = (number: number): string => `entity:${number}`;

/** A graph of so many entities and the claims in the order given; `claim:0` is the first of them. */
export function drawGraph(entities: number, claims: readonly Drawn[]): ClaimGraph {
  const graph = new ClaimGraph(new Vocabulary([], PREDICATES.map(predicate)));
  for (let number = 0; number < entities; number += 1) {
    drawEntity(graph, number);
  }
  claims.forEach((drawn, index) => drawClaim(graph, drawn, index));
  return graph;
}

export function drawEntity(graph: ClaimGraph, number: number): void {
  const entity = { id: entityOf(number), kind: 'PERSON', label: `Person ${number}`, sameAs: [] } as const;
  record(graph, { type: 'EntityAdded', entity, names: [] });
}

export function drawClaim(graph: ClaimGraph, { from, to, predicate = 'knows' }: Drawn, index: number): void {
  const ends = { subject: entityOf(from), object: entityOf(to) };
  const claim: Claim = { id: `claim:${index}`, ...ends, predicate, qualifiers: [] };
  record(graph, { type: 'ClaimMade', claim });
}

function record(graph: ClaimGraph, event: Event): void {
  graph.apply({ event, seq: graph.seq + 1, at: '2014-11-18T00:00:00.000Z', by: 'test', way: 'API' });
}

/** One claim between any two of so many entities. */
export const complete = (entities: number): readonly Drawn[] =>
  Array.from({ length: entities }, (_, to) => Array.from({ length: to }, (_, from) => ({ from, to }))).flat();
