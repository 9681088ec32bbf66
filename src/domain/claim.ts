// Claims: propositions. The same proposition is the same claim, however often it is said, so its id is its content.
import { contentId, type ClaimId, type EntityId, type Json, type PredicateId } from './ids.js';
import { isRedactedText } from './redaction.js';

export const VALUE_TYPES = ['TEXT', 'NUMBER', 'DATE', 'DURATION'] as const;
export type ValueType = (typeof VALUE_TYPES)[number];

/** The object of a claim where it is no entity. "Some value" and "no value" are values: unknown is said, not left out. */
export type Value =
  | { readonly type: ValueType; readonly text: string }
  /** `redacted` is what is shown in place of a value that was there once. */
  | { readonly type: 'SOME_VALUE'; readonly redacted?: string }
  | { readonly type: 'NO_VALUE' };

/** A detail of a claim: `to: Russia`. Exactly one of entity and value. */
export interface Qualifier {
  readonly name: string;
  readonly entity?: EntityId;
  readonly value?: string;
}

/** Exactly one of object and value. */
export interface Proposition {
  readonly subject: EntityId;
  readonly predicate: PredicateId;
  readonly object?: EntityId;
  readonly value?: Value;
  /** EDTF; absent where unknown. */
  readonly validTime?: string;
  /** Sorted by name, then content. */
  readonly qualifiers: readonly Qualifier[];
}

export interface Claim extends Proposition {
  readonly id: ClaimId;
}

/** Whether what its id was made from is not all there any more. */
export const isPartlyRedacted = ({ value, qualifiers }: Proposition): boolean =>
  (value?.type === 'SOME_VALUE' && value.redacted !== undefined) ||
  qualifiers.some(qualifier => qualifier.value !== undefined && isRedactedText(qualifier.value));

/** Qualifiers in the one order that counts as content. */
export const sortQualifiers = (qualifiers: readonly Qualifier[]): readonly Qualifier[] =>
  [...qualifiers].sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));

const sortKey = (q: Qualifier): string => `${q.name}\u0000${q.entity ?? ''}\u0000${q.value ?? ''}`;

/**
 * The claim of a proposition. `symmetric` predicates have one claim for both directions: the smaller id is the subject.
 */
export function claimOf(proposition: Proposition, symmetric = false): Claim {
  const { subject, object, qualifiers } = proposition;
  const turned = symmetric && object !== undefined && object < subject;
  const ends: Proposition = turned ? { ...proposition, subject: object, object: subject } : proposition;
  const content = qualifiers.length < 2 ? ends : { ...ends, qualifiers: sortQualifiers(qualifiers) };
  return { id: contentId('claim', content as unknown as Json), ...content };
}
