// Chance that can be had again: the same seed gives the same numbers.

/** Numbers from 0 up to, not including, 1. */
export type Chance = () => number;

/** A stream of chance from a seed (the mixing step of SplitMix, in 32 bits). */
export function chanceFrom(seed: number): Chance {
  let state = seed | 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32;
  };
}

/** Between two lengths, short ones as likely as long ones are by their order of magnitude. */
export const lengthBetween = (shortest: number, longest: number, chance: Chance): number =>
  shortest * (longest / shortest) ** chance();
