// How the globe writes numbers and times.

/** whole writes a number without its parts, thousands apart. */
export const whole = (n: number) => Math.round(n).toLocaleString('en')

/** utc writes a time to the second, as the address and a field of a date have it. */
export const utc = (t: number) => new Date(t).toISOString().slice(0, 19)

/** clock writes hours of a day to the minute. */
export function clock(hours: number): string {
  const m = Math.round(hours * 60) % 1440
  return `${String(Math.floor(m / 60)).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}`
}
