// Shares of draws by year, from none to all.

import { scaleLinear } from 'd3-scale'
import { line } from 'd3-shape'
import { useState } from 'preact/hooks'

import { percent, type Maybe } from '../format'
import { Below, Left, useWidth } from './frame'

import './shares.css'

export interface Share {
  name: string
  class: string
  values: { year: number; share: Maybe }[]
  ghost?: { year: number; share: Maybe }[]
}

/** Shares draws lines. Where all lie low the axis ends low, and says so. */
export function Shares({ shares, label, height = 280 }: { shares: Share[]; label: string; height?: number }) {
  const [ref, width] = useWidth<SVGSVGElement>()
  const [over, point] = useState<number | null>(null)
  const m = { top: 24, right: 14, bottom: 30, left: 46 }
  const years = shares.flatMap((s) => s.values.map((v) => v.year))
  const most = Math.max(0, ...shares.flatMap((s) => [...s.values, ...(s.ghost ?? [])].map((v) => v.share ?? 0)))
  const top = [0.05, 0.1, 0.25, 0.5, 1].find((t) => most <= t) ?? 1
  const x = scaleLinear([Math.min(...years), Math.max(...years)], [m.left, width - m.right])
  const y = scaleLinear([0, top], [height - m.bottom, m.top])
  const path = line<{ year: number; share: Maybe }>().defined((v) => v.share !== null && v.share !== undefined).x((v) => x(v.year)).y((v) => y(v.share ?? 0))
  const nearest = (e: PointerEvent) => {
    const box = (e.currentTarget as Element).getBoundingClientRect()
    return Math.min(Math.max(Math.round(x.invert(((e.clientX - box.left) * width) / box.width)), Math.min(...years)), Math.max(...years))
  }
  const every = width < 480 ? 10 : 5
  return (
    <div class="fan">
      <svg ref={ref} viewBox={`0 0 ${width} ${height}`} height={height} role="img" aria-label={label} onPointerMove={(e) => point(nearest(e as PointerEvent))} onPointerLeave={() => point(null)}>
        <Left scale={y} ticks={y.ticks(5)} text={(v) => `${Number((100 * v).toPrecision(3))} %`} x={m.left} to={width - m.right} />
        <Below scale={x} ticks={x.ticks(20).filter((t) => t % every === 0)} text={String} y={height - m.bottom} />
        <text class="soft" x={2} y={10}>share of draws{top < 1 ? `; the axis ends at ${100 * top} %` : ''}</text>
        {shares.map((s) => (
          <g key={s.name} class={`share ${s.class}`}>
            {s.ghost && <path class="ghost not-exported" d={path(s.ghost) ?? ''} />}
            <path d={path(s.values) ?? ''} />
          </g>
        ))}
        {over !== null && <line class="cursor not-exported" x1={x(over)} x2={x(over)} y1={m.top} y2={height - m.bottom} />}
      </svg>
      <p class="key">
        {over !== null && <strong>{over}</strong>}
        {shares.map((s) => <span key={s.name} class={s.class}><i aria-hidden="true" />{s.name}{over !== null && <b> {percent(s.values.find((v) => v.year === over)?.share)}</b>}</span>)}
        {shares.some((s) => s.ghost) && <span class="was"><i aria-hidden="true" />before the change</span>}
      </p>
    </div>
  )
}
