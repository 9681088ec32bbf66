// Subscriptions: the graphql-transport-ws protocol on the API's own address, with the limits and errors of HTTP requests.
import type { Server } from 'node:http';
import { GraphQLError, getOperationAST, parse, specifiedRules, validate } from 'graphql';
import type { DocumentNode, ExecutionArgs, GraphQLFormattedError, GraphQLSchema } from 'graphql';
import type { SubscribePayload } from 'graphql-ws';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import type { RequestContext } from './context.js';
import type { ErrorCode } from './error-codes.js';
import type { FormatError } from './error-format.js';
import { rejectForeign } from './http-origin.js';
import { refuseCostly } from './request-cost.js';
import { depthRule, LIMITS } from './request-limits.js';

export interface Sockets {
  /** Says goodbye to all clients and takes no more. */
  close(): Promise<void>;
}

export interface SocketOptions {
  readonly server: Server;
  readonly path: string;
  readonly schema: GraphQLSchema;
  readonly context: RequestContext;
  readonly formatError: FormatError;
}

/** Serves GraphQL over WebSockets beside the HTTP requests of a server. */
export function serveSockets({ server, path, schema, context, formatError }: SocketOptions): Sockets {
  const sockets = new WebSocketServer({
    server,
    path,
    maxPayload: LIMITS.bodyBytes,
    verifyClient: ({ req }, answer) => {
      const rejection = rejectForeign(req);
      answer(rejection === null, 403, rejection?.message);
    },
  });
  const inEnvelope = (error: GraphQLError): GraphQLFormattedError => formatError(error.toJSON(), error);
  const disposable = useServer(
    {
      onSubscribe: (_, __, payload) => readOperation(schema, payload, context),
      onError: (_, __, ___, errors) => errors.map(inEnvelope),
      // Undefined leaves a result as it is.
      onNext: (_, __, ___, ____, { data, errors }) =>
        errors && { data: data ?? null, errors: errors.map(inEnvelope) },
    },
    sockets,
  );
  return { close: async () => disposable.dispose() };
}

function readOperation(
  schema: GraphQLSchema,
  { query, variables, operationName }: SubscribePayload,
  contextValue: RequestContext,
): ExecutionArgs | readonly GraphQLError[] {
  try {
    const document = withCode('GRAPHQL_PARSE_FAILED', () => parse(query, { maxTokens: LIMITS.tokens }));
    const problems = problemsOf(schema, document);
    if (problems.length > 0) return problems;
    const operation = getOperationAST(document, operationName);
    if (!operation)
      throw new GraphQLError('Name one operation of the document.', codeIs('OPERATION_RESOLUTION_FAILURE'));
    refuseCostly(schema, document, operation, variables ?? {});
    return {
      schema,
      document,
      contextValue,
      variableValues: variables ?? null,
      operationName: operationName ?? null,
    };
  } catch (error) {
    if (error instanceof GraphQLError) return [error];
    throw error;
  }
}

function problemsOf(schema: GraphQLSchema, document: DocumentNode): readonly GraphQLError[] {
  const options = { maxErrors: LIMITS.validationErrors };
  return validate(schema, document, [...specifiedRules, depthRule], options).map(
    problem =>
      new GraphQLError(problem.message, {
        nodes: problem.nodes ?? null,
        originalError: problem.originalError ?? problem,
        ...codeIs('GRAPHQL_VALIDATION_FAILED'),
      }),
  );
}

function withCode<T>(code: ErrorCode, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new GraphQLError((error as Error).message, codeIs(code));
  }
}

const codeIs = (code: ErrorCode) => ({ extensions: { code } });
