// The catalogue that a person brings: the server reads it, and reads it again when time has run far.

import { useEffect, useRef, useState } from 'preact/hooks'

import { Refusal } from '../../api'
import { figures } from '../../format'
import { hour } from './clock'
import type { Engine } from './engine'
import { read, type Catalogue } from './load'
import { trouble, type News } from './news'
import { useStale } from './stale'

/** useCatalogue gives the file, what has been read of it, and how to open and close one. choose is
 * told the new index of the satellite taken; say is told what has been read. */
export function useCatalogue(engine: Engine | null, time: number, again: number, news: News, choose: (change: (i: number | null) => number | null) => void, say: (text: string) => void) {
  const [file, setFile] = useState<File | null>(null)
  const [catalogue, setCatalogue] = useState<Catalogue | null>(null)
  const asking = useRef(false)
  const next = useRef(0) // not to be asked for before, as performance.now has it
  const known = useRef<File | null>(null) // that has been read before
  const old = useStale(engine, 1, time, 3 * hour, asking)
  useEffect(() => {
    if (!engine) return
    if (!file) {
      if (engine.satellites.groups[1].count) { engine.satellites.replace(1, 0).done(engine.time); news.came() }
      setCatalogue(null)
      return
    }
    const stop = new AbortController()
    const first = known.current !== file
    asking.current = true
    // Where time runs fast at most every other second.
    const timer = setTimeout(() => {
      next.current = performance.now() + 2000
      if (first) news.loading(`${file.name} is being read…`)
      read(file, engine.time, engine.satellites, stop.signal).then((c) => {
        news.loading('')
        choose((i) => { // the same satellite may have another place
          const before = engine.satellites.groups[0].count
          if (i === null || i < before || !catalogue) return i
          const now = c.numbers.indexOf(catalogue.numbers[i - before])
          return now < 0 ? null : before + now
        })
        setCatalogue(c)
        news.came()
        known.current = file
        if (first) say(`${c.satellites} satellites of ${file.name}`)
      }, async (e) => {
        if (stop.signal.aborted) return
        news.loading('')
        if (e instanceof Refusal && first && e.problem.errors?.some((x) => /^body \d/.test(x.location ?? ''))) { // of another time: at its own
          try {
            const c = await read(file, null, engine.satellites, stop.signal)
            setCatalogue(c)
            news.came()
            known.current = file
            engine.set({ time: Date.parse(c.time) })
            say(`${c.satellites} satellites of ${file.name}; the time shown is now theirs`)
            return
          } catch (e2) {
            if (stop.signal.aborted) return
            e = e2
          }
        }
        news.wrong(trouble(`${file.name} is not drawn`, e))
        if (first) setFile(null)
      }).finally(() => { if (!stop.signal.aborted) asking.current = false })
    }, first ? 0 : Math.max(0, next.current - performance.now()))
    return () => { clearTimeout(timer); asking.current = false; stop.abort() }
  }, [engine, file, again, old])

  const open = (list: FileList | null | undefined) => {
    const [one] = list ?? []
    if (!one) return
    news.wrong(null)
    if (one.size > 24 * 2 ** 20) news.wrong({ title: `${one.name} is not drawn`, problem: { detail: `It has ${figures(one.size / 2 ** 20, 3)} MB; at most 24 MB are read` } })
    else setFile(one)
  }
  const close = () => { setFile(null); news.wrong(null) }
  return { file, catalogue, open, close }
}
