import { chmod, copyFile, link, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import Database from 'libsql';
import { describe, expect, test } from 'vitest';
import { doctor, type DoctorOptions } from '../../../src/cli/keep/doctor-command.js';
import type { DoctorFinding } from '../../../src/cli/keep/doctor-finding.js';
import {
  clockFinding,
  folderFinding,
  nodeFinding,
  roomFinding,
} from '../../../src/cli/keep/doctor-machine.js';
import { surroundingsOf } from '../../../src/cli/terminal/surroundings.js';
import { changeTokenFile, tokenFileOf } from '../../../src/graphql/auth/token-file.js';
import { hashToken } from '../../../src/graphql/auth/token.js';
import { Vocabulary } from '../../../src/domain/vocabulary.js';
import { openSnapshotFolder, snapshotFolderOf } from '../../../src/journal/snapshot/snapshot-folder.js';
import { Snapshot } from '../../../src/journal/snapshot/snapshot.js';
import { openSqliteJournal } from '../../../src/journal/sqlite/sqlite-journal.js';
import { openTextFolder, textFolderOf } from '../../../src/journal/texts/text-folder.js';
import { pending } from '../../contract/pending-event.js';
import { hearsayHere } from '../../fixtures/hearsay-here.js';
import { withJournal } from '../../fixtures/hearsay-json.js';
import { inFolder, serving } from '../../fixtures/hearsay-process.js';

interface Examined {
  readonly code: number | null;
  readonly well: boolean;
  /** State of each check; of several lines of one check, the last. */
  readonly states: Readonly<Record<string, DoctorFinding['state']>>;
  readonly findings: readonly DoctorFinding[];
}

/** Asks the doctor in this process, which is quicker; with a port that is free unless another is given. */
async function examine(data: string, options: Partial<DoctorOptions> = {}): Promise<Examined> {
  const lines: string[] = [];
  const asked = { data, port: 0, host: '127.0.0.1', json: true, ...options };
  const code = await doctor(asked, { ...surroundingsOf(process), out: line => lines.push(line) });
  const { well, findings } = JSON.parse(lines.join()) as Pick<Examined, 'well' | 'findings'>;
  return { code, well, findings, states: Object.fromEntries(findings.map(f => [f.check, f.state])) };
}

const badOnes = ({ findings }: Examined): string[] =>
  findings.filter(({ state }) => state === 'bad').map(({ check, found }) => `${check}: ${found}`);

const rowsOf = (data: string): unknown[] => {
  const db = new Database(data);
  const rows = db.prepare('SELECT * FROM event ORDER BY seq').all();
  db.close();
  return rows;
};

describe('the snapshot', () => {
  async function examined(spoil: (page: string) => Promise<void>): Promise<DoctorFinding | undefined> {
    let found: readonly DoctorFinding[] = [];
    await withJournal(async data => {
      const journal = await openSqliteJournal(data);
      const folder = snapshotFolderOf(data);
      const snapshot = new Snapshot(openSnapshotFolder(folder), { keeps: false });
      await snapshot.replay(journal, new Vocabulary([], []));
      await snapshot.upToDate();
      await journal.close();
      await spoil(join(folder, 'page-0'));
      found = (await examine(data)).findings;
    });
    return found.find(({ check }) => check === 'snapshot');
  }

  test('is compared with the journal', async () => {
    const finding = await examined(() => Promise.resolve());
    expect(finding).toMatchObject({
      state: 'ok',
      found: expect.stringMatching(/first \d+ events/) as string,
    });
  });

  test('that is damaged harms nothing, and it is said', async () => {
    const finding = await examined(page => writeFile(page, 'x'));
    expect(finding).toMatchObject({ state: 'warn', found: expect.stringContaining('damaged') as string });
  });
});

test('a sound journal is well, and no event of it is touched', () =>
  withJournal(async data => {
    const before = rowsOf(data);
    const examined = await examine(data);
    expect([examined.code, examined.well, badOnes(examined)]).toEqual([0, true, []]);
    expect(Object.keys(examined.states)).toEqual([
      'node',
      'folder',
      'disk',
      'journal',
      'clock',
      'vocabulary',
      'tokens',
      'port',
    ]);
    expect(rowsOf(data)).toEqual(before);
  }));

describe('a journal beside which its log is not', () => {
  /** Leaves the file alone, as a copy that was taken while a server ran, without the log that holds the last event. */
  async function withoutLog(data: string): Promise<void> {
    const journal = await openSqliteJournal(data);
    await journal.append([pending('last', '2026-02-01T00:00:00.000Z')], journal.lastSeq);
    await copyFile(data, `${data}.copy`);
    await journal.close();
    await rename(`${data}.copy`, data);
  }

  test('is sound as far as it goes, and it is said that the last events may be missing, each time', () =>
    withJournal(async data => {
      const [before] = (await examine(data)).findings.filter(({ check }) => check === 'journal');
      await withoutLog(data);
      for (let time = 0; time < 2; time += 1) {
        const { code, findings } = await examine(data);
        const found = findings.filter(({ check }) => check === 'journal');
        const lacking = expect.stringContaining(`${data}-wal is not beside it`) as string;
        expect([code, found]).toEqual([
          0,
          [before, expect.objectContaining({ state: 'warn', found: lacking })],
        ]);
      }
    }));

  test.each([
    ['query', ['query', '-', '--data'], '{ stats { seq } }'],
    ['export', ['export', '--format', 'jsonld', '--data'], ''],
    ['load', ['load', 'graph-data/choe-moscow-2014/dossier.yaml', '--data'], ''],
  ])('has %s say so', (_, args, input) =>
    withJournal(async data => {
      await withoutLog(data);
      const { code, err } = await hearsayHere([...args, data], input);
      expect([code, err]).toEqual([0, expect.stringMatching(/^hearsay: Journal .*-wal is not beside it/)]);
    }),
  );

  test('has restore say so, which takes the log along where it is there, whatever link leads to the two', () =>
    withJournal(async (data, folder) => {
      const journal = await openSqliteJournal(data);
      await journal.append([pending('last', '2026-02-01T00:00:00.000Z')], journal.lastSeq);
      const copy = join(folder, 'copy.db');
      for (const end of ['', '-wal']) await copyFile(data + end, copy + end);
      await journal.close();
      const link = join(folder, 'link.db');
      await symlink(copy, link);
      const restored = async (name: string) => {
        const { code, err } = await hearsayHere(['restore', link, '--data', join(folder, name)]);
        return { code, err, seq: rowsOf(join(folder, name)).length };
      };
      const events = rowsOf(data).length;
      expect(await restored('whole.db')).toEqual({ code: 0, err: '', seq: events });
      await rm(`${copy}-wal`);
      const lacking = expect.stringContaining('-wal is not beside it') as string;
      expect(await restored('part.db')).toEqual({ code: 0, err: lacking, seq: events - 1 });
    }));
});

test('where there is no journal yet, it makes none', () =>
  inFolder(async folder => {
    const data = join(folder, 'new', 'a.db');
    expect((await examine(data)).code).toBe(0);
    await expect(readFile(data)).rejects.toThrow('ENOENT');
  }));

test('people get a line for each thing looked at', () =>
  withJournal(async data => {
    const { out, code } = await hearsayHere(['doctor', '--data', data, '--port', '0']);
    expect(code).toBe(0);
    for (const line of out.trimEnd().split('\n')) expect(line).toMatch(/^(ok|warn|bad) +[a-z]+ +\S/);
  }));

describe('what is broken is named, with what to do', () => {
  test('an event that was changed', () =>
    withJournal(async data => {
      const db = new Database(data);
      db.exec(`UPDATE event SET "by" = 'someone else' WHERE seq = 42`);
      db.close();
      const examined = await examine(data);
      expect([examined.code, examined.well]).toEqual([1, false]);
      expect(badOnes(examined)[0]).toMatch(/^journal: Event 42\b/);
      expect(examined.findings.find(({ check }) => check === 'journal')?.advice).toContain(
        'restore a backup',
      );
    }));

  test('an event that is missing', () =>
    withJournal(async data => {
      const db = new Database(data);
      db.exec('DELETE FROM event WHERE seq = 42');
      db.close();
      const examined = await examine(data);
      expect(examined.code).toBe(1);
      expect(badOnes(examined)[0]).toMatch(/^journal: Event 42 /);
    }));

  test('a file that is no journal', () =>
    inFolder(async folder => {
      const data = join(folder, 'a.db');
      await writeFile(data, 'no journal, but long enough to be looked at'.repeat(100));
      const examined = await examine(data);
      expect([examined.code, examined.states['journal']]).toEqual([1, 'bad']);
    }));

  test('a vocabulary that cannot be read', () =>
    withJournal(async (data, folder) => {
      const own = join(folder, 'mine.yaml');
      await writeFile(own, 'predicates: 7');
      const examined = await examine(data, { vocabulary: own });
      expect([examined.code, examined.states['vocabulary']]).toEqual([1, 'bad']);
    }));

  test.skipIf(process.platform === 'win32')(
    'tokens that others can read (left out on Windows: it has no such rights)',
    () =>
      withJournal(async data => {
        const ann = { name: 'Ann', scope: 'read', sha256: hashToken('a'), createdAt: '2026-01-01' } as const;
        changeTokenFile(tokenFileOf(data), () => [ann]);
        expect((await examine(data)).states['tokens']).toBe('ok');
        await chmod(`${data}.tokens.json`, 0o644);
        const examined = await examine(data);
        expect([examined.code, examined.states['tokens']]).toEqual([1, 'bad']);
      }),
  );

  test.skipIf(process.platform === 'win32')(
    'a journal that others can read, with its texts, is warned of (left out on Windows: it has no such rights)',
    () =>
      withJournal(async data => {
        const rightsOf = async (): Promise<string[]> =>
          (await examine(data)).findings
            .filter(({ check }) => check === 'rights')
            .map(({ advice }) => advice ?? '');
        await openTextFolder(textFolderOf(data)).keep('Words.');
        expect(await rightsOf()).toEqual([]);
        await chmod(data, 0o644);
        await chmod(textFolderOf(data), 0o750);
        expect(await rightsOf()).toEqual([`chmod 600 '${data}'`, `chmod 700 '${textFolderOf(data)}'`]);
        expect((await examine(data)).code).toBe(0);
      }),
  );

  test('a journal with a second name', () =>
    withJournal(async (data, folder) => {
      await link(data, join(folder, 'b.db'));
      const examined = await examine(data);
      expect([examined.code, badOnes(examined)]).toEqual([1, [expect.stringContaining('has 2 names')]]);
    }));

  test('a journal that is no file', async () => {
    const examined = await examine('/dev/null');
    expect([examined.code, badOnes(examined)]).toEqual([1, [expect.stringContaining('a device is there')]]);
  });

  test('a port that something else has', () =>
    withJournal(async data => {
      const other = createServer(socket => socket.end('no HTTP'));
      await new Promise<void>(resolve => other.listen(0, '127.0.0.1', resolve));
      try {
        const { port } = other.address() as AddressInfo;
        const examined = await examine(data, { port });
        expect([examined.code, badOnes(examined)]).toEqual([1, [`port: ${port} on 127.0.0.1 is taken`]]);
      } finally {
        other.close();
      }
    }));

  test('a folder that is none', () =>
    inFolder(async folder => {
      const file = join(folder, 'file');
      await writeFile(file, '');
      expect(await folderFinding(join(file, 'a.db'))).toMatchObject({ state: 'bad' });
    }));

  test.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
    'a folder that cannot be written (left out on Windows and for root, who may write anywhere)',
    () =>
      inFolder(async folder => {
        await chmod(folder, 0o500);
        expect(await folderFinding(join(folder, 'a.db'))).toMatchObject({ state: 'bad' });
        await chmod(folder, 0o700);
      }),
  );
});

test('beside a server that runs, the port is well and the journal is left to it', () =>
  withJournal(async data => {
    await serving(['--data', data], async ({ api }) => {
      const examined = await examine(data, { port: Number(new URL(api).port) });
      expect([examined.code, examined.states['port'], examined.states['journal']]).toEqual([0, 'ok', 'warn']);
    });
  }));

describe('Node', () => {
  test.each([
    ['20.19.0', 'ok'],
    ['20.20.2', 'ok'],
    ['24.0.0', 'ok'],
    ['20.18.3', 'bad'],
    ['18.20.0', 'bad'],
  ])('%s is %s', (version, state) => expect(nodeFinding(version, '>=20.19').state).toBe(state));
});

describe('room on the disk', () => {
  const MB = 1024 * 1024;
  test.each([
    [5000 * MB, Infinity, 'ok'],
    [500 * MB, Infinity, 'warn'],
    [5 * MB, Infinity, 'bad'],
    [5000 * MB, 3, 'bad'],
  ])('%d bytes and %d files are %s', (bytes, files, state) =>
    expect(roomFinding(bytes, files).state).toBe(state),
  );
});

describe('a clock that says 2026', () => {
  const now = Date.UTC(2026, 5, 1);
  test.each([
    ['nothing was recorded', null, 'ok'],
    ['it was recorded the day before', '2026-05-31T00:00:00.000Z', 'ok'],
    ['it was recorded a minute later', '2026-06-01T00:01:00.000Z', 'warn'],
    ['it was recorded two days later', '2026-06-03T00:00:00.000Z', 'bad'],
    ['it was recorded ten years later', '2036-06-01T00:00:00.000Z', 'bad'],
    ['it was recorded ten years before', '2016-06-01T00:00:00.000Z', 'warn'],
  ])('where %s', (_, lastAt, state) => expect(clockFinding(now, lastAt).state).toBe(state));
});
