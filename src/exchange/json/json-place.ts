// Finds the place of a part of a JSON text: from the nearest record whose place was noted, the text is read again.
import { visit } from 'jsonc-parser';
import type { Spot } from './json-builder.js';

export type JsonPath = readonly (string | number)[];

export const STRICT = { disallowComments: true, allowTrailingComma: false } as const;

const START: Spot = { offset: 0, line: 0, character: 0 };

/** Where a part begins, or the nearest part around it. */
export function placeWithin(
  text: string,
  data: unknown,
  places: ReadonlyMap<object, Spot>,
  path: JsonPath,
): Spot {
  let spot = spotOf(data, places) ?? START;
  let value = data;
  const rest: (string | number)[] = [];
  for (const key of path) {
    if (!isContainer(value) || !Object.hasOwn(value, key)) break;
    value = (value as Record<string | number, unknown>)[key];
    const noted = spotOf(value, places);
    if (noted) [spot, rest.length] = [noted, 0];
    else rest.push(key);
  }
  return rest.length === 0 ? spot : look(text, spot, rest);
}

const isContainer = (value: unknown): value is object => value !== null && typeof value === 'object';

const spotOf = (value: unknown, places: ReadonlyMap<object, Spot>): Spot | undefined =>
  isContainer(value) ? places.get(value) : undefined;

function look(text: string, from: Spot, path: JsonPath): Spot {
  let found: Spot | undefined;
  const meet = (offset: number, line: number, character: number, at: JsonPath): boolean => {
    if (found || !at.every((key, index) => key === path[index])) return false;
    if (at.length === path.length) {
      const column = line === 0 ? from.character + character : character;
      found = { offset: from.offset + offset, line: from.line + line, character: column };
    }
    return true;
  };
  visit(
    text.slice(from.offset),
    {
      onObjectBegin: (offset, _, line, character, pathOf) => meet(offset, line, character, pathOf()),
      onArrayBegin: (offset, _, line, character, pathOf) => meet(offset, line, character, pathOf()),
      onLiteralValue: (_, offset, __, line, character, pathOf) => {
        meet(offset, line, character, pathOf());
      },
      // Without them, the library never ends the leaving out of what was not entered.
      onObjectEnd: () => undefined,
      onArrayEnd: () => undefined,
    },
    STRICT,
  );
  return found ?? from;
}
