// Why two answers differ: the pickers, the waterfall and the inputs behind it.

import { useEffect } from 'preact/hooks'

import { address, keep } from '../../address'
import { files } from '../../api'
import { rungs } from '../../chart/bills'
import { figures, percent } from '../../format'
import { Played } from '../../played'
import { scenarios } from '../../shell'
import { Progress } from '../claims/progress'
import { amount, Waterfall } from './waterfall'
import { boundary, group, metric, metrics, page, side, sideOf, standings, studies, type Comparison, type Part } from './words'

const comparisons = new Played<Comparison>('comparisons', 250)
const usual = 'mccalip'

export function Compare() {
  const a = address.value
  const { from = page, to = usual, of = 'ratio', boundary: within = '', year = '' } = a.own
  const own = [from, to].map((s) => standings.value.find((r) => sideOf(r) === s)?.metric)
  const clash = own[0] !== undefined && own[1] !== undefined && own[0] !== own[1]
  const by = a.own.metric ?? (clash ? own[0]! : '')
  const sides = [side(from, a), side(to, a)]
  const body: Record<string, unknown> = { from: sides[0].name, to: sides[1].name, of }
  const along = { ...sides[0].files, ...sides[1].files }
  if (Object.keys(along).length) body.files = along
  if (by) body.metric = by
  if (within) body.boundary = within
  if (/^\d{4}$/.test(year)) body.year = Number(year)
  const key = JSON.stringify(body)
  const known = standings.value.length > 0 // before, the sides' own metrics are not known
  useEffect(() => { if (known) comparisons.want(key, `${from} against ${to}`) }, [key, known])
  useEffect(() => () => comparisons.leave(), [])
  const given = comparisons.answer.value
  const former = given !== null && given.key !== key
  const set = (change: Record<string, string | null>) => keep({ ...change, part: null }, 'push')
  return (
    <section aria-labelledby="differ">
      <h2 id="differ">Why two answers differ</h2>
      <p class="lead">Any two scenarios or published studies, each as a case of this model: the whole difference between their answers, shared out among the inputs that differ.</p>
      <div class="sides">
        <Side label="From" value={from} choose={(v) => set({ from: v === page ? null : v })} />
        <button type="button" class="swap" title="Turn it round" aria-label="Exchange the two sides" onClick={() => set({ from: to, to: from })}>⇄</button>
        <Side label="To" value={to} choose={(v) => set({ to: v === usual ? null : v })} />
      </div>
      <div class="choose">
        <label>Of <select value={of} onChange={(e) => { const v = e.currentTarget.value; set({ of: v === 'ratio' ? null : v, ...(v === 'ratio' && by === 'npv' ? { metric: null } : {}) }) }}>
          <option value="ratio">orbit’s cost ÷ the ground’s</option><option value="orbit">orbit</option><option value="ground">the ground</option>
        </select></label>
        <label>Cost of <select value={by} onChange={(e) => set({ metric: e.currentTarget.value || null })}>
          <option value="" disabled={clash}>{clash ? 'each side’s own: they differ' : `each side’s own${own[0] ?? own[1] ? ` (${metric((own[0] ?? own[1])!)})` : ''}`}</option>
          {metrics.filter(([n]) => n !== 'npv' || of !== 'ratio' || by === n).map(([n, t]) => <option key={n} value={n}>{t}</option>)}
          {by && !metrics.some(([n]) => n === by) && <option value={by}>{by}</option>}
        </select></label>
        <label>Holding <select value={within} onChange={(e) => set({ boundary: e.currentTarget.value || null })}>
          <option value="">each side’s own</option>
          {rungs.map((r) => <option key={r} value={r}>{boundary(r)}</option>)}
          {within && !rungs.includes(within) && <option value={within}>{boundary(within)}</option>}
        </select></label>
        <label>Ordered in <input type="number" min={2026} max={2055} step={1} placeholder="own" value={year} onChange={(e) => { const v = e.currentTarget.value; if (v === '' || e.currentTarget.checkValidity()) set({ year: v || null }); else e.currentTarget.reportValidity() }} /></label>
      </div>
      <Progress of={comparisons} what="the comparison" counted="mixtures" />
      {given && !comparisons.trouble.value && (
        <div class={former ? 'former' : undefined} aria-busy={former}>
          {former && <p class="former-of">Below is the comparison before: {given.about}.</p>}
          <Difference c={given.result} report={given.job.links.report} />
        </div>
      )}
    </section>
  )
}

function Side({ label, value, choose }: { label: string; value: string; choose: (v: string) => void }) {
  const a = address.value
  const n = a.set.size
  const known = studies.value.flatMap((p) => (p.sides ?? []).map((s) => [s, p] as const))
  const own = Object.keys(files.value)
  const names = new Set([page, ...own, ...scenarios.value.map((s) => s.name), ...known.map(([s]) => s)])
  return (
    <label>{label} <select value={value} onChange={(e) => choose(e.currentTarget.value)}>
      <option value={page}>this page: {a.scenario}{n > 0 && `, ${n} input${n > 1 ? 's' : ''} changed`}</option>
      <optgroup label="Scenarios">
        {scenarios.value.map((s) => <option key={s.name} value={s.name}>{s.name}: {s.title}</option>)}
        {own.map((s) => <option key={s} value={s}>{s}</option>)}
      </optgroup>
      <optgroup label="Published studies">
        {known.map(([s, p]) => <option key={s} value={s}>{s}: {p.authors}, {p.date.slice(0, 4)}</option>)}
      </optgroup>
      {!names.has(value) && <option value={value}>{value}</option>}
    </select></label>
  )
}

function Difference({ c, report }: { c: Comparison; report?: string }) {
  const open = address.value.own.part ?? ''
  const choose = (part: string) => keep({ part: part || null }, 'push')
  const parts = c.parts ?? []
  if (!parts.length) return <p>Nothing differs between {c.from.scenario} and {c.to.scenario}: both come to {figures(c.from.value, 3)} {c.unit}.</p>
  const shown = parts.find((p) => p.name === open)
  const strongest = parts[0]
  return (
    <>
      <p class="said-of">
        <strong>{c.from.scenario}</strong> comes to {figures(c.from.value, 3)}{c.unit && ` ${c.unit}`}, <strong>{c.to.scenario}</strong> to {figures(c.to.value, 3)}{c.unit && ` ${c.unit}`}
        {c.factor !== null && <>: a factor of {figures(c.factor, 3)}</>}. The largest part is {group(strongest.name)}, {amount(c, strongest)}
        {strongest.share !== null && Math.abs(strongest.share) > 1.2 && <>; other parts cancel some of it</>}.
      </p>
      <Waterfall c={c} open={open} choose={choose} />
      {shown?.inputs?.length && <Inputs c={c} p={shown} />}
      {report && <p><a href={report} target="_blank" rel="noopener">This comparison as a page that stands alone</a></p>}
    </>
  )
}

function Inputs({ c, p }: { c: Comparison; p: Part }) {
  return (
    <div class="card inputs" tabIndex={0} role="region" aria-label={`Inputs of ${group(p.name)}`}>
      <h3>{group(p.name)}: {amount(c, p)}</h3>
      <table>
        <thead><tr><th scope="col">Input</th><th scope="col">{c.from.scenario}</th><th scope="col">{c.to.scenario}</th><th scope="col">{c.of === 'ratio' ? 'Factor' : c.unit}</th><th scope="col">Share</th></tr></thead>
        <tbody>
          {p.inputs!.map((i) => (
            <tr key={i.name}>
              <td><code>{i.name}</code>{i.what && <span class="soft"> {i.what}</span>}</td><td>{i.from ?? ''}</td><td>{i.to ?? ''}</td>
              <td class="number">{amount(c, i)}{(i.standard_error ?? 0) > 0 && <span class="soft"> ±{figures(c.of === 'ratio' ? i.standard_error! * (i.factor ?? 1) : i.standard_error, 1)}</span>}</td>
              <td class="number">{i.share === null ? '—' : i.share < 0 ? `−${percent(-i.share)}` : i.share > 1 ? `${Math.round(100 * i.share)} %` : percent(i.share)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
