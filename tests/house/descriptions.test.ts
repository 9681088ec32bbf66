import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';
import { beforeAll, expect, test } from 'vitest';
import { buildHearsaySchema } from '../../src/graphql/schema.js';

interface Described {
  readonly name: string;
  readonly description?: string | null | undefined;
}

let schema: GraphQLSchema;

beforeAll(async () => {
  schema = await buildHearsaySchema();
});

/** Everything of a type that a reader of the schema meets, by its path. */
function described(type: GraphQLNamedType): Described[] {
  const under = (of: string, parts: readonly Described[]): Described[] =>
    parts.map(({ name, description }) => ({ name: `${of}.${name}`, description }));
  if (isEnumType(type)) return [type, ...under(type.name, type.getValues())];
  if (isInputObjectType(type)) return [type, ...under(type.name, Object.values(type.getFields()))];
  if (!isObjectType(type) && !isInterfaceType(type)) return [type];
  const fields = Object.values(type.getFields());
  const args = fields.flatMap(field => under(`${type.name}.${field.name}`, field.args));
  return [type, ...under(type.name, fields), ...args];
}

const everything = (): Described[] =>
  Object.values(schema.getTypeMap())
    .filter(({ name }) => !name.startsWith('__'))
    .flatMap(described);

test('the walk sees types, fields, arguments, inputs and values', () => {
  const names = everything().map(({ name }) => name);
  expect(names).toEqual(
    expect.arrayContaining([
      'Claim',
      'Claim.sentence',
      'Claim.chains.first',
      'Person.claims.after',
      'AttachSourceInput.via',
      'Polarity.DENIES',
      'EDTF',
    ]),
  );
});

test('every type, field, argument, input field and value is described', () => {
  const bare = everything().filter(({ description }) => (description ?? '').trim().length < 3);
  expect(bare.map(({ name }) => name)).toEqual([]);
});

test('descriptions are whole: they begin with a capital, a figure or code, and never end in a comma', () => {
  const odd = everything().filter(({ description }) => !/^[A-Z0-9`].*[^,;\s]$/su.test(description ?? ''));
  expect(odd.map(({ name, description }) => `${name}: ${description}`)).toEqual([]);
});
