// What mutations answer. Where one is refused, everything but `userErrors` is empty.
import { ObjectType } from 'type-graphql';
import type { Recorded } from '../../domain/event.js';
import type { ClaimStatus } from '../../domain/view.js';
import type { Attached } from '../../journal/decide/attach-effect.js';
import { MOST_UNKEPT } from '../../journal/decide/said-otherwise.js';
import { AttachOutcomeEnum, ClaimStatusEnum } from '../words/enums.js';
import { ListSize } from '../words/list-size.js';
import { ShownList } from '../words/long-list.js';
import { Shown, ShownOrNull } from '../words/shown.js';
import { MOST_USER_ERRORS, type UserError } from '../errors/user-errors.js';
import { AttestationType } from './attestation.js';
import { ClaimType } from './claim.js';
import { ContradictionType } from './contradiction.js';
import { EntityType } from './entity.js';
import { RecordedType } from './node.js';
import { SupportType } from './support.js';

/** Names of inputs inside each other, and places in lists. */
const LONGEST_PATH = 12;

@ObjectType('UserError', { description: 'Why a mutation was refused. Nothing was written.' })
export class UserErrorType implements UserError {
  @Shown(() => String, 'INVALID_INPUT, NOT_FOUND, CONFLICT or IDEMPOTENCY_KEY_REUSED.')
  readonly code!: string;

  @ListSize(LONGEST_PATH)
  @ShownOrNull(() => [String], 'Path into the input, outermost first; null where it is about no one field.')
  readonly field!: readonly string[] | null;

  @Shown(() => String, 'What was found, what was expected, and what to do.')
  readonly message!: string;
}

/** Shows why a mutation was refused. */
export const ShownErrors =
  (description = 'Why it was refused; empty where it was not.') =>
  (prototype: object, name: string | symbol): void => {
    ListSize(MOST_USER_ERRORS)(prototype, name);
    Shown(() => [UserErrorType], description)(prototype, name);
  };

@ObjectType('AddEntityPayload', { description: 'What came of adding an entity.' })
export class AddEntityPayload {
  @ShownOrNull(() => EntityType, 'The entity, new or known.')
  readonly entity!: EntityType | null;

  @ShownErrors()
  readonly userErrors!: readonly UserError[];
}

@ObjectType('AddNamePayload', { description: 'What came of adding a name.' })
export class AddNamePayload {
  @ShownOrNull(() => EntityType, 'The entity with its names.')
  readonly entity!: EntityType | null;

  @ShownErrors()
  readonly userErrors!: readonly UserError[];
}

@ObjectType('GradePayload', { description: 'What came of grading a party.' })
export class GradePayload {
  @ShownOrNull(() => EntityType, 'The party with its grade.')
  readonly entity!: EntityType | null;

  @ShownErrors()
  readonly userErrors!: readonly UserError[];
}

@ObjectType('JudgePayload', { description: 'What came of judging whether two entities are one.' })
export class JudgePayload {
  @ShownOrNull(() => EntityType, 'One entity.')
  readonly a!: EntityType | null;

  @ShownOrNull(() => EntityType, 'The other.')
  readonly b!: EntityType | null;

  @ShownErrors()
  readonly userErrors!: readonly UserError[];
}

@ObjectType('MakeClaimPayload', { description: 'What came of making a claim.' })
export class MakeClaimPayload {
  @ShownOrNull(() => ClaimType, 'The claim, new or known.')
  readonly claim!: ClaimType | null;

  @Shown(() => Boolean, 'False where the same claim was there already.')
  readonly made!: boolean;

  @ShownErrors()
  readonly userErrors!: readonly UserError[];
}

@ObjectType('RecordLineagePayload', { description: 'What came of noting a lineage.' })
export class RecordLineagePayload {
  @ShownOrNull(() => AttestationType, 'The attestation with its lineage.')
  readonly attestation!: AttestationType | null;

  @ShownErrors()
  readonly userErrors!: readonly UserError[];
}

@ObjectType('WithdrawPayload', { description: 'What came of withdrawing a claim or an attestation.' })
export class WithdrawPayload {
  @ShownOrNull(() => ClaimType, 'The claim that was withdrawn, or whose attestation was.')
  readonly claim!: ClaimType | null;

  @ShownOrNull(() => AttestationType, 'The attestation that was withdrawn; null where it was a claim.')
  readonly attestation!: AttestationType | null;

  @ShownErrors()
  readonly userErrors!: readonly UserError[];
}

@ObjectType('SupersedePayload', { description: 'What came of putting one claim in the place of another.' })
export class SupersedePayload {
  @ShownOrNull(() => ClaimType, 'The claim that was replaced.')
  readonly claim!: ClaimType | null;

  @ShownOrNull(() => ClaimType, 'The claim in its place.')
  readonly by!: ClaimType | null;

  @ShownErrors()
  readonly userErrors!: readonly UserError[];
}

@ObjectType('AttachSourcePayload', { description: 'What came, or would come, of attaching a source.' })
export class AttachSourcePayload {
  @ShownOrNull(() => AttachOutcomeEnum, 'What came of it.')
  readonly outcome!: Attached['outcome'] | null;

  @ShownOrNull(() => ClaimType, 'The claim, as it stands now.')
  readonly claim!: ClaimType | null;

  @ShownOrNull(() => AttestationType, 'The attestation; null in a preview of a new one.')
  readonly attestation!: AttestationType | null;

  @ShownOrNull(() => SupportType, 'What the claim rested on before.')
  readonly supportBefore!: SupportType | null;

  @ShownOrNull(() => SupportType, 'What it rests on after, or would.')
  readonly supportAfter!: SupportType | null;

  @ShownOrNull(() => ClaimStatusEnum, 'Where it stands after, or would.')
  readonly statusAfter!: ClaimStatus | null;

  @ShownList(() => ContradictionType, 'What the claim is newly at odds with.')
  readonly newContradictions!: readonly ContradictionType[];

  @ShownOrNull(
    () => RecordedType,
    'The last entry of the journal that it made; null where nothing was recorded.',
  )
  readonly recorded!: Recorded | null;

  @ListSize(MOST_UNKEPT)
  @Shown(
    () => [String],
    'What it says otherwise of an attestation that is known, and was not kept: certainty, wording, locator, credibility.',
  )
  readonly unkept!: readonly string[];

  @ShownErrors()
  readonly userErrors!: readonly UserError[];
}
