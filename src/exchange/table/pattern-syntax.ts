// Writes JavaScript's patterns in the syntax of RE2 (https://github.com/google/re2/wiki/Syntax), with JavaScript's meaning.
import { propertyRanges } from './code-points.js';

/** Makes the error for what was found. */
export type RefusePattern = (found: string) => Error;

/** One part after another of a pattern that is sound under the flag `u`. */
const PARTS =
  /\\[pP]\{[^}]*\}|\\k<[^>]*>|\\u\{[^}]*\}|\\u[dD][89abAB]..\\u[dD][c-fC-F]..|\\u.{4}|\\x..|\\c.|\\.|\(\?<?[=!]|\(\?<[^>]*>|\(\?[^:]*:|\{\d+(?:,\d*)?\}|./gsu;
const CONTROLS: Readonly<Record<string, number>> = { 0: 0, t: 9, n: 10, v: 11, f: 12, r: 13 };
/** What `\s` finds, and `\S`: more than in RE2. */
const SPACES: Readonly<Record<string, string>> = {
  '\\s':
    '\\x{9}-\\x{d}\\x{20}\\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{2028}\\x{2029}\\x{202f}\\x{205f}\\x{3000}\\x{feff}',
  '\\S':
    '\\x{0}-\\x{8}\\x{e}-\\x{1f}\\x{21}-\\x{9f}\\x{a1}-\\x{167f}\\x{1681}-\\x{1fff}\\x{200b}-\\x{2027}\\x{202a}-\\x{202e}\\x{2030}-\\x{205e}\\x{2060}-\\x{2fff}\\x{3001}-\\x{fefe}\\x{ff00}-\\x{10ffff}',
};
const MARKS = '^$|()*+?';

/** @param pattern one that `new RegExp(pattern, 'u')` takes. @throws what `refuse` makes of a part that RE2 has not. */
export function toRe2(pattern: string, refuse: RefusePattern): string {
  const known = new Map<string, string>();
  let written = '';
  let inClass = false;
  for (const { 0: part, index } of pattern.matchAll(PARTS)) {
    const manyLetters = rangesOf(part, known);
    if (manyLetters !== null) written += inClass ? manyLetters : `[${manyLetters}]`;
    else if (inClass) {
      inClass = part !== ']';
      written += inClassPart(part, pattern[index - 1] === '[');
    } else {
      const unknown = notInRe2(part);
      if (unknown !== null) throw refuse(unknown);
      inClass = part === '[';
      written += outsidePart(part);
    }
  }
  // To RE2, a class without letters is a bracket that it lacks.
  return written.replaceAll('[]', '[^\\x{0}-\\x{10ffff}]').replaceAll('[^]', '[\\x{0}-\\x{10ffff}]');
}

/** The letters of `\s` and of properties as ranges: RE2 means others by these. */
function rangesOf(part: string, known: Map<string, string>): string | null {
  const spaces = SPACES[part];
  if (spaces !== undefined) return spaces;
  if (!/^\\[pP]\{/.test(part)) return null;
  const ranges =
    known.get(part) ??
    propertyRanges(part)
      .map(([from, to]) => `${letter(from)}-${letter(to)}`)
      .join('');
  known.set(part, ranges);
  return ranges;
}

function inClassPart(part: string, isFirst: boolean): string {
  if (part === ']' || part === '-' || (part === '^' && isFirst)) return part;
  return part === '\\b' ? letter(8) : oneOf(part);
}

function outsidePart(part: string): string {
  if (part === '.') return '[^\\n\\r\\x{2028}\\x{2029}]';
  if (part.startsWith('(?<')) return '(';
  const isSame = part === '[' || part === '(?:' || part === '\\b' || part === '\\B';
  return isSame || MARKS.includes(part) || /^\{./.test(part) ? part : oneOf(part);
}

/** One letter, or one of a few that mean the same to both. */
function oneOf(part: string): string {
  if (/^\\[dDwW]$/.test(part)) return part;
  return letter(part.startsWith('\\') ? escaped(part) : (part.codePointAt(0) ?? 0));
}

function escaped(part: string): number {
  const [, sign = ''] = part;
  if (part.length > 2 && (sign === 'u' || sign === 'x')) {
    const units = part.match(/[\da-f]{2,}/gi) ?? [];
    const points = units.map(unit => parseInt(unit, 16));
    return points.length > 1 ? (String.fromCharCode(...points).codePointAt(0) ?? 0) : (points[0] ?? 0);
  }
  if (sign === 'c') return (part.codePointAt(2) ?? 0) % 32;
  return CONTROLS[sign] ?? part.codePointAt(1) ?? 0;
}

function notInRe2(part: string): string | null {
  if (part.startsWith('(?=') || part.startsWith('(?!')) return `looks ahead, with "${part}"`;
  if (part.startsWith('(?<=') || part.startsWith('(?<!')) return `looks behind, with "${part}"`;
  if (/^\\(?:[1-9]|k)/.test(part)) return `asks for what a group found before, with "${part}"`;
  if (/^\(\?[^:<]/.test(part)) return `sets a flag, with "${part}"`;
  return null;
}

const letter = (point: number): string => `\\x{${point.toString(16)}}`;
