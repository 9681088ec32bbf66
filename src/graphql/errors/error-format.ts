// Formats every error, by HTTP or WebSocket, as `errors[]` with a code of the table.
import { randomUUID } from 'node:crypto';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { Refusal } from '../../domain/refusal.js';
import { withoutTokens } from '../auth/token-text.js';
import { isErrorCode } from './error-codes.js';

/** Told of each fault of ours, with the incident's number as the client sees it. */
export type IncidentLog = (incident: string, error: unknown) => void;

export type FormatError = (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError;

/** A formatter for Apollo and for WebSockets: refusals and GraphQL's own errors stay, all else is masked and logged. */
export function errorFormatter(log: IncidentLog): FormatError {
  return (formatted, error) => {
    const { locations, path } = formatted;
    const message = withoutTokens(clear(formatted.message.trim()));
    const place = { ...(locations ? { locations } : {}), ...(path?.length ? { path } : {}) };
    const known = codeOf(formatted, error);
    if (known) return { message, ...place, extensions: known };
    const incident = randomUUID();
    log(incident, causeOf(error));
    return { message: maskedMessage(incident), ...place, extensions: { code: 'INTERNAL', incident } };
  };
}

/** Documents are read by recursion: what the engine says of one that is too deep for it helps nobody. */
const clear = (message: string): string =>
  message === 'Maximum call stack size exceeded'
    ? 'The document is nested too deep to be read: ask in several requests, and give values as variables.'
    : message;

/** What a client learns of a fault of ours. */
export const maskedMessage = (incident: string): string =>
  `Something went wrong inside Hearsay: its log tells more under ${incident}.`;

function codeOf(formatted: GraphQLFormattedError, error: unknown): { code: string } | null {
  const cause = causeOf(error);
  if (cause instanceof Refusal) return { code: cause.code, ...cause.place };
  const { stacktrace: _, http: __, ...extensions } = formatted.extensions ?? {};
  // A value that its scalar refuses keeps that code, whether it stood in the document or in a variable.
  const code =
    cause instanceof GraphQLError ? (cause.extensions['code'] ?? extensions['code']) : extensions['code'];
  if (isErrorCode(code)) return { ...extensions, code };
  // Apollo's word for a query that is to be known by its hash alone.
  if (code === 'PERSISTED_QUERY_NOT_SUPPORTED') return { code: 'BAD_REQUEST' };
  return isInputError(error) ? { code: 'BAD_USER_INPUT' } : null;
}

/** graphql-js gives no code to variables that do not fit, nor to arguments that turn out wrong only at run time. */
function isInputError(error: unknown): boolean {
  if (!(error instanceof GraphQLError)) return false;
  if (error.path === undefined) return error.message.startsWith('Variable "$');
  const cause = causeOf(error);
  return cause instanceof GraphQLError && cause.message.startsWith('Argument "');
}

const causeOf = (error: unknown): unknown =>
  error instanceof GraphQLError && error.originalError ? error.originalError : error;
