// Nearer, farther, all: for those without a wheel.
import type { ReactElement } from 'react';
import { ZOOM_STEP } from './use-steering.js';

export function ZoomButtons({
  onZoom,
  onFit,
}: {
  readonly onZoom: (factor: number) => void;
  readonly onFit: () => void;
}): ReactElement {
  return (
    <div className="canvas-zoom" role="group" aria-label="Zoom">
      <button className="button" aria-label="Zoom in" title="Zoom in" onClick={() => onZoom(ZOOM_STEP)}>
        +
      </button>
      <button className="button" aria-label="Zoom out" title="Zoom out" onClick={() => onZoom(1 / ZOOM_STEP)}>
        −
      </button>
      <button className="button canvas-fit" title="Show all of the graph" onClick={onFit}>
        Fit
      </button>
    </div>
  );
}
