// The view as it is asked for; everything below the field that takes it is seen through it.
import { Field, InputType, Int } from 'type-graphql';
import type { ClaimStatus, View } from '../../domain/view.js';
import { ClaimStatusEnum } from '../words/enums.js';
import { DateTimeScalar, EdtfScalar } from '../words/scalars.js';

@InputType('ViewInput', {
  description:
    'The lens of a question. Unless given: all of valid time, everything published, best known, nothing withdrawn.',
})
export class ViewInput implements View {
  @Field(() => EdtfScalar, {
    nullable: true,
    description: 'Claims that may have been true in the world then; one of unknown time may have been.',
  })
  validAt?: string;

  @Field(() => EdtfScalar, {
    nullable: true,
    description: 'Only what was said in public by the end of that time.',
  })
  publishedBy?: string;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Only what was recorded here by that moment.',
  })
  knownAt?: string;

  @Field(() => Int, {
    nullable: true,
    description:
      'Only what was recorded here up to this place in the journal, from 0. With `knownAt`, the earlier of the two counts.',
  })
  knownAtSeq?: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Lists, walks and paths keep claims with at least so many independent chains, from 0.',
  })
  minIndependent?: number;

  @Field(() => [ClaimStatusEnum], {
    nullable: true,
    description: 'Lists, walks and paths keep claims that have one of these statuses.',
  })
  statuses?: ClaimStatus[];

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'Whether lists show what was withdrawn too; it supports nothing either way.',
  })
  includeWithdrawn?: boolean;
}
