// Rewriting by rule: reads a word from left to right, and follows each spelling that may stand for several sounds.

/** Spellings, each a group of one pattern, and what each may stand for. */
export interface Rules {
  readonly spellings: RegExp;
  readonly sounds: readonly (readonly string[])[];
}

const MOST_FORMS = 6;

/** Rules from lines such as `sch: S Z`: where several fit, the first is taken; a dot stands for no sound. */
export function rulesOf(lines: readonly string[]): Rules {
  const pairs = lines.map(line => line.split(': '));
  return {
    spellings: new RegExp(pairs.map(([spelling = '']) => `(${spelling})`).join('|'), 'gu'),
    sounds: pairs.map(([, sounds = '']) => sounds.split(' ').map(sound => (sound === '.' ? '' : sound))),
  };
}

/** The forms that rules make of a word, doubled letters as one; the first six where there are more. */
export function rewrite(word: string, { spellings, sounds }: Rules): readonly string[] {
  let forms: readonly string[] = [''];
  const follow = (options: readonly string[]): void => {
    if (options.length === 1) forms = forms.map(form => form + (options[0] ?? ''));
    else forms = forms.flatMap(form => options.map(option => form + option)).slice(0, MOST_FORMS);
  };
  let done = 0;
  for (const match of word.matchAll(spellings)) {
    if (match.index > done) follow([word.slice(done, match.index)]);
    follow(sounds[match.findIndex((group, place) => place > 0 && group !== undefined) - 1] ?? []);
    done = match.index + match[0].length;
  }
  follow([word.slice(done)]);
  return [...new Set(forms.map(form => form.replace(/(.)\1+/gu, '$1')))];
}
