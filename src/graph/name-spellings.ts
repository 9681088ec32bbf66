// All spellings of all entities, by the words they are made of: what name search looks through.
import type { EntityId } from '../domain/ids.js';
import { foldName } from './name-folding.js';
import { grown, keyOfText, Postings } from './name-postings.js';
import type { NameWords, WordId } from './name-words.js';

/** A spelling's number, from 0, in the order they were added. */
export type Place = number;

export class NameSpellings {
  private readonly entities: EntityId[] = [];
  private readonly names: string[] = [];
  /** The words of all spellings in a row, and where those of each begin. */
  private words = new Uint32Array(64);
  private starts = new Uint32Array(64);
  private readonly byWord = new Postings();
  /** How many spellings have each word. */
  private readonly counts: number[] = [];
  /** By the whole name without blanks. */
  private readonly byWhole = new Postings();

  constructor(private readonly vocabulary: NameWords) {}

  get size(): number {
    return this.names.length;
  }

  add(entity: EntityId, name: string): void {
    const folded = foldName(name);
    const ids = folded === '' ? [] : folded.split(' ').map(word => this.vocabulary.add(word));
    const place = this.names.push(name) - 1;
    this.entities.push(entity);
    const start = this.starts[place] ?? 0;
    if (start + ids.length >= this.words.length) this.words = grown(this.words, 2 * (start + ids.length));
    if (place + 1 >= this.starts.length) this.starts = grown(this.starts, 2 * (place + 1));
    this.words.set(ids, start);
    this.starts[place + 1] = start + ids.length;
    for (const id of new Set(ids)) {
      this.byWord.add(id, place);
      this.counts[id] = (this.counts[id] ?? 0) + 1;
    }
    if (ids.length > 0) this.byWhole.add(keyOfText(folded.replaceAll(' ', '')), place);
    this.vocabulary.addSounds(ids);
  }

  entityAt(place: Place): EntityId {
    return this.entities[place] ?? '';
  }

  nameAt(place: Place): string {
    return this.names[place] ?? '';
  }

  wordsAt(place: Place): readonly string[] {
    return Array.from(this.idsAt(place), id => this.vocabulary.textOf(id));
  }

  /** Whether a spelling has a word of a set. */
  hasWord(place: Place, set: ReadonlySet<WordId>): boolean {
    for (let at = this.starts[place] ?? 0; at < (this.starts[place + 1] ?? 0); at += 1) {
      if (set.has(this.words[at] ?? 0)) return true;
    }
    return false;
  }

  /** Whether words of the sets stand side by side in a spelling. */
  adjoin(place: Place, sets: readonly ReadonlySet<WordId>[]): boolean {
    const ids = this.idsAt(place);
    return ids.some((_, start) => sets.every((set, at) => set.has(ids[start + at] ?? -1)));
  }

  lettersAt(place: Place): number {
    let letters = 0;
    for (let at = this.starts[place] ?? 0; at < (this.starts[place + 1] ?? 0); at += 1) {
      letters += this.vocabulary.lettersOf(this.words[at] ?? 0);
    }
    return letters;
  }

  /** How many spellings have a word. */
  countOf(word: WordId): number {
    return this.counts[word] ?? 0;
  }

  eachWith(word: WordId, visit: (place: Place) => boolean): void {
    this.byWord.each(word, visit);
  }

  /** Spellings that are, but for blanks, a folded text; rarely another among them, see `keyOfText`. */
  whole(folded: string): readonly Place[] {
    const places: Place[] = [];
    this.byWhole.each(keyOfText(folded.replaceAll(' ', '')), place => {
      places.push(place);
      return true;
    });
    return places.reverse();
  }

  private idsAt(place: Place): Uint32Array {
    return this.words.subarray(this.starts[place] ?? 0, this.starts[place + 1] ?? 0);
  }
}
