// All spellings of all entities, with an index by the words they are made of.
import type { EntityId } from '../../domain/ids.js';
import { foldName } from './name-folding.js';
import { grown, keyOfText, Lists, Postings, type Mark } from './name-postings.js';
import type { NameWords, WordId } from './name-words.js';
import { STEPS_IN_A_PIECE, type Resumable } from '../work/resumable.js';

/** A spelling's number, from 0, in the order they were added. */
export type SpellingNumber = number;

/** Words of which it can be asked whether one is among them. */
export interface WordSet {
  has(word: WordId): boolean;
}

/** What it takes to learn one. */
const STEPS_OF_A_WORD = 16;

export class NameSpellings {
  private readonly entities: EntityId[] = [];
  private readonly names: string[] = [];
  /** The words of all spellings in a row, and where those of each begin. */
  private words = new Uint32Array(64);
  private starts = new Uint32Array(64);
  private readonly byWord = new Lists();
  /** By the whole name without blanks. */
  private readonly byWhole = new Postings();

  constructor(private readonly vocabulary: NameWords) {}

  get size(): number {
    return this.names.length;
  }

  *add(entity: EntityId, name: string): Resumable<void> {
    const folded = foldName(name);
    const ids: WordId[] = [];
    for (const word of folded === '' ? [] : folded.split(' ')) {
      ids.push(this.vocabulary.add(word));
      yield STEPS_OF_A_WORD + 2 * word.length;
    }
    yield* this.vocabulary.addSounds(ids);
    this.file(entity, name, folded, ids);
    yield STEPS_OF_A_WORD;
  }

  entityAt(place: SpellingNumber): EntityId {
    return this.entities[place] ?? '';
  }

  nameAt(place: SpellingNumber): string {
    return this.names[place] ?? '';
  }

  wordsAt(place: SpellingNumber): readonly string[] {
    return Array.from(this.idsAt(place), id => this.vocabulary.textOf(id));
  }

  /** Whether a spelling has a word of a set. */
  hasWord(place: SpellingNumber, set: WordSet): boolean {
    for (let at = this.starts[place] ?? 0; at < (this.starts[place + 1] ?? 0); at += 1) {
      if (set.has(this.words[at] ?? 0)) return true;
    }
    return false;
  }

  /** Whether words of the sets stand side by side in a spelling. */
  adjoin(place: SpellingNumber, sets: readonly WordSet[]): boolean {
    const ids = this.idsAt(place);
    return ids.some((_, start) => sets.every((set, at) => set.has(ids[start + at] ?? -1)));
  }

  /** How many words it has. */
  lengthAt(place: SpellingNumber): number {
    return (this.starts[place + 1] ?? 0) - (this.starts[place] ?? 0);
  }

  lettersAt(place: SpellingNumber): number {
    let letters = 0;
    for (let at = this.starts[place] ?? 0; at < (this.starts[place + 1] ?? 0); at += 1) {
      letters += this.vocabulary.lettersOf(this.words[at] ?? 0);
    }
    return letters;
  }

  /** How many spellings have a word. */
  countOf(word: WordId): number {
    return this.byWord.lengthOf(word);
  }

  /** Shows so many spellings that have a word, the last added first, until `visit` says false. @returns where to go on; 0 at the end. */
  eachWith(word: WordId, visit: (place: SpellingNumber) => boolean, from: number, most: number): number {
    return this.byWord.each(word, visit, from, most);
  }

  /** Spellings that are, but for blanks, a folded text, in the order they were added; rarely another among them, see `keyOfText`. */
  *whole(folded: string): Resumable<readonly SpellingNumber[]> {
    const key = keyOfText(folded.replaceAll(' ', ''));
    const places: SpellingNumber[] = [];
    const take = (place: SpellingNumber): boolean => places.push(place) > 0;
    let mark: Mark | null = null;
    do {
      mark = this.byWhole.each(key, take, mark, STEPS_IN_A_PIECE);
      yield mark ? STEPS_IN_A_PIECE : 1;
    } while (mark);
    return places.reverse();
  }

  private file(entity: EntityId, name: string, folded: string, ids: readonly WordId[]): void {
    const place = this.names.push(name) - 1;
    this.entities.push(entity);
    const start = this.starts[place] ?? 0;
    if (start + ids.length >= this.words.length) this.words = grown(this.words, 2 * (start + ids.length));
    if (place + 1 >= this.starts.length) this.starts = grown(this.starts, 2 * (place + 1));
    this.words.set(ids, start);
    this.starts[place + 1] = start + ids.length;
    for (const id of new Set(ids)) this.byWord.add(id, place);
    if (ids.length > 0) this.byWhole.add(keyOfText(folded.replaceAll(' ', '')), place);
  }

  private idsAt(place: SpellingNumber): Uint32Array {
    return this.words.subarray(this.starts[place] ?? 0, this.starts[place + 1] ?? 0);
  }
}
