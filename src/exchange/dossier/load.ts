// Reads a dossier and carries out its commands on a ledger: all of them in one transaction, or none where anything is wrong.
import type { Author, EventType } from '../../domain/event.js';
import { InvalidInput } from '../../domain/refusal.js';
import type { Done, Ledger } from '../../journal/ledger.js';
import type { Dossier, DossierExaminer } from './dossier.js';
import type { Problem, TextFile } from '../problem.js';

/** How many of each were new. */
export interface LoadCounts {
  readonly entities: number;
  readonly claims: number;
  readonly sources: number;
  readonly attestations: number;
  /** Commands that asked for what was there already. */
  readonly already: number;
}

/** What came of it: counts, or what must be mended. `dossier` is null where it cannot even be read. */
export type Loading =
  | { readonly dossier: Dossier; readonly counts: LoadCounts; readonly problems: readonly [] }
  | { readonly dossier: Dossier | null; readonly counts: null; readonly problems: readonly Problem[] };

export interface LoadRequest {
  readonly reader: DossierExaminer;
  readonly file: TextFile;
  /** In whose name it is recorded. */
  readonly author: Author;
  /** Only work out what would be new, and record nothing. */
  readonly preview?: boolean;
  /** Commands that it may have at most: they are carried out with no rest. */
  readonly most?: number;
  /** Throws where nobody waits for it any more; called before and while it is read, and before it is recorded. */
  readonly look?: () => void;
}

/** Loads a dossier by the ledger's vocabulary. If commands are refused, the error is of the first one. */
export async function loadDossier(ledger: Ledger, request: LoadRequest): Promise<Loading> {
  const { reader, file, author, preview, most = Infinity, look } = request;
  const { dossier, problems } = await reader.examine(file, ledger.vocabulary, look);
  if (dossier === null || problems.length > 0) return { dossier, counts: null, problems };
  look?.();
  refuseTooMany(dossier.entries.length, most);
  const commands = dossier.entries.map(entry => entry.command);
  const { done, refused } = await ledger.executeAll(commands, author, preview);
  if (!refused) return { dossier, counts: countsOf(done), problems: [] };
  const { line = 1, column = 1, label = 'dossier' } = dossier.entries[refused.index] ?? {};
  const problem = { file: file.name, line, column, message: `${label}: ${refused.refusal.message}` };
  return { dossier, counts: null, problems: [problem] };
}

function refuseTooMany(count: number, most: number): void {
  if (count <= most) return;
  const advice = 'split it, or use `hearsay import --format dossier`, which takes any number';
  throw new InvalidInput(
    `The dossier has ${count} records, and at most ${most} are taken in one request: ${advice}.`,
    { field: ['text'] },
  );
}

function countsOf(done: readonly Done[]): LoadCounts {
  const events = done.flatMap(one => one.events);
  const count = (type: EventType): number => events.filter(({ event }) => event.type === type).length;
  return {
    entities: count('EntityAdded'),
    claims: count('ClaimMade'),
    sources: count('SourceAdded'),
    attestations: count('SourceAttached'),
    already: done.filter(one => one.already).length,
  };
}
