// How a comparison is told in words.

import { signal } from '@preact/signals'

import type { Question } from '../../address'
import { files, get, isFile, type Schemas } from '../../api'
import { rungs } from '../../chart/bills'
import { figures } from '../../format'

export type Standing = Schemas['Standing']
export type Published = Schemas['Published']
export type Comparison = Schemas['Comparison']
export type Part = Schemas['Part']

/** The metrics in which a cost is told, as a comparison takes them. */
export const metrics: [name: string, told: string][] = [
  ['capital', 'capital, $/W'], ['ownership', 'cost of ownership, $/W'], ['kw-year', 'a kilowatt-year, $/kW·yr'], ['mwh', 'a megawatt-hour of load, $/MWh'],
  ['gpu-hour', 'a GPU-hour, $/GPU-h'], ['pflop-hour', 'a PFLOP/s-hour of training, $/PFLOP-h'], ['m-tokens', 'a million tokens, $/M tokens'], ['npv', 'net present value, $/W'],
]

/** boundary says in words what a cost holds. */
export function boundary(name: string): string {
  const i = rungs.indexOf(name)
  if (i === 0) return `${name} alone`
  if (i === rungs.length - 1) return 'the whole bill'
  if (i > 0) return `launch to ${name}`
  const names = name.split('+')
  const missing = rungs.filter((r) => !names.includes(r))
  if (missing.length > 0 && missing.length < 3) return `without ${missing.join(' and ')}`
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names[names.length - 1]}` : `${name} alone`
}

export function metric(name: string): string { return (metrics.find(([n]) => n === name)?.[1] ?? name).replace(/, [^,]*$/, '') }

/** compared says what a comparison is of. */
export function compared(c: Comparison): string {
  const what = c.metric === 'capital' || c.metric === 'npv' || c.metric === 'ownership' ? metric(c.metric) : `cost of ${metric(c.metric)}`
  if (c.of === 'ratio') return `orbit ÷ ground, ${what}`
  return `${what} ${c.of === 'orbit' ? 'in orbit' : 'on the ground'}, ${c.unit}`
}

/** told says how one side tells its cost. */
export function told(s: Schemas['CompareSide']): string {
  const products: Record<string, string> = { batch: 'batch inference', training: 'training', interactive: 'interactive inference' }
  let text = `ordered in July ${s.year}, ${products[s.product] ?? s.product}, ${boundary(s.boundary)}`
  if (s.interest === 'within') text += ', interest in each line'
  if (s.interest === 'none') text += ', no interest'
  if (s.horizon_years > 0) text += `, over ${figures(s.horizon_years, 2)} years`
  if (s.payments_per_year === 1) text += ', rents at the end of each year'
  if (s.payments_per_year > 1) text += `, ${s.payments_per_year} rents a year`
  if (s.printed !== null) text += `; the study prints ${figures(s.printed, 3)}`
  return text
}

/** groups are what the parts of a comparison are called. */
const groups: Record<string, string> = { switches: 'choices', stated: 'links stated outright', convention: 'how it is counted' }

export function group(name: string): string { return groups[name] ?? name }

/** What the server has of others, once it is known. */
export const studies = signal<Published[]>([])
export const standings = signal<Standing[]>([])
export const unknown = signal('')

export async function learn(): Promise<void> {
  if (studies.value.length && standings.value.length) return
  try {
    const [list, rows] = await Promise.all([get<Published[]>('/studies'), get<Standing[]>('/studies/stands')])
    studies.value = list
    standings.value = rows
    unknown.value = ''
  } catch (e) {
    unknown.value = e instanceof Error ? e.message : String(e)
  }
}

export function sideOf(s: Standing): string { return s.stance ? `${s.study}:${s.stance}` : s.study }

/** The name under which the page's own scenario goes into a comparison. */
export const page = 'this'
const pageFile = 'this-page.yaml'

/** side is a side of a comparison as the server takes it, with the files that it
 * needs. A scenario with assignments is one based on it: both sides would have what
 * the question itself sets. */
export function side(name: string, q: Question): { name: string; files: Record<string, string> } {
  if (name !== page) return { name, files: isFile(name) ? { ...files.value } : {} }
  const own = isFile(q.scenario) ? { ...files.value } : {}
  if (q.set.size === 0) return { name: q.scenario, files: own }
  const tree = Object.create(null)
  tree.name = 'this page'
  tree.title = `${q.scenario} with ${q.set.size} input${q.set.size > 1 ? 's' : ''} changed`
  tree.based = [q.scenario]
  for (const [path, value] of q.set) {
    const keys = path.split('.')
    let at = tree
    for (const k of keys.slice(0, -1)) at = typeof at[k] === 'object' && !Array.isArray(at[k]) ? at[k] : (at[k] = Object.create(null))
    at[keys[keys.length - 1]] = value
  }
  return { name: pageFile, files: { ...own, [pageFile]: JSON.stringify(tree) } }
}
