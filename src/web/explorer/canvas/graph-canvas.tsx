// The graph of a drawing: by mouse, by finger and by keyboard, with what is said of it for those who do not see it.
import { useEffect, useMemo, useRef, useState, type ReactElement } from 'react';
import './canvas.css';
import type { ViewState } from '../view-state/view-state.js';
import { useViewState } from '../view-state/use-view-state.js';
import { expand, select } from '../view-state/steps.js';
import { nodeOf, type Drawing } from '../walk/drawing.js';
import type { GraphView } from './graph-view.js';
import { listenToPointer, type PointerHandlers } from './steering/pointer.js';
import { sceneOf } from './scene.js';
import { noteShown } from './shown-views.js';
import { drawingSpoken } from './steering/spoken.js';
import { Tip, type Hovered } from './tip.js';
import { useCamera, useGraphView } from './use-graph-view.js';
import { usePlaces } from './use-places.js';
import { usePositions } from './use-positions.js';
import { useSteering } from './steering/use-steering.js';
import { ZoomButtons } from './steering/zoom-buttons.js';

const KEYS =
  'Arrow keys follow claims, Enter opens, E expands, Backspace collapses, C steps through claims, P starts or ends a path.';

interface GraphCanvasProps {
  readonly drawing: Drawing;
  /** What is shown is an earlier answer. */
  readonly busy: boolean;
}

export function GraphCanvas({ drawing, busy }: GraphCanvasProps): ReactElement {
  const { state, go, adjust } = useViewState();
  const element = useRef<HTMLDivElement>(null);
  const made = useGraphView(element);
  const view = made === 'impossible' ? null : made;
  const { positions, isReady } = usePositions(drawing, state.moved, busy);
  const scene = useMemo(() => sceneOf(drawing, positions), [drawing, positions]);
  const [hovered, setHovered] = useState<Hovered | null>(null);
  const steering = useSteering(view, drawing, positions);
  useCamera(view, scene, state.camera, camera => adjust({ camera }));
  useMarks(view, drawing, state, { current: steering.current, hovered: hovered?.id ?? null });
  usePointer(view, {
    onHover: (pointed, at) => setHovered(pointed && view && { ...pointed, at, of: view.size }),
    onSelect: pointed => {
      if (pointed?.type === 'entity') steering.moveTo(pointed.id);
      go(now => (pointed ? select(now, pointed.type, pointed.id) : { ...now, selected: null }));
    },
    onExpand: id => go(now => expand(now, id)),
    onDrop: (id, at) => go(now => putAt(now, id, at)),
  });
  useEffect(
    () => (view ? noteShown(drawing, { positions, picture: () => view.picture() }) : undefined),
    [view, drawing, positions],
  );
  const places = usePlaces(view, scene);
  const fitAll = (shown: GraphView): void => {
    shown.look(null);
    adjust({ camera: null });
  };
  return (
    <div
      className="canvas"
      data-drawn={`${drawing.nodes.length} nodes, ${drawing.edges.length} edges`}
      data-nodes={drawing.nodes.length}
      data-edges={drawing.edges.length}
      data-ready={isReady && places !== null && !busy}
      data-places={places ?? ''}
    >
      <div
        ref={element}
        className={hovered ? 'canvas-graph pointed' : 'canvas-graph'}
        role="application"
        tabIndex={0}
        aria-label={`${drawingSpoken(drawing)}. ${KEYS}`}
        onKeyDown={steering.onKeyDown}
        onFocus={steering.onFocus}
        onBlur={steering.onBlur}
      />
      {made === 'impossible' && NO_WEBGL}
      {hovered && <Tip hovered={hovered} drawing={drawing} />}
      {view && <ZoomButtons onZoom={factor => view.zoom(factor)} onFit={() => fitAll(view)} />}
      <Arranging isReady={isReady} entities={drawing.nodes.length} />
      <p className="unseen" aria-live="polite">
        {steering.said}
      </p>
    </div>
  );
}

const Arranging = ({
  isReady,
  entities,
}: {
  readonly isReady: boolean;
  readonly entities: number;
}): ReactElement => (
  <p className="canvas-busy small" role="status">
    {isReady ? '' : `Arranging ${entities.toLocaleString('en')} entities …`}
  </p>
);

const NO_WEBGL = (
  <p className="note canvas-note">
    This browser cannot draw the graph: it offers no WebGL. The table shows the same claims.
  </p>
);

/** Shows on the graph what is selected, where the keyboard is, and what the pointer is on. */
function useMarks(
  view: GraphView | null,
  drawing: Drawing,
  { selected }: ViewState,
  { current, hovered }: { readonly current: string | null; readonly hovered: string | null },
): void {
  // An entity may be selected by the id of one that is one with it.
  const marked = selected && (nodeOf(drawing, selected.id)?.entity ?? selected).id;
  useEffect(() => view?.mark({ selected: marked, current, hovered }), [view, marked, current, hovered]);
}

const putAt = (state: ViewState, id: string, [x, y]: readonly [number, number]): ViewState => ({
  ...state,
  moved: { ...state.moved, [id]: [Math.round(x), Math.round(y)] },
});

/** The handlers change with each picture, the listeners stay. */
function usePointer(view: GraphView | null, handlers: PointerHandlers): void {
  const latest = useRef(handlers);
  latest.current = handlers;
  useEffect(
    () =>
      view
        ? listenToPointer(view, {
            onHover: (pointed, at) => latest.current.onHover(pointed, at),
            onSelect: pointed => latest.current.onSelect(pointed),
            onExpand: id => latest.current.onExpand(id),
            onDrop: (id, at) => latest.current.onDrop(id, at),
          })
        : undefined,
    [view],
  );
}
