// Serialises a result for WebSockets, once for all subscribers that get the same.
import type { FormattedExecutionResult, GraphQLError, GraphQLFormattedError } from 'graphql';
import type { FormatError } from '../errors/error-format.js';
import { givenUpAmong } from './operation-work.js';

/** As graphql-js, or graphql-ws, gives it. */
interface Result {
  readonly data?: FormattedExecutionResult['data'];
  readonly errors?: readonly GraphQLError[] | undefined;
}

export interface WrittenResult {
  /** JSON. */
  readonly text: string;
  readonly errors: readonly GraphQLFormattedError[];
}

/** A result as clients get it: if it was given up midway, only the error that says so. */
export function toldResult(
  { data = null, errors }: Result,
  formatError: FormatError,
): FormattedExecutionResult {
  const inEnvelope = (error: GraphQLError): GraphQLFormattedError => formatError(error.toJSON(), error);
  if (!errors) return { data };
  const refusal = givenUpAmong(errors);
  if (refusal) return { data: null, errors: [inEnvelope(refusal)] };
  return { data, errors: errors.map(inEnvelope) };
}

export function writtenResult(result: Result, formatError: FormatError): WrittenResult {
  const told = toldResult(result, formatError);
  return { text: JSON.stringify(told), errors: told.errors ?? [] };
}
