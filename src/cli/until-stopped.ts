// Tells when someone asks this process to stop: by a signal, or under npm by ending the shell that npm puts in between.

const LOOK_EVERY_MS = 200;

/** Resolves at the first request to stop. */
export const untilStopped = (run: NodeJS.Process): Promise<void> =>
  new Promise(resolve => {
    // Not `once`: npm passes Ctrl-C on a second time, which would then kill what is still closing.
    for (const signal of ['SIGINT', 'SIGTERM'] as const) run.on(signal, () => resolve());
    if (run.env['npm_lifecycle_event'] === undefined) return;
    // A shell that gets SIGTERM from npm dies without passing it on, and would leave us holding port and journal.
    const shell = run.ppid;
    const look = setInterval(() => {
      if (run.ppid === shell) return;
      clearInterval(look);
      resolve();
    }, LOOK_EVERY_MS);
    look.unref();
  });
