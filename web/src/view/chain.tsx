// Chain: what flows from the launch pad to the money, year by year.

import { useEffect, useMemo, useState } from 'preact/hooks'

import { address, keep } from '../address'
import { Figure } from '../chart/figure'
import { percent } from '../format'
import { answer } from '../study'
import { failed, useFlows } from './chain/play'
import { Stages, type Bound } from './chain/stages'
import { conversions, meaning, panels, place, titles, told as tell, type Flows, type Panel } from './chain/words'

import './chain.css'

const usual = 2035

export default function Chain() {
  const { told, fresh } = useFlows()
  return (
    <section class="view chain" data-fresh={fresh}>
      <h1>What flows from the launch pad to the money</h1>
      <p class="lead">Each panel counts one thing: at its left what comes in during the year, at its right what goes out or stays. Both sides are the same amount, and the arrow into a panel says what one unit before is worth in the next.</p>
      {failed.value && !fresh && <p class="wrong" role="alert">The flows could not be played: {failed.value}</p>}
      {told ? <Drawn told={told} fresh={fresh} /> : !failed.value && <p class="waiting" role="status">Playing the first draws…</p>}
    </section>
  )
}

function Drawn({ told, fresh }: { told: Flows; fresh: boolean }) {
  const years = (told.years ?? []).map((y) => y.year)
  const first = years[0]
  const last = years[years.length - 1]
  const asked = Number(address.value.own.year)
  const at = Math.min(last, Math.max(first, Number.isInteger(asked) && asked > 0 ? asked : usual))
  const [moving, move] = useState(false)
  const [said, say] = useState('')
  const turn = (y: number) => keep({ year: String(Math.min(last, Math.max(first, y))) })
  useEffect(() => {
    if (!moving) return
    if (at >= last) { move(false); return }
    const t = setTimeout(() => turn(at + 1), 900)
    return () => clearTimeout(t)
  }, [moving, at, last])
  const play = () => {
    if (!moving && at >= last) turn(first)
    move(!moving)
  }
  const y = told.years![at - first]
  const list = useMemo(() => tell(told, y), [told, y])
  const units = Object.fromEntries((told.stages ?? []).map((s) => [s.name, s.unit.replace('$', `${told.money_year} $`)]))
  const dollars = useMemo(() => range(told), [told])
  const into = useMemo(() => conversions(list, y), [list, y])
  const bounds = limits(at)
  const lit: Partial<Record<Panel, Bound[]>> = {}
  for (const side of ['orbit', 'ground']) {
    const most = bounds.find((b) => b.side === side)
    const on = most && place(side, most.limit)
    if (most && on) lit[on] = [...(lit[on] ?? []), most]
  }
  const columns = ['year', 'stage', 'side', 'flow', 'unit', 'mean', 'p10', 'p50', 'p90']
  const rows = () => [
    ...panels.flatMap((p) => p === 'price' ? costs(told, at).map(([name, b]) => [at, titles.price, 'level', name, `${told.money_year} $ per H100e hour`, null, b.p10, b.p50, b.p90])
      : list.filter((t) => t.stage === p).map((t) => [at, titles[p], t.side, t.name, (units[p] ?? ''), t.mean, t.p10, t.p50, t.p90])),
    ...bounds.map((b) => [at, 'what binds', b.side, b.limit, 'share of draws', b.share, null, null, null]),
  ] as (string | number | null)[][]
  const lits = Object.entries(lit).flatMap(([p, bs]) => bs!.map((b) => `${b.limit} binds ${b.side} (${titles[p as Panel]})`)).join(', ')
  return (
    <>
      <h2 class="hidden">Stage by stage, in one year</h2>
      <div class="years" role="group" aria-label="Year">
        <button type="button" class="main" aria-pressed={moving} onClick={play}>{moving ? 'Stop' : 'Play'}</button>
        <button type="button" aria-label="A year earlier" disabled={at <= first} onClick={() => { move(false); turn(at - 1) }}>‹</button>
        <output>{at}</output>
        <button type="button" aria-label="A year later" disabled={at >= last} onClick={() => { move(false); turn(at + 1) }}>›</button>
        <label><span class="hidden">Year</span>
          <input type="range" id="chain-year" min={first} max={last} step={1} value={at} aria-valuetext={String(at)} onInput={(e) => { move(false); turn(e.currentTarget.valueAsNumber) }} />
        </label>
        <p class="told" role="status">{said || (fresh ? `Means over the first ${told.draws} draws of ${told.scenario}. Point at a flow, or go through them with the arrow keys.` : 'Playing the changed question; this is the answer before…')}</p>
      </div>
      <Figure name={`chain-${at}`} title={`The chain in ${at}`} class={fresh ? 'flowing' : 'flowing stale'} numbers={() => ({ columns, rows: rows() })}
        caption={<>Means over the first {told.draws} draws, seed {told.seed}: they add up, which medians do not, and a mean can lie far from the usual draw where few draws build much. Widths are in proportion within a panel and a year, not between panels or years; what would be thinner than {1.5} points is drawn so thin, with its number, and less than a hundred-thousandth of a panel stands in the table alone. Hatched: lost, failed, taken out, not sold. Costs and prices are medians with their band. An H100e hour is an hour of what one H100 GPU does. Dollars are of {told.money_year}.</>}>
        <Stages year={y} list={list} units={units} conversions={into} lit={lit} dollars={dollars} product={told.product} say={say}
          label={`The chain in ${at}, stage by stage, ${panels.length} panels. ${lits || 'No limit is lit.'}. Arrow keys go from flow to flow; the table holds all numbers.`} />
      </Figure>
      <Binding at={at} bounds={bounds} draws={answer.value?.summary.draws} />
    </>
  )
}

/** costs are the prices and costs of a year with their names. */
function costs(told: Flows, year: number) {
  const y = told.years!.find((v) => v.year === year)!
  return [
    [`levelised cost from orbit, ${told.product}`, y.lcoc_orbit_usd_per_gpu_h], [`levelised cost on the ground, ${told.product}`, y.lcoc_ground_usd_per_gpu_h],
    ['market price, training', y.price_training_usd_per_gpu_h], ['market price, batch', y.price_batch_usd_per_gpu_h], ['market price, inference', y.price_inference_usd_per_gpu_h],
  ] as const
}

/** range is from the lowest to the highest dollar an hour of all years, in decades. */
function range(told: Flows): [number, number] {
  const all = (told.years ?? []).flatMap((y) => costs(told, y.year).flatMap(([, b]) => [b.p10, b.p50, b.p90])).filter((v): v is number => v !== null && Number.isFinite(v) && v > 0).sort((a, b) => a - b)
  if (!all.length) return [0.1, 10]
  const high = Math.min(all[all.length - 1], 1000 * all[Math.floor(all.length / 2)])
  return [10 ** Math.floor(Math.log10(all[0])), 10 ** Math.ceil(Math.log10(high))]
}

/** limits are what bound in a year, from the answer that all views show. */
function limits(year: number): Bound[] {
  return (answer.value?.summary.binding ?? []).filter((b) => b.year === year).map((b) => ({ side: b.side, limit: b.limit, share: b.share ?? 0 }))
}

function Binding({ at, bounds, draws }: { at: number; bounds: Bound[]; draws?: number }) {
  if (!draws) return null
  return (
    <div class="card binding">
      <h3>What kept either side from growing faster in {at}</h3>
      <div class="two">
        {(['orbit', 'ground'] as const).map((side) => {
          const list = bounds.filter((b) => b.side === side)
          return (
            <div key={side}>
              <h4 class={side}>{side === 'orbit' ? 'Orbit' : 'Ground'}</h4>
              {list.length === 0 && <p class="soft">Nothing in a twentieth of the draws.</p>}
              <ol>
                {list.map((b, i) => (
                  <li key={b.limit} class={i === 0 ? 'most' : undefined}>
                    <meter class={side} min={0} max={1} value={b.share} aria-label={`${b.limit}: ${percent(b.share)} of draws`} />
                    <span><b>{b.limit}</b>{place(side, b.limit) && <> · {titles[place(side, b.limit)!]}</>}{meaning(b.limit) && <small>{meaning(b.limit)}</small>}</span>
                    <span class="n">{percent(b.share)}</span>
                  </li>
                ))}
              </ol>
            </div>
          )
        })}
      </div>
      <p class="soft">In most months of the year, by the share of {draws.toLocaleString('en')} draws; what bound in fewer than a twentieth is left out.</p>
    </div>
  )
}
