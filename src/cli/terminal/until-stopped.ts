// Tells when someone asks this process to stop: by a signal, or under npm by ending the shell that npm puts in between.
import { constants } from 'node:os';

const LOOK_EVERY_MS = 200;
/** npm passes Ctrl-C on although the terminal has sent it already: so soon after the first, it is no second one. */
const ECHO_OF_NPM_MS = 500;
/** Those who stop services lose patience after ten seconds. */
const LONGEST_STOP_MS = 9000;
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

const CUT_OFF =
  'hearsay: stopping took too long and was cut off. What was acknowledged is in the journal and the -wal file beside it: keep both together.\n';

/**
 * Resolves at the first request to stop. A second signal ends the process at once, as whoever sends it wants no waiting. A process
 * that is still there `longestMs` after the first one is ended with code 1: whatever holds it up must not keep the journal locked.
 */
export const untilStopped = (run: NodeJS.Process, longestMs = LONGEST_STOP_MS): Promise<void> =>
  new Promise(resolve => {
    const underNpm = run.env['npm_lifecycle_event'] !== undefined;
    let asked: number | null = null;
    const begin = (): void => {
      if (asked !== null) return;
      asked = performance.now();
      setTimeout(() => cutOff(run), longestMs).unref();
      resolve();
    };
    const stop = (signal: (typeof SIGNALS)[number]): void => {
      const isEcho = underNpm && asked !== null && performance.now() - asked <= ECHO_OF_NPM_MS;
      // A terminal that closes sends SIGHUP more than once, and is in no hurry.
      const again = asked !== null && !isEcho && signal !== 'SIGHUP';
      // Nothing acknowledged is lost: the journal was written before each answer.
      if (again) run.exit(128 + constants.signals[signal]);
      begin();
    };
    for (const signal of SIGNALS) run.on(signal, stop);
    if (underNpm) whenOrphaned(run, begin);
  });

function cutOff(run: NodeJS.Process): void {
  run.stderr.write(CUT_OFF);
  run.exit(1);
}

/** A shell that gets SIGTERM from npm dies without passing it on, and would leave us holding port and journal. */
function whenOrphaned(run: NodeJS.Process, then: () => void): void {
  const shell = run.ppid;
  const look = setInterval(() => {
    if (run.ppid === shell) return;
    clearInterval(look);
    then();
  }, LOOK_EVERY_MS);
  look.unref();
}
