// Whatever draws is started: the globe, or the flat map where there is no WebGL 2 and while the
// graphics are taken away.

import { useEffect, useRef, useState } from 'preact/hooks'

import { keep } from '../../address'
import type { Engine, Told } from './engine'
import { FlatMap, sample } from './flat'
import type { Kept } from './kept'
import { Globe } from './scene'
import { whole } from './words'

/** Hears is what the page is told by what draws. */
interface Hears {
  time(t: number): void
  /** A satellite, or none, has been clicked. */
  take(index: number | null): void
  /** Another draws from now on: the satellite that was taken is to be found there. */
  find(): void
  /** All is to be loaded once more. */
  again(): void
}

/** useEngine gives what draws, what is to be said of it, and the canvases it draws on. */
export function useEngine(start: Kept, to: Hears) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const flatCanvas = useRef<HTMLCanvasElement>(null)
  const [engine, setEngine] = useState<Engine | null>(null)
  const [notice, setNotice] = useState('')
  useEffect(() => {
    let globe: Globe | null = null
    let map: FlatMap | null = null
    const told: Told = {
      time: to.time,
      picked: to.take,
      moved: (e) => keep({ eye: `${e.longitude.toFixed(1)},${e.latitude.toFixed(1)},${e.distance.toFixed(2)}` }),
      lost: () => { setNotice('The graphics were taken away by the system. Until they return, a flat map shows a sample.'); flatten(globe!.time) },
      restored: () => { if (map) globe!.time = map.time; map?.dispose(); map = null; setNotice(''); to.find(); setEngine(globe); to.again() },
    }
    const flatten = (t: number) => {
      map = new FlatMap(flatCanvas.current!, told, t)
      if (globe) map.set({ speed: globe.speed, playing: globe.playing })
      to.find()
      setEngine(map)
    }
    try {
      globe = new Globe(canvas.current!, told, start.time)
      globe.frame = start.frame
      if (start.eye) globe.eye = start.eye
      setEngine(globe)
    } catch {
      setNotice(`Here is no WebGL 2, which the globe needs. A flat map shows a sample of ${whole(sample)} satellites at most, each over the point it stands above.`)
      flatten(start.time)
    }
    const theme = () => { globe?.theme(); map?.theme() }
    const dark = matchMedia('(prefers-color-scheme: dark)')
    addEventListener('themechange', theme)
    dark.addEventListener('change', theme)
    return () => {
      removeEventListener('themechange', theme)
      dark.removeEventListener('change', theme)
      globe?.dispose()
      map?.dispose()
    }
  }, [])
  return { engine, notice, canvas, flatCanvas }
}
