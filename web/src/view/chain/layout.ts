// Where the parts of a stage's drawing lie. Nothing here knows of the page.

export interface Part { id: string; value: number }

/** Placed is a part in its slot: at y from the top, as high as its value says. */
export interface Placed extends Part { y: number; height: number; slot: number }

/** Layout is a stage's drawing: parts that come in, parts that go out, and the trunk
 * between them, in which all that came in is mixed. */
export interface Layout {
  in: Placed[]
  out: Placed[]
  trunk: { y: number; height: number }
  /** Drawing units for one unit of the stage. */
  scale: number
}

/** Least height at which a part that there is can be seen; its number tells the truth. */
export const thinnest = 1.5

/** lay puts the parts of both sides into a height. Each has a slot high enough for its
 * label; parts are as high as their values, by one scale for the stage. */
export function lay(ins: Part[], outs: Part[], height: number, label: number): Layout {
  const total = Math.max(sum(ins), sum(outs))
  const needs = (parts: Part[], scale: number) => parts.reduce((n, p) => n + Math.max(label, p.value * scale + 3), 0)
  let low = 0
  let high = total > 0 ? height / total : 0
  for (let i = 0; i < 50; i++) {
    const middle = (low + high) / 2
    if (Math.max(needs(ins, middle), needs(outs, middle)) <= height) low = middle
    else high = middle
  }
  const scale = low
  const side = (parts: Part[]): Placed[] => {
    const free = Math.max(0, height - needs(parts, scale))
    const apart = parts.length > 1 ? free / (parts.length - 1) : 0
    let y = parts.length > 1 ? 0 : free / 2
    return parts.map((p) => {
      const slot = Math.max(label, p.value * scale + 3)
      const high = Math.max(thinnest, p.value * scale)
      const placed = { ...p, y: y + (slot - high) / 2, height: high, slot }
      y += slot + apart
      return placed
    })
  }
  const trunk = Math.max(thinnest, total * scale)
  return { in: side(ins), out: side(outs), trunk: { y: (height - trunk) / 2, height: trunk }, scale }
}

/** stacked says where each part meets the trunk: one upon the other, without gaps. */
export function stacked(parts: Placed[], trunk: { y: number; height: number }): { y: number; height: number }[] {
  const all = sum(parts)
  let y = trunk.y
  return parts.map((p) => {
    const height = all > 0 ? (trunk.height * p.value) / all : 0
    const at = { y, height }
    y += height
    return at
  })
}

/** ribbon is the path between two upright edges. */
export function ribbon(x0: number, a: { y: number; height: number }, x1: number, b: { y: number; height: number }): string {
  const m = (x0 + x1) / 2
  const n = (v: number) => v.toFixed(2)
  return `M${n(x0)},${n(a.y)}C${n(m)},${n(a.y)} ${n(m)},${n(b.y)} ${n(x1)},${n(b.y)}V${n(b.y + b.height)}C${n(m)},${n(b.y + b.height)} ${n(m)},${n(a.y + a.height)} ${n(x0)},${n(a.y + a.height)}Z`
}

const sum = (parts: Part[]) => parts.reduce((n, p) => n + p.value, 0)

/** grid puts so many panels into rows of so many; the last of a row that is not full is
 * as wide as what is left. */
export function grid(count: number, columns: number, width: number, gap: number): { column: number; row: number; x: number; width: number }[] {
  const one = (width - gap * (columns - 1)) / columns
  return Array.from({ length: count }, (_, i) => {
    const row = Math.floor(i / columns)
    const column = i % columns
    const last = i === count - 1
    const span = last ? columns - column : 1
    return { column, row, x: column * (one + gap), width: span * one + (span - 1) * gap }
  })
}
