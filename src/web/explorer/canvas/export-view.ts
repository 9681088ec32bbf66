// Takes a drawing out of the page as a file: a picture of what is in sight, an SVG, or its entities and claims for other programs.
import { saveFile } from '../look/save-file.js';
import { claimsWithoutLine } from '../walk/claims-without-line.js';
import type { Drawing } from '../walk/drawing.js';
import { readColours } from './colours.js';
import { gexfGraph } from './export/gexf-graph.js';
import { svgPicture } from './export/svg-picture.js';
import { viewJson } from './export/view-json.js';
import { layOut } from './layout/lay-out.js';
import { sceneOf } from './scene.js';
import { findShown, type ShownView } from './shown-views.js';

export type DrawingFormat = 'png' | 'svg' | 'gexf' | 'json';

/**
 * Hands the file to the browser. Where the drawing is in no graph on the screen, nodes stand as they would in a new one.
 * @throws Error for a picture of what is not in sight.
 */
export async function exportView(format: DrawingFormat, drawing: Drawing): Promise<void> {
  saveFile(`hearsay-${nameOf(drawing)}.${format}`, await fileOf(format, drawing));
}

async function fileOf(format: DrawingFormat, drawing: Drawing): Promise<Blob> {
  const shown = findShown(drawing);
  const positions = shown?.positions ?? layOut(drawing);
  switch (format) {
    case 'png':
      return pngOf(shown);
    case 'svg':
      return text(
        'image/svg+xml',
        svgPicture(sceneOf(drawing, positions), readColours(document.body), claimsWithoutLine(drawing)),
      );
    case 'gexf': {
      // Only who exports needs it.
      const { write } = await import('graphology-gexf/browser');
      return text(
        'application/gexf+xml',
        write(gexfGraph(drawing, positions), { pretty: true, version: '1.3' }),
      );
    }
    case 'json':
      return text('application/json', viewJson(drawing, positions));
  }
}

const text = (type: string, content: string): Blob => new Blob([content], { type });

async function pngOf(shown: ShownView | null): Promise<Blob> {
  if (!shown) throw new Error('The graph is not in sight: show it as a graph first.');
  const picture = shown.picture();
  const blob = await new Promise<Blob | null>(resolve => picture.toBlob(resolve, 'image/png'));
  if (!blob) throw new Error('The browser could not make a picture of the graph.');
  return blob;
}

/** The focus in plain letters, for a file name. */
function nameOf({ nodes }: Drawing): string {
  const foci = nodes.filter(({ isFocus }) => isFocus).map(({ entity }) => entity.label);
  const name = foci
    .join(' to ')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-');
  return name.replace(/^-+|-+$/g, '').slice(0, 60) || 'view';
}
