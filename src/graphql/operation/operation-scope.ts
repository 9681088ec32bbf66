// Decides whether the caller's scope allows an operation, before anything is run.
import {
  GraphQLError,
  Kind,
  OperationTypeNode,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { covers, declaredScope, type Scope } from '../auth/scope.js';
import type { ErrorCode } from '../errors/error-codes.js';

/**
 * Does nothing where the scope covers every field at the top of a valid operation.
 * @throws GraphQLError with code FORBIDDEN.
 */
export function refuseForbidden(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  held: Scope,
): void {
  for (const field of rootFields(document, operation.selectionSet)) {
    const demanded = demandedScope(schema, operation.operation, field);
    if (!covers(held, demanded)) throw forbidden(field, held, demanded);
  }
}

/** What is to change something and declares no scope demands the greatest. */
function demandedScope(schema: GraphQLSchema, kind: OperationTypeNode, name: string): Scope {
  const field = schema.getRootType(kind)?.getFields()[name];
  const declared = field ? declaredScope(field) : null;
  return declared ?? (kind === OperationTypeNode.MUTATION ? 'admin' : 'read');
}

/** Names of the fields at the top, those behind fragments and directives included. */
function rootFields(document: DocumentNode, top: SelectionSetNode): ReadonlySet<string> {
  const names = new Set<string>();
  // A set that is added to while it is walked: each fragment's selections are looked at once.
  const sets = new Set([top]);
  for (const { selections } of sets) {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) names.add(selection.name.value);
      else if (selection.kind === Kind.INLINE_FRAGMENT) sets.add(selection.selectionSet);
      else for (const set of fragmentSets(document, selection.name.value)) sets.add(set);
    }
  }
  return names;
}

const fragmentSets = (document: DocumentNode, name: string): SelectionSetNode[] =>
  document.definitions.flatMap(definition =>
    definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === name
      ? [definition.selectionSet]
      : [],
  );

function forbidden(field: string, held: Scope, demanded: Scope): GraphQLError {
  const advice = `ask with a token of scope ${demanded}`;
  return new GraphQLError(`\`${field}\` demands the scope ${demanded}, this token has ${held}: ${advice}.`, {
    extensions: { code: 'FORBIDDEN' satisfies ErrorCode, http: { status: 403 } },
  });
}
