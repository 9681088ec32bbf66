// What importing records answers: for each of them how much was new, or why it was refused.
import { Int, ObjectType } from 'type-graphql';
import { MOST_UNKEPT } from '../../journal/decide/said-otherwise.js';
import { ListSize } from '../words/list-size.js';
import { Shown, ShownOrNull } from '../words/shown.js';
import type { UserError } from '../errors/user-errors.js';
import { ShownErrors, UserErrorType } from './payloads.js';

/** Of one request; what it weighs in bytes is bounded besides. */
export const MOST_COMMANDS = 2000;

@ObjectType('ImportedRecord', {
  description: 'What came of one record. Where it was refused, nothing of it was written.',
})
export class ImportedRecordType {
  @Shown(() => Boolean, 'Whether anything of it was new.')
  readonly isNew!: boolean;

  @Shown(() => Int, 'Entities that were new.')
  readonly entities!: number;

  @Shown(() => Int, 'Claims that were new.')
  readonly claims!: number;

  @Shown(() => Int, 'Sources that were new.')
  readonly sources!: number;

  @Shown(() => Int, 'Attestations that were new.')
  readonly attestations!: number;

  @Shown(() => Int, 'Names of known entities that were new.')
  readonly names!: number;

  @ListSize(MOST_UNKEPT)
  @Shown(
    () => [String],
    'What it says otherwise of attestations that are known, and was not kept: certainty, wording, locator, credibility.',
  )
  readonly unkept!: readonly string[];

  @ShownOrNull(() => UserErrorType, 'Why it was refused; null where it was not.')
  readonly refusal!: UserError | null;
}

@ObjectType('ImportRecordsPayload', { description: 'What came of importing records, each by itself.' })
export class ImportRecordsPayload {
  @ListSize(MOST_COMMANDS)
  @Shown(() => [ImportedRecordType], 'In the order of the records.')
  readonly records!: readonly ImportedRecordType[];

  @ShownErrors('Why all of them were refused together; empty where they were not.')
  readonly userErrors!: readonly UserError[];
}
