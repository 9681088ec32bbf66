// Apollo Server with our limits and error envelope: it runs every operation but those that come by WebSocket.
import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { GraphQLError, OperationTypeNode, type GraphQLSchema } from 'graphql';
import type { RequestContext } from './context.js';
import type { ErrorCode } from './error-codes.js';
import type { FormatError } from './error-format.js';
import { refuseCostly } from './request-cost.js';
import { depthRule, LIMITS } from './request-limits.js';

/** An Apollo Server that is not started yet. Plugins of the host, such as the one that drains it, come on top. */
export const createApollo = (
  schema: GraphQLSchema,
  formatError: FormatError,
  plugins: readonly ApolloServerPlugin<RequestContext>[] = [],
): ApolloServer<RequestContext> =>
  new ApolloServer<RequestContext>({
    schema,
    formatError,
    introspection: true,
    csrfPrevention: true,
    persistedQueries: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    validationRules: [depthRule],
    validationOptions: { maxErrors: LIMITS.validationErrors },
    maxRecursiveSelections: LIMITS.selections,
    parseOptions: { maxTokens: LIMITS.tokens },
    plugins: [
      // On by default it wraps every resolver; the landing page would load from elsewhere.
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      admission,
      ...plugins,
    ],
  });

/** Looks at an operation once it is known which one is meant, and before it is run. */
const admission: ApolloServerPlugin<RequestContext> = {
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation({ schema, document, operation, request }) {
        if (operation?.operation === OperationTypeNode.SUBSCRIPTION) throw needsWebSocket();
        if (operation) refuseCostly(schema, document, operation, request.variables ?? {});
        return Promise.resolve();
      },
    }),
};

const needsWebSocket = (): GraphQLError =>
  new GraphQLError('Subscriptions need a WebSocket (protocol graphql-transport-ws) at this same address.', {
    extensions: { code: 'SUBSCRIPTION_NEEDS_WEBSOCKET' satisfies ErrorCode, http: { status: 400 } },
  });
