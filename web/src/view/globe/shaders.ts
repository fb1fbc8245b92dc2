// The programs of the GPU that draw: satellites as points, Earth, and the mark of the one taken.

import { flattening } from './orbit'
import { moving } from './satellites'

/** pointsVertex moves satellites and tells which are in sunlight; with PICK, their numbers. */
export const pointsVertex = /* glsl */ `
precision highp float; precision highp int;
${moving}
uniform mat4 viewMatrix; uniform mat4 projectionMatrix;
uniform vec3 sunward; // with z stretched, so that Earth is a sphere
uniform uint shown[8];
uniform float size;
out float light; flat out float kind; flat out float wide;
#ifdef PICK
flat out uint id;
#endif
void main() {
  uint shell = uint(turning.w);
  if ((shown[shell >> 5] >> (shell & 31u) & 1u) == 0u) { gl_Position = vec4(2.0, 2.0, 2.0, 1.0); gl_PointSize = 0.0; return; }
  vec3 p = place();
  vec3 q = vec3(p.xy, p.z * ${1 / (1 - flattening)});
  float along = dot(q, sunward);
  light = along > 0.0 || dot(q, q) - along * along > 1.0 ? 1.0 : 0.0;
  kind = turning.w < 128.0 ? 0.0 : 1.0;
  wide = kind > 0.5 ? size + 1.0 : size;
#ifdef PICK
  wide = max(wide, 3.0);
  id = uint(gl_VertexID) + 1u;
#endif
  gl_PointSize = wide;
  gl_Position = projectionMatrix * viewMatrix * vec4(p, 1.0);
}`

/** pointsFragment draws a constellation round, a catalogue as diamonds. */
export const pointsFragment = /* glsl */ `
precision highp float;
uniform vec3 sunlit; uniform vec3 eclipsed;
in float light; flat in float kind; flat in float wide;
out vec4 colour;
void main() {
  vec2 d = gl_PointCoord - 0.5;
  if (wide > 2.5 && (kind > 0.5 ? abs(d.x) + abs(d.y) > 0.5 : dot(d, d) > 0.25)) discard;
  colour = vec4(mix(eclipsed, sunlit, step(0.5, light)), 1.0);
}`

/** pickFragment writes the number of a satellite, from 1, as a colour. */
export const pickFragment = /* glsl */ `
precision highp float; precision highp int;
flat in uint id;
out vec4 colour;
void main() { colour = vec4(uvec4(id, id >> 8, id >> 16, id >> 24) & 255u) / 255.0; }`

export const earthVertex = /* glsl */ `
varying vec3 up; varying vec2 map;
void main() { up = normalize(position); map = uv; gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0); }`

/** earthFragment has twilight run from sunset to the Sun 12° below the horizon. */
export const earthFragment = /* glsl */ `
uniform sampler2D land; uniform vec3 sunward;
uniform vec3 daySea; uniform vec3 dayLand; uniform vec3 nightSea; uniform vec3 nightLand;
varying vec3 up; varying vec2 map;
void main() {
  float l = texture2D(land, map).r;
  float d = smoothstep(-0.2079, 0.05, dot(normalize(up), sunward));
  gl_FragColor = vec4(mix(mix(nightSea, nightLand, l), mix(daySea, dayLand, l), d), 1.0);
}`

export const markVertex = 'uniform float size; void main() { gl_PointSize = size; gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0); }'
export const markFragment = 'uniform vec3 ink; uniform float strength; void main() { float d = length(gl_PointCoord - 0.5); if (d > 0.5 || d < 0.36) discard; gl_FragColor = vec4(ink, strength); }'
