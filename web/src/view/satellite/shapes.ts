// Satellites as rectangles, in metres. The model knows areas and no shapes: what is
// assumed of proportions stands here, and nothing here knows of the page.

export type Of = 'array' | 'radiator' | 'bus' | 'other'

/** Shape is a rectangle of a satellite, metres; y runs downwards. */
export interface Shape { of: Of; x: number; y: number; width: number; height: number }

/** Area of a shape, m². */
export const area = (s: Shape) => s.width * s.height

/** areaOf is that of all shapes of a kind, m². */
export const areaOf = (shapes: Shape[], of: Of) => shapes.reduce((n, s) => n + (s.of === of ? area(s) : 0), 0)

/** AI1 as it was shown in June 2026: 70 m by 20 m over all, with 600 m² of array and
 * 110 m² of radiator. From these come the proportions of every satellite that is sized. */
export const shown = { span: 70, depth: 20, array: 600, radiator: 110, itKW: 120 }

/** Side of the body of a satellite of 120 kW, metres: nothing is published, so that it
 * is assumed: room for a rack (0.6 m by 1.2 m by 2.2 m) with tanks and pumps. */
export const assumedBus = 3

const wing = (shown.span - assumedBus) / 2 // long
const chord = shown.array / (2 * wing)
/** How many times as long as wide a wing is: 3.74. */
export const wingRatio = wing / chord
const hangs = shown.depth - chord
/** How many times as deep as wide a radiator is: 1.11. */
export const radiatorRatio = hangs / (shown.radiator / hangs)

/** sized draws a satellite of these areas in AI1's proportions: two wings, a square body
 * whose side grows with the square root of its power, and the radiator below, which
 * in truth stands edge-on to the Sun, at right angles to what is drawn. */
export function sized(arrayM2: number, radiatorM2: number, itKW: number): Shape[] {
  const bus = assumedBus * Math.sqrt(Math.max(0, itKW) / shown.itKW)
  const w = Math.sqrt(Math.max(0, arrayM2) / 2 / wingRatio)
  const l = w * wingRatio
  const r = Math.sqrt(Math.max(0, radiatorM2) / radiatorRatio)
  return [
    { of: 'array', x: -bus / 2 - l, y: -w / 2, width: l, height: w },
    { of: 'array', x: bus / 2, y: -w / 2, width: l, height: w },
    { of: 'radiator', x: -r / 2, y: Math.max(w, bus) / 2, width: r, height: r * radiatorRatio },
    { of: 'bus', x: -bus / 2, y: -bus / 2, width: bus, height: bus },
  ]
}

/** pair draws a body with a wing at either side. */
export function pair(wingLong: number, wingWide: number, bodyAcross: number, bodyDeep: number): Shape[] {
  return [
    { of: 'array', x: -bodyAcross / 2 - wingLong, y: -wingWide / 2, width: wingLong, height: wingWide },
    { of: 'array', x: bodyAcross / 2, y: -wingWide / 2, width: wingLong, height: wingWide },
    { of: 'bus', x: -bodyAcross / 2, y: -bodyDeep / 2, width: bodyAcross, height: bodyDeep },
  ]
}

/** station is the International Space Station in outline. */
export function station(): Shape[] {
  const wings: Shape[] = [-48.5, -33.5, 33.5, 48.5].flatMap((x) => [
    { of: 'array' as const, x: x - 6, y: -36.5, width: 12, height: 35 },
    { of: 'array' as const, x: x - 6, y: 1.5, width: 12, height: 35 },
  ])
  const loops: Shape[] = [-1, 1].flatMap((side) => [0, 1, 2].map((i) => ({ of: 'radiator' as const, x: side * (8 + 4 * i) - (side < 0 ? 3.4 : 0), y: -26, width: 3.4, height: 23.3 })))
  return [
    { of: 'other', x: -54.5, y: -1.5, width: 109, height: 3 },
    { of: 'bus', x: -2.1, y: -14.6, width: 4.2, height: 51 },
    ...loops,
    ...wings,
  ]
}

export interface Box { x: number; y: number; width: number; height: number }

/** box is what shapes take up together. */
export function box(shapes: readonly Shape[]): Box {
  const x = Math.min(...shapes.map((s) => s.x))
  const y = Math.min(...shapes.map((s) => s.y))
  return { x, y, width: Math.max(...shapes.map((s) => s.x + s.width)) - x, height: Math.max(...shapes.map((s) => s.y + s.height)) - y }
}

/** columns puts boxes into so many columns, each under the column that is shortest so far. */
export function columns(boxes: { height: number }[], count: number, width: number, gap: number): { x: number; y: number; high: number }[] {
  const one = (width - gap * (count - 1)) / count
  const filled = Array.from({ length: count }, () => 0)
  return boxes.map((b) => {
    const c = filled.indexOf(Math.min(...filled))
    const at = { x: c * (one + gap), y: filled[c], high: 0 }
    filled[c] += b.height + gap
    at.high = filled[c] - gap
    return at
  })
}
