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
  const room = narrow ? 0 : Math.min(width * 0.5, 540)
  const most = Math.max(0.1, ...bars.map((b) => Math.abs(b.value) + (b.error ?? 0)))
  const x = scaleLinear([-most, most], [room + 46, width - 46]) // each with its number at its end
  const letters = Math.max(12, Math.floor((narrow ? width : room) / 6.7))
  const cut = (t: string) => (t.length > letters ? `${t.slice(0, letters - 1)}…` : t)
  const number = (v: number) => `${v < 0 ? '−' : '+'}${Math.abs(v).toFixed(2)}`
  let height = 22
  const rows = bars.map((b) => {
    const names = wrapped(b.name, letters)
    const y = height
    const text = 13 + 15 * names.length
    height += narrow ? text + 30 : Math.max(38, text + 10)
    return { b, names: names.map(cut), y, text, bar: narrow ? text + 5 : 4, thick: narrow ? 14 : 22 }
  })
  return (
    <svg ref={ref} class="bars" viewBox={`0 0 ${width} ${height}`} height={height} role={bars.some((b) => b.open) ? 'group' : 'img'} aria-label={label}>
      <text class="soft" x={x(0) - 6} y={12} text-anchor="end">{left}</text>
      <text class="soft" x={x(0) + 6} y={12}>{right}</text>
      {rows.map(({ b, names, y, text, bar, thick }) => {
        const end = x(b.value + Math.sign(b.value) * (b.error ?? 0))
        const body = (
          <g transform={`translate(0,${y})`}>
            <title>{`${b.name}: ${number(b.value)}`}</title>
            {names.map((t, i) => <text key={i} y={13 + 15 * i}>{t}</text>)}
            <text class="soft" y={text}>{cut(b.more)}</text>
            <line class="axis" x1={x(0)} x2={x(0)} y1={bar - 4} y2={bar + thick + 4} />
            <rect class={`bar ${b.class}`} x={Math.min(x(0), x(b.value))} width={Math.max(1, Math.abs(x(b.value) - x(0)))} y={bar} height={thick} rx={2} />
            {b.error ? <line class="whisker" x1={x(b.value - b.error)} x2={x(b.value + b.error)} y1={bar + thick / 2} y2={bar + thick / 2} /> : null}
            <text class="soft" x={b.value < 0 ? end - 5 : end + 5} y={bar + thick / 2} dy="0.34em" text-anchor={b.value < 0 ? 'end' : 'start'}>{number(b.value)}</text>
          </g>
        )
        return b.open ? <a key={b.name} href={b.address} aria-label={`${b.name}: ${number(b.value)}; ${b.more}`} onClick={(e) => { if (e.metaKey || e.ctrlKey || e.shiftKey) return; e.preventDefault(); b.open!() }}>{body}</a> : <g key={b.name}>{body}</g>
      })}
    </svg>
  )
}

/** wrapped breaks a name into two lines at most. */
function wrapped(name: string, letters: number): string[] {
  if (name.length <= letters) return [name]
  const at = name.lastIndexOf(' ', letters)
  return at > 0 ? [name.slice(0, at), name.slice(at + 1)] : [name]
}
