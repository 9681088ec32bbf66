// All subscriptions: those with the same document, variables and rights share one.
import { createHash } from 'node:crypto';
import { createSourceEventStream, getOperationAST, GraphQLError } from 'graphql';
import type { ExecutionArgs, ExecutionResult } from 'graphql';
import { canonicalJson, type Json } from '../../domain/ids.js';
import { BoundedQueue } from '../changes/bounded-queue.js';
import type { SeenChange } from '../changes/claim-change-feed.js';
import type { Scope } from '../auth/scope.js';
import type { RequestContext } from '../operation/context.js';
import type { ErrorCode } from '../errors/error-codes.js';
import type { Limits } from '../operation/request-limits.js';
import { SharedSubscription, type Followed, type SubscriptionGround } from './shared-subscription.js';
import type { Reader } from './socket-reader.js';

/** The context of an operation that came by WebSocket. */
export interface SocketContext extends RequestContext {
  /** The text of its document. */
  readonly query: string;
  readonly reader: Reader;
}

type Ending = AsyncIterableIterator<never>;
type Asked = ExecutionArgs & { readonly contextValue: RequestContext };
type Begun = SharedSubscription | ExecutionResult;
type Most = Pick<Limits, 'subscriptions' | 'subscriptionLength'>;

export class Subscriptions {
  private readonly shared = new Map<string, Promise<Begun>>();
  private count = 0;
  private length = 0;

  constructor(
    private readonly on: SubscriptionGround,
    private readonly most: Most,
  ) {}

  /** Lets a reader follow: results are sent to it, and what is given ends when that does. Or what is wrong with it. */
  async follow(args: ExecutionArgs): Promise<Ending | ExecutionResult> {
    const { reader, notes, query, ...context } = args.contextValue as SocketContext;
    const asked = textOf(args, context.scope, query);
    if (asked === null) return failed(tooDeep());
    const { length } = asked;
    const { subscriptions, subscriptionLength } = this.most;
    if (this.count >= subscriptions) return failed(tooMany(subscriptions));
    if (this.length + length > subscriptionLength) return failed(tooLong(subscriptionLength));
    this.add(1, length);
    const leave = (): void => this.add(-1, -length);
    try {
      const begun = await this.begun(asked, { ...args, contextValue: context });
      if (begun instanceof SharedSubscription) {
        const since = context.changes?.lastCommit ?? 0;
        return begun.join({ by: context.by, reader, notes, since }, leave);
      }
      leave();
      return begun;
    } catch (error) {
      leave();
      return failed(error as Error);
    }
  }

  private add(count: number, length: number): void {
    this.count += count;
    this.length += length;
  }

  /** One that may be joined, begun unless it was. */
  private async begun(asked: string, args: Asked): Promise<Begun> {
    const operation = getOperationAST(args.document, args.operationName);
    if (!operation) throw new Error('an operation that was read is there');
    const key = createHash('sha256').update(asked).digest('base64');
    for (;;) {
      const opened = this.shared.get(key) ?? this.open(key, { ...args, operation });
      this.shared.set(key, opened);
      const begun = await opened;
      if (!(begun instanceof SharedSubscription) || !begun.isOver) return begun;
    }
  }

  private async open(key: string, followed: Followed): Promise<Begun> {
    const forget = (): void => void this.shared.delete(key);
    try {
      const source = await createSourceEventStream(followed);
      if (Symbol.asyncIterator in source) {
        return new SharedSubscription(followed, source as AsyncIterableIterator<SeenChange>, this.on, forget);
      }
      forget();
      return source;
    } catch (error) {
      forget();
      throw error;
    }
  }
}

/**
 * The same for all who are told the same: whoever may do the same is, in whatever name. Null for variables that are nested too
 * deep to be written.
 */
function textOf(
  { variableValues, operationName }: ExecutionArgs,
  scope: Scope,
  query: string,
): string | null {
  try {
    return canonicalJson([scope, operationName ?? null, (variableValues ?? {}) as Json, query]);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** The protocol has one message for errors of a subscription and another for errors of a result. */
function failed(error: Error): Ending {
  const ending = new BoundedQueue<never>(1, () => undefined);
  ending.fail(error);
  return ending;
}

const tooMany = (most: number): GraphQLError =>
  refusal('TOO_MANY_OPEN', `All ${most} subscriptions of this server are taken: come back later.`);

const tooLong = (most: number): GraphQLError =>
  refusal(
    'TOO_MANY_OPEN',
    `All subscriptions of this server may have ${most} characters together: ask with a shorter document, or come back later.`,
  );

const tooDeep = (): GraphQLError =>
  refusal('BAD_USER_INPUT', 'The variables are nested too deep: ask with those that the document names.');

const refusal = (code: ErrorCode, message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code } });
