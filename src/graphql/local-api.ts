// GraphQL without a server: answers requests on a ledger in this process, with the same limits and errors.
import type { GraphQLFormattedError } from 'graphql';
import { Scheduler } from '../graph/work/scheduler.js';
import { Admission } from './operation/admission.js';
import { createApollo } from './http/apollo.js';
import type { RequestContext } from './operation/context.js';
import { errorFormatter, type IncidentLog } from './errors/error-format.js';
import { RateLimit } from './operation/rate-limit.js';
import { LIMITS } from './operation/request-limits.js';
import { buildHearsaySchema } from './schema.js';

export interface GraphQLQuestion {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly operationName?: string;
}

/** A GraphQL answer as clients see it. */
export interface GraphQLAnswer {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly GraphQLFormattedError[];
}

export type Ask = (question: GraphQLQuestion) => Promise<GraphQLAnswer>;

/** Whoever holds the ledger itself may do everything, unless a smaller scope is named. */
export type LocalContext = Omit<RequestContext, 'scope'> & Partial<Pick<RequestContext, 'scope'>>;

/** A way to ask a ledger; the ledger stays the caller's to close. */
export async function askLedger(asking: LocalContext, log: IncidentLog): Promise<Ask> {
  const context: RequestContext = { scope: 'admin', ...asking };
  const admission = new Admission(LIMITS, new Scheduler(), new RateLimit(0));
  const apollo = createApollo(await buildHearsaySchema(), errorFormatter(log), admission);
  return async question => {
    const { body } = await apollo.executeOperation(question, { contextValue: context });
    if (body.kind === 'single') return body.singleResult;
    throw new Error('An answer in parts came where none can be asked for.');
  };
}
