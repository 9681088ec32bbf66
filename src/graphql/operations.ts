// Finds operations by name in GraphQL documents that are files, such as the ready examples.
import { GraphQLError, Kind, parse, print, separateOperations, type DocumentNode } from 'graphql';
import { InvalidInput } from '../domain/refusal.js';

/** Names of the operations of a document, in their order. Unnamed ones are left out. */
export const operationNames = (text: string, file: string): string[] =>
  read(text, file).definitions.flatMap(definition =>
    definition.kind === Kind.OPERATION_DEFINITION && definition.name ? [definition.name.value] : [],
  );

/** One operation with the fragments it uses, or null where the document has none of that name. */
export function findOperation(text: string, file: string, name: string): string | null {
  const operations = separateOperations(read(text, file));
  const found = Object.hasOwn(operations, name) ? operations[name] : undefined;
  return found ? print(found) : null;
}

/** @throws InvalidInput in the place of the first slip. */
function read(text: string, file: string): DocumentNode {
  try {
    return parse(text);
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const { line, column } = error.locations?.[0] ?? { line: 1, column: 1 };
    throw new InvalidInput(`${file}:${line}:${column}: ${error.message}`, { file, line, column });
  }
}
