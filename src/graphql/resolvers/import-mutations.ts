// Importing into a server that runs: records of any format, as its reader turned them into commands.
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Command } from '../../domain/command.js';
import { InvalidInput } from '../../domain/refusal.js';
import { newsOf } from '../../exchange/import/import-news.js';
import { Demands } from '../auth/demands.js';
import type { RequestContext } from '../operation/context.js';
import { given } from '../words/without-nulls.js';
import { ImportRecordInput, type ImportCommandInput } from '../inputs/import-inputs.js';
import { ImportRecordsPayload, MOST_COMMANDS, type ImportedRecordType } from '../types/import-payload.js';
import { settle } from '../errors/user-errors.js';

const NOTHING = { isNew: false, entities: 0, claims: 0, sources: 0, attestations: 0, names: 0, unkept: [] };
/** Deciding and recording one takes about as long as so many steps. */
const STEPS_OF_A_COMMAND = 50;

@Resolver()
export class ImportMutations {
  @Demands('write')
  @Mutation(() => ImportRecordsPayload, {
    description: `Record what a data set says, record by record: one that is refused leaves the others. Safe to repeat. At most ${MOST_COMMANDS} commands.`,
  })
  async importRecords(
    @Arg('records', () => [ImportRecordInput], {
      description: 'Each is taken as a whole or refused as a whole.',
    })
    records: ImportRecordInput[],
    @Ctx() context: RequestContext,
  ): Promise<ImportRecordsPayload> {
    return settle({ records: [] }, async () => {
      const batches = records.map(({ commands }) => commands.map(commandOf));
      const count = refuseTooMany(batches);
      context.work?.take(count * STEPS_OF_A_COMMAND);
      return { records: await Promise.all(batches.map(commands => record(commands, context))) };
    });
  }
}

async function record(
  commands: readonly Command[],
  { ledger, by }: RequestContext,
): Promise<ImportedRecordType> {
  // Recorded as from a file, whichever way it came: the journal distinguishes data sets from what was typed in.
  const { done, refused } = await ledger.executeAll(commands, { name: by, way: 'IMPORT' });
  if (done) return { ...newsOf(done), refusal: null };
  const { code, message, place } = refused.refusal;
  return { ...NOTHING, refusal: { code, message, field: place.field ?? null } };
}

/** How many there are. @throws InvalidInput where there are too many. */
function refuseTooMany(batches: readonly (readonly Command[])[]): number {
  // A record without any command is answered too.
  const count = batches.reduce((sum, { length }) => sum + Math.max(1, length), 0);
  if (count <= MOST_COMMANDS) return count;
  throw new InvalidInput(`${count} commands at once: send at most ${MOST_COMMANDS} in one request.`, {
    field: ['records'],
  });
}

/** GraphQL saw to it that exactly one member is there. */
function commandOf(input: ImportCommandInput): Command {
  const { addEntity, addName, makeClaim, attachSource, keepText, recordLineage, addSource, ...others } =
    given(input);
  const { restoreAttestations, withdrawAttestation, withdrawClaim, supersedeClaim, ...judged } = others;
  const { gradeParty, judgeIdentity } = judged;
  if (addEntity) return { type: 'AddEntity', ...addEntity };
  if (addName) return { type: 'AddName', ...addName };
  if (makeClaim) return { type: 'MakeClaim', ...makeClaim };
  if (attachSource) return attachCommand(attachSource);
  if (addSource) return { type: 'AddSource', ...addSource };
  if (restoreAttestations) return { type: 'RestoreAttestations', ...restoreAttestations };
  if (keepText) return { type: 'KeepText', ...keepText };
  if (recordLineage) return { type: 'RecordLineage', ...recordLineage };
  if (withdrawAttestation) return { type: 'WithdrawAttestation', ...withdrawAttestation };
  if (withdrawClaim) return { type: 'WithdrawClaim', ...withdrawClaim };
  if (supersedeClaim) return { type: 'SupersedeClaim', ...supersedeClaim };
  if (gradeParty) return { type: 'GradeParty', ...gradeParty };
  if (judgeIdentity) return { type: 'JudgeIdentity', ...judgeIdentity };
  throw new InvalidInput('A command of a record is empty: give exactly one of its members.', {
    field: ['records'],
  });
}

function attachCommand({ preview, ...command }: NonNullable<ImportCommandInput['attachSource']>): Command {
  if (!preview) return { type: 'AttachSource', ...command };
  throw new InvalidInput('An import writes: ask `attachSource` for a preview.', {
    field: ['records', 'preview'],
  });
}
