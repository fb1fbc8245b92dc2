// The globe: Earth, its satellites, and what is drawn of one of them. It renders when
// something has changed, and all the time only while time runs.

import {
  AlwaysDepth, BufferAttribute, BufferGeometry, CanvasTexture, Color, DynamicDrawUsage, GLBufferAttribute, GLSL3, Group, LessEqualDepth, LinearFilter, LinearMipmapLinearFilter,
  LineBasicMaterial, LineLoop, LineSegments, Mesh, NearestFilter, PerspectiveCamera, Points, RawShaderMaterial, RedFormat, Scene, ShaderMaterial, Sphere, SphereGeometry, Vector3, WebGLRenderer, WebGLRenderTarget,
} from 'three'

import { siderealTime, sun, type Vector } from './almanac'
import { fill, lines } from './land'
import { after, earthRadius, flattening, inSight, place, ring, type Elements } from './orbit'
import { hands, moving, Satellites } from './satellites'

const degree = Math.PI / 180
const pickWidth = 15 // points of the screen, about where one clicks

/** Frame is what stands still while time runs. */
export type Frame = 'earth' | 'stars'

/** Eye is from where one looks: longitude (of Earth, or right ascension), latitude, °, and
 * distance in Earth radii. */
export interface Eye { longitude: number; latitude: number; distance: number }

export interface Told {
  /** The time shown, at most some times a second while it runs. */
  time(t: number): void
  picked(index: number | null): void
  moved(eye: Eye): void
  lost(): void
  restored(): void
}

const pointsVertex = /* glsl */ `
precision highp float; precision highp int;
${moving}
uniform mat4 viewMatrix; uniform mat4 projectionMatrix;
uniform vec3 sunward; // with z stretched, so that Earth is a sphere
uniform uint shown[8];
uniform float size;
out float light; flat out float kind; flat out float wide;
#ifdef PICK
flat out uint id;
#endif
void main() {
  uint shell = uint(turning.w);
  if ((shown[shell >> 5] >> (shell & 31u) & 1u) == 0u) { gl_Position = vec4(2.0, 2.0, 2.0, 1.0); gl_PointSize = 0.0; return; }
  vec3 p = place();
  vec3 q = vec3(p.xy, p.z * ${1 / (1 - flattening)});
  float along = dot(q, sunward);
  light = along > 0.0 || dot(q, q) - along * along > 1.0 ? 1.0 : 0.0;
  kind = turning.w < 128.0 ? 0.0 : 1.0;
  wide = kind > 0.5 ? size + 1.0 : size;
#ifdef PICK
  wide = max(wide, 3.0);
  id = uint(gl_VertexID) + 1u;
#endif
  gl_PointSize = wide;
  gl_Position = projectionMatrix * viewMatrix * vec4(p, 1.0);
}`

const pointsFragment = /* glsl */ `
precision highp float;
uniform vec3 sunlit; uniform vec3 eclipsed;
in float light; flat in float kind; flat in float wide;
out vec4 colour;
void main() {
  vec2 d = gl_PointCoord - 0.5;
  if (wide > 2.5 && (kind > 0.5 ? abs(d.x) + abs(d.y) > 0.5 : dot(d, d) > 0.25)) discard;
  colour = vec4(mix(eclipsed, sunlit, step(0.5, light)), 1.0);
}`

const pickFragment = /* glsl */ `
precision highp float; precision highp int;
flat in uint id;
out vec4 colour;
void main() { colour = vec4(uvec4(id, id >> 8, id >> 16, id >> 24) & 255u) / 255.0; }`

const earthVertex = /* glsl */ `
varying vec3 up; varying vec2 map;
void main() { up = normalize(position); map = uv; gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0); }`

// Twilight runs from sunset to the Sun 12° below the horizon.
const earthFragment = /* glsl */ `
uniform sampler2D land; uniform vec3 sunward;
uniform vec3 daySea; uniform vec3 dayLand; uniform vec3 nightSea; uniform vec3 nightLand;
varying vec3 up; varying vec2 map;
void main() {
  float l = texture2D(land, map).r;
  float d = smoothstep(-0.2079, 0.05, dot(normalize(up), sunward));
  gl_FragColor = vec4(mix(mix(nightSea, nightLand, l), mix(daySea, dayLand, l), d), 1.0);
}`

interface Neighbours { same: number[]; beside: { first: number; elements: Elements[] }[] }

export class Globe {
  readonly satellites: Satellites
  readonly gl: WebGL2RenderingContext
  private renderer: WebGLRenderer
  private scene = new Scene()
  private pickScene = new Scene()
  private camera = new PerspectiveCamera(35, 1, 0.02, 300)
  private earth = new Group()
  private points: Points
  private pickPoints: Points
  private pickTarget = new WebGLRenderTarget(pickWidth, pickWidth, { minFilter: NearestFilter, magFilter: NearestFilter })
  private uniforms = {
    ticks: { value: new Uint32Array(2) }, parts: { value: new Float32Array(2) }, spans: { value: new Float32Array(2) },
    sunward: { value: new Vector3() }, shown: { value: new Uint32Array(8).fill(0xffffffff) }, size: { value: 2 },
    sunlit: { value: new Color() }, eclipsed: { value: new Color() },
  }
  private surface = {
    land: { value: null as CanvasTexture | null }, sunward: { value: new Vector3() },
    daySea: { value: new Color() }, dayLand: { value: new Color() }, nightSea: { value: new Color() }, nightLand: { value: new Color() },
  }
  private line = {
    coast: new LineBasicMaterial({ transparent: true }), border: new LineBasicMaterial({ transparent: true }), terminator: new LineBasicMaterial(),
    ring: new LineBasicMaterial(), links: new LineBasicMaterial(),
  }
  private terminator: LineLoop
  private ring: LineLoop
  private links: LineSegments
  private mark: Points
  private markMaterial: ShaderMaterial
  private frameAsked = 0
  private lastFrame = 0
  private lastTold = 0
  private lost = false
  private gone = false
  private ending = new AbortController()
  private resized: ResizeObserver
  private pressed = new Map<number, { x: number; y: number }>()
  private moved = 0
  private spread = 0

  time: number
  speed = 60
  playing = false
  frame: Frame = 'earth'
  eye: Eye = { longitude: 0, latitude: 25, distance: 4.2 }
  selected: { index: number; elements: Elements; neighbours: Neighbours } | null = null
  /** How long the last frame took to be asked of the GPU, ms, and how many there were. */
  cost = { last: 0, frames: 0, calls: 0 }

  /** It throws where there is no WebGL 2. */
  constructor(readonly canvas: HTMLCanvasElement, private told: Told, time: number) {
    this.time = time
    const smooth = devicePixelRatio < 2 && !slow()
    const context = canvas.getContext('webgl2', { antialias: smooth, alpha: false, powerPreference: 'high-performance', preserveDrawingBuffer: false })
    if (!context) throw new Error('no WebGL 2')
    this.gl = context
    this.renderer = new WebGLRenderer({ canvas, context, antialias: smooth })
    this.renderer.info.autoReset = false
    this.camera.up.set(0, 0, 1)
    this.satellites = new Satellites(context, () => this.rebuild())

    const ball = new SphereGeometry(1, 128, 64).rotateX(Math.PI / 2).scale(1, 1, 1 - flattening)
    const surface = new Mesh(ball, new ShaderMaterial({ vertexShader: earthVertex, fragmentShader: earthFragment, uniforms: this.surface }))
    this.surface.land.value = landTexture()
    this.earth.add(surface, onSphere(lines('borders'), this.line.border), onSphere(lines('coasts'), this.line.coast))
    const hidden = new Mesh(ball, new ShaderMaterial({ vertexShader: earthVertex, fragmentShader: 'void main() { gl_FragColor = vec4(0.0); }', colorWrite: false }))
    this.pickScene.add(hidden)

    const material = (fragmentShader: string, defines = {}) => new RawShaderMaterial({ glslVersion: GLSL3, vertexShader: pointsVertex, fragmentShader, uniforms: this.uniforms, defines })
    this.points = new Points(new BufferGeometry(), material(pointsFragment))
    this.pickPoints = new Points(this.points.geometry, material(pickFragment, { PICK: 1 }))
    for (const p of [this.points, this.pickPoints]) { p.frustumCulled = false; p.visible = false }
    this.pickScene.add(this.pickPoints)

    const circle = new Float32Array(3 * 181)
    for (let i = 0; i < 181; i++) circle.set([Math.cos(2 * i * degree), Math.sin(2 * i * degree), 0], 3 * i)
    this.terminator = new LineLoop(geometry(circle), this.line.terminator)
    this.terminator.scale.setScalar(1.0015)
    this.ring = new LineLoop(geometry(new Float32Array(3 * 361), true), this.line.ring)
    this.links = new LineSegments(geometry(new Float32Array(3 * 2 * 4), true), this.line.links)
    this.markMaterial = new ShaderMaterial({
      transparent: true, depthFunc: AlwaysDepth, depthWrite: false, uniforms: { ink: { value: new Color() }, size: { value: 22 }, strength: { value: 1 } },
      vertexShader: 'uniform float size; void main() { gl_PointSize = size; gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0); }',
      fragmentShader: 'uniform vec3 ink; uniform float strength; void main() { float d = length(gl_PointCoord - 0.5); if (d > 0.5 || d < 0.36) discard; gl_FragColor = vec4(ink, strength); }',
    })
    this.mark = new Points(geometry(new Float32Array(3), true), this.markMaterial)
    for (const o of [this.ring, this.links, this.mark]) { o.frustumCulled = false; o.visible = false }
    this.line.ring.depthFunc = LessEqualDepth
    this.mark.renderOrder = 2
    this.scene.add(this.earth, this.points, this.terminator, this.ring, this.links, this.mark)

    Object.assign(canvas, { globe: this }) // for the console, and tests
    this.theme()
    this.listen()
    this.resized = new ResizeObserver(() => this.resize())
    this.resized.observe(canvas)
    this.resize()
  }

  /** theme takes colours from the style sheet. */
  theme(): void {
    const style = getComputedStyle(this.canvas)
    const take = (name: string, to: Color) => { to.set(style.getPropertyValue(name).trim() || '#888'); to.convertLinearToSRGB() } // shaders write what is seen
    take('--globe-day-sea', this.surface.daySea.value); take('--globe-day-land', this.surface.dayLand.value)
    take('--globe-night-sea', this.surface.nightSea.value); take('--globe-night-land', this.surface.nightLand.value)
    take('--globe-sunlit', this.uniforms.sunlit.value); take('--globe-eclipsed', this.uniforms.eclipsed.value)
    take('--globe-mark', this.markMaterial.uniforms.ink.value)
    const set = (name: string, m: LineBasicMaterial, opacity = 1) => { m.color.set(style.getPropertyValue(name).trim() || '#888'); m.opacity = opacity }
    set('--globe-coast', this.line.coast, 0.85); set('--globe-coast', this.line.border, 0.3)
    set('--globe-terminator', this.line.terminator); set('--globe-ring', this.line.ring); set('--globe-links', this.line.links)
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
  select(index: number | null, beside: { same: number[]; blocks: [number, number][] } = { same: [], blocks: [] }): void {
    if (index === null) this.selected = null
    else {
      const [elements] = this.satellites.read(index, 1)
      this.selected = elements ? { index, elements, neighbours: { same: beside.same, beside: beside.blocks.map(([first, n]) => ({ first, elements: this.satellites.read(first, n) })) } } : null
      if (this.selected) this.neighboursInPlane = beside.same.map((i) => this.satellites.read(i, 1)[0]).filter(Boolean)
    }
    for (const o of [this.ring, this.links, this.mark]) o.visible = this.selected !== null
    this.draw()
  }
  private neighboursInPlane: Elements[] = []

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
    this.points.geometry = this.pickPoints.geometry = g
    this.points.visible = this.pickPoints.visible = n > 0
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
    const begun = performance.now()
    this.place()
    this.renderer.info.reset()
    this.renderer.setRenderTarget(null)
    this.renderer.render(this.scene, this.camera)
    this.cost = { last: performance.now() - begun, frames: this.cost.frames + 1, calls: this.renderer.info.render.calls }
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
    this.earth.rotation.z = turned
    const c = Math.cos(turned), z = Math.sin(turned)
    this.surface.sunward.value.set(c * s[0] + z * s[1], c * s[1] - z * s[0], s[2])
    this.uniforms.sunward.value.set(s[0], s[1], s[2] / (1 - flattening)).normalize()
    this.clocks()
    this.terminator.quaternion.setFromUnitVectors(new Vector3(0, 0, 1), new Vector3(...s))

    const lon = this.eye.longitude * degree + (this.frame === 'earth' ? turned : 0), lat = this.eye.latitude * degree
    const r = this.eye.distance
    this.camera.position.set(r * Math.cos(lat) * Math.cos(lon), r * Math.cos(lat) * Math.sin(lon), r * Math.sin(lat))
    this.camera.near = Math.max(0.01, (r - 1) * 0.2)
    this.camera.updateProjectionMatrix()
    this.camera.lookAt(0, 0, 0)

    const sel = this.selected
    if (!sel) return
    const [which] = this.satellites.group(sel.index)
    const e = this.now(sel.elements, which)
    const here = place(e)
    const at = this.ring.geometry.getAttribute('position') as BufferAttribute
    ring(e, 361, at.array as Float32Array, 1 / earthRadius)
    at.needsUpdate = true
    const m = this.mark.geometry.getAttribute('position') as BufferAttribute
    m.setXYZ(0, here[0] / earthRadius, here[1] / earthRadius, here[2] / earthRadius)
    m.needsUpdate = true
    this.markMaterial.uniforms.strength.value = this.behind(here) ? 0.35 : 1
    const l = this.links.geometry.getAttribute('position') as BufferAttribute
    let n = 0
    for (const p of this.neighbours(here, which)) {
      l.setXYZ(n++, here[0] / earthRadius, here[1] / earthRadius, here[2] / earthRadius)
      l.setXYZ(n++, p[0] / earthRadius, p[1] / earthRadius, p[2] / earthRadius)
    }
    l.needsUpdate = true
    this.links.geometry.setDrawRange(0, n)
  }

  /** neighbours are the places of those beside the selected one that it can see: two in its
   * plane and the nearest in each plane beside it. */
  neighbours(here: Vector, which: 0 | 1): Vector[] {
    const sel = this.selected
    if (!sel) return []
    const list = this.neighboursInPlane.map((e) => place(this.now(e, which)))
    for (const plane of sel.neighbours.beside) {
      let best: Vector | null = null, least = Infinity
      for (const e of plane.elements) {
        const p = place(this.now(e, which))
        const d = (p[0] - here[0]) ** 2 + (p[1] - here[1]) ** 2 + (p[2] - here[2]) ** 2
        if (d < least) { least = d; best = p }
      }
      if (best) list.push(best)
    }
    return list.filter((p) => inSight(here, p)).slice(0, 4)
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
    const { gl } = this
    this.clocks()
    const vertex = `#version 300 es\nprecision highp float; precision highp int;\n${moving}\nout vec3 at; void main() { at = place() * ${earthRadius}; gl_Position = vec4(0.0); }`
    const program = gl.createProgram()!
    const shaders = ([[gl.VERTEX_SHADER, vertex], [gl.FRAGMENT_SHADER, '#version 300 es\nvoid main() {}']] as const).map(([type, text]) => {
      const s = gl.createShader(type)!
      gl.shaderSource(s, text); gl.compileShader(s); gl.attachShader(program, s)
      return s
    })
    gl.transformFeedbackVaryings(program, ['at'], gl.INTERLEAVED_ATTRIBS)
    gl.linkProgram(program)
    const out = gl.createBuffer()!, feedback = gl.createTransformFeedback()!, vao = gl.createVertexArray()!
    const got = new Float32Array(3 * count)
    gl.useProgram(program)
    gl.bindVertexArray(vao)
    ;['shape', 'turning', 'clock'].forEach((name, k) => {
      const a = gl.getAttribLocation(program, name)
      if (a < 0) return
      gl.bindBuffer(gl.ARRAY_BUFFER, this.satellites.buffers[k])
      gl.enableVertexAttribArray(a)
      if (k === 2) gl.vertexAttribIPointer(a, 2, gl.UNSIGNED_INT, 0, 8 * first)
      else gl.vertexAttribPointer(a, 4, gl.FLOAT, false, 0, 16 * first)
    })
    gl.uniform1uiv(gl.getUniformLocation(program, 'ticks'), this.uniforms.ticks.value)
    gl.uniform1fv(gl.getUniformLocation(program, 'parts'), this.uniforms.parts.value)
    gl.uniform1fv(gl.getUniformLocation(program, 'spans'), this.uniforms.spans.value)
    gl.bindBuffer(gl.ARRAY_BUFFER, null)
    gl.bindTransformFeedback(gl.TRANSFORM_FEEDBACK, feedback)
    gl.bindBufferBase(gl.TRANSFORM_FEEDBACK_BUFFER, 0, out)
    gl.bufferData(gl.TRANSFORM_FEEDBACK_BUFFER, got.byteLength, gl.STREAM_READ)
    gl.enable(gl.RASTERIZER_DISCARD)
    gl.beginTransformFeedback(gl.POINTS)
    gl.drawArrays(gl.POINTS, 0, count)
    gl.endTransformFeedback()
    gl.disable(gl.RASTERIZER_DISCARD)
    gl.getBufferSubData(gl.TRANSFORM_FEEDBACK_BUFFER, 0, got)
    gl.bindBufferBase(gl.TRANSFORM_FEEDBACK_BUFFER, 0, null)
    gl.bindTransformFeedback(gl.TRANSFORM_FEEDBACK, null)
    gl.bindVertexArray(null)
    gl.deleteBuffer(out); gl.deleteTransformFeedback(feedback); gl.deleteVertexArray(vao)
    for (const s of shaders) gl.deleteShader(s)
    gl.deleteProgram(program)
    this.renderer.resetState()
    return got
  }

  /** pick finds the satellite nearest to a place of the canvas, css px. */
  pick(x: number, y: number): number | null {
    if (this.lost || !this.satellites.count) return null
    const ratio = this.renderer.getPixelRatio(), n = pickWidth
    const w = this.canvas.clientWidth * ratio, h = this.canvas.clientHeight * ratio
    this.place()
    this.camera.setViewOffset(w, h, Math.round(x * ratio) - (n >> 1), Math.round(y * ratio) - (n >> 1), n, n)
    const clear = new Color()
    this.renderer.getClearColor(clear)
    this.renderer.setClearColor(0, 0)
    this.renderer.setRenderTarget(this.pickTarget)
    this.renderer.clear()
    this.renderer.render(this.pickScene, this.camera)
    const bytes = new Uint8Array(4 * n * n)
    this.renderer.readRenderTargetPixels(this.pickTarget, 0, 0, n, n, bytes)
    this.renderer.setRenderTarget(null)
    this.renderer.setClearColor(clear, 1)
    this.camera.clearViewOffset()
    let best: number | null = null, least = Infinity
    for (let i = 0; i < n * n; i++) {
      const id = bytes[4 * i] + bytes[4 * i + 1] * 256 + bytes[4 * i + 2] * 65536 + bytes[4 * i + 3] * 16777216
      const d = ((i % n) - (n >> 1)) ** 2 + (Math.floor(i / n) - (n >> 1)) ** 2
      if (id && d < least) { least = d; best = id - 1 }
    }
    return best
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
    this.markMaterial.uniforms.size.value = 20 * ratio
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
      this.points.geometry = this.pickPoints.geometry = new BufferGeometry() // the old one's buffers went with the context
      this.points.visible = this.pickPoints.visible = false
      this.surface.land.value!.needsUpdate = true
      this.resize()
      this.told.restored()
    }, o)
    addEventListener('beforeprint', () => { if (!this.lost) this.render(performance.now()) }, o)
    document.addEventListener('visibilitychange', () => { this.lastFrame = 0; this.draw() }, o)
    canvas.addEventListener('pointerdown', (e) => {
      canvas.setPointerCapture(e.pointerId)
      this.pressed.set(e.pointerId, { x: e.clientX, y: e.clientY })
      if (this.pressed.size === 1) this.moved = 0
      this.spread = 0
    }, o)
    canvas.addEventListener('pointermove', (e) => {
      const p = this.pressed.get(e.pointerId)
      if (!p) return
      const dx = e.clientX - p.x, dy = e.clientY - p.y
      this.pressed.set(e.pointerId, { x: e.clientX, y: e.clientY })
      this.moved += Math.abs(dx) + Math.abs(dy)
      if (this.pressed.size === 2) {
        const [a, b] = [...this.pressed.values()]
        const spread = Math.hypot(a.x - b.x, a.y - b.y)
        if (this.spread) this.look({ distance: 1 + (this.eye.distance - 1) * (this.spread / spread) })
        this.spread = spread
      } else if (this.moved > 4) {
        const k = (60 * Math.min(this.eye.distance - 1, 4)) / Math.min(canvas.clientWidth, canvas.clientHeight)
        this.look({ longitude: this.eye.longitude - dx * k, latitude: this.eye.latitude + dy * k })
      }
    }, o)
    const up = (e: PointerEvent) => {
      const clicked = this.pressed.size === 1 && this.moved <= 4 && e.type === 'pointerup'
      this.pressed.delete(e.pointerId)
      this.spread = 0
      if (clicked) {
        const box = canvas.getBoundingClientRect()
        this.told.picked(this.pick(e.clientX - box.left, e.clientY - box.top))
      }
    }
    canvas.addEventListener('pointerup', up, o)
    canvas.addEventListener('pointercancel', up, o)
    canvas.addEventListener('wheel', (e) => {
      e.preventDefault()
      this.zoom(Math.exp(Math.max(-1, Math.min(1, (e.deltaMode ? e.deltaY * 30 : e.deltaY) / 500))))
    }, { ...o, passive: false })
  }

  zoom(by: number): void { this.look({ distance: 1 + (this.eye.distance - 1) * by }) }

  /** dispose gives everything back. */
  dispose(): void {
    this.gone = true
    cancelAnimationFrame(this.frameAsked)
    this.ending.abort()
    this.resized.disconnect()
    for (const root of [this.scene, this.pickScene]) {
      root.traverse((o) => {
        const m = o as Mesh
        m.geometry?.dispose()
        if (Array.isArray(m.material)) m.material.forEach((x) => x.dispose())
        else m.material?.dispose()
      })
    }
    this.satellites.dispose()
    this.surface.land.value?.dispose()
    this.pickTarget.dispose()
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

function geometry(positions: Float32Array, often = false): BufferGeometry {
  const a = new BufferAttribute(positions, 3)
  if (often) a.setUsage(DynamicDrawUsage)
  return new BufferGeometry().setAttribute('position', a)
}

/** landTexture is 1 where there is land, one byte a point. */
function landTexture(): CanvasTexture {
  const canvas = document.createElement('canvas')
  canvas.width = 2048
  canvas.height = 1024
  const g = canvas.getContext('2d')!
  g.fillStyle = '#000'
  g.fillRect(0, 0, canvas.width, canvas.height)
  g.fillStyle = '#fff'
  fill(g, canvas.width, canvas.height)
  const t = new CanvasTexture(canvas)
  t.format = RedFormat
  t.minFilter = LinearMipmapLinearFilter
  t.magFilter = LinearFilter
  t.anisotropy = 4
  return t
}

/** onSphere lays lines of longitude and latitude on Earth, in steps short enough to bend. */
function onSphere(pairs: Float32Array, material: LineBasicMaterial): LineSegments {
  const out: number[] = []
  const point = (lon: number, lat: number) => {
    const c = Math.cos(lat * degree)
    return [c * Math.cos(lon * degree), c * Math.sin(lon * degree), Math.sin(lat * degree)]
  }
  for (let i = 0; i < pairs.length; i += 4) {
    const a = point(pairs[i], pairs[i + 1]), b = point(pairs[i + 2], pairs[i + 3])
    const n = Math.max(1, Math.ceil(Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]) / 0.05))
    for (let k = 0; k < n; k++) {
      for (const s of [k / n, (k + 1) / n]) {
        const p = a.map((v, j) => v + (b[j] - v) * s)
        const r = 1.0008 / Math.hypot(...p)
        out.push(p[0] * r, p[1] * r, p[2] * r * (1 - flattening))
      }
    }
  }
  return new LineSegments(geometry(new Float32Array(out)), material)
}
