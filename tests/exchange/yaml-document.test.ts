// YAML with places: what is read, what is refused, and where each part stands.
import { describe, expect, test } from 'vitest';
import { MAX_YAML_BYTES, readYaml } from '../../src/exchange/yaml-document.js';

const read = (text: string) => readYaml({ name: 'a.yaml', text });
const problemsOf = (text: string): string[] =>
  read(text).problems.map(({ line, column, message }) => `${line}:${column} ${message}`);

test('dates stay text, and plain data comes out', () => {
  expect(read('a: 2014-11-17\nb: [1, true, ~]\n').data).toEqual({ a: '2014-11-17', b: [1, true, null] });
});

describe('a part stands where it starts', () => {
  const document = read('a:\n  b: x\n  c:\n    - y\n    - { d: z }\n');
  test.each<[string, (string | number)[], 'key' | 'value', number, number]>([
    ['the whole', [], 'value', 1, 1],
    ['a value', ['a', 'b'], 'value', 2, 6],
    ['a key', ['a', 'b'], 'key', 2, 3],
    ['an item', ['a', 'c', 0], 'value', 4, 7],
    ['a value in an item', ['a', 'c', 1, 'd'], 'value', 5, 12],
    ['an item named by text', ['a', 'c', '1', 'd'], 'key', 5, 9],
    ['a missing part, where its parent does', ['a', 'c', 1, 'e'], 'value', 5, 7],
    ['a missing item, where its list does', ['a', 'c', 9], 'value', 4, 5],
  ])('%s', (_, path, part, line, column) => {
    expect(document.placeOf(path, part)).toEqual({ line, column });
  });
});

describe('refused is', () => {
  test.each([
    ['an alias', 'a: &x 1\nb: *x\n', '2:4 The alias *x'],
    ['an anchor', 'a: &x 1\n', '1:7 The anchor &x'],
    ['a repeated key', 'a: 1\nb: 2\na: 3\n', '3:1 The key "a" occurs twice'],
    ['a repeated key in braces', 'a: { b: 1, b: 2 }\n', '1:12 The key "b" occurs twice'],
    ['__proto__ as a key', 'a:\n  __proto__: {}\n', '2:3 The key "__proto__" is not allowed'],
    ['constructor as a key', 'constructor: 1\n', '1:1 The key "constructor" is not allowed'],
    ['prototype as a key', 'prototype: 1\n', '1:1 The key "prototype" is not allowed'],
    ['a number as a key', '7: a\n', '1:1 A key must be plain text'],
    ['a list as a key', '? [a]\n: b\n', '1:3 A key must be plain text'],
    ['a tag', 'a: !thing b\n', '1:4 The YAML cannot be read'],
    ['a second document', 'a: 1\n---\nb: 2\n', '2:1 A second document'],
    ['an open bracket', 'a: [1\n', '2:1 The YAML cannot be read'],
    ['a tab as indentation', 'a:\n\tb: 1\n', '2:1 The YAML cannot be read'],
    ['a direction override in a text', 'a: "x\\u202Ey"\n', '1:4 `text` holds the character U+202E'],
    ['an empty file', '', '1:1 The file is empty'],
  ])('%s', (_, text, problem) => {
    expect(problemsOf(text).map(told => told.slice(0, problem.length))).toContain(problem);
    expect(read(text).data).toBeUndefined();
  });

  test.each(['[', '{a: ', '- ', '? ', '[{a: '])('nesting without end, by %s, and nothing else', opening => {
    for (const text of [opening.repeat(60), opening.repeat(100_000), `a: 1\n---\n${opening.repeat(60)}`])
      expect(problemsOf(text)).toEqual([expect.stringMatching(/^\d+:\d+ More than 50 levels of nesting/)]);
  });

  test('a file beyond 20 MB, before it is parsed', () => {
    expect(problemsOf(`a: ${'x'.repeat(MAX_YAML_BYTES)}`)).toEqual([
      '1:1 The file is larger than 20 MB: split it.',
    ]);
  });
});

test('at most fifty problems are told', () => {
  expect(problemsOf('7: a\n'.repeat(200))).toHaveLength(50);
});
