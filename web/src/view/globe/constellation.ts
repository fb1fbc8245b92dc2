// The constellation that is drawn: a design of the server's list, or what the scenario has in orbit
// at a year's end.

import { useEffect, useRef, useState } from 'preact/hooks'

import { address } from '../../address'
import { get, source } from '../../api'
import { hour } from './clock'
import type { Engine } from './engine'
import { FlatMap, sample } from './flat'
import type { Kept } from './kept'
import { fleet, stream } from './load'
import { trouble, type News } from './news'
import type { Design } from './pattern'
import { useStale } from './stale'
import { whole } from './words'

/** How many are drawn with ease. */
export const most = 100_000

/** useConstellation loads it whenever another is chosen, all again changes, or time has run far. It
 * gives the server's list, the design, one in how many (step) is wanted, and is drawn: fewer on a
 * flat map. */
export function useConstellation(engine: Engine | null, { design: name, year, every }: Pick<Kept, 'design' | 'year' | 'every'>, time: number, again: number, news: News) {
  const [designs, setDesigns] = useState<Design[]>([])
  const [own, setOwn] = useState<{ design: Design; every: number } | null>(null) // the scenario's
  const scenarios = name === 'scenario'
  const design = scenarios ? own?.design ?? null : designs.find((d) => d.name === name) ?? null
  const step = scenarios ? own?.every ?? 1 : design ? (every ?? Math.max(1, Math.ceil(design.satellites / most))) : 1
  const drawn = design && engine instanceof FlatMap && !scenarios ? Math.max(step, Math.ceil(design.satellites / sample)) : step
  const question = source(address.value)
  const asked = scenarios ? JSON.stringify(question) : ''

  useEffect(() => { get<Design[]>('/constellations').then((d) => setDesigns(d ?? []), (e) => news.wrong(trouble('The constellations did not come', e))) }, [again])
  const asking = useRef(false)
  const old = useStale(engine, 0, time, 120 * 24 * hour, asking)
  useEffect(() => {
    if (!engine || !designs.length || scenarios) return
    if (!design) { // none
      engine.satellites.replace(0, 0).done(engine.time)
      news.came()
      return
    }
    const stop = new AbortController()
    asking.current = true
    news.loading(`${whole(Math.ceil(design.satellites / drawn))} satellites are on their way…`)
    stream(design, drawn, engine.time, engine.satellites, stop.signal).then(() => { news.loading(''); news.came() }, (e) => {
      if (stop.signal.aborted) return
      news.loading('')
      news.wrong(trouble(`${design.name} did not come`, e))
    })
      .finally(() => { if (!stop.signal.aborted) asking.current = false })
    return () => { asking.current = false; stop.abort() }
  }, [engine, scenarios ? null : design, scenarios ? 0 : drawn, scenarios, again, old])
  useEffect(() => {
    if (!engine || !scenarios) return
    const stop = new AbortController()
    asking.current = true
    news.loading('The scenario is being played…')
    fleet(question, year, every, engine.time, engine.satellites, stop.signal).then((f) => { news.loading(''); setOwn(f); news.wrong(null); news.came() }, (e) => {
      if (stop.signal.aborted) return
      news.loading('')
      engine.satellites.replace(0, 0).done(engine.time)
      setOwn(null)
      news.came()
      news.wrong(trouble(`Nothing to draw of ${address.value.scenario} at the end of ${year}`, e))
    }).finally(() => { if (!stop.signal.aborted) asking.current = false })
    return () => { asking.current = false; stop.abort() }
  }, [engine, scenarios, asked, year, every, again, old])
  return { designs, design, step, drawn }
}
