// Numbers for people. A number that does not exist is null.

export type Maybe = number | null | undefined

const formats = new Map<number, Intl.NumberFormat>()

/** format is kept: making one takes longer than a thousand numbers. */
function format(digits: number, grouped: boolean): Intl.NumberFormat {
  const key = grouped ? digits : -1 - digits
  let f = formats.get(key)
  if (!f) formats.set(key, (f = new Intl.NumberFormat('en', { minimumFractionDigits: digits, maximumFractionDigits: digits, useGrouping: grouped })))
  return f
}

/** figures writes a number with so many significant figures, thousands apart. */
export function figures(v: Maybe, n = 2): string {
  if (v === null || v === undefined || !Number.isFinite(v)) return '—'
  if (v === 0) return '0'
  const rounded = Number(v.toPrecision(n))
  const digits = Math.max(0, n - 1 - Math.floor(Math.log10(Math.abs(rounded))))
  return format(Math.min(digits, 12), Math.abs(rounded) >= 10_000).format(rounded).replace('-', '−')
}

/** band writes "median (low–high)". */
export function band(b: { p10: Maybe; p50: Maybe; p90: Maybe } | undefined, n = 2): string {
  if (!b) return '—'
  return `${figures(b.p50, n)} (${figures(b.p10, n)}–${figures(b.p90, n)})`
}

/** unseen is the share, in percent, above which what none of so many draws showed would
 * have been seen with 95 % confidence (Hanley and Lippman-Hand, JAMA 249, 1983). */
export function unseen(draws: number): number { return 100 * (1 - 0.05 ** (1 / draws)) }

/** share writes a part of so many draws. None of them is no proof of never. */
export function share(p: Maybe, draws: number): string {
  if (p === null || p === undefined) return '—'
  if (p === 0) return `<${Number(unseen(draws).toPrecision(2))} %`
  if (p === 1) return `>${Number((100 - unseen(draws)).toPrecision(4))} %`
  return percent(p)
}

/** percent writes a part in hundredths. */
export function percent(p: Maybe): string {
  if (p === null || p === undefined || !Number.isFinite(p)) return '—'
  const v = 100 * p
  if (v === 0 || v === 100) return `${v} %`
  if (v < 1) return `${figures(v, 1)} %`
  if (v < 10) return `${v.toFixed(1)} %`
  if (v > 99) return '>99 %'
  return `${Math.round(v)} %`
}

const scales: [number, string][] = [[1e12, ' trillion'], [1e9, ' billion'], [1e6, ' million'], [1, '']]

/** large writes a large number in words: 3.4 billion. */
export function large(v: Maybe, n = 2): string {
  if (v === null || v === undefined || !Number.isFinite(v)) return '—'
  for (const [by, word] of scales) if (Math.abs(v) >= by) return figures(v / by, n) + word
  return figures(v, n)
}

/** year writes a date given in years by the year it falls into. */
export function year(v: Maybe): string { return v === null || v === undefined || !Number.isFinite(v) ? 'never' : String(Math.floor(v)) }
