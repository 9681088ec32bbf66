// Claims: a proposition, where it stands in the view, and what came before and after it. Who says it is added in `fields/`.
import { ObjectType } from 'type-graphql';
import type { Recorded } from '../../domain/event.js';
import type { ClaimStatus } from '../../domain/view.js';
import { explainStatus } from '../../evidence/views/explanation.js';
import type { ViewedGraph } from '../../evidence/viewed-graph.js';
import { workOutSuccession, type Succession } from '../../evidence/weighing/succession.js';
import type { ClaimRecord, Withdrawal } from '../../graph/records/records.js';
import type { Resumable } from '../../graph/work/resumable.js';
import { ClaimStatusEnum } from '../words/enums.js';
import { EdtfScalar } from '../words/scalars.js';
import { longList, ShownList, type LongList } from '../words/long-list.js';
import { Shown, ShownOrNull } from '../words/shown.js';
import { Weighed } from '../words/weighed.js';
import { entityById, EntityType } from './entity.js';
import { NodeType, RecordedType, WithdrawalType } from './node.js';
import { PredicateType } from './predicate.js';
import { ClaimValueType, QualifierType } from './value.js';

@ObjectType('Claim', {
  implements: NodeType,
  description:
    'A proposition that somebody may have said. The same proposition is the same claim, and no fact.',
})
export class ClaimType extends NodeType {
  constructor(
    readonly record: ClaimRecord,
    readonly viewed: ViewedGraph,
  ) {
    super(record.claim.id);
  }

  @Shown(() => String, "In plain words, from the predicate's template.")
  get sentence(): string {
    return this.viewed.graph.sentenceOf(this.record);
  }

  @Shown(() => EntityType, 'Whom or what it is said of.')
  get subject(): EntityType {
    return entityById(this.record.claim.subject, this.viewed);
  }

  @Shown(() => PredicateType, 'What is said.')
  get predicate(): PredicateType {
    const { vocabulary } = this.viewed.graph;
    return new PredicateType(vocabulary.predicateOrPlain(this.record.claim.predicate), vocabulary);
  }

  @ShownOrNull(() => EntityType, 'The entity that it is said in relation to; null where there is a value.')
  get object(): EntityType | null {
    const { object } = this.record.claim;
    return object === undefined ? null : entityById(object, this.viewed);
  }

  @ShownOrNull(() => ClaimValueType, 'The value; null where there is an object.')
  get value(): ClaimValueType | null {
    const { value } = this.record.claim;
    return value === undefined ? null : new ClaimValueType(value);
  }

  @ShownList(() => QualifierType, 'Details, by name.')
  get qualifiers(): LongList<QualifierType> {
    return longList(this.record.claim.qualifiers, qualifier => new QualifierType(qualifier, this.viewed));
  }

  @ShownOrNull(() => EdtfScalar, 'When it is said to hold in the world; null where that is unknown.')
  get validTime(): string | null {
    return this.record.claim.validTime ?? null;
  }

  @Weighed()
  @Shown(() => ClaimStatusEnum, 'Where it stands, by all that is said for and against it in the view.')
  get status(): ClaimStatus {
    return this.viewed.statusOf(this.record);
  }

  @Weighed()
  @Shown(() => String, 'Why it stands there, naming those who decided it.')
  get statusExplained(): string {
    return explainStatus(this.viewed, this.record);
  }

  @ShownList(
    () => ClaimType,
    'Claims in the same place that held before it, the nearest first: no contradiction.',
  )
  get precededBy(): LongList<ClaimType> {
    return this.nearest(
      ({ before }) => before,
      ({ beforeCount }) => beforeCount,
    );
  }

  @ShownList(
    () => ClaimType,
    'Claims in the same place that held after it, the nearest first: no contradiction.',
  )
  get succeededBy(): LongList<ClaimType> {
    return this.nearest(
      ({ after }) => after,
      ({ afterCount }) => afterCount,
    );
  }

  private nearest(
    claims: (succession: Succession) => readonly ClaimRecord[],
    count: (succession: Succession) => number,
  ): LongList<ClaimType> {
    const { record, viewed } = this;
    const workOut = (limit: number): Resumable<Succession> =>
      workOutSuccession(viewed.evidence, record, limit);
    return {
      *first(most) {
        return claims(yield* workOut(most)).map(one => new ClaimType(one, viewed));
      },
      *count() {
        return count(yield* workOut(0));
      },
    };
  }

  @Shown(() => RecordedType, 'When and by whom it was made here.')
  get recorded(): Recorded {
    return this.record.recorded;
  }

  @ShownOrNull(() => WithdrawalType, 'That the claim itself was withdrawn; null where it was not.')
  get withdrawn(): Withdrawal | null {
    return this.viewed.lens.since(this.record.withdrawn);
  }

  @ShownOrNull(() => SupersessionType, 'That another claim was put in its place; null where none was.')
  get superseded(): SupersessionType | null {
    const superseded = this.viewed.lens.since(this.record.superseded);
    const by = superseded && this.viewed.graph.findClaim(superseded.by);
    return by ? new SupersessionType(superseded, new ClaimType(by, this.viewed)) : null;
  }
}

@ObjectType('Supersession', { description: 'That a claim was replaced by another. It stays on record.' })
export class SupersessionType {
  constructor(
    private readonly superseded: Withdrawal,
    private readonly claim: ClaimType,
  ) {}

  @Shown(() => ClaimType, 'The claim in its place.')
  get by(): ClaimType {
    return this.claim;
  }

  @Shown(() => String, 'Why.')
  get reason(): string {
    return this.superseded.reason;
  }

  @Shown(() => RecordedType, 'When and by whom.')
  get recorded(): Recorded {
    return this.superseded.recorded;
  }
}

/** A claim that a record names, so that it must be there. */
export function claimById(id: string, viewed: ViewedGraph): ClaimType {
  const record = viewed.graph.findClaim(id);
  if (!record) throw new Error(`claim ${id} is named by a record and is not drawn`);
  return new ClaimType(record, viewed);
}

/** Claims as a list that is shown only as far as it is asked for. */
export const claimsOf = (records: readonly ClaimRecord[], viewed: ViewedGraph): LongList<ClaimType> =>
  longList(records, record => new ClaimType(record, viewed));
