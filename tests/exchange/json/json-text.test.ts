// JSON of others: what is read, where each part stands, and what is refused in which place.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jsonLines, readJsonInput } from '../../../src/exchange/json/json-input.js';
import { readJson } from '../../../src/exchange/json/json-text.js';
import { Refusal } from '../../../src/domain/refusal.js';
import { input } from '../table/reading-tables.js';

const at = (line: number, column: number) => ({ file: 'f.json', line, column });

async function allOf<T>(read: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const one of read) all.push(one);
  return all;
}

function refusal(text: string): { message: string; place: unknown } {
  try {
    readJson('f.json', text);
  } catch (error) {
    if (error instanceof Refusal) return { message: error.message, place: error.place };
    throw error;
  }
  throw new Error('it was read');
}

test('whatever can be written as JSON is read as it was', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 4 }), text => {
      fc.pre(!/__proto__|constructor|prototype/.test(text));
      expect(readJson('f.json', text).data).toEqual(JSON.parse(text));
    }),
  );
});

test('a text that JSON.parse refuses is refused', () => {
  fc.assert(
    fc.property(
      fc.json(),
      fc.nat(),
      fc.constantFrom(',', ']', '"', '\\', '1', '/**/', 'nul'),
      (text, n, piece) => {
        const damaged = text.slice(0, n % (text.length + 1)) + piece + text.slice(n % (text.length + 1));
        fc.pre(!/__proto__|constructor|prototype/.test(damaged));
        const parses = (parse: () => unknown): boolean => {
          try {
            parse();
            return true;
          } catch {
            return false;
          }
        };
        const wanted = parses(() => JSON.parse(damaged));
        // Stricter only where a key comes twice.
        if (!wanted) expect(parses(() => readJson('f.json', damaged))).toBe(false);
      },
    ),
  );
});

describe('places', () => {
  const text = '{\n "list": [\n  {"a": 1, "deep": {"b": [true,\n null]}},\n  "x"\n ],\n "last": 2\n}';
  test.each([
    [[], 1, 1],
    [['list'], 2, 10],
    [['list', 0], 3, 3],
    [['list', 0, 'a'], 3, 9],
    [['list', 0, 'deep', 'b'], 3, 26],
    [['list', 0, 'deep', 'b', 1], 4, 2],
    [['list', 1], 5, 3],
    [['last'], 7, 10],
    [['list', 0, 'deep', 'missing', 'm'], 3, 20],
    [['list', 9], 2, 10],
    [['missing'], 1, 1],
  ])('%j stands in line %i, column %i', (path, line, column) => {
    expect(readJson('f.json', text).placeOf(path)).toEqual(at(line, column));
  });

  test('lines are counted from that in which the text begins', () => {
    expect(readJson('f.json', '{"a":\n1}', 40).placeOf(['a'])).toEqual(at(41, 1));
  });
});

describe('refused, with the place', () => {
  test.each([
    ['nothing', '', 1, 1, /a value is expected/],
    ['a text cut off', '{"a": [1,\n{"b": "c', 2, 7, /a quotation mark is not closed/],
    ['a bracket that nothing closes', '[1,\n2', 2, 2, /a comma is expected|closing bracket/],
    ['a comma too many', '[1,\n]', 2, 1, /a value is expected/],
    ['a comment', '[1 // one\n]', 1, 4, /a comment/],
    ['two texts', '{}\n{}', 2, 1, /something follows/],
    ['a key twice', '{"a":1,\n"a":2}', 2, 1, /"a" comes twice/],
    ['a number without bounds', '[1e999]', 1, 2, /beyond all bounds/],
    ['NaN', '[NaN]', 1, 2, /a word that is none/],
    ...['__proto__', 'constructor', 'prototype'].map(
      key => [key, `{"x":{\n"${key}":{"polluted":1}}}`, 2, 1, /is not allowed/] as const,
    ),
  ] as const)('%s', (_, text, line, column, message) => {
    expect(refusal(text)).toEqual({
      message: expect.stringMatching(message) as unknown,
      place: at(line, column),
    });
    expect('polluted' in {}).toBe(false);
  });

  test('a hundred levels are read and one more is refused, as are a million', () => {
    const nested = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);
    expect(readJson('f.json', nested(100)).placeOf([])).toEqual(at(1, 1));
    expect(refusal(nested(101)).place).toEqual(at(1, 101));
    expect(refusal('{"a":'.repeat(1_000_000)).message).toMatch(/more than 100 levels/);
  });
});

describe('files', () => {
  test('a file is read whole, without its byte order mark', async () => {
    expect((await readJsonInput(input('\uFEFF{"ä": ["ö"]}', { piece: 1 }))).data).toEqual({ ä: ['ö'] });
  });

  test('a file that is too large is refused in words', async () => {
    const file = input(Buffer.alloc(64_000_001, ' '), { piece: 1 << 20 });
    await expect(readJsonInput(file)).rejects.toThrow(/larger than 64 MB.*split it/);
  });

  test('a line that is no JSON is a problem alone, in its place', async () => {
    const read = await allOf(jsonLines(input('{"a":1}\n\n{"a" 2}\n{"a":3}\n', { name: 'f.json' })));
    expect(read.map(one => ('data' in one ? one.data : one.place))).toEqual([{ a: 1 }, at(3, 6), { a: 3 }]);
  });

  test('a first line that is no JSON refuses the file', async () => {
    await expect(allOf(jsonLines(input('id,name\n')))).rejects.toThrow(/line 1, column 1/);
  });
});
