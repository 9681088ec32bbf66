// Damaged dossiers: whatever happened to the file, it is read or refused, and nothing else is ever thrown.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { InvalidInput } from '../../../src/domain/refusal.js';
import { builtInReader, builtInVocabulary, projectFile } from '../seed-files.js';

const READER = builtInReader();
const VOCABULARY = builtInVocabulary();
const WHOLE = projectFile('graph-data/choe-moscow-2014/dossier.yaml').text;
const LINES = WHOLE.split('\n');
/** Header, a few entities and sources, and the first claims: enough to damage, and quick to read. */
const TEXT = [
  ...LINES.slice(0, 40),
  ...LINES.slice(LINES.indexOf('sources:'), LINES.indexOf('sources:') + 20),
  ...LINES.slice(LINES.indexOf('claims:'), LINES.indexOf('claims:') + 60),
].join('\n');

type Damage = (text: string) => string;
const at = fc.nat(TEXT.length);
const PIECES = [
  ...[':', '- ', '\n', '  ', '"', "'", '{', '}', '[', ']', '#', '|', '>', '*a', '&a ', '!x ', '? ', '%'],
  ...[
    '\t',
    '\0',
    '\u202E',
    '\uD800',
    '\uFEFF',
    'null',
    '~',
    '1e999',
    '__proto__: 1',
    '<<: ',
    '---\n',
    '...\n',
  ],
  ...['constructor', 'entity:', 'source:', '2014-99', '{{{{', '[[[['],
];
const put = fc.tuple(at, fc.constantFrom(...PIECES)).map(
  ([place, piece]): Damage =>
    text =>
      text.slice(0, place) + piece + text.slice(place),
);
const cut = fc.tuple(at, fc.integer({ min: 1, max: 200 })).map(
  ([place, length]): Damage =>
    text =>
      text.slice(0, place) + text.slice(place + length),
);
const swap = fc.tuple(at, at).map(
  ([a, b]): Damage =>
    text =>
      text.slice(0, a) + text.slice(b, b + 30) + text.slice(a),
);
const damages = fc.array(fc.oneof(put, cut, swap), { minLength: 1, maxLength: 4 });

test('three hundred damaged dossiers give problems with places, or a reading', () => {
  let refused = 0;
  fc.assert(
    fc.property(damages, changes => {
      const file = { name: 'damaged.yaml', text: changes.reduce((text, change) => change(text), TEXT) };
      const problems = READER.lint(file, VOCABULARY);
      for (const { line, column, message } of problems) {
        expect(line).toBeGreaterThan(0);
        expect(column).toBeGreaterThan(0);
        expect(message).not.toBe('');
      }
      if (problems.length === 0) expect(READER.read(file, VOCABULARY).id).not.toBe('');
      else expect(() => READER.read(file, VOCABULARY)).toThrow(InvalidInput);
      refused += problems.length > 0 ? 1 : 0;
    }),
    { numRuns: 300 },
  );
  expect(refused).toBeGreaterThan(100);
});

test('any text at all is read or refused', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), text => {
      expect(READER.lint({ name: 'any.yaml', text }, VOCABULARY).length).toBeGreaterThan(0);
    }),
    { numRuns: 300 },
  );
});
