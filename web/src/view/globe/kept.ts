// What the address keeps of the globe, read and written, so that a link shows the same.

import { address } from '../../address'
import { speeds, within } from './clock'
import type { Eye, Frame } from './engine'
import { utc } from './words'

const usual = { design: 'dawn-dusk-650', speed: 60 }

export interface Kept {
  /** The constellation by its name, 'scenario' or 'none'. */
  design: string
  time: number
  speed: number
  playing: boolean
  frame: Frame
  /** Shells that are not shown. */
  off: ReadonlySet<number>
  /** At whose end the scenario's fleet is shown. */
  year: number
  /** One in so many is drawn; null for as many as are drawn with ease. */
  every: number | null
  /** The satellite taken: c and its number in the constellation, or n and that of the catalogue; '' for none. */
  sat: string
  /** From where one looks, if the address says it. */
  eye: Eye | null
}

/** kept reads it. */
export function kept(): Kept {
  const o = address.value.own
  const eye = (o.eye ?? '').split(',').map(Number)
  const time = Date.parse(/Z$/.test(o.time ?? '') ? o.time : `${o.time}Z`)
  return {
    design: o.c ?? usual.design,
    time: Number.isFinite(time) ? within(time) : within(Date.now()),
    speed: speeds.includes(Number(o.speed)) ? Number(o.speed) : usual.speed,
    playing: o.play ? o.play === '1' : !matchMedia('(prefers-reduced-motion: reduce)').matches,
    frame: o.frame === 'stars' ? 'stars' : 'earth',
    off: new Set((o.off ?? '').split('.').filter((s) => /^\d+$/.test(s)).map(Number)),
    year: /^20[2-5]\d$/.test(o.year ?? '') ? Number(o.year) : 2035,
    every: /^\d+$/.test(o.every ?? '') ? Math.max(1, Number(o.every)) : null,
    sat: o.sat ?? '',
    eye: eye.length === 3 && eye.every(Number.isFinite) ? { longitude: eye[0], latitude: eye[1], distance: eye[2] } : null,
  }
}

/** written is all but from where one looks as keys of the address; what is usual has none. */
export function written(k: Omit<Kept, 'eye'>): Record<string, string | null> {
  return {
    c: k.design === usual.design ? null : k.design, every: k.every === null ? null : String(k.every), year: k.design === 'scenario' ? String(k.year) : null,
    speed: k.speed === usual.speed ? null : String(k.speed), play: k.playing ? '1' : '0', frame: k.frame === 'earth' ? null : k.frame,
    off: k.off.size ? [...k.off].sort((a, b) => a - b).join('.') : null, sat: k.sat || null, time: utc(k.time),
  }
}
