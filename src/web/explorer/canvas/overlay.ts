// What is drawn over lines and nodes: the words, and the rings and stripes of what is selected, pointed at, or where the keyboard is.
import type { CanvasSize } from './camera.js';
import { CanvasPen } from './canvas-pen.js';
import { faint, type Colours } from './colours.js';
import { lineOf, type PageScene } from './on-page.js';
import { writeWords } from './write-words.js';

/** Ids of nodes or edges. */
export interface Marks {
  readonly selected: string | null;
  /** Where the keyboard is. */
  readonly current: string | null;
  readonly hovered: string | null;
}

/** How far outside of the view words begin. */
const ROOM = 120;

export class Overlay {
  readonly #pen: CanvasPen;

  /** @param under between lines and nodes. @param over above the nodes. */
  constructor(
    private readonly under: CanvasRenderingContext2D,
    private readonly over: CanvasRenderingContext2D,
    family: string,
    private readonly colours: Colours,
  ) {
    this.#pen = new CanvasPen(over, family, colours);
  }

  draw(page: PageScene, { width, height }: CanvasSize, { selected, current, hovered }: Marks): void {
    this.under.clearRect(0, 0, width, height);
    this.over.clearRect(0, 0, width, height);
    const accent = this.colours['--accent'] ?? '';
    const marked = new Set([selected, hovered].filter(id => id !== null));
    for (const edge of page.edges) if (marked.has(edge.edge.id)) this.#stripe(edge, faint(accent));
    if (hovered !== null) this.#ring(page, hovered, faint(accent), 4, []);
    if (selected !== null) this.#ring(page, selected, accent, 4, []);
    if (current !== null) this.#ring(page, current, this.colours['--ink'] ?? '', 9, [4, 3]);
    if (current !== null) marked.add(current);
    this.#pen.begin();
    writeWords(
      page,
      { left: -ROOM, top: -ROOM, right: width + ROOM, bottom: height + ROOM },
      marked,
      this.#pen,
    );
  }

  #stripe(edge: PageScene['edges'][number], colour: string): void {
    const line = lineOf(edge);
    if (!line) return;
    this.under.strokeStyle = colour;
    this.under.lineWidth = 9;
    this.under.lineCap = 'round';
    this.under.beginPath();
    this.under.moveTo(...line.from);
    this.under.lineTo(...line.to);
    this.under.stroke();
  }

  #ring(page: PageScene, id: string, colour: string, distance: number, dashes: number[]): void {
    const node = page.nodes.get(id);
    if (!node) return;
    const radius =
      node.size * (node.node.shape === 'circle' || node.node.shape === 'ring' ? 1 : 1.25) + distance;
    this.over.strokeStyle = colour;
    this.over.lineWidth = 2.5;
    this.over.setLineDash(dashes);
    this.over.beginPath();
    this.over.arc(node.at[0], node.at[1], radius, 0, Math.PI * 2);
    this.over.stroke();
    this.over.setLineDash([]);
  }
}
