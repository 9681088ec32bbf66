// The lines of edges on the graphics card: in the style of their status, side by side, from rim to rim, with a head at the object.
import { EdgeProgram } from 'sigma/rendering';
import type { InstancedProgramDefinition, ProgramInfo } from 'sigma/rendering';
import type Sigma from 'sigma';
import type { EdgeDisplayData, NodeDisplayData, RenderParams } from 'sigma/types';
import { floatColor } from 'sigma/utils';
import { FRAGMENT, UNIFORMS, VERTEX } from './edge-shaders.js';
import { LINE_NUMBER, SHAPE_NUMBER, type EdgeAttributes, type NodeAttributes } from './attributes.js';

type Uniform = (typeof UNIFORMS)[number];

const { FLOAT, UNSIGNED_BYTE, TRIANGLES } = WebGLRenderingContext;

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
    return {
      VERTICES: CORNERS.length,
      VERTEX_SHADER_SOURCE: VERTEX,
      FRAGMENT_SHADER_SOURCE: FRAGMENT,
      METHOD: TRIANGLES,
      UNIFORMS,
      ATTRIBUTES: [
        { name: 'a_start', size: 2, type: FLOAT },
        { name: 'a_end', size: 2, type: FLOAT },
        { name: 'a_ends', size: 4, type: FLOAT },
        { name: 'a_line', size: 4, type: FLOAT },
        { name: 'a_color', size: 4, type: UNSIGNED_BYTE, normalized: true },
      ],
      CONSTANT_ATTRIBUTES: [{ name: 'a_corner', size: 3, type: FLOAT }],
      CONSTANT_DATA: CORNERS,
    };
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

  setUniforms(params: RenderParams, { gl, uniformLocations }: ProgramInfo<Uniform>): void {
    gl.uniformMatrix3fv(uniformLocations.u_matrix, false, params.matrix);
    gl.uniform2f(uniformLocations.u_viewport, params.width, params.height);
    gl.uniform1f(uniformLocations.u_scale, 1 / params.sizeRatio);
    gl.uniform1f(uniformLocations.u_pixelRatio, params.pixelRatio);
  }
}
