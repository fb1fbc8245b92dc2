// Where the satellites are, as a file.

import { table } from '../../chart/export'
import { siderealTime, sun, type Vector } from './almanac'
import type { Engine } from './engine'
import { height, lit } from './orbit'
import { utc } from './words'

/** positionsCSV tells where all drawn satellites are, some thousand at a time. */
export function positionsCSV(engine: Engine, time: number, about: (i: number) => string[]): string[] {
  const parts = [table({ columns: ['satellite', 'of', 'shell', 'time_utc', 'longitude_deg_east', 'latitude_deg_geocentric', 'height_km', 'sunlit'], rows: [] })]
  const n = engine.satellites.count, turned = siderealTime(time), s = sun(time)
  for (let first = 0; first < n; first += 20_000) {
    const count = Math.min(20_000, n - first)
    const at = engine.positions(first, count)
    const rows = Array.from({ length: count }, (_, i) => {
      const p: Vector = [at[3 * i], at[3 * i + 1], at[3 * i + 2]]
      const lon = ((((Math.atan2(p[1], p[0]) - turned) * 180) / Math.PI + 540) % 360) - 180
      return [...about(first + i), `${utc(time)}Z`, Number(lon.toFixed(3)), Number(((Math.asin(p[2] / Math.hypot(...p)) * 180) / Math.PI).toFixed(3)), Number(height(p).toFixed(1)), lit(p, s) ? 'yes' : 'no']
    })
    parts.push(table({ columns: [], rows }).replace(/^\r\n/, ''))
  }
  return parts
}
