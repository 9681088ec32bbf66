// Large drawings while the camera moves: the last picture is shifted and scaled as it is, and drawn anew once the camera rests.
import type { Camera } from '../view-state/view-state.js';
import { scaleOf, toDrawing, toPage, type CanvasSize } from './camera.js';

/** So long the camera must rest; longer where the machine is so slow that steps come later than that. */
const RESTS_MS = 140;
const LONGEST_MS = 900;

export class Glide {
  #settling: ReturnType<typeof setTimeout> | undefined;
  #last = 0;

  /** @param layers all but the one that listens to the mouse */
  constructor(
    private readonly layers: readonly HTMLElement[],
    private readonly draw: () => void,
  ) {
    for (const layer of layers) layer.style.transformOrigin = '0 0';
  }

  /** @param drawn the camera of the last picture. */
  follow(drawn: Camera, now: Camera, size: CanvasSize): void {
    const [x, y] = toPage(now, size)(toDrawing(drawn, size)([0, 0]));
    const scale = scaleOf(now, size) / scaleOf(drawn, size);
    for (const layer of this.layers) layer.style.transform = `translate(${x}px, ${y}px) scale(${scale})`;
    const since = performance.now() - this.#last;
    this.#last += since;
    clearTimeout(this.#settling);
    const rest = since > LONGEST_MS ? RESTS_MS : Math.max(RESTS_MS, since * 2);
    this.#settling = setTimeout(this.draw, rest);
  }

  /** After a new picture. */
  rest(): void {
    clearTimeout(this.#settling);
    for (const layer of this.layers) if (layer.style.transform !== '') layer.style.transform = '';
  }
}
