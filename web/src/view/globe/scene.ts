// The globe: Earth, its satellites and the one taken, seen by a camera. It renders when
// something has changed, and all the time only while time runs.

import { BufferAttribute, BufferGeometry, Color, GLBufferAttribute, GLSL3, LineBasicMaterial, Mesh, PerspectiveCamera, Points, RawShaderMaterial, Scene, Sphere, Vector3, WebGLRenderer } from 'three'

import { siderealTime, sun, type Vector } from './almanac'
import { steer } from './controls'
import { Earth } from './earth'
import type { Beside, Engine, Eye, Frame, Told } from './engine'
import { after, earthRadius, flattening, inSight, place, type Elements } from './orbit'
import { Picking } from './picking'
import { readback } from './readback'
import { hands, Satellites } from './satellites'
import { Selection } from './selection'
import { pointsFragment, pointsVertex } from './shaders'

const degree = Math.PI / 180

export class Globe implements Engine {
  readonly satellites: Satellites
  private gl: WebGL2RenderingContext
  private renderer: WebGLRenderer
  private scene = new Scene()
  private camera = new PerspectiveCamera(35, 1, 0.02, 300)
  private earth: Earth
  private points: Points
  private picking: Picking
  private selection = new Selection()
  private uniforms = {
    ticks: { value: new Uint32Array(2) }, parts: { value: new Float32Array(2) }, spans: { value: new Float32Array(2) },
    sunward: { value: new Vector3() }, shown: { value: new Uint32Array(8).fill(0xffffffff) }, size: { value: 2 },
    sunlit: { value: new Color() }, eclipsed: { value: new Color() },
  }
  private frameAsked = 0
  private lastFrame = 0
  private lastTold = 0
  private lost = false
  private gone = false
  private ending = new AbortController()
  private resized: ResizeObserver

  time: number
  speed = 60
  playing = false
  frame: Frame = 'earth'
  eye: Eye = { longitude: 0, latitude: 25, distance: 4.2 }

  /** It throws where there is no WebGL 2. */
  constructor(readonly canvas: HTMLCanvasElement, private told: Told, time: number) {
    this.time = time
    const smooth = devicePixelRatio < 2 && !slow()
    const context = canvas.getContext('webgl2', { antialias: smooth, alpha: false, powerPreference: 'high-performance', preserveDrawingBuffer: false })
    if (!context) throw new Error('no WebGL 2')
    this.gl = context
    this.renderer = new WebGLRenderer({ canvas, context, antialias: smooth })
    this.camera.up.set(0, 0, 1)
    this.satellites = new Satellites(context, () => this.rebuild())

    this.earth = new Earth()
    this.points = new Points(new BufferGeometry(), new RawShaderMaterial({ glslVersion: GLSL3, vertexShader: pointsVertex, fragmentShader: pointsFragment, uniforms: this.uniforms }))
    this.picking = new Picking(this.earth.ball, this.points.geometry, this.uniforms)
    for (const p of [this.points, this.picking.points]) { p.frustumCulled = false; p.visible = false }
    this.scene.add(this.earth.ground, this.points, this.earth.terminator, ...this.selection.objects)

    Object.assign(canvas, { globe: this }) // for the console, and tests
    this.theme()
    this.listen()
    this.resized = new ResizeObserver(() => this.resize())
    this.resized.observe(canvas)
    this.resize()
  }

  get selected() { return this.selection.taken }

  /** theme takes colours from the style sheet. */
  theme(): void {
    const style = getComputedStyle(this.canvas)
    const take = (name: string, to: Color) => { to.set(style.getPropertyValue(name).trim() || '#888'); to.convertLinearToSRGB() } // shaders write what is seen
    const { earth, selection, uniforms } = this
    take('--globe-day-sea', earth.uniforms.daySea.value); take('--globe-day-land', earth.uniforms.dayLand.value)
    take('--globe-night-sea', earth.uniforms.nightSea.value); take('--globe-night-land', earth.uniforms.nightLand.value)
    take('--globe-sunlit', uniforms.sunlit.value); take('--globe-eclipsed', uniforms.eclipsed.value)
    take('--globe-mark', selection.uniforms.ink.value)
    const set = (name: string, m: LineBasicMaterial, opacity = 1) => { m.color.set(style.getPropertyValue(name).trim() || '#888'); m.opacity = opacity }
    set('--globe-coast', earth.line.coast, 0.85); set('--globe-coast', earth.line.border, 0.3)
    set('--globe-terminator', earth.line.terminator); set('--globe-ring', selection.line.ring); set('--globe-links', selection.line.links)
    this.renderer.setClearColor(new Color(style.getPropertyValue('--globe-space').trim() || '#000'), 1)
    this.draw()
  }

  /** show tells which shells are seen; a catalogue has one. */
  show(seen: (shell: number) => boolean): void {
    this.uniforms.shown.value.fill(0)
    for (let i = 0; i < 256; i++) if (seen(i)) this.uniforms.shown.value[i >> 5] |= 1 << (i & 31)
    this.draw()
  }

  set(change: Partial<Pick<Globe, 'time' | 'speed' | 'playing' | 'frame'>>): void {
    if (change.frame && change.frame !== this.frame) {
      const turned = siderealTime(this.time) / degree // the view stays
      this.eye.longitude = wrap(this.eye.longitude + (change.frame === 'stars' ? turned : -turned))
    }
    Object.assign(this, change)
    this.lastFrame = 0
    this.draw()
  }

  look(eye: Partial<Eye>): void {
    const e = { ...this.eye, ...eye }
    this.eye = { longitude: wrap(e.longitude), latitude: Math.max(-89, Math.min(89, e.latitude)), distance: Math.max(1.15, Math.min(60, e.distance)) }
    this.told.moved(this.eye)
    this.draw()
  }

  /** face turns to the selected satellite if Earth is before it. */
  face(): void {
    if (!this.selected) return
    const p = place(this.now(this.selected.elements, this.satellites.group(this.selected.index)[0]))
    this.place()
    if (!this.behind(p)) return
    const turned = this.frame === 'earth' ? siderealTime(this.time) : 0
    this.look({ longitude: (Math.atan2(p[1], p[0]) - turned) / degree, latitude: Math.asin(p[2] / Math.hypot(...p)) / degree })
  }

  /** behind tells whether Earth is before a place, km. */
  private behind(p: Vector): boolean {
    const c = this.camera.position
    return !inSight(p, [c.x * earthRadius, c.y * earthRadius, c.z * earthRadius])
  }

  /** select takes one satellite, with those that its pattern puts beside it. */
  select(index: number | null, beside: Beside = { same: [], blocks: [] }): void {
    this.selection.take(index, beside, this.satellites)
    this.draw()
  }

  /** now is a satellite's orbit moved to the time shown. */
  now(e: Elements, which: 0 | 1): Elements { return after(e, (this.time - this.satellites.groups[which].time) / 1000) }

  private rebuild(): void {
    const { gl } = this
    const [shape, turning, clock] = this.satellites.buffers
    const n = this.satellites.count
    const g = new BufferGeometry()
    const attribute = (name: string, buffer: WebGLBuffer, type: number, size: number) => g.setAttribute(name, new GLBufferAttribute(buffer, type, size, 4, n) as unknown as BufferAttribute)
    attribute('shape', shape, gl.FLOAT, 4)
    attribute('turning', turning, gl.FLOAT, 4)
    attribute('clock', clock, gl.UNSIGNED_INT, 2)
    g.setDrawRange(0, n)
    g.boundingSphere = new Sphere(new Vector3(), Infinity)
    this.points.geometry.dispose()
    this.points.geometry = this.picking.points.geometry = g
    this.points.visible = this.picking.points.visible = n > 0
    this.select(null)
  }

  /** draw asks for a frame, once. */
  draw(): void {
    if (this.frameAsked || this.lost || this.gone || document.hidden) return
    this.frameAsked = requestAnimationFrame((t) => { this.frameAsked = 0; this.render(t) })
  }

  private render(t: number): void {
    if (this.lost || this.gone) return
    if (this.playing) {
      if (this.lastFrame) this.time += Math.min(t - this.lastFrame, 250) * this.speed
      this.lastFrame = t
    }
    this.place()
    this.renderer.setRenderTarget(null)
    this.renderer.render(this.scene, this.camera)
    if (!this.playing || t - this.lastTold > 200) {
      this.lastTold = t
      this.told.time(this.time)
    }
    if (this.playing) this.draw()
  }

  /** place puts everything where it is at the time. */
  private place(): void {
    const turned = siderealTime(this.time)
    const s = sun(this.time)
    this.earth.turn(turned, s)
    this.uniforms.sunward.value.set(s[0], s[1], s[2] / (1 - flattening)).normalize()
    this.clocks()

    const lon = this.eye.longitude * degree + (this.frame === 'earth' ? turned : 0), lat = this.eye.latitude * degree
    const r = this.eye.distance
    this.camera.position.set(r * Math.cos(lat) * Math.cos(lon), r * Math.cos(lat) * Math.sin(lon), r * Math.sin(lat))
    this.camera.near = Math.max(0.01, (r - 1) * 0.2)
    this.camera.updateProjectionMatrix()
    this.camera.lookAt(0, 0, 0)

    if (!this.selected) return
    const [which] = this.satellites.group(this.selected.index)
    this.selection.place((e) => this.now(e, which), (p) => this.behind(p))
  }

  private clocks(): void {
    this.satellites.groups.forEach((g, k) => {
      const h = hands((this.time - g.time) / 1000)
      this.uniforms.ticks.value[k] = h.ticks
      this.uniforms.parts.value[k] = h.part
      this.uniforms.spans.value[k] = h.span
    })
  }

  /** positions are where satellites are at the time shown, in km (TEME), as the shader puts
   * them: for files, and to check the shader. */
  positions(first: number, count: number): Float32Array {
    this.clocks()
    const got = readback(this.gl, this.satellites.buffers, this.uniforms, first, count)
    this.renderer.resetState()
    return got
  }

  /** pick finds the satellite nearest to a place of the canvas, css px. */
  pick(x: number, y: number): number | null {
    if (this.lost || !this.satellites.count) return null
    this.place()
    return this.picking.nearest(x, y, this.renderer, this.camera)
  }

  /** picture is what is seen, as a file. */
  picture(): Promise<Blob> {
    this.place()
    this.renderer.render(this.scene, this.camera)
    return new Promise((resolve, reject) => this.canvas.toBlob((b) => (b ? resolve(b) : reject(new Error('no picture was made'))), 'image/png'))
  }

  private resize(): void {
    const w = this.canvas.clientWidth, h = this.canvas.clientHeight
    if (!w || !h || this.lost) return
    const ratio = Math.min(devicePixelRatio, 2)
    this.renderer.setPixelRatio(ratio)
    this.renderer.setSize(w, h, false)
    this.camera.aspect = w / h
    // Earth fits across as well as up and down.
    this.camera.fov = (2 * Math.atan(Math.tan(17.5 * degree) / Math.min(1, w / h))) / degree
    this.uniforms.size.value = this.pointSize(ratio)
    this.selection.uniforms.size.value = 20 * ratio
    this.draw()
  }

  /** sized makes points small where there are many. */
  sized(): void { this.uniforms.size.value = this.pointSize(this.renderer.getPixelRatio()); this.draw() }

  private pointSize(ratio: number): number {
    const n = this.satellites.count
    return ratio * (n < 300 ? 6 : n < 3000 ? 4 : n < 30000 ? 2.6 : n < 300000 ? 1.8 : 1.2)
  }

  private listen(): void {
    const { canvas } = this
    const o = { signal: this.ending.signal }
    canvas.addEventListener('webglcontextlost', (e) => { e.preventDefault(); this.lost = true; cancelAnimationFrame(this.frameAsked); this.frameAsked = 0; this.told.lost() }, o)
    canvas.addEventListener('webglcontextrestored', () => {
      this.lost = false
      this.satellites.buffers = []
      this.satellites.groups = [{ count: 0, time: 0 }, { count: 0, time: 0 }]
      this.points.geometry = this.picking.points.geometry = new BufferGeometry() // the old one's buffers went with the context
      this.points.visible = this.picking.points.visible = false
      this.earth.land.needsUpdate = true
      this.resize()
      this.told.restored()
    }, o)
    addEventListener('beforeprint', () => { if (!this.lost) this.render(performance.now()) }, o)
    document.addEventListener('visibilitychange', () => { this.lastFrame = 0; this.draw() }, o)
    steer(this, (x, y) => this.told.picked(this.pick(x, y)), o.signal)
  }

  zoom(by: number): void { this.look({ distance: 1 + (this.eye.distance - 1) * by }) }

  /** dispose gives everything back. */
  dispose(): void {
    this.gone = true
    cancelAnimationFrame(this.frameAsked)
    this.ending.abort()
    this.resized.disconnect()
    for (const root of [this.scene, this.picking.scene]) {
      root.traverse((o) => {
        const m = o as Mesh
        m.geometry?.dispose()
        if (Array.isArray(m.material)) m.material.forEach((x) => x.dispose())
        else m.material?.dispose()
      })
    }
    this.satellites.dispose()
    this.earth.land.dispose()
    this.picking.dispose()
    this.renderer.dispose()
    this.renderer.forceContextLoss()
  }
}

/** slow tells whether the processor draws in place of a GPU: smooth edges would take it three
 * times as long. */
function slow(): boolean {
  const gl = document.createElement('canvas').getContext('webgl2')
  const about = gl?.getExtension('WEBGL_debug_renderer_info')
  const name = String(about ? gl!.getParameter(about.UNMASKED_RENDERER_WEBGL) : '')
  gl?.getExtension('WEBGL_lose_context')?.loseContext()
  return /swiftshader|llvmpipe|softpipe|software|basic render/i.test(name)
}

function wrap(degrees: number): number { return ((((degrees + 180) % 360) + 360) % 360) - 180 }
