// What a source says, denies and passes on: the page and the panel ask for the same.
import { SourceAttestationsDocument, type SourceSayingFragment } from '../api/documents.js';
import { usePages, type Pages } from '../api/use-pages.js';
import { timesOf } from '../view-state/view-state.js';
import { useViewState } from '../view-state/use-view-state.js';

const PAGE = 50;

export type Sayings = Pages<SourceSayingFragment>;

export function useSayings(id: string): Sayings {
  const { state } = useViewState();
  return usePages(
    SourceAttestationsDocument,
    { id, view: timesOf(state), first: PAGE },
    ({ source }) => source?.attestations,
  );
}
