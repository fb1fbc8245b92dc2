// Bars from a middle line: what moves an answer, and which way.

import { scaleLinear } from 'd3-scale'

import { useWidth } from './frame'

import './bars.css'

export interface Bar {
  name: string
  /** Smaller, under the name. */
  more: string
  value: number
  error?: number
  class: string
  address?: string
  open?: () => void
}

export function Bars({ bars, label, left, right }: { bars: Bar[]; label: string; left: string; right: string }) {
  const [ref, width] = useWidth<SVGSVGElement>()
  const narrow = width < 520 // the bar stands under its name
  const row = narrow ? 58 : 38
  const height = bars.length * row + 26
  const room = narrow ? 0 : Math.min(width * 0.56, 430)
  const most = Math.max(0.1, ...bars.map((b) => Math.abs(b.value) + (b.error ?? 0)))
  const x = scaleLinear([-most, most], [room + 6, width - 6])
  const letters = Math.max(12, Math.floor((narrow ? width : room) / 6.7))
  const cut = (t: string) => (t.length > letters ? `${t.slice(0, letters - 1)}…` : t)
  return (
    <svg ref={ref} class="bars" viewBox={`0 0 ${width} ${height}`} height={height} role={bars.some((b) => b.open) ? 'group' : 'img'} aria-label={label}>
      <text class="soft" x={x(0) - 6} y={12} text-anchor="end">{narrow ? '' : left}</text>
      <text class="soft" x={x(0) + 6} y={12}>{narrow ? '' : right}</text>
      {bars.map((b, i) => {
        const body = (
          <g transform={`translate(0,${22 + i * row})`}>
            <title>{`${b.name}: ${b.value.toFixed(2)}`}</title>
            <text y={13}>{cut(b.name)}</text>
            <text class="soft" y={28}>{cut(b.more)}</text>
            <rect class={`bar ${b.class}`} x={Math.min(x(0), x(b.value))} width={Math.max(1, Math.abs(x(b.value) - x(0)))} y={narrow ? 33 : 4} height={narrow ? 14 : 22} rx={2} />
            {b.error ? <line class="whisker" x1={x(b.value - b.error)} x2={x(b.value + b.error)} y1={narrow ? 40 : 15} y2={narrow ? 40 : 15} /> : null}
          </g>
        )
        return b.open ? <a key={b.name} href={b.address} aria-label={`${b.name}: ${b.value.toFixed(2)}; ${b.more}`} onClick={(e) => { e.preventDefault(); b.open!() }}>{body}</a> : <g key={b.name}>{body}</g>
      })}
      {!narrow && <line class="axis" x1={x(0)} x2={x(0)} y1={20} y2={height} />}
    </svg>
  )
}
