// The published studies, each with what it prints beside what this model says.

import { useEffect, useState } from 'preact/hooks'

import { address, keep } from '../../address'
import { get, reachable, type Schemas } from '../../api'
import { csv } from '../../chart/export'
import { figures } from '../../format'
import { Mark, type Shape } from '../claims/mark'
import { boundary, metric, sideOf, standings, studies, type Published } from './words'

type Reproduced = Schemas['Reproduced']
type Line = Schemas['ReproducedRow']

const had = new Map<string, Reproduced>()

const signs: Record<string, [Shape, string, string]> = {
  'agrees': ['check', 'good', 'within the tolerance, on nothing but the study’s inputs'],
  'agrees, as set': ['half', 'towards', 'inputs that the study does not state were set to meet the number'],
  'agrees, leaning on it': ['half', 'towards', 'an input that moves the answer cites the study'],
  'agrees, on a pin': ['half', 'towards', 'a link of the chain is pinned to the study’s number'],
  'retold': ['square', 'neutral', 'the study’s own bill: its conventions are understood; no agreement'],
  'recomputed': ['square', 'neutral', 'the study’s own arithmetic: it is understood; no agreement'],
  'differs, as explained': ['down', 'away', 'outside the tolerance, for a reason that is known'],
}

const kinds: Record<string, string> = {
  chain: 'the whole model', equation: 'an equation of the model', bill: 'its own bill, by our accounting', function: 'a function beside the model', replica: 'its own arithmetic',
}

export function Studies() {
  const open = address.value.own.study ?? ''
  return (
    <section aria-labelledby="printed">
      <h2 id="printed">What they print, and what this model says</h2>
      <p class="lead">Printed numbers of {studies.value.length} studies, answered by this model where it can. What rests on the study’s own numbers is told apart from agreement.</p>
      <dl class="signs">
        {Object.entries(signs).map(([name, [shape, tone, means]]) => <div key={name}><dt><Mark shape={shape} tone={tone} />{name}</dt><dd>{means}</dd></div>)}
      </dl>
      <ul class="studies">
        {studies.value.map((p) => <Study key={p.id} p={p} open={p.id === open} />)}
      </ul>
    </section>
  )
}

function Study({ p, open }: { p: Published; open: boolean }) {
  const n = Object.values(p.answers).reduce((a, b) => a + b, 0)
  const [r, set] = useState(had.get(p.id))
  const [wrong, say] = useState('')
  useEffect(() => {
    if (!open || r) return
    const stop = new AbortController()
    get<Reproduced>(`/studies/${p.id}`, stop.signal).then((x) => { had.set(p.id, x); set(x); say('') }, (e) => { if (!stop.signal.aborted) say(e instanceof Error ? e.message : String(e)) })
    return () => stop.abort()
  }, [open, reachable.value])
  return (
    <li class={open ? 'open' : undefined} id={`study-${p.id}`}>
      <h3><button type="button" class="text" aria-expanded={open} onClick={() => keep({ study: open ? null : p.id }, 'push')}>
        <span class="title">{p.title}</span> <span class="soft">{p.authors}, {p.date} · {n === 0 ? 'no number answered' : n === 1 ? '1 answer' : `${n} answers`} · grade {p.grade}</span>
      </button></h3>
      {open && (
        <div class="study">
          <p><a href={p.address} rel="noopener noreferrer" target="_blank">{p.address}</a></p>
          <Stances p={p} />
          {wrong && <p class="wrong" role="alert">{wrong}</p>}
          {!r && !wrong && <p class="soft" role="status">Working it out…</p>}
          {r && <Numbers r={r} />}
        </div>
      )}
    </li>
  )
}

/** Stances are the cases of a study that compare orbit with the ground. */
function Stances({ p }: { p: Published }) {
  const rows = standings.value.filter((s) => s.study === p.id)
  if (!rows.length) return <p class="soft">It does not compare orbit with the ground, or not by inputs that the model knows.</p>
  return (
    <ul class="stances">
      {rows.map((s) => (
        <li key={sideOf(s)}>
          <strong>{sideOf(s)}</strong>: {s.printed !== null ? <>prints orbit at {figures(s.printed, 2)} times the ground</> : 'prints no ratio'} ({s.where}); {s.year}, {boundary(s.boundary)}, {metric(s.metric)}; states {s.inputs} input{s.inputs === 1 ? '' : 's'}.
          {s.note && <span class="soft"> {s.note}.</span>}{' '}
          <button type="button" class="quiet" onClick={() => { keep({ to: sideOf(s), part: null }, 'push'); document.getElementById('differ')?.scrollIntoView() }}>Why it differs</button>
        </li>
      ))}
    </ul>
  )
}

function unitless(u: string): string { return u === '1' ? '' : ` ${u}` }

function difference(v: number | null): string {
  if (v === null) return 'none'
  if (Math.abs(v) < 1e-6) return '0'
  return `${v > 0 ? '+' : '−'}${figures(Math.abs(100 * v), Math.abs(v) >= 1 ? 3 : 2)} %`
}

function tolerance(v: number | null): string {
  if (v === null) return ''
  return v > 0 && v < 1e-5 ? `${figures(v * 1e6, 1)} ppm` : `${Number((100 * v).toPrecision(3))} %`
}

function Numbers({ r }: { r: Reproduced }) {
  const rows = r.answers ?? []
  const take = () => csv({
    columns: ['number', 'where', 'printed', 'ours', 'unit', 'relative error', 'tolerance', 'kind', 'verdict', 'because', 'how'],
    rows: rows.map((x) => [x.name, x.where, x.printed, x.ours, x.unit, x.relative_error, x.tolerance, x.kind, x.verdict, because(x), x.how]),
  }, `dawndusk-study-${r.id}.csv`)
  return (
    <>
      <div class="figure-table wide" tabIndex={0} role="region" aria-label={`Numbers of ${r.title}`}>
        <table>
          <thead><tr><th scope="col">What</th><th scope="col">Printed</th><th scope="col">Ours</th><th scope="col">Off by</th><th scope="col">Tolerance</th><th scope="col">Ours comes from</th><th scope="col">Verdict</th></tr></thead>
          <tbody>
            {rows.map((x, i) => {
              const [shape, tone] = signs[x.verdict] ?? ['cross', 'against']
              return (
                <tr key={i}>
                  <td>{x.beside ? 'beside it' : x.name} {!x.beside && <span class="soft">{x.where}</span>}</td>
                  <td>{figures(x.printed, 4)}{unitless(x.unit)}</td><td>{figures(x.ours, 4)}{unitless(x.unit)}</td>
                  <td>{difference(x.relative_error)}</td><td>{tolerance(x.tolerance)}</td><td>{kinds[x.kind] ?? x.kind}</td>
                  <td><span class="of"><Mark shape={shape} tone={tone} />{x.verdict}</span>{because(x) && <span class="soft"> {because(x)}</span>}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      <Notes head="To know" list={r.caveats ?? []} />
      <Notes head="Not answered" list={r.not_answered ?? []} />
      <p class="soft small"><button type="button" onClick={take}>CSV</button> The same from the command: <code>dawndusk study run {r.id}</code></p>
    </>
  )
}

function because(x: Line): string {
  const on = [x.leans_on?.length ? `cited by ${x.leans_on.join(', ')}` : '', x.pinned?.length ? `pinned ${x.pinned.join(', ')}` : '', x.because ?? '']
  return on.filter(Boolean).join('; ')
}

function Notes({ head, list }: { head: string; list: string[] }) {
  if (!list.length) return null
  return <><h4>{head}</h4><ul class="notes">{list.map((n, i) => <li key={i}>{n}</li>)}</ul></>
}
