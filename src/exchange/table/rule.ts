// Rules make texts from rows: a template with columns in braces, then, where asked for, a pattern, a code table, a count of days.
import { InvalidInput } from '../../domain/refusal.js';
import { readTimeSpan } from '../../domain/time-span.js';
import { nearestKey } from '../nearest-key.js';
import { readPattern, type Pattern } from './pattern.js';
import type { TableRow } from './row.js';
import type { RuleMapping, RuleSteps } from './mapping-shape.js';

export interface Rule {
  readonly columns: readonly string[];
  /** All texts it can give, where that is known without a row. */
  readonly outcomes: readonly string[] | null;
  /** The text for a row; undefined where a column it needs is blank. @throws InvalidInput where the text fits no step. */
  read(row: TableRow): string | undefined;
}

const DAY = 86_400_000;
const MOST_DAYS = 4096;
const PLACEHOLDER = /\{([^{}|]+)(?:\|([^{}]*))?\}/g;

/** @throws InvalidInput, with the member's name as field, for a pattern or a date that cannot be read. */
export function readRule(mapping: RuleMapping): Rule {
  const steps = typeof mapping === 'string' ? { from: mapping } : mapping;
  const template = readTemplate(steps.from);
  const [column] = template.columns;
  const pattern = steps.matches === undefined ? null : readPattern(steps.matches);
  const codes = steps.map === undefined ? null : new Map(Object.entries(steps.map));
  const field = column === undefined ? [] : [column];
  const dayOf = steps.daysSince === undefined ? null : daysAfter(readDay(steps.daysSince), field);
  return {
    columns: template.columns,
    outcomes: outcomesOf(template, steps),
    read: row => {
      const text = template.fill(row);
      if (text === undefined) return steps.default;
      const matched = pattern === null ? text : match(pattern, text, steps);
      if (matched === undefined)
        return otherwise(steps, () => `"${cut(text)}" does not fit the pattern`, field);
      const mapped = codes === null ? matched : codes.get(matched);
      // The suggestion is looked for only if the problem is reported: it takes longer than everything else for a row.
      if (mapped === undefined) return otherwise(steps, () => missingCode(matched, codes), field);
      return dayOf === null ? mapped : dayOf(mapped);
    },
  };
}

interface Template {
  readonly columns: readonly string[];
  fill(row: TableRow): string | undefined;
}

/** Blank columns leave the whole text out, but for those that say what to put instead: `{end|..}`. */
function readTemplate(text: string): Template {
  const columns: string[] = [];
  const pieces: ((row: TableRow) => string | undefined)[] = [];
  let last = 0;
  for (const { index, 0: all, 1: column = '', 2: instead } of text.matchAll(PLACEHOLDER)) {
    const words = text.slice(last, index);
    pieces.push(
      () => words,
      row => row.text(column) || instead,
    );
    columns.push(column);
    last = index + all.length;
  }
  const rest = text.slice(last);
  if (/[{}]/.test(text.replace(PLACEHOLDER, ''))) {
    throw new InvalidInput(`"${cut(text)}" has a brace without its other: write columns as {column}.`);
  }
  const [only] = columns;
  // Most templates are a column and nothing else.
  if (only !== undefined && text === `{${only}}`)
    return { columns, fill: row => row.text(only) || undefined };
  return {
    columns,
    fill: row => {
      let filled = '';
      for (const piece of pieces) {
        const text = piece(row);
        if (text === undefined) return undefined;
        filled += text;
      }
      return (filled + rest).trim() || undefined;
    },
  };
}

function outcomesOf({ columns }: Template, steps: RuleSteps): readonly string[] | null {
  const otherwise = steps.default === undefined ? [] : [steps.default];
  if (steps.daysSince !== undefined) return null;
  if (steps.map !== undefined) return [...Object.values(steps.map), ...otherwise];
  return columns.length === 0 && steps.as === undefined ? [steps.from, ...otherwise] : null;
}

function match(pattern: Pattern, text: string, { as }: RuleSteps): string | undefined {
  const found = pattern.find(text);
  if (!found) return undefined;
  return as === undefined
    ? found[0]
    : as.replace(/\$([$\d])/g, (_, which: string) => (which === '$' ? '$' : (found[Number(which)] ?? '')));
}

function otherwise(steps: RuleSteps, problem: () => string, field: readonly string[]): string {
  if (steps.default !== undefined) return steps.default;
  throw new InvalidInput(`${problem()}: mend the row, or give the rule a \`default\`.`, { field });
}

function missingCode(code: string, codes: ReadonlyMap<string, string> | null): string {
  const near = nearestKey(code, [...(codes?.keys() ?? [])].slice(0, 1000));
  return `"${cut(code)}" is not in the map${near === undefined ? '' : ` ("${near}" is)`}`;
}

function readDay(text: string): number {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) {
    throw new InvalidInput(`"${cut(text)}" is no day: write one such as 2014-01-01.`, {
      field: ['daysSince'],
    });
  }
  return readTimeSpan(text, ['daysSince']).from;
}

/** Remembers days, since tables have many rows of each. */
function daysAfter(start: number, field: readonly string[]): (count: string) => string {
  const known = new Map<string, string>();
  return count => {
    const day = known.get(count) ?? dayAfter(start, count, field);
    if (known.size >= MOST_DAYS) known.clear();
    known.set(count, day);
    return day;
  };
}

function dayAfter(start: number, count: string, field: readonly string[]): string {
  if (/^-?\d{1,6}$/.test(count)) return new Date(start + Number(count) * DAY).toISOString().slice(0, 10);
  throw new InvalidInput(`"${cut(count)}" is no count of days: a whole number is expected.`, { field });
}

const cut = (text: string): string => text.slice(0, 80);
