// The satellite under the pointer: a small picture of the place is drawn aside, whose colours are
// the satellites' numbers.

import { Color, GLSL3, Mesh, NearestFilter, Points, RawShaderMaterial, Scene, ShaderMaterial, WebGLRenderTarget, type BufferGeometry, type IUniform, type PerspectiveCamera, type WebGLRenderer } from 'three'

import { earthVertex, pickFragment, pointsVertex } from './shaders'

const across = 15 // points of the screen, about where one clicks

export class Picking {
  readonly scene = new Scene()
  readonly points: Points
  private target = new WebGLRenderTarget(across, across, { minFilter: NearestFilter, magFilter: NearestFilter })

  /** Earth's ball hides those behind it. */
  constructor(ball: BufferGeometry, points: BufferGeometry, uniforms: Record<string, IUniform>) {
    const hidden = new Mesh(ball, new ShaderMaterial({ vertexShader: earthVertex, fragmentShader: 'void main() { gl_FragColor = vec4(0.0); }', colorWrite: false }))
    this.points = new Points(points, new RawShaderMaterial({ glslVersion: GLSL3, vertexShader: pointsVertex, fragmentShader: pickFragment, uniforms, defines: { PICK: 1 } }))
    this.scene.add(hidden, this.points)
  }

  /** nearest is the index of the satellite nearest to a place of the canvas, css px. */
  nearest(x: number, y: number, renderer: WebGLRenderer, camera: PerspectiveCamera): number | null {
    const ratio = renderer.getPixelRatio(), n = across
    const w = renderer.domElement.clientWidth * ratio, h = renderer.domElement.clientHeight * ratio
    camera.setViewOffset(w, h, Math.round(x * ratio) - (n >> 1), Math.round(y * ratio) - (n >> 1), n, n)
    const clear = new Color()
    renderer.getClearColor(clear)
    renderer.setClearColor(0, 0)
    renderer.setRenderTarget(this.target)
    renderer.clear()
    renderer.render(this.scene, camera)
    const bytes = new Uint8Array(4 * n * n)
    renderer.readRenderTargetPixels(this.target, 0, 0, n, n, bytes)
    renderer.setRenderTarget(null)
    renderer.setClearColor(clear, 1)
    camera.clearViewOffset()
    let best: number | null = null, least = Infinity
    for (let i = 0; i < n * n; i++) {
      const id = bytes[4 * i] + bytes[4 * i + 1] * 256 + bytes[4 * i + 2] * 65536 + bytes[4 * i + 3] * 16777216
      const d = ((i % n) - (n >> 1)) ** 2 + (Math.floor(i / n) - (n >> 1)) ** 2
      if (id && d < least) { least = d; best = id - 1 }
    }
    return best
  }

  dispose(): void { this.target.dispose() }
}
