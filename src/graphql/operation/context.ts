// What travels with every request: the ledger, the caller and its scope, and where texts and backups are kept.
import type { Author, Way } from '../../domain/event.js';
import type { Source } from '../../domain/source.js';
import type { View } from '../../domain/view.js';
import type { ViewedGraph } from '../../evidence/viewed-graph.js';
import type { DossierExaminer } from '../../exchange/dossier/dossier.js';
import type { Ledger } from '../../journal/ledger.js';
import { unlimited, type Work } from '../../graph/work/work.js';
import { WorkBudget } from '../../graph/work/work-budget.js';
import type { Scope } from '../auth/scope.js';
import type { ClaimChangeFeed } from '../changes/claim-change-feed.js';
import type { ViewInput } from '../inputs/view-input.js';
import { given } from '../words/without-nulls.js';
import type { OperationWork } from './operation-work.js';
import type { RequestNotes } from './request-notes.js';

/** Where texts of sources are kept, for finding quotes in them again. */
export interface SourceTexts {
  /** The text of a source, or null where there is none. */
  find(source: Source): string | null;
}

/** Where backups may be written. */
export interface BackupFolder {
  /** The path of a file in the folder. @throws InvalidInput for anything but a plain name, which leads nowhere else. */
  place(name: string): string;
}

/** How dossiers are read. */
export interface Dossiers {
  readonly reader: DossierExaminer;
  /** The text of the data set that comes with Hearsay. */
  readonly sample?: () => Promise<string>;
}

export interface RequestContext {
  readonly ledger: Ledger;
  /** Who asks: recorded with whatever is accepted. */
  readonly by: string;
  /** By which way; through the API unless given. */
  readonly way?: Way;
  /** What the one who asks may do. */
  readonly scope: Scope;
  readonly texts?: SourceTexts;
  /** Without it no backups are written. */
  readonly backups?: BackupFolder;
  /** Without it no dossiers are loaded. */
  readonly dossiers?: Dossiers;
  /** Tells of changes; without it there is nothing to subscribe to. */
  readonly changes?: ClaimChangeFeed;
  /** What the server notes of this request, for its log and its counts. */
  readonly notes?: RequestNotes;
  /** What the operation may still take, once it is admitted. */
  work?: OperationWork;
  /** Calls a listener once whoever asked is gone, answered or not. */
  readonly onGone?: (listener: () => void) => void;
}

/** In whose name, and by which way, something is recorded. */
export const authorOf = ({ by, way = 'API' }: RequestContext): Author => ({ name: by, way });

/**
 * The graph through the view that was asked for. It is pinned to the journal as it stands now, so that an answer which takes
 * several turns of the event loop stays of one piece.
 * @throws InvalidInput for a view that cannot be read.
 */
export function readingFor({ ledger }: RequestContext, view?: ViewInput | null): ViewedGraph {
  const asked: View = given(view ?? {});
  const { seq } = ledger.graph;
  return ledger.through({ ...asked, knownAtSeq: Math.min(asked.knownAtSeq ?? seq, seq) });
}

/** The work of the operation; without a limit where it was not admitted, as in tests and in this process. */
export const workOf = ({ work }: RequestContext): Work => work ?? unlimited();

/** What a walk may spend. */
export const budgetFor = (context: RequestContext): WorkBudget => new WorkBudget(undefined, workOf(context));
