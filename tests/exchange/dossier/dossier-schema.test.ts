// The dossier's schema: it explains itself, and its lists of words are those of the domain.
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { CERTAINTIES, CREDIBILITIES, POLARITIES } from '../../../src/domain/attestation.js';
import { ENTITY_KINDS, NAME_KINDS } from '../../../src/domain/entity.js';
import { SOURCE_KINDS } from '../../../src/domain/source.js';
import { projectFile } from '../seed-files.js';

interface Schema {
  readonly description?: string;
  readonly enum?: readonly string[];
  readonly properties?: { readonly [name: string]: Schema };
  readonly $defs?: { readonly [name: string]: Schema };
}

const SCHEMA = JSON.parse(projectFile('schema/dossier.schema.json').text) as Schema;

test.each(['schema/dossier.schema.json', 'schema/mapping.schema.json'])('%s is a sound schema', name => {
  const schema = JSON.parse(projectFile(name).text) as object;
  expect(new Ajv2020({ strictTypes: false }).compile(schema)).toBeTypeOf('function');
});

test('every property is described', () => {
  const undescribed: string[] = [];
  const look = (schema: unknown, path: string): void => {
    if (schema === null || typeof schema !== 'object') return;
    for (const [name, property] of Object.entries((schema as Schema).properties ?? {})) {
      if (!property.description) undescribed.push(`${path}.${name}`);
    }
    for (const [key, part] of Object.entries(schema)) look(part, `${path}.${key}`);
  };
  look(SCHEMA, 'dossier');
  expect(undescribed).toEqual([]);
});

const wordsAt = (name: string, property: string): readonly string[] | undefined =>
  SCHEMA.$defs?.[name]?.properties?.[property]?.enum;

test.each([
  ['kinds of entity', wordsAt('entity', 'kind'), ENTITY_KINDS],
  ['kinds of name', wordsAt('name', 'kind'), NAME_KINDS],
  ['kinds of source', wordsAt('source', 'kind'), SOURCE_KINDS],
  ['polarities', wordsAt('attestation', 'polarity'), POLARITIES],
  ['certainties', SCHEMA.$defs?.['certainty']?.enum, CERTAINTIES],
  ['credibilities', wordsAt('attestation', 'credibility'), CREDIBILITIES],
])('the %s are those of the domain', (_, words, domain) => {
  expect(words).toEqual(domain);
});
