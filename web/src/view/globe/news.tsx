// What the page hears from those that load, and how it shows what went wrong.

import { useMemo } from 'preact/hooks'

import { Gone, Refusal, type Problem } from '../../api'
import { figures } from '../../format'
import type { Catalogue } from './load'
import { whole } from './words'

export interface Wrong { title: string; problem: Partial<Problem> }

export interface News {
  /** What is on its way; '' once it has come or failed. */
  loading(what: string): void
  /** The satellites that are drawn are others now. */
  came(): void
  /** What went wrong; null once that is past. */
  wrong(w: Wrong | null): void
}

/** trouble is what failed, and why. */
export function trouble(title: string, e: unknown): Wrong {
  return { title, problem: e instanceof Refusal ? e.problem : { detail: e instanceof Gone ? 'The server does not answer.' : String(e) } }
}

/** Bad is a list of mistakes that does not stand in the way. */
export function Bad({ title, problem, close }: Wrong & { close: () => void }) {
  return (
    <div class="globe-bad" role="alert">
      <p><strong>{title}:</strong> {problem.detail || problem.title}</p>
      {problem.errors && problem.errors.length > 0 && <ol tabIndex={0} aria-label="Mistakes">{problem.errors.map((e, i) => <li key={i}>{e.location && <code>{e.location.replace(/^body:(\d+)$/, 'line $1').replace(/^body\s?/, '')}</code>} {e.message}</li>)}</ol>}
      <button type="button" onClick={close}>Close</button>
    </div>
  )
}

/** Apart says of a catalogue what is not drawn, and how old it is at the time shown. */
export function Apart({ c, name, time, go }: { c: Catalogue; name: string; time: number; go: (t: number) => void }) {
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
