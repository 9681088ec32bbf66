// Finds names that two entities share or nearly share, by putting names into blocks: the start of the search for duplicates.
import type { EntityId } from '../../domain/ids.js';
import { keyOfText, Postings } from './name-postings.js';
import type { NameSpellings, SpellingNumber } from './name-spellings.js';
import type { Resumable } from '../work/resumable.js';
import { sought } from './romanisation/reading.js';
import type { Romanisation } from './romanisation/romanisation.js';
import { SharedWork } from '../work/shared-work.js';

/** From the closest to the farthest: the same but for folding and blanks, the same words in another order, the same sound. */
export const NAME_LIKENESSES = ['SAME_NAME', 'SAME_WORDS', 'SAME_SOUND'] as const;
export type NameLikeness = (typeof NAME_LIKENESSES)[number];

export interface NameTwin {
  readonly a: EntityId;
  readonly b: EntityId;
  readonly nameOfA: string;
  readonly nameOfB: string;
  readonly likeness: NameLikeness;
}

/** So many entities of one key are compared; the names that come after are not, by that key. */
export const MOST_ALIKE = 50;
/** So many pairs are kept. */
export const MOST_TWINS = 100_000;
/** What it takes to work out how a name sounds, for each of its words. */
const STEPS_OF_A_WORD = 64;
/** Names of more words are met by the same words alone. */
const MOST_SOUNDING_WORDS = 12;

export class NameTwins {
  private readonly blocks = new Postings();
  private readonly crowded = new Set<number>();
  private readonly pairs = new Map<string, NameTwin>();
  private readonly byEntity = new Map<EntityId, Set<string>>();
  private done: SpellingNumber = 0;
  private readonly work = new SharedWork(() => this.pairAll());

  constructor(
    private readonly spellings: NameSpellings,
    private readonly romanisation: Romanisation,
  ) {}

  /** Looks through the names that name search has indexed since the last time. Several may push it on: none does what another did. */
  pairing(): Resumable<void> {
    return this.work.go();
  }

  all(): IterableIterator<NameTwin> {
    return this.pairs.values();
  }

  of(entity: EntityId): readonly NameTwin[] {
    return [...(this.byEntity.get(entity) ?? [])].flatMap(key => this.pairs.get(key) ?? []);
  }

  /** Keys that more entities share than are compared. */
  get crowdedKeys(): number {
    return this.crowded.size;
  }

  get isFull(): boolean {
    return this.pairs.size >= MOST_TWINS;
  }

  private *pairAll(): Resumable<void> {
    for (; this.done < this.spellings.size; this.done += 1) yield* this.take(this.done);
  }

  private *take(place: SpellingNumber): Resumable<void> {
    const keys = this.keysOf(place);
    yield this.stepsOf(place);
    for (const [key, likeness] of keys) {
      this.file(place, key);
      const others = this.block(sought(key));
      yield 1 + others.length;
      for (const other of others) {
        if (this.meet(place, other, sought(key), likeness)) yield this.stepsOf(other);
      }
    }
  }

  private stepsOf(place: SpellingNumber): number {
    return STEPS_OF_A_WORD * (1 + this.spellings.lengthAt(place));
  }

  private keysOf(place: SpellingNumber): readonly (readonly [string, NameLikeness])[] {
    const words = this.spellings.wordsAt(place);
    if (words.length === 0) return [];
    const sounds = words.length > MOST_SOUNDING_WORDS ? [] : [...this.romanisation.wholeKeysOf(words)];
    return [
      [`= ${words.join('')}`, 'SAME_NAME'],
      [`~ ${[...words].sort().join(' ')}`, 'SAME_WORDS'],
      ...sounds.map(key => [key, 'SAME_SOUND'] as const),
    ];
  }

  private block(key: string): readonly SpellingNumber[] {
    const places: SpellingNumber[] = [];
    // Told as soon as a block is full: nobody after is compared with those in it.
    if (this.crowded.has(keyOfText(key))) return places;
    this.blocks.each(keyOfText(key), place => places.push(place) < MOST_ALIKE);
    return places;
  }

  private file(place: SpellingNumber, key: string): void {
    const hash = keyOfText(key);
    if (this.crowded.has(hash)) return;
    const entity = this.spellings.entityAt(place);
    const places = this.block(key);
    if (places.some(other => this.spellings.entityAt(other) === entity)) return;
    if (places.length < MOST_ALIKE) this.blocks.add(hash, place);
    else this.crowded.add(hash);
  }

  /** Whether it was worked out anew how the other sounds. */
  private meet(place: SpellingNumber, other: SpellingNumber, key: string, likeness: NameLikeness): boolean {
    const [a, b] = [this.spellings.entityAt(other), this.spellings.entityAt(place)];
    if (a === b) return false;
    const pair = a < b ? `${a} ${b}` : `${b} ${a}`;
    const known = this.pairs.get(pair);
    const isCloser = !known || NAME_LIKENESSES.indexOf(likeness) < NAME_LIKENESSES.indexOf(known.likeness);
    if (!isCloser || (!known && this.isFull)) return false;
    // Two keys may share a number: see `keyOfText`.
    if (!this.keysOf(other).some(([held]) => held === key)) return true;
    const [nameOfA, nameOfB] = [this.spellings.nameAt(other), this.spellings.nameAt(place)];
    this.pairs.set(pair, { a, b, nameOfA, nameOfB, likeness });
    for (const entity of [a, b])
      this.byEntity.set(entity, (this.byEntity.get(entity) ?? new Set()).add(pair));
    return true;
  }
}
