// Known queries past Apollo: on random queries the compiled answer is the one that graphql-js gives, byte by byte.
import { execute, getOperationAST, parse, validate, type DocumentNode, type GraphQLSchema } from 'graphql';
import { beforeAll, describe, expect, test } from 'vitest';
import type { RequestContext } from '../../../src/graphql/context.js';
import { CompiledRead } from '../../../src/graphql/reads/compiled-read.js';
import { LIMITS } from '../../../src/graphql/request-limits.js';
import { buildHearsaySchema } from '../../../src/graphql/schema.js';
import type { Ledger } from '../../../src/journal/ledger.js';
import { openLoadedLedger } from '../../fixtures/loaded-ledger.js';
import { Random } from '../../../scripts/fuzz/random.js';
import { RandomQueries, type Pools } from './random-query.js';

const QUERIES = 400;
/** Beyond what a client may ask for: the limits are not what is tested here. */
const FREE = { ...LIMITS, cost: Infinity };

let schema: GraphQLSchema;
let ledger: Ledger;
const contextFor = (): RequestContext => ({ ledger, by: 'Tess', scope: 'admin' });

beforeAll(async () => {
  schema = await buildHearsaySchema();
  ({ ledger } = await openLoadedLedger());
});

const compile = (document: DocumentNode): CompiledRead => {
  const operation = getOperationAST(document);
  if (!operation) throw new Error('a query has an operation');
  return new CompiledRead(schema, document, operation, FREE);
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
        text = await compile(document).answer(contextFor(), variables).text;
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

  test('a query beyond the limits that hang on variables', () => {
    const document = parse('query ($n: Int) { claims(first: $n) { nodes { id } } }');
    const operation = getOperationAST(document);
    const read = operation && new CompiledRead(schema, document, operation, { ...LIMITS, cost: 5030 });
    expect(() => read?.answer(contextFor(), { n: 5 })).not.toThrow();
    expect(() => read?.answer(contextFor(), { n: 50 })).toThrow('could answer');
  });
});
