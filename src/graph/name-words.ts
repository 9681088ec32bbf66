// The different words of all names: found as they are, by their beginning, despite mistakes, by a part, and by their sound.
import SearchableMap from 'minisearch/SearchableMap';
import { isCjk } from './name-folding.js';
import { keyOfText, Postings } from './name-postings.js';
import { lettersOfWord, partsOf, swapped } from './name-terms.js';
import type { Romanisation, WordHint } from './romanisation/romanisation.js';
import { sought } from './romanisation/reading.js';

/** A word's number, from 0. */
export type WordId = number;

export class NameWords {
  private readonly ids = new Map<string, WordId>();
  private readonly texts: string[] = [];
  /** Words of scripts with blanks, as a tree of their letters. */
  private readonly tree = new SearchableMap<WordId>();
  /** Words of other scripts, by their characters and pairs of them; Hangul as its letters, so that an unfinished syllable fits. */
  private readonly parts = new SearchableMap<WordId[]>();
  private readonly letters: number[] = [];
  private readonly hints: WordHint[] = [];
  private readonly sounds = new Postings();
  private readonly sounding = new Set<WordId>();

  constructor(private readonly romanisation: Romanisation) {}

  /** The number of a folded word, new or known. */
  add(word: string): WordId {
    const known = this.ids.get(word);
    if (known !== undefined) return known;
    const id = this.texts.push(word) - 1;
    this.ids.set(word, id);
    if (isCjk(word))
      for (const part of partsOf(word)) this.parts.fetch(part.normalize('NFD'), () => []).push(id);
    else this.tree.set(word, id);
    this.letters.push(lettersOfWord(word));
    this.hints.push(this.romanisation.hintOf(word));
    this.noteSound(id, this.romanisation.keysOf(word, false));
    return id;
  }

  /** Notes how a name's words sound where only the whole name tells. */
  addSounds(ids: readonly WordId[]): void {
    if (!this.romanisation.mayFit(ids.map(id => this.hints[id] ?? 0))) return;
    for (const id of ids) {
      if (this.sounding.has(id)) continue;
      this.sounding.add(id);
      this.noteSound(id, this.romanisation.keysOf(this.textOf(id), true));
    }
  }

  textOf(id: WordId): string {
    return this.texts[id] ?? '';
  }

  lettersOf(id: WordId): number {
    return this.letters[id] ?? 0;
  }

  find(word: string): WordId | undefined {
    return this.ids.get(word);
  }

  /** Words of scripts with blanks that begin so, itself included. */
  *begunBy(beginning: string): IterableIterator<WordId> {
    yield* this.tree.atPrefix(beginning).values();
  }

  /** Words with so many wrong, missing or surplus letters, or two letters swapped, with the number of mistakes. */
  *misspelt(word: string, most: number): IterableIterator<readonly [WordId, number]> {
    for (const other of swapped(word)) {
      const id = this.tree.get(other);
      if (id !== undefined) yield [id, 1];
    }
    for (const [id, mistakes] of this.tree.fuzzyGet(word, most).values())
      if (mistakes > 0) yield [id, mistakes];
  }

  /** Words of scripts without blanks that hold a character or a pair. */
  holding(part: string): readonly WordId[] {
    return this.parts.get(part.normalize('NFD')) ?? [];
  }

  /** Whether any word of a script without blanks holds a character or a pair. */
  holds(part: string): boolean {
    return this.parts.has(part.normalize('NFD'));
  }

  /** As `holding`, where the last syllable may be unfinished. */
  *holdingBegun(part: string): IterableIterator<WordId> {
    for (const ids of this.parts.atPrefix(part.normalize('NFD')).values()) yield* ids;
  }

  /** Words that sound as a key says. */
  soundingAs(key: string): ReadonlySet<WordId> {
    const ids = new Set<WordId>();
    this.sounds.each(keyOfText(sought(key)), id => {
      ids.add(id);
      return true;
    });
    return ids;
  }

  private noteSound(id: WordId, keys: Iterable<string>): void {
    for (const key of keys) this.sounds.add(keyOfText(key), id);
  }
}
