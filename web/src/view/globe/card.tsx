// The card of the satellite that is taken: its orbit, and the budget of the scenario's satellite.

import { useEffect, useState } from 'preact/hooks'

import { address } from '../../address'
import { post, Refusal, source, type Schemas } from '../../api'
import { figures, percent } from '../../format'
import type { Catalogue } from './load'
import type { Facts } from './orbit'
import { beside, named, type Design } from './pattern'
import { clock } from './words'

/** Card is of a satellite by its number in the design, of which one in step is drawn, or else in
 * the catalogue. */
export function Card({ f, number, design, step, catalogue, close }: { f: Facts; number: number; design: Design | null; step: number; catalogue: Catalogue | null; close: () => void }) {
  return (
    <div class="globe-card card">
      <h2>{design ? named(design, number) : `${catalogue?.names[number] || 'satellite'}, ${catalogue?.numbers[number]}`}</h2>
      <table>
        <tbody>
          <tr><th scope="row">Now</th><td>{f.lit ? 'in sunlight' : 'in Earth’s shadow'}</td></tr>
          <tr><th scope="row">Height</th><td>{figures(f.height, 4)} km</td></tr>
          <tr><th scope="row">Inclination</th><td>{f.inclination.toFixed(2)}°</td></tr>
          <tr><th scope="row">Right ascension of the node</th><td>{f.node.toFixed(1)}°</td></tr>
          <tr><th scope="row">Local time of the node</th><td>{clock(f.localTime)} <span class="soft">mean</span></td></tr>
          <tr><th scope="row">β, Sun above the orbit's plane</th><td>{f.beta.toFixed(1).replace('-', '−')}°</td></tr>
          <tr><th scope="row">In shadow, of this orbit</th><td>{percent(f.eclipsed)}{f.eclipsed > 0 && f.eccentricity < 0.05 ? `, ${figures(f.eclipsed * f.period, 2)} min` : ''}</td></tr>
          <tr><th scope="row">Period, node to node</th><td>{f.period.toFixed(1)} min</td></tr>
          {f.eccentricity > 0.01 && <tr><th scope="row">Eccentricity</th><td>{f.eccentricity.toFixed(3)}</td></tr>}
          {!design && catalogue && <tr><th scope="row">Elements of</th><td>{new Date(catalogue.epochs[number] * 1000).toISOString().slice(0, 16).replace('T', ' ')} UTC</td></tr>}
        </tbody>
      </table>
      {design && (step === 1
        ? <p class="soft">Lines lead to the neighbours of the pattern that it can see: in its plane{beside(design, number).blocks.length ? ', and the nearest in the planes beside it' : ''}. They are geometry, not a published plan of links.</p>
        : <p class="soft">Lines to neighbours are drawn when all satellites are.</p>)}
      {design && <Budget />}
      <button type="button" onClick={close}>Let it go</button>
    </div>
  )
}

/** Budget is the scenario's satellite, sized by the server. */
function Budget() {
  const a = address.value
  const asked = JSON.stringify(source(a))
  const [got, set] = useState<{ asked: string; size?: Schemas['Satellite']; wrong?: string } | null>(null)
  useEffect(() => {
    const stop = new AbortController()
    post('/size', asked, stop.signal).then((r) => r.json()).then((size) => set({ asked, size }), (e) => { if (!stop.signal.aborted) set({ asked, wrong: e instanceof Refusal ? e.message : 'The server does not answer.' }) })
    return () => stop.abort()
  }, [asked])
  if (!got) return <p class="soft">The scenario's satellite is being sized…</p>
  if (got.wrong || !got.size) return <p class="wrong">The scenario's satellite could not be sized: {got.wrong}</p>
  const s = got.size
  return (
    <div class={got.asked === asked ? '' : 'globe-old'}>
      <h3>Budget</h3>
      <p class="soft">Of the satellite that scenario {s.scenario} sizes for {s.year} at {figures(s.altitude_km, 3)} km: this model's, not the operator's.</p>
      <table>
        <tbody>
          <tr><th scope="row">IT power</th><td>{figures(s.it_power_w / 1000, 3)} kW</td></tr>
          <tr><th scope="row">Mass, dry</th><td>{figures(s.dry_mass_kg / 1000, 3)} t</td></tr>
          <tr><th scope="row">Solar array</th><td>{figures(s.array_area_m2, 3)} m²</td></tr>
          <tr><th scope="row">Radiator</th><td>{figures(s.radiator_area_m2, 3)} m²</td></tr>
          <tr><th scope="row">Cost to make</th><td>${figures(s.total.cost_usd / 1e6, 3)} million <span class="soft">({s.money_year} $)</span></td></tr>
        </tbody>
      </table>
    </div>
  )
}
