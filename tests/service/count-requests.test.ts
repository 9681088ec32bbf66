// The long version is scripts/service/count-requests.ts.
import { once } from 'node:events';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { ask } from '../fixtures/ask-api.js';
import { inFolder } from '../fixtures/hearsay-process.js';
import { countRequests } from './count-requests.js';

test('each request is logged once and counted once, as what it was', async () => {
  const { sent, differences } = await countRequests(330);
  expect([sent, differences]).toEqual([330, []]);
});

test('a server goes on when nobody reads its log any more', () =>
  inFolder(async folder => {
    const serve = [
      'serve',
      '--json',
      '--port',
      '0',
      '--empty',
      '--log',
      'json',
      '--data',
      join(folder, 'a.db'),
    ];
    const server = spawn(process.execPath, ['dist/cli/main.js', ...serve], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    try {
      const [addresses] = (await once(createInterface(server.stdout), 'line')) as [string];
      const { api } = JSON.parse(addresses) as { api: string };
      server.stderr.destroy();
      for (let n = 0; n < 5; n += 1) expect((await ask(api, '{ stats { seq } }')).status).toBe(200);
      const ended = once(server, 'close');
      server.kill('SIGTERM');
      expect(await ended).toEqual([0, null]);
    } finally {
      server.kill('SIGKILL');
    }
  }));
