// The distinct words of all names, with search by exact word, beginning, part, typing mistake and sound.
import SearchableMap from 'minisearch/SearchableMap';
import { isCjk } from './name-folding.js';
import { nearWords } from './name-near.js';
import { keyOfText, Postings, type Mark } from './name-postings.js';
import { begunAs, lettersOfWord, partsOf, swapped } from './name-terms.js';
import { STEPS_IN_A_PIECE, type Resumable } from '../work/resumable.js';
import type { Romanisation, WordHint } from './romanisation/romanisation.js';
import { sought } from './romanisation/reading.js';

/** A word's number, from 0. */
export type WordId = number;

/** What it takes to find out how a word may sound. */
const STEPS_OF_A_SOUND = 32;

export class NameWords {
  private readonly ids = new Map<string, WordId>();
  private readonly texts: string[] = [];
  /** Words of scripts with blanks, as a tree of their letters. */
  private readonly tree = new SearchableMap<WordId>();
  /** Words of other scripts, by their characters and pairs of them. A tree would go through all characters that may come first. */
  private readonly parts = new Map<string, WordId[]>();
  /** The same by parts of which the last syllable is unfinished. */
  private readonly begun = new Map<string, WordId[]>();
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
    if (isCjk(word)) this.addParts(word, id);
    else this.tree.set(word, id);
    this.letters.push(lettersOfWord(word));
    this.hints.push(this.romanisation.hintOf(word));
    this.noteSound(id, this.romanisation.keysOf(word, false));
    return id;
  }

  /** Indexes the sound of a name's words if only the whole name shows it. */
  *addSounds(ids: readonly WordId[]): Resumable<void> {
    if (!this.romanisation.mayFit(ids.map(id => this.hints[id] ?? 0))) return;
    for (const id of ids) {
      if (this.sounding.has(id)) continue;
      this.sounding.add(id);
      this.noteSound(id, this.romanisation.keysOf(this.textOf(id), true));
      yield STEPS_OF_A_SOUND;
    }
  }

  get size(): number {
    return this.texts.length;
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
  begunBy(beginning: string): Iterable<WordId> {
    return this.tree.atPrefix(beginning).values();
  }

  /** Words with so many wrong, missing or surplus letters, or two letters swapped, with the number of mistakes. */
  *misspelt(word: string, most: number, limit: number): Resumable<readonly (readonly [WordId, number])[]> {
    const found: (readonly [WordId, number])[] = [];
    for (const other of swapped(word)) {
      const id = this.tree.get(other);
      if (id !== undefined) found.push([id, 1]);
    }
    yield word.length;
    const near = yield* nearWords(this.tree._tree, word, most, limit);
    return [...found, ...near.filter(([, mistakes]) => mistakes > 0)];
  }

  /** Words of scripts without blanks that hold a character or a pair. Must not be kept: it grows. */
  holding(part: string): readonly WordId[] {
    return this.parts.get(part) ?? [];
  }

  /** Whether any word of a script without blanks holds a character or a pair. */
  holds(part: string): boolean {
    return this.parts.has(part);
  }

  /** Words of scripts without blanks that hold a part of which this is a beginning: its last syllable is unfinished. As `holding`. */
  holdingBegun(part: string): readonly WordId[] {
    return this.begun.get(part) ?? [];
  }

  /** Shows the words that sound as a key says. */
  *soundingAs(key: string, show: (word: WordId) => void): Resumable<void> {
    const hash = keyOfText(sought(key));
    const visit = (id: WordId): boolean => {
      show(id);
      return true;
    };
    let mark: Mark | null = null;
    do {
      mark = this.sounds.each(hash, visit, mark, STEPS_IN_A_PIECE);
      yield mark ? STEPS_IN_A_PIECE : 1;
    } while (mark);
  }

  private addParts(word: string, id: WordId): void {
    const parts = partsOf(word);
    for (const part of parts) file(this.parts, part, id);
    for (const part of new Set([...parts].flatMap(begunAs))) file(this.begun, part, id);
  }

  private noteSound(id: WordId, keys: Iterable<string>): void {
    for (const key of keys) this.sounds.add(keyOfText(key), id);
  }
}

function file(lists: Map<string, WordId[]>, key: string, id: WordId): void {
  const list = lists.get(key);
  if (list) list.push(id);
  else lists.set(key, [id]);
}
