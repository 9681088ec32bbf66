// Which file a path means, and where that lies which belongs to it.
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { besideJournal, misplacedBeside, realPath } from '../../../src/journal/files/journal-path.js';

let folder: string;
const at = (...names: string[]): string => join(folder, ...names);
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'hearsay-path-')));
  mkdirSync(at('deep'));
  writeFileSync(at('deep', 'real.db'), '');
  symlinkSync('deep', at('way'));
  symlinkSync(join('way', 'real.db'), at('link.db'));
  symlinkSync('link.db', at('twice.db'));
  symlinkSync(join('way', 'new.db'), at('dangling.db'));
  symlinkSync('round.db', at('round.db'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the real path', () => {
  test.each([
    ['of a file', ['deep', 'real.db'], ['deep', 'real.db']],
    ['of a file in a linked folder', ['way', 'real.db'], ['deep', 'real.db']],
    ['of a link', ['link.db'], ['deep', 'real.db']],
    ['of a link to a link', ['twice.db'], ['deep', 'real.db']],
    ['of a link to what is not there yet', ['dangling.db'], ['deep', 'new.db']],
    ['of what is not there yet', ['way', 'none', 'new.db'], ['deep', 'none', 'new.db']],
    ['of a link that leads to itself', ['round.db'], ['round.db']],
  ])('%s', (_, given, real) => expect(realPath(at(...given))).toBe(at(...real)));
});

test('what belongs to a journal lies beside the file, whatever link led there', () => {
  for (const spelled of [at('twice.db'), at('way', 'real.db'), at('way', '..', 'link.db')])
    expect(besideJournal(spelled, '.texts')).toBe(at('deep', 'real.db.texts'));
});

test('what lies beside a link instead is found, and what lies there by another name is not', () => {
  writeFileSync(at('deep', 'real.db.tokens.json'), '');
  mkdirSync(at('link.db.texts'));
  expect(misplacedBeside(at('way', 'real.db'), ['.tokens.json', '.texts'])).toEqual([]);
  expect(misplacedBeside(at('link.db'), ['.tokens.json', '.texts'])).toEqual([
    { found: at('link.db.texts'), place: at('deep', 'real.db.texts') },
  ]);
});
