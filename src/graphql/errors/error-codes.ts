// Every `extensions.code` that an answer can carry. Clients may rely on the codes; messages may change.

/** Code to what it means, for people; the README shows this table. */
export const ERROR_CODES = {
  INVALID_INPUT: 'What was sent does not fit: `field` names the input that must be mended.',
  NOT_FOUND: 'What was named is not here.',
  CONFLICT: 'It is already otherwise.',
  IDEMPOTENCY_KEY_REUSED: 'The idempotency key was used before with a different body.',
  JOURNAL_ERROR: 'The journal could not be read or written: nothing was recorded.',
  JOURNAL_UNAVAILABLE:
    'The database that holds the journal is out of reach: send the same again, it is recorded once at most.',
  JOURNAL_BEHIND: 'This server has not come to the place in the journal that `x-hearsay-min-seq` demands.',
  BAD_REQUEST: 'The HTTP request is no GraphQL request (no query, no JSON, a header missing).',
  GRAPHQL_PARSE_FAILED: 'The document is no GraphQL, or longer than is allowed.',
  GRAPHQL_VALIDATION_FAILED: 'The document does not fit the schema, or is nested deeper than is allowed.',
  BAD_USER_INPUT: 'A variable or an argument does not fit its type.',
  OPERATION_RESOLUTION_FAILURE:
    'The document holds several operations and none, or an unknown one, was named.',
  QUERY_TOO_COSTLY: 'The query could touch more fields than are allowed: ask for fewer or smaller lists.',
  ANSWER_TOO_LONG: 'The answer has more bytes than are allowed: ask for less at a time.',
  RATE_LIMITED: 'The work that this caller may ask for in a minute is used up: ask again later, or for less.',
  SUBSCRIPTION_TOO_SLOW: 'More waited to be read than is kept: subscribe anew, and read faster.',
  OPERATION_TIMEOUT: 'The operation took longer than is allowed and was given up: ask for less.',
  TOO_MANY_OPEN: 'As many WebSockets, or operations on this one, are open as are allowed.',
  SUBSCRIPTION_NEEDS_WEBSOCKET: 'A subscription came by HTTP: connect by WebSocket (graphql-ws) instead.',
  BODY_TOO_LARGE: 'The body is larger than is allowed.',
  UNSUPPORTED_MEDIA_TYPE: 'The body is not `application/json`.',
  ROUTE_NOT_FOUND: 'There is nothing at this address.',
  HOST_NOT_ALLOWED: 'The `Host` header names another machine: a page elsewhere may be reaching in.',
  ORIGIN_NOT_ALLOWED: 'A page from another origin sent this request.',
  UNAUTHENTICATED: 'The server asks for a token: none came, or one that is not let in (any more).',
  FORBIDDEN: 'The token is let in, but its scope is too small for a field of the operation.',
  SERVER_STOPPING: 'The server is being stopped: ask again once it is back.',
  INTERNAL: 'A fault of ours; the log tells more under the same `incident`.',
} as const satisfies Readonly<Record<string, string>>;

export type ErrorCode = keyof typeof ERROR_CODES;

/** Whether a value is one of the codes of the table. */
export const isErrorCode = (code: unknown): code is ErrorCode =>
  typeof code === 'string' && Object.hasOwn(ERROR_CODES, code);
