// The HTTP status of answers with errors: clients that ask for the older media type expect 200 if the document is wrong.
import type { ApolloServerPlugin } from '@apollo/server';
import type { GraphQLFormattedError } from 'graphql';
import type { RequestContext } from '../operation/context.js';
import type { ErrorCode } from '../errors/error-codes.js';
import type { Limits } from '../operation/request-limits.js';

const WRONG_IN_ITSELF: readonly unknown[] = [
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'INVALID_INPUT',
] satisfies readonly ErrorCode[];

const AWAY: ErrorCode = 'JOURNAL_UNAVAILABLE';

interface Told {
  readonly data?: unknown;
  readonly errors?: readonly GraphQLFormattedError[] | undefined;
}

/** Answers with 200 where GraphQL over HTTP wants that. What a limit of ours refuses keeps its status. */
export const honourOlderClients = ({ tokens }: Limits): ApolloServerPlugin<RequestContext> => ({
  requestDidStart: ({ request }) => {
    const isOlder = wantsOlderType(request.http?.headers.get('accept'));
    return Promise.resolve({
      didEncounterErrors({ errors }) {
        // graphql-js says it in words only.
        for (const { message, extensions } of errors)
          if (message.endsWith(` ${tokens} tokens. Parsing aborted.`)) extensions['limit'] = 'tokens';
        return Promise.resolve();
      },
      willSendResponse({ response }) {
        const { body, http } = response;
        if ((http.status ?? 200) === 200 && body.kind === 'single') {
          if (isNoRequest(body.singleResult)) http.status = 400;
          if (isAway(body.singleResult)) http.status = 503;
        }
        if (isOlder && http.status === 400 && body.kind === 'single') {
          if (body.singleResult.errors?.every(isWrongInItself)) http.status = 200;
        }
        return Promise.resolve();
      },
    });
  },
});

/** Named, not merely covered by a wildcard, and without the newer type beside it. */
const wantsOlderType = (accept = ''): boolean =>
  accept.includes('application/json') && !accept.includes('application/graphql-response+json');

const isWrongInItself = ({ extensions = {} }: GraphQLFormattedError): boolean =>
  WRONG_IN_ITSELF.includes(extensions['code']) && extensions['limit'] === undefined;

/** Apollo answers some of these with 200. */
const isNoRequest = ({ errors = [] }: Told): boolean =>
  errors.some(({ extensions }) => extensions?.['code'] === ('BAD_REQUEST' satisfies ErrorCode));

/** Nothing could be done, and later it can: whoever stands between may know by the status. */
const isAway = ({ data, errors = [] }: Told): boolean =>
  data == null && errors.length > 0 && errors.every(({ extensions }) => extensions?.['code'] === AWAY);

/**
 * What a client accepts, in the words of GraphQL over HTTP; any type where it names none of them. Apollo looks only after an
 * operation has been run, and would refuse then what has been done already.
 */
export function readAccept(accept: string | undefined): string {
  const known = ['application/graphql-response+json', 'application/json'];
  return known.find(type => accept?.toLowerCase().includes(type)) ?? '*/*';
}
