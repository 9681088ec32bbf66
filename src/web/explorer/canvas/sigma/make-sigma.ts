// Sigma as we use it: our programs, no words of its own, and a camera that means the same whatever is drawn.
import Sigma from 'sigma';
import { FARTHEST, NEAREST, UNIT } from '../camera.js';
import { LineProgram } from './edge-program.js';
import type { SigmaGraph } from './graph-of.js';
import { ShapeProgram } from './node-program.js';

export const DOUBLE_CLICK_MS = 280;

/**
 * @param isStill nothing moves by itself.
 * @param sizeAt how much larger than told nodes are drawn, for a camera's ratio.
 * @throws Error where the browser has no WebGL.
 */
export function makeSigma(
  graph: SigmaGraph,
  container: HTMLElement,
  isStill: boolean,
  sizeAt: (ratio: number) => number,
): Sigma {
  const sigma: Sigma = new Sigma(graph, container, {
    nodeProgramClasses: { shape: ShapeProgram },
    nodeHoverProgramClasses: { shape: ShapeProgram },
    edgeProgramClasses: { line: LineProgram },
    defaultNodeType: 'shape',
    defaultEdgeType: 'line',
    renderLabels: false,
    defaultDrawNodeHover: () => undefined,
    enableCameraRotation: false,
    zIndex: true,
    stagePadding: 0,
    minEdgeThickness: 0,
    minCameraRatio: NEAREST,
    maxCameraRatio: FARTHEST,
    doubleClickTimeout: DOUBLE_CLICK_MS,
    zoomToSizeRatioFunction: ratio => 1 / sizeAt(ratio),
    allowInvalidContainer: true,
    // Sigma divides by durations: 1 ms is at once.
    ...(isStill ? { zoomDuration: 1, inertiaDuration: 1, inertiaRatio: 0 } : {}),
  });
  sigma.setCustomBBox({ x: [-UNIT / 2, UNIT / 2], y: [-UNIT / 2, UNIT / 2] });
  // When to draw is ours to say: large drawings are not drawn at each step of the camera.
  sigma.getCamera().removeAllListeners('updated');
  quieten(sigma);
  return sigma;
}

/** Layers that stay empty are not laid over the others at each frame. The one that hears the mouse is there, but not seen. */
function quieten(sigma: Sigma): void {
  const layers = sigma.getCanvases();
  for (const name of ['hovers', 'hoverNodes']) if (layers[name]) layers[name].style.display = 'none';
  const mouse = layers['mouse'];
  if (!mouse) return;
  mouse.style.opacity = '0';
  // Fingers scroll the page over it.
  mouse.style.touchAction = 'pan-x pan-y';
}
