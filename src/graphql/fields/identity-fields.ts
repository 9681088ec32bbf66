// With whom an entity is one, and what was judged of it.
import { FieldResolver, Resolver, Root } from 'type-graphql';
import { longList, ResolvedList, type LongList } from '../long-list.js';
import { entityById, EntityType } from '../types/entity.js';
import { EntityJudgementType } from '../types/identity.js';

@Resolver(() => EntityType)
export class IdentityFields {
  @ResolvedList(
    () => EntityType,
    'Other entities that are judged one with it in the view, directly or through others, the oldest first. Each answers with the names, pages, claims and sources of all.',
  )
  sameEntities(@Root() { id, reading }: EntityType): LongList<EntityType> {
    const members = reading.lens.identities.membersOf(id);
    return longList(
      members.filter(member => member !== id),
      member => entityById(member, reading),
    );
  }

  @FieldResolver(() => EntityType, {
    description:
      'The one that stands for all that are judged one with it in the view: the oldest that is described, else the oldest; itself where there is no other. The same for each of them.',
  })
  canonical(@Root() { id, reading }: EntityType): EntityType {
    const members = reading.lens.identities.membersOf(id);
    const described = members.find(member => reading.graph.findEntity(member)?.entity.provisional !== true);
    return entityById(described ?? members[0] ?? id, reading);
  }

  @ResolvedList(
    () => EntityJudgementType,
    'The last judgement on it and each other entity, in the order they were judged, those taken back (UNSURE) among them.',
  )
  judgements(@Root() { id, record, reading }: EntityType): LongList<EntityJudgementType> {
    const { identities } = reading.lens;
    const others = new Set(
      record.judgements.filter(one => reading.lens.knows(one)).map(({ other }) => other),
    );
    const pairs = [...others].flatMap(other => identities.judgementOn(id, other) ?? []);
    pairs.sort((a, b) => a.recorded.seq - b.recorded.seq);
    return longList(pairs, pair => new EntityJudgementType(pair, reading));
  }
}
