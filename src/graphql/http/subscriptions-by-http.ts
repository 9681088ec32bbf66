// Refuses subscriptions that come by HTTP, before graphql-js fails on them.
import type { ApolloServerPlugin } from '@apollo/server';
import {
  GraphQLError,
  Kind,
  OperationTypeNode,
  visit,
  type DefinitionNode,
  type DocumentNode,
} from 'graphql';
import type { RequestContext } from '../operation/context.js';
import type { ErrorCode } from '../errors/error-codes.js';

/** Refuses subscriptions once it is known that one is meant. */
export const subscriptionsNeedSockets: ApolloServerPlugin<RequestContext> = {
  requestDidStart: () =>
    Promise.resolve({
      validationDidStart(asked) {
        const { document } = asked as { document: DocumentNode };
        if (document.definitions.some(isSubscription)) {
          (asked as { document: DocumentNode }).document = withoutConditions(document);
        }
        return Promise.resolve();
      },
      didResolveOperation({ operation }) {
        if (operation?.operation === OperationTypeNode.SUBSCRIPTION) throw needsWebSocket();
        return Promise.resolve();
      },
    }),
};

/**
 * The document with no `@skip` and `@include` on what a subscription asks for at its top: the rule that looks at it throws,
 * instead of reporting, where such a condition hangs on an unknown variable. What is asked by other operations stays.
 */
const withoutConditions = (document: DocumentNode): DocumentNode => ({
  ...document,
  definitions: document.definitions.map(definition =>
    isSubscription(definition) || isOnSubscription(definition)
      ? visit<DefinitionNode>(definition, {
          Directive: ({ name }) => (['skip', 'include'].includes(name.value) ? null : undefined),
        })
      : definition,
  ),
});

const isSubscription = (definition: DefinitionNode): boolean =>
  definition.kind === Kind.OPERATION_DEFINITION && definition.operation === OperationTypeNode.SUBSCRIPTION;

const isOnSubscription = (definition: DefinitionNode): boolean =>
  definition.kind === Kind.FRAGMENT_DEFINITION && definition.typeCondition.name.value === 'Subscription';

const needsWebSocket = (): GraphQLError =>
  new GraphQLError('Subscriptions need a WebSocket (protocol graphql-transport-ws) at this same address.', {
    extensions: { code: 'SUBSCRIPTION_NEEDS_WEBSOCKET' satisfies ErrorCode, http: { status: 400 } },
  });
