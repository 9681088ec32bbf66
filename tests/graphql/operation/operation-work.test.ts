// What one operation may take, as the fields of a schema feel it: by graphql-js here, compiled in `reads/`.
import { buildSchema, graphql, type GraphQLSchema } from 'graphql';
import { expect, test } from 'vitest';
import { Scheduler } from '../../../src/graph/work/scheduler.js';
import { makeFair } from '../../../src/graphql/operation/fair-fields.js';
import { givenUpAmong, OperationWork } from '../../../src/graphql/operation/operation-work.js';

const FREE = { operationMs: Infinity, steps: Infinity, answerBytes: Infinity };

/** Things that hold things, ten each; `onThing` is called as each is asked for its own. */
function nested(onThing: () => void = () => undefined): GraphQLSchema {
  const schema = buildSchema('type Query { thing: Thing } type Thing { things: [Thing!]! text: String }');
  const thing = { text: 'x'.repeat(100) };
  const [query, type] = [schema.getQueryType()?.getFields(), schema.getType('Thing')];
  if (!query?.['thing'] || !type || !('getFields' in type)) throw new Error('a schema has its types');
  query['thing'].resolve = () => thing;
  const { things } = type.getFields();
  if (!things || !('resolve' in things)) throw new Error('a type has its fields');
  things.resolve = () => {
    onThing();
    return Array.from({ length: 10 }, () => thing);
  };
  makeFair(schema);
  return schema;
}

const source = '{ thing { things { things { things { text } } } } }';

test('an operation without limits is answered as if its fields were not watched', async () => {
  const watched = await graphql({
    schema: nested(),
    source,
    contextValue: { work: new OperationWork(FREE, new Scheduler()) },
  });
  expect(watched).toEqual(await graphql({ schema: nested(), source, contextValue: {} }));
  expect(watched.errors).toBeUndefined();
});

test.each([
  ['OPERATION_TIMEOUT', { operationMs: 0 }],
  ['QUERY_TOO_COSTLY', { steps: 500 }],
  ['ANSWER_TOO_LONG', { answerBytes: 20_000 }],
])('past a limit it ends with %s alone', async (code, limits) => {
  const work = new OperationWork({ ...FREE, ...limits }, new Scheduler());
  const { errors } = await graphql({ schema: nested(), source, contextValue: { work } });
  expect(givenUpAmong(errors)?.extensions['code']).toBe(code);
  expect(givenUpAmong(errors)?.message).toContain('what it was to record may be there');
});

test('fields that are many let others go first, and are all answered', async () => {
  const clock = { ms: 0 };
  const scheduler = new Scheduler(() => clock.ms);
  let others = 0;
  let asked = 0;
  const schema = nested(() => {
    asked += 1;
    clock.ms += 1;
    if (asked === 1) setImmediate(() => (others = asked));
  });
  const { data, errors } = await graphql({
    schema,
    source,
    contextValue: { work: new OperationWork(FREE, scheduler) },
  });
  expect(errors).toBeUndefined();
  expect(JSON.stringify(data).match(/xxx"/g)).toHaveLength(1000);
  expect(asked).toBe(111);
  expect(others).toBeLessThan(20);
});
