// Finds known names in a text: whole words, in every spelling and script, the longest match first.
import type { EntityId } from '../../domain/ids.js';
import type { NameSpellings, SpellingNumber } from './name-spellings.js';
import { unitsOf, type NameUnit } from './name-units.js';
import type { NameWords } from './name-words.js';
import { eachInPieces, type Resumable } from '../work/resumable.js';

export interface NameMention {
  readonly entity: EntityId;
  /** The spelling that it is known by. */
  readonly spelling: string;
  /** UTF-16 offsets into the text, end exclusive. */
  readonly start: number;
  readonly end: number;
}

/** A name of more words, or of more characters of a script without blanks, is not found. */
const LONGEST_NAME = 24;
/** Up to so many entities with one name are all offered; if there are more, the name identifies none. */
const MOST_OF_ONE_NAME = 20;
/** So many writings of names are kept. */
const MOST_MET = 10_000;
/** What it takes to look at the beginning of a name. */
const STEPS_OF_A_PLACE = 2;
/** Acronyms of so many letters are words of their own where they stand in small letters: who, us, it. */
const LONGEST_ACRONYM = 5;
const HANGUL = /\p{sc=Hangul}/u;
const KATAKANA = /[\p{sc=Katakana}ー]/u;
/** What Korean puts behind a noun without a blank. */
const PARTICLES =
  /^(?:들)?(?:은|는|이|가|을|를|의|에|에서|에게|에게서|께|께서|한테|와|과|랑|이랑|도|만|로|으로|로서|으로서|부터|까지|보다|처럼|측|측은|측이|나|이나|이라고|라고|이라는|라는|이다|다)?(?:은|는|도|만|의)?$/u;

/** Names that were met in a text, by how they are written there: a name comes again and again, and many may bear it. */
export class MetNames {
  private readonly byWriting = new Map<string, readonly SpellingNumber[]>();

  get(writing: string): readonly SpellingNumber[] | undefined {
    return this.byWriting.get(writing);
  }

  set(writing: string, places: readonly SpellingNumber[]): void {
    if (this.byWriting.size >= MOST_MET) this.byWriting.clear();
    this.byWriting.set(writing, places);
  }
}

interface Found {
  readonly end: number;
  readonly places: readonly SpellingNumber[];
  readonly next: number;
}

export class NameMentions {
  constructor(
    private readonly words: NameWords,
    private readonly spellings: NameSpellings,
  ) {}

  /**
   * In the order of the text; several where entities share a name. Names within a longer name that is found are left out.
   * @param met kept from one part of a text to the next.
   */
  *find(text: string, met = new MetNames()): Resumable<readonly NameMention[]> {
    const units = yield* unitsOf(text);
    const mentions: NameMention[] = [];
    for (let at = 0; at < units.length;) {
      yield STEPS_OF_A_PLACE;
      const found = yield* this.longestAt(text, units, at, met);
      if (!found) {
        at += 1;
        continue;
      }
      const { places, end, next } = found;
      const start = units[at]?.start ?? 0;
      for (const place of places) {
        mentions.push({
          entity: this.spellings.entityAt(place),
          spelling: this.spellings.nameAt(place),
          start,
          end,
        });
      }
      at = next;
    }
    return mentions;
  }

  private *longestAt(
    text: string,
    units: readonly NameUnit[],
    at: number,
    met: MetNames,
  ): Resumable<Found | null> {
    if (!mayBegin(text, units, at)) return null;
    const reach = this.reachFrom(units, at);
    let key = '';
    let longest: Found | null = null;
    for (let next = at; next < reach; next += 1) {
      const unit = units[next];
      if (!unit) break;
      const start = units[at]?.start ?? 0;
      const ends = [
        ...(unit.bare ? [{ key: key + unit.bare.key, end: unit.bare.end }] : []),
        { key: key + unit.key, end: unit.end },
      ];
      for (const { key: whole, end } of ends) {
        if (!mayEnd(text, unit, end)) continue;
        const places = yield* this.placesOf(whole, text.slice(start, end), met);
        if (places.length > 0) longest = { end, places, next: next + 1 };
      }
      key += unit.key;
    }
    return longest;
  }

  /** How far a name that begins here could go: as long as its words are words of names. */
  private reachFrom(units: readonly NameUnit[], at: number): number {
    let next = at;
    for (; next < units.length && next - at < LONGEST_NAME; next += 1) {
      const unit = units[next];
      if (!unit || (next > at && !unit.goesOn)) break;
      if (unit.isCjk ? this.words.holds(unit.key) : this.words.find(unit.key) !== undefined) continue;
      // A genitive ends a name.
      return unit.bare && this.words.find(unit.bare.key) !== undefined ? next + 1 : next;
    }
    return next;
  }

  /** A spelling of each entity that bears a name, the first `MOST_OF_ONE_NAME` of them. */
  private *placesOf(key: string, written: string, met: MetNames): Resumable<readonly SpellingNumber[]> {
    if ([...key].length < 2) return [];
    const writing = `${key} ${written}`;
    const known = met.get(writing);
    if (known) return known;
    const places = new Map<EntityId, SpellingNumber>();
    yield* eachInPieces(yield* this.spellings.whole(key), place => {
      const entity = this.spellings.entityAt(place);
      if (places.size >= MOST_OF_ONE_NAME || places.has(entity)) return;
      // Two texts may share a number: see `keyOfText`.
      if (this.spellings.wordsAt(place).join('') !== key) return;
      if (fitsCase(this.spellings.nameAt(place), written)) places.set(entity, place);
    });
    const found = [...places.values()];
    met.set(writing, found);
    return found;
  }
}

/** In Korean a word begins after a blank; a run of Katakana is one word. */
function mayBegin(text: string, units: readonly NameUnit[], at: number): boolean {
  const unit = units[at];
  const before = units[at - 1];
  if (!unit?.isCjk || before?.end !== unit.start) return unit !== undefined;
  const last = text.slice(before.start, before.end);
  if (HANGUL.test(unit.key)) return !HANGUL.test(last);
  return !(KATAKANA.test(unit.key) && KATAKANA.test(last));
}

function mayEnd(text: string, unit: NameUnit, end: number): boolean {
  if (!unit.isCjk) return true;
  const rest = text.slice(end, end + LONGEST_NAME);
  if (HANGUL.test(unit.key)) return PARTICLES.test(/^\p{sc=Hangul}*/u.exec(rest)?.[0] ?? '');
  return !(KATAKANA.test(unit.key) && /^[\p{sc=Katakana}ー]/u.test(rest));
}

/** A name with a capital is no word without one, and a short acronym only stands in capitals. */
function fitsCase(name: string, written: string): boolean {
  const letter = /\p{L}/u;
  const [first, begun] = [letter.exec(name)?.[0] ?? '', letter.exec(written)?.[0] ?? ''];
  const isCapital = (text: string): boolean => text !== text.toLowerCase();
  if (isCapital(first) && !isCapital(begun) && begun !== begun.toUpperCase()) return false;
  const isAcronym = name.length <= LONGEST_ACRONYM && name.length > 1 && name === name.toUpperCase();
  return !isAcronym || name === name.toLowerCase() || written === written.toUpperCase();
}
