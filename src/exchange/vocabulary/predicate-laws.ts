// What predicates must keep to, each by itself and all together, once they are read from their files.
import { MOST_PREDICATES, type Predicate } from '../../domain/vocabulary.js';
import type { ReportEntry } from './predicate-entry.js';

/** A predicate, and where to report what is wrong with it. */
export interface PlacedPredicate {
  readonly predicate: Predicate;
  readonly report: ReportEntry;
}

/** Reports every breach of the laws. */
export function checkPredicates(placed: readonly PlacedPredicate[]): void {
  const byId = new Map<string, Predicate>();
  for (const { predicate, report } of placed) {
    if (byId.has(predicate.id)) report(`There is a predicate "${predicate.id}" already: choose another id.`);
    else byId.set(predicate.id, predicate);
  }
  for (const { predicate, report } of placed) {
    checkDirections(predicate, report);
    checkLimits(predicate, report);
    checkOpposite(predicate, byId, report);
  }
  checkLabels(placed);
  checkNumber(placed);
}

/** Told once, at the first that is too many. */
function checkNumber(placed: readonly PlacedPredicate[]): void {
  const most = MOST_PREDICATES.toLocaleString('en');
  const found = `There are ${placed.length.toLocaleString('en')} predicates in all`;
  placed[MOST_PREDICATES]?.report(`${found}: at most ${most} are taken, so leave some out.`);
}

function checkDirections(predicate: Predicate, report: ReportEntry): void {
  const { symmetric, valueType, inverseLabel, subjectKinds, objectKinds } = predicate;
  if (inverseLabel !== undefined && symmetric) report('A symmetric predicate has no `inverse`.', 'inverse');
  if (inverseLabel !== undefined && valueType) report('A value has no other side: no `inverse`.', 'inverse');
  if (inverseLabel === undefined && !symmetric && !valueType) {
    report('`inverse` is missing: how does it read from the object’s side?');
  }
  if (symmetric && valueType) report('A predicate with a value cannot be symmetric.', 'symmetric');
  else if (symmetric && !sameKinds(subjectKinds, objectKinds)) {
    report('A symmetric predicate takes the same kinds on both sides.', 'symmetric');
  }
}

function checkLimits(predicate: Predicate, report: ReportEntry): void {
  const { seats, symmetric, valueType, dependence } = predicate;
  if (seats !== undefined && seats < 1) report(`${seats} seats: give at least 1, or leave it out.`, 'seats');
  if (seats !== undefined && symmetric) report('A symmetric predicate cannot have seats.', 'seats');
  if (seats !== undefined && valueType) report('A value has no seats.', 'seats');
  if (dependence && valueType) report('A value is no party: no `dependence`.', 'dependence');
}

function checkOpposite(
  { id, opposite, ...own }: Predicate,
  byId: ReadonlyMap<string, Predicate>,
  report: ReportEntry,
): void {
  if (opposite === undefined) return;
  const other = byId.get(opposite);
  if (opposite === id) report('A predicate cannot be its own opposite.', 'opposite');
  else if (!other) report(`There is no predicate "${opposite}" to be the opposite.`, 'opposite');
  else if (other.opposite !== id) {
    report(`"${opposite}" does not name "${id}" as its opposite: both must, or neither.`, 'opposite');
  } else if (
    !sameKinds(own.subjectKinds, other.subjectKinds) ||
    !sameKinds(own.objectKinds, other.objectKinds) ||
    own.valueType !== other.valueType ||
    own.symmetric !== other.symmetric
  ) {
    report(`"${opposite}" takes other kinds or directions: opposites must take the same.`, 'opposite');
  }
}

const sameKinds = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every(kind => b.includes(kind));

/** Labels are how people pick a predicate, so that no two may read alike, from either side. */
function checkLabels(placed: readonly PlacedPredicate[]): void {
  const taken = new Map<string, string>();
  for (const { predicate, report } of placed) {
    const { id, label, inverseLabel } = predicate;
    for (const [key, text] of [['label', label] as const, ['inverse', inverseLabel] as const]) {
      if (!text) continue;
      const folded = text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ');
      const by = taken.get(folded);
      if (by === undefined) taken.set(folded, id);
      else report(`"${text}" is how "${by}" reads already: word it otherwise.`, key);
    }
  }
}
