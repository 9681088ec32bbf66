// The lines of edges on the graphics card: in the style of their status, side by side, from rim to rim, with a head at the object.
import { EdgeProgram } from 'sigma/rendering';
import type { InstancedProgramDefinition } from 'sigma/rendering';
import type Sigma from 'sigma';
import type { EdgeDisplayData, NodeDisplayData } from 'sigma/types';
import { floatColor } from 'sigma/utils';
import { FRAGMENT, VERTEX } from './edge-shaders.js';
import { definitionOf, setView, type Uniform } from './instanced.js';
import { LINE_NUMBER, SHAPE_NUMBER, type EdgeAttributes, type NodeAttributes } from './attributes.js';

/** Along the line from 0 to 1, across it from -1 to 1; of the line itself (0) or of its head (1). */
const CORNERS = [0, 1].flatMap(part =>
  [
    [0, -1],
    [0, 1],
    [1, -1],
    [0, 1],
    [1, -1],
    [1, 1],
  ].map(([along = 0, across = 0]) => [along, across, part]),
);

export class LineProgram extends EdgeProgram<Uniform> {
  constructor(gl: WebGLRenderingContext, _: WebGLFramebuffer | null, renderer: Sigma) {
    // Nothing is drawn for picking: what is pointed at is reckoned, so no frame has to be read back from the card.
    super(gl, null, renderer);
  }

  getDefinition(): InstancedProgramDefinition<Uniform> {
    return definitionOf({
      vertex: VERTEX,
      fragment: FRAGMENT,
      corners: CORNERS,
      attributes: { a_start: 2, a_end: 2, a_ends: 4, a_line: 4, a_color: 'color' },
    });
  }

  processVisibleItem(
    _: number,
    start: number,
    from: NodeDisplayData & Partial<NodeAttributes>,
    to: NodeDisplayData & Partial<NodeAttributes>,
    data: EdgeDisplayData & Partial<EdgeAttributes>,
  ): void {
    const values = [
      from.x,
      from.y,
      to.x,
      to.y,
      from.size,
      SHAPE_NUMBER[from.shape ?? 'circle'],
      to.size,
      SHAPE_NUMBER[to.shape ?? 'circle'],
      LINE_NUMBER[data.line ?? 'solid'],
      data.size,
      data.beside ?? 0,
      data.hasArrow === true ? 1 : 0,
      floatColor(data.color),
    ];
    for (const [at, value] of values.entries()) this.array[start + at] = value;
  }

  setUniforms = setView;
}
