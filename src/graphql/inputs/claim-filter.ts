// Which claims a list is to keep: all conditions that are given must hold.
import { Field, ID, InputType } from 'type-graphql';
import type { Certainty } from '../../domain/attestation.js';
import type { EntityKind } from '../../domain/entity.js';
import type { ClaimStatus, Independence } from '../../domain/view.js';
import { CertaintyEnum, ClaimStatusEnum, EntityKindEnum, IndependenceEnum } from '../words/enums.js';

@InputType('ClaimFilter', {
  description: 'Which claims to keep: all conditions that are given must hold. An unknown id is refused.',
})
export class ClaimFilter {
  @Field(() => ID, {
    nullable: true,
    description: 'An entity that is the subject, the object or in a qualifier.',
  })
  about?: string;

  @Field(() => ID, { nullable: true, description: 'The entity that is the subject.' })
  subject?: string;

  @Field(() => ID, { nullable: true, description: 'The entity that is the object.' })
  object?: string;

  @Field(() => [String], {
    nullable: true,
    description: 'Ids of predicates, one of which it has; none keeps nothing. An unknown one is refused.',
  })
  predicates?: string[];

  @Field(() => ID, { nullable: true, description: 'A source that says or denies it.' })
  source?: string;

  @Field(() => ID, { nullable: true, description: 'A party of which a source says or denies it.' })
  party?: string;

  @Field(() => [ClaimStatusEnum], { nullable: true, description: 'One of these statuses.' })
  statuses?: ClaimStatus[];

  @Field(() => [CertaintyEnum], {
    nullable: true,
    description: 'One of these certainties, by its firmest chain.',
  })
  certainty?: Certainty[];

  @Field(() => [IndependenceEnum], {
    nullable: true,
    description: 'One of these, by the independence of its support.',
  })
  independence?: Independence[];

  @Field(() => [EntityKindEnum], {
    nullable: true,
    description:
      'Kinds, one of which at least one of its entities other than `about` has: subject, object or in a qualifier; any of its entities without `about`.',
  })
  kinds?: EntityKind[];

  @Field(() => String, {
    nullable: true,
    description:
      'Words that occur in its sentence, or in a quote or wording of those who say it; upper and lower case count alike.',
  })
  text?: string;
}
