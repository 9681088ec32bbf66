// Commands that only read, on a journal that this user may not write: they answer as ever and change nothing, or say what they cannot read.
import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { describe, expect, test } from 'vitest';
import { openSqliteJournal } from '../../src/journal/sqlite/sqlite-journal.js';
import { textFolderOf, openTextFolder } from '../../src/journal/texts/text-folder.js';
import { pending } from '../contract/pending-event.js';
import { hearsayHere } from '../fixtures/hearsay-here.js';
import { withJournal } from '../fixtures/hearsay-json.js';
import { inFolder, serving, type Finished } from '../fixtures/hearsay-process.js';
import { hearsayAsReader, noReader, readableOnly } from '../fixtures/reader.js';

const obstacle = noReader();
const leftOut = obstacle !== null && process.env['HEARSAY_LEAVE_NOTHING_OUT'] !== '1';
if (leftOut) console.warn(`Left out: journals that may only be read, because ${obstacle}`);

const STATS = '{ stats { seq } }';
/** Events of the journal that `withJournal` makes. */
const SEQ = 287;

/** Files with their sizes and the time of their last change. */
const state = (folder: string): readonly string[] =>
  readdirSync(folder).map(name => {
    const { size, mtimeMs, mode } = statSync(join(folder, name));
    return `${name} ${size} ${mtimeMs} ${mode}`;
  });

/** Lets `use` run on a loaded journal that can only be read, and sees that nothing there is changed. */
const onReadable = (
  use: (data: string) => Promise<void> | void,
  prepare: (data: string, folder: string) => Promise<void> | void = () => undefined,
): Promise<void> =>
  withJournal(async (data, folder) => {
    await prepare(data, folder);
    await readableOnly(folder, async () => {
      const before = state(folder);
      await use(data);
      expect(state(folder)).toEqual(before);
    });
  });

/** Leaves the journal as a kill does after the last writes: a file, and beside it the log that holds them. */
async function asAfterKill(data: string): Promise<void> {
  const journal = await openSqliteJournal(data);
  await journal.append([pending('last')], journal.lastSeq);
  for (const end of ['', '-wal']) copyFileSync(data + end, `${data}.killed${end}`);
  await journal.close();
  for (const end of ['', '-wal']) copyFileSync(`${data}.killed${end}`, data + end);
  for (const end of ['', '-wal']) rmSync(`${data}.killed${end}`);
}

describe.skipIf(leftOut)(
  'by a user who may only read it (left out where there is none who can run this)',
  () => {
    test('query answers, and refuses a mutation in one line', () =>
      onReadable(data => {
        const asked = hearsayAsReader(['query', '-', '--json', '--data', data], STATS);
        expect(asked).toEqual({ code: 0, out: `{"data":{"stats":{"seq":${SEQ}}}}\n`, err: '' });
        const add =
          'mutation { addEntity(input: { kind: PERSON, label: "x" }) { userErrors { message code } } }';
        const refused = hearsayAsReader(['query', '-', '--data', data], add);
        expect(refused.out + refused.err).toMatch(
          /opened to be read only: allow writing to the file and its folder/,
        );
        expect(refused.out + refused.err).toContain('JOURNAL_ERROR');
      }));

    test('export gives what it gives to those who may write', () =>
      withJournal(async (data, folder) => {
        const asked = ['export', '--format', 'jsonld', '--data', data];
        const { out } = await hearsayHere(asked);
        await readableOnly(folder, () =>
          Promise.resolve(expect(hearsayAsReader(asked)).toMatchObject({ code: 0, out })),
        );
      }));

    test('doctor looks at every event, and says that a server could not write there', () =>
      onReadable(data => {
        const { code, out } = hearsayAsReader(['doctor', '--port', '0', '--data', data]);
        expect([code, out]).toEqual([0, expect.stringContaining(`${SEQ} events, all sound`)]);
        expect(out).toMatch(
          /^warn +folder +.*cannot be written \(EACCES\)\. To ask and to export, reading is enough/m,
        );
      }));

    test('backup, export-journal and copy read it', () =>
      inFolder(out => {
        chmodSync(out, 0o777);
        return onReadable(data => {
          const ends = [
            hearsayAsReader(['backup', join(out, 'b.db'), '--data', data]),
            hearsayAsReader(['export-journal', join(out, 'lines'), '--data', data]),
            hearsayAsReader(['copy', '--from', data, '--to', join(out, 'c.db')]),
          ];
          expect(ends.map(({ code, err }) => [code, err])).toEqual(ends.map(() => [0, '']));
        });
      }));

    test('an import is tried out on it as on one that may be written', () => {
      const table = ['import', 'graph-data/mappings/event-reports/sample.csv', '--format', 'table'];
      const mapping = ['--mapping', 'graph-data/mappings/event-reports/mapping.yaml', '--dry-run', '--json'];
      let tried: Finished | undefined;
      return onReadable(
        data => expect(hearsayAsReader([...table, ...mapping, '--data', data])).toEqual(tried),
        async data => {
          tried = await hearsayHere([...table, ...mapping, '--data', data]);
          expect(tried.out).toContain('"refused":1');
        },
      );
    });

    test('serve, load and redact refuse in one line', () =>
      onReadable(data => {
        const ends = [
          hearsayAsReader(['serve', '--port', '0', '--data', data]),
          hearsayAsReader(['load', 'graph-data/choe-moscow-2014/dossier.yaml', '--data', data]),
          hearsayAsReader(['redact', '1', '--what', 'NAME', '--reason', 'r', '--data', data]),
        ];
        const refusal = expect.stringMatching(
          /^hearsay: Journal [^\n]*allow writing to the file and its folder[^\n]*\n$/,
        ) as string;
        expect(ends.map(({ code, err }) => [code, err])).toEqual(ends.map(() => [1, refusal]));
      }));

    test('a log that holds something can only be taken in by who may write: it is refused, never left out', () =>
      inFolder(out => {
        chmodSync(out, 0o777);
        return onReadable(data => {
          const ends = [
            hearsayAsReader(['query', '-', '--data', data], STATS),
            hearsayAsReader(['export', '--format', 'jsonld', '--data', data]),
            hearsayAsReader(['doctor', '--port', '0', '--data', data]),
          ];
          for (const { code, out, err } of ends) {
            expect(code).toBe(1);
            expect(out + err).toMatch(/-wal holds what was recorded last.*hearsay restore/);
          }
          const copy = join(out, 'copy.db');
          expect(hearsayAsReader(['restore', data, '--data', copy]).code).toBe(0);
          const asked = hearsayAsReader(['query', '-', '--json', '--data', copy], STATS);
          expect(asked.out).toBe(`{"data":{"stats":{"seq":${SEQ + 1}}}}\n`);
        }, asAfterKill);
      }));

    test('an empty log is no part of it', () =>
      onReadable(
        data => {
          const asked = hearsayAsReader(['query', '-', '--json', '--data', data], STATS);
          expect(asked).toMatchObject({ code: 0, out: `{"data":{"stats":{"seq":${SEQ + 1}}}}\n` });
        },
        async data => {
          await asAfterKill(data);
          const db = new Database(data);
          db.exec('PRAGMA locking_mode = EXCLUSIVE; SELECT 1 FROM head; PRAGMA wal_checkpoint(TRUNCATE)');
          copyFileSync(data, `${data}.copy`);
          db.close();
          copyFileSync(`${data}.copy`, data);
          copyFileSync('/dev/null', `${data}-wal`);
          rmSync(`${data}.copy`);
        },
      ));

    test('a copy that lacks its log is read as far as it goes, and that is said', () =>
      onReadable(
        data => {
          const asked = hearsayAsReader(['query', '-', '--json', '--data', data], STATS);
          expect(asked).toMatchObject({ code: 0, out: expect.stringContaining('"seq"') as string });
          expect(asked.err).toMatch(/not closed as one file, and .*-wal is not beside it/);
        },
        async data => {
          await asAfterKill(data);
          rmSync(`${data}-wal`);
        },
      ));

    test('a server that holds it is met all the same', () =>
      withJournal(async (data, folder) => {
        chmodSync(folder, 0o755);
        chmodSync(data, 0o644);
        await serving(['--data', data], () => {
          const { code, err } = hearsayAsReader(['query', '-', '--data', data], STATS);
          return Promise.resolve(
            expect([code, err]).toEqual([1, expect.stringContaining('another Hearsay server')]),
          );
        });
      }));

    test('a journal of an older form must be written first, and a restored copy of it can be', () =>
      inFolder(out => {
        chmodSync(out, 0o777);
        return onReadable(
          data => {
            const asked = hearsayAsReader(['query', '-', '--data', data], STATS);
            expect([asked.code, asked.err]).toEqual([
              1,
              expect.stringMatching(/older Hearsay.*hearsay restore/),
            ]);
            const copy = join(out, 'copy.db');
            expect(hearsayAsReader(['restore', data, '--data', copy]).code).toBe(0);
            expect(hearsayAsReader(['query', '-', '--data', copy], STATS).code).toBe(0);
          },
          data => copyFileSync('tests/fixtures/journal-v1/journal.sqlite', data),
        );
      }));

    test('what may not even be read is refused in one line', () =>
      withJournal(async (data, folder) => {
        await readableOnly(folder, () => {
          chmodSync(data, 0o200);
          const { code, err } = hearsayAsReader(['query', '-', '--data', data], STATS);
          const refusal = expect.stringMatching(
            /^hearsay: Journal [^\n]* cannot be read \(EACCES\)[^\n]*\n$/,
          ) as string;
          return Promise.resolve(expect([code, err]).toEqual([1, refusal]));
        });
      }));

    test('kept texts and a snapshot that may not be read are said to be so, and hinder nobody', () =>
      onReadable(
        data => {
          for (const folder of [textFolderOf(data), `${data}.snapshot`]) chmodSync(folder, 0o500);
          const { code, out } = hearsayAsReader(['doctor', '--port', '0', '--data', data]);
          expect([code, out]).toEqual([
            0,
            expect.stringMatching(/^warn +texts +.*cannot be read \(EACCES\)/m),
          ]);
          expect(hearsayAsReader(['query', '-', '--data', data], STATS).code).toBe(0);
          for (const folder of [textFolderOf(data), `${data}.snapshot`]) chmodSync(folder, 0o555);
        },
        async data => {
          await openTextFolder(textFolderOf(data)).keep('a text');
          await serving(['--data', data], () => Promise.resolve());
          execFileSync('mkdir', ['-p', `${data}.snapshot`]);
        },
      ));
  },
);

test('on a file system that is mounted to be read only, a journal is asked, exported and looked at', context =>
  withJournal(async (data, folder) => {
    try {
      execFileSync('mount', ['--bind', folder, folder], { stdio: 'ignore' });
      execFileSync('mount', ['-o', 'remount,ro,bind', folder], { stdio: 'ignore' });
    } catch {
      context.skip('nothing can be mounted here: that takes root');
    }
    try {
      expect((await hearsayHere(['query', '-', '--data', data], STATS)).out).toContain(`seq: ${SEQ}`);
      expect((await hearsayHere(['export', '--format', 'jsonld', '--data', data])).code).toBe(0);
      const { code, out } = await hearsayHere(['doctor', '--port', '0', '--data', data]);
      expect([code, out]).toEqual([0, expect.stringMatching(/^warn +folder +.*EROFS/m)]);
    } finally {
      execFileSync('umount', ['-l', folder]);
    }
  }));
