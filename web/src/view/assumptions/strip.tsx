// The answer in short, in sight while sliders move; the old one stays beside it.

import { useMemo, useState } from 'preact/hooks'

import type { Schemas } from '../../api'
import { Fan, type Series } from '../../chart/fan'
import { Figure } from '../../chart/figure'
import { figures, share } from '../../format'
import { answer, ghost, playing, type Answer } from '../../study'

const year = 2035

type Year = Schemas['SeriesYear']

function of(a: Answer | null): Year | undefined {
  const years = a?.summary.series ?? []
  return years.find((y) => y.year === year) ?? years.at(-1)
}

export function Strip() {
  const a = answer.value
  const before = ghost.value && a && ghost.value.key !== a.key && ghost.value.question.scenario === a.question.scenario ? ghost.value : null
  const [open, show] = useState(false)
  const now = of(a)
  if (!a || !now) return <div class="strip"><p class="soft" role="status">The first draws are being played…</p></div>
  const was = of(before)
  const n = a.draws
  return (
    <section class={`strip ${open ? 'open' : ''}`} aria-labelledby="answer">
      <h2 class="hidden" id="answer">The answer</h2>
      <div class="gauges">
        <Gauge name={`Orbit cheaper, ${now.year}`} short="orbit cheaper" value={share(now.p_orbit_cheaper, n)} was={was && share(was.p_orbit_cheaper, before!.draws)} />
        <Gauge name={`Pays at the market’s price, ${now.year}`} value={share(now.p_orbit_pays, n)} was={was && share(was.p_orbit_pays, before!.draws)} />
        <Gauge name={`Cost, orbit over ground, ${now.year}`} short="cost" value={`${figures(now.cost_ratio.p50)}×`} band={`${figures(now.cost_ratio.p10)}–${figures(now.cost_ratio.p90)}`} was={was && `${figures(was.cost_ratio.p50)}×`} />
        <Gauge name={`AI compute in orbit, ${now.year}`} value={`${figures(now.orbit_gw.p50)} GW`} band={`${figures(now.orbit_gw.p10)}–${figures(now.orbit_gw.p90)}`} was={was && `${figures(was.orbit_gw.p50)} GW`} />
        <button type="button" class="more quiet" aria-expanded={open} onClick={() => show(!open)}>{open ? 'Less' : 'More'}</button>
        <SoFar />
      </div>
      <Cost a={a} before={before} />
    </section>
  )
}

const count = (n: number) => String(n).replace(/\B(?=\d{3}$)/, ',')

/** SoFar is how many draws the answer is of. */
function SoFar() {
  const a = answer.value!
  return (
    <div class="so-far">
      <progress max={a.of} value={a.draws} aria-label="Draws played" />
      <span>{count(a.draws)} of {count(a.of)} draws{playing.value ? '…' : ''}</span>
    </div>
  )
}

function Gauge({ name, short, value, band, was }: { name: string; short?: string; value: string; band?: string; was?: string }) {
  return (
    <div class="tile">
      <span class="name">{short ? <><span class="long">{name}</span><span class="short" aria-hidden="true">{short}</span></> : name}</span>
      <span class="value">{was !== undefined && was !== value && <><del>{was}</del> <span aria-hidden="true">→</span> </>}<b>{value}</b>{band && <small> ({band})</small>}</span>
    </div>
  )
}

function Cost({ a, before }: { a: Answer; before: Answer | null }) {
  const series = useMemo<Series[]>(() => {
    const values = (s: Answer, k: 'lcoc_orbit_usd_per_gpu_h' | 'lcoc_ground_usd_per_gpu_h') => s.summary.series.filter((y) => y.year >= 2027).map((y) => ({ year: y.year, band: y[k] }))
    return [
      { name: 'orbit', class: 'orbit', values: values(a, 'lcoc_orbit_usd_per_gpu_h'), ghost: before ? values(before, 'lcoc_orbit_usd_per_gpu_h') : undefined },
      { name: 'ground', class: 'ground', values: values(a, 'lcoc_ground_usd_per_gpu_h'), ghost: before ? values(before, 'lcoc_ground_usd_per_gpu_h') : undefined },
    ]
  }, [a, before])
  const now = of(a)!
  const label = `Cost of a GPU-hour on both sides over the years, medians and 80 % bands. In ${now.year}: orbit ${figures(now.lcoc_orbit_usd_per_gpu_h.p50)} $, ground ${figures(now.lcoc_ground_usd_per_gpu_h.p50)} $ (${a.summary.money_year} $).`
  return (
    <Figure name="cost" title={`Cost of a GPU-hour, ${a.summary.money_year} $`} numbers={() => ({
      columns: ['year', 'orbit_p10_usd_per_gpu_h', 'orbit_p50_usd_per_gpu_h', 'orbit_p90_usd_per_gpu_h', 'ground_p10_usd_per_gpu_h', 'ground_p50_usd_per_gpu_h', 'ground_p90_usd_per_gpu_h'],
      rows: series[0].values.map((v, i) => [v.year, v.band.p10 ?? null, v.band.p50 ?? null, v.band.p90 ?? null, series[1].values[i].band.p10 ?? null, series[1].values[i].band.p50 ?? null, series[1].values[i].band.p90 ?? null]),
    })}>
      <Fan series={series} log unit="" label={label} height={112} />
    </Figure>
  )
}
