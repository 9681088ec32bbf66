// The subscription to changes of claims.
import { Arg, Ctx, ID, Resolver, Root, Subscription } from 'type-graphql';
import { getClaim } from '../../journal/decide/lookups.js';
import type { ClaimChangeFeed, SeenChange } from '../changes/claim-change-feed.js';
import type { RequestContext } from '../operation/context.js';
import { ClaimChangeType } from '../types/impact.js';

@Resolver()
export class ClaimChangedSubscription {
  @Subscription(() => ClaimChangeType, {
    description: "Fires when a claim's support or status changes, once for each claim and commit.",
    subscribe: ({ args, context }: { args: { about?: string | null }; context: RequestContext }) =>
      feedOf(context).subscribe(args.about ?? null),
  })
  claimChanged(
    @Root() told: SeenChange,
    @Arg('about', () => ID, {
      nullable: true,
      description:
        'Only changes of this claim, or of claims that name this entity; all unless given. An unknown id is refused.',
    })
    _about: string | null | undefined,
    @Ctx() { ledger }: RequestContext,
  ): ClaimChangeType {
    const after = ledger.through({ knownAtSeq: told.seq });
    // The record may be another one by now, where a text in it was redacted.
    const claim = getClaim(ledger.graph, told.claim.claim.id, ['claim']);
    return new ClaimChangeType({ ...told, claim }, after);
  }
}

function feedOf({ changes }: RequestContext): ClaimChangeFeed {
  if (!changes) throw new Error('a subscription needs `changes` in its context');
  return changes;
}
