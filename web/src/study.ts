// The answer that the charts show: the question of the address played by the server,
// first with few draws, then with all, while it changes.

import { batch, computed, effect, signal, untracked } from '@preact/signals'

import { address, steps, type Question } from './address'
import { asked, fetched, Gone, lines, post, reachable, Refusal, refused, type Problem, type Summary } from './api'

/** An answer to a question, by the draws that are played so far. */
export interface Answer {
  key: string
  question: Question
  summary: Summary
  /** The answer in sentences: verdict, reason, crossing, paying. */
  lines: string[]
  draws: number
  of: number
}

interface Line {
  draws: number
  of: number
  summary: Summary
  lines: string[]
  problem?: Problem
}

export const answer = signal<Answer | null>(null)
/** The last whole answer to another question, from before the step that led to what is
 * shown: a slider that rests on its way does not move it. */
export const ghost = signal<Answer | null>(null)
export const trouble = signal<Partial<Problem> | null>(null)
export const playing = signal(false)

/** key tells questions apart: what is sent for one. */
export const key = (q: Question): string => asked(q)

/** The key of what the address asks. */
export const wanted = computed(() => key(address.value))

/** Whether all draws of what the address asks have been played. */
export const settled = computed(() => !playing.value && answer.value !== null && answer.value.key === wanted.value && answer.value.draws === answer.value.of)

let held = -1 // the step that the ghost is from before

let under: { key: string; control: AbortController; shown: boolean } | null = null
let again: number | undefined

/** What moves is let show its first draws before it is given up for the next: an answer
 * that is always begun again would never come. */
const patience = 250 // ms

function play(): void {
  const q: Question = address.value
  const k = key(q)
  clearTimeout(again)
  if (under) {
    if (under.key === k) return
    if (!under.shown) return // its first answer, or its end, calls again
    under.control.abort()
  }
  if (answer.value?.key === k && answer.value.draws === answer.value.of) {
    under = null
    playing.value = false
    return
  }
  const mine = { key: k, control: new AbortController(), shown: false }
  under = mine
  playing.value = true
  const impatience = setTimeout(() => { mine.shown = true; if (wanted.value !== k) play() }, patience)
  run(q, k, mine.control.signal, () => {
    clearTimeout(impatience)
    mine.shown = true
    if (wanted.value !== k) queueMicrotask(play)
  }).catch((e) => {
    if (mine.control.signal.aborted) return
    if (e instanceof Gone) again = setTimeout(play, 1500)
    else if (e instanceof Refusal && e.problem.status === 429) again = setTimeout(play, 1000)
    else trouble.value = e instanceof Refusal ? e.problem : { detail: String(e) }
  }).finally(() => {
    clearTimeout(impatience)
    if (under !== mine) return
    under = null
    if (wanted.value !== k) play()
    else playing.value = false
  })
}

async function run(q: Question, k: string, stop: AbortSignal, shown: () => void): Promise<void> {
  const response = await post('/previews', k, stop)
  let whole = false
  for await (const line of lines<Line>(response, stop)) {
    if (line.problem) throw refused(line.problem)
    if (stop.aborted) return
    const before = answer.value
    batch(() => {
      if (before && before.key !== k && before.draws === before.of && held !== steps.peek()) {
        ghost.value = before
        held = steps.peek()
      }
      if (ghost.value?.key === k) ghost.value = null // taken back: nothing was before it
      trouble.value = null
      answer.value = { key: k, question: q, summary: line.summary, lines: line.lines, draws: line.draws, of: line.of }
    })
    whole = line.draws === line.of
    shown()
  }
  if (!whole && !stop.aborted) throw new Gone('the answer ended early')
}

/** begin keeps the answer that of the address, from now on. */
export function begin(): void {
  effect(() => {
    void wanted.value // and nothing else: not what a view keeps in the address, not the answer
    untracked(() => {
      trouble.value = null
      play()
    })
  })
  effect(() => {
    if (!reachable.value) {
      const timer = setInterval(() => { fetched('/scenarios').then(play, () => {}) }, 1500)
      return () => clearInterval(timer)
    }
  })
}
