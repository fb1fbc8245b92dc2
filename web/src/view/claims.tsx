// The claims that were made when SpaceX and xAI merged, each with an answer.

import { useEffect, useMemo, useRef } from 'preact/hooks'

import { address, keep, type Question } from '../address'
import { asked } from '../api'
import { csv, named } from '../chart/export'
import { Played } from '../played'
import { trouble } from '../study'
import { Chances } from './claims/chart'
import { Mark } from './claims/mark'
import { Progress } from './claims/progress'
import { chance, evidence, kinds, quantity, verdictOf, verdicts, when, type Claim } from './claims/verdicts'

import './claims/claims.css'

/** What was answered last stays while other views are open. */
const claims = new Played<Claim[]>('claims', 600)

/** about tells a question in a few words. */
function about(q: Question): string {
  const n = q.set.size
  return `${q.scenario}, ${n === 0 ? 'as shipped' : `${n} input${n > 1 ? 's' : ''} changed`}, ${q.draws.toLocaleString('en')} draws, seed ${q.seed}`
}

export default function Claims() {
  const a = address.value
  const body = asked(a)
  useEffect(() => claims.want(body, about(a)), [body])
  useEffect(() => () => claims.leave(), [])
  const given = claims.answer.value
  const former = given !== null && given.key !== body
  return (
    <section class="view claims">
      <h1>{given && !former ? sentence(given.result) : 'What was claimed, and what comes of it'}</h1>
      <p class="lead">
        Thirty claims made when SpaceX and xAI became one company, each held against the scenario. What must be true of a draw for a claim to come true in it was
        written down before any run. A verdict is the model's under these assumptions, not a forecast.
      </p>
      <Progress of={claims} what="the claims" counted="draws" quiet={trouble.value !== null} />
      {given && (
        <div class={former ? 'former' : undefined} aria-busy={former}>
          {former && <p class="former-of">The answers below are those of the question before: {given.about}.</p>}
          <Answers all={given.result} draws={given.job.draws} />
        </div>
      )}
    </section>
  )
}

function sentence(all: Claim[]): string {
  const parts = verdicts.map((v) => [v, all.filter((c) => c.verdict === v.name).length] as const).filter(([, n]) => n > 0).map(([v, n]) => v.told(n))
  return `Of ${all.length} claims, ${parts.length > 1 ? `${parts.slice(0, -1).join(', ')} and ${parts[parts.length - 1]}` : parts[0]}`
}

const orders: Record<string, (a: Claim, b: Claim) => number> = {
  id: () => 0,
  verdict: (a, b) => verdicts.indexOf(verdictOf(a)) - verdicts.indexOf(verdictOf(b)),
  chance: (a, b) => (b.probability ?? -1) - (a.probability ?? -1),
}

function Answers({ all, draws }: { all: Claim[]; draws: number }) {
  const { verdict = '', q = '', sort = 'id', claim = '' } = address.value.own
  const open = claim.toUpperCase()
  const words = q.toLowerCase().split(/\s+/).filter(Boolean)
  const shown = useMemo(() => all
    .filter((c) => !verdict || c.verdict === verdict)
    .filter((c) => { const text = Object.values(c).filter((v) => typeof v === 'string').join('\n').toLowerCase(); return words.every((w) => text.includes(w)) })
    .sort(orders[sort] ?? orders.id), [all, verdict, q, sort])
  const take = () => csv({
    columns: ['id', 'claim', 'kind', 'verdict', 'share of draws', 'value is', 'p10', 'p50', 'p90', 'unit', 'comes true in half of the draws (year)', 'as reported', 'asked', 'observed', 'reason', 'how the scenario departs', 'evidence', 'draws'],
    rows: shown.map((c) => [c.id, c.claim, c.kind, c.verdict, c.probability, c.value.what, c.value.p10, c.value.p50, c.value.p90, c.value.unit, c.date, c.numbers, c.asks, c.observed, c.reason, c.differs, c.evidence, draws]),
  }, named(address.peek().scenario, 'claims-all.csv'))
  return (
    <>
      <h2 class="hidden">Answers</h2>
      <div class="fares" role="group" aria-label="Show claims by verdict">
        {verdicts.map((v) => {
          const n = all.filter((c) => c.verdict === v.name).length
          return (
            <button key={v.name} type="button" aria-pressed={verdict === v.name} disabled={n === 0 && verdict !== v.name} title={v.means} onClick={() => keep({ verdict: verdict === v.name ? null : v.name })}>
              <Mark shape={v.shape} tone={v.tone} /><b>{n}</b> {v.name}
            </button>
          )
        })}
      </div>
      <div class="choose">
        <label>Search <input type="search" value={q} placeholder="claim, reason, evidence" onInput={(e) => keep({ q: e.currentTarget.value || null })} /></label>
        <label>Sort by <select value={sort} onChange={(e) => keep({ sort: e.currentTarget.value === 'id' ? null : e.currentTarget.value })}>
          <option value="id">number</option><option value="verdict">verdict</option><option value="chance">share of draws</option>
        </select></label>
        <button type="button" onClick={take} title="Save what is shown with all its parts">CSV of the table</button>
        <span class="soft" role="status">{shown.length === all.length ? '' : `${shown.length} of ${all.length} claims`}</span>
      </div>
      {shown.length === 0
        ? <p>No claim has all of these words{verdict && ` among those that are “${verdict}”`}. <button type="button" onClick={() => keep({ q: null, verdict: null })}>Show all claims</button></p>
        : (
          <table class="claim-table" role="table" aria-label="Claims with their answers">
            <thead role="rowgroup">
              <tr role="row">{['', 'Claim', 'Kind', 'Verdict', 'Of draws', 'When', 'Value (10–90 %)', 'Evidence'].map((h, i) => <th key={i} role="columnheader" scope="col">{h || <span class="hidden">Number</span>}</th>)}</tr>
            </thead>
            <tbody role="rowgroup">
              {shown.map((c) => <Row key={c.id} c={c} draws={draws} open={c.id === open} />)}
            </tbody>
          </table>
        )}
      <p class="soft small">
        Kind: I is an input, taken as stated; O an output, held against the model; E an event, drawn. Of draws: share of {draws.toLocaleString('en')} draws in which what the claim asks comes true; none of them is no proof
        of never. When: the year in which it does in half of the draws. Amounts in 2026 $ (G$: 10⁹ $).
      </p>
      <Chances claims={all} draws={draws} open={open} />
    </>
  )
}

function Row({ c, draws, open }: { c: Claim; draws: number; open: boolean }) {
  const row = useRef<HTMLTableRowElement>(null)
  const v = verdictOf(c)
  useEffect(() => {
    if (!open || !row.current) return
    const box = row.current.getBoundingClientRect()
    if (box.top < 0 || box.top > innerHeight * 0.8) row.current.scrollIntoView({ block: 'start' })
  }, [open])
  const [good, why] = evidence(c)
  const turn = () => keep({ claim: open ? null : c.id }, 'push')
  return (
    <>
      <tr role="row" ref={row} class={`claim ${open ? 'open' : ''}`} onClick={(e) => { if (!(e.target as Element).closest('button, a') && !getSelection()?.toString()) turn() }}>
        <td role="cell" class="id">{c.id}</td>
        <th role="rowheader" scope="row"><button type="button" class="text" aria-expanded={open} aria-controls={open ? `about-${c.id}` : undefined} onClick={turn}>{c.claim}</button></th>
        <td role="cell" class="sort" title={kinds(c.kind)}>{c.kind}</td>
        <td role="cell" class="verdict"><Mark shape={v.shape} tone={v.tone} />{c.verdict}</td>
        <td role="cell" class="number" data-label="of draws">{chance(c, draws)}</td>
        <td role="cell" class="number" data-label="when">{when(c)}</td>
        <td role="cell" class="value" data-label={c.value.what} title={c.value.what}>{quantity(c)}{c.value.unit === '1' && quantity(c) && <small class="what">{c.value.what}</small>}</td>
        <td role="cell" class="good" data-label="evidence">{good}</td>
      </tr>
      {open && (
        <tr role="row" class="about" id={`about-${c.id}`}>
          <td role="cell" colSpan={8}>
            <dl>
              {([
                ['As reported', c.numbers],
                ['Kind', kinds(c.kind)],
                ['What is asked', c.asks || 'Nothing: it is taken as stated.'],
                ['Answer', answer(c, draws)],
                [c.value.what ? 'Value' : '', quantity(c) && `${c.value.what}: ${quantity(c)}`],
                ['Why', c.reason],
                ['How the scenario departs', c.differs],
                ['Observed so far', c.observed],
                ['Evidence', why ? `${good}: ${why}` : good],
              ] as const).map(([k, text]) => k && text && <div key={k}><dt>{k}</dt><dd>{text}</dd></div>)}
            </dl>
            <p class="soft small">The same from the command: <code>dawndusk claims {address.value.scenario} --only {c.id} --draws {address.value.draws} --seed {address.value.seed}{[...address.value.set].map(([p, s]) => ` --set ${p}="${s}"`)}</code></p>
          </td>
        </tr>
      )}
    </>
  )
}

function answer(c: Claim, draws: number): string {
  const v = verdictOf(c)
  const parts = [`${v.name}: ${v.means}`]
  if (c.probability !== null) parts.push(`here it comes true in ${c.probability === 0 ? `none of ${draws.toLocaleString('en')} draws, so with 95 % confidence in ${chance(c, draws)}` : `${chance(c, draws)} of ${draws.toLocaleString('en')} draws`}`)
  if (c.date !== null) parts.push(`in half of them by ${when(c)}`)
  return parts.join('; ')
}
