// Dossiers read in a thread of their own: the same outcome as here, within limits, one after another.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { dossierAside } from '../../../src/exchange/dossier/aside.js';
import { dossierReader } from '../../../src/exchange/dossier/dossier.js';
import { builtInVocabulary } from '../../fixtures/open-ledger.js';

const SCHEMA = readFileSync('schema/dossier.schema.json', 'utf8');
const SAMPLE = readFileSync('graph-data/choe-moscow-2014/dossier.yaml', 'utf8');
const VOCABULARY = builtInVocabulary();
const THREAD = resolve('dist/exchange/dossier/thread.js');
const LIMITS = { ms: 60_000, megabytes: 512 };

const fileOf = (text: string) => ({ name: 'dossier', text });
const claims = (count: number): string =>
  `hearsay: dossier/1\nid: long\ntitle: Long\nentities:\n  ann: { kind: PERSON, label: Ann }\nclaims:\n${'  - { subject: ann, predicate: meets, object: ann }\n'.repeat(count)}`;

test('what comes of it is what comes of reading it here, good or bad', async () => {
  const aside = dossierAside(SCHEMA, THREAD, LIMITS);
  const here = dossierReader(SCHEMA);
  for (const text of [SAMPLE, SAMPLE.replaceAll('kind: PERSON', 'kind: HUMAN'), 'hearsay: [', '']) {
    const outcome = await aside.examine(fileOf(text), VOCABULARY);
    expect(outcome).toEqual(here.examine(fileOf(text), VOCABULARY));
  }
});

test('one that takes longer than it may is refused, and the next is read', async () => {
  const hasty = dossierAside(SCHEMA, THREAD, { ...LIMITS, ms: 1 });
  const refusal = { code: 'INVALID_INPUT', message: 'The dossier took more than 1 ms to read: split it.' };
  await expect(hasty.examine(fileOf(SAMPLE), VOCABULARY)).rejects.toMatchObject(refusal);
  await expect(hasty.examine(fileOf(SAMPLE), VOCABULARY)).rejects.toMatchObject(refusal);
});

test('one that takes more memory than it may is refused, and this process goes on', async () => {
  const small = dossierAside(SCHEMA, THREAD, { ...LIMITS, megabytes: 40 });
  await expect(small.examine(fileOf(claims(40_000)), VOCABULARY)).rejects.toMatchObject({
    code: 'INVALID_INPUT',
    message: 'The dossier took more than 40 MB to read: split it.',
  });
});

test('one that nobody waits for any more when its turn comes is not read', async () => {
  const aside = dossierAside(SCHEMA, THREAD, LIMITS);
  const begun = new Set<string>();
  const first = aside.examine(fileOf(''), VOCABULARY, () => begun.add('first'));
  const gone = aside.examine(fileOf(''), VOCABULARY, () => {
    throw new Error('gone');
  });
  const last = aside.examine(fileOf(''), VOCABULARY, () => begun.add('last'));
  await expect(gone).rejects.toThrow('gone');
  await Promise.all([first, last]);
  expect([...begun]).toEqual(['first', 'last']);
});

test('one that nobody waits for any more is given up while it is read', async () => {
  const aside = dossierAside(SCHEMA, THREAD, LIMITS);
  let looks = 0;
  const gone = aside.examine(fileOf(claims(18_000)), VOCABULARY, () => {
    looks += 1;
    if (looks > 1) throw new Error('gone');
  });
  await expect(gone).rejects.toThrow('gone');
  expect(looks).toBe(2);
  expect(await aside.examine(fileOf(''), VOCABULARY)).toMatchObject({ dossier: null });
});
