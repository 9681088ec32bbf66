// The graph view as a hook: made with its element, updated with each drawing and when colours, fonts or sizes change.
import { useEffect, useRef, useState, type RefObject } from 'react';
import type { Camera } from '../view-state/view-state.js';
import { sameCamera } from './camera.js';
import { GraphView } from './graph-view.js';
import type { Scene } from './scene.js';

export type Made = GraphView | 'impossible' | null;

/** Null until it is made; `impossible` where the browser has no WebGL. */
export function useGraphView(element: RefObject<HTMLDivElement | null>): Made {
  const [made, setMade] = useState<Made>(null);
  useEffect(() => {
    const container = element.current;
    if (!container) return undefined;
    const view = tryToMake(container);
    setMade(view ?? 'impossible');
    if (!view) return undefined;
    const sizes = new ResizeObserver(() => view.resized());
    sizes.observe(container);
    const dark = matchMedia('(prefers-color-scheme: dark)');
    const recolour = (): void => view.recoloured();
    dark.addEventListener('change', recolour);
    const letters = (): void => view.lettersCame();
    document.fonts.addEventListener('loadingdone', letters);
    return () => {
      sizes.disconnect();
      dark.removeEventListener('change', recolour);
      document.fonts.removeEventListener('loadingdone', letters);
      view.kill();
    };
  }, [element]);
  return made;
}

function tryToMake(container: HTMLElement): GraphView | null {
  try {
    return new GraphView(container, matchMedia('(prefers-reduced-motion: reduce)').matches);
  } catch {
    return null;
  }
}

/** Turns of the wheel come by the dozen: the address follows when they are over. */
const SETTLED_MS = 350;

/** Shows the scene from the camera of the view state, and reports when the camera is moved by hand. */
export function useCamera(
  view: GraphView | null,
  scene: Scene,
  camera: Camera | null,
  onMoved: (camera: Camera) => void,
): void {
  const told = useRef(onMoved);
  told.current = onMoved;
  const wanted = useRef(camera);
  wanted.current = camera;
  const isSettling = useRef(false);
  useEffect(() => {
    // A camera that was moved a moment ago stays, because the view state does not have it yet.
    if (view) view.show(scene, wanted.current ?? (isSettling.current ? view.camera : null));
  }, [view, scene]);
  // By its numbers: each step of the history reads them anew.
  useEffect(() => view?.look(wanted.current), [view, camera?.x, camera?.y, camera?.ratio]);
  useEffect(() => {
    if (!view) return undefined;
    let settling: ReturnType<typeof setTimeout> | undefined;
    const moved = (): void => {
      clearTimeout(settling);
      isSettling.current = !view.isAll;
      settling = setTimeout(() => {
        isSettling.current = false;
        if (view.isAll || (wanted.current && sameCamera(wanted.current, view.camera))) return;
        told.current(view.camera);
      }, SETTLED_MS);
    };
    view.sigma.getCamera().on('updated', moved);
    return () => clearTimeout(settling);
  }, [view]);
}
