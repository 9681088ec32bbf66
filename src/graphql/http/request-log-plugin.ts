// Notes of a request what only GraphQL knows: the operation, the caller's name, and the codes of refusals.
import type { ApolloServerPlugin } from '@apollo/server';
import type { GraphQLSchema } from 'graphql';
import type { RequestContext } from '../operation/context.js';
import { nameOperation } from '../operation/named-operation.js';

/** Notes operations that come by HTTP. */
export const notingPlugin: ApolloServerPlugin<RequestContext> = {
  requestDidStart: ({ contextValue }) => {
    const { notes, by } = contextValue;
    if (!notes) return Promise.resolve();
    notes.by = by;
    return Promise.resolve({
      didResolveOperation: ({ operation, source }) => {
        if (operation) notes.runs(nameOperation(operation, source));
        return Promise.resolve();
      },
      willSendResponse: ({ response: { body } }) => {
        if (body.kind === 'single') notes.told(body.singleResult.errors ?? []);
        return Promise.resolve();
      },
    });
  },
};

/** Lets mutations note what they refuse in `userErrors`, whether or not the client asks to see it. */
export function noteUserErrors(schema: GraphQLSchema): void {
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    const { resolve } = field;
    if (!resolve) continue;
    field.resolve = async (source, args, context: RequestContext, info) => {
      const payload = (await resolve(source, args, context, info)) as { userErrors?: { code: string }[] };
      for (const { code } of payload?.userErrors ?? []) context.notes?.refused(code);
      return payload;
    };
  }
}
