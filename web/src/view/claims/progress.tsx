// How far something is that is played, with a way to stop it, and what is wrong with it.

import type { Played } from '../../played'

import './progress.css'

interface Props {
  of: Played<unknown>
  /** What is played: "the claims". */
  what: string
  /** What is counted: "draws". */
  counted: string
  /** Another place tells this mistake already. */
  quiet?: boolean
}

export function Progress({ of, what, counted, quiet }: Props) {
  const doing = of.doing.value
  const j = of.progress.value
  const p = of.trouble.value
  if (p) {
    if (quiet) return null
    return (
      <div class="refused" role="alert">
        <p><strong>No answer:</strong> {p.detail || p.title}</p>
        {p.errors && <ul>{p.errors.map((e, i) => <li key={i}>{e.location && <code>{e.location.replace(/^body\./, '')}</code>} {e.message}</li>)}</ul>}
        <button type="button" onClick={() => of.again()}>Ask again</button>
      </div>
    )
  }
  if (doing === 'still') return null
  const number = (n: number) => n.toLocaleString('en')
  const text = doing === 'stopped' ? 'Stopped.'
    : doing === 'waiting' || !j ? `About to play ${what}…`
      : j.state === 'queued' ? `Waiting for ${j.ahead} other${j.ahead === 1 ? '' : 's'}…`
        : j.total ? `Playing ${what}: ${number(j.done)} of ${number(j.total)} ${counted}` : `Playing ${what}…`
  return (
    <div class="progress">
      <span role="status">{text}</span>
      {doing !== 'stopped' && <progress aria-label={`Playing ${what}`} max={j?.total || 1} value={j?.total ? j.done : undefined} />}
      {doing === 'stopped' ? <button type="button" class="main" onClick={() => of.again()}>Play {what}</button> : <button type="button" onClick={() => of.stop()}>Cancel</button>}
    </div>
  )
}
