// Breaks words into lines for drawings, where no browser does it.

/** At most so many lines of about so many letters; what does not fit ends in an ellipsis. Long words are broken. */
export function textLines(text: string, letters: number, most: number): string[] {
  const words = text.split(/\s+/).flatMap(word => pieces(word, letters));
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= letters)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  if (lines.length <= most) return lines;
  const shown = lines.slice(0, most);
  const last = shown[most - 1] ?? '';
  shown[most - 1] = `${last.slice(0, letters - 1)}…`;
  return shown;
}

const pieces = (word: string, letters: number): string[] =>
  word.match(new RegExp(`.{1,${letters}}`, 'gu')) ?? [];
