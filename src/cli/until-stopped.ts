// Tells when someone asks this process to stop: by a signal, or under npm by ending the shell that npm puts in between.
import { constants } from 'node:os';

const LOOK_EVERY_MS = 200;
/** npm passes Ctrl-C on although the terminal has sent it already: so soon after the first, it is no second one. */
const ECHO_OF_NPM_MS = 500;

/** Resolves at the first request to stop. A second signal ends the process at once, as whoever sends it wants no waiting. */
export const untilStopped = (run: NodeJS.Process): Promise<void> =>
  new Promise(resolve => {
    const underNpm = run.env['npm_lifecycle_event'] !== undefined;
    let asked: number | null = null;
    const stop = (signal: 'SIGINT' | 'SIGTERM'): void => {
      const again = asked !== null && (!underNpm || performance.now() - asked > ECHO_OF_NPM_MS);
      // Nothing acknowledged is lost: the journal was written before each answer.
      if (again) run.exit(128 + constants.signals[signal]);
      asked ??= performance.now();
      resolve();
    };
    for (const signal of ['SIGINT', 'SIGTERM'] as const) run.on(signal, stop);
    if (underNpm) whenOrphaned(run, resolve);
  });

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
