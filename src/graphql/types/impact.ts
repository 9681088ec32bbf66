// What if, and side by side: the effect of setting something aside, two sources compared, a change as it happens.
import { Int, ObjectType } from 'type-graphql';
import type { Recorded } from '../../domain/event.js';
import type { ClaimStatus } from '../../domain/view.js';
import type { ClaimChange } from '../../evidence/views/claim-changes.js';
import type { SourceComparison } from '../../evidence/views/comparison.js';
import type { Impact, StatusChange } from '../../evidence/views/impact.js';
import type { ViewedGraph } from '../../evidence/viewed-graph.js';
import { ClaimStatusEnum } from '../words/enums.js';
import { longList, ShownList, type LongList } from '../words/long-list.js';
import { Shown, ShownOrNull } from '../words/shown.js';
import { claimsOf, ClaimType } from './claim.js';
import { ContradictionType } from './contradiction.js';
import { RecordedType } from './node.js';

@ObjectType('StatusChange', { description: 'A claim whose status would be another.' })
export class StatusChangeType {
  constructor(
    private readonly change: StatusChange,
    private readonly viewed: ViewedGraph,
  ) {}

  @Shown(() => ClaimType, 'The claim, as it stands now.')
  get claim(): ClaimType {
    return new ClaimType(this.change.claim, this.viewed);
  }

  @Shown(() => ClaimStatusEnum, 'Its status now.')
  get before(): ClaimStatus {
    return this.change.before;
  }

  @Shown(() => ClaimStatusEnum, 'Its status if that were set aside.')
  get after(): ClaimStatus {
    return this.change.after;
  }
}

@ObjectType('Impact', {
  description: 'What would fall if something were set aside. Claims are shown as they stand.',
})
export class ImpactType {
  constructor(
    private readonly impact: Impact,
    private readonly viewed: ViewedGraph,
  ) {}

  @ShownList(() => ClaimType, 'Claims that nothing would support any more.')
  get losesAllSupport(): LongList<ClaimType> {
    return claimsOf(this.impact.losesAllSupport, this.viewed);
  }

  @ShownList(() => ClaimType, 'Claims that would be left with one chain, or with no two independent ones.')
  get dropsToOneChain(): LongList<ClaimType> {
    return claimsOf(this.impact.dropsToOneChain, this.viewed);
  }

  @ShownList(() => StatusChangeType, 'Claims whose status would be another.')
  get changesStatus(): LongList<StatusChangeType> {
    return longList(this.impact.changesStatus, change => new StatusChangeType(change, this.viewed));
  }

  @Shown(() => Int, 'How many claims were looked at.')
  get explored(): number {
    return this.impact.explored;
  }
}

@ObjectType('SourceComparison', { description: 'What two sources say, side by side.' })
export class SourceComparisonType {
  constructor(
    private readonly comparison: SourceComparison,
    private readonly viewed: ViewedGraph,
  ) {}

  @ShownList(() => ClaimType, 'Claims that both say, in their own word or passing on another’s.')
  get both(): LongList<ClaimType> {
    return claimsOf(this.comparison.both, this.viewed);
  }

  @ShownList(() => ClaimType, 'Claims that only the first says.')
  get onlyA(): LongList<ClaimType> {
    return claimsOf(this.comparison.onlyA, this.viewed);
  }

  @ShownList(() => ClaimType, 'Claims that only the second says.')
  get onlyB(): LongList<ClaimType> {
    return claimsOf(this.comparison.onlyB, this.viewed);
  }

  @ShownList(() => ContradictionType, 'Where what the two say cannot both be so.')
  get contradictory(): LongList<ContradictionType> {
    return longList(this.comparison.contradictory, found => new ContradictionType(found, this.viewed));
  }
}

@ObjectType('ClaimChange', { description: "A change of a claim's support or status, as it was recorded." })
export class ClaimChangeType {
  constructor(
    private readonly change: ClaimChange,
    private readonly after: ViewedGraph,
  ) {}

  @Shown(() => ClaimType, 'The claim, as it stands after the change.')
  get claim(): ClaimType {
    return new ClaimType(this.change.claim, this.after);
  }

  @ShownOrNull(() => ClaimStatusEnum, 'Its status before; null where the claim is new.')
  get statusBefore(): ClaimStatus | null {
    return this.change.statusBefore;
  }

  @Shown(() => ClaimStatusEnum, 'Its status after.')
  get statusAfter(): ClaimStatus {
    return this.change.statusAfter;
  }

  @Shown(() => RecordedType, 'The entry of the journal that brought it about.')
  get cause(): Recorded {
    return this.change.cause;
  }
}
