// Counts the items in lists that a field is given: each item is read anew each time the field is asked.
import { Kind, type ValueNode, type VariableDefinitionNode } from 'graphql';

/** The length that a variable can set: its whole number, or the items of the lists in it. */
export type Length = number | GivenItems | null;

/** Of the lists within one variable, however deep they nest. */
export class GivenItems {
  constructor(readonly count: number) {}
}

/** The length that a value sets; null if it sets none. */
export function lengthOf(given: unknown): Length {
  if (typeof given === 'number' || given instanceof GivenItems) return given;
  return given === null || typeof given !== 'object' ? null : new GivenItems(itemsIn(given));
}

/** The same of the value that a variable has where none is given. */
export function lengthOfDefault({ defaultValue }: VariableDefinitionNode): Length {
  if (defaultValue === undefined) return null;
  return defaultValue.kind === Kind.INT
    ? Number(defaultValue.value)
    : new GivenItems(literalItems(defaultValue, {}));
}

/** In a value as it is written in a document, which nests no deeper than documents may. */
export function literalItems(value: ValueNode, variables: Readonly<Record<string, Length>>): number {
  if (value.kind === Kind.VARIABLE) {
    const given = variables[value.name.value];
    return given instanceof GivenItems ? given.count : 0;
  }
  if (value.kind === Kind.OBJECT)
    return value.fields.reduce((sum, field) => sum + literalItems(field.value, variables), 0);
  if (value.kind !== Kind.LIST) return 0;
  return value.values.reduce((sum, item) => sum + 1 + literalItems(item, variables), 0);
}

/** How many items the lists within a value have. It may nest too deep to be gone through by calls within calls. */
export function itemsIn(given: object): number {
  let items = 0;
  const open = [given];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const members: readonly unknown[] = Array.isArray(next) ? next : Object.values(next);
    if (Array.isArray(next)) items += members.length;
    for (const member of members) if (member !== null && typeof member === 'object') open.push(member);
  }
  return items;
}
