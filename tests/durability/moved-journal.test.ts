// The built server while its journal is moved, deleted or without room: nothing is acknowledged that is lost, and it ends as asked.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkJournal } from '../../src/journal/upkeep/check-journal.js';
import { ask } from '../fixtures/ask-api.js';
import { inFolder, serving, type Served } from '../fixtures/hearsay-process.js';
import { until } from '../fixtures/until.js';

const ADD =
  'mutation ($label: String!) { addEntity(input: { kind: PERSON, label: $label }) { entity { id } userErrors { code } } }';
const add = async ({ api }: Served, label: string) => (await ask(api, ADD, { label })).codes;

async function readiness({ api }: Served): Promise<{ readonly status: number; readonly reason?: string }> {
  const answer = await fetch(new URL('/readyz', api));
  return { status: answer.status, ...((await answer.json()) as { reason?: string }) };
}

/** Serves an empty journal in a folder of its own; `use` gets the journal's path, and the folder above that to move things to. */
const served = (
  use: (server: Served, path: string, home: string) => Promise<void>,
  ...more: readonly string[]
): Promise<void> =>
  inFolder(async home => {
    mkdirSync(join(home, 'data'));
    const path = join(home, 'data', 'journal.db');
    await serving(['--empty', '--data', path, ...more], server => use(server, path, home));
  });

const both = (path: string): readonly string[] => [path, `${path}-wal`];

describe('a server whose journal is deleted', () => {
  test('acknowledges nothing more, is not ready and says why, reads on, and can still write a backup', () =>
    inFolder(backups =>
      served(
        async (server, path) => {
          for (const label of ['a', 'b', 'c']) expect(await add(server, label)).toEqual([]);
          expect((await readiness(server)).status).toBe(200);
          for (const file of both(path)) rmSync(file);
          const notReady = await readiness(server);
          expect(notReady).toMatchObject({
            status: 503,
            reason: expect.stringMatching(/file was moved away or deleted.*ready again once/) as string,
          });
          expect(JSON.stringify(notReady)).not.toContain(path);
          for (let at = 0; at < 50; at += 1)
            expect(await add(server, `lost${at}`)).toEqual(['JOURNAL_ERROR']);
          expect((await ask(server.api, '{ stats { seq } }')).data).toEqual({ stats: { seq: 3 } });
          const backup = 'mutation { backup(file: "saved.db") { seq userErrors { message code } } }';
          expect((await ask(server.api, backup)).data).toMatchObject({ backup: { seq: 3 } });
          expect(await checkJournal(join(backups, 'saved.db'))).toMatchObject({ events: 3, findings: [] });
        },
        '--backups',
        backups,
      ),
    ));

  test('ends with a code that is not 0 when it is asked to, and says what is lost', () =>
    served(async (server, path) => {
      expect(await add(server, 'a')).toEqual([]);
      for (const file of both(path)) rmSync(file);
      const { code, err } = await server.end('SIGTERM');
      expect([code, err]).toEqual([1, expect.stringMatching(/if it was deleted, it is lost\.\n$/)]);
    }));
});

describe('a server whose journal is moved', () => {
  test('writes again once it is back, and after kill -9 all that was acknowledged is there', () =>
    served(async (server, path, home) => {
      expect(await add(server, 'a')).toEqual([]);
      renameSync(join(home, 'data'), join(home, 'away'));
      expect(await add(server, 'lost')).toEqual(['JOURNAL_ERROR']);
      expect(readdirSync(home)).toEqual(['away']);
      renameSync(join(home, 'away'), join(home, 'data'));
      // Nobody has written since: it is looked for all the same.
      expect((await readiness(server)).status).toBe(200);
      expect(await add(server, 'b')).toEqual([]);
      await server.end('SIGKILL');
      expect(await checkJournal(path)).toMatchObject({ events: 2, findings: [] });
    }));

  test.each([
    [
      'with its log',
      (path: string, to: string) => both(path).forEach((file, at) => renameSync(file, both(to)[at] ?? '')),
    ],
    ['without its log', (path: string, to: string) => renameSync(path, to)],
  ])('%s ends when it is asked to, and the moved file is all of the journal', (_, move) =>
    served(async (server, path, home) => {
      const moved = join(home, 'moved.db');
      for (const label of ['a', 'b', 'c']) expect(await add(server, label)).toEqual([]);
      move(path, moved);
      const { code, err } = await server.end('SIGTERM');
      expect([code, err]).toEqual([1, expect.stringContaining('put it back before the next start')]);
      rmSync(`${moved}-wal`, { force: true });
      expect(await checkJournal(moved)).toMatchObject({ events: 3, findings: [] });
      // Its lock went with it.
      renameSync(moved, path);
      await serving(['--data', path], async next => expect(await add(next, 'd')).toEqual([]));
    }),
  );

  test('leaves another server in its place alone, to the last', () =>
    served(async (server, path, home) => {
      expect(await add(server, 'a')).toEqual([]);
      renameSync(join(home, 'data'), join(home, 'away'));
      await serving(['--empty', '--data', path], async next => {
        for (const label of ['x', 'y']) expect(await add(next, label)).toEqual([]);
        expect(await add(server, 'lost')).toEqual(['JOURNAL_ERROR']);
        expect((await server.end('SIGTERM')).code).toBe(1);
        expect(await add(next, 'z')).toEqual([]);
        await next.end('SIGKILL');
      });
      expect(await checkJournal(path)).toMatchObject({ events: 3, findings: [] });
      expect(await checkJournal(join(home, 'away', 'journal.db'))).toMatchObject({ events: 1, findings: [] });
    }));

  test('tells its log, also while nobody writes', () =>
    served(
      async (server, path) => {
        expect(await add(server, 'a')).toEqual([]);
        const away = async (): Promise<number> => {
          const text = await (await fetch(new URL('/metrics', server.api))).text();
          return Number(/^hearsay_journal_away_total (\d+)$/m.exec(text)?.[1]);
        };
        renameSync(path, `${path}.moved`);
        await until('it has noticed', async () => (await away()) === 1);
        renameSync(`${path}.moved`, path);
        await until('it is ready', async () => (await readiness(server)).status === 200);
        expect(await add(server, 'b')).toEqual([]);
        const { code, err } = await server.end('SIGTERM');
        expect([code, err]).toEqual([0, expect.stringContaining('"journal away"')]);
      },
      '--log',
      'json',
    ));
});

test('a log that is deleted is made anew, and after kill -9 all that was acknowledged is there', () =>
  served(async (server, path) => {
    expect(await add(server, 'a')).toEqual([]);
    rmSync(`${path}-wal`);
    expect(await add(server, 'b')).toEqual([]);
    await server.end('SIGKILL');
    expect(await checkJournal(path)).toMatchObject({ events: 2, findings: [] });
  }));

test('on a full disk a server ends when it is asked to, with a code that is not 0, and nothing acknowledged is lost', context =>
  inFolder(async folder => {
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=3000000', 'tmpfs', folder], { stdio: 'ignore' });
    } catch {
      context.skip('no small disk can be mounted here: that takes root');
    }
    try {
      const path = join(folder, 'journal.db');
      let kept = 0;
      await serving(['--empty', '--data', path], async server => {
        writeFileSync(join(folder, 'ballast'), Buffer.alloc(2_600_000));
        while ((await add(server, `${kept} ${'x'.repeat(900)}`)).length === 0) kept += 1;
        // Not even what is there for the last few blocks.
        fill(join(folder, 'more'));
        const { code, err } = await server.end('SIGTERM');
        expect([code, err]).toEqual([1, expect.stringMatching(/-wal: keep the two together\.\n$/)]);
      });
      rmSync(join(folder, 'ballast'));
      expect(await checkJournal(path)).toMatchObject({ events: kept, findings: [] });
      await serving(['--data', path], async next => expect(await add(next, 'd')).toEqual([]));
    } finally {
      execFileSync('umount', ['-l', folder]);
    }
  }));

/** Takes what room is left, to the last byte. */
function fill(file: string): void {
  try {
    for (;;) writeFileSync(file, Buffer.alloc(100), { flag: 'a' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
  }
}
