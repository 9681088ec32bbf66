// Estimates how many fields an operation can answer before it is run: every list counts with the length it can have.
import {
  getNamedType,
  getNullableType,
  GraphQLError,
  isCompositeType,
  isListType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import type { ErrorCode } from '../errors/error-codes.js';
import { lengthOf, lengthOfDefault, literalItems, type Length } from './given-items.js';
import { LENGTH_NAMES, statedSize, type LengthName, type Lengths } from '../words/list-size.js';
import { LIMITS, type Limits } from './request-limits.js';

/** The argument that asks for a page. */
const PAGE = 'first';

type Variables = Readonly<Record<string, unknown>>;
/** What each item of a list counts that a field is given: reading one takes about as long as answering so many fields. */
const GIVEN_ITEM = 20;
/** At the top nothing is asked for yet. */
const NO_LENGTHS: Lengths = { first: 1, limit: 1, maxHops: 1 };

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
    const counted = `each field at the top counts ${limits.rootFieldCost}, each list at the length asked for, else at its default or at its most, each item given in a list ${GIVEN_ITEM}`;
    const advice = 'ask for fewer or smaller lists, or send what is given in several requests';
    throw refused('QUERY_TOO_COSTLY', `${found} (${counted}): ${advice}.`, operation, { limit: 'cost' });
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

/** An upper bound of the fields that an operation answers, from its list arguments. */
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
  const costing = new Costing(schema, document, lengthsIn(operation, variables));
  const cost = costing.ofSelections(operation.selectionSet, root, limits.rootFieldCost);
  return { cost, longestPage: costing.longestPage };
}

function lengthsIn(operation: OperationDefinitionNode, given: Variables): Readonly<Record<string, Length>> {
  const definitions = operation.variableDefinitions ?? [];
  return Object.fromEntries(
    definitions.map(definition => {
      const name = definition.variable.name.value;
      const value = Object.hasOwn(given, name) ? given[name] : undefined;
      return [name, value === undefined ? lengthOfDefault(definition) : lengthOf(value)];
    }),
  );
}

class Costing {
  /** The largest `first` met so far. */
  longestPage = 0;
  private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  private readonly fragmentCosts = new Map<string, number>();

  constructor(
    private readonly schema: GraphQLSchema,
    document: DocumentNode,
    private readonly variables: Readonly<Record<string, Length>>,
  ) {
    const fragments = document.definitions.filter(d => d.kind === Kind.FRAGMENT_DEFINITION);
    this.fragments = new Map(fragments.map(fragment => [fragment.name.value, fragment]));
  }

  ofSelections(
    set: SelectionSetNode,
    type: GraphQLCompositeType,
    perField = 1,
    around: Lengths = NO_LENGTHS,
  ): number {
    let cost = 0;
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) cost += this.ofField(selection, type, perField, around);
      else if (selection.kind === Kind.FRAGMENT_SPREAD)
        cost += this.ofFragment(selection.name.value, perField, around);
      else {
        const inner = this.typeNamed(selection.typeCondition?.name.value) ?? type;
        cost += this.ofSelections(selection.selectionSet, inner, perField, around);
      }
    }
    return cost;
  }

  /** Reckoned once, so that fragments which spread each other twice do not double the work each time. */
  private ofFragment(name: string, perField: number, around: Lengths): number {
    const key = [name, perField, ...LENGTH_NAMES.map(length => around[length])].join(' ');
    const known = this.fragmentCosts.get(key);
    if (known !== undefined) return known;
    const fragment = this.fragments.get(name);
    const type = fragment && this.typeNamed(fragment.typeCondition.name.value);
    const cost = fragment && type ? this.ofSelections(fragment.selectionSet, type, perField, around) : 0;
    this.fragmentCosts.set(key, cost);
    return cost;
  }

  /** What returns an object with lists in it, as a connection does, takes their length; they count it, and it does not. */
  private ofField(node: FieldNode, parent: GraphQLCompositeType, perField: number, around: Lengths): number {
    const field = 'getFields' in parent ? parent.getFields()[node.name.value] : undefined;
    if (!field) return perField;
    const own = perField + GIVEN_ITEM * this.givenItems(node);
    const isList = isListType(getNullableType(field.type));
    const asked = this.lengthsOf(node, field, isList);
    const lengths = { ...around, ...asked };
    const most = isList ? (asked.first ?? asked.limit ?? sizeOf(field, lengths)) : null;
    const type = getNamedType(field.type);
    if (!node.selectionSet || !isCompositeType(type)) return own + (most ?? 0);
    return own + (most ?? 1) * this.ofSelections(node.selectionSet, type, 1, lengths);
  }

  /** The lengths that a field takes, as they are asked for. */
  private lengthsOf(
    node: FieldNode,
    { args }: GraphQLField<unknown, unknown>,
    isList: boolean,
  ): Partial<Lengths> {
    const lengths: Partial<Record<LengthName, number>> = {};
    for (const definition of args) {
      const name = LENGTH_NAMES.find(length => length === definition.name);
      if (name === undefined) continue;
      const given = this.givenLength(node, name);
      const length = given ?? defaultOf(definition);
      // The default of a plain list is ours, and never refused.
      if (name === PAGE && (given !== null || !isList)) this.longestPage = Math.max(this.longestPage, length);
      lengths[name] = Math.max(1, length);
    }
    return lengths;
  }

  private givenItems({ arguments: given = [] }: FieldNode): number {
    return given.reduce((sum, { value }) => sum + literalItems(value, this.variables), 0);
  }

  /** Null where none is given, and where what is given is no number. */
  private givenLength(node: FieldNode, name: LengthName): number | null {
    const given = node.arguments?.find(arg => arg.name.value === name)?.value;
    if (given?.kind === Kind.INT) return Number(given.value);
    const value = given?.kind === Kind.VARIABLE ? this.variables[given.name.value] : null;
    return typeof value === 'number' ? value : null;
  }

  private typeNamed(name: string | undefined): GraphQLCompositeType | undefined {
    const type = name === undefined ? undefined : this.schema.getType(name);
    return isCompositeType(type) ? type : undefined;
  }
}

const defaultOf = ({ defaultValue }: GraphQLArgument): number =>
  typeof defaultValue === 'number' ? defaultValue : 1;

function sizeOf(field: GraphQLField<unknown, unknown>, lengths: Lengths): number {
  const size = statedSize(field);
  return Math.max(1, typeof size === 'function' ? size(lengths) : (size ?? 1));
}
