// What a source says, denies and passes on: the page and the panel ask for the same.
import { SourceAttestationsDocument, type SourceSayingFragment } from '../api/documents.js';
import { usePages, type Pages } from '../api/use-pages.js';
import { timesOf } from '../place/place.js';
import { usePlace } from '../place/use-place.js';

const PAGE = 50;

export type Sayings = Pages<SourceSayingFragment>;

export function useSayings(id: string): Sayings {
  const { place } = usePlace();
  return usePages(
    SourceAttestationsDocument,
    { id, view: timesOf(place), first: PAGE },
    ({ source }) => source?.attestations,
  );
}
