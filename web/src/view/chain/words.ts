// What the drawing says of the flows that the server tells.

import type { Schemas } from '../../api'
import { figures } from '../../format'

export type Flows = Schemas['Flows']
export type Year = Schemas['FlowsOfYear']

/** A flow of a year with what it is. */
export interface Told {
  key: string
  stage: string
  side: 'in' | 'out'
  id: string
  name: string
  short: string
  kind: Kind
  mean: number
  p10: number | null
  p90: number | null
  p50: number | null
}

export type Kind = 'orbit' | 'ground' | 'rest' | 'lost' | 'other'

/** The panels in the order in which the chain is read. Price is no flow. */
export const panels = ['launch pad', 'lift', 'factory', 'orbit', 'power', 'compute', 'price', 'earned', 'spent', 'chips'] as const
export type Panel = (typeof panels)[number]

export const titles: Record<Panel, string> = {
  'launch pad': 'Launch pad', lift: 'Mass to orbit', factory: 'Satellite factory', orbit: 'In orbit', power: 'Compute at work', compute: 'Hours of compute',
  price: 'Cost and price of an hour', earned: 'Earned by the group', spent: 'Spent by the group', chips: 'Chips',
}

export const about: Record<Panel, string> = {
  'launch pad': 'Starship flights by who they are for, and what became of them.',
  lift: 'Tonnes that reached orbit on Starship, by who they are for.',
  factory: 'Satellites from the day they are begun to the day they fly.',
  orbit: 'Satellites in orbit.',
  power: 'IT watts of AI compute at work in the world.',
  compute: 'What all of it can deliver, in hours of an H100 equivalent that infers on the ground, and what these are sold as. All machines are one pool in the market: it does not say whose hour went where.',
  price: 'Levelised cost of an hour ordered in mid-year on either side, and the market’s prices then: medians, with where 80 % of draws lie.',
  earned: 'What hours of the group’s compute are worth at the market’s price, and where that goes. Hours that its laboratory uses itself bring no money.',
  spent: 'The budget that pays for compute. What compute earns one month is put back the next.',
  chips: 'The world’s one supply of chips, as IT watts. A chip in orbit is a chip not on the ground.',
}

const short: Record<string, string> = {
  'launch pad/in/tankers': 'tankers', 'launch pad/in/moon-factory': 'Moon factory', 'lift/out/moon-factory': 'Moon factory', 'earned/out/moon-people': 'people, Moon', 'launch pad/out/data-centres-arrived': 'data centres, up', 'launch pad/out/others-arrived': 'others, up',
  'lift/in/moon-parts': 'Moon parts', 'lift/out/satellites': 'satellites', 'lift/out/room': 'room left over', 'lift/out/tankers': 'tankers',
  'factory/in/waiting-before': 'waiting, start', 'factory/in/made': 'begun', 'factory/out/waiting': 'waiting, end',
  'orbit/in/alive-before': 'there, start', 'orbit/out/alive': 'there, end',
  'power/in/orbit-before': 'orbit, start', 'power/in/orbit-more': 'orbit, net growth', 'power/in/ground-before': 'ground, start', 'power/in/ground-added': 'ground, added',
  'power/out/group': 'ground, the group', 'power/out/rest': 'ground, others',
  'compute/in/group': 'ground, the group', 'compute/in/rest': 'ground, others',
  'compute/out/training': 'training', 'compute/out/batch': 'batch work', 'compute/out/inference': 'inference',
  'earned/in/orbit': 'orbit’s hours', 'earned/in/ground': 'ground’s hours', 'earned/in/loss': 'from the budget', 'earned/in/moon-parts': 'Moon parts', 'earned/out/own-use': 'own use', 'earned/out/reinvested': 'back into compute',
  'spent/in/cash-before': 'cash, start', 'spent/in/plan': 'the plan', 'spent/in/reinvested': 'back from compute', 'spent/in/beyond': 'beyond the record', 'spent/in/overdrawn': 'overdrawn, end',
  'spent/out/satellites': 'satellites, chips', 'spent/out/ground': 'ground sites, chips', 'spent/out/moon': 'the Moon', 'spent/out/loss': 'losses', 'spent/out/returned': 'returned', 'spent/out/cash': 'cash, end', 'spent/out/overdrawn-before': 'overdrawn, start',
  'chips/in/stock-before': 'stock, start', 'chips/in/made': 'made', 'chips/out/orbit': 'orbit', 'chips/out/group': 'ground, the group', 'chips/out/rest': 'ground, others', 'chips/out/stock': 'stock, end',
}

/** Less of a name, where a panel is narrow; colours and places say the rest. */
const briefly: [RegExp, string][] = [[/^ground, the group$/, 'the group'], [/^ground, /, ''], [/^running the /, 'running '], [/net (growth|loss)$/, '$1'], [/^data-centre flights$/, 'data centres'], [/^room left over$/, 'room left'], [/^back (into|from) compute$/, '$1 compute'], [/ sites, chips$/, ', chips']]

/** fitting is a name that leaves room for its number: letters are about 6 points wide. */
export function fitting(name: string, number: string, room: number): string {
  if ((name.length + 1) * 6.1 + number.length * 7.6 <= room) return name
  return briefly.reduce((t, [what, less]) => t.replace(what, less), name)
}

const orbits = new Set(['data-centres', 'data-centres-arrived', 'data-centre-flights', 'satellites', 'orbit', 'orbit-before', 'orbit-more', 'orbit-running', 'launch', 'made', 'launched', 'waiting', 'waiting-before', 'alive', 'alive-before'])
const grounds = new Set(['ground', 'ground-before', 'ground-added', 'ground-running', 'group'])
const losses = new Set(['lost', 'failed', 'retired', 'orbit-less', 'ground-retired', 'unsold', 'loss', 'overdrawn', 'overdrawn-before'])

function kind(stage: string, id: string): Kind {
  if (stage === 'chips' && id === 'made') return 'other'
  if (losses.has(id)) return 'lost'
  if (orbits.has(id)) return 'orbit'
  if (grounds.has(id)) return 'ground'
  return id === 'rest' ? 'rest' : 'other'
}

/** told puts names to the flows of a year. */
export function told(f: Flows, y: Year): Told[] {
  return (f.nodes ?? []).map((n, i) => {
    const v = y.flows![i]
    const key = `${n.stage}/${n.side}/${n.id}`
    return { key, stage: n.stage, side: n.side as 'in' | 'out', id: n.id, name: n.name, short: short[key] ?? n.name, kind: kind(n.stage, n.id), mean: v.mean ?? 0, p10: v.p10, p50: v.p50, p90: v.p90 }
  })
}

/** amount writes a mean with two figures, three where it is large. */
export const amount = (v: number) => figures(v, v >= 100 ? 3 : 2)

const by = (a: number, b: number) => (b > 0 && a > 0 ? a / b : null)

/** conversions say what one stage's unit is in the next's: the way into each panel. */
export function conversions(list: Told[], y: Year): Record<Panel, string[]> {
  const at = (key: string) => list.find((t) => t.key === key)?.mean ?? 0
  const say = (v: number | null, text: (s: string) => string, n = 2) => (v === null ? [] : [text(figures(v, n))])
  const orbitTonnes = by(at('lift/in/data-centre-flights'), at('launch pad/out/data-centres-arrived'))
  const otherTonnes = by(at('lift/in/other-flights'), at('launch pad/out/others-arrived'))
  const made = at('factory/in/made')
  const launched = at('factory/out/launched')
  const kW = by(at('chips/out/orbit') * 1e6, made)
  const mass = by(at('lift/out/satellites'), launched)
  const mean = (a: string, b: string[]) => (at(a) + b.reduce((n, k) => n + at(k), 0)) / 2
  const orbitHours = by(at('compute/in/orbit'), mean('power/in/orbit-before', ['power/out/orbit']))
  const groundHours = by(at('compute/in/group') + at('compute/in/rest'), mean('power/in/ground-before', ['power/out/group', 'power/out/rest']))
  const hours = at('compute/in/orbit') + at('compute/in/group')
  const orbitUSD = by(at('spent/out/satellites') + at('spent/out/launch'), at('chips/out/orbit'))
  const groundUSD = by(at('spent/out/ground'), at('chips/out/group'))
  const flown = at('launch pad/out/data-centres-arrived') + at('launch pad/out/others-arrived') + at('launch pad/out/lost')
  const lost = by(100 * at('launch pad/out/lost'), flown)
  const chipShare = by(100 * at('chips/out/orbit'), at('chips/out/orbit') + at('chips/out/group') + at('chips/out/rest'))
  return {
    'launch pad': say(lost, (s) => `${s} % of flights lost`),
    lift: orbitTonnes ? say(orbitTonnes, (s) => `${s} t a data-centre flight`) : say(otherTonnes, (s) => `${s} t a flight`),
    factory: [...say(mass, (s) => `${s} t`), ...say(kW, (s) => `${s} kW of IT a satellite`)],
    orbit: say(by(launched, at('launch pad/out/data-centres-arrived')), (s) => `${s} satellites a flight`),
    power: say(by(at('power/out/orbit') * 1e6, at('orbit/out/alive')), (s) => `${s} kW at work for each in orbit`),
    compute: [...say(orbitHours, (s) => `orbit ${s}`), ...say(groundHours, (s) => `ground ${s} h a year a watt at work`)],
    price: say(y.launch_usd_per_kg.p50, (s) => `launch ${s} $/kg`),
    earned: say(by(at('earned/in/orbit') + at('earned/in/ground'), hours), (s) => `${s} $ an hour`),
    spent: [...say(orbitUSD, (s) => `orbit ${s}`), ...say(groundUSD, (s) => `ground ${s} $ for an IT watt`)],
    chips: say(chipShare, (s) => `${s} % of the chips handed out go to orbit`),
  }
}

/** Where each limit belongs. What is in no list binds nowhere: the plan was met. */
const orbitPlaces: Record<string, Panel> = {
  'not begun': 'factory', 'not worth it': 'price', 'budget for losses': 'spent', cash: 'spent', 'orbit out of reach': 'lift', chips: 'chips', 'launch ramp-up': 'launch pad',
  'satellite factory': 'factory', 'solar cells': 'factory', launch: 'launch pad', 'constellation licence': 'orbit', 'orbital slots': 'orbit', design: 'factory',
  manifest: 'launch pad', ships: 'launch pad', boosters: 'launch pad', towers: 'launch pad', licences: 'launch pad', azimuth: 'launch pad', lox: 'launch pad', methane: 'launch pad', range: 'launch pad', 'stand-down': 'launch pad',
}
const groundPlaces: Record<string, Panel> = { chips: 'chips', queue: 'power', 'power equipment': 'power', construction: 'power', demand: 'price' }

/** place is the panel that a limit belongs to. */
export const place = (side: string, limit: string): Panel | undefined => (side === 'orbit' ? orbitPlaces : groundPlaces)[limit]

const means: Record<string, string> = {
  'plan met': 'nothing: the plan was met', 'not begun': 'series production has not begun', 'not worth it': 'orbit is not expected to earn its cost', 'budget for losses': 'the budget for losses',
  'orbit out of reach': 'no flight carries a satellite there', 'launch ramp-up': 'satellites are made no faster than flights are offered', launch: 'finished satellites wait for flights',
  lox: 'liquid oxygen', methane: 'liquid methane', range: 'the eastern range', azimuth: 'sites from which the orbit is reached', licences: 'licensed flights', manifest: 'missions of higher priority', 'stand-down': 'investigation after a failure',
  'solar cells': 'supply of solar arrays', 'constellation licence': 'no licence for the constellation yet', 'orbital slots': 'the licensed shells are full', towers: 'launch towers and their turnaround',
  queue: 'sites are studied, agreed, ordered or built', 'power equipment': 'sites wait for connections, turbines or cells', construction: 'sites wait for builders', demand: 'owners of sites leave chips',
}

/** meaning says a limit in more words, where there are any. */
export const meaning = (limit: string) => means[limit]
