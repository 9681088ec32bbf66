#!/usr/bin/env node
// The `hearsay` command: runs one command in the surroundings of this very process.
import { run } from './run.js';
import { surroundingsOf } from './terminal/surroundings.js';

// A reader that has seen enough, as `| head` has, is no fault; nor is a terminal that was closed (EIO), which asks to stop besides.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EIO') return;
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});
// A log that nobody reads any more, or that has no room, does not end a server.
process.stderr.on('error', () => undefined);
process.exitCode = await run(surroundingsOf(process));
