import { spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { untilStopped } from '../../../src/cli/terminal/until-stopped.js';
import { inFolder, serving } from '../../fixtures/hearsay-process.js';

const noShell = process.platform === 'win32';

/** Runs a script as npm does, in a shell that is a parent of its own, and ends all that is left of it. */
async function asNpmDoes(
  script: string,
  use: (shell: ReturnType<typeof start>) => Promise<void>,
): Promise<void> {
  const shell = start(script);
  try {
    await use(shell);
  } finally {
    endGroup(shell.pid ?? 0);
  }
}

const start = (script: string) =>
  spawn('sh', ['-c', script], {
    env: { ...process.env, npm_lifecycle_event: 'start' },
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });

function endGroup(leader: number): void {
  try {
    process.kill(-leader, 'SIGKILL');
  } catch {
    // Nothing is left, as it should be.
  }
}

test.skipIf(noShell)(
  'a server that npm started stops with the shell between them (left out on Windows: no sh)',
  () =>
    inFolder(async folder => {
      const data = join(folder, 'a.db');
      const serve = `'${process.execPath}' dist/cli/main.js serve --json --port 0 --empty --data ${data}`;
      await asNpmDoes(`${serve}; exit $?`, async shell => {
        await once(createInterface(shell.stdout), 'line');
        const outputEnded = once(shell.stdout, 'close');
        shell.kill('SIGTERM');
        // The server holds the other end of the pipe until it is gone.
        await outputEnded;
      });
      await expect(serving(['--empty', '--data', data], () => Promise.resolve('served'))).resolves.toBe(
        'served',
      );
    }),
);

/** A process that only hears signals and notes with which code it was told to end. */
function listener(env: NodeJS.ProcessEnv) {
  const codes: unknown[] = [];
  const told: string[] = [];
  const run = Object.assign(new EventEmitter(), {
    env,
    ppid: 1,
    exit: (code: unknown) => codes.push(code),
    stderr: { write: (text: string) => told.push(text) },
  });
  return { run: run as unknown as NodeJS.Process, codes, told };
}

const SECONDS: readonly [string, NodeJS.ProcessEnv, NodeJS.Signals, readonly number[]][] = [
  ['a second SIGTERM ends the process at once', {}, 'SIGTERM', [143]],
  ['a second Ctrl-C ends the process at once', {}, 'SIGINT', [130]],
  ['a second SIGHUP, as a terminal that closes sends it, changes nothing', {}, 'SIGHUP', []],
  ['the Ctrl-C that npm passes on is no second one', { npm_lifecycle_event: 'start' }, 'SIGINT', []],
];

test.each(SECONDS)('%s', async (_, env, signal, ends) => {
  const { run, codes } = listener(env);
  const stopped = untilStopped(run);
  run.emit(signal, signal);
  await stopped;
  expect(codes).toEqual([]);
  run.emit(signal, signal);
  expect(codes).toEqual(ends);
});

test('a stop that something holds up is cut off, with a code that is not 0 and what became of the journal', async () => {
  const { run, codes, told } = listener({});
  const stopped = untilStopped(run, 1);
  run.emit('SIGTERM', 'SIGTERM');
  await stopped;
  await expect.poll(() => codes).toEqual([1]);
  expect(told.join()).toMatch(/^hearsay: stopping took too long .* keep both together\.\n$/);
});

test.skipIf(noShell)(
  'a closed terminal stops a server as SIGTERM does (left out on Windows: no SIGHUP)',
  () =>
    inFolder(async folder => {
      const data = join(folder, 'a.db');
      const end = await serving(['--empty', '--data', data], server => server.end('SIGHUP'));
      expect([end.code, readdirSync(folder)]).toEqual([0, ['a.db']]);
    }),
);
