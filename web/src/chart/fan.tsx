// Bands over years: the median and where 80 % of draws lie, of one series or two.

import { scaleLinear, scaleLog } from 'd3-scale'
import { area, line } from 'd3-shape'
import { useState } from 'preact/hooks'

import { figures, type Maybe } from '../format'
import { Below, decades, Left, useWidth } from './frame'

import './fan.css'

export interface Band { p10: Maybe; p50: Maybe; p90: Maybe }

/** Series is one line of a fan with its band. */
export interface Series {
  name: string
  /** Of the style: orbit, ground, price, own. */
  class: string
  values: { year: number; band: Band }[]
  /** The same from the answer before. */
  ghost?: { year: number; band: Band }[]
}

interface Props {
  series: Series[]
  log?: boolean
  unit: string
  /** Says what is seen, for who does not see it. */
  label: string
  /** A line across, such as where both cost the same. */
  level?: { value: number; name: string }
  /** A year that is marked; choosing tells another. */
  year?: number
  choose?: (year: number) => void
  height?: number
  text?: (v: number) => string
  /** Ends of the axis, where the values are not to decide. */
  domain?: [number, number]
}

const finite = (v: Maybe): v is number => v !== null && v !== undefined && Number.isFinite(v)

export function Fan({ series, log, unit, label, level, year, choose, height = 280, text = (v) => figures(v, v < 1 ? 1 : 2), domain }: Props) {
  const [ref, width] = useWidth<SVGSVGElement>()
  const [over, point] = useState<number | null>(null)
  const m = { top: 24, right: 14, bottom: 30, left: 46 }
  const years = series.flatMap((s) => s.values.map((v) => v.year))
  const x = scaleLinear([Math.min(...years), Math.max(...years)], [m.left, width - m.right])
  const all = [level?.value, ...series.flatMap((s) => [...s.values, ...(s.ghost ?? [])].flatMap((v) => [v.band.p10, v.band.p50, v.band.p90]))].filter(finite).filter((v) => !log || v > 0)
  const [low, high] = domain ?? [log ? Math.min(...all) : Math.min(0, ...all), Math.max(...all)]
  const y = (log ? scaleLog() : scaleLinear()).domain(all.length || domain ? [low, high === low ? low + 1 : high] : [1, 10]).range([height - m.bottom, m.top]).clamp(true)
  if (!domain) y.nice()
  const floor = y.domain()[0]
  const ticks = log ? decades(y.domain()[0], y.domain()[1], 7) : y.ticks(5)
  const at = (v: Maybe) => y(finite(v) ? (log ? Math.max(v, floor) : v) : y.domain()[1])
  const shape = area<{ year: number; band: Band }>().defined((v) => finite(v.band.p10)).x((v) => x(v.year)).y0((v) => at(v.band.p10)).y1((v) => at(v.band.p90))
  const middle = line<{ year: number; band: Band }>().defined((v) => finite(v.band.p50) && (!log || v.band.p50! > 0)).x((v) => x(v.year)).y((v) => at(v.band.p50))
  const edge = (k: 'p10' | 'p90') => line<{ year: number; band: Band }>().defined((v) => finite(v.band[k]) && (!log || v.band[k]! > 0)).x((v) => x(v.year)).y((v) => at(v.band[k]))
  const marked = over ?? year ?? null
  const nearest = (e: PointerEvent) => {
    const box = (e.currentTarget as Element).getBoundingClientRect()
    const v = Math.round(x.invert(((e.clientX - box.left) * width) / box.width))
    return Math.min(Math.max(v, Math.min(...years)), Math.max(...years))
  }
  const every = width < 480 ? 10 : 5
  return (
    <div class="fan">
      <svg ref={ref} viewBox={`0 0 ${width} ${height}`} height={height} role="img" aria-label={label}
        onPointerMove={(e) => point(nearest(e as PointerEvent))} onPointerLeave={() => point(null)}
        onClick={(e) => choose?.(nearest(e as unknown as PointerEvent))}>
        <Left scale={y} ticks={ticks} text={text} x={m.left} to={width - m.right} />
        <Below scale={x} ticks={x.ticks(20).filter((t) => t % every === 0)} text={String} y={height - m.bottom} />
        <text class="soft" x={2} y={10}>{[unit, log && 'log scale'].filter(Boolean).join(', ')}</text>
        {level && <g><line class="level" x1={m.left} x2={width - m.right} y1={y(level.value)} y2={y(level.value)} /><text class="soft halo" x={width - m.right} y={y(level.value) - 5} text-anchor="end">{level.name}</text></g>}
        {series.map((s) => (
          <g key={s.name} class={`series ${s.class}`}>
            <path class="band" d={shape(s.values) ?? ''} />
            {s.ghost && <g class="ghost not-exported"><path d={middle(s.ghost) ?? ''} /><path class="edge" d={edge('p10')(s.ghost) ?? ''} /><path class="edge" d={edge('p90')(s.ghost) ?? ''} /></g>}
            <path class="median" d={middle(s.values) ?? ''} />
          </g>
        ))}
        {series.length > 1 && height >= 200 && series.map((s) => {
          const last = s.values.findLast((v) => finite(v.band.p50) && (!log || v.band.p50 > 0))
          if (!last) return null
          const above = series.every((o) => o === s || at(o.values.find((v) => v.year === last.year)?.band.p50) >= at(last.band.p50))
          return <text key={s.name} class={`name halo ${s.class}`} x={x(last.year) - 4} y={at(last.band.p50) + (above ? -8 : 18)} text-anchor="end">{s.name}</text>
        })}
        {marked !== null && (
          <g class="not-exported">
            <line class="cursor" x1={x(marked)} x2={x(marked)} y1={m.top} y2={height - m.bottom} />
            {series.map((s) => {
              const v = s.values.find((v) => v.year === marked)
              return v && finite(v.band.p50) && (!log || v.band.p50 > 0) && <circle key={s.name} class={`dot ${s.class}`} cx={x(marked)} cy={at(v.band.p50)} r={3.5} />
            })}
          </g>
        )}
      </svg>
      <p class="key">
        {marked !== null && <strong>{marked}</strong>}
        {series.map((s) => {
          const v = marked === null ? undefined : s.values.find((v) => v.year === marked)
          return <span key={s.name} class={s.class}><i aria-hidden="true" />{s.name}{v && <b> {text(v.band.p50 ?? NaN)} ({finite(v.band.p10) ? text(v.band.p10) : '—'}–{finite(v.band.p90) ? text(v.band.p90) : '—'})</b>}</span>
        })}
        {series.some((s) => s.ghost) && <span class="was"><i aria-hidden="true" />before the change</span>}
      </p>
    </div>
  )
}
