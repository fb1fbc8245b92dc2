// The ledger's rows as the scenario has them, and what the address assigns over them.

import { computed, effect, signal } from '@preact/signals'

import { address } from '../../address'
import { files, get, Gone, isFile, post, reachable, read as told, Refusal, source, type Schemas } from '../../api'
import { answer, settled } from '../../study'
import { number, type Slider } from './slide'

export type Row = Schemas['Row']
export type Document = Schemas['Document']
type Ledger = Schemas['Ledger']
type InFull = Schemas['ScenarioInFull']

/** Book is all rows with the scenario's changes applied. */
export interface Book {
  scenario: string
  rows: Row[]
  by: ReadonlyMap<string, Row>
  base: ReadonlyMap<string, Row>
  sources: ReadonlyMap<string, Document>
  /** Inputs that the scenario has other than the ledger, in its order. */
  changed: string[]
  chapters: string[]
}

export const book = signal<Book | null>(null)
export const wrong = signal('')

let ledger: Promise<Ledger> | undefined

const which = computed(() => `${address.value.scenario}\n${isFile(address.value.scenario) ? JSON.stringify(files.value) : ''}`)

async function read(stop: AbortSignal): Promise<Book> {
  ledger ??= get<Ledger>('/ledger?scenario=base')
  const asking = ledger
  let l: Ledger
  try {
    l = await asking
  } catch (e) {
    if (ledger === asking) ledger = undefined
    throw e
  }
  const { scenario } = address.peek()
  const base = new Map(l.rows.map((r) => [r.path, r]))
  let changed: Row[] = []
  if (scenario !== 'base') {
    const r = await told<InFull>(await post('/check', { ...source(address.peek()), set: [] }, stop), stop)
    changed = r.changed
  }
  const own = new Map(changed.map((r) => [r.path, r]))
  const rows = l.rows.map((r) => own.get(r.path) ?? r)
  return {
    scenario, rows, base,
    by: new Map(rows.map((r) => [r.path, r])),
    sources: new Map(l.sources.map((d) => [d.key, d])),
    changed: [...own.keys()],
    chapters: [...new Set(rows.map((r) => r.chapter))].filter((c) => c !== 'stated'),
  }
}

/** keepRead holds the book to the scenario of the address until what it returns is called. */
export function keepRead(): () => void {
  let stop: AbortController | undefined
  const ends = [
    effect(() => {
      void which.value
      if (!reachable.value) return
      stop?.abort()
      const mine = (stop = new AbortController())
      read(mine.signal).then((b) => {
        if (mine.signal.aborted) return
        book.value = b
        wrong.value = ''
      }, (e) => {
        if (mine.signal.aborted || e instanceof Gone) return
        wrong.value = e instanceof Refusal ? e.message : String(e)
      })
    }),
    effect(() => { // values in other units than the slider's are read by the server
      const b = book.value
      const set = sets.value
      if (!b) return
      const unread = [...set].filter(([p, v]) => {
        const s = b.by.get(p)?.slider
        return s && v !== 'null' && number(s, v) === null && !askedOf.has(inOther(p, v, s))
      })
      if (unread.length) void ask(b, unread)
    }),
    effect(() => { // what the model derives, as long as it does
      const a = answer.value
      const b = book.value
      if (!a || !b || !settled.value) return
      const year = a.summary.series.find((y) => y.year === a.summary.cost_year)
      if (!year) return
      const next = new Map(derived.peek())
      let moved = false
      for (const [path, of] of Object.entries(derives)) {
        if (a.question.set.has(path) ? a.question.set.get(path) !== 'null' : !b.by.get(path)?.derived) continue
        const { p10, p50, p90 } = year[of]
        if (p10 === null || p50 === null || p90 === null || next.get(path)?.p50 === p50) continue
        next.set(path, { year: year.year, p10, p50, p90 })
        moved = true
      }
      if (moved) derived.value = next
    }),
  ]
  return () => { ends.forEach((end) => end()); stop?.abort() }
}

/** The links that the model derives unless they are pinned, and the yearly series of the
 * answer that shows what it derives, in the same unit. */
const derives: Record<string, 'payload_t' | 'launch_usd_per_kg' | 'starship_flights'> = {
  'stated.payload': 'payload_t', 'stated.launch_usd_per_kg': 'launch_usd_per_kg', 'stated.flights_per_year': 'starship_flights',
}

/** What the model last derived for a link that can be pinned. */
export const derived = signal<ReadonlyMap<string, { year: number; p10: number; p50: number; p90: number }>>(new Map())

export const sets = computed(() => address.value.set)
export const own = computed(() => address.value.own)

/** Numbers, in the sliders' units, of texts in other units: by what inOther gives. */
export const foreign = signal<ReadonlyMap<string, number>>(new Map())

export function inOther(path: string, text: string, s: Slider): string { return `${path}=${text} in ${s.unit}` }

/** Texts that the server was asked to read, each once. */
const askedOf = new Set<string>()

async function ask(b: Book, unread: [string, string][]): Promise<void> {
  const known = (p: string, v: string) => inOther(p, v, b.by.get(p)!.slider!) // of rows with a slider alone
  for (const [p, v] of unread) askedOf.add(known(p, v))
  try {
    const r = await told<InFull>(await post('/check', { ...source(address.peek()), set: unread.map(([p, v]) => `${p}=${v}`) }))
    const next = new Map(foreign.peek())
    for (const [p, v] of unread) {
      const row = r.changed.find((c) => c.path === p)
      const s = b.by.get(p)?.slider
      if (row && s && row.value_si !== null) next.set(known(p, v), Number(((row.value_si - s.zero_si) / s.unit_si).toPrecision(12)))
    }
    foreign.value = next
  } catch (e) {
    if (e instanceof Gone) for (const [p, v] of unread) askedOf.delete(known(p, v))
    else if (unread.length > 1) for (const one of unread) void ask(b, [one]) // one that is wrong hides no other
    // The answer tells what is wrong with it.
  }
}

/** check asks the server to read an assignment beside those that stand; it returns what
 * is wrong with it, or nothing. */
export async function check(path: string, text: string): Promise<string> {
  const q = address.peek()
  const set = new Map(q.set)
  set.set(path, text)
  try {
    await post('/check', source({ ...q, set }))
    return ''
  } catch (e) {
    if (!(e instanceof Refusal)) return 'The server does not answer; try again.'
    const mine = e.problem.errors?.filter((m) => m.location?.endsWith(path)) ?? []
    if (e.problem.errors?.length && !mine.length) return '' // something else is wrong, and told above
    return mine.map((m) => m.message).join('; ') || e.message
  }
}

const texts = new WeakMap<Book, Map<string, string>>()

/** textOf is what search looks through: path, description, note and sources in full. */
function textOf(b: Book): Map<string, string> {
  let t = texts.get(b)
  if (!t) {
    t = new Map(b.rows.map((r) => {
      const refs = [...r.sources, ...r.said.flatMap((s) => s.sources)].map((f) => { const d = b.sources.get(f.key); return `${f.key} ${f.locator} ${d?.author} ${d?.year} ${d?.title}` })
      return [r.path, [r.path, titles[r.path], r.what, r.note, chapterTitle(r.chapter), ...refs].join('\n').toLowerCase()]
    }))
    texts.set(b, t)
  }
  return t
}

/** found are the rows that hold all words. */
export function found(b: Book, q: string): Row[] {
  const words = q.toLowerCase().split(/\s+/).filter(Boolean)
  if (!words.length) return b.rows
  const t = textOf(b)
  return b.rows.filter((r) => words.every((w) => t.get(r.path)!.includes(w)))
}

const titles: Record<string, string> = {
  'stated.payload': 'Starship payload',
  'stated.launch_usd_per_kg': 'Launch price',
  'stated.specific_power': 'Computing power per tonne of satellite',
  'stated.satellite_usd_per_w': 'Price of a satellite without its chips',
  'stated.ground_usd_per_mwh': 'Price of power on the ground',
  'stated.flights_per_year': 'Starship flights planned a year',
}

export function title(r: Row): string { return titles[r.path] ?? r.what }

const chapters: Record<string, string> = {
  run: 'What is played', world: 'The world', operator: 'The operator', launch: 'Launch', orbit: 'Orbit', satellite: 'Satellite', fleet: 'Factory and fleet',
  workload: 'Chips and their work', network: 'Network', ground: 'The ground', market: 'The market', finance: 'Finance', lunar: 'The Moon',
  company: 'The group', lab: 'The laboratory', events: 'Events', stated: 'Pinned links',
}

export function chapterTitle(c: string): string { return chapters[c] ?? c }
