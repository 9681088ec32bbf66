// What one can do on a walk, as changes of place: expand, collapse, select, open.
import { EXPANSION, REACH, walkFrom, type Place, type Selected, type Step } from './place.js';

/** The most claims of one entity that a walk shows. */
export const MOST_SHOWN = 500;

const stepsOf = ({ stage }: Place): readonly Step[] => (stage.at === 'walk' ? stage.steps : []);

/** Of several ids that mean one entity, the one by which the walk expands it; the first of them where it does not. */
export const idOnWalk = (place: Place, ids: readonly [string, ...string[]]): string =>
  stepsOf(place).find(({ entity }) => ids.includes(entity))?.entity ?? ids[0];

/** Shows more claims of an entity: of some predicates, or of all. Elsewhere than on a walk, a walk begins there. */
export function expand(
  place: Place,
  entity: string,
  predicates: readonly string[] | null = null,
  more = EXPANSION,
): Place {
  if (place.stage.at !== 'walk') return walkFrom(place, entity);
  const { steps } = place.stage;
  const same = steps.findIndex(
    step => step.entity === entity && String(step.predicates) === String(predicates),
  );
  const next =
    same < 0
      ? [...steps, { entity, predicates, most: more }]
      : steps.map((step, at) => (at === same ? { ...step, most: step.most + more } : step));
  return { ...place, stage: { at: 'walk', steps: next } };
}

/** Shows claims of an entity, of some predicates or of all, up to so many in all. */
export function expandTo(
  place: Place,
  entity: string,
  predicates: readonly string[] | null,
  most: number,
): Place {
  const known = stepsOf(place).find(
    step => step.entity === entity && String(step.predicates) === String(predicates),
  );
  return expand(place, entity, predicates, Math.min(most, MOST_SHOWN) - (known?.most ?? 0));
}

/** Whether a step after the first expands it, by any of its ids. */
export const canCollapse = (place: Place, ...ids: readonly string[]): boolean =>
  stepsOf(place)
    .slice(1)
    .some(step => ids.includes(step.entity));

/** Takes away what an entity brought, by any of its ids; the focus of a walk stays. */
export function collapse(place: Place, ...ids: readonly string[]): Place {
  if (place.stage.at !== 'walk') return place;
  const [focus, ...others] = place.stage.steps;
  if (focus === undefined) return place;
  return {
    ...place,
    stage: { at: 'walk', steps: [focus, ...others.filter(step => !ids.includes(step.entity))] },
  };
}

export const select = (place: Place, type: Selected['type'], id: string): Place => ({
  ...place,
  selected: { type, id },
});

/** Opens the page of an entity or a source. */
export const openPage = (place: Place, at: 'entity' | 'source', id: string): Place => ({
  ...place,
  stage: { at, id },
  selected: null,
  fallen: null,
});

/** Opens who is who: of everybody, or with whom one entity may be one. */
export const openWhoIsWho = (place: Place, of: string | null = null): Place => ({
  ...place,
  stage: { at: 'who-is-who', of },
  selected: null,
  fallen: null,
});

/** With other ends a search goes as far as it did before. */
export const openPaths = (place: Place, from: string, to: string): Place => ({
  ...place,
  stage: { at: 'paths', from, to, reach: place.stage.at === 'paths' ? place.stage.reach : REACH },
  selected: null,
  fallen: null,
  camera: null,
  moved: {},
});
