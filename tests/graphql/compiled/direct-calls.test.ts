// What type-graphql puts before a method stays before it, and what rests on more than the journal is read each time.
import { execute, getOperationAST, parse, buildSchema as buildPlain, type GraphQLSchema } from 'graphql';
import { buildSchema, Query, Resolver, UseMiddleware } from 'type-graphql';
import { expect, test } from 'vitest';
import { Scheduler } from '../../../src/graph/work/scheduler.js';
import { ViewedGraph } from '../../../src/evidence/viewed-graph.js';
import { Admission } from '../../../src/graphql/operation/admission.js';
import { callDirectly } from '../../../src/graphql/compiled/direct-calls.js';
import { CompiledRead } from '../../../src/graphql/compiled/compiled-read.js';
import { TextBudget } from '../../../src/graphql/compiled/written-texts.js';
import type { NamedOperation } from '../../../src/graphql/operation/named-operation.js';
import { RateLimit } from '../../../src/graphql/operation/rate-limit.js';
import { LIMITS } from '../../../src/graphql/operation/request-limits.js';
import { freeWork } from '../../fixtures/free-work.js';
import { tinyWorld } from '../../fixtures/tiny-world.js';

const UNNAMED: NamedOperation = { operation: 'query', name: null, document: '' };

const refuse = (): never => {
  throw new Error('stopped by the middleware');
};

@Resolver()
class GuardedQueries {
  @Query(() => String)
  @UseMiddleware(refuse)
  guarded(): string {
    return 'secret';
  }

  @Query(() => String)
  open(): string {
    return 'open';
  }
}

@Resolver()
@UseMiddleware(refuse)
class GuardedAsAWhole {
  @Query(() => String)
  inside(): string {
    return 'secret';
  }
}

const compiled = (schema: GraphQLSchema, query: string) => {
  const document = parse(query);
  const operation = getOperationAST(document);
  if (!operation) throw new Error('a query has an operation');
  const admission = new Admission(LIMITS, new Scheduler(), new RateLimit(0));
  return new CompiledRead(schema, document, operation, admission, new TextBudget(), UNNAMED);
};

test.each(['guarded', 'inside'])('%s is not reached past who guards it', async name => {
  const schema = await buildSchema({
    resolvers: [GuardedQueries, GuardedAsAWhole],
    validate: false,
  });
  callDirectly(schema);
  const { data, errors } = await execute({ schema, document: parse(`{ ${name} }`), contextValue: {} });
  expect([data, errors?.length]).toEqual([null, 1]);
  const run = async () => compiled(schema, `{ ${name} }`).answer({ work: freeWork() } as never, {}).text;
  await expect(run()).rejects.toThrow();
  expect((await execute({ schema, document: parse('{ open }'), contextValue: {} })).data).toEqual({
    open: 'open',
  });
});

/** A thing that stands for a record, and counts how often it is looked at. */
function counting(extensions: object): GraphQLSchema {
  const schema = buildPlain(
    'interface Node { id: ID! } type Thing implements Node { id: ID! looks: Int! } type Query { thing: Thing }',
  );
  const viewed = new ViewedGraph(tinyWorld().world.graph());
  let looks = 0;
  const thing = {
    id: 'thing',
    record: {},
    viewed,
    get looks() {
      return (looks += 1);
    },
  };
  const query = schema.getQueryType()?.getFields()['thing'];
  const type = schema.getType('Thing');
  if (!query || !type || !('getFields' in type)) throw new Error('a schema has its types');
  query.extensions = { direct: () => thing };
  const field = type.getFields()['looks'];
  if (field) field.extensions = { ...extensions };
  return schema;
}

test.each([
  ['of a record is written once', {}, [1, 1]],
  ['that rests on more than the journal is read each time', { beyondJournal: true }, [1, 2]],
])('a plain member %s', async (_, extensions, expected) => {
  const read = compiled(counting(extensions), '{ thing { id looks } }');
  const looks: unknown[] = [];
  for (let time = 0; time < 2; time += 1) {
    const text = await read.answer({ work: freeWork() } as never, {}).text;
    looks.push((JSON.parse(text) as { data: { thing: { looks: number } } }).data.thing.looks);
  }
  expect(looks).toEqual(expected);
});
