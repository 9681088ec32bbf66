// Reckons how many fields an operation could answer before it is run, counting lists at the length it asks for.
import {
  getNamedType,
  GraphQLError,
  isCompositeType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type VariableDefinitionNode,
} from 'graphql';
import type { ErrorCode } from './error-codes.js';
import { LIMITS, type Limits } from './request-limits.js';

/** Arguments that set how many there will be. A list without one counts as one item: it is short, or walks keep its budget. */
const LENGTHS = ['first', 'limit'];
/** The one of them that asks for a page. */
const PAGE = 'first';

type Variables = Readonly<Record<string, unknown>>;

/**
 * Does nothing where an operation stays within the limits of cost and of pages. Linear in the document.
 * @throws GraphQLError with code QUERY_TOO_COSTLY, or INVALID_INPUT for too long a page.
 */
export function refuseCostly(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Variables = {},
  limits: Limits = LIMITS,
): void {
  const { cost, longestPage } = reckon(schema, document, operation, variables, limits);
  if (cost > limits.cost) {
    const found = `The operation could answer ${cost} fields, at most ${limits.cost} are allowed`;
    const counted = `each field at the top counts ${limits.rootFieldCost}, each list at the length asked for`;
    throw refused('QUERY_TOO_COSTLY', `${found} (${counted}): ask for fewer or smaller lists.`, operation, {
      limit: 'cost',
    });
  }
  if (longestPage <= limits.pageRows) return;
  const wanted = `give a whole number from 0 to ${limits.pageRows}`;
  throw refused('INVALID_INPUT', `\`first\` is ${longestPage}: ${wanted}.`, operation, {
    limit: 'pageRows',
    field: [PAGE],
  });
}

const refused = (
  code: ErrorCode,
  message: string,
  nodes: OperationDefinitionNode,
  found: { readonly limit: keyof Limits; readonly field?: readonly string[] },
): GraphQLError =>
  new GraphQLError(message, { nodes, extensions: { code, ...found, http: { status: 400 } } });

/** An upper bound of the fields an operation answers, as far as its list arguments tell. */
export const operationCost = (
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Variables,
): number => reckon(schema, document, operation, variables, LIMITS).cost;

function reckon(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Variables,
  limits: Limits,
): { cost: number; longestPage: number } {
  const root = schema.getRootType(operation.operation);
  if (!root) return { cost: 0, longestPage: 0 };
  const costing = new Costing(schema, document, { ...defaultsOf(operation), ...variables });
  const cost = costing.ofSelections(operation.selectionSet, root, limits.rootFieldCost);
  return { cost, longestPage: costing.longestPage };
}

const defaultsOf = (operation: OperationDefinitionNode): Variables =>
  Object.fromEntries(
    (operation.variableDefinitions ?? []).map(definition => [
      definition.variable.name.value,
      valueOfDefault(definition),
    ]),
  );

/** The whole number that a variable has where none is given; undefined where it has none. */
export const valueOfDefault = ({ defaultValue }: VariableDefinitionNode): number | undefined =>
  defaultValue?.kind === Kind.INT ? Number(defaultValue.value) : undefined;

class Costing {
  /** The largest `first` met so far. */
  longestPage = 0;
  private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  private readonly fragmentCosts = new Map<string, number>();

  constructor(
    private readonly schema: GraphQLSchema,
    document: DocumentNode,
    private readonly variables: Variables,
  ) {
    const fragments = document.definitions.filter(d => d.kind === Kind.FRAGMENT_DEFINITION);
    this.fragments = new Map(fragments.map(fragment => [fragment.name.value, fragment]));
  }

  ofSelections(set: SelectionSetNode, type: GraphQLCompositeType, perField = 1): number {
    let cost = 0;
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) cost += this.ofField(selection, type, perField);
      else if (selection.kind === Kind.FRAGMENT_SPREAD)
        cost += this.ofFragment(selection.name.value, perField);
      else {
        const inner = this.typeNamed(selection.typeCondition?.name.value) ?? type;
        cost += this.ofSelections(selection.selectionSet, inner, perField);
      }
    }
    return cost;
  }

  /** Reckoned once, so that fragments which spread each other twice do not double the work each time. */
  private ofFragment(name: string, perField: number): number {
    const key = `${name} ${perField}`;
    const known = this.fragmentCosts.get(key);
    if (known !== undefined) return known;
    const fragment = this.fragments.get(name);
    const type = fragment && this.typeNamed(fragment.typeCondition.name.value);
    const cost = fragment && type ? this.ofSelections(fragment.selectionSet, type, perField) : 0;
    this.fragmentCosts.set(key, cost);
    return cost;
  }

  private ofField(node: FieldNode, parent: GraphQLCompositeType, perField: number): number {
    const field = 'getFields' in parent ? parent.getFields()[node.name.value] : undefined;
    const type = field && getNamedType(field.type);
    if (!type || !node.selectionSet || !isCompositeType(type)) return perField;
    return perField + this.lengthOf(node, field) * this.ofSelections(node.selectionSet, type);
  }

  private lengthOf(node: FieldNode, field: GraphQLField<unknown, unknown>): number {
    const definition = field.args.find(arg => LENGTHS.includes(arg.name));
    if (!definition) return 1;
    const given = node.arguments?.find(arg => arg.name.value === definition.name)?.value;
    const value =
      given?.kind === Kind.VARIABLE
        ? this.variables[given.name.value]
        : given?.kind === Kind.INT
          ? Number(given.value)
          : undefined;
    const length = value ?? definition.defaultValue;
    if (typeof length !== 'number') return 1;
    if (definition.name === PAGE) this.longestPage = Math.max(this.longestPage, length);
    return length > 1 ? length : 1;
  }

  private typeNamed(name: string | undefined): GraphQLCompositeType | undefined {
    const type = name === undefined ? undefined : this.schema.getType(name);
    return isCompositeType(type) ? type : undefined;
  }
}
