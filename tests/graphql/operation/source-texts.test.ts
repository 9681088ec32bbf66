import { mkdir, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { InvalidInput } from '../../../src/domain/refusal.js';
import { openSourceTexts } from '../../../src/graphql/operation/source-texts.js';
import { inFolder } from '../../fixtures/hearsay-process.js';

const source = (textFile?: string) => ({
  id: 'source:1',
  kind: 'ARTICLE' as const,
  ...(textFile === undefined ? {} : { textFile }),
});

test('a text is found by its file name, and again after it has changed', () =>
  inFolder(async folder => {
    await writeFile(join(folder, 'a.txt'), 'first');
    const texts = openSourceTexts(folder);
    expect(texts.find(source('a.txt'))).toBe('first');
    expect(texts.find(source('a.txt'))).toBe('first');
    await writeFile(join(folder, 'a.txt'), 'second one');
    expect(texts.find(source('a.txt'))).toBe('second one');
  }));

test('a source without a text file has no text', () =>
  inFolder(folder => Promise.resolve(expect(openSourceTexts(folder).find(source())).toBeNull())));

test('nothing outside the folder, below it or too large is a text', () =>
  inFolder(async folder => {
    const home = join(folder, 'texts');
    await mkdir(join(home, 'inner'), { recursive: true });
    await writeFile(join(folder, 'outside.txt'), 'secret');
    await writeFile(join(home, 'inner', 'deep.txt'), 'deep');
    await writeFile(join(home, '.hidden'), 'hidden');
    await symlink(join(folder, 'outside.txt'), join(home, 'link.txt'));
    await writeFile(join(home, 'large.txt'), '');
    await truncate(join(home, 'large.txt'), 5_000_001);
    const texts = openSourceTexts(home);
    const names = [
      '../outside.txt',
      'inner/deep.txt',
      'inner',
      '.',
      '..',
      '',
      '.hidden',
      'link.txt',
      'large.txt',
    ];
    const absolute = [join(folder, 'outside.txt'), 'a\0b', '..\\outside.txt', 'missing.txt'];
    for (const name of [...names, ...absolute])
      expect([name, texts.find(source(name))]).toEqual([name, null]);
  }));

test('a folder that is none is refused', () =>
  inFolder(async folder => {
    await writeFile(join(folder, 'file'), '');
    for (const name of ['missing', 'file'])
      expect(() => openSourceTexts(join(folder, name))).toThrow(InvalidInput);
  }));
