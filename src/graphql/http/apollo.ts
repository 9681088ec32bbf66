// Apollo Server with our limits and error format. It runs every operation except those that come by WebSocket.
import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import type { GraphQLSchema } from 'graphql';
import type { Admission } from '../operation/admission.js';
import type { RequestContext } from '../operation/context.js';
import type { FormatError } from '../errors/error-format.js';
import { placeOfMutations } from './journal-position.js';
import { honourOlderClients } from './status.js';
import { subscriptionsNeedSockets } from './subscriptions-by-http.js';
import { givenUpAmong } from '../operation/operation-work.js';
import { LIMITS, type Limits } from '../operation/request-limits.js';
import { notingPlugin } from './request-log-plugin.js';
import { limitRules } from '../operation/request-rules.js';

/** An Apollo Server that is not started yet. Plugins of the host, such as the one that drains it, come on top. */
export const createApollo = (
  schema: GraphQLSchema,
  formatError: FormatError,
  admission: Admission,
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
      admitting(admission),
      oneRefusal,
      honourOlderClients(limits),
      placeOfMutations,
      ...plugins,
    ],
  });

/** Looks at an operation once it is known which one is meant, and before it is run. */
const admitting = (admission: Admission): ApolloServerPlugin<RequestContext> => ({
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation({ schema, document, operation, request, contextValue }) {
        if (!operation) return Promise.resolve();
        const { variables = {} } = request;
        const admitted = admission.admit({ schema, document, operation, variables, context: contextValue });
        // What did not come to its end on the fast route has its time no second time.
        contextValue.work?.beginAnew();
        // Apollo makes a context of its own for each request.
        const work = (contextValue.work ??= admitted);
        contextValue.onGone?.(() => work.abandon());
        return Promise.resolve();
      },
    }),
});

/** If an operation was given up midway, reports only that. */
const oneRefusal: ApolloServerPlugin<RequestContext> = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse({ response: { body } }) {
        const refusal = body.kind === 'single' && givenUpAmong(body.singleResult.errors);
        if (refusal) body.singleResult = { errors: [refusal] };
        return Promise.resolve();
      },
    }),
};
