// Conditions: for which rows a part of a mapping holds.
import type { ConditionMapping, WhenMapping } from './mapping-shape.js';
import { readPattern } from './pattern.js';
import type { TableRow } from './row.js';

export interface Condition {
  readonly columns: readonly string[];
  holds(row: TableRow): boolean;
}

const ALWAYS: Condition = { columns: [], holds: () => true };

/** Without one, every row will do; of several, all must hold. @throws InvalidInput for a pattern that is none. */
export function readCondition(mapping: WhenMapping | undefined): Condition {
  if (mapping === undefined) return ALWAYS;
  const all = (Array.isArray(mapping) ? mapping : [mapping]) as readonly ConditionMapping[];
  const tests = all.map(readTest);
  return { columns: all.map(one => one.column), holds: row => tests.every(test => test(row)) };
}

function readTest({ column, ...test }: ConditionMapping): (row: TableRow) => boolean {
  const { is, in: list, matches, notEmpty } = test;
  const wanted = list === undefined ? null : new Set(list);
  const pattern = matches === undefined ? null : readPattern(matches);
  return row => {
    const text = row.text(column);
    return (
      (is === undefined || text === is) &&
      (wanted === null || wanted.has(text)) &&
      (pattern === null || pattern.holds(text)) &&
      (notEmpty === undefined || (text !== '') === notEmpty)
    );
  };
}
