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

/** Returns how to stop listening. */
export function listenToPointer(view: GraphView, handlers: PointerHandlers): () => void {
  const mouse = view.sigma.getMouseCaptor();
  // Sigma's own listeners read pixels back from the graphics card at each move, to find what is below; we reckon it.
  mouse.removeAllListeners();
  view.sigma.getTouchCaptor().removeAllListeners();
  const pointer = new Pointer(view, handlers);
  mouse.on('mousemovebody', event => pointer.moveAnywhere(event));
  mouse.on('mousemove', event => pointer.move(event));
  mouse.on('mouseleave', event => handlers.onHover(null, pointOf(event)));
  mouse.on('mousedown', event => pointer.press(event));
  mouse.on('mouseup', () => pointer.release());
  mouse.on('click', event => pointer.click(pointOf(event)));
  mouse.on('doubleClick', event => pointer.doubleClick(event));
  const layer = view.sigma.getContainer();
  layer.addEventListener('touchstart', leaveToPage, { capture: true });
  return () => {
    pointer.stop();
    layer.removeEventListener('touchstart', leaveToPage, { capture: true });
  };
}

class Pointer {
  private held: { readonly id: string; readonly from: Point; isDragged: boolean } | null = null;
  private clicked: { readonly id: string; readonly at: number } | null = null;
  private waiting: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly view: GraphView,
    private readonly handlers: PointerHandlers,
  ) {}

  /** Also outside of the graph: a drag goes on there. */
  moveAnywhere(event: MouseCoords): void {
    if (this.held) this.drag(event, this.held);
  }

  move(event: MouseCoords): void {
    if (this.held) return this.drag(event, this.held);
    const at = pointOf(event);
    this.handlers.onHover(isMouseDown(event) ? null : this.under(at), at);
  }

  press(event: MouseCoords): void {
    const id = this.view.nodeAt(pointOf(event));
    this.held = id === null ? null : { id, from: pointOf(event), isDragged: false };
    this.handlers.onHover(null, pointOf(event));
  }

  release(): void {
    const { held } = this;
    const at = held?.isDragged === true ? this.view.standing(held.id) : null;
    if (held && at) this.handlers.onDrop(held.id, at);
    // The click that ends a drag comes after this.
    if (at) this.clicked = { id: '', at: Date.now() };
    this.held = null;
  }

  click(at: Point): void {
    if (this.clicked?.id === '' && Date.now() - this.clicked.at < 100) return;
    const pointed = this.under(at);
    clearTimeout(this.waiting);
    if (pointed?.type !== 'entity') return this.handlers.onSelect(pointed);
    this.clicked = { id: pointed.id, at: Date.now() };
    // The panel that opens would come between the two clicks of a double one.
    this.waiting = setTimeout(() => this.handlers.onSelect(pointed), DOUBLE_CLICK_MS);
  }

  doubleClick(event: MouseCoords): void {
    event.preventSigmaDefault();
    clearTimeout(this.waiting);
    if (this.clicked && this.clicked.id !== '') this.handlers.onExpand(this.clicked.id);
  }

  stop(): void {
    clearTimeout(this.waiting);
  }

  private under(at: Point): Pointed | null {
    const node = this.view.nodeAt(at);
    if (node !== null) return { type: 'entity', id: node };
    const edge = this.view.edgeAt(at);
    return edge === null ? null : { type: 'claim', id: edge };
  }

  private drag(event: MouseCoords, held: NonNullable<Pointer['held']>): void {
    event.preventSigmaDefault();
    const at = pointOf(event);
    held.isDragged ||= Math.hypot(at[0] - held.from[0], at[1] - held.from[1]) > DRAG_FROM;
    if (held.isDragged) this.view.drag(held.id, at);
  }
}

/** One finger scrolls the page and taps, as everywhere on it; two move and zoom the graph. */
const leaveToPage = (event: TouchEvent): void => {
  if (event.touches.length < 2) event.stopPropagation();
};

const pointOf = ({ x, y }: MouseCoords): Point => [x, y];

const isMouseDown = ({ original }: MouseCoords): boolean => 'buttons' in original && original.buttons !== 0;
