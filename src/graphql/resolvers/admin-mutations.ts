// What only those who run the place may do: take texts out of the record, and copy the whole of it.
import { Arg, Ctx, Int, Mutation, Resolver } from 'type-graphql';
import type { RedactedText } from '../../domain/redaction.js';
import { InvalidInput } from '../../domain/refusal.js';
import { Demands } from '../auth/demands.js';
import { authorOf, readingFor, type RequestContext } from '../operation/context.js';
import { RedactedTextEnum } from '../words/enums.js';
import { BackupPayload, RedactPayload } from '../types/admin-payloads.js';
import { JournalEntryType } from '../types/journal-entry.js';
import { settle } from '../errors/user-errors.js';

@Resolver()
export class AdminMutations {
  @Demands('admin')
  @Mutation(() => RedactPayload, {
    description:
      'Replace a text of an entry of the journal by its hash, for good, as the law may ask. The entry stays, and tells that.',
  })
  async redact(
    @Arg('seq', () => Int, { description: 'Place of the entry that holds the text.' }) seq: number,
    @Arg('what', () => RedactedTextEnum, { description: 'Which of its texts.' }) what: RedactedText,
    @Arg('reason', () => String, { description: 'Why; at most 5,000 characters. It stays on record.' })
    reason: string,
    @Ctx() context: RequestContext,
  ): Promise<RedactPayload> {
    return settle({ entry: null }, async () => {
      const { ledger } = context;
      const { events } = await ledger.redact({ type: 'Redact', seq, what, reason }, authorOf(context));
      const [event] = events.slice(-1);
      return { entry: event ? new JournalEntryType(event, readingFor(context)) : null };
    });
  }

  @Demands('admin')
  @Mutation(() => BackupPayload, {
    description:
      'Write a consistent copy of the journal into the folder that the server was given for backups.',
  })
  async backup(
    @Arg('file', () => String, {
      description: 'Name of the new file in that folder, such as hearsay-2026-01-31.db.',
    })
    file: string,
    @Ctx() { ledger, backups }: RequestContext,
  ): Promise<BackupPayload> {
    return settle({ file: null, seq: null, bytes: null }, async () => {
      if (!backups) throw new InvalidInput('This server writes no backups: start it with --backups <dir>.');
      return { file, ...(await ledger.backup(backups.place(file))) };
    });
  }
}
