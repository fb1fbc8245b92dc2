// The flows of the question in the address, played again when it changes.

import { signal } from '@preact/signals'
import { useEffect } from 'preact/hooks'

import { address, type Question } from '../../address'
import { Gone, post, reachable, read, Refusal } from '../../api'
import { key } from '../../study'
import type { Flows } from './words'

/** How many draws tell of flows: the first of those that the other views are of. */
const most = 200

/** The flows last played, and of which question. */
export const flows = signal<{ key: string; told: Flows } | null>(null)
export const failed = signal('')

const wanted = (q: Question): Question => ({ scenario: q.scenario, set: q.set, seed: q.seed, draws: Math.min(most, q.draws) })

/** useFlows keeps the flows those of the address while a view shows them. */
export function useFlows(): { told: Flows | null; fresh: boolean } {
  const q = wanted(address.value)
  const k = key(q)
  const there = reachable.value
  useEffect(() => {
    if (flows.value?.key === k) { failed.value = ''; return }
    const stop = new AbortController()
    let again: ReturnType<typeof setTimeout> | undefined
    const ask = () => {
      post('/flows', k, stop.signal).then((r) => read<Flows>(r, stop.signal)).then((told) => {
        flows.value = { key: k, told }
        failed.value = ''
      }).catch((e) => {
        if (stop.signal.aborted || e instanceof Gone) return // it is asked again once the server is back
        if (e instanceof Refusal && e.problem.status === 429) again = setTimeout(ask, 1000)
        else failed.value = e instanceof Error ? e.message : String(e)
      })
    }
    again = setTimeout(ask, 60) // what moves is let come to rest
    return () => { clearTimeout(again); stop.abort() }
  }, [k, there])
  return { told: flows.value?.told ?? null, fresh: flows.value?.key === k }
}
