// The page of promises cannot drift: each row names tests that are there, and each command is a script of the package.
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const PAGE = readFileSync('docs/guarantees.md', 'utf8');
const rows = PAGE.split('\n').filter(
  line => /^\| (?!---|Promise|promise)/.test(line) && !line.startsWith('|---'),
);
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };

test('every promise names tests that are there', () => {
  expect(rows.length).toBeGreaterThan(30);
  const named = rows.map(row => [...row.matchAll(/`(tests\/[^`]+)`/g)].map(match => match[1] ?? ''));
  expect(rows.filter((_, index) => named[index]?.length === 0)).toEqual([]);
  expect(named.flat().filter(file => !existsSync(file))).toEqual([]);
});

test('every command is a script of the package', () => {
  const used = [...PAGE.matchAll(/npm run ([\w:]+)/g)].map(match => match[1] ?? '');
  expect(used.length).toBeGreaterThan(4);
  expect(used.filter(name => scripts[name] === undefined)).toEqual([]);
});
