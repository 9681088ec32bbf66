// What one can do on a walk, as functions from one view state to the next: expand, collapse, select, open.
import { EXPANSION, REACH, walkFrom, type ViewState, type Selected, type WalkStep } from './view-state.js';

/** The most claims of one entity that a walk shows. */
export const MOST_SHOWN = 500;

const stepsOf = ({ stage }: ViewState): readonly WalkStep[] => (stage.at === 'walk' ? stage.steps : []);

/** Of several ids that mean one entity, the one by which the walk expands it; the first of them where it does not. */
export const idOnWalk = (state: ViewState, ids: readonly [string, ...string[]]): string =>
  stepsOf(state).find(({ entity }) => ids.includes(entity))?.entity ?? ids[0];

/** Shows more claims of an entity: of some predicates, or of all. Elsewhere than on a walk, a walk begins there. */
export function expand(
  state: ViewState,
  entity: string,
  predicates: readonly string[] | null = null,
  more = EXPANSION,
): ViewState {
  if (state.stage.at !== 'walk') return walkFrom(state, entity);
  const { steps } = state.stage;
  const same = steps.findIndex(
    step => step.entity === entity && String(step.predicates) === String(predicates),
  );
  const next =
    same < 0
      ? [...steps, { entity, predicates, most: more }]
      : steps.map((step, at) => (at === same ? { ...step, most: step.most + more } : step));
  return { ...state, stage: { at: 'walk', steps: next } };
}

/** Shows claims of an entity, of some predicates or of all, up to so many in all. */
export function expandTo(
  state: ViewState,
  entity: string,
  predicates: readonly string[] | null,
  most: number,
): ViewState {
  const known = stepsOf(state).find(
    step => step.entity === entity && String(step.predicates) === String(predicates),
  );
  return expand(state, entity, predicates, Math.min(most, MOST_SHOWN) - (known?.most ?? 0));
}

/** Whether a step after the first expands it, by any of its ids. */
export const canCollapse = (state: ViewState, ...ids: readonly string[]): boolean =>
  stepsOf(state)
    .slice(1)
    .some(step => ids.includes(step.entity));

/** Takes away what an entity brought, by any of its ids; the focus of a walk stays. */
export function collapse(state: ViewState, ...ids: readonly string[]): ViewState {
  if (state.stage.at !== 'walk') return state;
  const [focus, ...others] = state.stage.steps;
  if (focus === undefined) return state;
  return {
    ...state,
    stage: { at: 'walk', steps: [focus, ...others.filter(step => !ids.includes(step.entity))] },
  };
}

export const select = (state: ViewState, type: Selected['type'], id: string): ViewState => ({
  ...state,
  selected: { type, id },
});

/** Opens the page of an entity or a source. */
export const openPage = (state: ViewState, at: 'entity' | 'source', id: string): ViewState => ({
  ...state,
  stage: { at, id },
  selected: null,
  fallen: null,
});

/** Opens who is who: of everybody, or with whom one entity may be one. */
export const openWhoIsWho = (state: ViewState, of: string | null = null): ViewState => ({
  ...state,
  stage: { at: 'who-is-who', of },
  selected: null,
  fallen: null,
});

/** With other ends a search goes as far as it did before. */
export const openPaths = (state: ViewState, from: string, to: string): ViewState => ({
  ...state,
  stage: { at: 'paths', from, to, reach: state.stage.at === 'paths' ? state.stage.reach : REACH },
  selected: null,
  fallen: null,
  camera: null,
  moved: {},
});
