// The JSON body of an error outside of GraphQL.
import { withoutTokens } from '../auth/token-text.js';

/** The body of an answer that failed before GraphQL was reached. */
export const errorBody = (code: string, message: string, extra: object = {}) => ({
  errors: [{ message: withoutTokens(message), extensions: { code, ...extra } }],
});
