// The canvas alone with a synthetic drawing, for measuring: `?nodes=2000&edges=10000&hub=0.5&marks`. Not part of what is shipped.
import '@fontsource-variable/inter/wght.css';
import '../../../src/web/explorer/look/look.css';
import { createRoot } from 'react-dom/client';
import { GraphCanvas } from '../../../src/web/explorer/canvas/graph-canvas.js';
import { ViewStateKeeper } from '../../../src/web/explorer/view-state/use-view-state.js';
import { syntheticDrawing } from '../synthetic-drawing.js';

const asked = new URLSearchParams(location.search);
const number = (name: string, otherwise: number): number => Number(asked.get(name) ?? otherwise);
const drawing = syntheticDrawing({
  nodes: number('nodes', 2_000),
  edges: number('edges', 10_000),
  atHub: number('hub', 0.5),
  marks: asked.has('marks'),
});
const place = document.getElementById('bench');
if (place === null) throw new Error('The page has no element with the id "bench".');

createRoot(place).render(
  <ViewStateKeeper>
    <main style={{ height: '100vh' }}>
      <GraphCanvas drawing={drawing} busy={false} />
    </main>
  </ViewStateKeeper>,
);
