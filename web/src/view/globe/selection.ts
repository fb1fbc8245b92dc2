// The satellite that is taken: its orbit, a mark around it, and lines to the neighbours of its
// pattern that it can see.

import { AlwaysDepth, BufferAttribute, BufferGeometry, Color, DynamicDrawUsage, LineBasicMaterial, LineLoop, LineSegments, Points, ShaderMaterial } from 'three'

import type { Vector } from './almanac'
import type { Beside } from './engine'
import { earthRadius, inSight, place, ring, type Elements } from './orbit'
import type { Satellites } from './satellites'
import { markFragment, markVertex } from './shaders'

const most = 4 // neighbours

export class Selection {
  taken: { index: number; elements: Elements } | null = null
  readonly line = { ring: new LineBasicMaterial(), links: new LineBasicMaterial() }
  readonly uniforms = { ink: { value: new Color() }, size: { value: 22 }, strength: { value: 1 } }
  private ring = new LineLoop(moved(361), this.line.ring)
  private links = new LineSegments(moved(2 * most), this.line.links)
  private mark = new Points(moved(1), new ShaderMaterial({ transparent: true, depthFunc: AlwaysDepth, depthWrite: false, uniforms: this.uniforms, vertexShader: markVertex, fragmentShader: markFragment }))
  readonly objects = [this.ring, this.links, this.mark]
  private same: Elements[] = []
  private planes: Elements[][] = []

  constructor() {
    for (const o of this.objects) { o.frustumCulled = false; o.visible = false }
    this.mark.renderOrder = 2
  }

  /** take takes a satellite, with those that its pattern puts beside it. */
  take(index: number | null, beside: Beside, from: Satellites): void {
    const [elements] = index === null ? [] : from.read(index, 1)
    this.taken = index !== null && elements ? { index, elements } : null
    if (this.taken) {
      this.same = beside.same.map((i) => from.read(i, 1)[0]).filter(Boolean)
      this.planes = beside.blocks.map(([first, n]) => from.read(first, n))
    }
    for (const o of this.objects) o.visible = this.taken !== null
  }

  /** place puts all of it where it is, by orbits moved to the time shown; behind tells whether
   * Earth is before a place, km. */
  place(now: (e: Elements) => Elements, behind: (p: Vector) => boolean): void {
    if (!this.taken) return
    const e = now(this.taken.elements)
    const here = place(e)
    const at = positions(this.ring)
    ring(e, 361, at.array as Float32Array, 1 / earthRadius)
    const put = (to: BufferAttribute, i: number, p: Vector) => to.setXYZ(i, p[0] / earthRadius, p[1] / earthRadius, p[2] / earthRadius)
    put(positions(this.mark), 0, here)
    this.uniforms.strength.value = behind(here) ? 0.35 : 1
    const ends = positions(this.links)
    let n = 0
    for (const p of this.neighbours(here, now)) {
      put(ends, n++, here)
      put(ends, n++, p)
    }
    this.links.geometry.setDrawRange(0, n)
  }

  /** neighbours are the places of those beside it that it can see: two in its plane and the
   * nearest in each plane beside it. */
  private neighbours(here: Vector, now: (e: Elements) => Elements): Vector[] {
    const list = this.same.map((e) => place(now(e)))
    for (const plane of this.planes) {
      let best: Vector | null = null, least = Infinity
      for (const e of plane) {
        const p = place(now(e))
        const d = (p[0] - here[0]) ** 2 + (p[1] - here[1]) ** 2 + (p[2] - here[2]) ** 2
        if (d < least) { least = d; best = p }
      }
      if (best) list.push(best)
    }
    return list.filter((p) => inSight(here, p)).slice(0, most)
  }
}

/** moved is so many points that are put anew for each frame. */
function moved(points: number): BufferGeometry {
  return new BufferGeometry().setAttribute('position', new BufferAttribute(new Float32Array(3 * points), 3).setUsage(DynamicDrawUsage))
}

/** positions are an object's, to be sent to the GPU. */
function positions(o: { geometry: BufferGeometry }): BufferAttribute {
  const a = o.geometry.getAttribute('position') as BufferAttribute
  a.needsUpdate = true
  return a
}
