// Ranges of code points that have a property, found with JavaScript's own patterns.

/** From and to, both in it. */
export type Range = readonly [number, number];

const LAST = 0x10ffff;
/** Halves of a letter, which stand in no well-formed text: they have all properties in common. */
const FIRST_HALF = 0xd800;
/** So many are asked for at once. Those halves are one such lot. */
const LOT = 0x800;

/** @param property what `new RegExp` takes under the flag `u` for one letter, such as `\p{L}`. Up to a tenth of a second. */
export function propertyRanges(property: string): readonly Range[] {
  const run = new RegExp(`${property}+`, 'gu');
  const ranges: [number, number][] = [];
  const add = (from: number, to: number): void => {
    const last = ranges.at(-1);
    if (last?.[1] === from - 1) last[1] = to;
    else ranges.push([from, to]);
  };
  for (let first = 0; first <= LAST; first += LOT) {
    if (first === FIRST_HALF) {
      if (String.fromCodePoint(first).match(run)) add(first, first + LOT - 1);
      continue;
    }
    const lot = String.fromCodePoint(...Array.from({ length: LOT }, (_, index) => first + index));
    const width = first > 0xffff ? 2 : 1;
    for (const { 0: found, index } of lot.matchAll(run)) {
      const from = first + index / width;
      add(from, from + found.length / width - 1);
    }
  }
  return ranges;
}
