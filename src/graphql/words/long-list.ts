// Plain lists that grow with the data: each takes `first`, and a field `<name>Count` beside it counts all.
import { Extensions, Field, FieldResolver, Int } from 'type-graphql';
import { eachInPieces, STEPS_IN_A_PIECE, type Resumable } from '../../graph/work/resumable.js';

/** As many as are shown where `first` is not given. */
export const MANY = 100;
/** The same for lists that mostly stand inside of other lists. */
export const FEW = 20;

/** A list of which only as much is worked out as is asked for: at once where it is there, else in pieces. */
export interface LongList<Item> {
  first(most: number): readonly Item[] | Resumable<readonly Item[]>;
  /** How many there are in all. */
  count(): number | Resumable<number>;
}

/** A list that is worked out in pieces. */
interface ListInPieces<Item> extends LongList<Item> {
  first(most: number): Resumable<readonly Item[]>;
  count(): Resumable<number>;
}

/** Shows rows that are there. */
export const longList = <Row, Item>(rows: readonly Row[], show: (row: Row) => Item): LongList<Item> =>
  new ShownRows(rows, show);

/** A class: most lists are of this sort and short, and functions made for each would cost more than all else. */
class ShownRows<Row, Item> implements LongList<Item> {
  constructor(
    private readonly rows: readonly Row[],
    private readonly show: (row: Row) => Item,
  ) {}

  first(most: number): readonly Item[] {
    const items: Item[] = [];
    for (const row of this.rows) {
      if (items.length === most) break;
      items.push(this.show(row));
    }
    return items;
  }

  count(): number {
    return this.rows.length;
  }
}

/**
 * Shows rows that are walked as far as they are asked for, and all of them to be counted. Null stands for a row that was looked
 * at and is left out.
 */
export const walkedList = <Row, Item>(
  rows: () => Iterable<Row | null>,
  show: (row: Row) => Item,
): ListInPieces<Item> => ({
  *first(most) {
    const items: Item[] = [];
    let steps = 0;
    if (most > 0) {
      for (const row of rows()) {
        if ((steps += 1) % STEPS_IN_A_PIECE === 0) yield STEPS_IN_A_PIECE;
        if (row !== null && items.push(show(row)) === most) break;
      }
    }
    return items;
  },
  *count() {
    let count = 0;
    yield* eachInPieces(rows(), row => (count += row === null ? 0 : 1));
    return count;
  },
});

/** Shows rows that have to be worked out together, whether all are asked for or not. */
export const workedOutList = <Row, Item>(
  workOut: () => Resumable<readonly Row[]>,
  show: (row: Row) => Item,
): ListInPieces<Item> => ({
  *first(most) {
    return (yield* workOut()).slice(0, most).map(show);
  },
  *count() {
    return (yield* workOut()).length;
  },
});

type Described = readonly [item: () => object, description: string, usually?: number];
type MemberDecorator = (prototype: object, name: string | symbol, descriptor?: PropertyDescriptor) => void;
/** Extensions of a list field: how many it shows where `first` is not given. */
interface Marked {
  readonly usually?: number;
}

/** Shows a long list, or an array, that a getter or a plain property holds. */
export const ShownList =
  (...[item, description, usually = MANY]: Described): MemberDecorator =>
  (prototype, name) => {
    Extensions({ usually } satisfies Marked)(prototype, name);
    Field(() => [item()], { description, simple: true })(prototype, name);
    Field(() => Int, { description: countWords(name), simple: true })(prototype, countName(name));
  };

/** The same for the long list that a method of a resolver returns, or promises. It takes its parent as `@Root()`, and no arguments. */
export const ResolvedList =
  (...[item, description, usually = MANY]: Described): MemberDecorator =>
  (prototype, name) => {
    Extensions({ usually } satisfies Marked)(prototype, name);
    FieldResolver(() => [item()], { description })(prototype, name, METHOD);
    FieldResolver(() => Int, { description: countWords(name) })(prototype, countName(name), METHOD);
  };

/** The decorators of resolvers do not look at it. */
const METHOD: TypedPropertyDescriptor<unknown> = {};

/** The name of the field that says how many a list has. */
export const countName = (list: string | symbol): string => `${String(list)}Count`;

const countWords = (list: string | symbol): string => `How many \`${String(list)}\` has in all.`;

/** How many a list field shows where `first` is not given; null for fields that hold no long list. */
export const usualLength = ({ extensions }: { readonly extensions: object }): number | null =>
  (extensions as Marked).usually ?? null;
