// The shapes of nodes on the graphics card: circle, square and diamond, their rims plain or dashed, by their distance from the rim.
import { NodeProgram } from 'sigma/rendering';
import type { InstancedProgramDefinition } from 'sigma/rendering';
import type Sigma from 'sigma';
import type { NodeDisplayData } from 'sigma/types';
import { floatColor } from 'sigma/utils';
import { DASHED, SHAPE_NUMBER, type NodeAttributes } from './attributes.js';
import { definitionOf, setView, type Uniform } from './instanced.js';

const CORNERS = [
  [-1, -1],
  [-1, 1],
  [1, -1],
  [-1, 1],
  [1, -1],
  [1, 1],
];

const VERTEX = /* glsl */ `
attribute vec2 a_position;
attribute vec2 a_shape;
attribute vec4 a_color;
attribute vec4 a_rim;
attribute vec2 a_corner;
uniform mat3 u_matrix;
uniform vec2 u_viewport;
uniform float u_scale;
varying vec2 v_at;
varying vec2 v_shape;
varying vec4 v_color;
varying vec4 v_rim;

void main() {
  v_shape = vec2(a_shape.x * u_scale, a_shape.y);
  v_at = a_corner * (v_shape.x * 1.3 + 2.0);
  v_color = a_color;
  v_rim = a_rim;
  vec2 middle = (u_matrix * vec3(a_position, 1.0)).xy;
  gl_Position = vec4(middle + v_at / (0.5 * u_viewport), 0.0, 1.0);
}
`;

const FRAGMENT = /* glsl */ `
precision highp float;
uniform float u_pixelRatio;
varying vec2 v_at;
varying vec2 v_shape;
varying vec4 v_color;
varying vec4 v_rim;

/** Below 0 inside the shape. */
float distanceFrom(float shape, float size, vec2 at) {
  if (shape == 1.0) {
    float corner = size * 0.25;
    vec2 d = abs(at) - (size * 0.9 - corner);
    return length(max(d, 0.0)) + min(max(d.x, d.y), 0.0) - corner;
  }
  if (shape == 2.0) return (abs(at.x) + abs(at.y) - size * 1.25) * 0.7071;
  return length(at) - size;
}

void main() {
  bool dashed = v_shape.y >= ${DASHED}.0;
  float outside = distanceFrom(dashed ? v_shape.y - ${DASHED}.0 : v_shape.y, v_shape.x, v_at);
  float inside = clamp(0.5 - outside * u_pixelRatio, 0.0, 1.0);
  float rim = clamp(0.5 + (outside + 1.6) * u_pixelRatio, 0.0, 1.0);
  // Dashes that are but dots would make a star of it.
  if (dashed && v_shape.x > 6.0) {
    float dashes = max(6.0, floor(v_shape.x * 1.1));
    rim *= step(0.38, fract(atan(v_at.y, v_at.x) / 6.2831853 * dashes));
  }
  vec3 color = mix(v_color.rgb, v_rim.rgb, rim);
  gl_FragColor = vec4(color * inside, inside);
}
`;

export class ShapeProgram extends NodeProgram<Uniform> {
  constructor(gl: WebGLRenderingContext, _: WebGLFramebuffer | null, renderer: Sigma) {
    // As for edges: nothing is drawn for picking.
    super(gl, null, renderer);
  }

  getDefinition(): InstancedProgramDefinition<Uniform> {
    return definitionOf({
      vertex: VERTEX,
      fragment: FRAGMENT,
      corners: CORNERS,
      attributes: { a_position: 2, a_shape: 2, a_color: 'color', a_rim: 'color' },
    });
  }

  processVisibleItem(_: number, start: number, data: NodeDisplayData & Partial<NodeAttributes>): void {
    const shape = SHAPE_NUMBER[data.shape ?? 'circle'] + (data.isDashed ? DASHED : 0);
    const values = [
      data.x,
      data.y,
      data.size,
      shape,
      floatColor(data.color),
      floatColor(data.rim ?? data.color),
    ];
    for (const [at, value] of values.entries()) this.array[start + at] = value;
  }

  setUniforms = setView;
}
