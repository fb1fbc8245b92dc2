// In how many draws each claim comes true, as dots on one axis.

import { scaleLinear } from 'd3-scale'

import { keep } from '../../address'
import { Figure } from '../../chart/figure'
import { Below, useWidth } from '../../chart/frame'
import { percent, share } from '../../format'
import { Placed } from './mark'
import { interval, verdictOf, type Claim } from './verdicts'

export function Chances({ claims, draws, open }: { claims: Claim[]; draws: number; open: string }) {
  const [ref, width] = useWidth<SVGSVGElement>()
  const list = claims.filter((c) => c.probability !== null).sort((a, b) => b.probability! - a.probability! || a.id.localeCompare(b.id))
  const wide = width >= 620
  const m = { top: 26, right: 52, bottom: 40, left: wide ? Math.min(width * 0.46, 470) : 46 }
  const step = 23
  const height = m.top + list.length * step + m.bottom
  const x = scaleLinear([0, 1], [m.left, width - m.right])
  const fit = Math.floor((m.left - 50) / 7.1)
  const cut = (s: string) => (s.length > fit ? `${s.slice(0, fit - 1).trimEnd()}…` : s)
  const label = `In what share of ${draws.toLocaleString('en')} draws each of ${list.length} claims comes true: ` + list.map((c) => `${c.id} ${share(c.probability, draws)}, ${c.verdict}`).join('; ')
  return (
    <Figure name="claims" title="In how many draws each claim comes true"
      caption={<>Each sign is a claim: the share of {draws.toLocaleString('en')} draws in which what it asks comes true; the line through it is what the number of draws leaves open (95 %, Wilson). Inputs and what cannot be tested have no share. A claim that the record has settled is met, whatever the share of draws in which it comes true again.</>}
      numbers={() => ({
        columns: ['id', 'claim', 'verdict', 'share of draws', 'low (95 %)', 'high (95 %)', 'draws'],
        rows: list.map((c) => [c.id, c.claim, c.verdict, c.probability, ...interval(c.probability!, draws), draws]),
      })}>
      <svg ref={ref} class="chances" viewBox={`0 0 ${width} ${height}`} height={height} role="img" aria-label={label}>
        {[[0, 0.05], [0.05, 0.5], [0.5, 1]].map(([a, b], i) => <rect key={i} class={`zone z${i}`} x={x(a)} y={m.top - 6} width={x(b) - x(a)} height={height - m.top - m.bottom + 6} />)}
        {wide && <text class="soft" x={x(0.05) - 3} y={m.top - 12} text-anchor="middle">refuted</text>}
        <text class="soft" x={x(0.275)} y={m.top - 12} text-anchor="middle">unlikely</text>
        <text class="soft" x={x(0.75)} y={m.top - 12} text-anchor="middle">on course</text>
        <Below scale={x} ticks={[0, 0.05, 0.25, 0.5, 0.75, 1].filter((t) => wide || (t !== 0.05))} text={(t) => `${Math.round(100 * t)}`} y={height - m.bottom} unit="% of draws" />
        {list.map((c, i) => {
          const y = m.top + (i + 0.5) * step
          const [low, high] = interval(c.probability!, draws)
          const v = verdictOf(c)
          return (
            <g key={c.id} class={`row ${c.id === open ? 'open' : ''}`} onClick={() => { keep({ claim: c.id }, 'push') }}>
              <rect class="hit" x={0} y={y - step / 2} width={width} height={step} />
              <text x={0} y={y} dy="0.34em"><tspan class="id">{c.id}</tspan>{wide && <tspan dx={8}>{cut(c.claim)}</tspan>}</text>
              <line class="grid" x1={m.left} x2={width - m.right} y1={y} y2={y} />
              <line class={`whisker mark ${v.tone}`} x1={x(low)} x2={x(high)} y1={y} y2={y} />
              <Placed shape={v.shape} tone={v.tone} x={x(c.probability!)} y={y} />
              <text class="soft" x={width} y={y} dy="0.34em" text-anchor="end">{wide ? share(c.probability, draws).replace('below', '<').replace('above', '>') : percent(c.probability)}</text>
            </g>
          )
        })}
      </svg>
    </Figure>
  )
}
