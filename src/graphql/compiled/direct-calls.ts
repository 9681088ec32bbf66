// Calls the methods behind fields as they are. type-graphql puts each argument through a check in a promise of its own, even where
// nothing is to be checked, so that every field that takes one would wait for a turn of its own.
import { isObjectType, type GraphQLField, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import { getMetadataStorage } from 'type-graphql';

type Metadata = ReturnType<typeof getMetadataStorage>;
type Handler = Metadata['queries'][number] | Metadata['fieldResolvers'][number];
type Param = NonNullable<Handler['params']>[number];
type Resolve = (source: unknown, args: Record<string, unknown>, context: unknown) => unknown;
type Method = (...values: unknown[]) => unknown;
type Read = (source: unknown, args: Record<string, unknown>, context: unknown) => unknown;

/** Inputs reach the methods as plain objects. Mutations stay as they are. */
export function callDirectly(schema: GraphQLSchema): void {
  const storage = getMetadataStorage();
  const query = schema.getQueryType();
  for (const handler of storage.queries) {
    const field = query?.getFields()[handler.schemaName];
    if (field?.resolve) field.resolve = directResolve(handler, instanceOf(handler)) ?? field.resolve;
  }
  const names = new Map<unknown, string>(
    [...storage.objectTypes, ...storage.interfaceTypes].map(({ target, name }) => [target, name]),
  );
  const handlers = new Map(
    storage.fieldResolvers.map(handler => [
      `${names.get(handler.getObjectType?.() ?? handler.target)}.${handler.schemaName}`,
      handler,
    ]),
  );
  for (const type of Object.values(schema.getTypeMap())) {
    if (isObjectType(type) && !isRoot(schema, type)) directFields(type, handlers);
  }
}

const isRoot = (schema: GraphQLSchema, type: GraphQLObjectType): boolean =>
  [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].includes(type);

function directFields(
  type: GraphQLObjectType,
  handlers: ReadonlyMap<string, Metadata['fieldResolvers'][number]>,
): void {
  const owners = [type.name, ...type.getInterfaces().map(({ name }) => name)];
  for (const field of Object.values(type.getFields())) {
    const handler = owners.map(owner => handlers.get(`${owner}.${field.name}`)).find(found => found);
    if (!handler || !field.resolve) continue;
    // One of the type's own methods is called on the object itself.
    const own = handler.kind === 'internal' ? null : instanceOf(handler);
    const direct = directResolve(handler, own);
    if (!direct) continue;
    field.resolve = direct;
    const isOfParentAlone = (handler.params ?? []).every(({ kind }) => kind === 'root');
    if (isOfParentAlone) field.extensions = { ...field.extensions, ...ofParentAlone };
  }
}

const ALONE = 'ofParentAlone';

/** Extensions of a field that depends on nothing but the object that has it, and on arguments. */
export const ofParentAlone: Readonly<Record<string, boolean>> = { [ALONE]: true };

/** Whether what a field is depends on nothing but the object that has it and on arguments: not on who asks. */
export const isOfParentAlone = ({
  extensions,
}: Pick<GraphQLField<unknown, unknown>, 'extensions'>): boolean => extensions[ALONE] === true;

const instances = new WeakMap<object, object>();

/** Our resolvers hold no state: one of each is enough. */
function instanceOf({ target }: Handler): object {
  const Class = target as new () => object;
  let instance = instances.get(Class);
  if (!instance) instances.set(Class, (instance = new Class()));
  return instance;
}

/** Null where a method asks for something else than its parent, its arguments and the context, or something stands before it. */
function directResolve(handler: Handler, instance: object | null): Resolve | null {
  if (isGuarded(handler)) return null;
  const { params = [], methodName } = handler;
  const reads = [...params].sort((a, b) => a.index - b.index).map(readOf);
  if (!reads.every(read => read !== null)) return null;
  return (source, args, context) => {
    const self = (instance ?? source) as Record<string, unknown>;
    const value = self[methodName];
    if (typeof value !== 'function') return value;
    return (value as Method).apply(
      self,
      reads.map(read => read(source, args, context)),
    );
  };
}

/** Whether type-graphql asks somebody first: middleware of the method or of its class, or what roles demand. */
function isGuarded({ target, middlewares = [], roles }: Handler): boolean {
  const ofClass = getMetadataStorage().resolverMiddlewares.some(one => one.target === target);
  return middlewares.length > 0 || (roles?.length ?? 0) > 0 || ofClass;
}

function readOf(param: Param): Read | null {
  switch (param.kind) {
    case 'root':
      return param.propertyName === undefined ? source => source : null;
    case 'args':
      return (_, args) => args;
    case 'arg':
      return (_, args) => args[param.name];
    case 'context': {
      const { propertyName } = param;
      if (propertyName === undefined) return (_, __, context) => context;
      return (_, __, context) => (context as Record<string, unknown>)[propertyName];
    }
    case 'info':
    case 'pubSub':
    case 'custom':
      return null;
  }
}
