// Each word of the glossary has one type: it is exported where the glossary says, and nowhere else.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sourceFiles } from './imports.js';

const words = [...readFileSync('docs/glossary.md', 'utf8').matchAll(/\| `(\w+)` in `(src\/[^`]+)` \|/g)].map(
  ([, type = '', file = '']) => ({ type, file }),
);
const exportsOf = (type: string): string[] =>
  sourceFiles().filter(file =>
    new RegExp(
      `^export (abstract )?(class|interface|type|const|function\\*?|async function) ${type}\\b(?! from)`,
      'm',
    ).test(readFileSync(file, 'utf8')),
  );

test.each(words)('$type has its home in $file', ({ type, file }) => {
  expect(exportsOf(type)).toEqual([file]);
});

test('the words of the domain are all there', () => {
  expect(words.length).toBeGreaterThan(35);
  const retired = ['Place', 'Draft', 'Reading', 'Shape', 'Turns', 'Statement', 'Assertion', 'Fact'];
  expect(retired.flatMap(type => exportsOf(type).map(file => `${type} in ${file}`))).toEqual([]);
});
