// What is wrong with a file, and where. Readers collect problems, so one run reports everything that must be mended.
import { InvalidInput } from '../domain/refusal.js';

/** A file as it was read, by whoever may read files. */
export interface TextFile {
  readonly name: string;
  readonly text: string;
}

/** 1-based. */
export interface FileLocation {
  readonly line: number;
  readonly column: number;
}

export interface Problem extends FileLocation {
  readonly file: string;
  readonly message: string;
}

const SHOWN = 20;

/** A problem on one line, as compilers write it. */
export const problemText = ({ file, line, column, message }: Problem): string =>
  `${file}:${line}:${column}: ${message}`;

/** Problems in the order of their files and places, each once. */
export function inOrder(problems: readonly Problem[]): Problem[] {
  const files = [...new Set(problems.map(problem => problem.file))];
  const once = new Map(problems.map(problem => [problemText(problem), problem]));
  return [...once.values()].sort(
    (a, b) => files.indexOf(a.file) - files.indexOf(b.file) || a.line - b.line || a.column - b.column,
  );
}

/**
 * Does nothing where there are no problems.
 * @throws InvalidInput in the place of the first problem; its message lists up to 20 of them.
 */
export function refuseProblems(problems: readonly Problem[]): void {
  const [first] = problems;
  if (first === undefined) return;
  const more = problems.length > SHOWN ? [`… and ${problems.length - SHOWN} more.`] : [];
  const message = [...problems.slice(0, SHOWN).map(problemText), ...more].join('\n');
  throw new InvalidInput(message, { file: first.file, line: first.line, column: first.column });
}
