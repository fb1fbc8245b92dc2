// Every input of the model with its evidence, to be moved.

import { useComputed, useSignal, useSignalEffect } from '@preact/signals'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'

import { address, go, keep } from '../address'
import { csv, named } from '../chart/export'
import { answer, settled } from '../study'
import { book, chapterTitle, found, keepRead, own, sets, title, wrong, type Book, type Row } from './assumptions/ledger'
import { InputRow } from './assumptions/row'
import { Strip } from './assumptions/strip'

import './assumptions/assumptions.css'

export default function Assumptions() {
  useEffect(keepRead, [])
  const b = book.value
  return (
    <section class="view assumptions">
      <h1>Assumptions</h1>
      <p class="lead">
        Every input with its range, the kind of evidence and its sources. Move a slider and the draws are played again; the old answer stays beside the new one.
        An input that is moved is held at one value and no longer drawn. Dollars are of {answer.value?.summary.money_year ?? 2026} unless another year is stated.
      </p>
      <Strip />
      {wrong.value && <p class="wrong" role="alert">The inputs of this scenario could not be read: {wrong.value}</p>}
      {b ? <Inputs b={b} /> : !wrong.value && <p class="waiting" role="status">The ledger is being read…</p>}
    </section>
  )
}

const kinds = ['measured', 'datasheet', 'quoted', 'derived', 'claim', 'assumed']

/** Inputs are the rows: what was asked for, or chapter after chapter. */
function Inputs({ b }: { b: Book }) {
  const { q = '', kind = '', drawn, changed } = own.value
  const narrowed = q.trim() !== '' || kind !== '' || drawn === '1' || changed === '1'
  return (
    <>
      <Narrow b={b} />
      {changed === '1' && <Changes b={b} />}
      {narrowed ? <Results b={b} q={q} kind={kind} drawn={drawn === '1'} changed={changed === '1'} /> : <Chapters b={b} />}
    </>
  )
}

function Narrow({ b }: { b: Book }) {
  const { q = '', kind = '', drawn, changed } = own.value
  const [typed, type] = useState(q)
  useEffect(() => { if (q.trim() !== typed.trim()) type(q) }, [q])
  const n = useComputed(() => sets.value.size).value
  const counts = useMemo(() => { const c: Record<string, number> = {}; for (const r of b.rows) c[r.kind] = (c[r.kind] ?? 0) + 1; return c }, [b])
  return (
    <form class="narrow" role="search" onSubmit={(e) => e.preventDefault()}>
      <input type="search" value={typed} placeholder={`Search ${b.rows.length} inputs: radiator, turnaround, SEC…`} aria-label="Search inputs, notes and sources"
        onInput={(e) => { const v = e.currentTarget.value; type(v); keep({ q: v.trim() ? v : null, row: null }) }} />
      <label>Evidence <select value={kind} onChange={(e) => keep({ kind: e.currentTarget.value || null, row: null }, 'push')}>
        <option value="">any</option>
        {kinds.filter((k) => counts[k]).map((k) => <option key={k} value={k}>{k} ({counts[k]})</option>)}
      </select></label>
      <label class="check"><input type="checkbox" checked={drawn === '1'} onChange={(e) => keep({ drawn: e.currentTarget.checked ? '1' : null, row: null }, 'push')} /> drawn only</label>
      <label class="check"><input type="checkbox" checked={changed === '1'} onChange={(e) => keep({ changed: e.currentTarget.checked ? '1' : null, row: null }, 'push')} /> changed{n > 0 ? ` (${n})` : ''}</label>
      <button type="button" disabled={n === 0} onClick={() => go({ set: new Map() })}>Reset all</button>
      <button type="button" title="Save all inputs with their evidence as a table" onClick={() => saveAll(b)}>CSV</button>
    </form>
  )
}

function saveAll(b: Book): void {
  const set = address.peek().set
  const rows = b.rows.map((r) => [r.path, r.what, b.base.get(r.path)!.value, set.get(r.path) ?? r.value, r.range[0] ?? '', r.range[1] ?? '', r.range_is, r.dist, r.limits[0] ?? '', r.limits[1] ?? '', r.kind, r.sources.map((f) => `${f.key} ${f.locator}`.trim()).join('; '), r.note])
  csv({ columns: ['path', 'what', 'ledger_value', 'value', 'low', 'high', 'range_is', 'dist', 'limit_low', 'limit_high', 'kind', 'sources', 'note'], rows }, named(b.scenario, 'assumptions.csv'))
}

/** Changes lists what differs from the base: by the scenario, and by hand. */
function Changes({ b }: { b: Book }) {
  const set = sets.value
  const paths = [...new Set([...set.keys(), ...b.changed])].filter((p) => b.by.has(p))
  if (!paths.length) return <p class="soft">Nothing differs from the base scenario.</p>
  return (
    <details class="changes-list" open>
      <summary>{paths.length} input{paths.length > 1 ? 's' : ''} changed from the base</summary>
      <div class="figure-table" tabIndex={0} role="region" aria-label="Inputs changed from the base">
        <table>
          <thead><tr><th scope="col">Input</th><th scope="col">Base</th><th scope="col">Now</th><th scope="col">By</th></tr></thead>
          <tbody>
            {paths.map((p) => {
              const r = b.by.get(p)!
              const base = b.base.get(p)!
              const v = set.get(p)
              return (
                <tr key={p}>
                  <th scope="row">{title(r)}<br /><code>{p}</code></th>
                  <td>{base.value || 'derived'}{base.dist !== 'fixed' && <small> ({base.range[0]} to {base.range[1]})</small>}</td>
                  <td>{v === 'null' ? 'derived' : v ?? (r.value || 'derived')}{v === undefined && r.dist !== 'fixed' && <small> ({r.range[0]} to {r.range[1]})</small>}</td>
                  <td>{v !== undefined ? 'hand' : b.scenario}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </details>
  )
}

const atOnce = 30

function Results({ b, q, kind, drawn, changed }: { b: Book; q: string; kind: string; drawn: boolean; changed: boolean }) {
  const [most, more] = useState(atOnce)
  useEffect(() => more(atOnce), [q, kind, drawn, changed])
  const moved = useComputed(() => [...sets.value.keys()].join(' ')).value // which, not to what
  // What was moved first, then the scenario's; an input that is reset stays until the list is asked for again.
  const rows = useMemo(() => {
    const of = found(b, q).filter((r) => (!kind || r.kind === kind) && (!drawn || r.dist !== 'fixed'))
    if (!changed) return of
    const hand = new Set(moved.split(' '))
    const scenario = new Set(b.changed)
    return [...of.filter((r) => hand.has(r.path)), ...of.filter((r) => !hand.has(r.path) && scenario.has(r.path))]
  }, [b, q, kind, drawn, changed, changed ? moved : ''])
  return (
    <section class="chapter" aria-labelledby="found">
      <h2 class="hidden" id="found">What was found</h2>
      <p class="soft" role="status">{rows.length === 0 ? 'No input is like that.' : `${rows.length} of ${b.rows.length} inputs`}</p>
      {rows.slice(0, most).map((r) => <InputRow key={r.path} row={r} />)}
      {rows.length > most && <button type="button" onClick={() => more(most + 60)}>Show more ({rows.length - most})</button>}
    </section>
  )
}

function Chapters({ b }: { b: Book }) {
  const { row = '', chapter } = own.value
  const wanted = b.by.get(row)
  const open = chapter ?? (wanted && wanted.chapter !== 'stated' ? wanted.chapter : '')
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!wanted) return
    const all = list.current?.querySelectorAll<HTMLElement>(`[data-path="${CSS.escape(row)}"]`)
    const at = all?.[all.length - 1] // in its chapter, not among the drivers
    if (!at) return
    at.querySelector<HTMLElement>('input, select')?.focus({ preventScroll: true })
    // Rows that were not drawn yet take their height as they come into sight.
    let times = 0
    const move = () => { at.scrollIntoView({ block: 'center', behavior: 'instant' }); if (++times < 4) frame = requestAnimationFrame(move) }
    let frame = requestAnimationFrame(move)
    return () => cancelAnimationFrame(frame)
  }, [row, b])
  const pins = useMemo(() => b.rows.filter((r) => r.chapter === 'stated'), [b])
  const counts = useComputed(() => {
    const c: Record<string, number> = {}
    for (const p of new Set([...sets.value.keys(), ...(book.value?.changed ?? [])])) { const k = p.split('.', 1)[0]; c[k] = (c[k] ?? 0) + 1 }
    return JSON.stringify(c)
  }).value
  const changed = useMemo<Record<string, number>>(() => JSON.parse(counts), [counts])
  return (
    <div ref={list}>
      <section class="chapter" aria-labelledby="pinned">
        <h2 id="pinned">Pinned links</h2>
        <p class="lead">Links of the chain that the model derives from the inputs below. Moving one pins it: what it is derived from then no longer matters, nor does its spread.</p>
        {pins.map((r) => <InputRow key={r.path} row={r} mark={r.path === row} />)}
      </section>
      <Drivers b={b} />
      <h2>All inputs by chapter</h2>
      {b.chapters.map((c) => {
        const rows = c === open ? b.rows.filter((r) => r.chapter === c) : null
        const n = b.rows.reduce((n, r) => n + (r.chapter === c ? 1 : 0), 0)
        return (
          <section key={c} class="chapter" aria-labelledby={`chapter-${c}`}>
            <h3 class="chapter-head"><button type="button" id={`chapter-${c}`} aria-expanded={c === open} onClick={() => keep({ chapter: c === open ? '' : c, row: null }, 'push')}>
              <span>{chapterTitle(c)} <code>{c}</code></span><small>{n} inputs{changed[c] ? `, ${changed[c]} changed` : ''}</small>
            </button></h3>
            {rows && <Groups rows={rows} marked={row} />}
          </section>
        )
      })}
    </div>
  )
}

/** Groups parts a chapter where its paths part. */
function Groups({ rows, marked }: { rows: Row[]; marked: string }) {
  let group = ''
  return (
    <>
      {rows.map((r) => {
        const parts = r.path.split('.')
        const next = parts.length > 2 ? parts[1].replace(/_/g, ' ') : ''
        const head = next !== group && next !== '' ? <h4 class="group">{next}</h4> : null
        group = next
        return <div key={r.path}>{head}<InputRow row={r} mark={r.path === marked} level={next ? 5 : 4} /></div>
      })}
    </>
  )
}

/** Drivers are the inputs that the answer hangs on most. Their order is that of the last
 * whole answer, and stays as long as somebody is at one of them. */
function Drivers({ b }: { b: Book }) {
  const listed = useSignal<{ path: string; effect: number }[]>([])
  const newer = useSignal<{ path: string; effect: number }[] | null>(null)
  useSignalEffect(() => {
    const a = answer.value
    if (!a || !settled.value) return
    const now = a.summary.drivers.filter((d) => b.by.has(d.path) && d.effect !== null).slice(0, 10).map((d) => ({ path: d.path, effect: d.effect! }))
    const before = listed.peek()
    if (before.length && before.map((d) => d.path).join() !== now.map((d) => d.path).join() && a.question.set.size > 0) {
      newer.value = now // nothing jumps away below a hand
      return
    }
    newer.value = null
    listed.value = now
  })
  return (
    <section class="chapter" aria-labelledby="drivers">
      <h2 id="drivers">What matters most here</h2>
      <p class="lead">The ten inputs that the ratio of the costs hangs on most in this answer, by rank correlation. An input that is held at one value moves nothing any more and has no place in a new list.
        {newer.value && <> The list has changed. <button type="button" class="quiet" onClick={() => { listed.value = newer.peek()!; newer.value = null }}>Show the new list</button></>}
      </p>
      {!listed.value.length && Array.from({ length: 10 }, (_, i) => <div key={i} class="input waits" aria-hidden="true" />)}
      {listed.value.map((d) => <InputRow key={d.path} row={b.by.get(d.path)!} effect={d.effect} />)}
    </section>
  )
}
