// Apollo Server with our limits and error envelope: it runs every operation but those that come by WebSocket.
import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import type { GraphQLSchema } from 'graphql';
import { refuseForbidden } from './auth-operation.js';
import type { RequestContext } from './context.js';
import type { FormatError } from './error-format.js';
import { placeOfMutations } from './http-place.js';
import { honourOlderClients } from './http-status.js';
import { subscriptionsNeedSockets } from './http-subscriptions.js';
import { refuseCostly } from './request-cost.js';
import { OperationClock, timeoutAmong } from './operation-clock.js';
import { LIMITS, type Limits } from './request-limits.js';
import { notingPlugin } from './request-log-plugin.js';
import { limitRules } from './request-rules.js';

/** An Apollo Server that is not started yet. Plugins of the host, such as the one that drains it, come on top. */
export const createApollo = (
  schema: GraphQLSchema,
  formatError: FormatError,
  plugins: readonly ApolloServerPlugin<RequestContext>[] = [],
  limits: Limits = LIMITS,
): ApolloServer<RequestContext> =>
  new ApolloServer<RequestContext>({
    schema,
    formatError,
    introspection: true,
    csrfPrevention: true,
    persistedQueries: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    validationRules: [...limitRules(limits)],
    validationOptions: { maxErrors: limits.problems },
    parseOptions: { maxTokens: limits.tokens },
    plugins: [
      // On by default it wraps every resolver; the landing page would load from elsewhere.
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      notingPlugin,
      subscriptionsNeedSockets,
      admission(limits),
      oneTimeout,
      honourOlderClients(limits),
      placeOfMutations,
      ...plugins,
    ],
  });

/** Looks at an operation once it is known which one is meant, and before it is run. */
const admission = (limits: Limits): ApolloServerPlugin<RequestContext> => ({
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation({ schema, document, operation, request, contextValue }) {
        if (operation) refuseForbidden(schema, document, operation, contextValue.scope);
        if (operation) refuseCostly(schema, document, operation, request.variables ?? {}, limits);
        // Apollo makes a context of its own for each request.
        contextValue.clock = new OperationClock(limits.operationMs);
        return Promise.resolve();
      },
    }),
});

/** Where the time ran out in the middle, tells that and nothing else. */
const oneTimeout: ApolloServerPlugin<RequestContext> = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse({ response: { body } }) {
        const timeout = body.kind === 'single' && timeoutAmong(body.singleResult.errors);
        if (timeout) body.singleResult = { errors: [timeout] };
        return Promise.resolve();
      },
    }),
};
