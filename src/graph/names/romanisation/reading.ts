// What schools of romanisation share: how a word may be read, and when two readings sound alike.

/** A syllable or a word as the keys it may stand for; "jung" stands for two Korean syllables. */
export type SpokenUnit = readonly string[];
/** One way to read a word: its units in order. None at all for what does not count, as an Arabic article. */
export type Pronunciation = readonly SpokenUnit[];

/** A tradition of writing the names of one language in other letters. */
export interface School {
  /** Every way to read a folded word; empty where it is none of this language's. */
  read(word: string): readonly Pronunciation[];
  /**
   * Whether a family is called so. A school that knows reads whole names only: its syllables are so short that single words of
   * other languages sound like them.
   */
  isFamily?(unit: SpokenUnit): boolean;
}

/** At most so many readings of a word are distinguished. */
export const MOST_READINGS = 4;
const MOST_SEQUENCES = 8;
const MOST_SPELLINGS = 12;

/** Where one side is Arabic script, which leaves vowels out, the other side's key without vowels is sought: see `arabic.ts`. */
export const sought = (key: string): string =>
  /^(?:ab|la):/.test(key) ? key.replace(/ab:|la:/g, other => (other === 'ab:' ? 'la:' : 'ab:')) : key;

const alike = (one: SpokenUnit, other: SpokenUnit): boolean => one.some(key => other.includes(sought(key)));

/** Whether a name holds the units of a part without a gap. */
export function holds(name: Pronunciation, part: Pronunciation): boolean {
  return name.some((_, start) =>
    part.every((unit, place) => {
      const there = name[start + place];
      return there !== undefined && alike(unit, there);
    }),
  );
}

/** The ways to read a whole name, from the ways to read its words; the last word also first, where it may be the family's. */
export function sequences(words: readonly (readonly Pronunciation[])[]): readonly Pronunciation[] {
  const last = words.at(-1);
  const turned = words.length > 1 && last?.[0]?.length === 1 ? joinAll([last, ...words.slice(0, -1)]) : [];
  return [...joinAll(words), ...turned];
}

function joinAll(words: readonly (readonly Pronunciation[])[]): readonly Pronunciation[] {
  if (words.every(readings => readings.length === 1)) return [words.flatMap(([reading = []]) => reading)];
  let all: readonly Pronunciation[] = [[]];
  for (const readings of words) {
    all = all.flatMap(begun => readings.map(reading => [...begun, ...reading])).slice(0, MOST_SEQUENCES);
  }
  return all;
}

/** Cuts a word into the fewest syllables that `spelled` knows, in every way there is with so many. */
export function syllables(
  word: string,
  longest: number,
  spelled: (part: string) => SpokenUnit,
): readonly Pronunciation[] {
  /** For each place, the ways to read what stands before it. */
  const before: (readonly Pronunciation[])[] = [[[]]];
  for (let end = 1; end <= word.length; end += 1) {
    const ways: Pronunciation[] = [];
    for (let start = Math.max(0, end - longest); start < end; start += 1) {
      const begun = before[start] ?? [];
      const unit = begun.length === 0 ? [] : spelled(word.slice(start, end));
      if (unit.length > 0) ways.push(...begun.map(reading => [...reading, unit]));
    }
    const fewest = Math.min(...ways.map(way => way.length));
    before.push(ways.filter(way => way.length === fewest).slice(0, MOST_READINGS));
  }
  return before.at(-1) ?? [];
}

/** A reading as single keys, each of one key for every unit and all of one kind; the first dozen where there are more. */
export function spelledOut(name: Pronunciation, inOrder: boolean): readonly string[] {
  const kinds = new Set(name[0]?.map(kindOf));
  return [...kinds].flatMap(kind => {
    let begun: readonly (readonly string[])[] = [[]];
    for (const unit of name) {
      const keys = unit.filter(key => kindOf(key) === kind);
      begun = begun.flatMap(before => keys.map(key => [...before, key])).slice(0, MOST_SPELLINGS);
    }
    return begun.map(keys => (inOrder ? keys : [...keys].sort()).join(' '));
  });
}

/** `ko` of `ko:gim`. */
const kindOf = (key: string): string => key.slice(0, key.indexOf(':'));
