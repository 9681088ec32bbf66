// Runs one command and turns whatever comes of it into lines and an exit code: 0 done, 1 refused or problems found,
// 2 not called properly.
import { CommanderError } from 'commander';
import { Refusal } from '../domain/refusal.js';
import { errorBody } from '../graphql/errors/error-body.js';
import { inertText } from './terminal/inert-text.js';
import { createProgram } from './program.js';
import type { Surroundings } from './terminal/surroundings.js';

/** Returns the exit code and never throws: a fault of ours is printed too, with its stack. */
export async function run(from: Surroundings): Promise<number> {
  let code = 0;
  try {
    await createProgram(from, finished => (code = finished)).parseAsync(from.argv, { from: 'user' });
    return code;
  } catch (error) {
    return tell(error, from);
  }
}

function tell(error: unknown, { argv, out, err, alarm }: Surroundings): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof Refusal) {
    if (argv.includes('--json')) out(JSON.stringify(errorBody(error.code, error.message, error.place)));
    err(`${alarm('hearsay:')} ${inertText(error.message)}`);
    return 1;
  }
  const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
  err(`${alarm('hearsay:')} a fault of Hearsay itself, please report it: ${what}`);
  return 1;
}
