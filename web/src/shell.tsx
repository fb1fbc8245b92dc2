// What stands around every view: where one is, what is asked, and whether it is answered.

import { signal } from '@preact/signals'
import { Component, type ComponentType } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'

import { address, go, isSeed, link, usualDraws, views, write, type View } from './address'
import { asked, fetched, files, get, isFile, post, reachable, Refusal, type Schemas } from './api'
import { save } from './chart/export'
import { answer, key, playing, settled, trouble } from './study'
import Assumptions from './view/assumptions'
import Chain from './view/chain'
import Claims from './view/claims'
import Others from './view/others'
import Satellite from './view/satellite'
import Verdict from './view/verdict'

const names: Record<View, string> = {
  verdict: 'Verdict', assumptions: 'Assumptions', chain: 'Chain', globe: 'Globe', satellite: 'Satellite', claims: 'Claims', others: 'Others',
}

/** The shipped scenarios, once they are known. */
export const scenarios = signal<Schemas['Scenario'][]>([])

export function Shell() {
  const view = address.value.view
  const main = useRef<HTMLElement>(null)
  const nav = useRef<HTMLElement>(null)
  const first = useRef(true)
  useEffect(() => { if (reachable.value && !scenarios.value.length) get<Schemas['Scenario'][]>('/scenarios').then((s) => { scenarios.value = s }, () => {}) }, [reachable.value])
  useEffect(() => {
    document.title = `${names[view]} · Dawndusk`
    const here = nav.current?.querySelector<HTMLElement>('[aria-current]')
    if (here) nav.current!.scrollLeft = here.offsetLeft - nav.current!.offsetLeft - (nav.current!.clientWidth - here.offsetWidth) / 2 // in sight where there is no room for all
    if (first.current) first.current = false
    else main.current?.focus({ preventScroll: true }) // whoever does not see it hears the new view
  }, [view])
  return (
    <>
      <a class="skip" href="#main" onClick={(e) => { e.preventDefault(); main.current?.focus() }}>Skip to the view</a>
      <header class="top">
        <div class="bar">
          <a class="brand" href={write({ ...address.value, view: 'verdict', own: {} })} onClick={follow('verdict')}>Dawndusk</a>
          <nav ref={nav} aria-label="Views">
            {views.map((v) => (
              <a key={v} href={write({ ...address.value, view: v, own: {} })} aria-current={v === view ? 'page' : undefined} onClick={follow(v)}>{names[v]}</a>
            ))}
          </nav>
          <Theme />
        </div>
        <Asked />
      </header>
      {!reachable.value && <p class="banner" role="alert">The server does not answer. What is shown was its last answer; the page asks again by itself.</p>}
      {trouble.value && <Trouble />}
      <main id="main" ref={main} tabIndex={-1} aria-label={names[view]}>
        <Caught key={view}><ViewOf view={view} /></Caught>
      </main>
      <footer>
        <p>Dawndusk {answer.value?.summary.version} · Apache-2.0 · SI units; amounts in US dollars of {answer.value?.summary.money_year ?? 2026} unless another year is stated · evidence as of {answer.value?.summary.as_of ?? '2026-10'} · <a href="/reference">interface for programs</a> · <a href="/plain/">pages without script</a> · coastlines: Natural Earth · <a href="/page/licences.txt">licences</a></p>
      </footer>
    </>
  )
}

function follow(v: View) {
  return (e: MouseEvent) => {
    if (e.metaKey || e.ctrlKey || e.shiftKey || e.button !== 0) return
    e.preventDefault()
    if (v !== address.value.view) { go({ view: v, own: {} }); scrollTo(0, 0) }
  }
}

function ViewOf({ view }: { view: View }) {
  switch (view) {
    case 'verdict': return <Verdict />
    case 'assumptions': return <Assumptions />
    case 'chain': return <Chain />
    case 'globe': return <Later load={() => import('./view/globe')} />
    case 'satellite': return <Satellite />
    case 'claims': return <Claims />
    case 'others': return <Others />
  }
}

/** Later shows a view whose script is loaded when it is first asked for. */
function Later({ load }: { load: () => Promise<{ default: ComponentType }> }) {
  const [Loaded, set] = useState<ComponentType | null>(null)
  const [wrong, say] = useState('')
  useEffect(() => { load().then((m) => set(() => m.default), () => say('This view could not be loaded. Load the page again once the server answers.')) }, [])
  if (wrong) return <p class="wrong" role="alert">{wrong}</p>
  return Loaded ? <Loaded /> : <p class="waiting" role="status">Loading…</p>
}

/** Caught keeps the rest of the page when a view fails. */
class Caught extends Component<object, { wrong: string }> {
  state = { wrong: '' }
  static getDerivedStateFromError(e: unknown) { return { wrong: String(e) } }
  componentDidCatch(e: unknown) { console.error(e) }
  render() {
    if (!this.state.wrong) return <>{this.props.children}</>
    return <p class="wrong" role="alert">A defect of this page: {this.state.wrong}. <button type="button" onClick={() => this.setState({ wrong: '' })}>Try again</button></p>
  }
}

/** Trouble says why there is no answer: all mistakes at once. */
function Trouble() {
  const p = trouble.value!
  const a = address.value
  return (
    <div class="trouble" role="alert">
      <p><strong>{p.status === 422 ? 'This cannot be played' : 'No answer'}:</strong> {p.detail || p.title}</p>
      {p.errors && <ul>{p.errors.map((e, i) => <li key={i}>{e.location && <code>{e.location.replace(/^body\./, '')}</code>} {e.message}</li>)}</ul>}
      {/\.(ya?ml|json)$/.test(a.scenario) && !isFile(a.scenario) && <p>A link does not carry a scenario file: open the file with “Open…”, and its changes stay in this tab.</p>}
      {answer.value && answer.value.key !== key(a) && <p>What is shown is the last answer, to another question.</p>}
      {a.set.size > 0 && <button type="button" onClick={() => go({ set: new Map() })}>Take all changes back</button>}
      {a.scenario !== 'base' && <button type="button" onClick={() => go({ scenario: 'base' })}>Play the base scenario</button>}
      {answer.value?.key === key(a) && <button type="button" onClick={() => { trouble.value = null }}>Close</button>}
    </div>
  )
}

/** Asked is the question that every view answers, and the ways to take it along. */
function Asked() {
  const a = address.value
  const n = a.set.size
  const [said, say] = useState('')
  const [offered, offer] = useState('')
  const picked = useRef<HTMLInputElement>(null)
  const chance = useRef<HTMLDetailsElement>(null)
  const changes = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    const away = (e: PointerEvent) => { if (chance.current?.open && !chance.current.contains(e.target as Node)) chance.current.open = false }
    document.addEventListener('pointerdown', away)
    return () => document.removeEventListener('pointerdown', away)
  }, [])
  useEffect(() => { if (said) { const t = setTimeout(() => say(''), 4000); return () => clearTimeout(t) } }, [said])
  const copy = () => {
    const text = link()
    const by = navigator.clipboard?.writeText(text)
    if (by) by.then(() => { say('Link copied'); offer('') }, () => offer(text))
    else offer(text)
  }
  const take = async () => {
    try {
      const r = await post('/scenario-file', asked(a))
      save(await r.blob(), /filename="?([^"]+)"?/.exec(r.headers.get('Content-Disposition') ?? '')?.[1] ?? 'dawndusk-scenario.yaml')
      say('Scenario file saved')
    } catch (e) {
      say(e instanceof Refusal ? e.message : 'The server does not answer')
    }
  }
  const open = async (list: FileList | null) => {
    const texts: Record<string, string> = {}
    for (const f of list ?? []) texts[f.name] = await f.text()
    const name = Object.keys(texts)[0]
    if (!name) return
    try {
      await fetched('/check', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ scenario: name, files: texts }) })
      files.value = texts // those opened before go: what one is based on is opened with it
      go({ scenario: name, set: new Map() })
    } catch (e) {
      trouble.value = e instanceof Refusal ? e.problem : { detail: String(e) }
    }
    if (picked.current) picked.current.value = ''
  }
  const own = Object.keys(files.value)
  const progress = answer.value && playing.value ? `${answer.value.draws.toLocaleString('en')} of ${answer.value.of.toLocaleString('en')} draws` : playing.value ? 'playing…' : settled.value ? `${a.draws.toLocaleString('en')} draws, seed ${a.seed}` : ''
  return (
    <div class="asked">
      <label><span>Scenario</span>
        <select value={a.scenario} onChange={(e) => go({ scenario: e.currentTarget.value, set: new Map() })}>
          {scenarios.value.map((s) => <option key={s.name} value={s.name}>{s.name}</option>)}
          {own.map((s) => <option key={s} value={s}>{s}</option>)}
          {!own.includes(a.scenario) && !scenarios.value.some((s) => s.name === a.scenario) && <option value={a.scenario}>{a.scenario}</option>}
        </select>
      </label>
      <span class="changes" ref={changes} tabIndex={-1}>
        {n === 0 ? 'as shipped' : <><a href={write({ ...a, view: 'assumptions', own: { changed: '1' } })} onClick={(e) => { e.preventDefault(); go({ view: 'assumptions', own: { changed: '1' } }) }}>{n} input{n > 1 ? 's' : ''} changed</a> <button type="button" class="quiet" onClick={() => { go({ set: new Map() }); changes.current?.focus() }}>Reset</button></>}
      </span>
      <details class="chance" ref={chance} onKeyDown={(e) => { if (e.key === 'Escape' && chance.current?.open) { chance.current.open = false; chance.current.querySelector('summary')?.focus() } }}>
        <summary>{progress || 'draws and seed'}</summary>
        <div class="pop">
          <label>Draws <input type="number" min={1} max={2000} value={a.draws} onChange={(e) => { const v = e.currentTarget.valueAsNumber; if (v >= 1 && v <= 2000) go({ draws: Math.floor(v) }); else e.currentTarget.value = String(a.draws) }} /></label>
          <label>Seed <input type="text" inputMode="numeric" pattern="\d{1,20}" value={a.seed} onChange={(e) => { const t = e.currentTarget.value.trim(); if (isSeed(t)) go({ seed: t }); else e.currentTarget.value = a.seed }} /></label>
          {(a.draws !== usualDraws || a.seed !== '1') && <button type="button" onClick={() => go({ draws: usualDraws, seed: '1' })}>As usual</button>}
          <p>The same scenario, changes, draws and seed give the same numbers here and from the command: <code>dawndusk run {a.scenario} --draws {a.draws} --seed {a.seed}{[...a.set].map(([p, v]) => ` --set ${p}="${v}"`)}</code></p>
        </div>
      </details>
      <span class="tools">
        <button type="button" onClick={copy} title="Copy the address of exactly what is shown">Copy link</button>
        <button type="button" onClick={take} title="Save the scenario with its changes as a file for dawndusk run">Scenario file</button>
        <button type="button" onClick={() => picked.current?.click()} title="Play a scenario file of your own">Open…</button>
        <input ref={picked} class="hidden" type="file" accept=".yaml,.yml,.json" multiple aria-label="Open a scenario file" tabIndex={-1} onChange={(e) => open(e.currentTarget.files)} />
      </span>
      <span class="said" role="status">{said}</span>
      {offered && <label class="offered">Link <input readOnly value={offered} ref={(e) => e?.select()} onBlur={() => offer('')} /></label>}
    </div>
  )
}

/** Theme lets a person choose against what the system says. */
function Theme() {
  const [theme, set] = useState(() => { try { return localStorage.getItem('theme') ?? '' } catch { return '' } })
  useEffect(() => {
    if (theme) document.documentElement.dataset.theme = theme
    else delete document.documentElement.dataset.theme
    try { theme ? localStorage.setItem('theme', theme) : localStorage.removeItem('theme') } catch { /* not kept */ }
    dispatchEvent(new Event('themechange'))
  }, [theme])
  const dark = theme ? theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches
  return <button type="button" class="theme" aria-label={dark ? 'Light colours' : 'Dark colours'} title={dark ? 'Light colours' : 'Dark colours'} onClick={() => set(dark ? 'light' : 'dark')}><span aria-hidden="true">{dark ? '☀' : '☾'}</span></button>
}
