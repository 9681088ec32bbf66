// Names by the million, made up but shaped like real ones: words as unevenly common as in life, five scripts, always the same.

const FAMILIES = 250_000;
const GIVEN = 20_000;
const SYLLABLES =
  'ba be bi bo da de di do fa fi ga go ha he ja jo ka ke ki ko la le li lo lu ma me mi mo na ne ni no pa'
    .concat(
      ' pe po ra re ri ro ru sa se si so ta te ti to va ve vi vo za ze zo cha sha than mar ber gar win dor nel stan vic',
    )
    .split(' ');
const KOREAN =
  'kim lee park choe jong hyon sung min yong chol ho jae hae il un nam su kyong ok ryong song hui won'.split(
    ' ',
  );
const HANGUL = [...'김이박최정현성민용철호재해일은남수경옥룡송희원'];
const HAN = [...'王李張劉陳楊趙黃周吳徐孫胡朱高林何郭馬羅梁宋鄭謝韓唐馮于董蕭近平文華明國建'];
const CYRILLIC =
  'ива нов пет ров сер гей вла ди мир алек сан др ник ола ева ми ха ил юрь фе до ры жко ста сла'.split(' ');
const ARABIC = 'محمد أحمد علي حسن حسين خالد سعيد عمر يوسف إبراهيم عبد الله الرحمن صالح ناصر فيصل سلمان'.split(
  ' ',
);

/** A run of names; the number of one decides all of it. */
export function* madeNames(count: number): IterableIterator<string> {
  const random = seeded(42);
  const pick = (from: readonly string[]): string => from[Math.floor(random() * from.length)] ?? '';
  // Squaring thrice makes low numbers common: the first hundred families hold a third of all people.
  const rank = (of: number): number => Math.floor(of * random() ** 8);
  const some = (from: readonly string[], most: number): string[] =>
    Array.from({ length: 1 + Math.floor(random() * most) }, () => pick(from));
  for (let made = 0; made < count; made += 1) {
    const lot = random();
    if (lot < 0.84) yield `${wordOf(rank(GIVEN))} ${wordOf(GIVEN + rank(FAMILIES))}`;
    else if (lot < 0.89) yield `${pick(KOREAN)} ${pick(KOREAN)} ${pick(KOREAN)}`;
    else if (lot < 0.92) yield pick(HANGUL) + pick(HANGUL) + pick(HANGUL);
    else if (lot < 0.95) yield pick(HAN) + some(HAN, 2).join('');
    else if (lot < 0.98) yield `${some(CYRILLIC, 2).join('')} ${some(CYRILLIC, 3).join('')}`;
    else yield `${pick(ARABIC)} ${pick(ARABIC)}`;
  }
}

/** A word by its number: another number, another word. */
function wordOf(number: number): string {
  let word = '';
  for (let rest = number + SYLLABLES.length; rest > 0; rest = Math.floor(rest / SYLLABLES.length)) {
    word += SYLLABLES[rest % SYLLABLES.length] ?? '';
  }
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** Numbers from 0 to 1 that are the same at every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
