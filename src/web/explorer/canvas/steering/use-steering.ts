// The keys of the graph, while it has the keyboard: where one is, what the keys do there, and what is said of it.
import { useEffect, useMemo, useState, type KeyboardEvent } from 'react';
import { useViewState, type Navigation } from '../../view-state/use-view-state.js';
import { nodeOf, type Drawing } from '../../walk/drawing.js';
import { collapse, expand, openPaths, select } from '../../view-state/steps.js';
import type { GraphView } from '../graph-view.js';
import { neighboursIn } from '../layout/neighbours.js';
import type { Positions } from '../layout/positions.js';
import { shownAt } from '../scene.js';
import { drawingSpoken, edgeSpoken, nodeSpoken, waySpoken } from './spoken.js';
import { ARROWS, claimAfter, claimsAround, wayTowards, type Direction } from './steering.js';

export const ZOOM_STEP = 1.4;

export interface Steering {
  /** Where the keyboard is; null while it is elsewhere. */
  readonly current: string | null;
  readonly said: string;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onFocus: () => void;
  readonly onBlur: () => void;
  /** The keyboard goes on from there. */
  readonly moveTo: (id: string) => void;
}

export function useSteering(view: GraphView | null, drawing: Drawing, positions: Positions): Steering {
  const { state, go, adjust } = useViewState();
  const [at, setAt] = useState<string | null>(null);
  const [hasKeyboard, setHasKeyboard] = useState(false);
  const [said, say] = useState('');
  const neighbours = useMemo(() => neighboursIn(drawing.edges), [drawing]);
  const nodes = useMemo(() => new Map(drawing.nodes.map(node => [node.entity.id, node])), [drawing]);
  const selected = state.selected;
  const chosen = selected?.type === 'entity' ? selected.id : null;
  // What is selected elsewhere on the page is where the keyboard goes on.
  useEffect(() => {
    if (chosen !== null) setAt(chosen);
  }, [chosen]);
  const here = standingPoint(at, drawing);

  const walk = (direction: Direction): void => {
    const way = here === null ? null : wayTowards(direction, here, positions, neighbours);
    const node = way && nodes.get(way.to);
    if (!way || !node) return say(`Nothing further ${direction}`);
    setAt(way.to);
    view?.reveal(way.to);
    say(waySpoken(way, node, shownAt(way.to, neighbours)));
  };

  const stepClaims = (): void => {
    const claims = here === null ? [] : claimsAround(here, positions, neighbours);
    const isStepping = selected?.type === 'claim' && claims.some(({ claim }) => claim.id === selected.id);
    const next = claimAfter(claims, isStepping ? selected.id : null);
    if (!next) return say('No claim is drawn here');
    // Stepping on is no step back and forth of its own.
    (isStepping ? adjust : go)(now => select(now, 'claim', next.claim.id));
    say(edgeSpoken(next));
  };

  const keys: Keys = { ...useNodeKeys(nodes, say), ...cameraKeys(view, adjust), c: stepClaims };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const direction = ARROWS[event.key];
    const act = keys[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (direction) walk(direction);
    else if (act && here !== null) act(here);
    else return;
    event.preventDefault();
  };

  return {
    current: hasKeyboard ? here : null,
    said,
    onKeyDown,
    onFocus: () => {
      setHasKeyboard(true);
      const node = here === null ? undefined : nodes.get(here);
      if (node) say(`${drawingSpoken(drawing)}. ${nodeSpoken(node, shownAt(node.entity.id, neighbours))}`);
    },
    onBlur: () => setHasKeyboard(false),
    moveTo: setAt,
  };
}

type Nodes = ReadonlyMap<string, Drawing['nodes'][number]>;
/** What keys do, by the key, at the node where the keyboard is. */
type Keys = Readonly<Record<string, (id: string) => void>>;

/** Keys that do something with a node: open it, expand it, collapse it, begin or end a path. */
function useNodeKeys(nodes: Nodes, say: (words: string) => void): Keys {
  const { go } = useViewState();
  const [start, setStart] = useState<string | null>(null);
  const labelOf = (id: string): string => nodes.get(id)?.entity.label ?? id;
  return {
    Enter: id => go(now => select(now, 'entity', id)),
    e: id => {
      go(now => expand(now, id));
      say(`Expanding ${labelOf(id)}`);
    },
    Backspace: id => {
      go(now => collapse(now, ...(nodes.get(id)?.ids ?? [id])));
      say(`Collapsed ${labelOf(id)}`);
    },
    p: id => {
      if (start === null || start === id || !nodes.has(start)) {
        setStart(id);
        return say(`A path starts at ${labelOf(id)}. Press P on another node to find paths between them.`);
      }
      setStart(null);
      go(now => openPaths(now, start, id));
    },
  };
}

const cameraKeys = (view: GraphView | null, adjust: Navigation['adjust']): Keys => ({
  '+': () => view?.zoom(ZOOM_STEP),
  '=': () => view?.zoom(ZOOM_STEP),
  '-': () => view?.zoom(1 / ZOOM_STEP),
  '0': () => {
    view?.look(null);
    adjust({ camera: null });
  },
});

/** Where one was, as long as it is drawn; else the focus. */
function standingPoint(at: string | null, drawing: Drawing): string | null {
  const { nodes } = drawing;
  const here =
    (at === null ? undefined : nodeOf(drawing, at)) ?? nodes.find(({ isFocus }) => isFocus) ?? nodes[0];
  return here?.entity.id ?? null;
}
