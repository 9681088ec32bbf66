// The error for subscribers that do not keep up. They are dropped, and nobody waits for them.
import { GraphQLError } from 'graphql';
import type { ErrorCode } from './error-codes.js';

const CODE: ErrorCode = 'SUBSCRIPTION_TOO_SLOW';

/** @param found what was the matter, without a full stop. */
export const tooSlow = (found: string): GraphQLError =>
  new GraphQLError(`${found}: subscribe anew, ask for less, or read faster.`, { extensions: { code: CODE } });
