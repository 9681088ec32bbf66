// What the command line takes from the process it runs in: the one place that reads argv, environment, clock and signals.
import { existsSync } from 'node:fs';
import { userInfo } from 'node:os';
import { dirname, join, sep } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { untilStopped } from './until-stopped.js';

export interface Surroundings {
  /** Without the program's own name. */
  readonly argv: readonly string[];
  /** Writes a line. */
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
  /** Writes text as it is to standard output, and waits until it is taken. */
  readonly outText: (text: string) => Promise<void>;
  /** Marks a word of an error; plain where colour is unwanted. */
  readonly alarm: (word: string) => string;
  readonly readInput: () => Promise<string>;
  /** Standard input as it comes, for what is too large to be read at once. */
  readonly inputBytes: () => AsyncIterable<Uint8Array>;
  /** Writes over the line it wrote last; null where nobody looks on. */
  readonly progress: ((line: string) => void) | null;
  /** Asks whoever sits at the terminal; null at the end of input. There is none where nobody does. */
  readonly question: ((text: string) => Promise<string | null>) | null;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** The user's name on this machine, noted with what is recorded. */
  readonly user: string;
  /** Token for a running server, from HEARSAY_TOKEN: arguments can be read by others on this machine. */
  readonly token: string | null;
  /** Folder of the project, with `schema/` and `graph-data/` in it. */
  readonly home: string;
  /** Resolves when someone asks the process to stop. */
  readonly untilStopped: () => Promise<void>;
}

/** The surroundings of this very process. */
export function surroundingsOf(run: NodeJS.Process): Surroundings {
  const colour = run.stderr.isTTY && !run.env['NO_COLOR'] && run.env['TERM'] !== 'dumb';
  return {
    argv: run.argv.slice(2),
    out: line => void run.stdout.write(`${line}\n`),
    err: line => void run.stderr.write(`${line}\n`),
    outText: text => new Promise(taken => run.stdout.write(text, () => taken())),
    alarm: word => (colour ? `\u001b[1;31m${word}\u001b[0m` : word),
    readInput: () => text(run.stdin),
    inputBytes: () => run.stdin,
    progress: run.stderr.isTTY ? line => void run.stderr.write(`\r\u001b[K${line}`) : null,
    question: run.stdin.isTTY && run.stdout.isTTY ? text => asked(text, run) : null,
    clock: () => Date.now(),
    user: userName(),
    token: run.env['HEARSAY_TOKEN']?.trim() || null,
    home: packageFolder(dirname(fileURLToPath(import.meta.url))),
    untilStopped: () => untilStopped(run),
  };
}

/** The terminal is let go after each answer, so that Ctrl-C works in between. */
async function asked(text: string, { stdin, stdout }: NodeJS.Process): Promise<string | null> {
  const lines = createInterface({ input: stdin, output: stdout });
  try {
    const ended = new Promise<null>(resolve => void lines.once('close', () => resolve(null)));
    return await Promise.race([lines.question(text), ended]);
  } finally {
    lines.close();
  }
}

/** The nearest folder at or above one that has a `package.json`: built into a bundle, this file lies at another depth. */
function packageFolder(folder: string): string {
  if (existsSync(join(folder, 'package.json')) || dirname(folder) === folder) return `${folder}${sep}`;
  return packageFolder(dirname(folder));
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    // A container may run under a user id without a name.
    return 'local';
  }
}
