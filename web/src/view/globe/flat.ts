// A flat map for where there is no WebGL 2: Earth by longitude and latitude, day and night,
// and the points that a sample of the satellites stands over.

import { siderealTime, sun } from './almanac'
import type { Engine, Eye, Frame, Store, Told } from './engine'
import { fill } from './land'
import { after, lit, perigeeRate, place, ring, type Elements } from './orbit'
import { catalogueShell, type Group, type Writer } from './satellites'

/** How many are drawn: one processor moves them. */
export const sample = 3000

interface Row extends Elements { shell: number }

class Kept implements Store {
  rows: [Row[], Row[]] = [[], []]
  groups: [Group, Group] = [{ count: 0, time: 0 }, { count: 0, time: 0 }]
  constructor(private changed: () => void) {}
  get count(): number { return this.groups[0].count + this.groups[1].count }
  group(index: number): [0 | 1, number] { const n = this.groups[0].count; return index < n ? [0, index] : [1, index - n] }
  read(first: number, count: number): Elements[] { return [...this.rows[0], ...this.rows[1]].slice(first, first + count) }
  replace(which: 0 | 1): Writer {
    const rows: Row[] = []
    return {
      write: (f, width, shell) => {
        for (let i = 0; (i + 1) * width <= f.length; i++) {
          const [axis, ex, ey, inclination, node, latitude, nodeRate, latitudeRate, own] = f.subarray(i * width, (i + 1) * width)
          rows.push({ axis, ex, ey, inclination, node, latitude, nodeRate, latitudeRate, perigeeRate: width === 9 ? own : perigeeRate(axis, Math.hypot(ex, ey), inclination, latitudeRate), shell: shell(rows.length) })
        }
      },
      done: (time) => { this.rows[which] = rows; this.groups[which] = { count: rows.length, time }; this.changed() },
      cancel: () => {},
    }
  }
}

export class FlatMap implements Engine {
  readonly satellites = new Kept(() => { this.select(null); this.draw() })
  private g: CanvasRenderingContext2D
  private land: HTMLCanvasElement | null = null
  private seen: (shell: number) => boolean = () => true
  private asked = 0
  private last = 0
  private lastTold = 0
  private gone = false
  private ending = new AbortController()
  private resized: ResizeObserver
  private colours: Record<string, string> = {}
  speed = 60
  playing = false
  frame: Frame = 'earth'
  eye: Eye = { longitude: 0, latitude: 0, distance: 4.6 }
  selected: { index: number; elements: Elements } | null = null

  constructor(readonly canvas: HTMLCanvasElement, private told: Told, public time: number) {
    this.g = canvas.getContext('2d')!
    this.theme()
    const o = { signal: this.ending.signal }
    canvas.addEventListener('click', (e) => {
      const box = canvas.getBoundingClientRect()
      this.told.picked(this.pick(e.clientX - box.left, e.clientY - box.top))
    }, o)
    document.addEventListener('visibilitychange', () => { this.last = 0; this.draw() }, o)
    this.resized = new ResizeObserver(() => this.draw())
    this.resized.observe(canvas)
    this.draw()
  }

  theme(): void {
    const style = getComputedStyle(this.canvas)
    for (const name of ['day-sea', 'day-land', 'sunlit', 'eclipsed', 'mark', 'ring', 'terminator']) this.colours[name] = style.getPropertyValue(`--globe-${name}`).trim() || '#888'
    this.land = null
    this.draw()
  }
  set(change: { time?: number; speed?: number; playing?: boolean; frame?: Frame }): void { Object.assign(this, change); this.last = 0; this.draw() }
  show(seen: (shell: number) => boolean): void { this.seen = seen; this.draw() }
  select(index: number | null): void {
    const [elements] = index === null ? [] : this.satellites.read(index, 1)
    this.selected = index !== null && elements ? { index, elements } : null
    this.draw()
  }
  now(e: Elements, which: 0 | 1): Elements { return after(e, (this.time - this.satellites.groups[which].time) / 1000) }
  look(): void {}
  face(): void {}
  zoom(): void {}
  sized(): void {}

  draw(): void {
    if (this.asked || this.gone || document.hidden) return
    this.asked = requestAnimationFrame((t) => { this.asked = 0; this.render(t) })
  }

  private each(f: (row: Row, index: number, p: [number, number, number], x: number, y: number) => void): void {
    const turned = siderealTime(this.time)
    const { width, height } = this.canvas
    let index = 0
    this.satellites.rows.forEach((rows, which) => {
      const seconds = (this.time - this.satellites.groups[which].time) / 1000
      const every = Math.max(1, Math.ceil(rows.length / sample))
      rows.forEach((row, i) => {
        const at = index++
        if ((i % every !== 0 && at !== this.selected?.index) || !this.seen(row.shell)) return
        const p = place(after(row, seconds))
        f(row, at, p, ...this.over(p, turned, width, height))
      })
    })
  }

  private over(p: ArrayLike<number>, turned: number, width: number, height: number): [number, number] {
    const lon = Math.atan2(p[1], p[0]) - turned
    return [(((lon / (2 * Math.PI) + 0.5) % 1) + 1) % 1 * width, (0.5 - Math.asin(p[2] / Math.hypot(p[0], p[1], p[2])) / Math.PI) * height]
  }

  private render(t: number): void {
    if (this.gone) return
    if (this.playing) {
      if (this.last) this.time += Math.min(t - this.last, 250) * this.speed
      this.last = t
    }
    const ratio = Math.min(devicePixelRatio, 2)
    const w = Math.round(this.canvas.clientWidth * ratio), h = Math.round(this.canvas.clientHeight * ratio)
    if (w && h) {
      if (this.canvas.width !== w || this.canvas.height !== h) { this.canvas.width = w; this.canvas.height = h; this.land = null }
      this.paint(w, h, ratio)
    }
    if (!this.playing || t - this.lastTold > 200) { this.lastTold = t; this.told.time(this.time) }
    if (this.playing) this.draw()
  }

  private paint(w: number, h: number, ratio: number): void {
    const { g, colours } = this
    if (!this.land) {
      this.land = document.createElement('canvas')
      this.land.width = w
      this.land.height = h
      const l = this.land.getContext('2d')!
      l.fillStyle = colours['day-sea']
      l.fillRect(0, 0, w, h)
      l.fillStyle = colours['day-land']
      fill(l, w, h)
    }
    g.drawImage(this.land, 0, 0)
    const s = sun(this.time), turned = siderealTime(this.time)
    // The Sun's height over longitude l and latitude φ is sin φ sin δ + cos φ cos δ cos(l − l☉),
    // R cos(φ − φ₀): below a height on the far side of φ₀.
    const noon = Math.atan2(s[1], s[0]) - turned, level = Math.hypot(s[0], s[1])
    for (const [sink, shade] of [[0, 0.22], [6, 0.16], [12, 0.12]]) { // twilight in steps of 6°
      g.fillStyle = `rgb(0 8 30 / ${shade})`
      const least = -Math.sin((sink * Math.PI) / 180)
      for (let x = 0; x < w; x += 2) {
        const across = level * Math.cos(((x + 1) / w - 0.5) * 2 * Math.PI - noon)
        const R = Math.hypot(s[2], across)
        if (least <= -R) continue
        const from = Math.atan2(s[2], across), off = Math.acos(least / R)
        for (const round of [0, 2 * Math.PI]) {
          const south = Math.max(-Math.PI / 2, from + off + round - 2 * Math.PI), north = Math.min(Math.PI / 2, from - off + round)
          if (north > south) g.fillRect(x, (0.5 - north / Math.PI) * h, 2, ((north - south) / Math.PI) * h)
        }
      }
    }
    if (this.selected) {
      const [which] = this.satellites.group(this.selected.index)
      const points = new Float32Array(3 * 361)
      ring(this.now(this.selected.elements, which), 361, points, 1)
      g.fillStyle = colours.ring
      for (let i = 0; i < 361; i++) {
        const [x, y] = this.over(points.subarray(3 * i, 3 * i + 3), turned, w, h)
        g.fillRect(x - ratio / 2, y - ratio / 2, ratio, ratio)
      }
    }
    const size = ratio * (this.satellites.count < 300 ? 5 : 2.5)
    this.each((row, index, p, x, y) => {
      g.fillStyle = lit(p, s) ? colours.sunlit : colours.eclipsed
      g.beginPath()
      if (row.shell >= catalogueShell) { g.moveTo(x, y - size); g.lineTo(x + size, y); g.lineTo(x, y + size); g.lineTo(x - size, y); g.fill() } else g.fillRect(x - size / 2, y - size / 2, size, size)
      if (index === this.selected?.index) { g.strokeStyle = colours.mark; g.lineWidth = 2 * ratio; g.beginPath(); g.arc(x, y, 9 * ratio, 0, 7); g.stroke() }
    })
  }

  private pick(x: number, y: number): number | null {
    const k = this.canvas.width / this.canvas.clientWidth
    let best: number | null = null, least = (12 * k) ** 2
    this.each((_, index, __, px, py) => {
      const d = (px - x * k) ** 2 + (py - y * k) ** 2
      if (d < least) { least = d; best = index }
    })
    return best
  }

  positions(first: number, count: number): Float32Array {
    const out = new Float32Array(3 * count)
    this.satellites.read(first, count).forEach((e, i) => out.set(place(this.now(e, this.satellites.group(first + i)[0])), 3 * i))
    return out
  }

  picture(): Promise<Blob> {
    return new Promise((resolve, reject) => this.canvas.toBlob((b) => (b ? resolve(b) : reject(new Error('no picture was made'))), 'image/png'))
  }

  dispose(): void {
    this.gone = true
    cancelAnimationFrame(this.asked)
    this.ending.abort()
    this.resized.disconnect()
    this.land = null
    this.satellites.rows = [[], []]
  }
}
