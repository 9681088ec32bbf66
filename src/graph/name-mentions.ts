// Finds known names in a text: whole words, in all spellings and scripts, folded as name search folds, the longest first. It walks
// over the words of name search, so that it needs no index of its own, and takes time by the text and not by the names.
import type { EntityId } from '../domain/ids.js';
import type { NameSpellings, Place } from './name-spellings.js';
import { unitsOf, type NameUnit } from './name-units.js';
import type { NameWords } from './name-words.js';

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
/** Of so many entities of one name each is offered; beyond, a name tells nothing. */
const MOST_OF_ONE_NAME = 20;
/** Acronyms of so many letters are words of their own where they stand in small letters: who, us, it. */
const LONGEST_ACRONYM = 5;
const HANGUL = /\p{sc=Hangul}/u;
const KATAKANA = /[\p{sc=Katakana}ー]/u;
/** What Korean puts behind a noun without a blank. */
const PARTICLES =
  /^(?:들)?(?:은|는|이|가|을|를|의|에|에서|에게|에게서|께|께서|한테|와|과|랑|이랑|도|만|로|으로|로서|으로서|부터|까지|보다|처럼|측|측은|측이|나|이나|이라고|라고|이라는|라는|이다|다)?(?:은|는|도|만|의)?$/u;

interface Found {
  readonly end: number;
  readonly places: readonly Place[];
  readonly next: number;
}

export class NameMentions {
  constructor(
    private readonly words: NameWords,
    private readonly spellings: NameSpellings,
  ) {}

  /** In the order of the text; several where entities share a name. Names within a longer name that is found are left out. */
  find(text: string): readonly NameMention[] {
    const units = unitsOf(text);
    const mentions: NameMention[] = [];
    for (let at = 0; at < units.length;) {
      const found = this.longestAt(text, units, at);
      if (!found) {
        at += 1;
        continue;
      }
      const start = units[at]?.start ?? 0;
      mentions.push(...this.mentionsOf(found, start));
      at = found.next;
    }
    return mentions;
  }

  private longestAt(text: string, units: readonly NameUnit[], at: number): Found | null {
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
        const places = mayEnd(text, unit, end) ? this.placesOf(whole, text.slice(start, end)) : [];
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

  private placesOf(key: string, written: string): readonly Place[] {
    if ([...key].length < 2) return [];
    return this.spellings.whole(key).filter(place => {
      // Two texts may share a number: see `keyOfText`.
      if (this.spellings.wordsAt(place).join('') !== key) return false;
      return fitsCase(this.spellings.nameAt(place), written);
    });
  }

  private *mentionsOf({ places, end }: Found, start: number): IterableIterator<NameMention> {
    const met = new Set<EntityId>();
    for (const place of places) {
      const entity = this.spellings.entityAt(place);
      if (met.has(entity)) continue;
      if (met.add(entity).size > MOST_OF_ONE_NAME) return;
      yield { entity, spelling: this.spellings.nameAt(place), start, end };
    }
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
