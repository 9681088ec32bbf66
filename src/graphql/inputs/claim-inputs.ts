// Making a claim: the proposition and its details as they come in.
import { Field, ID, InputType } from 'type-graphql';
import type { Qualifier } from '../../domain/claim.js';
import type { MakeClaim } from '../../domain/command.js';
import { UnknownObjectEnum } from '../words/enums.js';
import { EdtfScalar } from '../words/scalars.js';

@InputType('QualifierInput', {
  description: 'A detail of a claim: its name, and exactly one of entity and value.',
})
export class QualifierInput implements Qualifier {
  @Field(() => String, { description: 'What it tells: lower-case words joined by underscores.' })
  name!: string;

  @Field(() => ID, { nullable: true, description: 'Id of an entity.' })
  entity?: string;

  @Field(() => String, { nullable: true, description: 'Text, where it is no entity.' })
  value?: string;
}

@InputType('MakeClaimInput', {
  description: 'A proposition: exactly one of object, value and unknown, as its predicate asks.',
})
export class MakeClaimInput implements Omit<MakeClaim, 'type'> {
  @Field(() => ID, { description: 'Id of the entity that it is said of.' })
  subject!: string;

  @Field(() => String, { description: 'Id of a predicate of the vocabulary.' })
  predicate!: string;

  @Field(() => ID, { nullable: true, description: 'Id of the entity that it is said in relation to.' })
  object?: string;

  @Field(() => String, {
    nullable: true,
    description: 'A value as text, in the form that the predicate asks: text, number, EDTF date or duration.',
  })
  value?: string;

  @Field(() => UnknownObjectEnum, {
    nullable: true,
    description: 'Where there is something that is not known, or nothing.',
  })
  unknown?: 'SOME_VALUE' | 'NO_VALUE';

  @Field(() => EdtfScalar, {
    nullable: true,
    description: 'When it holds in the world; unknown unless given. Part of what makes the claim.',
  })
  validTime?: string;

  @Field(() => [QualifierInput], {
    nullable: true,
    description: 'Details. Part of what makes the claim.',
  })
  qualifiers?: QualifierInput[];
}
