import { readFileSync } from 'node:fs';
import { buildSchema } from 'graphql';
import { expect, test } from 'vitest';
import { printHearsaySchema } from '../../src/graphql/schema.js';

test('schema/schema.graphql is what the code emits; `npm run schema` writes it anew', async () => {
  expect(readFileSync('schema/schema.graphql', 'utf8')).toBe(await printHearsaySchema());
});

test('the emitted schema can be read by itself, and says that a source is named in exactly one way', async () => {
  const text = await printHearsaySchema();
  expect(() => buildSchema(text)).not.toThrow();
  expect(text).toContain('input SourceRef @oneOf {');
});
