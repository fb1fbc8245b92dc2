// The globe: Earth with day and night, a constellation and a catalogue moving about it.

import { useEffect, useMemo, useRef, useState } from 'preact/hooks'

import { address, keep } from '../../address'
import { get, Gone, post, reachable, Refusal, source, type Problem, type Schemas } from '../../api'
import { save, table } from '../../chart/export'
import { figures, percent } from '../../format'
import { siderealTime, sun, type Vector } from './almanac'
import type { Beside, Engine } from './engine'
import { FlatMap, sample } from './flat'
import { fleet, read, shellOf, stream, type Catalogue, type Design } from './load'
import { facts, height, lit } from './orbit'
import { catalogueShell } from './satellites'
import { Globe, type Frame, type Told } from './scene'

import './globe.css'

// What is loaded later has its style in a file beside its script. The globe takes its
// colours from there, so it waits.
await new Promise<void>((resolve) => {
  const style = document.createElement('link')
  style.rel = 'stylesheet'
  style.href = new URL('globe.css', import.meta.url).href
  style.onload = style.onerror = () => resolve()
  document.head.append(style)
})

const speeds = [1, 10, 60, 300, 1000, 3600, 10_000]
const usual = { design: 'dawn-dusk-650', speed: 60, most: 100_000 }
const hour = 3600e3
const staleCatalogue = 3 * hour, staleDesign = 120 * 24 * hour

const whole = (n: number) => Math.round(n).toLocaleString('en')
const utc = (t: number) => new Date(t).toISOString().slice(0, 19)
const yearsEnd = (year: number) => Date.UTC(Math.floor(year), 11, 31, 12)
const within = (t: number) => Math.max(Date.UTC(1990, 0, 1), Math.min(Date.UTC(2056, 0, 1), t))

/** What the address keeps of this view. */
function kept() {
  const o = address.value.own
  const eye = (o.eye ?? '').split(',').map(Number)
  const time = Date.parse(/Z$/.test(o.time ?? '') ? o.time : `${o.time}Z`)
  return {
    design: o.c ?? usual.design,
    time: Number.isFinite(time) ? within(time) : within(Date.now()),
    speed: speeds.includes(Number(o.speed)) ? Number(o.speed) : usual.speed,
    playing: o.play ? o.play === '1' : !matchMedia('(prefers-reduced-motion: reduce)').matches,
    frame: (o.frame === 'stars' ? 'stars' : 'earth') as Frame,
    off: new Set((o.off ?? '').split('.').filter((s) => /^\d+$/.test(s)).map(Number)),
    year: /^20[2-5]\d$/.test(o.year ?? '') ? Number(o.year) : 2035,
    every: /^\d+$/.test(o.every ?? '') ? Math.max(1, Number(o.every)) : null,
    sat: o.sat ?? '',
    eye: eye.length === 3 && eye.every(Number.isFinite) ? { longitude: eye[0], latitude: eye[1], distance: eye[2] } : null,
  }
}

/** beside finds the satellites that a design's pattern puts next to one: the two in its plane,
 * and the planes on either side of a Walker pattern's. A star's seam, where planes run against
 * one another, has none across it. */
function beside(d: Design, i: number): Beside {
  const none: Beside = { same: [], blocks: [] }
  const k = shellOf(d, i)
  const s = d.shells![k]
  if (s.pattern === 'cluster') return none
  const first = d.shells!.slice(0, k).reduce((n, x) => n + x.satellites, 0)
  const per = s.satellites / s.planes, planes = s.planes / s.layers
  if (!Number.isInteger(per) || !Number.isInteger(planes)) return none
  const plane = Math.floor((i - first) / per), slot = (i - first) % per, layer = Math.floor(plane / planes) * planes, own = plane - layer
  const at = (p: number, n: number) => first + p * per + ((n + per) % per)
  const out: Beside = { same: per > 2 ? [at(plane, slot - 1), at(plane, slot + 1)] : per === 2 ? [at(plane, slot + 1)] : [], blocks: [] }
  if (s.pattern === 'delta' || s.pattern === 'star') {
    for (const p of new Set([own - 1, own + 1])) {
      if (s.pattern === 'star' && (p < 0 || p >= planes)) continue
      const other = (p + planes) % planes
      if (other !== own) out.blocks.push([at(layer + other, 0), per])
    }
  }
  return out
}

export default function GlobeView() {
  const start = useMemo(kept, [])
  const stage = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const flatCanvas = useRef<HTMLCanvasElement>(null)
  const picked = useRef<HTMLInputElement>(null)
  const [engine, setEngine] = useState<Engine | null>(null)
  const [notice, setNotice] = useState('')
  const [designs, setDesigns] = useState<Design[]>([])
  const [name, setName] = useState(start.design)
  const [year, setYear] = useState(start.year)
  const [own, setOwn] = useState<{ design: Design; every: number } | null>(null) // the scenario's
  const [every, setEvery] = useState<number | null>(start.every)
  const [off, setOff] = useState<ReadonlySet<number>>(start.off)
  const [time, setTime] = useState(start.time)
  const [playing, setPlaying] = useState(start.playing)
  const [speed, setSpeed] = useState(start.speed)
  const [frame, setFrame] = useState<Frame>(start.frame)
  const [chosen, setChosen] = useState<number | null>(null)
  const [wanted, setWanted] = useState(start.sat) // from the address, until it is found
  const [file, setFile] = useState<File | null>(null)
  const [catalogue, setCatalogue] = useState<Catalogue | null>(null)
  const [bad, setBad] = useState<{ title: string; problem: Partial<Problem> } | null>(null)
  const [loading, setLoading] = useState('')
  const [loaded, setLoaded] = useState(0) // grows with each set that has been loaded
  const [again, setAgain] = useState(0) // to be loaded once more
  const [over, setOver] = useState(false)
  const [, seen] = useState(0) // grows when another satellite has been taken
  const turn = useRef(false) // to the satellite that is taken
  const eyed = useRef(start.eye !== null) // the address says from where one looks
  const taken = useRef(start.sat) // as the address has it
  const [said, say] = useState('')

  const scenarios = name === 'scenario'
  const design = scenarios ? own?.design ?? null : designs.find((d) => d.name === name) ?? null
  const step = scenarios ? own?.every ?? 1 : design ? (every ?? Math.max(1, Math.ceil(design.satellites / usual.most))) : 1
  const flat = engine instanceof FlatMap
  const question = source(address.value)
  const asked = scenarios ? JSON.stringify(question) : ''
  const stepDrawn = design && flat && !scenarios ? Math.max(step, Math.ceil(design.satellites / sample)) : step

  // Whatever draws.
  useEffect(() => {
    let globe: Globe | null = null
    let map: FlatMap | null = null
    const told: Told = {
      time: setTime,
      picked: (i) => { setWanted(''); setChosen(i) },
      moved: (e) => keep({ eye: `${e.longitude.toFixed(1)},${e.latitude.toFixed(1)},${e.distance.toFixed(2)}` }),
      lost: () => { setNotice('The graphics were taken away by the system. Until they return, a flat map shows a sample.'); flatten(globe!.time) },
      restored: () => { if (map) globe!.time = map.time; map?.dispose(); map = null; setNotice(''); setWanted(taken.current); setChosen(null); setEngine(globe); setAgain((n) => n + 1) },
    }
    const flatten = (t: number) => {
      map = new FlatMap(flatCanvas.current!, told, t)
      if (globe) map.set({ speed: globe.speed, playing: globe.playing })
      setWanted(taken.current)
      setChosen(null)
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
  useEffect(() => { if (engine) engine.set({ speed, playing, frame }) }, [engine, speed, playing, frame])
  useEffect(() => { engine?.show((s) => !off.has(s)) }, [engine, off])

  // Once the server is back, what did not come is asked for again.
  const away = useRef(false)
  const there = reachable.value
  useEffect(() => {
    if (there && away.current) { setBad(null); setAgain((n) => n + 1) }
    away.current = !there
  }, [there])

  // What is drawn.
  useEffect(() => { get<Design[]>('/constellations').then((d) => setDesigns(d ?? []), (e) => setBad(trouble('The constellations did not come', e))) }, [again])
  const asking = useRef({ design: false, catalogue: false, next: 0, read: null as File | null })
  const [askDesign, setAskDesign] = useState(0)
  const [askCatalogue, setAskCatalogue] = useState(0)
  const groups = engine?.satellites.groups
  const staleness = (k: 0 | 1, after: number) => (groups && groups[k].count > 0 && Math.abs(time - groups[k].time) > after ? Math.floor(time / after) : 0)
  const oldDesign = staleness(0, staleDesign), oldCatalogue = staleness(1, staleCatalogue)
  // Far from their time they are asked for again, once at a time; those that are drawn stay until then.
  useEffect(() => { if (oldDesign && !asking.current.design) setAskDesign((n) => n + 1) }, [oldDesign])
  useEffect(() => { if (oldCatalogue && !asking.current.catalogue) setAskCatalogue((n) => n + 1) }, [oldCatalogue])
  useEffect(() => {
    if (!engine || !designs.length || scenarios) return
    if (!design) { // none
      engine.satellites.replace(0, 0).done(engine.time)
      setLoaded((n) => n + 1)
      return
    }
    const stop = new AbortController()
    asking.current.design = true
    setLoading(`${whole(Math.ceil(design.satellites / stepDrawn))} satellites are on their way…`)
    stream(design, stepDrawn, engine.time, engine.satellites, stop.signal).then(() => { setLoading(''); setLoaded((n) => n + 1) }, (e) => {
      if (stop.signal.aborted) return
      setLoading('')
      setBad(trouble(`${design.name} did not come`, e))
    })
      .finally(() => { if (!stop.signal.aborted) asking.current.design = false })
    return () => { asking.current.design = false; stop.abort() }
  }, [engine, scenarios ? null : design, scenarios ? 0 : stepDrawn, scenarios, again, askDesign])
  useEffect(() => {
    if (!engine || !scenarios) return
    const stop = new AbortController()
    asking.current.design = true
    setLoading('The scenario is being played…')
    fleet(question, year, every, engine.time, engine.satellites, stop.signal).then((f) => { setLoading(''); setOwn(f); setBad(null); setLoaded((n) => n + 1) }, (e) => {
      if (stop.signal.aborted) return
      setLoading('')
      engine.satellites.replace(0, 0).done(engine.time)
      setOwn(null)
      setLoaded((n) => n + 1)
      setBad(trouble(`Nothing to draw of ${address.value.scenario} at the end of ${year}`, e))
    }).finally(() => { if (!stop.signal.aborted) asking.current.design = false })
    return () => { asking.current.design = false; stop.abort() }
  }, [engine, scenarios, asked, year, every, again, askDesign])
  useEffect(() => {
    if (!engine) return
    if (!file) {
      if (engine.satellites.groups[1].count) { engine.satellites.replace(1, 0).done(engine.time); setLoaded((n) => n + 1) }
      setCatalogue(null)
      return
    }
    const stop = new AbortController()
    const a = asking.current
    const first = a.read !== file
    a.catalogue = true
    // Where time runs fast at most every other second.
    const timer = setTimeout(() => {
      a.next = performance.now() + 2000
      if (first) setLoading(`${file.name} is being read…`)
      read(file, engine.time, engine.satellites, stop.signal).then((c) => {
        setLoading('')
        setChosen((i) => { // the same satellite may have another place
          const before = engine.satellites.groups[0].count
          if (i === null || i < before || !catalogue) return i
          const now = c.numbers.indexOf(catalogue.numbers[i - before])
          return now < 0 ? null : before + now
        })
        setCatalogue(c)
        setLoaded((n) => n + 1)
        a.read = file
        if (first) say(`${c.satellites} satellites of ${file.name}`)
      }, async (e) => {
        if (stop.signal.aborted) return
        setLoading('')
        if (e instanceof Refusal && first && e.problem.errors?.some((x) => /^body \d/.test(x.location ?? ''))) { // of another time: at its own
          try {
            const c = await read(file, null, engine.satellites, stop.signal)
            setCatalogue(c)
            setLoaded((n) => n + 1)
            a.read = file
            engine.set({ time: Date.parse(c.time) })
            say(`${c.satellites} satellites of ${file.name}; the time shown is now theirs`)
            return
          } catch (e2) {
            if (stop.signal.aborted) return
            e = e2
          }
        }
        setBad(trouble(`${file.name} is not drawn`, e))
        if (first) setFile(null)
      }).finally(() => { if (!stop.signal.aborted) a.catalogue = false })
    }, first ? 0 : Math.max(0, a.next - performance.now()))
    return () => { clearTimeout(timer); a.catalogue = false; stop.abort() }
  }, [engine, file, again, askCatalogue])

  // Which one is looked at.
  useEffect(() => { engine?.sized() }, [loaded])
  useEffect(() => {
    if (!engine || !loaded || !wanted) return
    const n = Number(wanted.slice(1))
    turn.current = !eyed.current
    if (wanted[0] === 'c' && design && n % stepDrawn === 0 && n / stepDrawn < engine.satellites.groups[0].count) { setWanted(''); setChosen(n / stepDrawn) }
    else if (wanted[0] === 'n' && catalogue) {
      const i = catalogue.numbers.indexOf(n)
      if (i >= 0) { setWanted(''); setChosen(engine.satellites.groups[0].count + i) }
    }
  }, [loaded, wanted, catalogue])
  useEffect(() => {
    if (!engine) return
    if (chosen === null || chosen >= engine.satellites.count) { engine.select(null); seen((n) => n + 1); return }
    const [which, n] = engine.satellites.group(chosen)
    engine.select(chosen, which === 0 && design && stepDrawn === 1 ? beside(design, n) : undefined)
    if (turn.current) engine.face()
    turn.current = false
    seen((n) => n + 1)
  }, [engine, chosen, loaded])
  const sel = engine?.selected && engine.selected.index === chosen ? engine.selected : null
  const [which, number] = sel ? engine!.satellites.group(sel.index) : [0, 0]
  const f = sel && engine ? facts(engine.now(sel.elements, which as 0 | 1), time, sun(time)) : null

  // The address says all of it.
  const sat = chosen === null || !engine || chosen >= engine.satellites.count ? wanted : which === 0 ? `c${number * stepDrawn}` : `n${catalogue?.numbers[number] ?? ''}`
  taken.current = sat
  useEffect(() => {
    keep({
      c: name === usual.design ? null : name, every: every === null ? null : String(every), year: scenarios ? String(year) : null, speed: speed === usual.speed ? null : String(speed), play: playing ? '1' : '0',
      frame: frame === 'earth' ? null : frame, off: off.size ? [...off].sort((a, b) => a - b).join('.') : null, sat: sat || null,
      time: utc(engine?.time ?? time),
    })
  }, [name, year, every, speed, playing, frame, off, sat, engine])
  const written = useRef(0)
  useEffect(() => {
    if (playing && performance.now() - written.current < 2000) return
    written.current = performance.now()
    keep({ time: utc(time) })
  }, [time])
  // A link followed, or a step back.
  useEffect(() => {
    const back = () => {
      const k = kept()
      setName(k.design); setYear(k.year); setEvery(k.every); setSpeed(k.speed); setPlaying(k.playing); setFrame(k.frame); setOff(k.off); setWanted(k.sat); setChosen(null)
      if (!engine) return
      engine.frame = k.frame
      engine.set({ time: k.time })
      eyed.current = k.eye !== null
      if (k.eye) engine.look(k.eye)
    }
    addEventListener('popstate', back)
    return () => removeEventListener('popstate', back)
  }, [engine])

  const move = (t: number) => { engine?.set({ time: within(t) }); setTime(within(t)) }
  /** near goes to a design's epoch where the time shown is farther from it than it is moved. */
  const near = (d?: Design) => { if (d && engine && Math.abs(Date.parse(d.epoch) - engine.time) > 3640 * 24 * hour) move(Date.parse(d.epoch)) }
  const key = (e: KeyboardEvent) => {
    if (e.altKey || e.ctrlKey || e.metaKey || !engine) return
    const by = e.shiftKey ? 20 : 5
    const eye = engine.eye
    switch (e.key) {
      case 'ArrowLeft': engine.look({ longitude: eye.longitude - by }); break
      case 'ArrowRight': engine.look({ longitude: eye.longitude + by }); break
      case 'ArrowUp': engine.look({ latitude: eye.latitude + by }); break
      case 'ArrowDown': engine.look({ latitude: eye.latitude - by }); break
      case '+': case '=': engine.zoom(0.8); break
      case '-': case '_': engine.zoom(1.25); break
      case ' ': setPlaying(!playing); break
      case ',': move(engine.time - 60e3); break
      case '.': move(engine.time + 60e3); break
      case '<': move(engine.time - hour); break
      case '>': move(engine.time + hour); break
      case 'Escape': setWanted(''); setChosen(null); break
      default: return
    }
    e.preventDefault()
  }
  const drop = (list: FileList | null | undefined) => {
    const [one] = list ?? []
    if (!one) return
    setBad(null)
    if (one.size > 24 * 2 ** 20) setBad({ title: `${one.name} is not drawn`, problem: { detail: `It has ${figures(one.size / 2 ** 20, 3)} MB; at most 24 MB are read` } })
    else setFile(one)
  }
  const shells: [number, string, number][] = [
    ...(design?.shells ?? []).map((s, i): [number, string, number] => [i, `${s.name}, ${Math.round(s.altitude_km)}${s.top_km > s.altitude_km ? `–${Math.round(s.top_km)}` : ''} km`, s.satellites]),
    ...(catalogue && file ? [[catalogueShell, file.name, catalogue.satellites] as [number, string, number]] : []),
  ]
  const drawn = engine?.satellites.count ?? 0
  const all = design ? design.satellites : 0
  const about = sel ? (which === 0 ? named(design!, number * stepDrawn) : `${catalogue?.names[number] || 'satellite'}, ${catalogue?.numbers[number]}`) : ''
  const csv = () => {
    if (!engine) return
    save(new Blob(positionsCSV(engine, time, (i) => {
      const [w, n] = engine.satellites.group(i)
      return w === 0 ? [`${n * stepDrawn}`, design!.name, design!.shells![shellOf(design!, n * stepDrawn)].name] : [String(catalogue!.numbers[n]), catalogue!.names[n], file!.name]
    }), { type: 'text/csv' }), `dawndusk-positions-${utc(time).replace(/:/g, '')}.csv`)
    say('Positions saved')
  }
  const png = async () => {
    try {
      save(await engine!.picture(), `dawndusk-globe-${utc(time).replace(/:/g, '')}.png`)
      say('Picture saved')
    } catch (e) { say(String(e)) }
  }
  const label = `${flat ? 'Flat map of Earth' : 'Globe of Earth'} with day and night at ${utc(time).replace('T', ' ')} UTC and ${whole(drawn)} satellites${design ? ` of ${design.title}` : ''}${file && catalogue ? ` and ${file.name}` : ''}. Arrow keys turn it, plus and minus come nearer and go away, space stops and starts time, comma and full stop step a minute.`

  return (
    <section class="view globe">
      <h1>{design ? scenarios ? `Scenario ${design.title}` : design.title : file ? file.name : 'Earth'}</h1>
      <div class="globe-bar">
        <label>Constellation <select value={design || scenarios ? name : 'none'} onChange={(e) => { const to = e.currentTarget.value; setName(to); setEvery(null); setOff(new Set()); setWanted(''); setChosen(null); setBad(null); if (to === 'scenario') move(yearsEnd(year)); else near(designs.find((d) => d.name === to)) }}>
          <option value="scenario">of scenario {address.value.scenario}</option>
          {designs.map((d) => <option key={d.name} value={d.name}>{d.name}, {whole(d.satellites)}</option>)}
          <option value="none">none</option>
        </select></label>
        {scenarios && <label>at the end of <input type="number" min={2026} max={2056} value={year} onChange={(e) => { const y = e.currentTarget.valueAsNumber; if (y >= 2026 && y <= 2056) { setYear(Math.floor(y)); setEvery(null); setWanted(''); setChosen(null); move(yearsEnd(y)) } }} /></label>}
        <button type="button" onClick={() => picked.current?.click()} title="TLE, or OMM as CSV, JSON, XML or KVN. It can be dropped on the globe, too">Open a catalogue…</button>
        <input ref={picked} class="hidden" type="file" aria-label="Open a catalogue" tabIndex={-1} onChange={(e) => { drop(e.currentTarget.files); e.currentTarget.value = '' }} />
        {file && <button type="button" onClick={() => { setFile(null); setBad(null) }}>Close {file.name}</button>}
        {!flat && <button type="button" aria-pressed={frame === 'stars'} onClick={() => setFrame(frame === 'stars' ? 'earth' : 'stars')} title="What stands still: Earth, or the stars">Hold the stars</button>}
        {!flat && all > usual.most && all <= 1e6 && <button type="button" aria-pressed={step === 1} onClick={() => { setEvery(step === 1 ? null : 1); setWanted(''); setChosen(null) }}>Draw all {whole(all)}</button>}
        <span class="globe-tools"><button type="button" onClick={png} title="Save the picture">PNG</button> <button type="button" onClick={csv} title="Save where the satellites are: longitude, latitude, height, light">CSV</button></span>
      </div>
      {notice && <p class="globe-notice" role="status">{notice}</p>}
      {bad && <Bad {...bad} close={() => setBad(null)} />}
      {catalogue && file && <Apart c={catalogue} name={file.name} time={time} go={move} />}
      <div class="globe-parts">
        <div class="globe-main">
          <div ref={stage} class={`globe-stage${over ? ' over' : ''}`} onDragOver={(e) => { e.preventDefault(); setOver(true) }} onDragLeave={() => setOver(false)} onDrop={(e) => { e.preventDefault(); setOver(false); drop(e.dataTransfer?.files) }}>
            <canvas ref={canvas} class={flat ? 'gone' : ''} tabIndex={flat ? -1 : 0} role="application" aria-label={label} onKeyDown={key} />
            <canvas ref={flatCanvas} class={flat ? 'flat' : 'gone'} tabIndex={flat ? 0 : -1} role="application" aria-label={label} onKeyDown={key} />
            {over && <p class="globe-drop">Drop a file of TLE or OMM</p>}
            {loading && <p class="globe-loading" role="status">{loading}</p>}
          </div>
          <Clock time={time} playing={playing} speed={speed} move={move} play={setPlaying} run={(s) => setSpeed(s)} />
          <p class="globe-legend"><span class="lit">in sunlight</span> <span class="dark">in Earth's shadow</span>{file && catalogue && <> <span class="round">constellation</span> <span class="diamond">catalogue</span></>} <span class="soft">{whole(drawn)} drawn{stepDrawn > 1 && all ? `, one in ${stepDrawn} of ${whole(all)}` : ''}. Not to scale: the points.</span></p>
        </div>
        <aside class="globe-side" aria-label="What is drawn">
          {shells.length > 0 && (
            <fieldset>
              <legend>Shells</legend>
              {shells.map(([i, text, n]) => (
                <label key={i} class="globe-shell"><input type="checkbox" checked={!off.has(i)} onChange={() => { const next = new Set(off); if (!next.delete(i)) next.add(i); setOff(next) }} /> <span>{text}</span> <span class="soft">{whole(n)}</span></label>
              ))}
            </fieldset>
          )}
          <label class="globe-choose">Satellite <input type="number" min={1} max={drawn} placeholder="click one, or its number" value={chosen === null ? '' : chosen + 1} onChange={(e) => { const v = e.currentTarget.valueAsNumber; setWanted(''); turn.current = true; setChosen(v >= 1 && v <= drawn ? Math.floor(v) - 1 : null) }} /></label>
          {f && sel && (
            <div class="globe-card card">
              <h2>{about}</h2>
              <table>
                <tbody>
                  <tr><th scope="row">Now</th><td>{f.lit ? 'in sunlight' : 'in Earth’s shadow'}</td></tr>
                  <tr><th scope="row">Height</th><td>{figures(f.height, 4)} km</td></tr>
                  <tr><th scope="row">Inclination</th><td>{f.inclination.toFixed(2)}°</td></tr>
                  <tr><th scope="row">Right ascension of the node</th><td>{f.node.toFixed(1)}°</td></tr>
                  <tr><th scope="row">Local time of the node</th><td>{clock(f.localTime)} <span class="soft">mean</span></td></tr>
                  <tr><th scope="row">β, Sun above the orbit's plane</th><td>{f.beta.toFixed(1).replace('-', '−')}°</td></tr>
                  <tr><th scope="row">In shadow, of this orbit</th><td>{percent(f.eclipsed)}{f.eclipsed > 0 && f.eccentricity < 0.05 ? `, ${figures(f.eclipsed * f.period, 2)} min` : ''}</td></tr>
                  <tr><th scope="row">Period, node to node</th><td>{f.period.toFixed(1)} min</td></tr>
                  {f.eccentricity > 0.01 && <tr><th scope="row">Eccentricity</th><td>{f.eccentricity.toFixed(3)}</td></tr>}
                  {which === 1 && catalogue && <tr><th scope="row">Elements of</th><td>{new Date(catalogue.epochs[number] * 1000).toISOString().slice(0, 16).replace('T', ' ')} UTC</td></tr>}
                </tbody>
              </table>
              {which === 0 && design && (stepDrawn === 1
                ? <p class="soft">Lines lead to the neighbours of the pattern that it can see: in its plane{beside(design, number).blocks.length ? ', and the nearest in the planes beside it' : ''}. They are geometry, not a published plan of links.</p>
                : <p class="soft">Lines to neighbours are drawn when all satellites are.</p>)}
              {which === 0 && <Budget />}
              <button type="button" onClick={() => { setWanted(''); setChosen(null) }}>Let it go</button>
            </div>
          )}
          {design && <details class="globe-about"><summary>What {design.name} is</summary><p>{design.what}</p><ul>{(design.sources ?? []).map((s) => <li key={s}>{s}</li>)}</ul></details>}
        </aside>
      </div>
      <details class="globe-how"><summary>How it is drawn</summary>
        <p>Each point is moved on its mean orbit, which Earth's flattening turns steadily; a constellation is where it was designed to be, not where anything flies. Constellations leave out drag and the short swings of an orbit, up to some 25 km. A catalogue's satellites are placed by SGP4 at a time near the one shown and stay within 30 km of it for three hours; the file is read again when the time shown moves on.
          Shadow is Earth's cylinder away from the Sun, the middle of the penumbra. The Sun and Earth's turn are good to 0.01°. Frame of the numbers: true equator and mean equinox of date. Coastlines: Natural Earth, 1:110 million.</p>
      </details>
      <span class="hidden" role="status">{said}</span>
    </section>
  )
}

function named(d: Design, i: number): string {
  const k = shellOf(d, i)
  const s = d.shells![k]
  const first = d.shells!.slice(0, k).reduce((n, x) => n + x.satellites, 0)
  const per = s.satellites / s.planes
  if (s.pattern === 'cluster' || !Number.isInteger(per)) return `${s.name}, satellite ${i - first + 1}`
  const plane = Math.floor((i - first) / per), planes = s.planes / s.layers
  return `${s.name}, ${s.layers > 1 ? `layer ${Math.floor(plane / planes) + 1}, ` : ''}plane ${(plane % planes) + 1}, satellite ${((i - first) % per) + 1}`
}

function clock(hours: number): string {
  const m = Math.round(hours * 60) % 1440
  return `${String(Math.floor(m / 60)).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}`
}

function trouble(title: string, e: unknown): { title: string; problem: Partial<Problem> } {
  return { title, problem: e instanceof Refusal ? e.problem : { detail: e instanceof Gone ? 'The server does not answer.' : String(e) } }
}

/** Bad is a list of mistakes that does not stand in the way. */
function Bad({ title, problem, close }: { title: string; problem: Partial<Problem>; close: () => void }) {
  return (
    <div class="globe-bad" role="alert">
      <p><strong>{title}:</strong> {problem.detail || problem.title}</p>
      {problem.errors && problem.errors.length > 0 && <ol tabIndex={0} aria-label="Mistakes">{problem.errors.map((e, i) => <li key={i}>{e.location && <code>{e.location.replace(/^body:(\d+)$/, 'line $1').replace(/^body\s?/, '')}</code>} {e.message}</li>)}</ol>}
      <button type="button" onClick={close}>Close</button>
    </div>
  )
}

/** Apart says of a catalogue what is not drawn, and how old it is at the time shown. */
function Apart({ c, name, time, go }: { c: Catalogue; name: string; time: number; go: (t: number) => void }) {
  const newest = useMemo(() => c.epochs.reduce((a, b) => Math.max(a, b), -Infinity) * 1000, [c])
  const days = (time - newest) / 864e5
  const far = Math.abs(days) > 7 && <p class="globe-notice">The newest elements of {name} are {figures(Math.abs(days), 2)} days {days > 0 ? 'older' : 'younger'} than the time shown: satellites that are steered or slowed by air are elsewhere. <button type="button" onClick={() => go(newest)}>Go to their time</button></p>
  if (!(c.mistakes_total + c.left_out_total)) return far || null
  const more = c.mistakes_total - c.mistakes.length, others = c.left_out_total - c.left_out.length
  return (
    <>{far}
    <div class="globe-bad" role="alert">
      <details>
        <summary>{name}: {whole(c.satellites)} satellites drawn{c.mistakes_total > 0 && `, ${c.mistakes_total} records that could not be read`}{c.left_out_total > 0 && `, ${c.left_out_total} that have no place now`}</summary>
        <ol tabIndex={0} aria-label="Records not drawn">
          {c.mistakes.map((m, i) => <li key={i}>{m.line > 0 && <code>line {m.line}</code>} {m.message}</li>)}
          {more > 0 && <li>and {more} more</li>}
          {c.left_out.map((l) => <li key={`o${l.number}`}><code>{l.number} {l.name}</code> {l.why}</li>)}
          {others > 0 && <li>and {others} more</li>}
        </ol>
      </details>
    </div></>
  )
}

function Clock({ time, playing, speed, move, play, run }: { time: number; playing: boolean; speed: number; move: (t: number) => void; play: (p: boolean) => void; run: (s: number) => void }) {
  const [typed, type] = useState<string | null>(null)
  const set = () => {
    if (typed === null) return
    const t = Date.parse(`${typed}Z`)
    if (Number.isFinite(t)) move(t)
    type(null)
  }
  return (
    <div class="globe-clock" role="group" aria-label="Time">
      <button type="button" class="main" onClick={() => play(!playing)}>{playing ? 'Pause' : 'Play'}</button>
      <label>Speed <select value={speed} onChange={(e) => run(Number(e.currentTarget.value))}>{speeds.map((s) => <option key={s} value={s}>{whole(s)}×</option>)}</select></label>
      <label>UTC <input type="datetime-local" step={1} value={typed ?? utc(time)} onFocus={() => type(utc(time))} onInput={(e) => type(e.currentTarget.value)} onBlur={set} onKeyDown={(e) => { if (e.key === 'Enter') set() }} /></label>
      <span class="globe-steps">
        <button type="button" onClick={() => move(time - hour)} title="An hour back">−1 h</button>
        <button type="button" onClick={() => move(time - 60e3)} title="A minute back">−1 min</button>
        <button type="button" onClick={() => move(time + 60e3)} title="A minute on">+1 min</button>
        <button type="button" onClick={() => move(time + hour)} title="An hour on">+1 h</button>
        <button type="button" onClick={() => move(Date.now())}>Now</button>
      </span>
    </div>
  )
}

/** Budget is the scenario's satellite, sized by the server. */
function Budget() {
  const a = address.value
  const asked = JSON.stringify(source(a))
  const [got, set] = useState<{ asked: string; size?: Schemas['Satellite']; wrong?: string } | null>(null)
  useEffect(() => {
    const stop = new AbortController()
    post('/size', asked, stop.signal).then((r) => r.json()).then((size) => set({ asked, size }), (e) => { if (!stop.signal.aborted) set({ asked, wrong: e instanceof Refusal ? e.message : 'The server does not answer.' }) })
    return () => stop.abort()
  }, [asked])
  if (!got) return <p class="soft">The scenario's satellite is being sized…</p>
  if (got.wrong || !got.size) return <p class="wrong">The scenario's satellite could not be sized: {got.wrong}</p>
  const s = got.size
  return (
    <div class={got.asked === asked ? '' : 'globe-old'}>
      <h3>Budget</h3>
      <p class="soft">Of the satellite that scenario {s.scenario} sizes for {s.year} at {figures(s.altitude_km, 3)} km: this model's, not the operator's.</p>
      <table>
        <tbody>
          <tr><th scope="row">IT power</th><td>{figures(s.it_power_w / 1000, 3)} kW</td></tr>
          <tr><th scope="row">Mass, dry</th><td>{figures(s.dry_mass_kg / 1000, 3)} t</td></tr>
          <tr><th scope="row">Solar array</th><td>{figures(s.array_area_m2, 3)} m²</td></tr>
          <tr><th scope="row">Radiator</th><td>{figures(s.radiator_area_m2, 3)} m²</td></tr>
          <tr><th scope="row">Cost to make</th><td>${figures(s.total.cost_usd / 1e6, 3)} million <span class="soft">({s.money_year} $)</span></td></tr>
        </tbody>
      </table>
    </div>
  )
}

/** positionsCSV tells where all drawn satellites are, some thousand at a time. */
function positionsCSV(engine: Engine, time: number, about: (i: number) => string[]): string[] {
  const parts = [table({ columns: ['satellite', 'of', 'shell', 'time_utc', 'longitude_deg_east', 'latitude_deg_geocentric', 'height_km', 'sunlit'], rows: [] })]
  const n = engine.satellites.count, turned = siderealTime(time), s = sun(time)
  for (let first = 0; first < n; first += 20_000) {
    const count = Math.min(20_000, n - first)
    const at = engine.positions(first, count)
    const rows = Array.from({ length: count }, (_, i) => {
      const p: Vector = [at[3 * i], at[3 * i + 1], at[3 * i + 2]]
      const lon = ((((Math.atan2(p[1], p[0]) - turned) * 180) / Math.PI + 540) % 360) - 180
      return [...about(first + i), `${utc(time)}Z`, Number(lon.toFixed(3)), Number(((Math.asin(p[2] / Math.hypot(...p)) * 180) / Math.PI).toFixed(3)), Number(height(p).toFixed(1)), lit(p, s) ? 'yes' : 'no']
    })
    parts.push(table({ columns: [], rows }).replace(/^\r\n/, ''))
  }
  return parts
}
