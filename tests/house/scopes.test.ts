// Every mutation says which scope it demands: one that is forgotten fails here, and demands the greatest meanwhile.
import {
  GraphQLObjectType,
  GraphQLSchema,
  GraphQLString,
  parse,
  type OperationDefinitionNode,
} from 'graphql';
import { beforeAll, describe, expect, test } from 'vitest';
import { refuseForbidden } from '../../src/graphql/operation/operation-scope.js';
import { covers, declaredScope, SCOPES, type Scope } from '../../src/graphql/auth/scope.js';
import { buildHearsaySchema } from '../../src/graphql/schema.js';

let schema: GraphQLSchema;
beforeAll(async () => {
  schema = await buildHearsaySchema();
});

/** Names of the mutations that declare none, or one that would let readers change something. */
const undeclared = (of: GraphQLSchema): string[] =>
  Object.values(of.getMutationType()?.getFields() ?? {})
    .filter(field => declaredScope(field) === null || declaredScope(field) === 'read')
    .map(({ name }) => name);

const held = (of: GraphQLSchema, text: string): readonly Scope[] => {
  const document = parse(text);
  const operation = document.definitions[0] as OperationDefinitionNode;
  return SCOPES.filter(scope => {
    try {
      refuseForbidden(of, document, operation, scope);
      return true;
    } catch {
      return false;
    }
  });
};

const withMutation = (extensions: object): GraphQLSchema => {
  const field = { type: GraphQLString, extensions: { ...extensions } };
  return new GraphQLSchema({ mutation: new GraphQLObjectType({ name: 'Mutation', fields: { field } }) });
};

test('every mutation declares the scope that it demands', () => {
  expect(Object.keys(schema.getMutationType()?.getFields() ?? {}).length).toBeGreaterThan(10);
  expect(undeclared(schema)).toEqual([]);
});

test('what only admins may do is no more and no less than this', () => {
  const admins = Object.values(schema.getMutationType()?.getFields() ?? {}).filter(
    field => declaredScope(field) === 'admin',
  );
  expect(admins.map(({ name }) => name).sort()).toEqual(['backup', 'redact']);
});

describe('a mutation that declares', () => {
  test.each<readonly [string, object, readonly string[], readonly Scope[]]>([
    ['nothing is found, and demands the greatest', {}, ['field'], ['admin']],
    ['a scope that is none is found, and demands the greatest', { scope: 'all' }, ['field'], ['admin']],
    ['no more than to read is found', { scope: 'read' }, ['field'], SCOPES],
    ['to write is right', { scope: 'write' }, [], ['write', 'admin']],
  ])('%s', (_, extensions, found, scopes) => {
    const made = withMutation(extensions);
    expect(undeclared(made)).toEqual(found);
    expect(held(made, 'mutation { field }')).toEqual(scopes);
  });
});

test('each query and each subscription demands to read', () => {
  const fields = (kind: 'query' | 'subscription') => {
    const type = kind === 'query' ? schema.getQueryType() : schema.getSubscriptionType();
    return Object.keys(type?.getFields() ?? {}).map(name => `${kind} { ${name} }`);
  };
  const asked = [...fields('query'), ...fields('subscription'), 'query { __schema { description } }'];
  expect(asked.length).toBeGreaterThan(15);
  expect(asked.filter(text => held(schema, text).join() !== SCOPES.join())).toEqual([]);
});

test('a scope holds itself and those before it', () => {
  const table = SCOPES.map(scope => SCOPES.filter(demanded => covers(scope, demanded)));
  expect(table).toEqual([['read'], ['read', 'write'], ['read', 'write', 'admin']]);
});
