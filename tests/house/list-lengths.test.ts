// Every list of the schema has an end that is known before it is answered: it takes `first` or `limit`, or states its size.
import {
  getNamedType,
  getNullableType,
  GraphQLInt,
  isInterfaceType,
  isListType,
  isObjectType,
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { beforeAll, expect, test } from 'vitest';
import {
  LENGTH_NAMES,
  statedSize,
  type LengthName,
  type Lengths,
} from '../../src/graphql/words/list-size.js';
import { buildHearsaySchema } from '../../src/graphql/schema.js';

type Parent = GraphQLObjectType | GraphQLInterfaceType;
type AnyField = GraphQLField<unknown, unknown>;
interface Placed {
  readonly path: string;
  readonly parent: Parent;
  readonly field: AnyField;
}

let schema: GraphQLSchema;
beforeAll(async () => {
  schema = await buildHearsaySchema();
});

const hasFields = (type: GraphQLNamedType | undefined): type is Parent =>
  isObjectType(type) || isInterfaceType(type);

const lists = (): Placed[] =>
  Object.values(schema.getTypeMap())
    .filter(type => hasFields(type) && !type.name.startsWith('__'))
    .flatMap(type => {
      const parent = type as Parent;
      const fields: AnyField[] = Object.values(parent.getFields());
      return fields.map(field => ({ path: `${parent.name}.${field.name}`, parent, field }));
    })
    .filter(({ field }) => isListType(getNullableType(field.type)));

const takes = ({ args }: AnyField, ...names: readonly string[]): boolean =>
  args.some(({ name }) => names.includes(name));
const grows = ({ field }: Placed): boolean => takes(field, 'first', 'limit');
const pathsOf = (placed: readonly Placed[]): string[] => placed.map(({ path }) => path);

test('the walk sees lists that grow, lists of pages, and lists of words', () => {
  const paths = pathsOf(lists());
  for (const path of [
    'Attestation.relayedBy',
    'Person.names',
    'ClaimConnection.edges',
    'Predicate.subjectKinds',
  ])
    expect(paths).toContain(path);
});

test('every list takes `first` or `limit`, or states its size', () => {
  const endless = lists().filter(placed => !grows(placed) && statedSize(placed.field) === null);
  expect(pathsOf(endless)).toEqual([]);
});

test('no list does both', () => {
  const both = lists().filter(placed => grows(placed) && statedSize(placed.field) !== null);
  expect(pathsOf(both)).toEqual([]);
});

test('beside every list that takes `first` stands how many there are', () => {
  const uncounted = lists()
    .filter(grows)
    .filter(({ parent, field }) => {
      const count = parent.getFields()[`${field.name}Count`];
      return !count || getNullableType(count.type) !== GraphQLInt || count.type === GraphQLInt;
    });
  expect(pathsOf(uncounted)).toEqual([]);
});

test('every `first` has a default of at most a page', () => {
  const odd = lists().filter(({ field }) => {
    const usually = field.args.find(({ name }) => name === 'first')?.defaultValue;
    return takes(field, 'first') && !(typeof usually === 'number' && usually > 0 && usually <= 100);
  });
  expect(pathsOf(odd)).toEqual([]);
});

/** What a size that follows from arguments reads of them. */
function readBy(field: AnyField): readonly LengthName[] {
  const size = statedSize(field);
  if (typeof size !== 'function') return [];
  const read = new Set<LengthName>();
  const lengths: Lengths = { first: 1, limit: 1, maxHops: 1 };
  size(new Proxy(lengths, { get: (of, name) => of[read.add(name as LengthName) && (name as LengthName)] }));
  return [...read];
}

test('a size that follows from an argument stands only inside of fields that take it', () => {
  const wrong = new Set<string>();
  const seen = new Set<string>();
  const visit = (type: Parent, around: readonly LengthName[]): void => {
    const key = [type.name, ...around].join(' ');
    if (seen.has(key)) return;
    seen.add(key);
    const fields: AnyField[] = Object.values(type.getFields());
    for (const field of fields) {
      const known = LENGTH_NAMES.filter(name => around.includes(name) || takes(field, name));
      for (const name of readBy(field)) if (!known.includes(name)) wrong.add(`${type.name}.${field.name}`);
      const inner = getNamedType(field.type);
      if (hasFields(inner)) visit(inner, known);
      if (isInterfaceType(inner)) for (const one of schema.getPossibleTypes(inner)) visit(one, known);
    }
  };
  for (const root of [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()])
    if (root) visit(root, []);
  expect(seen.size).toBeGreaterThan(50);
  expect([...wrong]).toEqual([]);
});

test('what a connection lists is as long as the page that was asked of it', () => {
  const pages = lists().filter(({ path }) => /Connection\.(edges|nodes)$/.test(path));
  expect(pages.length).toBeGreaterThan(15);
  expect(pathsOf(pages.filter(({ field }) => readBy(field).join() !== 'first'))).toEqual([]);
});
