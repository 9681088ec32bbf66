// Reads and admits an operation that came by WebSocket, like those by HTTP.
import { GraphQLError, getOperationAST, OperationTypeNode, parse, specifiedRules, validate } from 'graphql';
import type { DocumentNode, ExecutionArgs, GraphQLSchema } from 'graphql';
import type { SubscribePayload } from 'graphql-ws';
import type { Admission } from '../operation/admission.js';
import type { RequestContext } from '../operation/context.js';
import type { ErrorCode } from '../errors/error-codes.js';
import type { Limits } from '../operation/request-limits.js';
import { limitRules } from '../operation/request-rules.js';

/** What graphql-js needs to run it, or what is wrong with it. */
export function readOperation(
  schema: GraphQLSchema,
  { query, variables, operationName }: SubscribePayload,
  context: RequestContext,
  admission: Admission,
  limits: Limits,
): ExecutionArgs | readonly GraphQLError[] {
  try {
    const document = withCode('GRAPHQL_PARSE_FAILED', () => parse(query, { maxTokens: limits.tokens }));
    // One of graphql-js's rules throws where it should report: a condition of a subscription that hangs on an unknown variable.
    const problems = withCode('GRAPHQL_VALIDATION_FAILED', () => problemsOf(schema, document, limits));
    if (problems.length > 0) return problems;
    const operation = getOperationAST(document, operationName);
    if (!operation)
      throw new GraphQLError('Name one operation of the document.', codeIs('OPERATION_RESOLUTION_FAILURE'));
    const work = admission.admit({ schema, document, operation, variables: variables ?? {}, context });
    const follows = operation.operation === OperationTypeNode.SUBSCRIPTION;
    return {
      schema,
      // As long as it is listened to it is kept: without its places it takes a third of the memory.
      document: follows ? parse(query, { maxTokens: limits.tokens, noLocation: true }) : document,
      // A subscription may last as long as it is listened to.
      contextValue: follows ? context : { ...context, work },
      variableValues: variables ?? null,
      operationName: operationName ?? null,
    };
  } catch (error) {
    if (error instanceof GraphQLError) return [error];
    throw error;
  }
}

function problemsOf(schema: GraphQLSchema, document: DocumentNode, limits: Limits): readonly GraphQLError[] {
  const options = { maxErrors: limits.problems };
  return validate(schema, document, [...specifiedRules, ...limitRules(limits)], options).map(
    problem =>
      new GraphQLError(problem.message, {
        nodes: problem.nodes ?? null,
        originalError: problem.originalError ?? problem,
        extensions: { ...problem.extensions, code: 'GRAPHQL_VALIDATION_FAILED' satisfies ErrorCode },
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
