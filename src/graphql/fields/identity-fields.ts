// With whom an entity is one, and what was judged of it.
import { FieldResolver, Resolver, Root } from 'type-graphql';
import type { ViewedGraph } from '../../evidence/viewed-graph.js';
import type { PairJudgement } from '../../graph/identity/identity-classes.js';
import type { EntityRecord } from '../../graph/records/records.js';
import { eachInPieces, sorted, type Resumable } from '../../graph/work/resumable.js';
import { ResolvedList, walkedList, workedOutList, type LongList } from '../words/long-list.js';
import { entityById, EntityType } from '../types/entity.js';
import { EntityJudgementType } from '../types/identity.js';

@Resolver(() => EntityType)
export class IdentityFields {
  @ResolvedList(
    () => EntityType,
    'Other entities that are judged one with it in the view, directly or through others, the oldest first. Each answers with the names, pages, claims and sources of all.',
  )
  sameEntities(@Root() { id, viewed }: EntityType): LongList<EntityType> {
    const members = viewed.lens.identities.membersOf(id);
    return walkedList(
      () => othersAmong(members, id),
      member => entityById(member, viewed),
    );
  }

  @FieldResolver(() => EntityType, {
    description:
      'The one that stands for all that are judged one with it in the view: the oldest that is described, else the oldest; itself where there is no other. The same for each of them.',
  })
  canonical(@Root() { id, viewed }: EntityType): EntityType {
    const members = viewed.lens.identities.membersOf(id);
    const described = members.find(member => viewed.graph.findEntity(member)?.entity.provisional !== true);
    return entityById(described ?? members[0] ?? id, viewed);
  }

  @ResolvedList(
    () => EntityJudgementType,
    'The last judgement on it and each other entity, in the order they were judged, those taken back (UNSURE) among them.',
  )
  judgements(@Root() { id, record, viewed }: EntityType): LongList<EntityJudgementType> {
    return workedOutList(
      () => lastJudgements(id, record, viewed),
      pair => new EntityJudgementType(pair, viewed),
    );
  }
}

function* othersAmong(members: readonly string[], id: string): Iterable<string | null> {
  for (const member of members) yield member === id ? null : member;
}

function* lastJudgements(
  id: string,
  { judgements }: EntityRecord,
  { lens }: ViewedGraph,
): Resumable<readonly PairJudgement[]> {
  const pairs = new Map<string, PairJudgement>();
  yield* eachInPieces(judgements, one => {
    const pair = lens.knows(one) ? lens.identities.judgementOn(id, one.other) : null;
    if (pair) pairs.set(one.other, pair);
  });
  return yield* sorted([...pairs.values()], (a, b) => a.recorded.seq - b.recorded.seq);
}
