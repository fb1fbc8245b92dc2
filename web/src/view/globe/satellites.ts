// The satellites as they lie on the GPU: 40 bytes each, moved by a shader. Nothing of
// them is kept by the page itself; one is read back when it is asked about.
//
// A mean argument of latitude turns through thousands of radians in a month, which a
// float of 32 bits holds to a kilometre only. It is therefore a clock of whole numbers: the angle in
// 2⁻³² turns, its rate in 2⁻⁴⁴ turns a second, both exact at any time, before and after.

import { perigeeRate, type Elements } from './orbit'

/** Shells from here on are of a catalogue. */
export const catalogueShell = 128

const turn = 2 * Math.PI

/** moving is the part of a shader that puts a satellite where it is, Earth's radius being 1. */
export const moving = /* glsl */ `
in vec4 shape;   // axis, km; ex, ey; inclination
in vec4 turning; // node; its rate; the perigee's rate; shell
in uvec2 clock;  // mean argument of latitude, 2^-32 turn; its rate, 2^-44 turn/s
uniform uint ticks[2];  // whole seconds since the elements' time, of constellation and catalogue
uniform float parts[2]; // and the rest of a second
uniform float spans[2]; // both, for what turns slowly

uint high(uint a, uint b) { // of the product's 64 bits
  uint al = a & 65535u, ah = a >> 16, bl = b & 65535u, bh = b >> 16;
  uint low = al * bl, m = ah * bl + (low >> 16), n = al * bh + (m & 65535u);
  return ah * bh + (m >> 16) + (n >> 16);
}

vec3 place() {
  int k = turning.w < ${catalogueShell}.0 ? 0 : 1;
  uint lo = clock.y * ticks[k];
  uint hi = high(clock.y, ticks[k]) - (spans[k] < 0.0 ? clock.y : 0u);
  uint turned = clock.x + ((lo >> 12) | (hi << 20));
  float l = (float(int(turned)) * 0x1p-32 + float(clock.y) * parts[k] * 0x1p-44) * 6.2831853071795865;
  float w = turning.z * spans[k];
  float ex = cos(w) * shape.y - sin(w) * shape.z, ey = sin(w) * shape.y + cos(w) * shape.z;
  // Kepler's equation, l = F + ey cos F - ex sin F, by Newton's steps: a near-circular orbit
  // needs one. After the last, which is small, cosine and sine follow by their series.
  float c = cos(l), s = sin(l);
  float F = l + clamp((ex * s - ey * c) * (1.0 + ex * c + ey * s), -0.95, 0.95);
  for (int i = 0; i < 14; i++) {
    c = cos(F); s = sin(F);
    float d = clamp((l - F - ey * c + ex * s) / (1.0 - ex * c - ey * s), -0.95, 0.95);
    F += d;
    if (abs(d) < 5e-4) {
      float k = 1.0 - 0.5 * d * d, c0 = c;
      c = k * c - d * s;
      s = k * s + d * c0;
      break;
    }
  }
  float b = 1.0 / (1.0 + sqrt(max(0.0, 1.0 - ex * ex - ey * ey)));
  float a = shape.x / 6378.137;
  float x = a * ((1.0 - b * ey * ey) * c + b * ex * ey * s - ex);
  float y = a * ((1.0 - b * ex * ex) * s + b * ex * ey * c - ey);
  float node = turning.x + turning.y * spans[k];
  float ci = cos(shape.w), cn = cos(node), sn = sin(node);
  return vec3(x * cn - y * ci * sn, x * sn + y * ci * cn, y * sin(shape.w));
}
`.replaceAll('0x1p-32', '2.3283064365386963e-10').replaceAll('0x1p-44', '5.684341886080802e-14')

/** hands are a time since the elements' as the shader takes it. */
export function hands(seconds: number): { ticks: number; part: number; span: number } {
  const whole = Math.floor(seconds)
  return { ticks: whole >>> 0, part: seconds - whole, span: seconds }
}

export interface Group {
  count: number
  /** Of the elements, ms of UTC. */
  time: number
}

/** Writer takes floats as the server writes them. */
export interface Writer {
  /** write takes so many satellites, width floats each, and their shells. */
  write(floats: Float32Array, width: 8 | 9, shell: (i: number) => number): void
  /** done puts them in place of those that were there. */
  done(time: number): void
  cancel(): void
}

export class Satellites {
  buffers: WebGLBuffer[] = [] // shape, turning, clock
  groups: [Group, Group] = [{ count: 0, time: 0 }, { count: 0, time: 0 }]

  constructor(private gl: WebGL2RenderingContext, private changed: () => void) {}

  get count(): number { return this.groups[0].count + this.groups[1].count }

  /** replace makes room for a constellation (0) or a catalogue (1) beside the other. */
  replace(which: 0 | 1, count: number): Writer {
    const { gl } = this
    const room = [16, 16, 8].map((bytes) => {
      const b = gl.createBuffer()!
      gl.bindBuffer(gl.COPY_WRITE_BUFFER, b)
      gl.bufferData(gl.COPY_WRITE_BUFFER, Math.max(1, count) * bytes, gl.STATIC_DRAW)
      return b
    })
    let at = 0
    return {
      write: (floats, width, shell) => {
        const n = Math.min(Math.floor(floats.length / width), count - at)
        const shape = new Float32Array(4 * n), turning = new Float32Array(4 * n), clock = new Uint32Array(2 * n)
        for (let i = 0; i < n; i++) {
          const f = floats.subarray(width * i, width * (i + 1))
          shape.set(f.subarray(0, 4), 4 * i)
          turning[4 * i] = f[4]
          turning[4 * i + 1] = f[6]
          turning[4 * i + 2] = width === 9 ? f[8] : perigeeRate(f[0], Math.hypot(f[1], f[2]), f[3], f[7])
          turning[4 * i + 3] = shell(at + i)
          clock[2 * i] = Math.round((f[5] / turn) * 2 ** 32) >>> 0
          clock[2 * i + 1] = Math.max(0, Math.min(2 ** 32 - 1, Math.round((f[7] / turn) * 2 ** 44)))
        }
        for (const [k, data, bytes] of [[0, shape, 16], [1, turning, 16], [2, clock, 8]] as const) {
          gl.bindBuffer(gl.COPY_WRITE_BUFFER, room[k])
          gl.bufferSubData(gl.COPY_WRITE_BUFFER, at * bytes, data)
        }
        at += n
      },
      done: (time) => {
        const other = this.groups[1 - which].count
        const from = which === 1 ? 0 : this.groups[0].count // of the other, in the old buffers
        const buffers = [16, 16, 8].map((bytes, k) => {
          if (!other) return room[k]
          const b = gl.createBuffer()!
          gl.bindBuffer(gl.COPY_WRITE_BUFFER, b)
          gl.bufferData(gl.COPY_WRITE_BUFFER, (at + other) * bytes, gl.STATIC_DRAW)
          gl.bindBuffer(gl.COPY_READ_BUFFER, room[k])
          if (at) gl.copyBufferSubData(gl.COPY_READ_BUFFER, gl.COPY_WRITE_BUFFER, 0, (which === 1 ? other : 0) * bytes, at * bytes)
          gl.bindBuffer(gl.COPY_READ_BUFFER, this.buffers[k])
          gl.copyBufferSubData(gl.COPY_READ_BUFFER, gl.COPY_WRITE_BUFFER, from * bytes, (which === 1 ? 0 : at) * bytes, other * bytes)
          gl.deleteBuffer(room[k])
          return b
        })
        this.dispose()
        this.buffers = buffers
        this.groups[which] = { count: at, time }
        this.changed()
      },
      cancel: () => { for (const b of room) gl.deleteBuffer(b) },
    }
  }

  /** group tells to which a satellite belongs, and its number in it. */
  group(index: number): [0 | 1, number] {
    const n = this.groups[0].count
    return index < n ? [0, index] : [1, index - n]
  }

  /** read fetches elements back from the GPU, at their own time. */
  read(first: number, count: number): Elements[] {
    const { gl } = this
    const shape = new Float32Array(4 * count), turning = new Float32Array(4 * count), clock = new Uint32Array(2 * count)
    if (!this.buffers.length || first < 0 || first + count > this.count) return []
    for (const [k, data, bytes] of [[0, shape, 16], [1, turning, 16], [2, clock, 8]] as const) {
      gl.bindBuffer(gl.COPY_READ_BUFFER, this.buffers[k])
      gl.getBufferSubData(gl.COPY_READ_BUFFER, first * bytes, data)
    }
    return Array.from({ length: count }, (_, i) => ({
      axis: shape[4 * i], ex: shape[4 * i + 1], ey: shape[4 * i + 2], inclination: shape[4 * i + 3],
      node: turning[4 * i], nodeRate: turning[4 * i + 1], perigeeRate: turning[4 * i + 2],
      latitude: (clock[2 * i] / 2 ** 32) * turn, latitudeRate: (clock[2 * i + 1] / 2 ** 44) * turn,
    }))
  }

  dispose(): void {
    for (const b of this.buffers) this.gl.deleteBuffer(b)
    this.buffers = []
  }
}
