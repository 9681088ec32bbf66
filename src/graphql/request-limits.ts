// What a request may ask for at most, apart from the budgets that walks keep themselves. Each limit refuses with a code.
import {
  GraphQLError,
  Kind,
  type ASTVisitor,
  type FragmentDefinitionNode,
  type SelectionSetNode,
  type ValidationContext,
} from 'graphql';

export const LIMITS = {
  /** Bytes of a body or of a WebSocket message. */
  bodyBytes: 1_000_000,
  /** Lexical tokens of a document. */
  tokens: 5000,
  /** Fields inside fields. */
  depth: 12,
  /** Selections once fragments are spread out. */
  selections: 5000,
  /** Problems of one document that are told. */
  validationErrors: 3,
  /** Fields that could be answered, lists counted at the length asked for. */
  cost: 250_000,
  /** What each field at the top counts by itself: it may walk or search. */
  rootFieldCost: 5000,
} as const;

/** Validation rule: refuses operations nested deeper than the limit. Introspection has a rule of its own in graphql-js. */
export function depthRule(context: ValidationContext): ASTVisitor {
  const depths = new Map<FragmentDefinitionNode, number>();
  const depthOf = (set: SelectionSetNode | undefined): number =>
    Math.max(
      0,
      ...(set?.selections ?? []).map(selection => {
        if (selection.kind === Kind.FIELD) {
          return selection.name.value.startsWith('__') ? 0 : 1 + depthOf(selection.selectionSet);
        }
        return selection.kind === Kind.INLINE_FRAGMENT
          ? depthOf(selection.selectionSet)
          : fragmentDepth(context.getFragment(selection.name.value));
      }),
    );
  const fragmentDepth = (fragment: FragmentDefinitionNode | null | undefined): number => {
    if (!fragment) return 0;
    const known = depths.get(fragment);
    if (known !== undefined) return known;
    // Set before descending: a ring of fragments ends here, and another rule names it.
    depths.set(fragment, 0);
    const depth = depthOf(fragment.selectionSet);
    depths.set(fragment, depth);
    return depth;
  };
  return {
    OperationDefinition(node) {
      const depth = depthOf(node.selectionSet);
      if (depth <= LIMITS.depth) return;
      const found = `The operation is nested ${depth} fields deep, at most ${LIMITS.depth} are allowed`;
      context.reportError(new GraphQLError(`${found}: ask in several requests.`, { nodes: node }));
    },
  };
}
