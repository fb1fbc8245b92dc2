// From one side's answer to the other's, step by step.

import { scaleLinear, scaleLog } from 'd3-scale'

import { Figure } from '../../chart/figure'
import { Below, decades, useWidth } from '../../chart/frame'
import { figures } from '../../format'
import { compared, group, told, type Comparison, type Part } from './words'

import '../../chart/fan.css'

interface Step {
  part: Part
  /** Where it begins and ends on the axis. */
  from: number
  to: number
  deep: boolean
  name: string
}

/** The most inputs of a group that are drawn each for itself. */
const most = 12

/** moving are the parts that do anything here. */
function moving(c: Comparison): Part[] { return (c.parts ?? []).filter((p) => p.contribution !== 0 || p.inputs?.some((i) => i.contribution !== 0)) }

/** steps places the parts one behind the other, and within one that is open its inputs. */
export function steps(c: Comparison, open: string): Step[] {
  const ratio = c.of === 'ratio'
  const list: Step[] = []
  let at = c.from.value ?? 0
  const next = (v: number, by: number) => (ratio ? v * Math.exp(by) : v + by)
  for (const p of moving(c)) {
    const to = next(at, p.contribution ?? 0)
    list.push({ part: p, from: at, to, deep: false, name: group(p.name) })
    if (p.name === open && p.inputs) {
      let within = at
      const shown = p.inputs.length > most ? p.inputs.slice(0, most - 1) : p.inputs
      for (const i of shown) {
        const then = next(within, i.contribution ?? 0)
        list.push({ part: i, from: within, to: then, deep: true, name: i.name.startsWith(`${p.name}.`) ? i.name.slice(p.name.length + 1) : i.name })
        within = then
      }
      const rest = p.inputs.slice(shown.length)
      if (rest.length) {
        const by = rest.reduce((s, i) => s + (i.contribution ?? 0), 0)
        list.push({ part: { name: '', contribution: by, factor: ratio ? Math.exp(by) : null, share: rest.reduce((s, i) => s + (i.share ?? 0), 0), standard_error: 0 }, from: within, to: next(within, by), deep: true, name: `${rest.length} others together` })
      }
    }
    at = to
  }
  return list
}

/** amount is what a part makes of the difference: a factor, or a sum with its sign. */
export function amount(c: Comparison, p: Part): string {
  if (c.of === 'ratio') return p.factor === null ? '—' : `×${figures(p.factor, Math.abs(p.factor - 1) < 0.05 ? 4 : 3)}`
  const v = p.contribution ?? 0
  return `${v > 0 ? '+' : ''}${figures(v, 2)}`
}

export function Waterfall({ c, open, choose }: { c: Comparison; open: string; choose: (name: string) => void }) {
  const [ref, width] = useWidth<SVGSVGElement>()
  const ratio = c.of === 'ratio'
  const list = steps(c, open)
  const wide = width >= 620
  const m = { top: 8, right: 12, bottom: 40, left: wide ? 280 : 8 }
  const step = wide ? 26 : 42
  const ends = [c.from, c.to]
  const values = [...ends.map((e) => e.value ?? 0), ...list.flatMap((s) => [s.from, s.to])]
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const log = ratio && low > 0
  const x = log
    ? scaleLog([Math.min(low, 1) * 0.93, Math.max(high, 1) * 1.07], [m.left, width - m.right])
    : scaleLinear([Math.min(0, low), Math.max(0, high) * 1.04 || 1], [m.left, width - m.right])
  const height = m.top + (list.length + 2) * step + m.bottom
  const base = log ? x(1) : x(0)
  const parts = moving(c)
  const idle = (c.parts ?? []).filter((p) => !parts.includes(p)).map((p) => group(p.name))
  const label = `From ${c.from.scenario}, ${figures(c.from.value, 3)}, to ${c.to.scenario}, ${figures(c.to.value, 3)} (${compared(c)}): ${parts.map((p) => `${group(p.name)} ${amount(c, p)}`).join(', ')}`
  const name = (text: string) => (wide ? (text.length > 33 ? `${text.slice(0, 32)}…` : text) : text)
  const place = (i: number) => { const top = m.top + i * step; return { top, y: top + (wide ? step / 2 : 29) } }
  const End = ({ i, k }: { i: number; k: 0 | 1 }) => {
    const s = ends[k]
    const { top, y } = place(i)
    const at = x(s.value ?? 0)
    return (
      <g class={`end e${k}`}>
        <text class="halo" x={0} y={wide ? y : top + 14} dy={wide ? '0.34em' : undefined}>{name(s.scenario)}</text>
        <text class="amount" x={wide ? m.left - 14 : width - m.right} y={wide ? y : top + 14} dy={wide ? '0.34em' : undefined} text-anchor="end">{figures(s.value, 3)}</text>
        <rect x={Math.min(base, at)} y={y - 8} width={Math.max(1.5, Math.abs(at - base))} height={16} rx={2} />
      </g>
    )
  }
  return (
    <Figure name="difference" title={`From ${c.from.scenario} to ${c.to.scenario}: ${compared(c)}`}
      caption={<>
        <strong>{c.from.scenario}</strong>: {told(c.from)}. <strong>{c.to.scenario}</strong>: {told(c.to)}. Both are played at their central values, without luck. {c.inputs} inputs differ
        {c.inputs_that_differ_in_range_only > 0 && <> (and {c.inputs_that_differ_in_range_only} in their range alone, which central values do not show)</>}; what several do only together is split evenly between them
        (Shapley values over {c.mixtures.toLocaleString('en')} mixtures{c.permutations > 0 && <>, {c.permutations} orders drawn: ± is one standard error</>}).
        {idle.length > 0 && ` What differs in ${idle.length > 1 ? `${idle.slice(0, -1).join(', ')} and ${idle[idle.length - 1]}` : idle[0]} changes nothing here.`}
        {ratio ? ' The factors multiply to the whole.' : ` The parts add up to the whole, in ${c.unit} of ${c.money_year} $.`}
      </>}
      numbers={() => ({
        columns: ['part', 'input', 'from', 'to', ratio ? 'factor' : `contribution (${c.unit})`, 'share of the difference', 'standard error'],
        rows: [
          [`${c.from.scenario} (begin)`, '', '', '', c.from.value, null, null],
          ...(c.parts ?? []).flatMap((p) => [
            [group(p.name), '', '', '', ratio ? p.factor : p.contribution, p.share, p.standard_error],
            ...(p.inputs ?? []).map((i) => [group(p.name), i.name, i.from ?? '', i.to ?? '', ratio ? i.factor : i.contribution, i.share, i.standard_error]),
          ] as (string | number | null)[][]),
          [`${c.to.scenario} (end)`, '', '', '', c.to.value, null, null],
        ],
      })}>
      <svg ref={ref} class="waterfall" viewBox={`0 0 ${width} ${height}`} height={height} role="group" aria-label={label}>
        <Below scale={x} ticks={log ? decades(x.domain()[0], x.domain()[1], 8) : x.ticks(wide ? 7 : 4)} text={(v) => figures(v, log ? 1 : 2)} y={height - m.bottom} unit={`${ratio ? 'orbit ÷ ground' : c.unit}${log ? ', log scale' : ''}`} />
        {log && <line class="same" x1={x(1)} x2={x(1)} y1={m.top} y2={height - m.bottom} />}
        <End i={0} k={0} />
        {list.map((s, i) => {
          const { top, y } = place(i + 1)
          const [a, b] = [x(s.from), x(s.to)]
          const turns = !s.deep && (s.part.inputs?.length ?? 0) > 0
          const isOpen = turns && s.part.name === open
          const turn = () => choose(isOpen ? '' : s.part.name)
          const up = (s.part.contribution ?? 0) >= 0
          return (
            <g key={`${i}${s.part.name}`} class={`step ${up ? 'up' : 'down'} ${s.deep ? 'deep' : ''} ${isOpen ? 'open' : ''}`}
              {...(turns ? {
                role: 'button', tabindex: 0, 'aria-expanded': isOpen, 'aria-label': `${s.name}: ${amount(c, s.part)}, ${s.part.inputs!.length} inputs`, onClick: turn,
                onKeyDown: (e: KeyboardEvent) => { if (e.key === 'Enter' || e.key === ' ') { e.preventDefault(); turn() } },
              } : {})}>
              <rect class="hit" x={0} y={top} width={width} height={step} />
              <text class="halo" x={s.deep ? 20 : 0} y={wide ? y : top + 14} dy={wide ? '0.34em' : undefined}>{turns && <tspan class="turn">{isOpen ? '▾ ' : '▸ '}</tspan>}{name(s.name)}</text>
              <text class="amount" x={wide ? m.left - 14 : width - m.right} y={wide ? y : top + 14} dy={wide ? '0.34em' : undefined} text-anchor="end">{amount(c, s.part)}</text>
              <rect class="bar" x={Math.min(a, b)} y={y - (s.deep ? 5 : 8)} width={Math.max(1.5, Math.abs(b - a))} height={s.deep ? 10 : 16} rx={1.5} />
              <path class="tip" d={up ? `M${b - 4},${y - 3.4}l4,3.4l-4,3.4` : `M${b + 4},${y - 3.4}l-4,3.4l4,3.4`} visibility={Math.abs(b - a) > 9 ? 'visible' : 'hidden'} />
              {!(i + 1 < list.length && list[i + 1].deep && !s.deep) && <line class="on" x1={b} x2={b} y1={y + (s.deep ? 5 : 8)} y2={y + step - 8} />}
            </g>
          )
        })}
        <End i={list.length + 1} k={1} />
      </svg>
      <p class="key"><span class="up"><i aria-hidden="true" />to the right: {ratio ? 'against orbit' : 'dearer'}</span><span class="down"><i aria-hidden="true" />to the left: {ratio ? 'for orbit' : 'cheaper'}</span>
        {parts.some((p) => p.inputs?.length) && <span>Choose a bar to see its inputs.</span>}</p>
    </Figure>
  )
}
