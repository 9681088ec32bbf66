// Known queries past Apollo: on random queries the compiled answer is the one that graphql-js gives, byte by byte.
import { execute, getOperationAST, parse, validate, type DocumentNode, type GraphQLSchema } from 'graphql';
import { beforeAll, describe, expect, test } from 'vitest';
import { CompiledRead } from '../../../src/graphql/compiled/compiled-read.js';
import { TextBudget } from '../../../src/graphql/compiled/written-texts.js';
import type { Admitted } from '../../../src/graphql/compiled/read-run.js';
import { Admission } from '../../../src/graphql/operation/admission.js';
import type { NamedOperation } from '../../../src/graphql/operation/named-operation.js';
import { RateLimit } from '../../../src/graphql/operation/rate-limit.js';
import { Scheduler } from '../../../src/graph/work/scheduler.js';
import { freeWork } from '../../fixtures/free-work.js';
import { LIMITS, type Limits } from '../../../src/graphql/operation/request-limits.js';
import { buildHearsaySchema } from '../../../src/graphql/schema.js';
import type { Ledger } from '../../../src/journal/ledger.js';
import { openLoadedLedger } from '../../fixtures/loaded-ledger.js';
import { Random } from '../../../scripts/fuzz/random.js';
import { RandomQueries, type Pools } from './random-query.js';

const QUERIES = 400;
const UNNAMED: NamedOperation = { operation: 'query', name: null, document: '' };
/** What a client may ask for: the limits are not what is tested here. */
const admissionBy = (limits: Partial<Limits>): Admission =>
  new Admission({ ...LIMITS, ...limits }, new Scheduler(), new RateLimit(0));
const FREE = admissionBy({ cost: Infinity });

let schema: GraphQLSchema;
let ledger: Ledger;
const contextFor = (): Admitted => ({ ledger, by: 'Tess', scope: 'admin', work: freeWork() });

beforeAll(async () => {
  schema = await buildHearsaySchema();
  ({ ledger } = await openLoadedLedger());
});

const compile = (document: DocumentNode): CompiledRead => {
  const operation = getOperationAST(document);
  if (!operation) throw new Error('a query has an operation');
  return new CompiledRead(schema, document, operation, FREE, new TextBudget(), UNNAMED);
};

const slow = async (document: DocumentNode, variableValues: Readonly<Record<string, unknown>>) =>
  execute({ schema, document, contextValue: contextFor(), variableValues });

function pools(): Pools {
  const { graph } = ledger;
  const entities = [...graph.entities()].map(({ entity }) => entity.id);
  const claims = [...graph.claims()].map(({ claim }) => claim.id);
  const sources = [...graph.sources()].map(({ source }) => source.id);
  const roles = [...graph.entities()]
    .filter(({ entity }) => entity.kind === 'ROLE')
    .map(({ entity }) => entity.id);
  const attestations = claims
    .flatMap(id => graph.attestationsOf(id))
    .map(({ attestation }) => attestation.id);
  return {
    id: [...entities, ...claims, ...sources, ...attestations, 'entity:nobody'],
    ids: [...entities, ...claims],
    of: entities,
    from: entities,
    to: entities,
    about: entities,
    subject: entities,
    object: entities,
    entity: entities,
    party: entities,
    role: roles,
    claim: claims,
    source: sources,
    predicate: graph.vocabulary.predicates.map(({ id }) => id),
    predicates: graph.vocabulary.predicates.map(({ id }) => id),
    text: ['choe', 'Kim', '최룡해', 'putin', 'Москва'],
    Int: [0, 1, 2, 3, 5],
    Boolean: [true, false],
    Edtf: ['2014-11', '2014', '2014-11-18/2014-11-25'],
    DateTime: ['2026-01-01T00:00:00Z'],
    String: ['choe'],
  };
}

test.each([20_141_118, Date.now() % 1_000_000_000])(
  `${QUERIES} random queries are answered alike, seed %i`,
  async seed => {
    const queries = new RandomQueries(schema, pools(), new Random(seed));
    const seen = { alike: 0, left: 0, characters: 0 };
    for (let count = 0; count < QUERIES; count += 1) {
      const { query, variables } = queries.next();
      const document = parse(query);
      // Two fields of one name that differ in their arguments: not every random query is a valid one.
      if (validate(schema, document).length > 0) continue;
      const expected = await slow(document, variables);
      let text: string | null = null;
      try {
        const read = compile(document);
        text = await read.answer(contextFor(), variables).text;
        // The second time with the texts of parts that were kept.
        expect(await read.answer(contextFor(), variables).text).toBe(text);
      } catch (error) {
        seen.left += 1;
        if (!expected.errors) expect({ seed, query, variables, why: String(error) }).toBeNull();
      }
      if (text === null) continue;
      seen.alike += 1;
      seen.characters += text.length;
      if (text !== `${JSON.stringify(expected)}\n`)
        expect({ seed, query, variables, text }).toEqual({
          seed,
          query,
          variables,
          text: `${JSON.stringify(expected)}\n`,
        });
    }
    // Else it would have compared refusals, or nothing.
    expect(seen.alike).toBeGreaterThan(QUERIES / 4);
    expect(seen.characters).toBeGreaterThan(QUERIES * 50);
  },
  120_000,
);

test('a part that was written before tells what was recorded since, in views of the past too', async () => {
  const { ledger: later } = await openLoadedLedger();
  const context = (): Admitted => ({ ledger: later, by: 'Tess', scope: 'admin', work: freeWork() });
  const id = 'entity:known-by-name';
  await later.execute({ type: 'AddEntity', id, kind: 'TOPIC', label: 'Q1', provisional: true }, 'Tess');
  const { seq } = later.graph;
  const read = compile(
    parse('query ($id: ID!, $view: ViewInput) { entity(id: $id, view: $view) { label kind } }'),
  );
  const labelNow = async (): Promise<unknown> =>
    JSON.parse(await read.answer(context(), { id, view: { knownAtSeq: seq } }).text);
  expect(await labelNow()).toEqual({ data: { entity: { label: 'Q1', kind: 'TOPIC' } } });
  await later.execute({ type: 'AddEntity', id, kind: 'STATE', label: 'Atlantis' }, 'Tess');
  expect(await labelNow()).toEqual({ data: { entity: { label: 'Atlantis', kind: 'STATE' } } });
});

test('a small budget empties the texts, and the answers stay the same', async () => {
  const document = parse(
    '{ claims(first: 50) { nodes { id sentence subject { label } support { independent } } } }',
  );
  const operation = getOperationAST(document);
  if (!operation) throw new Error('a query has an operation');
  const read = new CompiledRead(schema, document, operation, FREE, new TextBudget(500), UNNAMED);
  const expected = `${JSON.stringify(await slow(document, {}))}\n`;
  for (let time = 0; time < 3; time += 1) expect(await read.answer(contextFor(), {}).text).toBe(expected);
});

test('a nest of fields of many possible types is compiled in no more than its own size', () => {
  let query = 'label';
  for (let depth = 0; depth < 4; depth += 1)
    query = `label claims { nodes { subject { ${query} } object { ${query} } } }`;
  // Gone through for each of seven types at each depth, it would not end.
  const read = compile(parse(`{ entity(id: "entity:nobody") { ${query} } }`));
  expect(read.answer(contextFor(), {}).text).toBe('{"data":{"entity":null}}\n');
});

describe('what is left to Apollo', () => {
  test.each([
    ['an entity that is not there is null', '{ entity(id: "entity:nobody") { id } }', null],
    ['a refusal', '{ neighborhood(of: "entity:nobody") { entities { id } } }', 'throws'],
    ['the schema’s own description', '{ __schema { types { name } } }', 'throws'],
    ['a page that cannot be given', '{ claims(first: -1) { totalCount } }', 'throws'],
  ])('%s', async (_, query, outcome) => {
    const run = async () => compile(parse(query)).answer(contextFor(), {}).text;
    if (outcome === 'throws') await expect(run()).rejects.toThrow();
    else expect(JSON.parse(await run())).toEqual({ data: { entity: null } });
  });

  test('variables that do not fit', () => {
    const read = compile(parse('query ($id: ID!) { entity(id: $id) { id } }'));
    expect(() => read.answer(contextFor(), {})).toThrow();
  });

  test.each([
    ['query ($n: Int) { claims(first: $n) { nodes { id } } }', { n: 5 }, { n: 50 }],
    // Where it is not given, a variable has its default.
    ['query ($n: Int = 50) { claims(first: $n) { nodes { id } } }', { n: 5 }, {}],
  ])('a query beyond the limits that hang on variables: %s', (query, cheap, costly) => {
    const document = parse(query);
    const operation = getOperationAST(document);
    const admission = admissionBy({ cost: 5030 });
    const read =
      operation && new CompiledRead(schema, document, operation, admission, new TextBudget(), UNNAMED);
    expect(() => read?.admit(contextFor(), cheap)).not.toThrow();
    expect(() => read?.admit(contextFor(), costly)).toThrow('could answer');
  });

  test('a query beyond the limits by the default of a variable, after it was asked with less', () => {
    const around = 'neighborhood(of: "entity:choe-moscow-2014/choe", limit: $n) { claims { id } }';
    const document = parse(`query ($n: Int = 1000) { ${around} }`);
    const operation = getOperationAST(document);
    const admission = admissionBy({ cost: 5500 });
    const read =
      operation && new CompiledRead(schema, document, operation, admission, new TextBudget(), UNNAMED);
    expect(() => read?.admit(contextFor(), { n: 100 })).not.toThrow();
    expect(() => read?.admit(contextFor(), {})).toThrow('could answer 6001 fields');
    // None at all means the schema's default, whatever the variable's is.
    expect(() => read?.admit(contextFor(), { n: null })).not.toThrow();
  });
});
