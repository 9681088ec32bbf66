// Documents as long as the limits allow: for each field of the schema that leads on, the way to it, and then round and round through
// it to the greatest depth, every list as long as the cost admits.
import {
  getNamedType,
  isCompositeType,
  isEnumType,
  isListType,
  getNullableType,
  isNonNullType,
  isObjectType,
  parse,
  getOperationAST,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { operationCost } from '../../src/graphql/operation/request-cost.js';
import type { Limits } from '../../src/graphql/operation/request-limits.js';
import type { LongIds } from './long-world.js';

export interface HostileDocument {
  /** Type and field that it goes through. */
  readonly name: string;
  readonly query: string;
}

type Field = GraphQLField<unknown, unknown>;
/** Fields from one type to another. */
type Way = readonly { readonly on: GraphQLObjectType; readonly field: Field }[];

const LENGTHS = [100, 50, 20, 10, 5, 3, 2, 1];

/** One nested document for each field that leads on, and one with all aliases for each question. */
export function hostileDocuments(
  schema: GraphQLSchema,
  ids: LongIds,
  limits: Limits,
): readonly HostileDocument[] {
  const query = schema.getQueryType();
  if (!query) return [];
  const types = Object.values(schema.getTypeMap()).filter(
    type =>
      isObjectType(type) &&
      !type.name.startsWith('__') &&
      type !== schema.getMutationType() &&
      type !== schema.getSubscriptionType(),
  ) as GraphQLObjectType[];
  const nested = types.flatMap(type =>
    Object.values(type.getFields()).flatMap(field => {
      if (!isCompositeType(getNamedType(field.type))) return [];
      const to = type === query ? [] : wayBetween(schema, query, type);
      const found =
        to &&
        longest(schema, limits, first =>
          nest(schema, [...to, { on: type, field }], ids, first, limits.depth),
        );
      return found ? [{ name: `${type.name}.${field.name}`, query: found }] : [];
    }),
  );
  const wide = Object.values(query.getFields()).flatMap(field => {
    const found = longest(schema, limits, first => aliased(field, ids, first, limits.aliases));
    return found ? [{ name: `${limits.aliases} × ${field.name}`, query: found }] : [];
  });
  return [...nested, ...wide];
}

/** The document with the longest lists whose cost is admitted; null where none is. */
function longest(schema: GraphQLSchema, limits: Limits, make: (first: number) => string): string | null {
  for (const first of LENGTHS) {
    const text = make(first);
    const document = parse(text);
    const operation = getOperationAST(document);
    if (operation && operationCost(schema, document, operation, {}) <= limits.cost) return text;
  }
  return null;
}

function nest(schema: GraphQLSchema, way: Way, ids: LongIds, first: number, depth: number): string {
  const last = way.at(-1);
  if (!last) return '';
  const round = roundFrom(schema, last);
  const steps = [...way];
  while (round.length > 0 && steps.length + round.length < depth) steps.push(...round);
  const end = steps.at(-1) ?? last;
  const inner = leavesOf(getNamedType(end.field.type) as GraphQLCompositeType, ids);
  return `{ ${steps.reduceRight((inside, { on, field }, at) => {
    // A step may lie on one possible type of what the field before it leads to.
    const before = at === 0 ? null : steps[at - 1];
    const led = before && getNamedType(before.field.type);
    const text = `${field.name}${argumentsOf(field, ids, first)} { ${inside} }`;
    return led && led !== on ? `... on ${on.name} { ${text} }` : text;
  }, inner)} }`;
}

/** A way from what a field leads to back to the field itself; empty where there is none. */
function roundFrom(schema: GraphQLSchema, { on, field }: Way[number]): Way {
  for (const start of possible(schema, getNamedType(field.type) as GraphQLCompositeType)) {
    if (start === on) return [{ on, field }];
    const back = wayBetween(schema, start, on);
    if (back) return [...back, { on, field }];
  }
  return [];
}

/** The fewest fields that lead from one type to another; null where none do. */
function wayBetween(schema: GraphQLSchema, from: GraphQLObjectType, to: GraphQLObjectType): Way | null {
  const ways = new Map<GraphQLObjectType, Way>([[from, []]]);
  for (const [type, way] of ways) {
    if (type === to && way.length > 0) return way;
    for (const field of Object.values(type.getFields())) {
      const named = getNamedType(field.type);
      if (!isCompositeType(named)) continue;
      for (const next of possible(schema, named))
        if (!ways.has(next)) ways.set(next, [...way, { on: type, field }]);
    }
  }
  return ways.get(to) ?? null;
}

const possible = (schema: GraphQLSchema, type: GraphQLCompositeType): readonly GraphQLObjectType[] =>
  isObjectType(type) ? [type] : schema.getPossibleTypes(type);

/** What can be asked of a type without going on: all of its plain fields. */
function leavesOf(type: GraphQLCompositeType, ids: LongIds): string {
  if (!('getFields' in type)) return '__typename';
  const leaves = Object.values(type.getFields()).filter(field => !isCompositeType(getNamedType(field.type)));
  return ['__typename', ...leaves.map(field => `${field.name}${argumentsOf(field, ids, 100)}`)].join(' ');
}

function argumentsOf({ args }: Field, ids: LongIds, first: number): string {
  const given = args.flatMap(({ name, type, defaultValue }) => {
    const named = getNamedType(type);
    const pool = ids[name];
    if (name === 'first' || name === 'limit') return [`${name}: ${first}`];
    if (name === 'hops' || name === 'maxHops') return [`${name}: 4`];
    if (name === 'withFamily') return ['withFamily: true'];
    if (name === 'orderBy' && named.name === 'ClaimOrder') return ['orderBy: SUPPORT'];
    if (!isNonNullType(type) || defaultValue !== undefined) return [];
    if (isEnumType(named)) return [`${name}: ${named.getValues()[0]?.name}`];
    const values = isListType(getNullableType(type)) ? (pool ?? ['?']) : (pool?.[0] ?? '?');
    return [`${name}: ${JSON.stringify(values)}`];
  });
  return given.length > 0 ? `(${given.join(', ')})` : '';
}

/** A question asked as often as aliases allow, each time of something else and through another view. */
function aliased(field: Field, ids: LongIds, first: number, aliases: number): string {
  const named = getNamedType(field.type);
  const inside = isCompositeType(named) ? ` { ${insideOf(named, ids, first)} }` : '';
  const views = field.args.some(({ name }) => name === 'view');
  const parts = Array.from({ length: aliases }, (_, at) => {
    const turned = Object.fromEntries(
      Object.entries(ids).map(([name, values]) => [name, [values[at % values.length] ?? '', ...values]]),
    );
    const given = argumentsOf(field, turned, first);
    const view = `view: { minIndependent: 0, publishedBy: "${2000 + at}" }`;
    const all = !views ? given : given === '' ? `(${view})` : `${given.slice(0, -1)}, ${view})`;
    return `a${at}: ${field.name}${all}${inside}`;
  });
  return `{ ${parts.join(' ')} }`;
}

/** Plain fields, and those of what leads on, one level deep. */
function insideOf(type: GraphQLCompositeType, ids: LongIds, first: number): string {
  if (!('getFields' in type)) return '__typename';
  const further = Object.values(type.getFields()).filter(field => isCompositeType(getNamedType(field.type)));
  const parts = further.map(
    field =>
      `${field.name}${argumentsOf(field, ids, first)} { ${leavesOf(getNamedType(field.type) as GraphQLCompositeType, ids)} }`,
  );
  return [leavesOf(type, ids), ...parts].join(' ');
}
