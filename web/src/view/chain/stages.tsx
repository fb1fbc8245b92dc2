// The drawing of a year: one panel for each stage, with what comes in at its left and
// what goes out, or stays, at its right.

import { scaleLog } from 'd3-scale'
import { useState } from 'preact/hooks'

import { decades, useWidth } from '../../chart/frame'
import { figures, percent, type Maybe } from '../../format'
import { grid, lay, ribbon, stacked, type Placed } from './layout'
import { about, amount, fitting, panels, titles, type Panel, type Told, type Year } from './words'

/** Bound is a limit that holds a side back, in a share of draws. */
export interface Bound { side: string; limit: string; share: number }

interface Props {
  year: Year
  list: Told[]
  units: Record<string, string>
  conversions: Record<Panel, string[]>
  /** What binds most draws on either side, by the panel that it is lit on. */
  lit: Partial<Record<Panel, Bound[]>>
  /** Lowest and highest dollar an hour of all years, so that the axis stands still. */
  dollars: [number, number]
  product: string
  label: string
  say: (what: string) => void
}

/** Smallest part of a panel that is drawn: what is less stands in the table. */
const faintest = 1e-5
const gap = 34
const head = 64
const body = 176
const foot = 34

export function Stages({ year, list, units, conversions, lit, dollars, product, label, say }: Props) {
  const [ref, width] = useWidth<SVGSVGElement>(1100)
  const columns = width >= 900 ? 3 : width >= 600 ? 2 : 1
  const places = grid(panels.length, columns, width, gap)
  const high = head + body + foot
  const rows = places[places.length - 1].row + 1
  const height = rows * high + (rows - 1) * gap
  const [at, go] = useState(0)
  const items: string[] = [] // in the order in which the keyboard goes through them
  const point = (i: number) => {
    const all = ref.current!.querySelectorAll<SVGGElement>('[data-item]')
    const next = (i + all.length) % all.length
    go(next)
    all[next]?.focus()
  }
  const onKeyDown = (e: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[e.key]
    if (step) { e.preventDefault(); point(at + step) }
    if (e.key === 'Home') { e.preventDefault(); point(0) }
    if (e.key === 'End') { e.preventDefault(); point(-1) }
  }
  const item = (what: string) => {
    const i = items.push(what) - 1
    return { 'data-item': i, tabIndex: i === at ? 0 : -1, role: 'img', 'aria-label': what, onFocus: () => { go(i); say(what) }, onPointerEnter: () => say(what) }
  }
  return (
    <svg ref={ref} class="chain-drawing" viewBox={`0 0 ${width} ${height}`} height={height} role="group" aria-label={label} onKeyDown={onKeyDown} onPointerLeave={() => say('')}>
      <defs>
        <pattern id="chain-lost" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="lost-under" width="5" height="5" /><rect class="lost-over" width="2" height="5" /></pattern>
      </defs>
      {panels.map((p, i) => {
        const c = places[i]
        const y = c.row * (high + gap)
        const of = list.filter((t) => t.stage === p)
        const total = of.reduce((n, t) => n + (t.side === 'in' ? t.mean : 0), 0)
        const seen = of.filter((t) => t.mean > 1e-9 && t.mean > faintest * total)
        const ins = seen.filter((t) => t.side === 'in')
        const outs = seen.filter((t) => t.side === 'out')
        const bound = lit[p] ?? []
        const narrow = c.width < 330
        return (
          <g key={p} transform={`translate(${c.x},${y})`} data-stage={p} data-lit={bound.length > 0 || undefined} class={bound.length ? `stage lit ${bound[0].side}` : 'stage'}>
            <rect class="panel" width={c.width} height={high} rx={8} />
            <text class="title" x={12} y={21}>{`${i + 1} ${titles[p]}`}</text>
            <text class="total" x={narrow ? 12 : c.width - 12} y={narrow ? 38 : 21} text-anchor={narrow ? 'start' : 'end'}>{p === 'price' ? `$ an H100e hour${narrow ? ', log scale' : ''}` : total > 0 ? `${amount(total)} ${units[p] ?? ''}` : ''}</text>
            <text class="soft" x={12} y={narrow ? 54 : 40}>{conversions[p].length ? `→ ${conversions[p].join(', ')}` : ''}</text>
            {p === 'price' && !narrow && <text class="soft" x={c.width - 12} y={40} text-anchor="end">log scale</text>}
            <title>{about[p]}</title>
            {p === 'price'
              ? <Prices y={year} x={12} top={head} width={c.width - 24} dollars={dollars} product={product} item={item} />
              : total > 0
                ? <Flow ins={ins} outs={outs} x={12} top={head} width={c.width - 24} unit={units[p] ?? ''} year={year.year} stage={titles[p]} item={item} />
                : <text class="soft" x={c.width / 2} y={head + body / 2} text-anchor="middle">{`nothing in ${year.year}`}</text>}
            {bound.map((b, k) => (
              <text key={b.side} class={`binds ${b.side}`} x={12} y={high - 9 - 15 * (bound.length - 1 - k)}>{`◆ ${narrow ? '' : 'binds '}${b.side === 'orbit' ? 'orbit' : narrow ? 'ground' : 'the ground'}: ${b.limit}, ${percent(b.share)}`}</text>
            ))}
          </g>
        )
      })}
      {panels.map((p, i) => i > 0 && <Arrow key={p} from={places[i - 1]} to={places[i]} high={high} gap={gap} />)}
    </svg>
  )
}

type Item = (what: string) => Record<string, unknown>

interface FlowProps { ins: Told[]; outs: Told[]; x: number; top: number; width: number; unit: string; year: number; stage: string; item: Item }

/** Flow is a stage's Sankey: parts, trunk, parts. */
function Flow({ ins, outs, x, top, width, unit, year, stage, item }: FlowProps) {
  const parts = (list: Told[]) => list.map((t) => ({ id: t.key, value: t.mean }))
  const l = lay(parts(ins), parts(outs), body, 15)
  const trunk = x + width / 2
  const bar = 7
  const side = (list: Told[], placed: Placed[], out: boolean) => {
    const meets = stacked(placed, l.trunk)
    return list.map((t, i) => {
      const p = placed[i]
      const edge = out ? x + width - bar : x
      const path = out ? ribbon(trunk + 3, meets[i], edge, p) : ribbon(edge + bar, p, trunk - 3, meets[i])
      const what = `${stage}, ${out ? 'out' : 'in'}: ${t.name}, ${amount(t.mean)} ${unit} in the mean of ${year}` + (t.p10 !== null && t.p90 !== null ? `; 80 % of draws between ${amount(t.p10)} and ${amount(t.p90)}` : '')
      return (
        <g key={t.key} class={`flow ${t.kind}`} data-flow={t.key} data-mean={t.mean} {...item(what)}>
          <rect class="hit" x={out ? trunk + 4 : x} y={p.y + (p.height - p.slot) / 2} width={width / 2 - 4} height={p.slot} />
          <path class="ribbon" d={path} />
          <rect class="bar" x={edge} y={p.y} width={bar} height={p.height} />
          <text x={out ? x + width - bar - 5 : x + bar + 5} y={p.y + p.height / 2} dy="0.34em" text-anchor={out ? 'end' : 'start'} class="halo"><tspan>{fitting(t.short, amount(t.mean), width / 2 - 20)}</tspan> <tspan class="n">{amount(t.mean)}</tspan></text>
        </g>
      )
    })
  }
  return (
    <g transform={`translate(0,${top})`}>
      <rect class="trunk" x={trunk - 3} y={l.trunk.y} width={6} height={l.trunk.height} />
      {side(ins, l.in, false)}
      {side(outs, l.out, true)}
    </g>
  )
}

interface PricesProps { y: Year; x: number; top: number; width: number; dollars: [number, number]; product: string; item: Item }

/** Prices are bars from the 10 % to the 90 % quantile on one logarithmic axis. */
function Prices({ y, x, top, width, dollars, product, item }: PricesProps) {
  const rows: [string, string, { p10: Maybe; p50: Maybe; p90: Maybe }][] = [
    [`cost from orbit, ${product}`, 'orbit', y.lcoc_orbit_usd_per_gpu_h],
    [`cost on the ground, ${product}`, 'ground', y.lcoc_ground_usd_per_gpu_h],
    ['price, training', 'other', y.price_training_usd_per_gpu_h],
    ['price, batch work', 'other', y.price_batch_usd_per_gpu_h],
    ['price, inference', 'other', y.price_inference_usd_per_gpu_h],
  ]
  const s = scaleLog(dollars, [x + 12, x + width - 14]).clamp(true)
  const step = (body - 18) / rows.length
  const finite = (v: Maybe): v is number => v !== null && v !== undefined && Number.isFinite(v)
  return (
    <g transform={`translate(0,${top})`}>
      {decades(dollars[0], dollars[1], Math.max(3, Math.floor(width / 70))).map((t) => (
        <g key={t} transform={`translate(${s(t)},0)`} aria-hidden="true">
          <line class="grid" y2={body - 16} />
          <text class="soft" y={body - 2} text-anchor="middle">{figures(t, 1)}</text>
        </g>
      ))}
      {rows.map(([name, kind, b], i) => {
        const none = !finite(b.p50)
        const value = none ? 'cannot be delivered in most draws' : `${figures(b.p50)} $`
        const what = `${name}: ${none ? value : `${figures(b.p50)} $ an hour, median of mid-${y.year}`}${finite(b.p10) ? `; 80 % of draws between ${figures(b.p10)} and ${finite(b.p90) ? figures(b.p90) : 'no delivery'}` : ''}`
        return (
          <g key={name} class={`flow ${kind}`} transform={`translate(0,${i * step})`} data-flow={`price/${i}`} data-mean={b.p50 ?? undefined} {...item(what)}>
            <rect class="hit" x={x} y={0} width={width} height={step} />
            <text x={x} y={13} class="halo"><tspan>{name}</tspan> <tspan class="n">{value}</tspan></text>
            {finite(b.p10) && <rect class="ribbon" x={s(b.p10)} y={18} width={Math.max(1.5, (finite(b.p90) ? s(b.p90) : s.range()[1]) - s(b.p10))} height={8} rx={finite(b.p90) ? 4 : 0} />}
            {finite(b.p50) && <rect class="bar" x={s(b.p50) - 2} y={16} width={4} height={12} />}
          </g>
        )
      })}
    </g>
  )
}

interface Place { column: number; row: number; x: number; width: number }

/** Arrow leads from a panel to the next: across, or back to the beginning of a row. */
function Arrow({ from, to, high, gap }: { from: Place; to: Place; high: number; gap: number }) {
  const y = (p: Place) => p.row * (high + gap)
  if (from.row === to.row) {
    const at = y(from) + head + body / 2
    const x0 = from.x + from.width + 7
    return <path class="arrow" aria-hidden="true" d={`M${x0},${at}h${gap - 20}m-5,-5l6,5l-6,5`} />
  }
  if (from.x === to.x) return <path class="arrow" aria-hidden="true" d={`M${from.x + from.width / 2},${y(from) + high + 5}v${gap - 11}m-5,-6l5,6l5,-6`} />
  const bend = y(from) + high + gap / 2
  const x0 = from.x + from.width / 2
  const x1 = to.x + 40
  return <path class="arrow" aria-hidden="true" d={`M${x0},${y(from) + high + 4}V${bend}H${x1}V${y(to) - 5}m-5,-6l5,6l5,-6`} />
}
