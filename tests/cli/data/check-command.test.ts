import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { hearsayHere } from '../../fixtures/hearsay-here.js';
import { json } from '../../fixtures/hearsay-json.js';
import { inFolder } from '../../fixtures/hearsay-process.js';

test('finds nothing wrong with what comes with Hearsay', async () => {
  expect(await json(['check'])).toMatchObject({ code: 0, answer: { problems: [] } });
});

test('tells vocabularies from dossiers, and lists all that is wrong by file, line and column', () =>
  inFolder(async folder => {
    const own = join(folder, 'words.yaml');
    const dossier = join(folder, 'data.yaml');
    await writeFile(own, 'predicates:\n  likes:\n    label: likes\n    subjects: [PERSON]\n');
    await writeFile(dossier, 'hearsay: dossier/1\nid: x\ntitle: X\nclaims:\n  - { subject: nobody }\n');
    const { code, out, err } = await hearsayHere(['check', own]);
    expect(code).toBe(1);
    expect(out).toMatch(/problems\.\n$/);
    for (const line of err.trimEnd().split('\n')) expect(line).toMatch(/words\.yaml:\d+:\d+: /);
    const { answer } = await json(['check', dossier]);
    expect(answer).toMatchObject({ problems: [{ file: dossier, line: 5 }] });
  }));

test('checks dossiers by the words of a vocabulary that is given too', () =>
  inFolder(async folder => {
    const own = join(folder, 'words.yaml');
    const dossier = join(folder, 'data.yaml');
    const likes =
      '{ label: likes, inverse: is liked by, subject: [PERSON], object: [PERSON], sentence: "{subject} likes {object}" }';
    await writeFile(own, `predicates:\n  likes: ${likes}\n`);
    const people = 'entities:\n  a: { kind: PERSON, label: A }\n  b: { kind: PERSON, label: B }\n';
    const claims = 'claims:\n  - { subject: a, predicate: likes, object: b }\n';
    await writeFile(dossier, `hearsay: dossier/1\nid: x\ntitle: X\n${people}${claims}`);
    expect(await json(['check', dossier])).toMatchObject({ code: 1 });
    expect(await json(['check', dossier, own])).toMatchObject({ code: 0, answer: { problems: [] } });
    expect(await json(['check', dossier, '--vocabulary', own])).toMatchObject({ code: 0 });
  }));

test('looks for quotes in the texts it is given', () =>
  inFolder(async folder => {
    const dossier = join(folder, 'data.yaml');
    const quote = (exact: string, paragraph: number) =>
      `{ source: s, own: true, quote: { exact: "${exact}", paragraph: ${paragraph} } }`;
    const quotes = [quote('a fox', 1), quote('a hen', 1), quote('a cow', 1)]
      .map(line => `\n      - ${line}`)
      .join('');
    await writeFile(
      dossier,
      `hearsay: dossier/1\nid: x\ntitle: X\nentities:\n  a: { kind: STATE, label: A }\n  b: { kind: STATE, label: B }\n` +
        `sources:\n  s: { kind: REPORT, title: T, textFile: t.txt }\n` +
        `claims:\n  - subject: a\n    predicate: ties_cooling_with\n    object: b\n    attestations:${quotes}\n`,
    );
    const checked = async () =>
      (await json(['check', dossier, '--texts', folder])).answer as { problems: { message: string }[] };
    expect((await checked()).problems).toHaveLength(3);
    await writeFile(join(folder, 't.txt'), 'There was a fox.\n\nAnd a hen.\n');
    const messages = (await checked()).problems.map(({ message }) => message);
    expect(messages).toEqual([
      expect.stringMatching(/a hen.*elsewhere/),
      expect.stringMatching(/a cow.*not in the text/),
    ]);
  }));

test('says so when a file cannot be read', async () => {
  const { code, err } = await hearsayHere(['check', 'missing.yaml']);
  expect(code).toBe(1);
  expect(err).toMatch(/^hearsay: missing\.yaml cannot be read [^\n]*\n$/);
});
