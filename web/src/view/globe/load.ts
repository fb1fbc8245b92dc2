// Satellites from the server: designs as they stream, and catalogues that a person brings.

import { fetched, post } from '../../api'
import type { Store } from './engine'
import { shellOf, type Design } from './pattern'
import { catalogueShell } from './satellites'

/** What the server says of a catalogue; its floats go to the GPU and are dropped. */
export interface Catalogue {
  time: string
  satellites: number
  names: string[]
  numbers: number[]
  epochs: number[]
  mistakes: { line: number; message: string }[]
  mistakes_total: number
  left_out: { name: string; number: number; why: string }[]
  left_out_total: number
}

/** stream puts every so manieth satellite of a design on the GPU as they come. */
export async function stream(d: Design, every: number, time: number, to: Store, stop: AbortSignal): Promise<void> {
  const response = await fetched(`/constellations/${encodeURIComponent(d.name)}/elements?every=${every}&time=${new Date(time).toISOString()}`, { signal: stop })
  const count = Number(response.headers.get('Dawndusk-Satellites'))
  const at = Date.parse(response.headers.get('Dawndusk-Time') ?? '')
  const writer = to.replace(0, count)
  try {
    const width = 8, bytes = 4 * width
    const reader = response.body!.getReader()
    let piece = new Uint8Array(1 << 18), held = 0
    let shell = 0, end = d.shells?.[0]?.satellites ?? 0 // shells come one after the other
    const put = () => {
      const n = Math.floor(held / bytes)
      writer.write(new Float32Array(piece.buffer, 0, n * width), 8, (i) => {
        while (i * every >= end && shell + 1 < (d.shells?.length ?? 0)) end += d.shells![++shell].satellites
        return shell
      })
      piece.copyWithin(0, n * bytes, held)
      held -= n * bytes
    }
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      for (let at = 0; at < value.length;) {
        const n = Math.min(value.length - at, piece.length - held)
        piece.set(value.subarray(at, at + n), held)
        held += n
        at += n
        if (held === piece.length) put()
      }
    }
    put()
    stop.throwIfAborted()
    writer.done(at)
  } catch (e) {
    writer.cancel()
    throw e
  }
}

/** fleet puts what a scenario has in orbit at a year's end on the GPU; the server says how
 * many there are and which of them came. */
export async function fleet(question: Record<string, unknown>, year: number, every: number | null, time: number, to: Store, stop: AbortSignal): Promise<{ design: Design; every: number }> {
  const response = await post('/fleets', { ...question, year, time: new Date(time).toISOString(), ...(every ? { every } : {}) }, stop)
  const { elements, every: taken, time: at, ...design }: Design & { elements: string; every: number; time: string } = await response.json()
  stop.throwIfAborted()
  const writer = to.replace(0, Math.ceil(design.satellites / taken))
  bytesOf(elements, 32, (floats) => writer.write(floats, 8, (i) => shellOf(design, i * taken)))
  writer.done(Date.parse(at))
  return { design, every: taken }
}

/** bytesOf reads base64 in pieces of whole satellites. */
function bytesOf(text: string, each: number, to: (floats: Float32Array) => void): void {
  const step = each * 3 * 512 // 4 characters are 3 bytes, so this is whole satellites
  for (let i = 0; i < text.length; i += step * 4 / 3) {
    const piece = atob(text.slice(i, i + step * 4 / 3))
    const bytes = Uint8Array.from({ length: piece.length }, (_, k) => piece.charCodeAt(k))
    to(new Float32Array(bytes.buffer, 0, Math.floor(bytes.length / 4)))
  }
}

/** read has the server read a file and puts its satellites on the GPU. */
export async function read(file: Blob, time: number | null, to: Store, stop: AbortSignal): Promise<Catalogue> {
  const query = time === null ? '' : `?time=${new Date(time).toISOString()}`
  const response = await fetched(`/catalogues${query}`, { method: 'POST', signal: stop, headers: { 'Content-Type': 'application/octet-stream' }, body: file })
  const { elements, ...about }: Catalogue & { elements: string } = await response.json()
  stop.throwIfAborted()
  const writer = to.replace(1, about.satellites)
  bytesOf(elements, 36, (floats) => writer.write(floats, 9, () => catalogueShell))
  writer.done(Date.parse(about.time))
  return about
}
