// A typed document as text that runs by itself: its variables are replaced by what they stand for.
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { Kind, print, visit, type ValueNode } from 'graphql';

/** Values may be texts, whole numbers, booleans, null, and lists and objects of them. Fields whose variable is not given go. */
export function inlinedQuery<Variables extends object>(
  document: TypedDocumentNode<unknown, Variables>,
  variables: Variables,
): string {
  const values = new Map<string, unknown>(Object.entries(variables));
  const isGiven = (value: ValueNode): boolean =>
    value.kind !== Kind.VARIABLE || values.get(value.name.value) !== undefined;
  return print(
    visit(document, {
      OperationDefinition: node => ({ ...node, variableDefinitions: [] }),
      Argument: node => (isGiven(node.value) ? undefined : null),
      Variable: { leave: node => valueNode(values.get(node.name.value)) },
    }),
  );
}

function valueNode(value: unknown): ValueNode {
  if (typeof value === 'string') return { kind: Kind.STRING, value };
  if (typeof value === 'number') return { kind: Kind.INT, value: String(value) };
  if (typeof value === 'boolean') return { kind: Kind.BOOLEAN, value };
  if (Array.isArray(value)) return { kind: Kind.LIST, values: value.map(valueNode) };
  if (typeof value !== 'object' || value === null) return { kind: Kind.NULL };
  return {
    kind: Kind.OBJECT,
    fields: Object.entries(value).map(([name, of]) => ({
      kind: Kind.OBJECT_FIELD,
      name: { kind: Kind.NAME, value: name },
      value: valueNode(of),
    })),
  };
}
