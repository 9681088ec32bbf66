#!/usr/bin/env node
// The `hearsay` command: runs one command in the surroundings of this very process.
import { run } from './run.js';
import { surroundingsOf } from './surroundings.js';

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
