// Adds `first` and a count to each long list of the schema, and cuts the list there.
import {
  GraphQLInt,
  isInterfaceType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLSchema,
} from 'graphql';
import { atOnce, type Resumable } from '../../graph/work/resumable.js';
import type { Work } from '../../graph/work/work.js';
import { countName, usualLength, type LongList } from '../words/long-list.js';
import { readFirst } from '../words/page.js';
import { ofParentAlone } from '../compiled/direct-calls.js';

type Found = LongList<unknown> | readonly unknown[];
type Run = (found: unknown) => unknown;
/** What an operation's context may hold; without it nothing is limited. */
interface Worked {
  readonly work?: Work;
}
type Args = Readonly<Record<string, unknown>>;
type Resolve = GraphQLFieldResolver<unknown, unknown, Args>;

/** Runs after all resolvers are in their place. */
export function cutLists(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    const fields = type.getFields();
    for (const list of Object.values(fields)) {
      const usually = usualLength(list);
      const count = fields[countName(list.name)];
      if (usually !== null && count) cut(list, count, usually);
    }
  }
}

function cut(
  list: GraphQLField<unknown, unknown>,
  count: GraphQLField<unknown, unknown>,
  usually: number,
): void {
  const read = list.resolve ?? memberNamed(list.name);
  // Getters and properties: nothing else has a say in what they hold.
  if (!list.resolve) list.extensions = { ...list.extensions, ...ofParentAlone };
  list.args = [...list.args, firstArgument(usually)];
  list.resolve = having(read, (found, { first }, run) => {
    const most = readFirst(first as number | null | undefined, usually);
    return isArray(found) ? found.slice(0, most) : run(found.first(most));
  });
  const { usually: _, ...others } = list.extensions;
  count.extensions = others;
  count.resolve = having(read, (found, _, run) => (isArray(found) ? found.length : run(found.count())));
}

const memberNamed =
  (name: string): Resolve =>
  source =>
    (source as Readonly<Record<string, unknown>>)[name];

const having =
  (read: Resolve, take: (found: Found, args: Args, run: Run) => unknown): Resolve =>
  (source, args, context, info) => {
    const work = (context as Worked | undefined)?.work;
    const run: Run = part => {
      if (!isResumable(part)) return part;
      return work ? work.run(part) : atOnce(part);
    };
    const found = read(source, args, context, info) as Found | Promise<Found>;
    return found instanceof Promise ? found.then(list => take(list, args, run)) : take(found, args, run);
  };

const isResumable = (part: unknown): part is Resumable<unknown> =>
  typeof part === 'object' && part !== null && 'next' in part;

const isArray = (found: Found): found is readonly unknown[] => Array.isArray(found);

const firstArgument = (usually: number): GraphQLArgument => ({
  name: 'first',
  description: `At most so many, from 0 to 100; ${usually} unless given.`,
  type: GraphQLInt,
  defaultValue: usually,
  deprecationReason: null,
  extensions: {},
  astNode: null,
});
