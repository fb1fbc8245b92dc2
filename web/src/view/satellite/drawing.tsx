// Satellites drawn to one scale.

import { useWidth } from '../../chart/frame'
import { figures } from '../../format'
import { area, box, columns, type Shape } from './shapes'

/** Drawn is one satellite of the drawing. */
export interface Drawn {
  id: string
  name: string
  shapes: Shape[]
  /** What is claimed of the same, drawn as an outline over it. */
  claimed?: Shape[]
  lines: string[]
  class: string
}

const under = 74 // for the words under each

/** Side draws satellites beside one another, with a scale and a person. */
export function Side({ list, label }: { list: Drawn[]; label: string }) {
  const [ref, width] = useWidth<SVGSVGElement>(1100)
  const boxes = list.map((d) => box([...d.shapes, ...(d.claimed ?? [])]))
  const widest = Math.max(...boxes.map((b) => b.width))
  const count = width >= 720 ? 2 : 1
  const gap = 26
  const scale = (width - gap * (count - 1)) / (count * widest) // points for a metre
  const places = columns(boxes.map((b) => ({ height: b.height * scale + under })), count, width, gap)
  const high = Math.max(...places.map((p) => p.high))
  const bar = [50, 20, 10, 5].find((m) => m * scale < width / 4) ?? 1
  const foot = width < 560 ? 56 : 34
  const height = high + foot
  return (
    <svg ref={ref} class="to-scale" viewBox={`0 0 ${width} ${height}`} height={height} role="img" aria-label={label} data-scale={scale}>
      {list.map((d, i) => {
        const b = boxes[i]
        const x = places[i].x - b.x * scale
        const y = places[i].y - b.y * scale
        const bottom = places[i].y + b.height * scale
        return (
          <g key={d.id} class={`craft ${d.class}`} data-craft={d.id}>
            <title>{[d.name, ...d.lines].join('. ')}</title>
            {d.shapes.map((s, k) => <Rect key={k} s={s} x={x} y={y} scale={scale} />)}
            {d.claimed?.map((s, k) => s.of !== 'bus' && <rect key={`c${k}`} class={`claimed ${s.of}`} data-claimed={s.of} data-area-m2={area(s).toFixed(3)} x={x + s.x * scale} y={y + s.y * scale} width={s.width * scale} height={s.height * scale} />)}
            <text class="name" x={places[i].x} y={bottom + 18}>{d.name}</text>
            {d.lines.map((t, k) => <text key={k} class="soft" x={places[i].x} y={bottom + 34 + 15 * k}>{t}</text>)}
          </g>
        )
      })}
      <g transform={`translate(2,${high + 14})`}>
        <path class="bar-of" d={`M0,-5v10M0,0h${bar * scale}M${bar * scale},-5v10`} />
        <text class="soft" x={bar * scale + 8} dy="0.34em">{bar} m</text>
        <Person x={bar * scale + 62} foot={5} scale={scale} />
        <text class="soft" x={bar * scale + 72} dy="0.34em">a person, 1.8 m</text>
        <g class="mine" transform={foot > 40 ? 'translate(0,22)' : `translate(${bar * scale + 200},0)`}>
          {(['array', 'radiator', 'bus'] as const).map((of, i) => (
            <g key={of} transform={`translate(${i * 82},0)`}><rect class={of} y={-5} width={14} height={10} /><text class="soft" x={20} dy="0.34em">{of === 'bus' ? 'body' : of}</text></g>
          ))}
        </g>
      </g>
    </svg>
  )
}

function Rect({ s, x, y, scale }: { s: Shape; x: number; y: number; scale: number }) {
  const left = x + s.x * scale
  const top = y + s.y * scale
  const w = s.width * scale
  const h = s.height * scale
  const lines = s.of === 'array' ? Math.floor(Math.max(w, h) / 14) : 0
  return (
    <g>
      <rect class={s.of} data-of={s.of} data-area-m2={area(s).toFixed(3)} x={left} y={top} width={w} height={h} />
      {lines > 1 && <path class="folds" aria-hidden="true" d={Array.from({ length: lines - 1 }, (_, i) => (w >= h ? `M${left + (w * (i + 1)) / lines},${top}v${h}` : `M${left},${top + (h * (i + 1)) / lines}h${w}`)).join('')} />}
    </g>
  )
}

/** Person stands 1.8 m high. */
function Person({ x, foot, scale }: { x: number; foot: number; scale: number }) {
  const m = scale
  return (
    <g class="person" aria-hidden="true" transform={`translate(${x},${foot})`}>
      <circle cy={-1.66 * m} r={0.14 * m} />
      <rect x={-0.22 * m} y={-1.48 * m} width={0.44 * m} height={0.72 * m} rx={0.1 * m} />
      <rect x={-0.19 * m} y={-0.78 * m} width={0.15 * m} height={0.78 * m} />
      <rect x={0.04 * m} y={-0.78 * m} width={0.15 * m} height={0.78 * m} />
    </g>
  )
}

export interface Line { name: string; mass_kg: number; area_m2: number; power_w: number; cost_usd: number }

/** A measure of the lines. */
export interface Measure { key: 'mass_kg' | 'power_w' | 'cost_usd' | 'area_m2'; name: string; of: (v: number) => string }

/** Lines draws a budget line by line, a column of bars for each measure. */
export function Lines({ lines, measures, label }: { lines: Line[]; measures: Measure[]; label: string }) {
  const [ref, width] = useWidth<SVGSVGElement>(1100)
  const wide = width >= 680
  const names = wide ? 208 : 0
  const one = wide ? (width - names) / measures.length : width
  const step = 21
  const groups = measures.map((m, i) => {
    const kept = wide ? lines : lines.filter((l) => l[m.key] > 0)
    return { m, kept, most: Math.max(...lines.map((l) => l[m.key]), 1e-9), x: wide ? names + i * one : 0 }
  })
  let y = 0
  const tops = groups.map((g) => { const top = y; if (!wide) y += 30 + g.kept.length * 36 + 12; return top })
  const height = wide ? 26 + lines.length * step + 4 : y
  return (
    <svg ref={ref} class="lines" viewBox={`0 0 ${width} ${height}`} height={height} role="img" aria-label={label}>
      {wide && lines.map((l, i) => <text key={l.name} x={0} y={26 + i * step + 13}>{l.name}</text>)}
      {groups.map((g, k) => (
        <g key={g.m.key} transform={`translate(${g.x},${tops[k]})`} class={g.m.key}>
          <text class="head" y={14}>{g.m.name}</text>
          {g.kept.map((l, i) => {
            const v = l[g.m.key]
            const long = (v / g.most) * (one - (wide ? 92 : 80))
            const at = wide ? 26 + i * step : 26 + i * 36 + 16
            return (
              <g key={l.name}>
                {!wide && <text y={at - 3}>{l.name}</text>}
                {v > 0 && <rect class="bar" x={0} y={at + 3} width={Math.max(1, long)} height={12} rx={2} />}
                <text class={v > 0 ? 'v' : 'soft'} x={v > 0 ? Math.max(1, long) + 6 : 0} y={at + 13}>{v > 0 ? g.m.of(v) : '—'}</text>
              </g>
            )
          })}
        </g>
      ))}
    </svg>
  )
}

export const whole = (v: number) => figures(v, 3)
