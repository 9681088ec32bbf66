// The graph on the screen: sigma draws shapes and lines, the overlay words and marks. Knows nothing of React, the view state or the API.
import type Sigma from 'sigma';
import type { Camera } from '../view-state/view-state.js';
import { fit, nodeScale, sameCamera, scaleOf, toDrawing, UNIT, type CanvasSize } from './camera.js';
import { readColours, type Colours } from './colours.js';
import { Glide } from './glide.js';
import type { Point } from './layout/positions.js';
import { edgeUnder, nodeUnder, onPage, type PageScene } from './on-page.js';
import { Overlay, type Marks } from './overlay.js';
import { pictureOf } from './picture-of.js';
import type { Scene } from './scene.js';
import { graphOf } from './sigma/graph-of.js';
import { makeSigma } from './sigma/make-sigma.js';

const NO_MARKS: Marks = { selected: null, current: null, hovered: null };
/** With more edges, the picture glides while the camera moves. */
const GLIDES_FROM = 250;
/** From the rim, in pixels: what is nearer counts as out of sight. */
const RIM = 40;

export class GraphView {
  readonly sigma: Sigma;
  #scene: Scene = { nodes: [], edges: [] };
  #page: PageScene | null = null;
  #marks = NO_MARKS;
  #colours: Colours;
  #overlay: Overlay;
  #glide: Glide;
  #drawn: Camera;
  #frame = 0;
  #isAll = true;

  /**
   * @param isStill nothing moves by itself.
   * @throws Error where the browser has no WebGL.
   */
  constructor(
    private readonly container: HTMLElement,
    private readonly isStill: boolean,
  ) {
    this.#colours = readColours(container);
    this.sigma = makeSigma(graphOf(this.#scene, this.#colours), container, isStill, ratio =>
      nodeScale(scaleOf({ ratio }, this.size)),
    );
    this.#overlay = this.#newOverlay();
    const layers = Object.entries(this.sigma.getCanvases()).filter(([name]) => name !== 'mouse');
    this.#glide = new Glide(
      layers.map(([, layer]) => layer),
      () => this.sigma.scheduleRender(),
    );
    this.#drawn = this.camera;
    this.sigma.getCamera().on('updated', () => this.#cameraMoved());
    this.sigma.on('afterRender', () => this.#rendered());
  }

  get size(): CanvasSize {
    return { width: this.container.offsetWidth || 1, height: this.container.offsetHeight || 1 };
  }

  get camera(): Camera {
    const { x, y, ratio } = this.sigma.getCamera().getState();
    return { x, y, ratio };
  }

  /** All nodes are in sight, whatever comes: nobody moved the camera. */
  get isAll(): boolean {
    return this.#isAll;
  }

  /** What is drawn, in pixels from the corner of the graph. */
  get page(): PageScene {
    return (this.#page ??= onPage(this.#scene, this.camera, this.size));
  }

  /** @param camera null: all nodes are in sight, and stay so. */
  show(scene: Scene, camera: Camera | null): void {
    this.#scene = scene;
    this.#page = null;
    this.look(camera);
    this.sigma.setGraph(graphOf(scene, this.#colours));
  }

  look(camera: Camera | null): void {
    this.#isAll = camera === null;
    const wanted = camera ?? this.#all();
    if (!sameCamera(wanted, this.camera)) this.sigma.getCamera().setState({ ...wanted, angle: 0 });
  }

  /** @param factor above 1: nearer. */
  zoom(factor: number): void {
    const camera = this.sigma.getCamera();
    const ratio = camera.getBoundedRatio(this.camera.ratio / factor);
    if (this.isStill) camera.setState({ ratio });
    else void camera.animate({ ratio }, { duration: 160 });
  }

  /** Brings a node into sight where it is not. */
  reveal(id: string): void {
    const found = this.page.nodes.get(id);
    if (!found) return;
    const [x, y] = found.at;
    const { width, height } = this.size;
    if (x > RIM && y > RIM && x < width - RIM && y < height - RIM) return;
    this.sigma.getCamera().setState({ x: 0.5 + found.node.x / UNIT, y: 0.5 - found.node.y / UNIT });
  }

  mark(marks: Partial<Marks>): void {
    this.#marks = { ...this.#marks, ...marks };
    this.#drawOverSoon();
  }

  /** After the container changed its size. */
  resized(): void {
    this.#page = null;
    if (this.#isAll) this.look(null);
    this.sigma.scheduleRender();
  }

  /** After light became dark. */
  recoloured(): void {
    this.#colours = readColours(this.container);
    this.#overlay = this.#newOverlay();
    this.sigma.setGraph(graphOf(this.#scene, this.#colours));
  }

  /** After the letters came that words are written in. */
  lettersCame(): void {
    this.#overlay = this.#newOverlay();
    this.#drawOverSoon();
  }

  /** While a node is dragged to a point of the page. */
  drag(id: string, at: Point): void {
    const [x, y] = toDrawing(this.camera, this.size)(at);
    const nodes = this.#scene.nodes.map(node => (node.id === id ? { ...node, x, y } : node));
    this.#scene = { ...this.#scene, nodes };
    this.#page = null;
    this.sigma.getGraph().mergeNodeAttributes(id, { x, y: -y });
  }

  /** In the drawing's own measure. */
  standing(id: string): Point | null {
    const node = this.#scene.nodes.find(other => other.id === id);
    return node ? [node.x, node.y] : null;
  }

  nodeAt = (at: Point): string | null => nodeUnder(this.page, at);
  edgeAt = (at: Point): string | null => edgeUnder(this.page, at);

  picture = (): HTMLCanvasElement => pictureOf(this.sigma, this.#colours['--paper'] ?? '');

  kill(): void {
    cancelAnimationFrame(this.#frame);
    this.#glide.rest();
    this.sigma.kill();
  }

  #cameraMoved(): void {
    this.#page = null;
    this.#isAll &&= sameCamera(this.camera, this.#all());
    if (this.#scene.edges.length < GLIDES_FROM) this.sigma.scheduleRender();
    else this.#glide.follow(this.#drawn, this.camera, this.size);
  }

  #rendered(): void {
    this.#glide.rest();
    this.#drawn = this.camera;
    this.#drawOver();
  }

  #drawOver(): void {
    // While the picture glides, its words glide along.
    if (sameCamera(this.#drawn, this.camera)) this.#overlay.draw(this.page, this.size, this.#marks);
  }

  #drawOverSoon(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => this.#drawOver());
  }

  #all(): Camera {
    return fit(
      this.#scene.nodes.map(({ x, y }): Point => [x, y]),
      this.size,
    );
  }

  #newOverlay(): Overlay {
    const layers = this.sigma.getCanvases();
    const [under, over] = [layers['edgeLabels']?.getContext('2d'), layers['labels']?.getContext('2d')];
    if (!under || !over) throw new Error('The graph has no layer for its words.');
    return new Overlay(under, over, getComputedStyle(this.container).fontFamily, this.#colours);
  }
}
