// The globe under the hand: dragged it turns, pinched or wheeled it comes nearer, clicked it tells
// where.

import type { Engine } from './engine'

/** steer listens until it is told to stop. A place clicked is of the canvas, css px. */
export function steer(globe: Pick<Engine, 'canvas' | 'eye' | 'look' | 'zoom'>, clicked: (x: number, y: number) => void, stop: AbortSignal): void {
  const { canvas } = globe
  const o = { signal: stop }
  const pressed = new Map<number, { x: number; y: number }>()
  let moved = 0, apart = 0 // px since the first was pressed; between two fingers
  canvas.addEventListener('pointerdown', (e) => {
    canvas.setPointerCapture(e.pointerId)
    pressed.set(e.pointerId, { x: e.clientX, y: e.clientY })
    if (pressed.size === 1) moved = 0
    apart = 0
  }, o)
  canvas.addEventListener('pointermove', (e) => {
    const p = pressed.get(e.pointerId)
    if (!p) return
    const dx = e.clientX - p.x, dy = e.clientY - p.y
    pressed.set(e.pointerId, { x: e.clientX, y: e.clientY })
    moved += Math.abs(dx) + Math.abs(dy)
    if (pressed.size === 2) {
      const [a, b] = [...pressed.values()]
      const spread = Math.hypot(a.x - b.x, a.y - b.y)
      if (apart) globe.look({ distance: 1 + (globe.eye.distance - 1) * (apart / spread) })
      apart = spread
    } else if (moved > 4) {
      const k = (60 * Math.min(globe.eye.distance - 1, 4)) / Math.min(canvas.clientWidth, canvas.clientHeight)
      globe.look({ longitude: globe.eye.longitude - dx * k, latitude: globe.eye.latitude + dy * k })
    }
  }, o)
  const up = (e: PointerEvent) => {
    const click = pressed.size === 1 && moved <= 4 && e.type === 'pointerup'
    pressed.delete(e.pointerId)
    apart = 0
    if (click) {
      const box = canvas.getBoundingClientRect()
      clicked(e.clientX - box.left, e.clientY - box.top)
    }
  }
  canvas.addEventListener('pointerup', up, o)
  canvas.addEventListener('pointercancel', up, o)
  canvas.addEventListener('wheel', (e) => {
    e.preventDefault()
    globe.zoom(Math.exp(Math.max(-1, Math.min(1, (e.deltaMode ? e.deltaY * 30 : e.deltaY) / 500))))
  }, { ...o, passive: false })
}
