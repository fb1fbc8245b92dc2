// Where satellites are, read back from the GPU: moved by the shader that draws them, for files
// and to check it.

import { earthRadius } from './orbit'
import { moving } from './satellites'

/** Clocks are the uniforms of the time shown. */
export interface Clocks { ticks: { value: Uint32Array }; parts: { value: Float32Array }; spans: { value: Float32Array } }

/** readback is km, TEME, three a satellite. It leaves the state of gl changed. */
export function readback(gl: WebGL2RenderingContext, buffers: WebGLBuffer[], clocks: Clocks, first: number, count: number): Float32Array {
  const vertex = `#version 300 es\nprecision highp float; precision highp int;\n${moving}\nout vec3 at; void main() { at = place() * ${earthRadius}; gl_Position = vec4(0.0); }`
  const program = gl.createProgram()!
  const shaders = ([[gl.VERTEX_SHADER, vertex], [gl.FRAGMENT_SHADER, '#version 300 es\nvoid main() {}']] as const).map(([type, text]) => {
    const s = gl.createShader(type)!
    gl.shaderSource(s, text); gl.compileShader(s); gl.attachShader(program, s)
    return s
  })
  gl.transformFeedbackVaryings(program, ['at'], gl.INTERLEAVED_ATTRIBS)
  gl.linkProgram(program)
  const out = gl.createBuffer()!, feedback = gl.createTransformFeedback()!, vao = gl.createVertexArray()!
  const got = new Float32Array(3 * count)
  gl.useProgram(program)
  gl.bindVertexArray(vao)
  ;['shape', 'turning', 'clock'].forEach((name, k) => {
    const a = gl.getAttribLocation(program, name)
    if (a < 0) return
    gl.bindBuffer(gl.ARRAY_BUFFER, buffers[k])
    gl.enableVertexAttribArray(a)
    if (k === 2) gl.vertexAttribIPointer(a, 2, gl.UNSIGNED_INT, 0, 8 * first)
    else gl.vertexAttribPointer(a, 4, gl.FLOAT, false, 0, 16 * first)
  })
  gl.uniform1uiv(gl.getUniformLocation(program, 'ticks'), clocks.ticks.value)
  gl.uniform1fv(gl.getUniformLocation(program, 'parts'), clocks.parts.value)
  gl.uniform1fv(gl.getUniformLocation(program, 'spans'), clocks.spans.value)
  gl.bindBuffer(gl.ARRAY_BUFFER, null)
  gl.bindTransformFeedback(gl.TRANSFORM_FEEDBACK, feedback)
  gl.bindBufferBase(gl.TRANSFORM_FEEDBACK_BUFFER, 0, out)
  gl.bufferData(gl.TRANSFORM_FEEDBACK_BUFFER, got.byteLength, gl.STREAM_READ)
  gl.enable(gl.RASTERIZER_DISCARD)
  gl.beginTransformFeedback(gl.POINTS)
  gl.drawArrays(gl.POINTS, 0, count)
  gl.endTransformFeedback()
  gl.disable(gl.RASTERIZER_DISCARD)
  gl.getBufferSubData(gl.TRANSFORM_FEEDBACK_BUFFER, 0, got)
  gl.bindBufferBase(gl.TRANSFORM_FEEDBACK_BUFFER, 0, null)
  gl.bindTransformFeedback(gl.TRANSFORM_FEEDBACK, null)
  gl.bindVertexArray(null)
  gl.deleteBuffer(out); gl.deleteTransformFeedback(feedback); gl.deleteVertexArray(vao)
  for (const s of shaders) gl.deleteShader(s)
  gl.deleteProgram(program)
  return got
}
