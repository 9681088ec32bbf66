// Loading whole dossiers: one that is sent, or the one that comes with Hearsay.
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { InvalidInput } from '../../domain/refusal.js';
import { loadDossier } from '../../exchange/dossier/load.js';
import type { Problem } from '../../exchange/problem.js';
import { Demands } from '../auth/demands.js';
import type { Dossiers, RequestContext } from '../operation/context.js';
import { MOST_COMMANDS } from '../types/import-payload.js';
import { LoadDossierPayload } from '../types/load-payload.js';
import { MOST_USER_ERRORS, settle, type UserError } from '../errors/user-errors.js';

const NONE = { entities: 0, claims: 0, sources: 0, attestations: 0, alreadyThere: 0 };
const NOTHING = { title: null, ...NONE, problems: [] };

@Resolver()
export class DossierMutations {
  @Demands('write')
  @Mutation(() => LoadDossierPayload, {
    description:
      'Load a dossier: record all that it says and that is not there yet, or nothing where anything is wrong with it. Safe to repeat.',
  })
  async loadDossier(
    @Arg('text', () => String, {
      description: `The dossier as YAML: at most what one request may take, and ${MOST_COMMANDS} records.`,
    })
    text: string,
    @Arg('preview', () => Boolean, {
      nullable: true,
      defaultValue: false,
      description: 'Check it and count what would be new, and write nothing.',
    })
    preview: boolean | null,
    @Ctx() context: RequestContext,
  ): Promise<LoadDossierPayload> {
    return settle(NOTHING, async () => load(context, dossiersOf(context), text, preview ?? false));
  }

  @Demands('write')
  @Mutation(() => LoadDossierPayload, {
    description:
      'Load the first data set that comes with Hearsay. Refused where the server was started without it. Safe to repeat.',
  })
  async loadSample(@Ctx() context: RequestContext): Promise<LoadDossierPayload> {
    return settle(NOTHING, async () => {
      const dossiers = dossiersOf(context);
      if (!dossiers.sample) {
        throw new InvalidInput('This server has no data set to load: send a dossier to `loadDossier`.');
      }
      return load(context, dossiers, await dossiers.sample(), false);
    });
  }
}

function dossiersOf({ dossiers }: RequestContext): Dossiers {
  if (dossiers) return dossiers;
  throw new InvalidInput('This server reads no dossiers: use `hearsay load` while no server runs.');
}

async function load(
  { ledger, by, work }: RequestContext,
  { reader }: Dossiers,
  text: string,
  preview: boolean,
): Promise<LoadDossierPayload> {
  // Recorded as from a file, whichever way it came: the journal distinguishes data sets from what was typed in.
  const author = { name: by, way: 'IMPORT' } as const;
  const file = { name: 'dossier', text };
  // Reading a character takes about as long as a step.
  work?.take(text.length);
  const look = (): void => work?.look();
  const request = { reader, file, author, preview, most: MOST_COMMANDS, look };
  const { dossier, counts, problems } = await loadDossier(ledger, request);
  const title = dossier?.title ?? null;
  if (!counts)
    return { title, ...NONE, problems, userErrors: problems.slice(0, MOST_USER_ERRORS).map(told(problems)) };
  const { already, ...news } = counts;
  return { title, ...news, alreadyThere: already, problems: [], userErrors: [] };
}

/** The first problem, for those who only look whether there was one. */
const told =
  ({ length }: readonly Problem[]) =>
  ({ line, column, message }: Problem): UserError => ({
    code: 'INVALID_INPUT',
    field: ['text'],
    message:
      `Line ${line}, column ${column}: ${message} ` +
      (length === 1 ? 'Mend it' : `Mend all ${length} problems`) +
      ' and load the dossier again: nothing of it was recorded.',
  });
