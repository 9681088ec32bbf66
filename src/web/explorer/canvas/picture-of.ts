// A picture of what sigma shows now, on paper.
import type Sigma from 'sigma';

export function pictureOf(sigma: Sigma, paper: string): HTMLCanvasElement {
  const layers = sigma.getCanvases();
  const picture = document.createElement('canvas');
  picture.width = layers['nodes']?.width ?? 1;
  picture.height = layers['nodes']?.height ?? 1;
  const context = picture.getContext('2d');
  if (!context) return picture;
  context.fillStyle = paper;
  context.fillRect(0, 0, picture.width, picture.height);
  // What the graphics card drew is gone at the end of a task: it is drawn again within this one.
  sigma.refresh();
  for (const name of ['edges', 'edgeLabels', 'nodes', 'labels']) {
    const layer = layers[name];
    if (layer) context.drawImage(layer, 0, 0);
  }
  return picture;
}
