// What the verdicts are called, how they look, and how a claim's numbers are written.

import type { Schemas } from '../../api'
import { figures, share, year } from '../../format'
import type { Shape } from './mark'

export type Claim = Schemas['Claim']

export interface Verdict {
  name: string
  shape: Shape
  tone: string
  means: string
  /** In a sentence: "3 are unlikely". */
  told: (n: number) => string
}

const be = (n: number) => (n === 1 ? 'is' : 'are')

/** The verdicts in the order in which they are told. */
export const verdicts: Verdict[] = [
  { name: 'met', shape: 'check', tone: 'good', means: 'it has happened, as far as the record goes', told: (n) => `${n} ${be(n)} met` },
  { name: 'on course', shape: 'up', tone: 'towards', means: 'it comes true by its date in at least half of the draws', told: (n) => `${n} ${be(n)} on course` },
  { name: 'unlikely', shape: 'down', tone: 'away', means: 'it comes true in fewer than half of the draws', told: (n) => `${n} ${be(n)} unlikely` },
  { name: 'refuted', shape: 'cross', tone: 'against', means: 'it comes true in fewer than one draw in twenty', told: (n) => `${n} ${be(n)} refuted` },
  { name: 'input', shape: 'square', tone: 'neutral', means: 'taken as stated or set by the scenario: nothing to test', told: (n) => `${n} ${be(n)} input${n === 1 ? '' : 's'}` },
  { name: 'untestable', shape: 'ring', tone: 'neutral', means: 'not by this model, or not by this scenario; the reason says why', told: (n) => `${n} cannot be tested` },
]

export function verdictOf(c: Claim): Verdict { return verdicts.find((v) => v.name === c.verdict) ?? verdicts[5] }

/** kinds says what a claim is to the model. */
export function kinds(kind: string): string {
  const words: Record<string, string> = { I: 'an input, as stated', O: 'an output, held against the model', E: 'an event, drawn' }
  return kind.split('/').map((k) => words[k] ?? k).join('; ')
}

/** quantity writes a claim's value with its band and unit. What is beyond all numbers,
 * such as the cost of what is never sent, comes as null. */
export function quantity(c: Claim): string {
  const v = c.value
  if (!v.what) return ''
  const all = [v.p10, v.p50, v.p90]
  if (all.every((x) => x === null)) return c.verdict === 'input' || c.verdict === 'untestable' ? '' : v.unit === 'year' ? 'never' : 'none'
  const text = v.unit === 'year' ? (x: number | null) => year(x) : (x: number | null) => (x === null ? '∞' : figures(x, 2))
  const unit = v.unit === '1' || v.unit === 'year' ? '' : v.unit === '1/yr' ? '\u00a0a year' : `\u00a0${v.unit}`
  const [low, middle, high] = all.map(text)
  return (low === high ? middle : `${middle} (${low}–${high})`) + unit
}

export function chance(c: Claim, draws: number): string { return c.probability === null ? '' : share(c.probability, draws) }

export function when(c: Claim): string { return c.date === null ? '' : year(c.date) }

/** evidence parts how good it is from what it is. */
export function evidence(c: Claim): [string, string] {
  const at = c.evidence.indexOf(':')
  return at < 0 ? [c.evidence, ''] : [c.evidence.slice(0, at), c.evidence.slice(at + 1).trim()]
}

/** interval is where a share of so many draws lies with 95 % confidence (Wilson). */
export function interval(p: number, n: number): [number, number] {
  const z = 1.96
  const middle = (p + (z * z) / (2 * n)) / (1 + (z * z) / n)
  const half = (z / (1 + (z * z) / n)) * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n))
  return [Math.max(0, middle - half), Math.min(1, middle + half)]
}

