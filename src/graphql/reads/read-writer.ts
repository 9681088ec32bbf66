// Turns the selections of a query into functions that write its answer as JSON, for the case that all goes well. Whatever is odd
// (an error, a null where none may be, a kind of value that is not expected) throws, and the query is to be run by Apollo instead.
import {
  getArgumentValues,
  isAbstractType,
  isEnumType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type FieldNode,
  type GraphQLAbstractType,
  type GraphQLField,
  type GraphQLLeafType,
  type GraphQLNonNull,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';
import { isBeyondJournal } from '../beyond-journal.js';
import { OddRead, type ReadRun } from './read-run.js';
import type { SelectedField, Selections } from './selected-fields.js';

type GraphQLNullableOutputType = Exclude<GraphQLOutputType, GraphQLNonNull<never>>;

/** The JSON text of a value. */
type Write = (value: unknown, run: ReadRun) => string;
/** The JSON text of a field of an object. */
type WriteField = (source: Record<string, unknown>, run: ReadRun) => string;

export class ReadWriter {
  /** How many fields take arguments that hang on variables. */
  argumentSets = 0;
  /** Whether the answer rests on nothing but the journal and who asks. */
  restsOnJournal = true;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly selections: Selections,
  ) {}

  /** @throws OddRead for what is left to Apollo: the schema's own description. */
  object(type: GraphQLObjectType, sets: readonly SelectionSetNode[]): Write {
    const fields = this.selections.of(type, sets);
    const heads = fields.map(({ key }, at) => `${at === 0 ? '{' : ','}"${key}":`);
    const writes = fields.map(field => this.field(type, field));
    if (fields.length === 0) return () => '{}';
    return (source, run) => {
      let text = '';
      for (let at = 0; at < writes.length; at += 1)
        text += (heads[at] as string) + (writes[at] as WriteField)(source as Record<string, unknown>, run);
      return `${text}}`;
    };
  }

  private field(parent: GraphQLObjectType, { nodes }: SelectedField): WriteField {
    const [node] = nodes;
    const name = node.name.value;
    if (name === '__typename') return () => `"${parent.name}"`;
    const field = parent.getFields()[name];
    if (!field) throw new OddRead(`${name} is described, not read`);
    if (isBeyondJournal(field)) this.restsOnJournal = false;
    const write = this.value(field.type, nodes);
    const { resolve } = field;
    if (!resolve) return (source, run) => run.waitedFor(source[name], write);
    const argumentsOf = this.argumentsOf(field, node);
    return (source, run) => {
      // No description of the request: a resolver that reads one throws, and Apollo takes over.
      const value: unknown = resolve(source, argumentsOf(run), run.context, undefined as never);
      return run.waitedFor(value, write);
    };
  }

  private argumentsOf(
    field: GraphQLField<unknown, unknown>,
    node: FieldNode,
  ): (run: ReadRun) => Record<string, unknown> {
    if (!hasVariables(node)) {
      const known = getArgumentValues(field, node);
      return () => known;
    }
    const set = this.argumentSets;
    this.argumentSets += 1;
    return run => (run.argumentSets[set] ??= getArgumentValues(field, node, run.variables));
  }

  private value(type: GraphQLOutputType, nodes: readonly FieldNode[]): Write {
    if (!isNonNullType(type)) {
      const write = this.present(type, nodes);
      return (value, run) => (value == null ? 'null' : write(value, run));
    }
    const write = this.present(type.ofType, nodes);
    return (value, run) => {
      if (value == null) throw new OddRead('a null where none may be');
      return write(value, run);
    };
  }

  private present(type: GraphQLNullableOutputType, nodes: readonly FieldNode[]): Write {
    if (isListType(type)) return this.list(this.value(type.ofType as GraphQLOutputType, nodes));
    if (isLeafType(type)) return leaf(type);
    const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    if (isObjectType(type)) return this.object(type, sets);
    if (isAbstractType(type)) return this.abstract(type, sets);
    throw new OddRead('a type of an unknown kind');
  }

  private list(write: Write): Write {
    return (value, run) => {
      if (!Array.isArray(value)) throw new OddRead('a list that is no array');
      let text = '[';
      for (let at = 0; at < value.length; at += 1) {
        if (at > 0) text += ',';
        text += write(value[at], run);
      }
      return `${text}]`;
    };
  }

  private abstract(type: GraphQLAbstractType, sets: readonly SelectionSetNode[]): Write {
    // What it is, is told by its class.
    const writes = new Map<unknown, Write>();
    return (value, run) => {
      const { constructor } = value as object;
      let write = writes.get(constructor);
      if (!write) writes.set(constructor, (write = this.object(this.typeOf(type, value, run), sets)));
      return write(value, run);
    };
  }

  private typeOf(type: GraphQLAbstractType, value: unknown, run: ReadRun): GraphQLObjectType {
    const name = type.resolveType?.(value, run.context, undefined as never, type);
    const found = typeof name === 'string' ? this.schema.getType(name) : null;
    if (isObjectType(found) && this.schema.isSubType(type, found)) return found;
    throw new OddRead(`no type of ${type.name} for a value`);
  }
}

function leaf(type: GraphQLLeafType): Write {
  if (isEnumType(type)) {
    const texts = new Map(type.getValues().map(({ name, value }) => [value as unknown, `"${name}"`]));
    return value => texts.get(value) ?? odd(`no ${type.name}`);
  }
  return value => {
    const text = JSON.stringify(type.serialize(value)) as string | undefined;
    return text === undefined || text === 'null' ? odd(`no ${type.name}`) : text;
  };
}

const odd = (what: string): never => {
  throw new OddRead(what);
};

const hasVariables = (node: FieldNode): boolean =>
  (node.arguments ?? []).some(({ value }) =>
    JSON.stringify(value, withoutPlaces).includes(`"${Kind.VARIABLE}"`),
  );

const withoutPlaces = (key: string, value: unknown): unknown => (key === 'loc' ? undefined : value);
