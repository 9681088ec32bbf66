// What falls with what the place sets aside: asked once, for the bar that tells it and for the drawing that shows it.
import type { UseQueryResult } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { ApiProblem } from '../api/ask.js';
import { FallsDocument, type FallsQuery } from '../api/documents.js';
import { useAsk } from '../api/use-ask.js';
import { timesOf } from '../place/place.js';
import { usePlace } from '../place/use-place.js';
import type { Drawing } from './drawing.js';
import { fatesOf, withFates } from './falls.js';

/** Asks nothing while nothing is set aside. */
export function useFalls(): UseQueryResult<FallsQuery, ApiProblem> {
  const { place } = usePlace();
  const asked = { of: place.fallen ?? '', withFamily: place.withFamily, view: timesOf(place) };
  return useAsk(FallsDocument, asked, { when: place.fallen !== null, keep: false });
}

/** The drawing, with the fate of each claim where something is set aside. */
export function useFates(drawing: Drawing | null): Drawing | null {
  const { place } = usePlace();
  const { data } = useFalls();
  return useMemo(
    () => (drawing && data && place.fallen !== null ? withFates(drawing, fatesOf(data)) : drawing),
    [drawing, data, place.fallen],
  );
}
