// Where the published studies stand, on one axis.

import { scaleLog } from 'd3-scale'

import { address, keep } from '../../address'
import { Figure } from '../../chart/figure'
import { Below, decades, useWidth } from '../../chart/frame'
import { figures } from '../../format'
import { answer } from '../../study'
import { boundary, metric, page, sideOf, type Standing } from './words'

import '../../chart/fan.css'

const finite = (v: number | null | undefined): v is number => v !== null && v !== undefined && Number.isFinite(v) && v > 0

export function Ladder({ rows }: { rows: Standing[] }) {
  const [ref, width] = useWidth<SVGSVGElement>()
  const a = answer.value
  const band = (year: number) => a?.summary.series?.find((s) => s.year === year)?.cost_ratio
  const central = a?.summary.central_values?.cost_ratio_2035
  const middle = band(2035)?.p50
  const wide = width >= 620
  const m = { top: 20, right: 14, bottom: 40, left: wide ? Math.min(326, 0.38 * width) : 8 }
  const step = wide ? 25 : 40
  const height = m.top + rows.length * step + m.bottom
  const all = rows.flatMap((r) => [r.printed, r.at_its_own, r.at_full_bill, band(r.year)?.p10, band(r.year)?.p90]).filter(finite)
  const x = scaleLog([Math.min(0.5, ...all) * 0.85, Math.max(2, ...all) * 1.15], [m.left, width - m.right])
  const cheaper = rows.filter((r) => finite(r.printed) && r.printed < 1).length
  const fuller = rows.filter((r) => finite(r.at_full_bill) && r.at_full_bill < 1).length
  const label = `Orbit's cost over the ground's for ${rows.length} cases of published studies: as printed, ${cheaper} below 1; counted in full by this model, ${fuller} below 1. ` +
    rows.map((r) => `${sideOf(r)}: printed ${figures(r.printed, 2)}, its own ${figures(r.at_its_own, 2)}, in full ${figures(r.at_full_bill, 2)}`).join('; ')
  const compareTo = (r: Standing) => {
    keep({ to: sideOf(r), from: address.value.own.from === sideOf(r) ? page : address.value.own.from ?? null }, 'push')
    document.getElementById('differ')?.scrollIntoView()
  }
  return (
    <Figure class="ladder-in" name="studies" title="Orbit’s cost over the ground’s, as others print it and as this model counts it"
      caption={<>
        <strong>Printed</strong>: by the study. <strong>As it counts</strong>: this model on the inputs that the study states, with its boundary, interest and losses. <strong>In full</strong>: the
        same inputs and all else as in the base scenario: losses, interest, tax and falling prices, by the hour delivered. Each is one run at central values, without luck: not a forecast.
        The band behind each row is what this page’s question says for the same year at the whole bill, 80 % of its draws. From printed to “as it counts” the models differ;
        from there to “in full”, what is counted.{finite(central) && finite(middle) && <> Hold the signs against the band with care: for 2035 this page’s own run at central values comes
        to {figures(central, 2)}, the median of its draws to {figures(middle, 2)}.</>} Choose a row to see which inputs set it apart.
      </>}
      numbers={() => ({
        columns: ['study', 'year', 'boundary', 'metric', 'number of inputs stated', 'printed ratio', 'as it counts ratio', 'in full ratio', 'this page p10 ratio', 'this page p50 ratio', 'this page p90 ratio'],
        rows: rows.map((r) => { const b = band(r.year); return [sideOf(r), r.year, boundary(r.boundary), metric(r.metric), r.inputs, r.printed, r.at_its_own, r.at_full_bill, b?.p10 ?? null, b?.p50 ?? null, b?.p90 ?? null] }),
      })}>
      <svg ref={ref} class="ladder" viewBox={`0 0 ${width} ${height}`} height={height} role="img" aria-label={label}>
        <Below scale={x} ticks={decades(x.domain()[0], x.domain()[1], wide ? 10 : 6)} text={(v) => figures(v, 1)} y={height - m.bottom} unit="orbit ÷ ground, log scale" />
        <line class="same" x1={x(1)} x2={x(1)} y1={m.top - 6} y2={height - m.bottom} />
        <text class="soft" x={x(1) - 6} y={m.top - 8} text-anchor="end">orbit cheaper</text>
        <text class="soft" x={x(1) + 6} y={m.top - 8}>dearer</text>
        {rows.map((r, i) => {
          const top = m.top + i * step
          const y = top + (wide ? step / 2 : 28)
          const b = band(r.year)
          const at = [r.printed, r.at_its_own, r.at_full_bill].filter(finite).map((v) => x(v))
          return (
            <g key={sideOf(r)} class="row" onClick={() => compareTo(r)}>
              <rect class="hit" x={0} y={top} width={width} height={step} />
              {wide
                ? <text x={0} y={y} dy="0.34em">{short(sideOf(r), (m.left - 54) / 6.6)}<tspan class="soft" x={m.left - 14} text-anchor="end">{r.year}</tspan></text>
                : <text class="halo" x={0} y={top + 13}>{sideOf(r)}<tspan class="soft" dx={8}>{r.year}</tspan></text>}
              {finite(b?.p10) && finite(b?.p90) && <rect class="page" x={x(b.p10)} y={y - 7} width={Math.max(1, x(b.p90) - x(b.p10))} height={14} rx={2} />}
              {finite(b?.p50) && <line class="page-middle" x1={x(b.p50)} x2={x(b.p50)} y1={y - 7} y2={y + 7} />}
              {at.length > 1 && <line class="way" x1={Math.min(...at)} x2={Math.max(...at)} y1={y} y2={y} />}
              {finite(r.at_full_bill) && <rect class="full" x={x(r.at_full_bill) - 5} y={y - 5} width={10} height={10} />}
              {finite(r.at_its_own) && <circle class="counted" cx={x(r.at_its_own)} cy={y} r={4.6} />}
              {finite(r.printed) && <path class="printed" d={`M${x(r.printed)},${y - 6.5}l6.5,6.5l-6.5,6.5l-6.5,-6.5Z`} />}
            </g>
          )
        })}
      </svg>
      <p class="key ladder-key">
        <span><svg viewBox="0 0 14 14"><path class="printed" d="M7 .8 13.2 7 7 13.2 .8 7Z" /></svg>printed</span>
        <span><svg viewBox="0 0 14 14"><circle class="counted" cx={7} cy={7} r={4.8} /></svg>as it counts</span>
        <span><svg viewBox="0 0 14 14"><rect class="full" x={2} y={2} width={10} height={10} /></svg>in full</span>
        {a && <span><svg viewBox="0 0 14 14"><rect class="page" x={0} y={1} width={14} height={12} /><path class="page-middle" d="M7 1V13" /></svg>this page’s question, {a.question.scenario}{a.question.set.size > 0 && ' with changes'}: 10 to 90 % of {a.draws.toLocaleString('en')} draws and their median</span>}
      </p>
    </Figure>
  )
}

function short(name: string, letters: number): string { return name.length > letters ? `${name.slice(0, letters - 1)}…` : name }
