// The shaders of edges. All lengths are pixels of the page; the line runs from rim to rim as in edge-line.ts.
export const VERTEX = /* glsl */ `
attribute vec2 a_start;
attribute vec2 a_end;
attribute vec4 a_ends;
attribute vec4 a_line;
attribute vec4 a_color;
attribute vec3 a_corner;
uniform mat3 u_matrix;
uniform vec2 u_viewport;
uniform float u_scale;
varying vec2 v_at;
varying float v_length;
varying float v_style;
varying float v_width;
varying float v_part;
varying vec4 v_color;

const float GAP = 3.0;
const float HEAD = 10.0;

float reach(float shape, float size, vec2 direction) {
  vec2 d = abs(direction);
  if (shape == 1.0) return size * 0.9 / max(d.x, d.y);
  if (shape == 2.0) return size * 1.25 / (d.x + d.y);
  return size;
}

void main() {
  vec2 start = (u_matrix * vec3(a_start, 1.0)).xy * 0.5 * u_viewport;
  vec2 end = (u_matrix * vec3(a_end, 1.0)).xy * 0.5 * u_viewport;
  vec2 way = end - start;
  float distance = length(way);
  vec2 direction = distance > 0.0 ? way / distance : vec2(1.0, 0.0);
  vec2 side = vec2(-direction.y, direction.x);
  float before = reach(a_ends.y, a_ends.x * u_scale, direction) + GAP;
  float after = reach(a_ends.w, a_ends.z * u_scale, direction) + GAP;
  float whole = distance - before - after;
  // Far away, strokes and second lines would be but a blur, and dear.
  bool isNear = u_scale > 0.58;
  float style = isNear || a_line.x == 2.0 || a_line.x == 3.0 ? a_line.x : 0.0;
  bool hasHead = a_line.w > 0.0 && isNear;
  // A head that does not fit, or is not wanted, shrinks to nothing.
  if (whole < 1.0 || (a_corner.z > 0.0 && !hasHead)) {
    gl_Position = vec4(2.0, 2.0, 0.0, 1.0);
    return;
  }
  v_width = a_line.y * clamp(u_scale, 0.5, 1.0);
  float across = v_width * 0.5 + 0.6;
  if (style == 1.0) across = v_width * 1.8 + 1.0;
  if (style == 3.0) across = max(v_width * 0.5, 1.1) + 1.0;
  if (style == 4.0) across = 6.0;
  float first = 0.0;
  float last = hasHead ? whole - HEAD * 0.7 : whole;
  if (a_corner.z > 0.0) {
    across = 5.5 + v_width * 0.5;
    first = whole - HEAD - 1.0;
    last = whole + 1.0;
  }
  v_at = vec2(mix(first, last, a_corner.x), across * a_corner.y);
  v_length = whole;
  v_style = style;
  v_part = a_corner.z;
  v_color = a_color;
  v_color.a *= 255.0 / 254.0;
  vec2 pixel = start + direction * (before + v_at.x) + side * (a_line.z + v_at.y);
  gl_Position = vec4(pixel / (0.5 * u_viewport), 0.0, 1.0);
}
`;

export const FRAGMENT = /* glsl */ `
precision highp float;
uniform float u_pixelRatio;
varying vec2 v_at;
varying float v_length;
varying float v_style;
varying float v_width;
varying float v_part;
varying vec4 v_color;

/** Below 0 inside the line. */
float lineAt(vec2 at) {
  float across = abs(at.y);
  float solid = across - v_width * 0.5;
  if (v_style == 1.0) return abs(across - v_width * 1.3) - v_width * 0.42;
  if (v_style == 2.0) return max(solid, abs(mod(at.x, 9.5) - 4.75) - 3.0);
  if (v_style == 3.0) return length(vec2(mod(at.x, 5.0) - 2.5, at.y)) - max(v_width * 0.5, 1.1);
  if (v_style == 4.0) {
    float stroke = mod(at.x - v_length * 0.5 + 11.0, 22.0) - 11.0;
    float cross = max(abs(stroke * 0.86 - at.y * 0.5) - 0.7, across - 4.6);
    return min(solid, cross);
  }
  return solid;
}

float headAt(vec2 at) {
  return max((abs(at.y) - (v_length - at.x) * 0.47 - (v_width - 1.6) * 0.5) * 0.9, v_length - 10.0 - at.x);
}

void main() {
  float outside = v_part > 0.0 ? headAt(v_at) : lineAt(v_at);
  float cover = v_color.a * clamp(0.5 - outside * u_pixelRatio, 0.0, 1.0);
  gl_FragColor = vec4(v_color.rgb * cover, cover);
}
`;
