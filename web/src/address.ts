// The state of the page is its address: whoever opens it sees the same.

import { signal } from '@preact/signals'

export const views = ['verdict', 'assumptions', 'chain', 'globe', 'satellite', 'claims', 'others'] as const
export type View = (typeof views)[number]

/** What is asked: a scenario, assignments over it in their order, and which draws. */
export interface Question {
  scenario: string
  set: ReadonlyMap<string, string>
  draws: number
  seed: string // a uint64 in figures: beyond what a number holds
}

export interface Address extends Question {
  view: View
  /** What a view keeps for itself; gone when another view is opened. */
  own: Readonly<Record<string, string>>
}

export const usualDraws = 1000
const shared = new Set(['scenario', 'set', 'draws', 'seed'])

/** isSeed tells whether a text is a seed: a whole number below 2⁶⁴. */
export function isSeed(t: string): boolean { return /^\d{1,20}$/.test(t) && BigInt(t) < 2n ** 64n }

/** parse reads an address. What cannot be meant falls back to what is usual; values of
 * inputs are judged by the server. */
export function parse(path: string, query: string): Address {
  const q = new URLSearchParams(query)
  const name = path.replace(/^\/|\/$/g, '')
  const set = new Map<string, string>()
  for (const s of q.getAll('set')) {
    const at = s.indexOf('=')
    const input = (at < 0 ? s : s.slice(0, at)).trim()
    if (input) set.set(input, at < 0 ? '' : s.slice(at + 1).trim()) // the server says what is missing
  }
  const own: Record<string, string> = {}
  for (const [k, v] of q) if (!shared.has(k)) own[k] = v
  const draws = Number(q.get('draws') || usualDraws)
  const seed = q.get('seed') ?? '1'
  return {
    view: (views as readonly string[]).includes(name) ? (name as View) : 'verdict',
    scenario: q.get('scenario') || 'base',
    set,
    draws: Number.isInteger(draws) && draws >= 1 ? Math.min(draws, 2000) : usualDraws,
    seed: isSeed(seed) ? seed : '1',
    own,
  }
}

/** write is parse backwards. Scenario, draws and seed always stand in it: a link is to
 * mean the same tomorrow. */
export function write(a: Address): string {
  const q = new URLSearchParams()
  q.set('scenario', a.scenario)
  q.set('draws', String(a.draws))
  q.set('seed', a.seed)
  for (const [path, value] of a.set) q.append('set', `${path}=${value}`)
  for (const k of Object.keys(a.own).sort()) q.set(k, a.own[k])
  return `/${a.view}?${q}`
}

export const address = signal<Address>(parse(location.pathname, location.search))

/** How many steps a person has taken that could be gone back over: what moves along with
 * a slider is one. */
export const steps = signal(0)

addEventListener('popstate', () => {
  clearTimeout(waiting) // of a step that was left
  waiting = undefined
  steps.value++
  address.value = parse(location.pathname, location.search)
})

let waiting: ReturnType<typeof setTimeout> | undefined

/** written writes a replacement that still waits into the address. */
function written(): void {
  if (waiting === undefined) return
  clearTimeout(waiting)
  waiting = undefined
  history.replaceState(null, '', write(address.peek()))
}

addEventListener('pagehide', written) // whoever loads again comes back to what was seen

/** go changes the address. A step that a person would go back over is pushed; what
 * moves along with a slider or a clock replaces, at most some times a second, which is
 * all that browsers allow. */
export function go(change: Partial<Address>, how: 'push' | 'replace' = 'push'): void {
  const before = address.peek()
  const next = { ...before, ...change }
  if (change.view && change.view !== before.view && !change.own) next.own = {}
  if (how === 'push') {
    written() // of the step that is left: who goes back finds it as it was last
    if (write(next) !== write(before)) {
      history.pushState(null, '', write(next))
      steps.value++
    }
  } else {
    clearTimeout(waiting)
    waiting = setTimeout(written, 250)
  }
  address.value = next
}

/** assign gives an input a value, or takes it back to the scenario's with null. */
export function assign(path: string, value: string | null, how: 'push' | 'replace' = 'push'): void {
  const set = new Map(address.peek().set)
  if (value === null) set.delete(path)
  else set.set(path, value)
  go({ set }, how)
}

/** keep sets or, with null, drops what a view keeps in the address. */
export function keep(change: Record<string, string | null>, how: 'push' | 'replace' = 'replace'): void {
  const own = { ...address.peek().own }
  for (const [k, v] of Object.entries(change)) {
    if (v === null) delete own[k]
    else own[k] = v
  }
  go({ own }, how)
}

/** link is what to send to somebody. */
export function link(): string { return location.origin + write(address.value) }
