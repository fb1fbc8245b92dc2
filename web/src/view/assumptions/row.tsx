// One input: its distribution, a slider over it, and where it comes from.

import { useComputed } from '@preact/signals'
import { useId, useMemo, useRef, useState } from 'preact/hooks'

import { assign } from '../../address'
import type { Schemas } from '../../api'
import { figures } from '../../format'
import { book, check, derived, foreign, inOther, sets, title, type Book, type Row } from './ledger'
import { at, density, number, place, steps, text as write, type Slider } from './slide'

type Ref = Schemas['Ref']

/** A stroke is one pull of a slider, or steps of its keys in quick succession: one place to
 * go back to. */
const stroke = { path: '', down: false, last: 0 }

addEventListener('pointerup', () => { stroke.down = false; stroke.path = '' })
addEventListener('pointercancel', () => { stroke.down = false; stroke.path = '' })

function pull(path: string, text: string): void {
  const now = performance.now()
  const same = stroke.path === path && (stroke.down || now - stroke.last < 1500)
  stroke.path = path
  stroke.last = now
  assign(path, text, same ? 'replace' : 'push')
}

const kinds: Record<string, string> = {
  measured: 'Measured by experiment, flight or meter', datasheet: 'A maker’s specification of a thing on sale', quoted: 'A price or figure in a contract or filing',
  derived: 'Computed from sourced figures', claim: 'Announced by someone who gains by it', assumed: 'Dawndusk’s own judgement',
}

export function Kind({ kind }: { kind: string }) { return <span class={`badge ${kind}`} title={kinds[kind]}>{kind}</span> }

function end(v: number): string { return Math.abs(v) < 10_000 ? String(Number(v.toPrecision(5))).replace('-', '−') : figures(v, 3) }

/** rangeText says what an input is drawn from. */
export function rangeText(r: Row): string {
  if (!r.range.length) return ''
  const span = `${r.range[0]} to ${r.range[1]}`
  return r.range_is === 'not drawn' ? `${span}, not drawn` : r.range_is === 'bounds' ? `${span}, ${r.dist}` : `${span} (5–95 %), ${r.dist}`
}

/** InputRow shows a row; effect is how strongly it moves the answer, level that of its heading. */
export function InputRow({ row, effect, mark, level = 3 }: { row: Row; effect?: number; mark?: boolean; level?: 3 | 4 | 5 }) {
  const Heading = `h${level}` as const
  const id = useId()
  const [open, show] = useState(false)
  const set = useComputed(() => sets.value.get(row.path)).value
  const b = book.value!
  const base = b.base.get(row.path)!
  const free = set === 'null' || (set === undefined && row.derived)
  const byScenario = b.changed.includes(row.path)
  return (
    <article class={`input ${set !== undefined ? 'moved' : ''} ${mark ? 'marked' : ''}`} data-path={row.path} aria-label={title(row)}>
      <div class="about">
        <Heading class="name" id={id}>{title(row)}</Heading>
        <p class="path"><code>{row.path}</code> {row.derived ? <span>{free ? 'derived by the model' : 'pinned'}</span> : <Kind kind={row.kind} />}{effect !== undefined && <Effect effect={effect} />}</p>
        <p class="was">
          {byScenario && <span>ledger <del>{base.value || 'derived'}</del>{base.range.length > 0 && base.dist !== 'fixed' ? ` (${base.range[0]} to ${base.range[1]})` : ''} → {b.scenario} <ins>{row.value || 'derived'}</ins></span>}
          {set !== undefined && <span>{byScenario ? '' : <><del>{row.value || 'derived'}</del> → </>}{byScenario && '→ '}<ins>{set === 'null' ? 'derived' : set}</ins></span>}
        </p>
      </div>
      {row.slider ? <Slide row={row} slider={row.slider} set={set} free={free} labelled={id} /> : row.choices.length > 0 ? <Choice row={row} set={set} labelled={id} /> : <p class="slide soft">{row.value}</p>}
      <div class="ways">
        {set !== undefined && <button type="button" onClick={() => assign(row.path, null)} aria-label={`Reset ${title(row)}`}>Reset</button>}
        {base.derived && !row.derived && !free && <button type="button" title="Let the model derive it" onClick={() => assign(row.path, 'null')}>Unpin</button>}
        <button type="button" class="quiet" aria-expanded={open} onClick={() => show(!open)}>{open ? 'Less' : row.sources.length ? `Sources (${row.sources.length})` : 'Why'}<span class="hidden">: {title(row)}</span></button>
      </div>
      {open && <Evidence row={row} b={b} />}
    </article>
  )
}

/** Effect is a driver's rank correlation with the ratio of the costs. */
function Effect({ effect }: { effect: number }) {
  return (
    <span class="effect" title="Rank correlation with the ratio of orbit’s cost to the ground’s, in 2035">
      {effect > 0 ? 'higher: orbit dearer' : 'higher: orbit cheaper'} ({effect > 0 ? '+' : '−'}{Math.abs(effect).toFixed(2)})
    </span>
  )
}

function Choice({ row, set, labelled }: { row: Row; set?: string; labelled: string }) {
  return (
    <div class="slide">
      <select value={set ?? row.value} aria-labelledby={labelled} onChange={(e) => { const v = e.currentTarget.value; assign(row.path, v === row.value ? null : v) }}>
        {row.choices.map((c) => <option key={c} value={c}>{c}{c === row.value ? ' (as the scenario has it)' : ''}</option>)}
      </select>
      <Heard row={row} slider={undefined} />
    </div>
  )
}

function Slide({ row, slider, set, free, labelled }: { row: Row; slider: Slider; set?: string; free: boolean; labelled: string }) {
  const b = book.value!
  const model = useComputed(() => derived.value.get(row.path)).value
  const v = free ? model?.p50 ?? null : set === undefined ? slider.value : number(slider, set) ?? foreign.value.get(inOther(row.path, set, slider)) ?? null
  const middle = Math.round(slider.steps / 2)
  const k = v === null ? middle : steps(slider, v)
  const outside = v !== null && set !== undefined && !free && slider.from !== null && slider.to !== null && (v < slider.from || v > slider.to)
  const said = free ? `derived by the model${model ? `: ${figures(model.p50)} ${slider.unit} in ${model.year}` : ''}` : set ?? row.value
  return (
    <div class={`slide ${free ? 'free' : ''}`}>
      <div class="rail">
        <Drawing row={row} slider={slider} model={b.base.get(row.path)!.derived ? model : undefined} />
        <input type="range" min={0} max={slider.steps} step={1} value={k} aria-labelledby={labelled} aria-valuetext={outside ? `${said}, outside the range of the evidence` : said}
          onPointerDown={() => { stroke.down = true; stroke.path = '' }}
          onInput={(e) => pull(row.path, write(slider, at(slider, e.currentTarget.valueAsNumber)))} />
        <div class="ends" aria-hidden="true"><span>{end(slider.low)}</span><span>{row.dist !== 'fixed' && row.range_is !== 'bounds' ? `5–95 %: ${row.range[0]} to ${row.range[1]}` : row.range.length ? `${row.range[0]} to ${row.range[1]}` : model ? `${row.path === 'stated.flights_per_year' ? 'flown' : 'derived'} in ${model.year}: ${figures(model.p10)}–${figures(model.p90)} ${slider.unit}` : ''}</span><span>{end(slider.high)}{slider.log ? ' log' : ''}</span></div>
        <Heard row={row} slider={slider} />
        {outside && <p class="note">Outside the range of the evidence, {row.range[0]} to {row.range[1]}: played, with a warning.</p>}
        {set !== undefined && !free && row.dist !== 'fixed' && <p class="hidden">Held at one value: no longer drawn.</p>}
      </div>
      <Exact row={row} slider={slider} shown={free ? '' : set ?? row.value} />
    </div>
  )
}

/** Exact takes a value with any unit that fits, read by the server. */
function Exact({ row, slider, shown }: { row: Row; slider: Slider; shown: string }) {
  const [draft, edit] = useState<string | null>(null)
  const [mistake, say] = useState('')
  const refused = useRef('')
  const id = useId()
  const enter = async () => {
    let t = draft?.trim()
    if (t === undefined || t === shown) { edit(null); say(''); return }
    if (t === '') { assign(row.path, null); edit(null); say(''); return }
    if (slider.unit && /^[-+]?[\d._]+(e[-+]?\d+)?$/i.test(t)) t = `${t} ${slider.unit}`
    if (mistake && t === refused.current) return
    const bad = await check(row.path, t)
    say(bad)
    refused.current = t
    if (bad) return
    assign(row.path, t)
    edit(null)
  }
  return (
    <div class="exact">
      <input type="text" value={draft ?? shown} placeholder={`derived, ${slider.unit}`} size={11} aria-label={`${title(row)}, exactly, with its unit`} aria-invalid={mistake !== ''} aria-describedby={mistake ? id : undefined} spellcheck={false} autocomplete="off"
        onInput={(e) => edit(e.currentTarget.value)}
        onKeyDown={(e) => { if (e.key === 'Enter') enter(); else if (e.key === 'Escape') { edit(null); say('') } }}
        onBlur={enter} />
      {mistake && <p id={id} class="wrong" role="alert">{mistake}</p>}
    </div>
  )
}

/** Heard are the figures that sources and shipped scenarios give, to be taken over. */
function Heard({ row, slider }: { row: Row; slider?: Slider }) {
  const b = book.value!
  const list = row.said.filter((s) => s.value && s.scenario !== b.scenario && (s.scenario !== 'base' || b.changed.includes(row.path)))
  if (!list.length && !row.says.length) return null
  return (
    <p class="heard">
      {row.says.map((s, i) => (
        <button key={i} type="button" class="quiet source" onClick={() => assign(row.path, s.value)}
          title={`The source ${s.key}: ${s.value}; ${row.sources.filter((f) => f.key === s.key).map((f) => f.locator).join('; ')}. Click to set it.`}>
          <i aria-hidden="true" />{s.key} {s.value}
        </button>
      ))}
      {list.map((s) => (
        <button key={s.scenario} type="button" class={`quiet ${s.kind}`} onClick={() => assign(row.path, s.value)}
          title={`${s.scenario === 'base' ? 'The ledger' : `Scenario ${s.scenario}`}: ${s.value}${s.range.length ? `, ${s.range[0]} to ${s.range[1]}` : ''} (${s.kind})${s.sources.length ? `; ${s.sources.map((f) => `${f.key} ${f.locator}`).join('; ')}` : ''}. Click to set it.`}>
          {slider && <i aria-hidden="true" />}{s.scenario} {s.value}
        </button>
      ))}
    </p>
  )
}

/** Drawing is the distribution of an input over its slider, its range, and the values of
 * its sources and of the shipped scenarios. */
function Drawing({ row, slider, model }: { row: Row; slider: Slider; model?: { p10: number; p50: number; p90: number } }) {
  return useMemo(() => {
    const x = (v: number) => 1000 * place(slider, v)
    const d = density(row)
    const path = d && `M0,40${d.map((f, i) => `L${((1000 * i) / (d.length - 1)).toFixed(1)},${(40 - 36 * f).toFixed(1)}`).join('')}L1000,40Z`
    return (
      <svg class="drawing" viewBox="0 0 1000 46" preserveAspectRatio="none" aria-hidden="true">
        {path && <path class="density" d={path} />}
        {slider.from !== null && slider.to !== null && <rect class={row.dist === 'fixed' ? 'span fixed' : 'span'} x={x(slider.from)} width={Math.max(1, x(slider.to) - x(slider.from))} y={40} height={6} />}
        {model && <rect class="span model" x={x(model.p10)} width={Math.max(2, x(model.p90) - x(model.p10))} y={12} height={28} />}
        {model && <line class="middle" x1={x(model.p50)} x2={x(model.p50)} y1={12} y2={46} />}
        {slider.value !== null && <line class="middle" x1={x(slider.value)} x2={x(slider.value)} y1={2} y2={46} />}
        {row.says.filter((s) => s.at !== null).map((s, i) => <path key={i} class="source" d={`M${x(s.at!)},28l-7,-14h14z`}><title>{s.key}: {s.value}</title></path>)}
        {row.said.filter((s) => s.at !== null && s.value).map((s) => <line key={s.scenario} class={`tick ${s.kind}`} x1={x(s.at!)} x2={x(s.at!)} y1={24} y2={46}><title>{s.scenario}: {s.value}</title></line>)}
      </svg>
    )
  }, [row, slider, model])
}

/** Evidence is all that the ledger says of an input. */
function Evidence({ row, b }: { row: Row; b: Book }) {
  const others = row.said.filter((s) => s.scenario !== b.scenario && (s.sources.length > 0 || s.value === ''))
  return (
    <div class="evidence">
      {title(row) !== row.what && <p>{row.what}.</p>}
      {row.note && <p>{row.note}</p>}
      <dl>
        <dt>Value</dt><dd>{row.value || 'derived by the model'}</dd>
        {row.range.length > 0 && <><dt>Range</dt><dd>{rangeText(row)}</dd></>}
        {row.limits.length > 0 && <><dt>Limits</dt><dd>{row.limits[0]} to {row.limits[1]}: nothing outside is played</dd></>}
        {!row.derived && <><dt>Evidence</dt><dd><Kind kind={row.kind} /> {kinds[row.kind]}</dd></>}
      </dl>
      {row.sources.length > 0 && <ul class="sources">{row.sources.map((f, i) => <Source key={i} f={f} b={b} />)}</ul>}
      {others.map((s) => (
        <div key={s.scenario}>
          <p><b>{s.scenario === 'base' ? 'The ledger' : `Scenario ${s.scenario}`}</b>: {s.value || 'derived'}{s.range.length > 0 && `, ${s.range[0]} to ${s.range[1]}`} <Kind kind={s.kind} /></p>
          {s.sources.length > 0 && <ul class="sources">{s.sources.map((f, i) => <Source key={i} f={f} b={b} />)}</ul>}
        </div>
      ))}
    </div>
  )
}

function Source({ f, b }: { f: Ref; b: Book }) {
  const d = b.sources.get(f.key)
  const m = d && /^(https?:\/\/\S+)(.*)$/.exec(d.address)
  return (
    <li>
      <code>{f.key}</code> {d ? <>{d.author} ({d.year}): <cite>{d.title}</cite>. {m ? <><a href={m[1]} target="_blank" rel="noreferrer">{m[1].replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '')}</a>{m[2]}</> : d.address}</> : 'a source that this ledger does not hold'}
      {f.locator && <> — <span class="locator">{f.locator}</span></>}
    </li>
  )
}
