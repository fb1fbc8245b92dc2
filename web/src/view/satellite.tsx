// Satellite: one satellite as the model sizes it, to scale beside others, line by line.

import { useEffect, useRef, useState } from 'preact/hooks'

import { address, keep } from '../address'
import { Gone, post, reachable, read, Refusal, source, type Problem, type Schemas } from '../api'
import { Figure } from '../chart/figure'
import { figures, large, percent } from '../format'
import { Lines, Side, type Drawn } from './satellite/drawing'
import { claims, peers, type Claim } from './satellite/peers'
import { areaOf, radiatorRatio, sized, wingRatio } from './satellite/shapes'

import './satellite.css'

type Sat = Schemas['Satellite']

/** What is asked of a satellite beside the scenario: keys of the address. */
interface Order { power?: number; altitude?: number; year: number; orbit: 'dawn-dusk' | 'inclined' }

const usualYear = 2030

/** The year for which AI1 is announced: its vintages are sized as ordered then. */
const claimedYear = 2027

function order(): Order {
  const o = address.value.own
  const number = (v: string | undefined) => { const n = Number(v); return v && Number.isFinite(n) && n > 0 ? n : undefined }
  const year = number(o.year) ?? usualYear
  return { power: number(o.power), altitude: number(o.altitude), year: Math.min(2056, Math.max(2026, Math.round(year))), orbit: o.orbit === 'inclined' ? 'inclined' : 'dawn-dusk' }
}

/** useSizes sizes satellites again when what is asked changes; the last ones stay until
 * the next are there. */
function useSizes(bodies: string[]): { sats: (Sat | null)[]; problem: Partial<Problem> | null; fresh: boolean } {
  const all = bodies.join('\n')
  const known = useRef(new Map<string, Sat>())
  const last = useRef<(Sat | null)[]>([])
  const [, renew] = useState(0)
  const [problem, fail] = useState<Partial<Problem> | null>(null)
  const there = reachable.value
  useEffect(() => {
    const missing = bodies.filter((b) => !known.current.has(b))
    if (known.current.has(bodies[0])) fail(null)
    if (!missing.length) return
    const stop = new AbortController()
    const timers = new Set<ReturnType<typeof setTimeout>>()
    const later = (b: string, ms: number) => { const t = setTimeout(() => { timers.delete(t); ask(b) }, ms); timers.add(t) }
    const ask = (b: string) => {
      post('/size', b, stop.signal).then((r) => read<Sat>(r, stop.signal)).then((sat) => {
        if (known.current.size > 200) for (const k of known.current.keys()) if (!bodies.includes(k)) known.current.delete(k)
        known.current.set(b, sat)
        if (b === bodies[0]) fail(null)
        renew((n) => n + 1)
      }).catch((e) => {
        if (stop.signal.aborted || e instanceof Gone) return // it is asked again once the server is back
        if (e instanceof Refusal && e.problem.status === 429) later(b, 1000)
        else if (b === bodies[0]) fail(e instanceof Refusal ? e.problem : { detail: String(e) })
      })
    }
    for (const b of missing) later(b, 60) // what moves is let come to rest
    return () => { timers.forEach(clearTimeout); stop.abort() }
  }, [all, there])
  const sats = bodies.map((b, i) => known.current.get(b) ?? last.current[i] ?? null)
  const fresh = bodies.every((b) => known.current.has(b))
  last.current = sats
  return { sats, problem, fresh }
}

export default function Satellite() {
  const o = order()
  const q = address.value
  const common = { year: o.year, orbit: o.orbit }
  const body = JSON.stringify({ ...source(q), ...common, ...(o.power && { it_power: `${o.power} kW` }), ...(o.altitude && { altitude: `${o.altitude} km` }) })
  const { sats, problem, fresh } = useSizes([body, ...claims.map((c) => JSON.stringify({ scenario: c.scenario, year: claimedYear }))])
  const [mine, ...vintages] = sats
  return (
    <section class="view satellite" data-fresh={fresh}>
      <h1>The satellite that the model sizes, beside what flies and what is claimed</h1>
      <p class="lead">One satellite of the scenario at its central values, closed to a fixed point of mass and power. Power, altitude and the year of the order are set here; everything else is the scenario’s. The Chain shows means over draws of what flies there: mostly satellites of the inclined orbit where Starship lifts little to dawn–dusk, and those weigh more.</p>
      <Controls o={o} mine={mine} />
      {problem && (
        <div class="unsized wrong" role="alert">
          <p>{problem.status === 422 ? 'No such satellite' : 'No answer'}: {problem.detail || problem.title}{mine && '. The last one that there was is shown.'}</p>
          {problem.errors && <ul>{problem.errors.map((e, i) => <li key={i}>{e.location && <code>{e.location.replace(/^body\./, '')}</code>} {e.message}</li>)}</ul>}
        </div>
      )}
      {mine ? <Sized mine={mine} vintages={vintages} stale={!fresh} /> : !problem && <p class="waiting" role="status">Sizing…</p>}
    </section>
  )
}

function Controls({ o, mine }: { o: Order; mine: Sat | null }) {
  const power = o.power ?? (mine ? mine.it_power_w / 1e3 : 120)
  const altitude = o.altitude ?? (mine ? mine.altitude_km : 650)
  const own = ['power', 'altitude', 'year', 'orbit'].some((k) => k in address.value.own)
  // Power moves in a hundred steps for each power of ten, from 1 kW to 1 MW: figures enough that each step is another value.
  const step = Math.round(100 * Math.log10(power))
  return (
    <div class="order card" role="group" aria-label="What is sized">
      <Slide id="power" name="IT power, average" unit="kW" value={power} min={0} max={300} at={step} from={(v) => Number((10 ** (v / 100)).toPrecision(3))} lowest={1} most={1000} />
      <Slide id="altitude" name="Altitude" unit="km" value={altitude} min={300} max={2000} at={altitude} from={(v) => v} step={10} lowest={200} most={36000} />
      <Slide id="year" name="Year of the order" unit="" value={o.year} min={2026} max={2056} at={o.year} from={(v) => v} lowest={2026} most={2056} />
      <label class="orbit-of"><span>Orbit</span>
        <select value={o.orbit} onChange={(e) => keep({ orbit: e.currentTarget.value === 'inclined' ? 'inclined' : null, altitude: null }, 'push')}>
          <option value="dawn-dusk">dawn–dusk</option>
          <option value="inclined">inclined</option>
        </select>
      </label>
      {own && <button type="button" onClick={() => keep({ power: null, altitude: null, year: null, orbit: null }, 'push')}>As the scenario has it</button>}
    </div>
  )
}

interface SlideProps { id: string; name: string; unit: string; value: number; min: number; max: number; at: number; step?: number; from: (v: number) => number; lowest: number; most: number }

/** Slide is a slider with its number to type. */
function Slide({ id, name, unit, value, min, max, at, step = 1, from, lowest, most }: SlideProps) {
  const set = (v: number) => keep({ [id]: String(v) })
  const said = `${figures(value, 4)}${unit && ` ${unit}`}`
  return (
    <div class="slide">
      <label for={`sat-${id}`}>{name}</label>
      <input id={`sat-${id}`} type="range" min={min} max={max} step={step} value={at} aria-valuetext={said} onInput={(e) => set(from(e.currentTarget.valueAsNumber))} />
      <span class="typed"><input type="number" aria-label={`${name}${unit && `, ${unit}`}`} min={lowest} max={most} step="any" value={Number(value.toPrecision(4))} onChange={(e) => { const v = e.currentTarget.valueAsNumber; if (v >= lowest && v <= most) set(v) }} />{unit && <i>{unit}</i>}</span>
    </div>
  )
}

const tonnes = (kg: number) => `${figures(kg / 1e3, 3)} t`
const celsius = (k: number) => `${figures(k - 273.15, 2)} °C`
const dollars = (v: number) => `${large(v, 3)} $`

function Sized({ mine, vintages, stale }: { mine: Sat; vintages: (Sat | null)[]; stale: boolean }) {
  const year = `${mine.money_year} $`
  const list: Drawn[] = [
    {
      id: 'sized', class: 'mine', name: `This satellite: ${mine.scenario}, ordered in ${mine.year}`, shapes: sized(mine.array_area_m2, mine.radiator_area_m2, mine.it_power_w / 1e3),
      lines: [`${tonnes(mine.total.mass_kg)}, ${figures(mine.it_power_w / 1e3, 3)} kW of IT`, `array ${figures(mine.array_area_m2, 3)} m², radiator ${figures(mine.radiator_area_m2, 3)} m²: this model`, 'shape assumed'],
    },
    ...peers.slice(0, 1).map((p) => ({ id: p.id, class: 'peer', name: p.name, shapes: p.shapes, lines: [p.says, 'NASA'] })),
    ...claims.flatMap((c, i) => {
      const v = vintages[i]
      return v ? [{
        id: c.scenario, class: 'vintage', name: c.name, shapes: sized(v.array_area_m2, v.radiator_area_m2, v.it_power_w / 1e3), claimed: sized(c.arrayM2, c.radiatorM2, c.itKW),
        lines: [`sized: ${tonnes(v.total.mass_kg)}, ${figures(v.array_area_m2, 3)} m², ${figures(v.radiator_area_m2, 3)} m²`, `claimed, dashed: ${c.says}`, 'shape assumed'],
      }] : []
    }),
    ...peers.slice(1).map((p) => ({ id: p.id, class: 'peer', name: p.name, shapes: p.shapes, lines: [p.says, 'filed with the FCC, 2022'] })),
  ]
  const lines = (mine.lines ?? []).map((l) => ({ ...l, name: l.name ?? '' })).filter((l) => l.mass_kg || l.area_m2 || l.power_w || l.cost_usd)
  const table = () => ({
    columns: ['line', 'mass_kg', 'area_m2', 'power_w', `cost_usd_${mine.money_year}`],
    rows: [...(mine.lines ?? []).map((l) => [l.name ?? '', l.mass_kg, l.area_m2, l.power_w, l.cost_usd]), ['total', mine.total.mass_kg, mine.total.area_m2, mine.total.power_w, mine.total.cost_usd]] as (string | number)[][],
  })
  const sizes = () => ({
    columns: ['satellite', 'array_m2', 'radiator_m2', 'mass_kg', 'it_kw', 'of', 'source'],
    rows: [
      [list[0].name, mine.array_area_m2, mine.radiator_area_m2, mine.total.mass_kg, mine.it_power_w / 1e3, 'sized', 'this model'],
      ...claims.flatMap((c, i) => [
        ...(vintages[i] ? [[c.name, vintages[i]!.array_area_m2, vintages[i]!.radiator_area_m2, vintages[i]!.total.mass_kg, vintages[i]!.it_power_w / 1e3, 'sized', `this model, scenario ${c.scenario}`]] : []),
        [c.name, c.arrayM2, c.radiatorM2, c.massKg, c.itKW, c.below ? 'claimed, below' : 'claimed', c.source],
      ]),
      ...peers.map((p) => [p.name, areaOf(p.shapes, 'array'), areaOf(p.shapes, 'radiator') || null, null, null, 'as drawn', p.source]),
    ] as (string | number | null)[][],
  })
  return (
    <div class={stale ? 'stale' : undefined}>
      <h2 class="hidden">Drawn, told and held against claims</h2>
      <Figure name="satellite" title="To one scale" numbers={sizes}
        caption={<>The model knows areas and no shapes. Satellites that are sized are drawn in the proportions of AI1 as it was shown, 70 m by 20 m over all: wings {figures(wingRatio, 3)} times as long as wide, the radiator {figures(radiatorRatio, 3)} times as deep as wide, a body of 3 m for 120 kW. The radiator stands edge-on to the Sun, so at right angles to the array; it is turned into the drawing’s plane. Areas are those of one face.</>}>
        <Side list={list} label={`To one scale: ${list.map((d) => `${d.name}, ${d.lines[0]}`).join('; ')}.`} />
      </Figure>
      <Facts s={mine} year={year} />
      <Figure name="satellite-lines" title="Line by line" numbers={table} caption={<>Total: {tonnes(mine.total.mass_kg)}, {figures(mine.total.power_w / 1e3, 3)} kW of load at the array, {dollars(mine.total.cost_usd)} of {mine.money_year}, chips among them. Where a line has no bar it has no such amount: the array gives its power to the others.</>}>
        <Lines lines={lines} label={`Mass, power and cost of ${lines.length} lines; the heaviest is ${[...lines].sort((a, b) => b.mass_kg - a.mass_kg)[0]?.name}, the dearest ${[...lines].sort((a, b) => b.cost_usd - a.cost_usd)[0]?.name}.`}
          measures={[
            { key: 'mass_kg', name: 'Mass, kg', of: (v) => figures(v, 3) },
            { key: 'power_w', name: 'Power, kW', of: (v) => figures(v / 1e3, 3) },
            { key: 'cost_usd', name: `Cost, thousand ${year}`, of: (v) => figures(v / 1e3, 3) },
          ]} />
      </Figure>
      <Closing vintages={vintages} />
      <Sources />
    </div>
  )
}

function Facts({ s, year }: { s: Sat; year: string }) {
  const fly = s.satellites_per_flight
  const rows: [string, string, string?][] = [
    ['mass', tonnes(s.total.mass_kg), `dry ${tonnes(s.dry_mass_kg)}, growth allowance ${tonnes(s.growth_allowance_kg)}`],
    ['specific power', `${figures(s.specific_power_kw_per_t, 3)} kW/t`, 'average IT power by wet mass'],
    ['cost', `${figures(s.total.cost_usd / s.it_power_w, 3)} $/W`, `${large(s.total.cost_usd, 3)} ${year}; without chips ${figures(s.bus_usd_per_w, 3)} $/W`],
    ['junction', celsius(s.junction_temperature_k), `radiator ${celsius(s.radiator_temperature_k)}, coolant ${figures(s.coolant_inlet_k - 273.15, 2)} to ${figures(s.coolant_outlet_k - 273.15, 2)} °C`],
    ['radiator sheds', `${figures(s.radiator_w_per_m2, 3)} W/m²`, `${figures(s.heat_w / 1e3, 3)} kW of heat by both faces of a panel`],
    ['array gives', `${figures(s.array_eol_w / 1e3, 3)} kW`, `at the end of life; ${figures(s.array_bol_w / 1e3, 3)} kW new`],
    ['in shadow', s.eclipse_mode, `at most ${figures(s.longest_eclipse_min, 2)} min; ${percent(s.eclipse_power_share)} of the power kept; lit ${percent(s.sunlit_fraction)} of the year`],
    ['satellites on a flight', String(fly), s.flight_payload_kg > 0 ? `${tonnes(s.flight_payload_kg)} to this orbit in ${s.year}: ${figures(s.satellites_per_flight_by_mass, 2)} by mass, ${figures(s.satellites_per_flight_by_volume, 2)} by volume${Number.isFinite(s.stated_mass_kg ?? NaN) ? ', mass as stated' : ''}` : `no payload reaches this orbit in ${s.year}`],
    ['delivered over life', percent(s.delivered_fraction_of_life), `of ${figures(s.life_yr, 2)} yr; lost ${percent(s.loss_rate_per_yr)} a year`],
    ['closed in', `${s.iterations} rounds`, 'of mass and power, to a part in 10⁹'],
  ]
  return (
    <dl class="facts">
      {rows.map(([name, value, more]) => <div key={name}><dt>{name}</dt><dd>{value}{more && <small>{more}</small>}</dd></div>)}
    </dl>
  )
}

/** Closing holds what is claimed of AI1 against its own sizing. */
function Closing({ vintages }: { vintages: (Sat | null)[] }) {
  const ready = claims.map((c, i) => [c, vintages[i]] as [Claim, Sat | null]).filter((v): v is [Claim, Sat] => v[1] !== null)
  if (!ready.length) return null
  const parts: [string, (c: Claim) => number, (s: Sat) => number, string][] = [
    ['array, m²', (c) => c.arrayM2, (s) => s.array_area_m2, 'm²'], ['radiator, m²', (c) => c.radiatorM2, (s) => s.radiator_area_m2, 'm²'], ['mass, kg', (c) => c.massKg, (s) => s.total.mass_kg, 'kg'],
  ]
  return (
    <div class="card closing">
      <h3>Does what is claimed of AI1 close?</h3>
      <p class="soft">The model is given what was shown, ordered in {claimedYear}: power, orbit, machines off in shadow, and cells and coolant as good as the claimed areas imply. Areas close to what is claimed are therefore no test; the mass is. It comes down to what is claimed only with every mass at the low end of its range at once.</p>
      <div class="scroll" tabIndex={0} role="region" aria-label="Claimed and sized">
        <table>
          <thead><tr><th scope="col">vintage</th><th scope="col">of</th><th scope="col">claimed</th><th scope="col">sized</th><th scope="col">sized ÷ claimed</th></tr></thead>
          <tbody>
            {ready.flatMap(([c, s]) => parts.map(([name, claimed, of], i) => {
              const r = of(s) / claimed(c)
              const over = r > (c.below ? 1 : 1.05)
              return (
                <tr key={c.scenario + name} class={i === 2 ? 'mass' : undefined} data-vintage={c.scenario} data-ratio={r.toFixed(3)}>
                  {i === 0 && <th scope="rowgroup" rowSpan={3}>{c.name}</th>}
                  <td>{name}</td><td class="n">{c.below ? 'below ' : ''}{figures(claimed(c), 3)}</td><td class="n">{figures(of(s), 3)}</td>
                  <td class={over && i === 2 ? 'n wrong' : 'n'}>{figures(r, 3)}{i === 2 && (over ? ': does not close' : ': closes')}</td>
                </tr>
              )
            }))}
          </tbody>
        </table>
      </div>
      {ready.map(([c, s]) => {
        const over = s.total.mass_kg - c.massKg
        const heavy = [...(s.lines ?? [])].sort((a, b) => b.mass_kg - a.mass_kg).slice(0, 3)
        return <p key={c.scenario}>{c.name}: the sum of its parts is {tonnes(s.total.mass_kg)} against {c.below ? 'less than ' : ''}{tonnes(c.massKg)} claimed, {over > 0 ? <>{figures(100 * over / c.massKg, 2)} % heavier. {figures(s.specific_power_kw_per_t, 3)} kW of average IT power for a tonne against {c.below ? 'more than ' : ''}{figures(c.itKW / (c.massKg / 1e3), 3)} claimed</> : 'which closes'}. Heaviest: {heavy.map((l) => `${l.name} ${figures(l.mass_kg, 2)} kg`).join(', ')}.</p>
      })}
    </div>
  )
}

function Sources() {
  return (
    <div class="sources">
      <h3>Where the outlines come from</h3>
      <ul>
        {peers.map((p) => <li key={p.id}><b>{p.name}</b>: {p.source}. <span class="soft">Assumed: {p.assumed}</span></li>)}
        {claims.map((c) => <li key={c.scenario}><b>{c.name}</b>, dashed: {c.source} (a claim). <span class="soft">Sized by the scenario {c.scenario}.</span></li>)}
      </ul>
    </div>
  )
}
