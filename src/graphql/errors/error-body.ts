// The body of an error that is told outside of GraphQL: before it was reached, or by the command line.
import { withoutTokens } from '../auth/token-text.js';

/** The body of an answer that failed before GraphQL was reached. */
export const errorBody = (code: string, message: string, extra: object = {}) => ({
  errors: [{ message: withoutTokens(message), extensions: { code, ...extra } }],
});
