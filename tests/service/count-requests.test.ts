// The long version is scripts/service/count-requests.ts.
import { once } from 'node:events';
import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { ask } from '../fixtures/ask-api.js';
import { inFolder } from '../fixtures/hearsay-process.js';
import { countRequests } from './count-requests.js';

test('each request is logged once and counted once, as what it was', async () => {
  const { sent, differences } = await countRequests(330);
  expect([sent, differences]).toEqual([330, []]);
});

/** Starts a server that logs each request, lets `use` ask it, then stops it; how it ended. */
async function loggingTo(log: 'pipe' | number, use: (api: string, server: ChildProcess) => Promise<void>) {
  return inFolder(async folder => {
    const data = join(folder, 'a.db');
    const serve = ['serve', '--json', '--port', '0', '--empty', '--log', 'json', '--data', data];
    const server = spawn(process.execPath, ['dist/cli/main.js', ...serve], {
      stdio: ['ignore', 'pipe', log],
    });
    const ended = once(server, 'close');
    try {
      const lines = createInterface(server.stdout as Readable);
      const [addresses] = (await Promise.race([once(lines, 'line'), ended])) as [string];
      const { api } = JSON.parse(addresses) as { api: string };
      await use(api, server);
      server.kill('SIGTERM');
      return (await ended) as unknown[];
    } finally {
      server.kill('SIGKILL');
    }
  });
}

async function askFive(api: string): Promise<void> {
  for (let n = 0; n < 5; n += 1) expect((await ask(api, '{ stats { seq } }')).status).toBe(200);
}

test('a server goes on when nobody reads its log any more', async () => {
  const end = await loggingTo('pipe', async (api, server) => {
    server.stderr?.destroy();
    await askFive(api);
  });
  expect(end).toEqual([0, null]);
});

test.skipIf(process.platform !== 'linux')(
  'a server goes on when there is no room for its log (left out but on Linux: no /dev/full)',
  async () => {
    const full = openSync('/dev/full', 'w');
    try {
      expect(await loggingTo(full, askFive)).toEqual([0, null]);
    } finally {
      closeSync(full);
    }
  },
);
