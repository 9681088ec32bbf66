// What falls with what the view state sets aside: asked once, for the bar and for the drawing.
import type { UseQueryResult } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { ApiProblem } from '../api/ask.js';
import { FallsDocument, type FallsQuery } from '../api/documents.js';
import { useAsk } from '../api/use-ask.js';
import { timesOf } from '../view-state/view-state.js';
import { useViewState } from '../view-state/use-view-state.js';
import type { Drawing } from './drawing.js';
import { fatesOf, withFates } from './falls.js';

/** Asks nothing while nothing is set aside. */
export function useFalls(): UseQueryResult<FallsQuery, ApiProblem> {
  const { state } = useViewState();
  const asked = { of: state.fallen ?? '', withFamily: state.withFamily, view: timesOf(state) };
  return useAsk(FallsDocument, asked, { when: state.fallen !== null, keep: false });
}

/** The drawing, with the fate of each claim where something is set aside. */
export function useFates(drawing: Drawing | null): Drawing | null {
  const { state } = useViewState();
  const { data } = useFalls();
  return useMemo(
    () => (drawing && data && state.fallen !== null ? withFates(drawing, fatesOf(data)) : drawing),
    [drawing, data, state.fallen],
  );
}
