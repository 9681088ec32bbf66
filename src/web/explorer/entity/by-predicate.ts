// Claims gathered under their predicates, in the order in which the predicates first come.
import type { ClaimWeighedFragment } from '../api/documents.js';

export interface Gathered {
  readonly predicate: ClaimWeighedFragment['predicate'];
  readonly claims: readonly ClaimWeighedFragment[];
}

export function byPredicate(claims: readonly ClaimWeighedFragment[]): readonly Gathered[] {
  const groups = new Map<string, { predicate: Gathered['predicate']; claims: ClaimWeighedFragment[] }>();
  for (const claim of claims) {
    const group = groups.get(claim.predicate.id) ?? { predicate: claim.predicate, claims: [] };
    group.claims.push(claim);
    groups.set(claim.predicate.id, group);
  }
  return [...groups.values()];
}
