// Random queries that fit the schema: aliases, fragments on interfaces and types, conditions, variables, fields asked for twice.
import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';
import type { Random } from '../../../scripts/fuzz/random.js';

export interface RandomQuery {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Values for arguments, by their names. */
export type Pools = Readonly<Record<string, readonly unknown[]>>;

const DEEPEST = 5;

export class RandomQueries {
  private variables: Record<string, { readonly type: string; readonly value: unknown }> = {};

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly pools: Pools,
    private readonly random: Random,
  ) {}

  next(): RandomQuery {
    this.variables = {};
    const query = this.schema.getQueryType();
    if (!query) throw new Error('a schema has queries');
    const roots = Array.from({ length: 1 + this.below(2) }, (_, at) =>
      this.field(query, this.pick(Object.keys(query.getFields())), 0, `r${at}: `),
    );
    const declared = Object.entries(this.variables).map(([name, { type }]) => `$${name}: ${type}`);
    const head = declared.length > 0 ? `query Q(${declared.join(', ')})` : 'query Q';
    return {
      query: `${head} { ${roots.join(' ')} }`,
      variables: Object.fromEntries(Object.entries(this.variables).map(([name, { value }]) => [name, value])),
    };
  }

  private selections(type: GraphQLCompositeType, depth: number): string {
    const fields = isObjectType(type) || 'getFields' in type ? Object.keys(type.getFields()) : [];
    const leaves = fields.filter(name => !isCompositeType(this.typeOf(type, name)));
    const wanted = ['__typename', ...this.some(leaves, 4), ...(depth < DEEPEST ? this.some(fields, 2) : [])];
    const parts = [...new Set(wanted)].map(name => this.field(type, name, depth));
    const [again] = wanted;
    if (again !== undefined && this.below(4) === 0) parts.push(this.field(type, again, depth));
    const possible = isAbstractType(type) ? this.schema.getPossibleTypes(type) : [];
    if (possible.length > 0 && depth < DEEPEST) {
      const chosen = this.pick(possible);
      parts.push(`... on ${chosen.name}${this.condition()} { ${this.selections(chosen, depth + 1)} }`);
    }
    return this.below(6) === 0 ? `...${this.condition()} { ${parts.join(' ')} }` : parts.join(' ');
  }

  private field(parent: GraphQLCompositeType, name: string, depth: number, alias = ''): string {
    if (name === '__typename' || !('getFields' in parent)) return `${alias}${name}`;
    const field = parent.getFields()[name];
    if (!field) return '__typename';
    const given = field.args.flatMap(arg => this.argument(arg) ?? []);
    // The same name with other arguments may stand once only.
    const named = alias || (given.length > 0 ? `a${this.below(1e9)}: ` : '');
    const head = `${named}${name}${given.length > 0 ? `(${given.join(', ')})` : ''}${this.condition()}`;
    const type = getNamedType(field.type);
    return isCompositeType(type) ? `${head} { ${this.selections(type, depth + 1)} }` : head;
  }

  private argument({ name, type }: GraphQLArgument): string | null {
    const needed = isNonNullType(type);
    if (!needed && this.below(2) === 0) return null;
    const value = this.value(name, type);
    if (value === undefined) return null;
    if (this.below(3) > 0 && typeof value !== 'object') {
      const variable = `v${Object.keys(this.variables).length}`;
      this.variables[variable] = { type: String(type), value };
      return `${name}: $${variable}`;
    }
    return isEnumType(getNamedType(type)) || typeof value === 'object'
      ? `${name}: ${this.literal(value, type)}`
      : `${name}: ${JSON.stringify(value)}`;
  }

  private value(name: string, type: GraphQLInputType): unknown {
    if (isNonNullType(type)) return this.value(name, type.ofType);
    if (isListType(type)) return [this.value(name, type.ofType)];
    if (isEnumType(type)) return this.pick(type.getValues()).name;
    if (isInputObjectType(type)) {
      const fields = this.some(Object.values(type.getFields()), 2);
      const members = fields.map(field => [field.name, this.value(field.name, field.type)]);
      return Object.fromEntries(members.filter(([, member]) => member !== undefined));
    }
    const pool = this.pools[name] ?? this.pools[type.name];
    return pool && this.pick(pool);
  }

  private literal(value: unknown, type: GraphQLInputType): string {
    if (isNonNullType(type)) return this.literal(value, type.ofType);
    if (isListType(type) && Array.isArray(value))
      return `[${value.map(item => this.literal(item, type.ofType)).join(', ')}]`;
    if (isEnumType(type)) return String(value);
    if (!isInputObjectType(type)) return JSON.stringify(value);
    const members = Object.entries(value as object).flatMap(([name, member]) => {
      const field = type.getFields()[name];
      return field ? `${name}: ${this.literal(member, field.type)}` : [];
    });
    return `{ ${members.join(', ')} }`;
  }

  private condition(): string {
    if (this.below(8) > 0) return '';
    const directive = this.pick(['skip', 'include']);
    if (this.below(2) === 0) return ` @${directive}(if: ${this.below(2) === 0})`;
    const variable = `v${Object.keys(this.variables).length}`;
    this.variables[variable] = { type: 'Boolean!', value: this.below(2) === 0 };
    return ` @${directive}(if: $${variable})`;
  }

  private typeOf(type: GraphQLCompositeType, name: string): unknown {
    const field = 'getFields' in type ? type.getFields()[name] : undefined;
    return field && getNamedType(field.type);
  }

  private some<T>(values: readonly T[], most: number): readonly T[] {
    return values.length === 0 ? [] : Array.from({ length: this.below(most + 1) }, () => this.pick(values));
  }

  private pick<T>(values: readonly T[]): T {
    return this.random.pick(values);
  }

  private below(most: number): number {
    return this.random.below(most);
  }
}
