// Sends what the playground runs: queries and mutations by POST, subscriptions over one WebSocket, both to one address,
// each with the token that was last written under Headers.
import type { Fetcher, FetcherParams } from '@graphiql/toolkit';
import { Kind, OperationTypeNode, parse, type ExecutionResult, type OperationDefinitionNode } from 'graphql';
import { createClient, type Client } from 'graphql-ws';

/**
 * The socket opens with the first subscription and closes after the last. A token is remembered for all tabs, and forgotten
 * with the page.
 */
export function graphqlFetcher(api: URL): Fetcher {
  let authorization: string | null = null;
  const socket = createClient({
    url: api.href.replace(/^http/, 'ws'),
    connectionParams: () => (authorization === null ? {} : { authorization }),
  });
  return (params, options) => {
    authorization = authorizationIn(options?.headers) ?? authorization;
    const operation = operationOf(params);
    // With one operation its name is sure; the editor's may still be that of the tab before.
    const request = { ...params, operationName: operation?.name?.value ?? params.operationName ?? null };
    return operation?.operation === OperationTypeNode.SUBSCRIPTION
      ? subscribe(socket, request)
      : post(api, request, authorization);
  };
}

/** The operation that will run, or undefined where the text does not parse: the server says what is wrong with it. */
function operationOf({ query, operationName }: FetcherParams): OperationDefinitionNode | undefined {
  try {
    const operations = parse(query).definitions.filter(
      definition => definition.kind === Kind.OPERATION_DEFINITION,
    );
    return operations.length === 1
      ? operations[0]
      : operations.find(({ name }) => name?.value === operationName);
  } catch {
    return undefined;
  }
}

/** What is written under Headers in the tab that asks, whatever the case of its name; a token that was struck out is none. */
const authorizationIn = (headers: Readonly<Record<string, unknown>> = {}): string | null => {
  const [, found] = Object.entries(headers).find(([name]) => name.toLowerCase() === 'authorization') ?? [];
  return typeof found === 'string' && /^[\x20-\x7e]+$/.test(found) ? found : null;
};

async function post(api: URL, request: FetcherParams, authorization: string | null): Promise<object> {
  const response = await fetch(api, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json, application/json',
      ...(authorization === null ? {} : { authorization }),
    },
    body: JSON.stringify(request),
  }).catch(() => {
    throw new Error('The server does not answer. Is it still running?');
  });
  return (await response.json()) as object;
}

async function* subscribe(socket: Client, request: FetcherParams): AsyncGenerator<ExecutionResult> {
  const { query, operationName } = request;
  const variables = request.variables as Record<string, unknown> | undefined;
  try {
    const results: AsyncIterable<unknown> = socket.iterate({ query, operationName, variables });
    yield* results as AsyncIterable<ExecutionResult>;
  } catch (problem) {
    if (!(problem instanceof CloseEvent)) throw problem;
    const why = problem.reason || `code ${problem.code}`;
    throw new Error(`The server closed the subscription: ${why}.`, { cause: problem });
  }
}
