import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { hearsayHere } from '../../fixtures/hearsay-here.js';
import { json, withJournal } from '../../fixtures/hearsay-json.js';
import { inFolder, serving } from '../../fixtures/hearsay-process.js';

const DOSSIER = 'graph-data/choe-moscow-2014/dossier.yaml';
const COUNTS = { entities: expect.any(Number) as number, claims: expect.any(Number) as number };

test('says what was new, and the second time that nothing was', () =>
  inFolder(async folder => {
    const args = ['load', DOSSIER, '--data', join(folder, 'new', 'a.db')];
    const first = await json(args);
    expect(first).toMatchObject({
      code: 0,
      answer: { dossier: 'choe-moscow-2014', already: 0, ...COUNTS },
    });
    const { seq } = first.answer as { seq: number };
    const none = { entities: 0, claims: 0, sources: 0, attestations: 0, seq };
    expect(await json(args)).toMatchObject({ code: 0, answer: none });
  }));

test('writes nothing of a dossier with a mistake, and says where it is', () =>
  withJournal(async (data, folder) => {
    const text = await readFile(DOSSIER, 'utf8');
    const bad = join(folder, 'bad.yaml');
    await writeFile(bad, `${text}\n  - { subject: nobody, predicate: ties_cooling_with, object: china }\n`);
    const { code, answer } = await json(['load', bad, '--data', data]);
    const place = { file: bad, line: expect.any(Number) as number };
    expect({ code, answer }).toMatchObject({
      code: 1,
      answer: { errors: [{ extensions: { code: 'INVALID_INPUT', ...place } }] },
    });
    expect(await json(['load', DOSSIER, '--data', data])).toMatchObject({
      answer: { entities: 0, claims: 0 },
    });
  }));

test('says so when a server holds the journal', () =>
  withJournal(data =>
    serving(['--data', data], async () => {
      const { code, err } = await hearsayHere(['load', DOSSIER, '--data', data]);
      expect(code).toBe(1);
      expect(err).toMatch(/^hearsay: [^\n]*another Hearsay server[^\n]*\n$/);
    }),
  ));
