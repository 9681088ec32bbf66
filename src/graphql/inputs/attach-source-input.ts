// Attaching a source to a claim, and noting later whom an attestation relays.
import { Field, ID, InputType } from 'type-graphql';
import type { Certainty, Credibility, Lineage, Polarity } from '../../domain/attestation.js';
import type { AttachSource, RecordLineage, Relay } from '../../domain/command.js';
import { CertaintyEnum, CredibilityEnum, LineageEnum, PolarityEnum } from '../words/enums.js';
import { QuoteInput, SourceRefInput } from './source-inputs.js';

@InputType('RelayInput', { description: 'One step down a chain: whom the one before passes on.' })
export class RelayInput implements Relay {
  @Field(() => SourceRefInput, { description: 'What is passed on.' })
  source!: SourceRefInput;

  @Field(() => CertaintyEnum, {
    nullable: true,
    description: 'How firmly that one says it; as firmly as the attached source unless given.',
  })
  certainty?: Certainty;

  @Field(() => String, { nullable: true, description: 'The words that show how firmly.' })
  wording?: string;

  @Field(() => String, { nullable: true, description: 'Where in the source it is said, such as `page 4`.' })
  locator?: string;

  @Field(() => QuoteInput, { nullable: true, description: 'The phrase that says it.' })
  quote?: QuoteInput;
}

@InputType('AttachSourceInput', { description: 'A source, the claim it says, and on whose word.' })
export class AttachSourceInput implements Omit<AttachSource, 'type'> {
  @Field(() => ID, { description: 'Id of the claim; an unknown or withdrawn one is refused.' })
  claim!: string;

  @Field(() => SourceRefInput, { description: 'The source that someone here has before them.' })
  source!: SourceRefInput;

  @Field(() => PolarityEnum, {
    nullable: true,
    defaultValue: PolarityEnum.AFFIRMS,
    description: 'Whether it says so or denies it.',
  })
  polarity?: Polarity;

  @Field(() => CertaintyEnum, {
    nullable: true,
    defaultValue: CertaintyEnum.CERTAIN,
    description: 'How firmly.',
  })
  certainty?: Certainty;

  @Field(() => String, {
    nullable: true,
    description: 'The words that show how firmly; at most 500 characters.',
  })
  wording?: string;

  @Field(() => String, {
    nullable: true,
    description: 'Where in the source it is said, such as `page 4` or `sentence 12`; at most 500 characters.',
  })
  locator?: string;

  @Field(() => QuoteInput, { nullable: true, description: 'The phrase that says it.' })
  quote?: QuoteInput;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'The party vouches itself. Without this and without `via`, lineage is unrecorded.',
  })
  own?: boolean;

  @Field(() => [RelayInput], {
    nullable: true,
    description:
      'Whom it relays, nearest first; the last one is the origin. At most 20; not together with `own`.',
  })
  via?: RelayInput[];

  @Field(() => CredibilityEnum, {
    nullable: true,
    description: 'How credible the item is, apart from who says it.',
  })
  credibility?: Credibility;

  @Field(() => String, {
    nullable: true,
    description: 'A key of your own: the same key and body record nothing again, another body is refused.',
  })
  idempotencyKey?: string;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'Work out the effect and write nothing.',
  })
  preview?: boolean;
}

@InputType('RecordLineageInput', { description: 'On whose word an attestation stands, as found out later.' })
export class RecordLineageInput implements Omit<RecordLineage, 'type'> {
  @Field(() => ID, { description: 'Id of the attestation.' })
  attestation!: string;

  @Field(() => LineageEnum, { description: 'Its lineage from now on.' })
  lineage!: Lineage;

  @Field(() => [ID], {
    nullable: true,
    description: 'Attestations of the same claim that it passes on; needed exactly for RELAYED.',
  })
  relays?: string[];
}
