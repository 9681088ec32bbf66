// The subscription to changes of claims.
import { Arg, ID, Resolver, Root, Subscription } from 'type-graphql';
import type { RequestContext } from '../context.js';
import { ClaimChangeFeed } from '../claim-change-feed.js';
import type { Ledger } from '../../journal/ledger.js';
import { ClaimChangeType } from '../types/impact.js';

// One feed a ledger, gone with it: all who listen to a ledger share the work.
const feeds = new WeakMap<Ledger, ClaimChangeFeed>();

function feedOf({ ledger }: RequestContext): ClaimChangeFeed {
  const feed = feeds.get(ledger) ?? new ClaimChangeFeed(ledger);
  feeds.set(ledger, feed);
  return feed;
}

@Resolver()
export class ClaimChangedSubscription {
  @Subscription(() => ClaimChangeType, {
    description: "Fires when a claim's support or status changes, once for each claim and commit.",
    subscribe: ({ args, context }: { args: { about?: string | null }; context: RequestContext }) =>
      feedOf(context).subscribe(args.about ?? null),
  })
  claimChanged(
    @Root() change: ClaimChangeType,
    @Arg('about', () => ID, {
      nullable: true,
      description:
        'Only changes of this claim, or of claims that name this entity; all unless given. An unknown id is refused.',
    })
    _about: string | null | undefined,
  ): ClaimChangeType {
    return change;
  }
}
