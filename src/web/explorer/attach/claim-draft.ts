// What stands in the form of a claim, what is wrong with it, and the input that the API is given for it.
import type {
  EntityLineFragment,
  MakeClaimInput,
  PredicatesQuery,
  QualifierInput,
  UnknownObject,
} from '../api/documents.js';
import type { FieldProblem } from '../form/problem-paths.js';
import { dateProblems } from './check-draft.js';

export type PredicateChoice = PredicatesQuery['predicates'][number];

/** A detail: an entity that was picked, or else words. */
export interface QualifierDraft {
  readonly entity: EntityLineFragment | null;
  readonly words: string;
}

export interface ClaimDraft {
  readonly subject: EntityLineFragment | null;
  readonly predicate: PredicateChoice | null;
  /** What it is said in relation to: known, some that nobody knows, or none. */
  readonly objectIs: 'KNOWN' | UnknownObject;
  readonly object: EntityLineFragment | null;
  readonly value: string;
  readonly validTime: string;
  readonly qualifiers: Readonly<Record<string, QualifierDraft>>;
}

export const EMPTY_CLAIM: ClaimDraft = {
  subject: null,
  predicate: null,
  objectIs: 'KNOWN',
  object: null,
  value: '',
  validTime: '',
  qualifiers: {},
};

/** Predicates that may start from an entity, by their words; all where none is chosen yet. */
export const predicatesFor = (
  predicates: readonly PredicateChoice[],
  subject: EntityLineFragment | null,
): readonly PredicateChoice[] =>
  predicates
    .filter(({ subjectKinds }) => subject === null || subjectKinds.includes(subject.kind))
    .toSorted((a, b) => a.label.localeCompare(b.label, 'en'));

/** Names of the details that the sentence of a predicate has room for. */
export const detailsOf = ({ sentence }: PredicateChoice): readonly string[] =>
  [...sentence.matchAll(/\{(\w+)\}/g)]
    .map(([, name = '']) => name)
    .filter((name, at, all) => !['subject', 'object'].includes(name) && all.indexOf(name) === at);

/** Changes the subject; a predicate that cannot start from it is given up. */
export function withSubject(draft: ClaimDraft, subject: EntityLineFragment | null): ClaimDraft {
  const fits = subject === null || draft.predicate?.subjectKinds.includes(subject.kind);
  return fits ? { ...draft, subject } : withPredicate({ ...draft, subject }, null);
}

/** Changes the predicate; what it says of its object is another question then. */
export const withPredicate = (draft: ClaimDraft, predicate: PredicateChoice | null): ClaimDraft => ({
  ...draft,
  predicate,
  objectIs: 'KNOWN',
  object: null,
  value: '',
  qualifiers: {},
});

export function claimProblems(draft: ClaimDraft): readonly FieldProblem[] {
  const { subject, predicate, objectIs, object, value } = draft;
  const problems: FieldProblem[] = [];
  const lacks = (path: string, message: string): void => void problems.push({ path, message });
  if (!subject) lacks('subject', 'Choose whom or what the claim is about.');
  if (!predicate) lacks('predicate', 'Choose what it says.');
  else if (objectIs === 'KNOWN') {
    if (predicate.valueKind === null && !object) lacks('object', 'Choose one from the list.');
    if (predicate.valueKind !== null && value.trim() === '') lacks('value', 'Give the value.');
  }
  return [...problems, ...dateProblems(draft.validTime, 'validTime')];
}

/** The input for a draft without problems. */
export function claimInput(draft: ClaimDraft): MakeClaimInput {
  const { subject, predicate, objectIs, object, value, validTime } = draft;
  const qualifiers = Object.entries(draft.qualifiers).flatMap(([name, detail]) => qualifierOf(name, detail));
  return {
    subject: subject?.id ?? '',
    predicate: predicate?.id ?? '',
    ...(objectIs !== 'KNOWN'
      ? { unknown: objectIs }
      : object
        ? { object: object.id }
        : { value: value.trim() }),
    ...(validTime.trim() === '' ? {} : { validTime: validTime.trim() }),
    ...(qualifiers.length === 0 ? {} : { qualifiers }),
  };
}

function qualifierOf(name: string, { entity, words }: QualifierDraft): QualifierInput[] {
  if (entity) return [{ name, entity: entity.id }];
  return words.trim() === '' ? [] : [{ name, value: words.trim() }];
}
