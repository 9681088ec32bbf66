// Makes every field count as a step of its operation, and pause when other operations are to go first.
import {
  defaultFieldResolver,
  isLeafType,
  isListType,
  getNullableType,
  getNamedType,
  isObjectType,
} from 'graphql';
import type { GraphQLField, GraphQLFieldResolver, GraphQLSchema } from 'graphql';
import { preparation } from '../words/weighed.js';
import type { OperationWork } from './operation-work.js';

/** What an operation's context may hold; without it nothing is limited. */
interface Worked {
  readonly work?: OperationWork;
}

type Resolve = GraphQLFieldResolver<unknown, unknown>;

/** Makes all fields of a schema fair. What is behind each stays to be had by `directOf`. */
export function makeFair(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      if (field.resolve) field.extensions = { ...field.extensions, [DIRECT]: field.resolve };
      field.resolve = fair(field, field.resolve ?? defaultFieldResolver);
    }
  }
}

const DIRECT = 'direct';

/** The resolver behind a field, without its fairness; undefined where the field is a plain member of its object. */
export const directOf = ({
  extensions,
}: Pick<GraphQLField<unknown, unknown>, 'extensions'>): Resolve | undefined =>
  extensions[DIRECT] as Resolve | undefined;

function fair(field: GraphQLField<unknown, unknown>, resolve: Resolve): Resolve {
  const prepare = preparation(field);
  const weigh = isLeafType(getNamedType(field.type)) ? leafLength(field) : null;
  return (source, args, context, info) => {
    const { work } = context as Worked;
    if (!work) return resolve(source, args, context, info);
    const found = (): unknown => {
      const value = resolve(source, args, context, info);
      if (value instanceof Promise) return work.within(value);
      if (weigh) work.write(weigh(value));
      return value;
    };
    const prepared = (): unknown => {
      const ready = prepare?.(source, work);
      return ready instanceof Promise ? ready.then(found) : found();
    };
    work.take();
    // What leads to further fields may be the beginning of something long.
    if (!weigh) work.look();
    return work.due ? work.pause().then(prepared) : prepared();
  };
}

/** The fewest characters that a leaf takes in the answer: its name, quotes, and its text before anything in it is escaped. */
function leafLength({ name, type }: GraphQLField<unknown, unknown>): (value: unknown) => number {
  const head = name.length + '"":,'.length;
  const textLength = (value: unknown): number => (typeof value === 'string' ? value.length : 1);
  if (!isListType(getNullableType(type))) return value => head + textLength(value);
  return value =>
    Array.isArray(value) ? value.reduce((sum: number, one) => sum + textLength(one), head) : head;
}
