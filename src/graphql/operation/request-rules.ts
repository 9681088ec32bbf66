// Validation rules that limit the size of a document, before anything is worked out.
import {
  GraphQLError,
  Kind,
  type ASTNode,
  type ASTVisitor,
  type FragmentDefinitionNode,
  type SelectionSetNode,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';
import type { Limits } from './request-limits.js';

/** The rules for documents; each error names its limit in `extensions.limit`. */
export const limitRules = (limits: Limits): readonly ValidationRule[] => [
  depthRule(limits),
  selectionsRule(limits),
  countingRule('aliases', limits.aliases, node => node.kind === Kind.FIELD && node.alias !== undefined),
  countingRule('directives', limits.directives, node => node.kind === Kind.DIRECTIVE),
];

/** Refuses operations nested deeper than the limit. Introspection has a rule of its own in graphql-js. */
export const depthRule =
  ({ depth: most }: Pick<Limits, 'depth'>): ValidationRule =>
  context => {
    const depthOf = measure(context, selections => Math.max(0, ...selections));
    return operations(context, 'depth', node => {
      const depth = depthOf(node);
      return depth > most && `The operation is nested ${depth} fields deep, at most ${most} are allowed`;
    });
  };

/** Refuses operations that grow past the limit once their fragments are spread out. */
const selectionsRule =
  ({ selections: most }: Limits): ValidationRule =>
  context => {
    const countOf = measure(context, selections => selections.reduce((sum, count) => sum + count, 0));
    return operations(context, 'selections', node => {
      const count = countOf(node);
      return count > most && `The operation spreads out to ${count} fields, at most ${most} are allowed`;
    });
  };

/** Reports what `find` says of an operation. */
const operations = (
  context: ValidationContext,
  limit: keyof Limits,
  find: (set: SelectionSetNode) => string | false,
): ASTVisitor => ({
  OperationDefinition(node) {
    const found = find(node.selectionSet);
    if (found) context.reportError(tooMuch(limit, `${found}: ask in several requests.`, node));
  },
});

/** Each field counts one more than what is inside it, put together by `join`; each fragment is looked at once. */
function measure(
  context: ValidationContext,
  join: (inside: readonly number[]) => number,
): (set: SelectionSetNode) => number {
  const known = new Map<FragmentDefinitionNode, number>();
  const ofSet = (set: SelectionSetNode | undefined, inline = 0): number =>
    join(
      (set?.selections ?? []).map(selection => {
        // An inline fragment right inside another counts as a field: nobody needs a thousand of them.
        if (selection.kind === Kind.INLINE_FRAGMENT) return inline + ofSet(selection.selectionSet, 1);
        if (selection.kind === Kind.FRAGMENT_SPREAD)
          return ofFragment(context.getFragment(selection.name.value));
        return selection.name.value.startsWith('__') ? 0 : 1 + ofSet(selection.selectionSet);
      }),
    );
  const ofFragment = (fragment: FragmentDefinitionNode | null | undefined): number => {
    if (!fragment) return 0;
    const before = known.get(fragment);
    if (before !== undefined) return before;
    // Set before descending: a ring of fragments ends here, and another rule names it.
    known.set(fragment, 0);
    const size = ofSet(fragment.selectionSet);
    known.set(fragment, size);
    return size;
  };
  return ofSet;
}

/** Refuses documents with more nodes of a sort than the limit; says so once. */
const countingRule =
  (limit: 'aliases' | 'directives', most: number, counts: (node: ASTNode) => boolean): ValidationRule =>
  context => {
    let count = 0;
    return {
      enter(node) {
        if (!counts(node)) return;
        count += 1;
        if (count !== most + 1) return;
        const found = `The document has more than ${most} ${limit}`;
        context.reportError(tooMuch(limit, `${found}: ask in several requests.`, node));
      },
    };
  };

const tooMuch = (limit: keyof Limits, message: string, node: ASTNode): GraphQLError =>
  new GraphQLError(message, { nodes: node, extensions: { limit } });
