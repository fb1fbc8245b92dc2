// Where a satellite sits in the pattern of its design, by its number: shell after shell, plane after
// plane.

import type { Schemas } from '../../api'
import type { Beside } from './engine'

export type Design = Schemas['Constellation']

/** shellOf tells the shell of a satellite by its number in the design. */
export function shellOf(d: Design, i: number): number {
  let k = 0
  for (const s of d.shells ?? []) {
    if (i < s.satellites) return k
    i -= s.satellites
    k++
  }
  return k - 1
}

/** seat is a satellite's shell, the number of the first there, how many a plane has, and its plane
 * and place in it, from 0. Planes are counted layer after layer. A cluster
 * has none, nor has a shell whose satellites do not fill them evenly: inPlanes is false. */
function seat(d: Design, i: number) {
  const k = shellOf(d, i), s = d.shells![k]
  const first = d.shells!.slice(0, k).reduce((n, x) => n + x.satellites, 0)
  const per = s.satellites / s.planes, planes = s.planes / s.layers, plane = Math.floor((i - first) / per)
  return { s, first, per, planes, plane, slot: (i - first) % per, inPlanes: s.pattern !== 'cluster' && Number.isInteger(per) }
}

/** beside finds the satellites that a design's pattern puts next to one: the two in its plane,
 * and the planes on either side of a Walker pattern's. A star's seam, where planes run against
 * one another, has none across it. */
export function beside(d: Design, i: number): Beside {
  const { s, first, per, planes, plane, slot, inPlanes } = seat(d, i)
  if (!inPlanes || !Number.isInteger(planes)) return { same: [], blocks: [] }
  const own = plane % planes, layer = plane - own
  const at = (p: number, n: number) => first + p * per + ((n + per) % per)
  const out: Beside = { same: per > 2 ? [at(plane, slot - 1), at(plane, slot + 1)] : per === 2 ? [at(plane, slot + 1)] : [], blocks: [] }
  if (s.pattern === 'delta' || s.pattern === 'star') {
    for (const p of new Set([own - 1, own + 1])) {
      if (s.pattern === 'star' && (p < 0 || p >= planes)) continue
      const other = (p + planes) % planes
      if (other !== own) out.blocks.push([at(layer + other, 0), per])
    }
  }
  return out
}

/** named says which satellite it is, counting from 1. */
export function named(d: Design, i: number): string {
  const { s, first, planes, plane, slot, inPlanes } = seat(d, i)
  if (!inPlanes) return `${s.name}, satellite ${i - first + 1}`
  return `${s.name}, ${s.layers > 1 ? `layer ${Math.floor(plane / planes) + 1}, ` : ''}plane ${(plane % planes) + 1}, satellite ${slot + 1}`
}
