// The globe: Earth with day and night, a constellation and a catalogue moving about it.

import { useEffect, useMemo, useRef, useState } from 'preact/hooks'

import { address, keep } from '../../address'
import { reachable } from '../../api'
import { save } from '../../chart/export'
import { sun } from './almanac'
import { Card } from './card'
import { useCatalogue } from './catalogue'
import { Clock, hour, within } from './clock'
import { most, useConstellation } from './constellation'
import { positionsCSV } from './csv'
import { useEngine } from './drawing'
import type { Frame } from './engine'
import { FlatMap } from './flat'
import { kept, written } from './kept'
import { Apart, Bad, type News, type Wrong } from './news'
import { facts } from './orbit'
import { beside, shellOf, type Design } from './pattern'
import { catalogueShell } from './satellites'
import { utc, whole } from './words'

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

const yearsEnd = (year: number) => Date.UTC(Math.floor(year), 11, 31, 12)

export default function GlobeView() {
  const start = useMemo(kept, [])
  const picked = useRef<HTMLInputElement>(null)
  const [name, setName] = useState(start.design)
  const [year, setYear] = useState(start.year)
  const [every, setEvery] = useState<number | null>(start.every)
  const [off, setOff] = useState(start.off)
  const [time, setTime] = useState(start.time)
  const [playing, setPlaying] = useState(start.playing)
  const [speed, setSpeed] = useState(start.speed)
  const [frame, setFrame] = useState<Frame>(start.frame)
  const [chosen, setChosen] = useState<number | null>(null)
  const [wanted, setWanted] = useState(start.sat) // from the address, until it is found
  const [bad, setBad] = useState<Wrong | null>(null)
  const [loading, setLoading] = useState('')
  const [loaded, setLoaded] = useState(0) // grows with each set that has been loaded
  const [again, setAgain] = useState(0) // to be loaded once more
  const [over, setOver] = useState(false)
  const [, seen] = useState(0) // grows when another satellite has been taken
  const turn = useRef(false) // to the satellite that is taken
  const eyed = useRef(start.eye !== null) // the address says from where one looks
  const taken = useRef(start.sat) // as the address has it
  const [said, say] = useState('')
  const take = (i: number | null) => { setWanted(''); setChosen(i) }
  const find = (sat: string) => { setWanted(sat); setChosen(null) }

  const { engine, notice, canvas, flatCanvas } = useEngine(start, { time: setTime, take, find: () => find(taken.current), again: () => setAgain((n) => n + 1) })
  const flat = engine instanceof FlatMap
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
  const scenarios = name === 'scenario'
  const news: News = { loading: setLoading, came: () => setLoaded((n) => n + 1), wrong: setBad }
  const { designs, design, step, drawn: stepDrawn } = useConstellation(engine, { design: name, year, every }, time, again, news)
  const { file, catalogue, open, close } = useCatalogue(engine, time, again, news, setChosen, say)

  // Which one is looked at.
  useEffect(() => { engine?.sized() }, [loaded])
  useEffect(() => {
    if (!engine || !loaded || !wanted) return
    const n = Number(wanted.slice(1))
    turn.current = !eyed.current
    if (wanted[0] === 'c' && design && n % stepDrawn === 0 && n / stepDrawn < engine.satellites.groups[0].count) take(n / stepDrawn)
    else if (wanted[0] === 'n' && catalogue) {
      const i = catalogue.numbers.indexOf(n)
      if (i >= 0) take(engine.satellites.groups[0].count + i)
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
  const [which, number] = sel ? engine!.satellites.group(sel.index) : [0, 0] as [0, number]
  const f = sel && engine ? facts(engine.now(sel.elements, which), time, sun(time)) : null

  // The address says all of it.
  const sat = chosen === null || !engine || chosen >= engine.satellites.count ? wanted : which === 0 ? `c${number * stepDrawn}` : `n${catalogue?.numbers[number] ?? ''}`
  taken.current = sat
  useEffect(() => {
    keep(written({ design: name, year, every, speed, playing, frame, off, sat, time: engine?.time ?? time }))
  }, [name, year, every, speed, playing, frame, off, sat, engine])
  const keptAt = useRef(0) // performance.now, of the time shown
  useEffect(() => {
    if (playing && performance.now() - keptAt.current < 2000) return
    keptAt.current = performance.now()
    keep({ time: utc(time) })
  }, [time])
  // A link followed, or a step back.
  useEffect(() => {
    const back = () => {
      const k = kept()
      setName(k.design); setYear(k.year); setEvery(k.every); setSpeed(k.speed); setPlaying(k.playing); setFrame(k.frame); setOff(k.off); find(k.sat)
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
      case 'Escape': take(null); break
      default: return
    }
    e.preventDefault()
  }
  const shells: [number, string, number][] = [
    ...(design?.shells ?? []).map((s, i): [number, string, number] => [i, `${s.name}, ${Math.round(s.altitude_km)}${s.top_km > s.altitude_km ? `–${Math.round(s.top_km)}` : ''} km`, s.satellites]),
    ...(catalogue && file ? [[catalogueShell, file.name, catalogue.satellites] as [number, string, number]] : []),
  ]
  const drawn = engine?.satellites.count ?? 0
  const all = design ? design.satellites : 0
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
        <label>Constellation <select value={design || scenarios ? name : 'none'} onChange={(e) => { const to = e.currentTarget.value; setName(to); setEvery(null); setOff(new Set()); take(null); setBad(null); if (to === 'scenario') move(yearsEnd(year)); else near(designs.find((d) => d.name === to)) }}>
          <option value="scenario">of scenario {address.value.scenario}</option>
          {designs.map((d) => <option key={d.name} value={d.name}>{d.name}, {whole(d.satellites)}</option>)}
          <option value="none">none</option>
        </select></label>
        {scenarios && <label>at the end of <input type="number" min={2026} max={2056} value={year} onChange={(e) => { const y = e.currentTarget.valueAsNumber; if (y >= 2026 && y <= 2056) { setYear(Math.floor(y)); setEvery(null); take(null); move(yearsEnd(y)) } }} /></label>}
        <button type="button" onClick={() => picked.current?.click()} title="TLE, or OMM as CSV, JSON, XML or KVN. It can be dropped on the globe, too">Open a catalogue…</button>
        <input ref={picked} class="hidden" type="file" aria-label="Open a catalogue" tabIndex={-1} onChange={(e) => { open(e.currentTarget.files); e.currentTarget.value = '' }} />
        {file && <button type="button" onClick={close}>Close {file.name}</button>}
        {!flat && <button type="button" aria-pressed={frame === 'stars'} onClick={() => setFrame(frame === 'stars' ? 'earth' : 'stars')} title="What stands still: Earth, or the stars">Hold the stars</button>}
        {!flat && all > most && all <= 1e6 && <button type="button" aria-pressed={step === 1} onClick={() => { setEvery(step === 1 ? null : 1); take(null) }}>Draw all {whole(all)}</button>}
        <span class="globe-tools"><button type="button" onClick={png} title="Save the picture">PNG</button> <button type="button" onClick={csv} title="Save where the satellites are: longitude, latitude, height, light">CSV</button></span>
      </div>
      {notice && <p class="globe-notice" role="status">{notice}</p>}
      {bad && <Bad {...bad} close={() => setBad(null)} />}
      {catalogue && file && <Apart c={catalogue} name={file.name} time={time} go={move} />}
      <div class="globe-parts">
        <div class="globe-main">
          <div class={`globe-stage${over ? ' over' : ''}`} onDragOver={(e) => { e.preventDefault(); setOver(true) }} onDragLeave={() => setOver(false)} onDrop={(e) => { e.preventDefault(); setOver(false); open(e.dataTransfer?.files) }}>
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
          <label class="globe-choose">Satellite <input type="number" min={1} max={drawn} placeholder="click one, or its number" value={chosen === null ? '' : chosen + 1} onChange={(e) => { const v = e.currentTarget.valueAsNumber; turn.current = true; take(v >= 1 && v <= drawn ? Math.floor(v) - 1 : null) }} /></label>
          {f && <Card f={f} number={which === 0 ? number * stepDrawn : number} design={which === 0 ? design : null} step={stepDrawn} catalogue={catalogue} close={() => take(null)} />}
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
