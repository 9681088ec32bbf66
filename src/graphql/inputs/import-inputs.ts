// Records for importing: commands in the order they are to be carried out, as a format's reader made them.
import { Field, ID, InputType } from 'type-graphql';
import type { IdentityJudgement } from '../../domain/command.js';
import type { Reliability } from '../../domain/source.js';
import { IdentityJudgementEnum, ReliabilityEnum } from '../words/enums.js';
import { AttachSourceInput, RecordLineageInput } from './attach-source-input.js';
import { SourceRefInput } from './source-inputs.js';
import { MakeClaimInput } from './claim-inputs.js';
import { AddEntityInput, AddNameInput } from './entity-inputs.js';
import { AddSourceInput, RestoreAttestationsInput } from './restore-inputs.js';

const REASON = 'Why; at most 5,000 characters.';

@InputType('ImportEntityInput', {
  description: "An entity of a data set, under the data set's own id for it.",
})
export class ImportEntityInput extends AddEntityInput {
  @Field(() => ID, { nullable: true, description: 'Its id; made from the content unless given.' })
  id?: string;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Where the id is known with another label, that label is one more name, and no reason to refuse.',
  })
  spelledOtherwise?: boolean;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Only referred to, so that label and kind stand in: adding it again without this describes it. Records nothing where the id is known.',
  })
  provisional?: boolean;
}

@InputType('WithdrawInput', { description: 'What to withdraw, and why.' })
export class WithdrawInput {
  @Field(() => ID, { description: 'Id of the claim or attestation.' })
  id!: string;

  @Field(() => String, { description: REASON })
  reason!: string;
}

@InputType('SaidByInput', { description: 'The party of sources, as these name it: exactly one of these.' })
export class SaidByInput {
  @Field(() => ID, { nullable: true, description: 'Id of the entity that speaks or publishes.' })
  party?: string;

  @Field(() => String, { nullable: true, description: 'The words for a party that is not named.' })
  partyDescribedAs?: string;
}

@InputType('WithdrawClaimInput', { description: 'A claim to withdraw, and why.' })
export class WithdrawClaimInput extends WithdrawInput {
  @Field(() => SaidByInput, {
    nullable: true,
    description:
      'Who takes back what it said: where a held source of another party affirms the claim, it stands, and only what this one affirms is withdrawn.',
  })
  saidBy?: SaidByInput;
}

@InputType('ImportAttachInput', { description: 'What a data set says of a claim, and on whose word.' })
export class ImportAttachInput extends AttachSourceInput {
  @Field(() => Boolean, {
    nullable: true,
    description: 'Where the claim was withdrawn, this records nothing, and is no reason to refuse.',
  })
  unlessWithdrawn?: boolean;
}

@InputType('SupersedeInput', { description: 'A claim, and the one in its place.' })
export class SupersedeInput {
  @Field(() => ID, { description: 'Id of the claim to replace.' })
  id!: string;

  @Field(() => ID, { description: 'Id of the claim in its place.' })
  by!: string;

  @Field(() => String, { description: REASON })
  reason!: string;
}

@InputType('GradeInput', { description: 'A party and its grade as a source.' })
export class GradeInput {
  @Field(() => ID, { description: 'Id of the entity that speaks or publishes.' })
  id!: string;

  @Field(() => ReliabilityEnum, { description: 'The grade.' })
  reliability!: Reliability;

  @Field(() => String, { nullable: true, description: REASON })
  reason?: string;
}

@InputType('JudgeInput', { description: 'Two entities, and whether they are one.' })
export class JudgeInput {
  @Field(() => ID, { description: 'Id of one entity.' })
  a!: string;

  @Field(() => ID, { description: 'Id of the other.' })
  b!: string;

  @Field(() => IdentityJudgementEnum, { description: 'Whether they are one.' })
  judgement!: IdentityJudgement;

  @Field(() => String, { nullable: true, description: REASON })
  reason?: string;
}

@InputType('KeepTextInput', {
  description: 'The text of a source: a further version, unless it is the newest already.',
})
export class KeepTextInput {
  @Field(() => SourceRefInput, { description: 'Whose text it is; from then on it is held.' })
  source!: SourceRefInput;

  @Field(() => String, {
    description:
      'The text, in paragraphs parted by blank lines; at most 10,000,000 characters, and no more than the server takes in one request.',
  })
  text!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Where it was read; the address of the source unless given.',
  })
  url?: string;
}

@InputType('ImportCommandInput', { description: 'Exactly one of these.' })
export class ImportCommandInput {
  @Field(() => ImportEntityInput, { nullable: true, description: 'Add an entity.' })
  addEntity?: ImportEntityInput;

  @Field(() => AddNameInput, { nullable: true, description: 'Add a name.' })
  addName?: AddNameInput;

  @Field(() => MakeClaimInput, { nullable: true, description: 'Make a claim.' })
  makeClaim?: MakeClaimInput;

  @Field(() => ImportAttachInput, { nullable: true, description: 'Attach a source; a preview is refused.' })
  attachSource?: ImportAttachInput;

  @Field(() => AddSourceInput, { nullable: true, description: 'Add a source by itself.' })
  addSource?: AddSourceInput;

  @Field(() => RestoreAttestationsInput, {
    nullable: true,
    description: 'Bring back what was said of a claim in another journal.',
  })
  restoreAttestations?: RestoreAttestationsInput;

  @Field(() => KeepTextInput, { nullable: true, description: 'Keep the text of a source.' })
  keepText?: KeepTextInput;

  @Field(() => RecordLineageInput, { nullable: true, description: 'Note a lineage.' })
  recordLineage?: RecordLineageInput;

  @Field(() => WithdrawInput, { nullable: true, description: 'Withdraw an attestation.' })
  withdrawAttestation?: WithdrawInput;

  @Field(() => WithdrawClaimInput, { nullable: true, description: 'Withdraw a claim.' })
  withdrawClaim?: WithdrawClaimInput;

  @Field(() => SupersedeInput, { nullable: true, description: 'Put another claim in the place of one.' })
  supersedeClaim?: SupersedeInput;

  @Field(() => GradeInput, { nullable: true, description: 'Grade a party.' })
  gradeParty?: GradeInput;

  @Field(() => JudgeInput, { nullable: true, description: 'Judge whether two entities are one.' })
  judgeIdentity?: JudgeInput;
}

@InputType('ImportRecordInput', { description: 'One record: it is taken as a whole or refused as a whole.' })
export class ImportRecordInput {
  @Field(() => [ImportCommandInput], { description: 'What it says, in the order to carry it out.' })
  commands!: ImportCommandInput[];
}
