// Which fields of an object a selection asks for: fragments opened, conditions decided, fields of one name put together.
import {
  Kind,
  isAbstractType,
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';

export type Variables = Readonly<Record<string, unknown>>;

/** All that is asked for under one name of the answer. */
export interface SelectedField {
  /** Its name in the answer. */
  readonly key: string;
  readonly nodes: readonly [FieldNode, ...FieldNode[]];
}

/** Selections of a valid document, with the variables that its conditions hang on. */
export class Selections {
  private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;

  constructor(
    private readonly schema: GraphQLSchema,
    document: DocumentNode,
    private readonly variables: Variables,
  ) {
    const fragments = document.definitions.filter(d => d.kind === Kind.FRAGMENT_DEFINITION);
    this.fragments = new Map(fragments.map(fragment => [fragment.name.value, fragment]));
  }

  /** In the order of the answer, which is that of their first mention. */
  of(type: GraphQLObjectType, sets: readonly SelectionSetNode[]): readonly SelectedField[] {
    const found = new Map<string, [FieldNode, ...FieldNode[]]>();
    const opened = new Set<string>();
    for (const set of sets) this.collect(type, set, found, opened);
    return [...found].map(([key, nodes]) => ({ key, nodes }));
  }

  private collect(
    type: GraphQLObjectType,
    { selections }: SelectionSetNode,
    found: Map<string, [FieldNode, ...FieldNode[]]>,
    opened: Set<string>,
  ): void {
    for (const selection of selections) {
      if (!this.isIncluded(selection.directives)) continue;
      if (selection.kind === Kind.FIELD) {
        const key = selection.alias?.value ?? selection.name.value;
        const same = found.get(key);
        if (same) same.push(selection);
        else found.set(key, [selection]);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        const { typeCondition, selectionSet } = selection;
        if (this.applies(typeCondition?.name.value, type)) this.collect(type, selectionSet, found, opened);
      } else {
        const fragment = this.fragments.get(selection.name.value);
        if (!fragment || opened.has(selection.name.value)) continue;
        opened.add(selection.name.value);
        if (this.applies(fragment.typeCondition.name.value, type))
          this.collect(type, fragment.selectionSet, found, opened);
      }
    }
  }

  private applies(condition: string | undefined, type: GraphQLObjectType): boolean {
    if (condition === undefined || condition === type.name) return true;
    const wanted = this.schema.getType(condition);
    return isAbstractType(wanted) && this.schema.isSubType(wanted, type);
  }

  private isIncluded(directives: readonly DirectiveNode[] = []): boolean {
    return directives.every(({ name, arguments: given }) => {
      if (name.value !== 'skip' && name.value !== 'include') return true;
      const value = given?.[0]?.value;
      const holds =
        value?.kind === Kind.VARIABLE
          ? this.variables[value.name.value] === true
          : value?.kind === Kind.BOOLEAN && value.value;
      return holds === (name.value === 'include');
    });
  }
}
