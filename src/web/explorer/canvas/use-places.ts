// Where nodes stand on the page, as text: for tests and measurements, which have no other way to look into a picture.
import { useEffect, useState } from 'react';
import type { GraphView } from './graph-view.js';
import type { Scene } from './scene.js';

/** More would only make the page heavy. */
const MOST = 400;
const SETTLED_MS = 120;

/** `{"<id>":[x,y],…}` in pixels from the corner of the graph, once the picture stands still; null before the first one. */
export function usePlaces(view: GraphView | null, scene: Scene): string | null {
  const [places, setPlaces] = useState<string | null>(null);
  useEffect(() => {
    if (!view) return undefined;
    let settling: ReturnType<typeof setTimeout> | undefined;
    const rendered = (): void => {
      clearTimeout(settling);
      settling = setTimeout(() => setPlaces(placesText(view)), SETTLED_MS);
    };
    view.sigma.on('afterRender', rendered);
    rendered();
    return () => {
      clearTimeout(settling);
      view.sigma.removeListener('afterRender', rendered);
    };
  }, [view, scene]);
  return places;
}

const placesText = (view: GraphView): string =>
  JSON.stringify(
    Object.fromEntries([...view.page.nodes].slice(0, MOST).map(([id, { at }]) => [id, at.map(Math.round)])),
  );
