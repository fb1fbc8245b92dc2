// Two bills beside each other, line upon line, in the order of their boundaries.

import { scaleLinear } from 'd3-scale'

import { figures } from '../format'
import { Left, useWidth } from './frame'

import './bills.css'

export interface Line { side: string; line: string; rung: string; value: number }

/** The rungs of a bill: a boundary holds all before it. */
export const rungs = ['launch', 'power', 'bus', 'chips', 'network', 'operations', 'replacement', 'finance']

export function Bills({ lines, label, unit, height = 340 }: { lines: Line[]; label: string; unit: string; height?: number }) {
  const [ref, width] = useWidth<SVGSVGElement>()
  const narrow = width < 380
  const m = { top: 22, bottom: 26, left: narrow ? 28 : 46 }
  const sides = ['orbit', 'ground']
  const sum = (side: string) => lines.filter((l) => l.side === side).reduce((a, l) => a + l.value, 0)
  const most = Math.max(1e-9, ...sides.map(sum))
  const y = scaleLinear([0, most], [height - m.bottom, m.top]).nice()
  const room = (width - m.left) / 2
  const thick = Math.min(90, Math.max(14, room - 118))
  return (
    <svg ref={ref} class="bills" viewBox={`0 0 ${width} ${height}`} height={height} role="img" aria-label={label}>
      <text class="soft" x={2} y={10}>{unit}</text>
      <Left scale={y} ticks={y.ticks(5)} text={(v) => figures(v)} x={m.left} to={width} />
      {sides.map((side, i) => {
        const x = m.left + room * i + (narrow ? 4 : 12)
        let base = 0
        const parts = rungs.map((r) => ({ rung: r, value: lines.filter((l) => l.side === side && l.rung === r).reduce((a, l) => a + l.value, 0) })).filter((p) => p.value > 0)
        let free = Infinity // names must not overlap: each stands at its part's middle or above the last
        return (
          <g key={side}>
            {parts.map((p) => {
              const y1 = y(base)
              base += p.value
              const y2 = y(base)
              const at = Math.min((y1 + y2) / 2, free)
              free = at - 14
              return (
                <g key={p.rung} class={`rung r${rungs.indexOf(p.rung)}`}>
                  <rect x={x} width={thick} y={y2} height={Math.max(0, y1 - y2)}><title>{`${side}, ${p.rung}: ${figures(p.value)} ${unit}`}</title></rect>
                  <line class="lead-line" x1={x + thick + 2} x2={x + thick + 7} y1={(y1 + y2) / 2} y2={at} />
                  <text class="soft" x={x + thick + 10} y={at} dy="0.32em">{p.rung} <tspan class="value">{figures(p.value)}</tspan></text>
                </g>
              )
            })}
            <text class="sum" x={x + thick / 2} y={y(base) - 6} text-anchor="middle">{figures(base)}</text>
            <text x={narrow ? x : x + thick / 2} y={height - 8} text-anchor={narrow ? 'start' : 'middle'}>{side === 'orbit' ? 'orbit' : 'ground'}</text>
          </g>
        )
      })}
      <line class="axis" x1={m.left} x2={width} y1={y(0)} y2={y(0)} />
    </svg>
  )
}
