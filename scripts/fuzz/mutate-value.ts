// Damages a value of JSON: other types, other sizes, keys that are traps, texts that have hurt programs before.
import type { Random } from './random.js';

const NUMBERS = [0, -0, -1, 1, 3, 100, 101, 1e9, 2 ** 31, -(2 ** 31) - 1, 2 ** 53, 1e308, 0.5];
const TRAPS = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'length', '', 'id'];
const DEEPEST = 200;

/** @param texts what to put in the place of texts. */
export function mutateValue(value: unknown, random: Random, texts: readonly string[]): unknown {
  if (random.chance(0.08)) return anyValue(random, texts);
  if (Array.isArray(value)) return mutateList(value, random, texts);
  if (typeof value === 'object' && value !== null) return mutateObject(value, random, texts);
  if (typeof value === 'string' && random.chance(0.5)) return `${value}${random.pick(texts)}`;
  return anyValue(random, texts);
}

function mutateList(list: readonly unknown[], random: Random, texts: readonly string[]): unknown[] {
  if (list.length === 0 || random.chance(0.3)) return [...list, anyValue(random, texts)];
  const at = random.below(list.length);
  return list.map((item, index) => (index === at ? mutateValue(item, random, texts) : item));
}

function mutateObject(value: object, random: Random, texts: readonly string[]): unknown {
  const entries = Object.entries(value) as [string, unknown][];
  const at = random.below(entries.length + 1);
  const found = entries[at];
  if (!found) entries.push([random.pick([...TRAPS, ...texts]), anyValue(random, texts)]);
  else if (random.chance(0.15)) entries.splice(at, 1);
  else entries[at] = [found[0], mutateValue(found[1], random, texts)];
  // Not `Object.fromEntries` alone: a body of JSON has `__proto__` as a key of its own, too, and so has this.
  return Object.fromEntries(entries);
}

function anyValue(random: Random, texts: readonly string[]): unknown {
  switch (random.below(7)) {
    case 0:
      return null;
    case 1:
      return random.chance(0.5);
    case 2:
      return random.pick(NUMBERS);
    case 3:
      return nested(random.below(DEEPEST), random);
    case 4:
      return random.pick(texts).repeat(random.chance(0.1) ? 1 + random.below(200) : 1);
    default:
      return random.pick(texts);
  }
}

function nested(depth: number, random: Random): unknown {
  let value: unknown = random.pick(NUMBERS);
  for (let n = 0; n < depth; n += 1) value = random.chance(0.5) ? [value] : { [random.pick(TRAPS)]: value };
  return value;
}
