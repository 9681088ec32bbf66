// Combining marks in a row. Normalizing puts them in order, which takes the square of their number: of 100,000 it took a quarter of
// a minute. So no text from outside is normalized before it was looked at here.
import { InvalidInput } from './refusal.js';

/**
 * So many marks may follow one another: no writing has more.
 * After the Stream-Safe Text Format, https://unicode.org/reports/tr15/#Stream_Safe_Text_Format
 */
export const MOST_MARKS = 30;

const FIRST_MARK = 0x300;
const MARK = /^\p{M}/u;

/** @throws InvalidInput for more marks in a row than `MOST_MARKS`. Quick: a run that is too long is met at one of its marks. */
export function refuseMarks(text: string, field: readonly string[]): void {
  for (let at = MOST_MARKS; at < text.length; at += MOST_MARKS + 1) {
    if (!isMark(text, at)) continue;
    let [start, end] = [at, at + 1];
    while (isMark(text, start - 1)) start -= 1;
    while (isMark(text, end)) end += 1;
    const marks = [...text.slice(start, end)].length;
    if (marks > MOST_MARKS) throw tooMany(marks, start, field);
    at = end;
  }
}

/** A text from outside in NFC. @throws InvalidInput as `refuseMarks`. */
export function normalized(text: string, field: readonly string[], form: 'NFC' | 'NFKD' = 'NFC'): string {
  refuseMarks(text, field);
  return text.normalize(form);
}

/** Whether a UTF-16 unit is a mark or a part of one. */
function isMark(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (!(unit >= FIRST_MARK)) return false;
  const isSecond = unit >= 0xdc00 && unit <= 0xdfff;
  return MARK.test(text.slice(isSecond ? at - 1 : at, at + 2));
}

function tooMany(marks: number, at: number, field: readonly string[]): InvalidInput {
  const found = `${marks} combining marks in a row at ${at}`;
  return new InvalidInput(
    `\`${field.at(-1) ?? 'text'}\` has ${found}, at most ${MOST_MARKS} are kept: take some out.`,
    { field },
  );
}
