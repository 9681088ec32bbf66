#!/usr/bin/env node
// The `hearsay` command: runs one command and turns whatever comes of it into lines and an exit code
// (0 done, 1 refused or problems found, 2 not called properly).
import { CommanderError } from 'commander';
import { Refusal } from '../domain/refusal.js';
import { errorBody } from '../graphql/error-format.js';
import { createProgram } from './program.js';
import { surroundingsOf, type Surroundings } from './surroundings.js';

async function run(from: Surroundings): Promise<number> {
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
    err(`${alarm('hearsay:')} ${error.message}`);
    return 1;
  }
  const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
  err(`${alarm('hearsay:')} a fault of Hearsay itself, please report it: ${what}`);
  return 1;
}

// A reader that has seen enough, as `| head` has, is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});
// A log that nobody reads any more does not end a server.
process.stderr.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});
process.exitCode = await run(surroundingsOf(process));
