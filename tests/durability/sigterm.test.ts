import { constants } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ask } from '../fixtures/ask-api.js';
import { inFolder, startServing, type Served } from '../fixtures/hearsay-process.js';
import { holdOpen, stopUnderLoad } from './sigterm.js';

const PATIENCE = 120_000;

test(
  'stopped with 100 mutations in flight, it keeps what it acknowledged, refuses what is new, and ends with code 0',
  async () => {
    const { end, acknowledged, inFlight, late, broken, refusedButKept } = await stopUnderLoad(100);
    expect(end).toMatchObject({ code: 0, err: '' });
    expect(broken).toEqual([]);
    expect(refusedButKept).toEqual([]);
    expect(acknowledged).toBeGreaterThanOrEqual(100);
    // Once one was turned away, none of those that came after it got in.
    const firstTurnedAway = late.findIndex(({ is }) => is !== 'ACKNOWLEDGED');
    expect(firstTurnedAway).toBeGreaterThanOrEqual(0);
    expect(late.slice(firstTurnedAway).filter(({ is }) => is === 'ACKNOWLEDGED')).toEqual([]);
    // Whoever is connected is told, and need not guess what became of the request.
    const refusals = [...inFlight, ...late].filter(({ is }) => is === 'REFUSED');
    expect(refusals.length).toBeGreaterThan(0);
    for (const refusal of refusals) expect(refusal).toMatchObject({ status: 503, code: 'SERVER_STOPPING' });
  },
  PATIENCE,
);

// Not as a child of npm, which has a way of its own with signals.
const NODE = ['env', '-u', 'npm_lifecycle_event', process.execPath];
const STATS = '{ stats { seq } }';

/** A server that cannot end by itself soon: clients are waited for that never end. */
const heldOpen = <T>(use: (server: Served) => Promise<T>): Promise<T> =>
  inFolder(async folder => {
    const server = await startServing(['--empty', '--data', join(folder, 'a.db')], NODE);
    const held = await holdOpen(server);
    try {
      // Answered on another connection: by now the server knows of the others.
      await ask(server.api, STATS);
      return await use(server);
    } finally {
      for (const socket of held) socket.destroy();
      await server.end('SIGKILL');
    }
  });

async function untilNothingNewIsTaken({ api }: Served): Promise<void> {
  let taken = true;
  while (taken) {
    taken = await ask(api, STATS).then(
      ({ status }) => status === 200,
      () => false,
    );
  }
}

test(
  'clients that are never heard of again do not keep it from ending with code 0',
  async () => {
    const end = await heldOpen(server => server.end('SIGTERM'));
    expect(end).toMatchObject({ code: 0, err: '' });
  },
  PATIENCE,
);

test(
  'a second signal ends it at once',
  async () => {
    const end = await heldOpen(async server => {
      const ended = server.end('SIGTERM');
      await untilNothingNewIsTaken(server);
      await server.end('SIGTERM');
      return ended;
    });
    expect(end).toMatchObject({ code: 128 + constants.signals.SIGTERM });
  },
  PATIENCE,
);
