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
import { isBeyondJournal } from '../words/beyond-journal.js';
import { directOf } from '../operation/fair-fields.js';
import { preparation } from '../words/weighed.js';
import { isOfParentAlone } from './direct-calls.js';
import { OddRead, type ReadRun } from './read-run.js';
import type { SelectedField, Selections } from './selected-fields.js';
import type { TextBudget } from './written-texts.js';

type NullableType = Exclude<GraphQLOutputType, GraphQLNonNull<never>>;

/** The JSON text of a value. */
type Write = (value: unknown, run: ReadRun) => string;
type Source = Record<string, unknown>;
/** The JSON text of a field of an object. */
type WriteField = (source: Source, run: ReadRun) => string;

/** How a value is written, and whether its text depends on nothing but the value. */
interface Written {
  readonly write: Write;
  readonly isFixed: boolean;
}

interface WrittenField {
  readonly write: WriteField;
  readonly isFixed: boolean;
}

/** To compile so many takes some 30 milliseconds, in one go; a longer query is left to Apollo. */
const MOST_FIELDS = 1500;

export class ReadWriter {
  /** Compiled so far; one for each type that it may be of. */
  private fields = 0;
  /** How many fields take arguments that hang on variables. */
  private argumentSets = 0;
  /** Whether the answer rests on nothing but the journal and who asks. */
  restsOnJournal = true;
  private readonly objects = new Map<string, Written>();
  private readonly numbers = new Map<SelectionSetNode, number>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly selections: Selections,
    private readonly budget: TextBudget,
  ) {}

  /** @throws OddRead for what is left to Apollo: the schema's own description. */
  root(type: GraphQLObjectType, set: SelectionSetNode): Write {
    return this.object(type, [set]).write;
  }

  /** Once for each type and selection: a field of many possible types would be gone through for each of them, at every depth. */
  private object(type: GraphQLObjectType, sets: readonly SelectionSetNode[]): Written {
    const key = `${type.name} ${sets.map(set => this.numberOf(set)).join()}`;
    let written = this.objects.get(key);
    if (!written) this.objects.set(key, (written = this.newObject(type, sets)));
    return written;
  }

  private numberOf(set: SelectionSetNode): number {
    const number = this.numbers.get(set) ?? this.numbers.size;
    this.numbers.set(set, number);
    return number;
  }

  private newObject(type: GraphQLObjectType, sets: readonly SelectionSetNode[]): Written {
    const fields = this.selections.of(type, sets).map(selected => {
      const { write, isFixed } = this.field(type, selected);
      const head = `"${selected.key}":`;
      return { write: (source: Source, run: ReadRun) => head + write(source, run), isFixed };
    });
    // What stands for a record: of others, each is made anew, and nothing would be found again.
    const isRecord = type.getInterfaces().some(({ name }) => name === 'Node');
    const writes = isRecord ? this.withTexts(fields) : fields.map(({ write }) => write);
    const [first, ...others] = writes;
    const write = (source: Source, run: ReadRun): string => {
      let text = first ? `{${first(source, run)}` : '{';
      for (const other of others) text += `,${other(source, run)}`;
      return `${text}}`;
    };
    return { write: write as Write, isFixed: fields.every(({ isFixed }) => isFixed) };
  }

  /** Fields in a row that depend on the record alone are written together, and once. */
  private withTexts(fields: readonly WrittenField[]): readonly WriteField[] {
    const writes: WriteField[] = [];
    let row: WriteField[] = [];
    const endRow = (): void => {
      if (row.length > 0) writes.push(this.once(row));
      row = [];
    };
    for (const { write, isFixed } of fields) {
      if (isFixed) row.push(write);
      else {
        endRow();
        writes.push(write);
      }
    }
    endRow();
    return writes;
  }

  private once(row: readonly WriteField[]): WriteField {
    const texts = this.budget.texts();
    return (source, run) => texts.of(source, () => row.map(write => write(source, run)).join());
  }

  private field(parent: GraphQLObjectType, { nodes }: SelectedField): WrittenField {
    const [node] = nodes;
    const name = node.name.value;
    if ((this.fields += 1) > MOST_FIELDS) throw new OddRead('too many fields to compile');
    if (name === '__typename') return { write: () => `"${parent.name}"`, isFixed: true };
    const field = parent.getFields()[name];
    if (!field) throw new OddRead(`${name} is described, not read`);
    const isBeyond = isBeyondJournal(field);
    if (isBeyond) this.restsOnJournal = false;
    const { write, isFixed } = this.value(field.type, nodes);
    const prepare = preparation(field);
    const resolve = directOf(field);
    if (!resolve) {
      const member: Write = (source, run) => run.waitedFor((source as Source)[name], write);
      if (!prepare) return { write: member, isFixed: isFixed && !isBeyond };
      const prepared: WriteField = (source, run) =>
        run.once(prepare(source, run.context.work), source, member);
      return { write: prepared, isFixed: isFixed && !isBeyond };
    }
    const argumentsOf = this.argumentsOf(field, node);
    const resolved: Write = (source, run) => {
      // No description of the request: a resolver that reads one throws, and Apollo takes over.
      const value: unknown = resolve(source, argumentsOf(run), run.context, undefined as never);
      return run.waitedFor(value, write);
    };
    return {
      write: prepare
        ? (source, run) => run.once(prepare(source, run.context.work), source, resolved)
        : resolved,
      isFixed: isFixed && isOfParentAlone(field) && !isBeyond && !hasVariables(node),
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

  private value(type: GraphQLOutputType, nodes: readonly FieldNode[]): Written {
    if (!isNonNullType(type)) {
      const { write, isFixed } = this.present(type, nodes);
      return { write: (value, run) => (value == null ? 'null' : write(value, run)), isFixed };
    }
    const { write, isFixed } = this.present(type.ofType, nodes);
    return {
      write: (value, run) => {
        if (value == null) throw new OddRead('a null where none may be');
        return write(value, run);
      },
      isFixed,
    };
  }

  private present(type: NullableType, nodes: readonly FieldNode[]): Written {
    if (isListType(type)) return this.list(this.value(type.ofType as GraphQLOutputType, nodes));
    if (isLeafType(type)) return { write: leaf(type), isFixed: true };
    const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    if (isObjectType(type)) return this.object(type, sets);
    if (isAbstractType(type)) return this.abstract(type, sets);
    throw new OddRead('a type of an unknown kind');
  }

  private list({ write, isFixed }: Written): Written {
    return {
      write: (value, run) => {
        if (!Array.isArray(value)) throw new OddRead('a list that is no array');
        let text = '[';
        for (let at = 0; at < value.length; at += 1) {
          if (at > 0) text += ',';
          text += run.inTurn(value[at], write);
        }
        run.context.work.fits(text.length);
        return `${text}]`;
      },
      isFixed,
    };
  }

  private abstract(type: GraphQLAbstractType, sets: readonly SelectionSetNode[]): Written {
    const possible = this.schema.getPossibleTypes(type);
    const byType = new Map(possible.map(one => [one, this.object(one, sets)]));
    // The class of a value says which type it is.
    const byClass = new Map<unknown, Write>();
    return {
      write: (value, run) => {
        const { constructor } = value as object;
        let write = byClass.get(constructor);
        if (!write) {
          write = byType.get(this.typeOf(type, value, run))?.write ?? odd('no such type');
          byClass.set(constructor, write);
        }
        return write(value, run);
      },
      isFixed: [...byType.values()].every(one => one.isFixed),
    };
  }

  private typeOf(type: GraphQLAbstractType, value: unknown, run: ReadRun): GraphQLObjectType {
    const name = type.resolveType?.(value, run.context, undefined as never, type);
    const found = typeof name === 'string' ? this.schema.getType(name) : null;
    if (isObjectType(found)) return found;
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
