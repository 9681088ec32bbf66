import { readFileSync } from 'node:fs';
import {
  astFromValue,
  buildSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  parse,
  print,
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildHearsaySchema } from '../../src/graphql/schema.js';

const CONTRACT = 'schema/contract.graphql';

// The contract names some types without spelling them out: any type of that name will do.
const LEFT_OPEN = [
  ...['ClaimOrder', 'Value', 'Qualifier', 'PageInfo', 'JournalEntry', 'AddNameInput'],
  ...['AddNamePayload', 'SupersedePayload', 'GradePayload', 'JudgePayload'],
  ...['Claim', 'Entity', 'Source', 'Attestation', 'Contradiction', 'Journal'].map(
    name => `${name}Connection`,
  ),
];

function readContract(): GraphQLSchema {
  const text = readFileSync(CONTRACT, 'utf8');
  const named = new Set(
    parse(text).definitions.flatMap(node => ('name' in node ? (node.name?.value ?? []) : [])),
  );
  const stubs = LEFT_OPEN.filter(name => !named.has(name)).map(stubOf);
  // Its interface has no types of its own to be one of; ours has.
  return buildSchema([text, ...stubs].join('\n'));
}

function stubOf(name: string): string {
  if (name.endsWith('Order')) return `enum ${name} { ANY }`;
  return `${name.endsWith('Input') ? 'input' : 'type'} ${name} { any: Boolean }`;
}

/** One line for each thing that a schema promises. */
function promises(type: GraphQLNamedType): string[] {
  if (isEnumType(type)) return type.getValues().map(({ name }) => `${type.name}.${name}`);
  const oneOf = isInputObjectType(type) && type.isOneOf ? [`${type.name} @oneOf`] : [];
  if (isInputObjectType(type))
    return [...oneOf, ...Object.values(type.getFields()).map(inputLine(type.name))];
  if (!isObjectType(type) && !isInterfaceType(type)) return [`${type.name}`];
  const interfaces = type.getInterfaces().map(({ name }) => `${type.name} implements ${name}`);
  const fields = Object.values(type.getFields()).flatMap(field => [
    `${type.name}.${field.name}: ${field.type.toString()}`,
    ...field.args.map(inputLine(`${type.name}.${field.name}`)),
  ]);
  return [...interfaces, ...fields];
}

const inputLine =
  (of: string) =>
  ({ name, type, defaultValue }: GraphQLArgument | GraphQLInputField): string => {
    const value = defaultValue === undefined ? null : astFromValue(defaultValue, type);
    return `${of}(${name}: ${type.toString()}${value ? ` = ${print(value)}` : ''})`;
  };

const typesOf = (schema: GraphQLSchema): GraphQLNamedType[] =>
  Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'));

describe(`the contract of the API, ${CONTRACT}`, () => {
  const wanted = typesOf(readContract());
  let ours: GraphQLSchema;

  beforeAll(async () => {
    ours = await buildHearsaySchema();
  });

  test('it was read whole', () => {
    expect(wanted.length).toBeGreaterThan(80);
    expect(wanted.map(({ name }) => name)).toEqual(expect.arrayContaining(['Query', 'SourceRef', 'EDTF']));
  });

  test.each(wanted.map(type => ({ name: type.name, type })))('$name is kept', ({ name, type }) => {
    const kept = ours.getType(name);
    expect(kept?.name).toBe(name);
    if (LEFT_OPEN.includes(name)) return;
    const lines = new Set(kept ? promises(kept) : []);
    expect(promises(type).filter(line => !lines.has(line))).toEqual([]);
  });
});
