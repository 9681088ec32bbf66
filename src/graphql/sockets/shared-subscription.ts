// One subscription that many clients share: it is run and serialised once for each change.
import { execute, GraphQLError, type ExecutionArgs, type OperationDefinitionNode } from 'graphql';
import type { Scheduler } from '../../graph/work/scheduler.js';
import { unlimited } from '../../graph/work/work.js';
import type { Admission } from '../operation/admission.js';
import { BoundedQueue } from '../changes/bounded-queue.js';
import type { SeenChange } from '../changes/claim-change-feed.js';
import type { RequestContext } from '../operation/context.js';
import type { FormatError } from '../errors/error-format.js';
import type { Lanes } from './lanes.js';
import type { OperationWork, WorkMost } from '../operation/operation-work.js';
import type { RequestNotes } from '../operation/request-notes.js';
import type { Reader } from './socket-reader.js';
import { writtenResult, type WrittenResult } from '../operation/written-result.js';

/** What all subscriptions of a server share. */
export interface SubscriptionGround {
  readonly admission: Admission;
  readonly scheduler: Scheduler;
  readonly lanes: Lanes;
  /** What one result may take. */
  readonly most: WorkMost;
  readonly formatError: FormatError;
}

/** What is followed. */
export interface Followed extends ExecutionArgs {
  readonly operation: OperationDefinitionNode;
  readonly contextValue: RequestContext;
}

/** Who follows. */
export interface Follower {
  readonly by: string;
  readonly reader: Reader;
  readonly notes?: RequestNotes | undefined;
  /** The last commit before it subscribed: only later ones concern it. */
  readonly since: number;
}

export class SharedSubscription {
  private readonly followers = new Map<Follower, BoundedQueue<never>>();
  private isEnded = false;
  private work: OperationWork | null = null;

  /** @param source of the changes, which is left with the last follower. @param onEnd called then. */
  constructor(
    private readonly followed: Followed,
    private readonly source: AsyncIterableIterator<SeenChange>,
    private readonly on: SubscriptionGround,
    private readonly onEnd: () => void,
  ) {
    void this.run();
  }

  /** Whether nobody may join any more. */
  get isOver(): boolean {
    return this.isEnded;
  }

  /** Tells a follower of what comes; gives nothing by itself, but ends with it, or fails. */
  join(follower: Follower, onLeave: () => void): AsyncIterableIterator<never> {
    const ending = new BoundedQueue<never>(1, () => {
      this.followers.delete(follower);
      onLeave();
      if (this.followers.size === 0) this.end();
    });
    this.followers.set(follower, ending);
    return ending;
  }

  private end(): void {
    if (this.isEnded) return;
    this.isEnded = true;
    this.work?.abandon();
    void this.source.return?.();
    this.onEnd();
  }

  private async run(): Promise<void> {
    try {
      for await (const change of this.source) await this.on.lanes.within(() => this.tell(change));
    } catch (error) {
      for (const ending of this.followers.values()) ending.fail(error as Error);
    } finally {
      this.end();
    }
  }

  private async tell(change: SeenChange): Promise<void> {
    const followers = [...this.followers].filter(([{ since }]) => since < change.commit);
    if (followers.length === 0) return;
    const resultFor = await this.results(change, new Set(followers.map(([{ by }]) => by)));
    // Delivery is not part of the work that a result may take: no subscriber gets half of it.
    const work = unlimited(this.on.scheduler);
    for (const [follower, ending] of followers) {
      work.look();
      if (work.due) await work.pause();
      if (!this.followers.has(follower)) continue;
      const { text, errors } = resultFor(follower.by);
      const taken = follower.reader.take(text);
      if (taken === 'sent') follower.notes?.told(errors);
      else void ending.return();
      if (taken === 'too slow') follower.notes?.refused('SUBSCRIPTION_TOO_SLOW');
    }
  }

  /** Sends one result to all subscribers that may have it. Others get the reason, and are asked again at the next change. */
  private async results(
    change: SeenChange,
    callers: ReadonlySet<string>,
  ): Promise<(by: string) => WrittenResult> {
    const { schema, document, operation, variableValues, contextValue } = this.followed;
    const refused = new Map<string, WrittenResult>();
    for (const by of callers) {
      const variables = variableValues ?? {};
      const context = { ...contextValue, by };
      try {
        this.on.admission.refuse({ schema, document, operation, variables, context });
      } catch (error) {
        refused.set(by, this.failed(error));
      }
    }
    const letIn = [...callers].filter(by => !refused.has(by));
    const result = letIn.length > 0 ? await this.resultOf(change, letIn) : null;
    return by => refused.get(by) ?? result ?? this.failed(new Error('nobody was let in'));
  }

  private async resultOf(change: SeenChange, callers: readonly string[]): Promise<WrittenResult> {
    const { admission, most, formatError } = this.on;
    const work = (this.work = admission.workFor(callers, most));
    try {
      work.look();
      if (work.due) await work.pause();
      const contextValue: RequestContext = { ...this.followed.contextValue, work };
      const result = await execute({ ...this.followed, rootValue: change, contextValue });
      const written = writtenResult(result, formatError);
      work.fits(written.text.length);
      return written;
    } catch (error) {
      return this.failed(error);
    }
  }

  private failed(error: unknown): WrittenResult {
    const { message } = error as Error;
    const told =
      error instanceof GraphQLError ? error : new GraphQLError(message, { originalError: error as Error });
    return writtenResult({ data: null, errors: [told] }, this.on.formatError);
  }
}
