// What charts share: their width, their axes.

import type { ScaleContinuousNumeric } from 'd3-scale'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { RefObject } from 'preact'

/** useWidth is the width that a drawing has, as it changes: in pixels where letters are of
 * the usual 16, so that a drawing grows with the letters of a large screen. */
export function useWidth<T extends Element>(usual = 640): [RefObject<T | null>, number] {
  const ref = useRef<T>(null)
  const [width, set] = useState(usual)
  useLayoutEffect(() => {
    const e = ref.current
    if (!e) return
    if (e instanceof SVGElement) e.style.height = 'auto' // that of its box at this width
    const measure = () => {
      const w = Math.round((e.getBoundingClientRect().width * 16) / parseFloat(getComputedStyle(document.documentElement).fontSize))
      if (w > 0) set(w)
    }
    measure()
    const watch = new ResizeObserver(measure)
    watch.observe(e)
    return () => watch.disconnect()
  }, [])
  return [ref, width]
}

interface AxisProps {
  scale: ScaleContinuousNumeric<number, number>
  ticks: number[]
  text: (v: number) => string
}

/** Below draws an axis under a chart. */
export function Below({ scale, ticks, text, y, unit }: AxisProps & { y: number; unit?: string }) {
  const [x0, x1] = scale.range()
  return (
    <g aria-hidden="true">
      <line class="axis" x1={x0} x2={x1} y1={y} y2={y} />
      {ticks.map((t) => (
        <g key={t} transform={`translate(${scale(t)},${y})`}>
          <line class="axis" y2={4} />
          <text class="soft" y={17} text-anchor="middle">{text(t)}</text>
        </g>
      ))}
      {unit && <text class="soft" x={x1} y={y + 32} text-anchor="end">{unit}</text>}
    </g>
  )
}

/** Left draws an axis beside a chart, with lines across it. */
export function Left({ scale, ticks, text, x, to }: AxisProps & { x: number; to: number }) {
  return (
    <g aria-hidden="true">
      {ticks.map((t) => (
        <g key={t} transform={`translate(0,${scale(t)})`}>
          <line class="grid" x1={x} x2={to} />
          <text class="soft" x={x - 6} dy="0.32em" text-anchor="end">{text(t)}</text>
        </g>
      ))}
    </g>
  )
}

/** decades are the ticks of a logarithmic axis: 1, 2, 5 of each power of ten, or fewer
 * where these would be too many. */
export function decades(low: number, high: number, most = 8): number[] {
  for (const within of [[1, 2, 5], [1, 3], [1]]) {
    const out: number[] = []
    for (let e = Math.floor(Math.log10(low)); e <= Math.ceil(Math.log10(high)); e++) {
      for (const m of within) {
        const v = Number(`${m}e${e}`)
        if (v >= low * 0.999 && v <= high * 1.001) out.push(v)
      }
    }
    if (out.length <= most || within.length === 1) return out
  }
  return []
}
