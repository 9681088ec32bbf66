// Romanisations of one name: the schools together. Name search asks them what words sound like, and which names sound alike.
import { isCjk } from '../name-folding.js';
import { Alphabetic } from './alphabetic.js';
import { Arabic } from './arabic.js';
import { Chinese } from './chinese.js';
import { Korean } from './korean.js';
import { holds, sequences, spelledOut, type Pronunciation, type School } from './reading.js';

/** Longer words are compounds or no words at all. */
const LONGEST_WORD = 30;
const LONGEST_WHOLE_NAME = 4;
/** What a name has beyond so many words is not listened to: every way to read some words is joined with every way to read the next. */
const MOST_LISTENED_TO = 31;
/** So many words are kept read: those of a search that are met again and again. */
const MOST_KEPT = 4_000;

/** What `mayFit` needs to know of a word. Bits by school: whether it can read a word, and whether a family is called so. */
export type WordHint = number;
const FAMILY = 2 ** 8;

/** Returns, for each romanisation school, which words it finds in a name (given as folded words), as bits. */
export type Listener = (name: readonly string[]) => readonly number[];

export class Romanisation {
  readonly schools: readonly School[] = [new Korean(), new Chinese(), new Alphabetic(), new Arabic()];
  private readonly kept = new Map<School, Map<string, readonly Pronunciation[]>>();

  /** Keys of a word: those that hold in any name, or those that hold only in names of which `mayFit` is true. */
  keysOf(word: string, onlyInWholeNames: boolean): ReadonlySet<string> {
    const schools = this.schools.filter(school => (school.isFamily !== undefined) === onlyInWholeNames);
    return new Set(schools.flatMap(school => readWord(school, word).flat(2)));
  }

  hintOf(word: string): WordHint {
    let hint = 0;
    for (const [place, school] of this.schools.entries()) {
      const readings = school.isFamily ? readWord(school, word) : [];
      if (readings.length > 0) hint |= 1 << place;
      if (isFamily(school, word, readings)) hint |= FAMILY << place;
    }
    return hint;
  }

  /** Whether a name of such words may be of a school that reads whole names: it reads all words, and one end is a family's name. */
  mayFit(hints: readonly WordHint[]): boolean {
    const ends = (hints[0] ?? 0) | (hints.at(-1) ?? 0);
    return hints.reduce((all, hint) => all & hint, Math.floor(ends / FAMILY)) !== 0;
  }

  /** Every way to read a word, by any school. */
  readingsOf(word: string): readonly Pronunciation[] {
    return this.schools.flatMap(school => this.read(school, word)).filter(counts);
  }

  /**
   * Keys of how a whole name sounds, where it is of two syllables or words at least. Names of one sound share a key, or one has
   * what `sought` makes of the other's. Schools that go by single words leave their order out.
   */
  wholeKeysOf(words: readonly string[]): ReadonlySet<string> {
    const keys = this.schools.flatMap(school => {
      const inOrder = school.isFamily !== undefined;
      const isRead = inOrder || words.every(word => this.read(school, word).length > 0);
      const names = isRead ? this.namesIn(school, words).filter(name => name.length > 1) : [];
      return names.flatMap(name => spelledOut(name, inOrder));
    });
    return new Set(keys);
  }

  /** Hears words, up to 31, in names: each whole, or as a part of a longer one. */
  listenerFor(words: readonly string[]): Listener {
    const asked = this.schools.map(school => words.map(word => this.read(school, word).filter(counts)));
    return name =>
      this.schools.map((school, place) => {
        const askedOf = asked[place] ?? [];
        if (askedOf.every(readings => readings.length === 0)) return 0;
        const names = this.namesIn(school, name);
        const isHeard = (reading: Pronunciation): boolean => names.some(whole => holds(whole, reading));
        return askedOf.reduce(
          (bits, readings, word) => (readings.some(isHeard) ? bits | (1 << word) : bits),
          0,
        );
      });
  }

  /** A name's readings by a school that it fits; by one that goes by single words, those it cannot read are left out. */
  private namesIn(school: School, all: readonly string[]): readonly Pronunciation[] {
    const words = all.slice(0, MOST_LISTENED_TO);
    const readings = words.map(word => this.read(school, word));
    if (!school.isFamily) return sequences(readings.map(each => (each.length === 0 ? [[]] : each)));
    const ends = [0, words.length - 1];
    const fits =
      readings.every(each => each.length > 0) &&
      ends.some(end => isFamily(school, words[end] ?? '', readings[end] ?? []));
    return fits ? sequences(readings).filter(name => name.length <= LONGEST_WHOLE_NAME) : [];
  }

  private read(school: School, word: string): readonly Pronunciation[] {
    let kept = this.kept.get(school);
    if (!kept || kept.size >= MOST_KEPT)
      this.kept.set(school, (kept = new Map<string, readonly Pronunciation[]>()));
    let readings = kept.get(word);
    if (!readings) kept.set(word, (readings = readWord(school, word)));
    return readings;
  }
}

const readWord = (school: School, word: string): readonly Pronunciation[] =>
  word.length > LONGEST_WORD ? [] : school.read(word);

/** An article does not. */
const counts = (reading: Pronunciation): boolean => reading.length > 0;

/** Whether a word is a family's name; where names are written in one word, whether it begins with one. */
const isFamily = (school: School, word: string, readings: readonly Pronunciation[]): boolean =>
  readings.some(
    ([unit, ...rest]) => unit && (rest.length === 0 || isCjk(word)) && school.isFamily?.(unit) === true,
  );
