// What our two programs share: a shape drawn once for each item, whose sizes are pixels of the page.
import type { InstancedProgramDefinition, ProgramInfo } from 'sigma/rendering';
import type { RenderParams } from 'sigma/types';

export const UNIFORMS = ['u_matrix', 'u_viewport', 'u_scale', 'u_pixelRatio'] as const;
export type Uniform = (typeof UNIFORMS)[number];

export interface Instanced {
  readonly vertex: string;
  readonly fragment: string;
  /** Triangles in the shape's own measure, the same for all items. */
  readonly corners: readonly (readonly number[])[];
  /** What each item brings, in the order of its values: how many numbers, or `color`. */
  readonly attributes: Readonly<Record<string, number | 'color'>>;
}

export function definitionOf({
  vertex,
  fragment,
  corners,
  attributes,
}: Instanced): InstancedProgramDefinition<Uniform> {
  const { FLOAT, UNSIGNED_BYTE, TRIANGLES } = WebGLRenderingContext;
  return {
    VERTICES: corners.length,
    VERTEX_SHADER_SOURCE: vertex,
    FRAGMENT_SHADER_SOURCE: fragment,
    METHOD: TRIANGLES,
    UNIFORMS,
    ATTRIBUTES: Object.entries(attributes).map(([name, size]) =>
      size === 'color'
        ? { name, size: 4, type: UNSIGNED_BYTE, normalized: true }
        : { name, size, type: FLOAT },
    ),
    CONSTANT_ATTRIBUTES: [{ name: 'a_corner', size: corners[0]?.length ?? 0, type: FLOAT }],
    CONSTANT_DATA: corners.map(corner => [...corner]),
  };
}

export function setView(params: RenderParams, { gl, uniformLocations }: ProgramInfo<Uniform>): void {
  gl.uniformMatrix3fv(uniformLocations.u_matrix, false, params.matrix);
  gl.uniform2f(uniformLocations.u_viewport, params.width, params.height);
  gl.uniform1f(uniformLocations.u_scale, 1 / params.sizeRatio);
  gl.uniform1f(uniformLocations.u_pixelRatio, params.pixelRatio);
}
