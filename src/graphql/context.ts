// What travels with every request: the ledger, in whose name, and where the texts of sources can be found.
import type { Source } from '../domain/source.js';
import type { View } from '../domain/view.js';
import type { Reading } from '../evidence/reading.js';
import type { Ledger } from '../journal/ledger.js';
import type { ViewInput } from './inputs/view-input.js';
import { given } from './given.js';

/** Where texts of sources are kept, for finding quotes in them again. */
export interface SourceTexts {
  /** The text of a source, or null where there is none. */
  find(source: Source): string | null;
}

export interface RequestContext {
  readonly ledger: Ledger;
  /** Who asks: recorded with whatever is accepted. */
  readonly by: string;
  readonly texts?: SourceTexts;
}

/**
 * The graph through the view that was asked for. It is pinned to the journal as it stands now, so that an answer which takes
 * several turns of the event loop stays of one piece.
 * @throws InvalidInput for a view that cannot be read.
 */
export function readingFor({ ledger }: RequestContext, view?: ViewInput | null): Reading {
  const asked: View = given(view ?? {});
  const { seq } = ledger.graph;
  return ledger.reading({ ...asked, knownAtSeq: Math.min(asked.knownAtSeq ?? seq, seq) });
}
