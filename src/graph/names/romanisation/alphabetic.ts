// Names of Cyrillic, Greek, Georgian and Armenian script, above all Russian ones, and what English, German, French, Polish and
// the libraries' tables make of them. A key is the word in one plain spelling: S, C and Z are the sounds of ш, ч and ж, c is ц.
import anyAscii from 'any-ascii';
import { rewrite, rulesOf } from './graphemes.js';
import type { Pronunciation, School } from './reading.js';

const OTHER_SCRIPT = /^[\p{sc=Cyrillic}\p{sc=Greek}\p{sc=Georgian}\p{sc=Armenian}]/u;
const SHORTEST = 4;

const RULES = rulesOf([
  'chtch: SC',
  'tsch: C',
  'tch: C',
  'sch: S Z',
  'sh: S',
  'sz: S',
  'cz: C',
  'ch: C h',
  'zh: Z',
  'kh: h',
  't[sz]: c',
  'x: ks',
  'ph: f',
  'w: v',
  'ff?$: v',
  'gu(?=[ei]): g',
  'z: z c',
  'c(?=[eiy]): k c',
  'c: k',
  // Poutine, Eltsine
  '(?<=[^aeiou]i)ne$: n',
  // Alexander, Peter
  '(?<=[dt])(?:er|re)$: r',
  // After a hissing sound ё is written o or e.
  '(?<=ch|sh|cz|sz)[yj]?o(?=[vw]): e',
  '[yji]e: e',
  'yo: e',
  'jo: e Zo',
  '[yi]?ou: u',
  'oo: u',
  'i?[yi]a: ia',
  'i?ja: ia Za',
  'i?[yi]u: iu',
  'ju: iu Zu',
  'j(?=[ei]): . Z',
  'j: i Z',
  'y: i',
]);

export class Alphabetic implements School {
  read(word: string): readonly Pronunciation[] {
    const other = OTHER_SCRIPT.test(word);
    if (!other && (word.length < SHORTEST || !/^[a-z]+$/.test(word))) return [];
    const latin = other
      ? anyAscii(word)
          .toLowerCase()
          .replace(/[^a-z]/g, '')
      : word;
    return [[rewrite(latin, RULES).map(form => `ru:${form}`)]];
  }
}
