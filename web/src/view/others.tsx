// What others have published: where they stand, why two differ, what they print.

import { useEffect } from 'preact/hooks'

import { reachable } from '../api'
import { Compare } from './others/compare'
import { Ladder } from './others/ladder'
import { Studies } from './others/list'
import { learn, standings, studies, unknown } from './others/words'

import './claims/claims.css'
import './others/others.css'

export default function Others() {
  useEffect(() => { void learn() }, [reachable.value])
  const rows = standings.value
  const below = rows.filter((r) => r.printed !== null && r.printed < 1).length
  const full = rows.filter((r) => r.at_full_bill !== null && r.at_full_bill < 1).length
  return (
    <section class="view others">
      <h1>{rows.length ? `Of ${rows.length} published cases, ${below} print orbit cheaper than the ground; counted in full by this model, ${full === 0 ? 'none of them is' : full === 1 ? 'one of them is' : `${full} of them are`}` : 'What others have published'}</h1>
      <p class="lead">
        Others have asked the same question and come to answers that lie {spread(rows)}apart. Mostly they count different things. Here each stands as it counts and as this model counts,
        and any two can be taken apart into the inputs that make them differ.
      </p>
      {unknown.value && <p class="wrong" role="alert">The studies are not there: {unknown.value}. <button type="button" onClick={() => void learn()}>Ask again</button></p>}
      {rows.length > 0 ? <><h2>Where they stand</h2><Ladder rows={rows} /></> : !unknown.value && <p class="waiting" role="status">Asking for the studies…</p>}
      <Compare />
      {studies.value.length > 0 && <Studies />}
    </section>
  )
}

function spread(rows: { printed: number | null }[]): string {
  const all = rows.map((r) => r.printed).filter((v): v is number => v !== null && v > 0)
  if (all.length < 2) return ''
  const by = Math.max(...all) / Math.min(...all)
  return by > 2 ? `a factor of ${Number(by.toPrecision(1))} ` : ''
}
