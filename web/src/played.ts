// Something that takes longer than a request, kept the answer of what is asked: begun
// once the question has been still for a while, given up when it changes.

import { signal } from '@preact/signals'

import { Gone, job, Refusal, type Job, type Problem } from './api'

/** An answer with what was asked for it. */
export interface Given<T> {
  key: string
  /** Of the question, for people. */
  about: string
  result: T
  job: Job
}

export class Played<T> {
  /** The newest answer; of an earlier question while another is played. */
  readonly answer = signal<Given<T> | null>(null)
  readonly progress = signal<Job | null>(null)
  readonly doing = signal<'still' | 'waiting' | 'playing' | 'stopped'>('still')
  readonly trouble = signal<Partial<Problem> | null>(null)
  private wanted: { key: string; about: string } | null = null
  private control: AbortController | null = null
  private timer: number | undefined

  /** pause is how long a question must be still, in ms. */
  constructor(private readonly kind: 'runs' | 'claims' | 'comparisons', private readonly pause: number) {}

  /** want asks a question, its body written out: at once if nothing was asked before. */
  want(key: string, about: string): void {
    if (this.wanted?.key === key) return
    const first = this.wanted === null
    this.leave()
    this.wanted = { key, about }
    this.trouble.value = null
    if (this.answer.value?.key === key) return
    this.doing.value = 'waiting'
    this.timer = setTimeout(() => this.play(), first ? 0 : this.pause)
  }

  /** leave gives up what is under way and keeps the answer. */
  leave(): void {
    clearTimeout(this.timer)
    const under = this.progress.value
    if (this.control) {
      this.control.abort()
      // Nobody listens any more: the server need not wait to find out. Should somebody
      // else, it goes on for them.
      if (under) setTimeout(() => fetch(location.origin + under.links.self, { method: 'DELETE' }).catch(() => {}), 100)
    }
    this.control = null
    this.wanted = null
    this.progress.value = null
    this.doing.value = 'still'
  }

  /** stop is leave because a person said so: the same is not asked again by itself. */
  stop(): void {
    const was = this.wanted
    this.leave()
    this.wanted = was
    this.doing.value = 'stopped'
  }

  /** again asks once more what was stopped or refused. */
  again(): void {
    this.trouble.value = null
    if (this.wanted && !this.control) this.play()
  }

  private play(): void {
    const q = this.wanted!
    const mine = new AbortController()
    this.control = mine
    this.doing.value = 'playing'
    const later = (ms: number) => {
      this.doing.value = 'waiting'
      this.timer = setTimeout(() => this.play(), ms)
    }
    job<T>(this.kind, q.key, (j) => { if (this.control === mine) this.progress.value = j }, mine.signal).then((r) => {
      if (this.control !== mine) return
      this.control = null
      this.progress.value = null
      this.answer.value = { ...q, ...r }
      this.doing.value = 'still'
    }, (e) => {
      if (this.control !== mine) return
      this.control = null
      this.progress.value = null
      if (e instanceof Gone) later(1500)
      else if (e instanceof Refusal && e.problem.status === 429) later(1000)
      else {
        this.doing.value = 'still'
        this.trouble.value = e instanceof Refusal ? e.problem : { detail: String(e) }
      }
    })
  }
}
