// Name search: finds entities by any of their spellings, or by something near to one. It knows every spelling ever given.
import SearchableMap from 'minisearch/SearchableMap';
import type { EntityId } from '../domain/ids.js';
import { foldName, indexTerms, joinedAt, searchTerms } from './name-folding.js';
import { AS_IT_IS, BEGUN, misspelt, nameScore } from './name-score.js';

/** No more of a text than this is looked for, in UTF-16 units. */
export const LONGEST_TEXT = 200;

const LETTERS_FOR_BEGINNING = 3;
const LETTERS_FOR_MISTAKE = 4;
const MISTAKES_PER_LETTER = 0.2;
const MOST_MISTAKES = 3;

export interface NameHit {
  readonly entity: EntityId;
  /** The spelling that matched. */
  readonly name: string;
  /** 1 for the same name but for folding, else between 0 and 1: see `nameScore`. */
  readonly score: number;
}

interface Spelling {
  readonly entity: EntityId;
  readonly name: string;
  readonly folded: string;
}

export class NameIndex {
  private readonly namesOf = new Map<EntityId, string[]>();
  private pending: { readonly entity: EntityId; readonly name: string }[] = [];
  private readonly spellings: Spelling[] = [];
  /** Places in `spellings`, by term. */
  private readonly places = new SearchableMap<number[]>();

  /** Adds a spelling, unless the entity has it already. Cheap: the next search does the indexing. */
  add(entity: EntityId, name: string): void {
    const names = this.namesOf.get(entity);
    if (names?.includes(name)) return;
    if (names) names.push(name);
    else this.namesOf.set(entity, [name]);
    this.pending.push({ entity, name });
  }

  /**
   * Entities by the spelling of theirs that comes nearest to a text, best first, equals in the order they were added. Nothing
   * for a text without letters or digits; of a text longer than `LONGEST_TEXT` only the beginning is looked for.
   *
   * Words are found in any order, by their beginning from three letters on (the last one by less, beside others), and despite
   * one mistake in about five letters; neighbouring words also as one (`ryonghae`). Of Korean, Chinese and Japanese any part is
   * found.
   */
  search(text: string, accept: (entity: EntityId) => boolean = () => true): readonly NameHit[] {
    this.indexPending();
    const hits = new Map<EntityId, NameHit>();
    for (const { place, score } of this.rank(foldName(text.slice(0, LONGEST_TEXT)))) {
      const spelling = this.spellings[place];
      if (!spelling || hits.has(spelling.entity) || !accept(spelling.entity)) continue;
      hits.set(spelling.entity, { entity: spelling.entity, name: spelling.name, score });
    }
    return [...hits.values()];
  }

  private indexPending(): void {
    for (const { entity, name } of this.pending) {
      const folded = foldName(name);
      const place = this.spellings.push({ entity, name, folded }) - 1;
      for (const term of indexTerms(folded)) this.places.fetch(term, () => []).push(place);
    }
    this.pending = [];
  }

  private rank(text: string): readonly { readonly place: number; readonly score: number }[] {
    const terms = searchTerms(text);
    const ranked: { place: number; score: number }[] = [];
    for (const [place, counts] of this.count(terms)) {
      const name = this.spellings[place]?.folded ?? '';
      const score = nameScore(text, name, terms, withLastBegun(terms, counts, name));
      if (score > 0) ranked.push({ place, score });
    }
    return ranked.sort((a, b) => b.score - a.score || a.place - b.place);
  }

  /** What each term counts in each spelling that has any of them. */
  private count(terms: readonly string[]): ReadonlyMap<number, readonly number[]> {
    const counts = new Map<number, number[]>();
    const note = (places: readonly number[] | undefined, term: number, count: number): void => {
      for (const place of places ?? []) {
        let row = counts.get(place);
        if (!row) counts.set(place, (row = terms.map(() => 0)));
        row[term] = Math.max(row[term] ?? 0, count);
      }
    };
    for (const [index, term] of terms.entries()) {
      for (const [places, count] of this.near(term)) note(places, index, count);
      const joined = joinedAt(terms, index);
      const places = joined === null ? undefined : this.places.get(joined);
      for (const part of [index, index + 1]) note(places, part, AS_IT_IS);
    }
    return counts;
  }

  /** Places of the indexed terms that are, begin with, or are nearly a term, with what that counts. */
  private *near(term: string): IterableIterator<readonly [readonly number[] | undefined, number]> {
    yield [this.places.get(term), AS_IT_IS];
    const letters = [...term].length;
    // Shorter beginnings fit so many names that finding them costs more than it helps.
    if (letters >= LETTERS_FOR_BEGINNING) {
      for (const places of this.places.atPrefix(term).values()) yield [places, BEGUN];
    }
    // Another digit is another number, never a mistake.
    if (letters < LETTERS_FOR_MISTAKE || /\p{N}/u.test(term)) return;
    const most = Math.min(MOST_MISTAKES, Math.round(letters * MISTAKES_PER_LETTER));
    for (const [places, mistakes] of this.places.fuzzyGet(term, most).values()) {
      if (mistakes > 0) yield [places, misspelt(mistakes)];
    }
  }
}

/** Someone may still be typing the last term: in what other terms found, it counts as the beginning of any other word. */
function withLastBegun(terms: readonly string[], counts: readonly number[], name: string): readonly number[] {
  const last = terms.at(-1) ?? '';
  const begun = (word: string): boolean => word.startsWith(last) && !terms.includes(word);
  return counts.at(-1) === 0 && name.split(' ').some(begun) ? counts.with(-1, BEGUN) : counts;
}
