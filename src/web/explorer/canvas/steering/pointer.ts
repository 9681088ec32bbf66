// Mouse and finger on the graph: what is pointed at, clicked, clicked twice, dragged. Sigma pans and zooms by itself.
import type { MouseCoords } from 'sigma/types';
import type { GraphView } from '../graph-view.js';
import type { Point } from '../layout/positions.js';
import { DOUBLE_CLICK_MS } from '../sigma/make-sigma.js';

export interface Pointed {
  readonly type: 'entity' | 'claim';
  readonly id: string;
}

export interface PointerHandlers {
  /** Null: nothing any more. */
  readonly onHover: (pointed: Pointed | null, at: Point) => void;
  readonly onSelect: (pointed: Pointed | null) => void;
  readonly onExpand: (entity: string) => void;
  readonly onDrop: (entity: string, at: Point) => void;
}

/** Fewer pixels are a trembling hand. */
const DRAG_FROM = 4;

export function listenToPointer(view: GraphView, handlers: PointerHandlers): () => void {
  const mouse = view.sigma.getMouseCaptor();
  const touch = view.sigma.getTouchCaptor();
  // Sigma's own listeners read pixels back from the graphics card at each move, to find what is below; we reckon it.
  mouse.removeAllListeners();
  touch.removeAllListeners();
  let held: { readonly id: string; readonly from: Point; isDragged: boolean } | null = null;
  let clicked: { readonly id: string; readonly at: number } | null = null;
  let waiting: ReturnType<typeof setTimeout> | undefined;

  const under = (at: Point): Pointed | null => {
    const node = view.nodeAt(at);
    if (node !== null) return { type: 'entity', id: node };
    const edge = view.edgeAt(at);
    return edge === null ? null : { type: 'claim', id: edge };
  };

  const onMove = (event: MouseCoords): void => {
    if (held) return drag(event);
    const at = pointOf(event);
    handlers.onHover(isMouseDown(event) ? null : under(at), at);
  };

  const drag = (event: MouseCoords): void => {
    if (!held) return;
    event.preventSigmaDefault();
    const at = pointOf(event);
    held.isDragged ||= Math.hypot(at[0] - held.from[0], at[1] - held.from[1]) > DRAG_FROM;
    if (held.isDragged) view.drag(held.id, at);
  };

  const onDown = (event: MouseCoords): void => {
    const id = view.nodeAt(pointOf(event));
    held = id === null ? null : { id, from: pointOf(event), isDragged: false };
    handlers.onHover(null, pointOf(event));
  };

  const onUp = (): void => {
    const at = held?.isDragged === true ? view.standing(held.id) : null;
    if (held && at) handlers.onDrop(held.id, at);
    // The click that ends a drag comes after this.
    if (at) clicked = { id: '', at: Date.now() };
    held = null;
  };

  const onClick = (at: Point): void => {
    if (clicked?.id === '' && Date.now() - clicked.at < 100) return;
    const pointed = under(at);
    clearTimeout(waiting);
    if (pointed?.type !== 'entity') return handlers.onSelect(pointed);
    clicked = { id: pointed.id, at: Date.now() };
    // The panel that opens would come between the two clicks of a double one.
    waiting = setTimeout(() => handlers.onSelect(pointed), DOUBLE_CLICK_MS);
  };

  const onDoubleClick = (event: MouseCoords): void => {
    event.preventSigmaDefault();
    clearTimeout(waiting);
    if (clicked && clicked.id !== '') handlers.onExpand(clicked.id);
  };

  mouse.on('mousemovebody', event => (held ? drag(event) : undefined));
  mouse.on('mousemove', onMove);
  mouse.on('mouseleave', event => handlers.onHover(null, pointOf(event)));
  mouse.on('mousedown', onDown);
  mouse.on('mouseup', onUp);
  mouse.on('click', event => onClick(pointOf(event)));
  mouse.on('doubleClick', onDoubleClick);
  const layer = view.sigma.getContainer();
  layer.addEventListener('touchstart', leaveToPage, { capture: true });
  return () => {
    clearTimeout(waiting);
    layer.removeEventListener('touchstart', leaveToPage, { capture: true });
  };
}

/** One finger scrolls the page and taps, as everywhere on it; two move and zoom the graph. */
const leaveToPage = (event: TouchEvent): void => {
  if (event.touches.length < 2) event.stopPropagation();
};

const pointOf = ({ x, y }: MouseCoords): Point => [x, y];

const isMouseDown = ({ original }: MouseCoords): boolean => 'buttons' in original && original.buttons !== 0;
