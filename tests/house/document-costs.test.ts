// What we ask ourselves stays well below what a request may cost, with the longest pages there are.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Kind, parse, type DocumentNode, type OperationDefinitionNode } from 'graphql';
import { expect, test } from 'vitest';
import { operationCost } from '../../src/graphql/operation/request-cost.js';
import { LIMITS } from '../../src/graphql/operation/request-limits.js';
import { buildHearsaySchema } from '../../src/graphql/schema.js';

const EXPLORER = 'src/web/explorer';
const MOST_HOPS = 8;

/** The explorer's documents are made of one another's fragments. */
const explorer = documentOf(
  readdirSync(EXPLORER, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.graphql'))
    .map(name => join(EXPLORER, name)),
);
const examples = documentOf(['schema/examples.graphql']);

function documentOf(files: readonly string[]): DocumentNode {
  const definitions = files.flatMap(file => parse(readFileSync(file, 'utf8')).definitions);
  return { kind: Kind.DOCUMENT, definitions };
}

const operationsOf = ({ definitions }: DocumentNode): readonly OperationDefinitionNode[] =>
  definitions.filter(definition => definition.kind === Kind.OPERATION_DEFINITION);

/** Whatever takes a number is given as much as there can be. */
const longest = ({ variableDefinitions = [] }: OperationDefinitionNode): Record<string, number> =>
  Object.fromEntries(
    variableDefinitions.map(({ variable: { name } }) => [
      name.value,
      name.value === 'maxHops' ? MOST_HOPS : LIMITS.pageRows,
    ]),
  );

const asked = [explorer, examples].flatMap(document =>
  operationsOf(document).map(operation => ({ document, operation, name: operation.name?.value })),
);

test('all documents are looked at', () => {
  expect(asked.length).toBeGreaterThan(60);
});

test.each(asked)('$name costs less than half of what it may', async ({ document, operation }) => {
  const schema = await buildHearsaySchema();
  expect(operationCost(schema, document, operation, longest(operation))).toBeLessThan(LIMITS.cost / 2);
});
