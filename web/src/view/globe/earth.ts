// Earth as it is drawn, its radius 1: land and sea by day and night, coasts and borders, and
// the edge of day and night.

import {
  BufferAttribute, BufferGeometry, CanvasTexture, Color, Group, LinearFilter, LinearMipmapLinearFilter, LineBasicMaterial, LineLoop, LineSegments, Mesh, RedFormat, ShaderMaterial,
  SphereGeometry, Vector3,
} from 'three'

import type { Vector } from './almanac'
import { fill, lines } from './land'
import { flattening } from './orbit'
import { earthFragment, earthVertex } from './shaders'

const degree = Math.PI / 180

export class Earth {
  /** What turns with Earth. */
  readonly ground = new Group()
  readonly ball = new SphereGeometry(1, 128, 64).rotateX(Math.PI / 2).scale(1, 1, 1 - flattening)
  readonly terminator: LineLoop
  readonly land = landTexture()
  readonly line = { coast: new LineBasicMaterial({ transparent: true }), border: new LineBasicMaterial({ transparent: true }), terminator: new LineBasicMaterial() }
  readonly uniforms = {
    land: { value: this.land }, sunward: { value: new Vector3() },
    daySea: { value: new Color() }, dayLand: { value: new Color() }, nightSea: { value: new Color() }, nightLand: { value: new Color() },
  }

  constructor() {
    const surface = new Mesh(this.ball, new ShaderMaterial({ vertexShader: earthVertex, fragmentShader: earthFragment, uniforms: this.uniforms }))
    this.ground.add(surface, onSphere(lines('borders'), this.line.border), onSphere(lines('coasts'), this.line.coast))
    const circle = new Float32Array(3 * 181)
    for (let i = 0; i < 181; i++) circle.set([Math.cos(2 * i * degree), Math.sin(2 * i * degree), 0], 3 * i)
    this.terminator = new LineLoop(still(circle), this.line.terminator)
    this.terminator.scale.setScalar(1.0015)
  }

  /** turn has it turned by an angle, rad, and the Sun in a direction. */
  turn(turned: number, sun: Vector): void {
    this.ground.rotation.z = turned
    const c = Math.cos(turned), z = Math.sin(turned)
    this.uniforms.sunward.value.set(c * sun[0] + z * sun[1], c * sun[1] - z * sun[0], sun[2])
    this.terminator.quaternion.setFromUnitVectors(new Vector3(0, 0, 1), new Vector3(...sun))
  }
}

function still(positions: Float32Array): BufferGeometry { return new BufferGeometry().setAttribute('position', new BufferAttribute(positions, 3)) }

/** landTexture is 1 where there is land, one byte a point. */
function landTexture(): CanvasTexture {
  const canvas = document.createElement('canvas')
  canvas.width = 2048
  canvas.height = 1024
  const g = canvas.getContext('2d')!
  g.fillStyle = '#000'
  g.fillRect(0, 0, canvas.width, canvas.height)
  g.fillStyle = '#fff'
  fill(g, canvas.width, canvas.height)
  const t = new CanvasTexture(canvas)
  t.format = RedFormat
  t.minFilter = LinearMipmapLinearFilter
  t.magFilter = LinearFilter
  t.anisotropy = 4
  return t
}

/** onSphere lays lines of longitude and latitude on Earth, in steps short enough to bend. */
function onSphere(pairs: Float32Array, material: LineBasicMaterial): LineSegments {
  const out: number[] = []
  const point = (lon: number, lat: number) => {
    const c = Math.cos(lat * degree)
    return [c * Math.cos(lon * degree), c * Math.sin(lon * degree), Math.sin(lat * degree)]
  }
  for (let i = 0; i < pairs.length; i += 4) {
    const a = point(pairs[i], pairs[i + 1]), b = point(pairs[i + 2], pairs[i + 3])
    const n = Math.max(1, Math.ceil(Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]) / 0.05))
    for (let k = 0; k < n; k++) {
      for (const s of [k / n, (k + 1) / n]) {
        const p = a.map((v, j) => v + (b[j] - v) * s)
        const r = 1.0008 / Math.hypot(...p)
        out.push(p[0] * r, p[1] * r, p[2] * r * (1 - flattening))
      }
    }
  }
  return new LineSegments(still(new Float32Array(out)), material)
}
