// With whom an entity is one, and what was judged of it.
import { FieldResolver, Resolver, Root } from 'type-graphql';
import { entityById, EntityType } from '../types/entity.js';
import { EntityJudgementType } from '../types/identity.js';

@Resolver(() => EntityType)
export class IdentityFields {
  @FieldResolver(() => [EntityType], {
    description:
      'Other entities that are judged one with it in the view, directly or through others, the oldest first. Each answers with the names, pages, claims and sources of all.',
  })
  sameEntities(@Root() { id, reading }: EntityType): readonly EntityType[] {
    const members = reading.lens.identities.membersOf(id);
    return members.filter(member => member !== id).map(member => entityById(member, reading));
  }

  @FieldResolver(() => EntityType, {
    description:
      'The one that stands for all that are judged one with it in the view: the oldest that is described, else the oldest; itself where there is no other. The same for each of them.',
  })
  canonical(@Root() { id, reading }: EntityType): EntityType {
    const members = reading.lens.identities.membersOf(id).map(member => entityById(member, reading));
    return members.find(({ isProvisional }) => !isProvisional) ?? members[0] ?? entityById(id, reading);
  }

  @FieldResolver(() => [EntityJudgementType], {
    description:
      'The last judgement on it and each other entity, in the order they were judged, those taken back (UNSURE) among them.',
  })
  judgements(@Root() { id, record, reading }: EntityType): readonly EntityJudgementType[] {
    const { identities } = reading.lens;
    const others = new Set(
      record.judgements.filter(one => reading.lens.knows(one)).map(({ other }) => other),
    );
    return [...others]
      .flatMap(other => identities.judgementOn(id, other) ?? [])
      .sort((a, b) => a.recorded.seq - b.recorded.seq)
      .map(pair => new EntityJudgementType(pair, reading));
  }
}
