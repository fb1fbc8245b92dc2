// Mean orbits moved by their rates: what the vertex shader does for all satellites, in
// figures of twice the length for one. Lengths are km, angles rad, times s.

import { localTime, type Vector } from './almanac'

export const earthRadius = 6378.137 // km, at the equator. Source: WGS 84
export const flattening = 1 / 298.257223563
const j2 = 1.08262668e-3 // Source: EGM96

export interface Elements {
  axis: number
  ex: number
  ey: number
  inclination: number
  node: number
  /** Mean argument of latitude, ω + M. */
  latitude: number
  nodeRate: number
  latitudeRate: number
  perigeeRate: number
}

/** perigeeRate is how Earth's flattening turns the perigee: ω̇ = (3/4) n J2 (R/p)² (5 cos²i − 1). */
export function perigeeRate(axis: number, eccentricity: number, inclination: number, latitudeRate: number): number {
  const p = axis * (1 - eccentricity * eccentricity)
  const c = Math.cos(inclination)
  return 0.75 * latitudeRate * j2 * (earthRadius / p) ** 2 * (5 * c * c - 1)
}

/** after moves an orbit on by its rates. */
export function after(e: Elements, seconds: number): Elements {
  const c = Math.cos(e.perigeeRate * seconds), s = Math.sin(e.perigeeRate * seconds)
  return { ...e, ex: c * e.ex - s * e.ey, ey: s * e.ex + c * e.ey, node: e.node + e.nodeRate * seconds, latitude: e.latitude + e.latitudeRate * seconds }
}

/** place is where a satellite is on its orbit, TEME. With F the eccentric argument of
 * latitude, λ = F + ey cos F − ex sin F. */
export function place(e: Elements): Vector {
  const { axis: a, ex, ey } = e
  const λ = Math.atan2(Math.sin(e.latitude), Math.cos(e.latitude))
  let F = λ
  for (let i = 0; i < 20; i++) {
    const c = Math.cos(F), s = Math.sin(F)
    const step = (λ - F - ey * c + ex * s) / (1 - ex * c - ey * s)
    F += Math.max(-0.95, Math.min(0.95, step))
    if (Math.abs(step) < 1e-13) break
  }
  const c = Math.cos(F), s = Math.sin(F)
  const b = 1 / (1 + Math.sqrt(1 - ex * ex - ey * ey))
  const x = a * ((1 - b * ey * ey) * c + b * ex * ey * s - ex)
  const y = a * ((1 - b * ex * ex) * s + b * ex * ey * c - ey)
  return oriented(e, x, y)
}

/** oriented turns a place in the orbit's plane, the first axis to the node, into TEME. */
function oriented(e: Elements, x: number, y: number): Vector {
  const cΩ = Math.cos(e.node), sΩ = Math.sin(e.node), ci = Math.cos(e.inclination), si = Math.sin(e.inclination)
  return [x * cΩ - y * ci * sΩ, x * sΩ + y * ci * cΩ, y * si]
}

/** ring is the orbit's whole course, by eccentric argument. */
export function ring(e: Elements, points: number, to: Float32Array, scale: number): void {
  const { axis: a, ex, ey } = e
  const b = 1 / (1 + Math.sqrt(1 - ex * ex - ey * ey))
  for (let i = 0; i < points; i++) {
    const F = (2 * Math.PI * i) / points
    const c = Math.cos(F), s = Math.sin(F)
    const p = oriented(e, a * ((1 - b * ey * ey) * c + b * ex * ey * s - ex), a * ((1 - b * ex * ex) * s + b * ex * ey * c - ey))
    for (let k = 0; k < 3; k++) to[3 * i + k] = p[k] * scale
  }
}

/** lit tells whether a place is in sunlight: outside the cylinder that Earth, flattened,
 * casts away from the Sun, which is where half of the Sun's disc is hidden. */
export function lit(p: Vector, sun: Vector): boolean {
  const k = 1 / (1 - flattening)
  const sz = sun[2] * k, n = Math.hypot(sun[0], sun[1], sz)
  const along = (p[0] * sun[0] + p[1] * sun[1] + p[2] * k * sz) / n
  return along > 0 || p[0] * p[0] + p[1] * p[1] + p[2] * p[2] * k * k - along * along > earthRadius * earthRadius
}

/** height above the flattened Earth, km, to a few tens of metres. */
export function height(p: Vector): number {
  const r = Math.hypot(...p)
  const s = p[2] / r
  return r - earthRadius * (1 - flattening * s * s)
}

export interface Facts {
  height: number // km
  inclination: number // °
  node: number // °
  beta: number // °, of the Sun above the orbit's plane
  eclipsed: number // share of this orbit
  localTime: number // h, mean local time of the ascending node
  period: number // min, from node to node
  eccentricity: number
  lit: boolean
}

/** facts are what a card says of an orbit moved to the time. */
export function facts(e: Elements, time: number, sun: Vector): Facts {
  const p = place(e)
  const normal = [Math.sin(e.inclination) * Math.sin(e.node), -Math.sin(e.inclination) * Math.cos(e.node), Math.cos(e.inclination)]
  const n = 720
  let dark = 0
  for (let i = 0; i < n; i++) if (!lit(place({ ...e, latitude: (2 * Math.PI * i) / n }), sun)) dark++
  return {
    height: height(p),
    inclination: (e.inclination * 180) / Math.PI,
    node: ((((e.node * 180) / Math.PI) % 360) + 360) % 360,
    beta: (Math.asin(normal[0] * sun[0] + normal[1] * sun[1] + normal[2] * sun[2]) * 180) / Math.PI,
    eclipsed: dark / n,
    localTime: localTime(e.node, time),
    period: (2 * Math.PI) / e.latitudeRate / 60,
    eccentricity: Math.hypot(e.ex, e.ey),
    lit: lit(p, sun),
  }
}

/** inSight tells whether two places see one another past Earth. */
export function inSight(a: Vector, b: Vector): boolean {
  const d = [b[0] - a[0], b[1] - a[1], b[2] - a[2]]
  const dd = d[0] * d[0] + d[1] * d[1] + d[2] * d[2]
  const t = Math.max(0, Math.min(1, -(a[0] * d[0] + a[1] * d[1] + a[2] * d[2]) / (dd || 1)))
  return Math.hypot(a[0] + t * d[0], a[1] + t * d[1], a[2] + t * d[2]) > earthRadius
}
