// The time shown: its bounds, how fast it can run, and the controls of both.

import { useState } from 'preact/hooks'

import { utc, whole } from './words'

export const speeds = [1, 10, 60, 300, 1000, 3600, 10_000]
export const hour = 3600e3 // ms

/** within keeps a time where the Sun's place is good. */
export const within = (t: number) => Math.max(Date.UTC(1990, 0, 1), Math.min(Date.UTC(2056, 0, 1), t))

export function Clock({ time, playing, speed, move, play, run }: { time: number; playing: boolean; speed: number; move: (t: number) => void; play: (p: boolean) => void; run: (s: number) => void }) {
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
