// Where a slider stands and what that means: numbers of the unit that an input is
// written in. server/sliders.go says the same, and its test that every text is taken.

import type { Schemas } from '../../api'
import type { Row } from './ledger'

export type Slider = Schemas['Slider']

const clean = (v: number) => Number(v.toPrecision(12))
const first = (s: Slider) => Math.floor(s.low / s.step + 1e-6) // the multiple of the step at or below the low end

/** at is the value so many steps from the low end. */
export function at(s: Slider, steps: number): number {
  if (steps <= 0) return s.low
  if (steps >= s.steps) return s.high
  const v = s.log ? Number((s.low * (s.high / s.low) ** (steps / s.steps)).toPrecision(3)) : clean((first(s) + steps) * s.step)
  return Math.min(Math.max(v, s.low), s.high)
}

/** place is where a value lies between the ends: 0 to 1, the ends for what is beyond. */
export function place(s: Slider, v: number): number {
  const p = s.log ? (v > 0 ? Math.log(v / s.low) / Math.log(s.high / s.low) : 0) : (v - s.low) / (s.high - s.low)
  return Math.min(Math.max(p, 0), 1)
}

/** steps is how far from the low end a value lies. */
export function steps(s: Slider, v: number): number {
  if (v <= s.low) return 0
  if (v >= s.high) return s.steps
  return s.log ? Math.round(place(s, v) * s.steps) : Math.min(Math.max(Math.round(v / s.step) - first(s), 0), s.steps)
}

/** text is a value as an assignment takes it. */
export function text(s: Slider, v: number): string { return `${clean(v)} ${s.unit}`.trim() }

/** number reads a text of the slider's own unit; null if it has another. */
export function number(s: Slider, written: string): number | null {
  const m = /^([-+]?[\d._]+(?:[eE][-+]?\d+)?)\s*(.*)$/.exec(written.trim())
  if (!m || m[2].trim() !== s.unit) return null
  const v = Number(m[1].replace(/_/g, ''))
  return Number.isFinite(v) ? v : null
}

/** density is the height of an input's distribution at a number of places between the
 * ends of its slider, its highest being 1: of the logarithm on a logarithmic one. The
 * halves are those of ledger.Compile. */
export function density(r: Row, places = 97): number[] | null {
  const s = r.slider
  if (!s || r.dist === 'fixed' || s.value === null || s.from === null || s.to === null) return null
  const log = r.dist.startsWith('log')
  const [mid, from, to] = log ? [Math.log(s.value), Math.log(s.from), Math.log(s.to)] : [s.value, s.from, s.to]
  let low = mid - from
  let high = to - mid
  let share = 0.5
  const bounds = r.range_is === 'bounds'
  let shape: (x: number) => number // of the distance from the middle in half widths
  switch (r.dist) {
    case 'triangular':
      if (!bounds) [low, high] = triangle(low, high)
      share = low / (low + high)
      shape = (x) => 2 * Math.max(0, 1 - x)
      break
    case 'uniform':
    case 'loguniform':
      if (!bounds) { low /= 0.9; high /= 0.9 }
      shape = (x) => (x <= 1 ? 1 : 0)
      break
    default:
      low /= 1.6448536269514722
      high /= 1.6448536269514722
      shape = (x) => Math.sqrt(2 / Math.PI) * Math.exp((-x * x) / 2)
  }
  if (!(low >= 0 && high >= 0 && low + high > 0)) return null
  const out: number[] = []
  let top = 0
  for (let i = 0; i < places; i++) {
    const p = i / (places - 1)
    const v = s.log ? s.low * (s.high / s.low) ** p : s.low + p * (s.high - s.low)
    let f = 0
    if (!(log && v <= 0) && (s.min === null || v >= s.min) && (s.max === null || v <= s.max)) {
      const x = (log ? Math.log(v) : v) - mid
      const width = x < 0 ? low : high
      f = width > 0 ? ((x < 0 ? share : 1 - share) / width) * shape(Math.abs(x) / width) : 0
      if (log && !s.log) f /= v
      if (!log && s.log) f *= v
    }
    out.push(f)
    top = Math.max(top, f)
  }
  return top > 0 ? out.map((f) => f / top) : null
}

/** triangle is the half widths of a triangle whose 5 and 95 % points lie so far below
 * and above its mode. */
function triangle(below: number, above: number): [number, number] {
  let w = below + above
  let x = below
  let y = above
  for (let i = 0; i < 200; i++) {
    const s = Math.sqrt(0.05 * w)
    x = ((s + Math.sqrt(s * s + 4 * below)) / 2) ** 2
    y = ((s + Math.sqrt(s * s + 4 * above)) / 2) ** 2
    if (Math.abs(x + y - w) < 1e-12 * w) break
    w = x + y
  }
  return [x, y]
}
