// Arabic names: Arabic script, which leaves short vowels out, and the English, French and Persian ways to write them in Latin letters.
// Latin words meet one another by keys with vowels (`ar:`), Arabic script meets them by keys without (`ab:` and `la:`).
import { rewrite, rulesOf } from './graphemes.js';
import type { Pronunciation, School, SpokenUnit } from './reading.js';

const ARTICLE = /^(?:al|el|ul|as|ash|ad|an|ar|at|az)$/;
/** Servant of: written apart, together with the article, or together with the whole name. */
const SERVANT = /^abd(?:[aeiou]l?)?/;
const LATIN = /^[a-z]+$/;
/** What Arabic names have not, whoever writes them. */
const FOREIGN = /[pvx]|zh|ng|c(?!h)/;
const ARABIC = /^\p{sc=Arabic}+$/u;
const SHORTEST = 3;

const CONSONANTS = [
  'kh: x',
  'gh: G',
  '[sc]h: S',
  'th: t s',
  'dh: d',
  'dj: j',
  'q: k g',
  'g(?=[aeiouy]): g j',
];

const WITH_VOWELS = rulesOf([
  ...CONSONANTS,
  // Saeed, Said
  'aee: ai',
  'ai(?=d): Y ai',
  '(?:a|e|ie)[iy]+(?![aeou])|ie: Y',
  'a[uw]o?u?(?![aei])|ao?u: W',
  'aa: a',
  '[ae]h?$: a',
  'ee: i',
  'ou|oo|o: u',
  // Youssef, Yusuf
  '(?<=u[^aeiou]+)e: a i u',
  'e: a i',
  '[iy]{2,}|i|(?<![aeiou])y(?![aeiou]): i',
]);

const WITHOUT_VOWELS = rulesOf([
  ...CONSONANTS,
  '(?<=^)[aeiou]+: a',
  '(?:[ae][iy]|ie|ee)+y?: y',
  'a[uow]+(?![aei])|ou|oo: w',
  '[ae]h$: . h',
  '[iy]+$: y',
  'i: . y',
  '[uo]: . w',
  '[ae]: .',
]);

const LETTERS = rulesOf([
  '^[اع]و?: a',
  '[اعء]: .',
  'ي$: y .',
  'ه$: .',
  '[تثط]: t',
  'ج|چ: j',
  '[حه]: h',
  'خ: x',
  '[دذض]: d',
  '[زظ]: z',
  '[سص]: s',
  'ش: S',
  'غ: G',
  'ق: k g',
  'ك: k',
  'ب: b',
  'ر: r',
  'ف: f',
  'ل: l',
  'م: m',
  'ن: n',
  'و: w',
  'ي: y',
  'گ: g',
  'پ: p',
]);

export class Arabic implements School {
  read(word: string): readonly Pronunciation[] {
    if (ARABIC.test(word)) return [readLetters(word)];
    if (!LATIN.test(word)) return [];
    // An article does not count: al-Sisi is el-Sisi, and Sisi.
    if (ARTICLE.test(word)) return [[]];
    if (word.length < SHORTEST || FOREIGN.test(word)) return [];
    const servant = SERVANT.exec(word)?.[0];
    if (servant !== undefined) return [servantOf(word.slice(servant.length))];
    const rest = /^[ae]l(?=[^aeiou].{2,})/.test(word) ? [[unitOf(word.slice(2))]] : [];
    return [[unitOf(word)], ...rest];
  }
}

const SERVANT_UNIT: SpokenUnit = ['ar:abd', 'la:abd'];

const servantOf = (rest: string): Pronunciation =>
  rest.length < 2 ? [SERVANT_UNIT] : [SERVANT_UNIT, unitOf(rest)];

function unitOf(word: string): SpokenUnit {
  return [
    ...rewrite(word, WITH_VOWELS).map(form => `ar:${form}`),
    ...rewrite(word, WITHOUT_VOWELS).map(form => `la:${form}`),
  ];
}

function readLetters(word: string): Pronunciation {
  const servant = /^عبد(?:ال(?=..))?/u.exec(word)?.[0];
  const rest = word.slice(servant?.length ?? 0).replace(/^ال(?=..)/u, '');
  const unit = rewrite(rest, LETTERS).map(form => `ab:${form}`);
  if (servant === undefined) return [unit];
  return rest === '' ? [['ab:abd']] : [['ab:abd'], unit];
}
