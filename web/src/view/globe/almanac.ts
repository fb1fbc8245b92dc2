// Where the Sun stands and how far Earth has turned, to 0.01°. Times are milliseconds
// of UTC since 1970; UTC is taken for UT1, from which it is less than 0.9 s away (0.004°
// of Earth's turn), and for dynamical time, 69 s away (0.001° of the Sun's path).

export type Vector = [number, number, number]

const degree = Math.PI / 180
const j2000 = Date.UTC(2000, 0, 1, 12)

/** days since 2000-01-01 12:00. */
function days(time: number): number { return (time - j2000) / 86400e3 }

/** turned takes whole turns from an angle: 0 to 2π. */
export function turned(angle: number): number {
  const a = angle % (2 * Math.PI)
  return a < 0 ? a + 2 * Math.PI : a
}

/** siderealTime is Greenwich mean sidereal time, rad: the angle from the equinox of date
 * to Greenwich, by which x, y, z of TEME become those of Earth.
 * Source: Meeus, Astronomical Algorithms, 2nd ed., (12.4), of IAU 1982. Leaves out the
 * terms in T², under 0.0001° this century. */
export function siderealTime(time: number): number {
  const d = days(time)
  return turned((280.46061837 + 360 * (d % 1) + 0.98564736629 * d) * degree)
}

/** sun is the direction of the Sun's centre from Earth's, of date.
 * Source: The Astronomical Almanac, page C5, low-precision formulas for the Sun: 0.01°
 * from 1950 to 2050. */
export function sun(time: number): Vector {
  const d = days(time)
  const g = (357.528 + 0.9856003 * d) * degree
  const longitude = (280.46 + 0.9856474 * d + 1.915 * Math.sin(g) + 0.02 * Math.sin(2 * g)) * degree
  const obliquity = (23.439 - 4e-7 * d) * degree
  return [Math.cos(longitude), Math.cos(obliquity) * Math.sin(longitude), Math.sin(obliquity) * Math.sin(longitude)]
}

/** localTime is the mean local time of a node, hours: noon where the mean Sun, which runs
 * on the equator at a steady pace, stands over it. */
export function localTime(node: number, time: number): number {
  const mean = (280.46 + 0.9856474 * days(time)) * degree
  return turned(node - mean + Math.PI) / (15 * degree)
}
