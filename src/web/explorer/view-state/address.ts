// The view state as the query of the address, and back. Parts that cannot be read are left out, so an old link opens what it can.
import type { Certainty, ClaimStatus, EntityKind } from '../api/documents.js';
import { CERTAINTIES, KINDS, STATUSES } from '../words/words.js';
import {
  EGO,
  HOPS,
  NO_FILTERS,
  REACH,
  START,
  WAYS,
  type Camera,
  type ViewState,
  type Reach,
  type Stage,
  type WalkStep,
} from './view-state.js';

const MOST_STEPS = 60;
/** No id: those begin with what they name. */
const EVERYBODY = 'everybody';

/** Empty where nothing differs from the start. */
export function addressOf(state: ViewState): string {
  const { filters, selected, camera } = state;
  const values: Record<string, string | null> = {
    ...stageValues(state.stage),
    form: state.form === 'table' ? 'table' : null,
    selected: selected && `${selected.type}~${selected.id}`,
    fallen: state.fallen,
    family: state.withFamily ? 'too' : null,
    predicates: listText(filters.predicates),
    kinds: listText(filters.kinds),
    statuses: listText(filters.statuses),
    certainty: listText(filters.certainty),
    chains: filters.minIndependent > 0 ? String(filters.minIndependent) : null,
    by: filters.source,
    'true-on': state.trueOn,
    'known-on': state.knownOn,
    camera: camera && [camera.x, camera.y, camera.ratio].map(rounded).join('~'),
    moved: movedText(state.moved),
  };
  const given = Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== null);
  return new URLSearchParams(given).toString();
}

export function readAddress(text: string): ViewState {
  const values = new URLSearchParams(text);
  const trueOn = values.get('true-on');
  const knownOn = values.get('known-on');
  return {
    stage: readStage(values),
    form: values.get('form') === 'table' ? 'table' : 'graph',
    selected: readSelected(values.get('selected')),
    fallen: values.get('fallen'),
    withFamily: values.get('family') === 'too',
    filters: {
      ...NO_FILTERS,
      predicates: readList(values.get('predicates')),
      kinds: readKnown<EntityKind>(values.get('kinds'), KINDS),
      statuses: readKnown<ClaimStatus>(values.get('statuses'), STATUSES),
      certainty: readKnown<Certainty>(values.get('certainty'), CERTAINTIES),
      minIndependent: readCount(values.get('chains'), 0),
      source: values.get('by'),
    },
    trueOn: trueOn !== null && /^[\d./~?%X-]{4,40}$/.test(trueOn) ? trueOn : null,
    knownOn: knownOn !== null && !Number.isNaN(Date.parse(knownOn)) ? knownOn : null,
    camera: readCamera(values.get('camera')),
    moved: readMoved(values.get('moved')),
  };
}

function stageValues(stage: Stage): Record<string, string | null> {
  switch (stage.at) {
    case 'start':
      return {};
    case 'walk':
      return { walk: stage.steps.map(stepText).join(' ') };
    case 'paths':
      return { from: stage.from, to: stage.to, ...reachValues(stage.reach) };
    case 'compare':
      return { compare: stage.a, with: stage.b };
    case 'who-is-who':
      return { 'who-is-who': stage.of ?? EVERYBODY };
    case 'entity':
    case 'source':
      return { [stage.at]: stage.id };
  }
}

function readStage(values: URLSearchParams): Stage {
  const value = (name: string): string => values.get(name) ?? '';
  const steps = value('walk').split(' ').slice(0, MOST_STEPS).flatMap(readStep);
  if (steps.length > 0) return { at: 'walk', steps };
  if (value('from') && value('to'))
    return { at: 'paths', from: value('from'), to: value('to'), reach: readReach(values) };
  if (value('compare') && value('with')) return { at: 'compare', a: value('compare'), b: value('with') };
  if (value('who-is-who')) return { at: 'who-is-who', of: readWhose(value('who-is-who')) };
  if (value('entity')) return { at: 'entity', id: value('entity') };
  if (value('source')) return { at: 'source', id: value('source') };
  return START.stage;
}

const readWhose = (text: string): string | null => (text === EVERYBODY ? null : text);

const reachValues = ({ maxHops, limit, avoidHubs }: Reach): Record<string, string | null> => ({
  'max-steps': maxHops === REACH.maxHops ? null : String(maxHops),
  ways: limit === REACH.limit ? null : String(limit),
  hubs: avoidHubs ? null : 'too',
});

const readReach = (values: URLSearchParams): Reach => ({
  maxHops: readOffered(values.get('max-steps'), HOPS, REACH.maxHops),
  limit: readOffered(values.get('ways'), WAYS, REACH.limit),
  avoidHubs: values.get('hubs') !== 'too',
});

const stepText = ({ entity, predicates, most }: WalkStep): string =>
  [entity, String(most), ...(predicates ?? [])].join('~');

function readStep(text: string): WalkStep[] {
  const [entity, most, ...predicates] = text.split('~');
  if (!entity) return [];
  return [{ entity, most: readCount(most, EGO), predicates: predicates.length > 0 ? predicates : null }];
}

function readSelected(text: string | null): ViewState['selected'] {
  const [type, id] = text?.split('~') ?? [];
  return id && (type === 'entity' || type === 'claim' || type === 'source') ? { type, id } : null;
}

const listText = (list: readonly string[] | null): string | null => (list === null ? null : list.join('~'));

const readList = (text: string | null): readonly string[] | null =>
  text === null ? null : text.split('~').filter(part => part !== '');

const readKnown = <T extends string>(text: string | null, known: readonly T[]): readonly T[] | null =>
  text === null ? null : known.filter(word => text.split('~').includes(word));

function readCount(text: string | null | undefined, otherwise: number): number {
  return text && /^\d{1,5}$/.test(text) ? Number(text) : otherwise;
}

function readOffered(text: string | null, offered: readonly number[], otherwise: number): number {
  const count = readCount(text, otherwise);
  return offered.includes(count) ? count : otherwise;
}

const rounded = (value: number): string => String(Math.round(value * 1000) / 1000);

function readCamera(text: string | null): Camera | null {
  const [x, y, ratio] = (text ?? '').split('~').map(Number);
  if (x === undefined || y === undefined || ratio === undefined) return null;
  return [x, y, ratio].every(Number.isFinite) && ratio > 0 ? { x, y, ratio } : null;
}

function movedText(moved: ViewState['moved']): string | null {
  const parts = Object.entries(moved).map(([id, [x, y]]) => [id, rounded(x), rounded(y)].join('~'));
  return parts.length > 0 ? parts.join(' ') : null;
}

function readMoved(text: string | null): ViewState['moved'] {
  const moved = (text ?? '').split(' ').flatMap(part => {
    const [id, x, y] = part.split('~');
    const at = [Number(x), Number(y)] as const;
    return id && x && y && at.every(Number.isFinite) ? [[id, at] as const] : [];
  });
  return Object.fromEntries(moved);
}
