// What the view asks of whatever draws, the globe or the flat map where there is none, and what it
// is told.

import type { Elements } from './orbit'
import type { Group, Writer } from './satellites'

/** Frame is what stands still while time runs. */
export type Frame = 'earth' | 'stars'

/** Eye is from where one looks: longitude (of Earth, or right ascension), latitude, °, and
 * distance in Earth radii. */
export interface Eye { longitude: number; latitude: number; distance: number }

/** Told is what hears from it. */
export interface Told {
  /** The time shown, at most some times a second while it runs. */
  time(t: number): void
  picked(index: number | null): void
  moved(eye: Eye): void
  lost(): void
  restored(): void
}

export interface Store {
  groups: [Group, Group]
  readonly count: number
  replace(which: 0 | 1, count: number): Writer
  group(index: number): [0 | 1, number]
  read(first: number, count: number): Elements[]
}

export interface Engine {
  readonly satellites: Store
  readonly canvas: HTMLCanvasElement
  time: number
  speed: number
  playing: boolean
  frame: Frame
  eye: Eye
  selected: { index: number; elements: Elements } | null
  set(change: { time?: number; speed?: number; playing?: boolean; frame?: Frame }): void
  show(seen: (shell: number) => boolean): void
  select(index: number | null, beside?: Beside): void
  now(e: Elements, which: 0 | 1): Elements
  /** face turns to the selected satellite if Earth is before it. */
  face(): void
  look(eye: Partial<Eye>): void
  zoom(by: number): void
  /** positions are km, TEME, three a satellite. */
  positions(first: number, count: number): Float32Array
  sized(): void
  theme(): void
  draw(): void
  picture(): Promise<Blob>
  dispose(): void
}

/** Beside are those that a pattern puts beside a satellite: in its plane, by index, and the
 * planes on either side, by first index and how many. */
export interface Beside { same: number[]; blocks: [number, number][] }
