// How logs and metrics name an operation: what kind it is, what its sender calls it, and a short hash of its document.
import { createHash } from 'node:crypto';
import type { OperationDefinitionNode } from 'graphql';

export type OperationType = 'query' | 'mutation' | 'subscription' | 'none';

export interface NamedOperation {
  readonly operation: OperationType;
  /** As in the document, cut after 60 letters; null where it has none. A name of GraphQL has letters, digits and `_` only. */
  readonly name: string | null;
  /** The first 8 hex digits of the document's SHA-256. The same text has the same hash on every server, and after a restart. */
  readonly document: string;
}

const LONGEST_NAME = 60;

/** @param text the whole document as it was sent. Costs one hash of it. */
export const nameOperation = (
  { operation, name }: Pick<OperationDefinitionNode, 'operation' | 'name'>,
  text: string,
): NamedOperation => ({
  operation,
  name: name?.value.slice(0, LONGEST_NAME) ?? null,
  document: createHash('sha256').update(text).digest('hex').slice(0, 8),
});
