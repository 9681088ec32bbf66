// The vocabulary: which kinds of entity there are, and which predicates may join them. Read from a file, handed around.
import type { ValueType } from './claim.js';
import type { EntityKind } from './entity.js';
import type { PredicateId } from './ids.js';
import { InvalidInput } from './refusal.js';

/** A list of all of them is given whole, so that there must be an end. */
export const MOST_PREDICATES = 1000;

/** A predicate as the vocabulary file gives it. */
export interface Predicate {
  /** Lower-case words joined by underscores, e.g. `envoy_of`. */
  readonly id: PredicateId;
  readonly label: string;
  /** Read from the object's side; absent where symmetric, or the object is a value. */
  readonly inverseLabel?: string;
  readonly subjectKinds: readonly EntityKind[];
  /** Empty where the object is a value. */
  readonly objectKinds: readonly EntityKind[];
  /** Present exactly where the object is a value. */
  readonly valueType?: ValueType;
  /** `{subject} is an envoy of {object}[ to {to}]`: a part in brackets appears only where its qualifiers are given. */
  readonly sentence: string;
  /** A subject has one object (or value) at a time. */
  readonly oneAtATime: boolean;
  /** An object has at most so many subjects at a time; absent where there is no limit. */
  readonly seats?: number;
  readonly symmetric: boolean;
  readonly opposite?: PredicateId;
  /** Parties that it joins are not independent of one another. */
  readonly dependence: boolean;
  /** A word to whoever picks a predicate. */
  readonly note?: string;
}

export interface KindDescription {
  readonly kind: EntityKind;
  readonly label: string;
  readonly description: string;
}

/** A checked set of kinds and predicates; never changes. */
export class Vocabulary {
  readonly predicates: readonly Predicate[];
  private readonly byId: ReadonlyMap<PredicateId, Predicate>;

  constructor(
    readonly kinds: readonly KindDescription[],
    predicates: readonly Predicate[],
  ) {
    this.predicates = [...predicates].sort((a, b) => (a.id < b.id ? -1 : 1));
    this.byId = new Map(this.predicates.map(predicate => [predicate.id, predicate]));
  }

  findPredicate(id: PredicateId): Predicate | null {
    return this.byId.get(id) ?? null;
  }

  /** The predicate, or a plain stand-in for one that a journal uses but this vocabulary lacks. */
  predicateOrPlain(id: PredicateId): Predicate {
    const label = id.replaceAll('_', ' ');
    return (
      this.byId.get(id) ?? {
        id,
        label,
        subjectKinds: [],
        objectKinds: [],
        sentence: `{subject} ${label} {object}`,
        oneAtATime: false,
        symmetric: false,
        dependence: false,
      }
    );
  }

  /** @throws InvalidInput naming predicates whose id or label is near. */
  getPredicate(id: PredicateId, field: readonly string[] = ['predicate']): Predicate {
    const predicate = this.byId.get(id);
    if (predicate) return predicate;
    const near = this.predicates.filter(p => p.id.includes(id) || id.includes(p.id) || p.label === id);
    const advice =
      near.length > 0 ? `did you mean ${near.map(p => p.id).join(', ')}?` : 'ask `predicates` for the list.';
    throw new InvalidInput(`There is no predicate "${id}" in the vocabulary: ${advice}`, { field });
  }
}
