// A walk as hooks: asks for the claims of each step, page by page, and draws what came.
import { keepPreviousData, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { ApiProblem } from '../api/ask.js';
import { ExpansionDocument, type ClaimFilter, type ViewInput } from '../api/documents.js';
import { question } from '../api/use-ask.js';
import { EGO, filterOf, viewOf, type ViewState, type WalkStep } from '../view-state/view-state.js';
import { useViewState } from '../view-state/use-view-state.js';
import type { Drawing } from './drawing.js';
import { gather, type Brought, type Walked } from './gather.js';
import { MOST_SHOWN } from '../view-state/steps.js';
import { useBeyond } from './use-beyond.js';

/** The longest page that the API gives. */
const PAGE = 100;

export interface Walk {
  /** Null until the first answer is there. */
  readonly walked: Walked | null;
  readonly problem: ApiProblem | null;
  /** What is shown is an earlier answer, while the next is on its way. */
  readonly busy: boolean;
  readonly again: () => unknown;
}

/** The walk of the view state. */
export function useWalk(): Walk {
  const { state } = useViewState();
  return useSteps(state, state.stage.at === 'walk' ? state.stage.steps : []);
}

/** The first view of an entity, as a click on it would show it; nothing is asked for null. */
export function useEgo(entity: string | null): {
  readonly drawing: Drawing | null;
  readonly problem: ApiProblem | null;
  readonly busy: boolean;
} {
  const { state } = useViewState();
  const steps = useMemo(() => (entity === null ? [] : [{ entity, predicates: null, most: EGO }]), [entity]);
  const { walked, problem, busy } = useSteps(state, steps);
  return { drawing: walked?.drawing ?? null, problem, busy };
}

function useSteps(state: ViewState, steps: readonly WalkStep[]): Walk {
  const answers = useQueryClient();
  const view = viewOf(state);
  const filters = steps.map(step => filterOf(state, step.predicates));
  const { data, error, isFetching, refetch } = useQuery<readonly Brought[], ApiProblem>({
    queryKey: ['Walk', steps, view, filters],
    queryFn: () => Promise.all(steps.map((step, at) => bring(answers, step, view, filters[at] ?? {}))),
    enabled: steps.length > 0,
    placeholderData: keepPreviousData,
  });
  const walked = useMemo(() => (data && steps.length > 0 ? gather(data) : null), [data, steps.length]);
  return {
    walked: useBeyond(walked, view, filterOf(state)),
    problem: error,
    busy: isFetching,
    again: refetch,
  };
}

/** The claims of one step. Pages are kept: a walk that goes on asks for the new step alone. */
async function bring(
  answers: QueryClient,
  step: WalkStep,
  view: ViewInput,
  filter: ClaimFilter,
): Promise<Brought> {
  const most = Math.min(step.most, MOST_SHOWN);
  const claims: Brought['claims'][number][] = [];
  let [entity, total]: [Brought['entity'], number] = [null, 0];
  for (let after: string | null = null, more = true; more;) {
    const { entity: found }: Awaited<ReturnType<typeof page>> = await page(after);
    if (!found) break;
    const { claims: _, ...named } = found;
    entity = named;
    total = found.claims.totalCount ?? total;
    claims.push(...found.claims.nodes);
    after = found.claims.pageInfo.endCursor;
    more = found.claims.pageInfo.hasNextPage && claims.length < most;
  }
  return { step, entity, claims, total };

  function page(after: string | null) {
    const first = Math.min(PAGE, most - claims.length);
    const asked = { id: step.entity, view, filter, first, after, counted: after === null };
    return answers.fetchQuery({ ...question(ExpansionDocument, asked), staleTime: Infinity });
  }
}
