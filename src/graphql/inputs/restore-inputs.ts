// Sources and attestations as another journal had them: what an export brings back.
import { Field, ID, InputType, Int } from 'type-graphql';
import type { Certainty, Credibility, Lineage, Polarity } from '../../domain/attestation.js';
import type { AddSource, RestoreAttestations, RestoredAttestation } from '../../domain/command.js';
import { CertaintyEnum, CredibilityEnum, LineageEnum, PolarityEnum } from '../words/enums.js';
import { NewSourceInput, QuoteInput, SourceRefInput } from './source-inputs.js';

@InputType('AddSourceInput', { description: 'A source by itself, before anything is attached to it.' })
export class AddSourceInput implements Omit<AddSource, 'type'> {
  @Field(() => NewSourceInput, { description: 'The source; one that is known is added no second time.' })
  source!: NewSourceInput;

  @Field(() => Boolean, { description: 'Whether someone here has the source itself.' })
  held!: boolean;
}

@InputType('NotedLineageInput', { description: 'What was noted of a lineage later.' })
export class NotedLineageInput {
  @Field(() => LineageEnum, { description: 'The lineage.' })
  lineage!: Lineage;

  @Field(() => [Int], { description: 'Places in the list, from 0, of what it relays.' })
  relays!: number[];
}

@InputType('RestoredAttestationInput', { description: 'An attestation as a journal had it.' })
export class RestoredAttestationInput implements RestoredAttestation {
  @Field(() => SourceRefInput, { description: 'The source.' })
  source!: SourceRefInput;

  @Field(() => PolarityEnum, { description: 'Whether it says so or denies it.' })
  polarity!: Polarity;

  @Field(() => CertaintyEnum, { description: 'How firmly.' })
  certainty!: Certainty;

  @Field(() => String, { nullable: true, description: 'The words that show how firmly.' })
  wording?: string;

  @Field(() => String, { nullable: true, description: 'Where in the source it is said.' })
  locator?: string;

  @Field(() => QuoteInput, { nullable: true, description: 'The phrase that says it.' })
  quote?: QuoteInput;

  @Field(() => LineageEnum, { description: 'Its lineage when it was attached.' })
  lineage!: Lineage;

  @Field(() => [Int], { description: 'Places in the list, from 0 and before its own, of what it relays.' })
  relays!: number[];

  @Field(() => CredibilityEnum, { nullable: true, description: 'How credible the item is.' })
  credibility?: Credibility;

  @Field(() => Int, {
    nullable: true,
    description: 'How many like it were withdrawn before it; 0 unless given.',
  })
  earlier?: number;

  @Field(() => NotedLineageInput, { nullable: true, description: 'What was noted of its lineage since.' })
  noted?: NotedLineageInput;

  @Field(() => String, { nullable: true, description: 'Why it was withdrawn, where it was.' })
  withdrawn?: string;
}

@InputType('RestoreAttestationsInput', { description: 'All that was said of a claim in another journal.' })
export class RestoreAttestationsInput implements Omit<RestoreAttestations, 'type'> {
  @Field(() => ID, { description: 'Id of the claim.' })
  claim!: string;

  @Field(() => [RestoredAttestationInput], { description: 'Each after those that it relays.' })
  attestations!: RestoredAttestationInput[];
}
