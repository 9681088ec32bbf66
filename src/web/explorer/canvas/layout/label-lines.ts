// A node's label as the lines under or above it, and how much room they need; estimated, so that it is the same on every machine.
const LONGEST_LINE = 22;
const MOST_LINES = 2;
/** Of the label's type, in pixels. */
export const LINE_HEIGHT = 15;
const LETTER = 6.7;

/** At most two lines, broken between words; what does not fit ends in an ellipsis. */
export function labelLines(label: string): readonly string[] {
  const lines: string[] = [];
  for (const word of label.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1);
    if (last !== undefined && widthIn(`${last} ${word}`) <= LONGEST_LINE)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  const kept = lines.slice(0, MOST_LINES).map(shortened);
  if (lines.length > MOST_LINES) kept[MOST_LINES - 1] = shortened(`${lines.slice(MOST_LINES - 1).join(' ')}`);
  return kept;
}

/** Of a line in pixels. */
export const lineWidth = (line: string): number => widthIn(line) * LETTER;

/** In letters: those of East Asian scripts count twice. */
const widthIn = (text: string): number => {
  let width = 0;
  for (const letter of text)
    width +=
      letter >= '\u1100' &&
      /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]/u.test(letter)
        ? 2
        : 1;
  return width;
};

function shortened(line: string): string {
  if (widthIn(line) <= LONGEST_LINE + 2) return line;
  let kept = '';
  for (const letter of line) {
    if (widthIn(kept + letter) > LONGEST_LINE - 1) break;
    kept += letter;
  }
  return `${kept.trimEnd()}…`;
}
