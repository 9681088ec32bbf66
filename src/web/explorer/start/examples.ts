// Whom to begin with: three entities that the newest claims speak of most, of more than one kind where there are such.
import type { EntityLineFragment } from '../api/documents.js';

export interface Spoken {
  readonly subject: EntityLineFragment;
  readonly object: EntityLineFragment | null;
}

const EXAMPLES = 3;

/** The most spoken of first. The second is of another kind than the first, the third whoever is next. */
export function examplesOf(claims: readonly Spoken[]): readonly EntityLineFragment[] {
  const [first, ...others] = bySpokenOf(claims);
  if (!first) return [];
  const second = others.find(({ kind }) => kind !== first.kind) ?? others[0];
  const third = others.find(entity => entity !== second);
  return [first, second, third].filter(entity => entity !== undefined).slice(0, EXAMPLES);
}

/** Equals in the order in which they were met. */
function bySpokenOf(claims: readonly Spoken[]): readonly EntityLineFragment[] {
  const counts = new Map<string, { readonly entity: EntityLineFragment; count: number }>();
  for (const { subject, object } of claims)
    for (const entity of object && object.id !== subject.id ? [subject, object] : [subject]) {
      const met = counts.get(entity.id) ?? { entity, count: 0 };
      met.count += 1;
      counts.set(entity.id, met);
    }
  return [...counts.values()].sort((a, b) => b.count - a.count).map(({ entity }) => entity);
}
