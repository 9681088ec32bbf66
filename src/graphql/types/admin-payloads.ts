// What redactions and backups answer. Where one is refused, everything but `userErrors` is empty.
import { Float, Int, ObjectType } from 'type-graphql';
import { ShownOrNull } from '../words/shown.js';
import type { UserError } from '../errors/user-errors.js';
import { JournalEntryType } from './journal-entry.js';
import { ShownErrors } from './payloads.js';

@ObjectType('RedactPayload', { description: 'What came of a redaction.' })
export class RedactPayload {
  @ShownOrNull(() => JournalEntryType, 'The entry that tells of it; null where it was redacted before.')
  readonly entry!: JournalEntryType | null;

  @ShownErrors()
  readonly userErrors!: readonly UserError[];
}

@ObjectType('BackupPayload', { description: 'What came of a backup.' })
export class BackupPayload {
  @ShownOrNull(() => String, 'Name of the file.')
  readonly file!: string | null;

  @ShownOrNull(() => Int, 'Place of the last entry in it.')
  readonly seq!: number | null;

  @ShownOrNull(() => Float, 'Its size in bytes.')
  readonly bytes!: number | null;

  @ShownErrors()
  readonly userErrors!: readonly UserError[];
}
