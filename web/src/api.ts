// Asks the server. Its types are made from its own description: npm run types.

import { signal } from '@preact/signals'

import type { Question } from './address'
import type { components } from './openapi'

export type Schemas = components['schemas']
export type Summary = Schemas['Preview']
export type Row = Schemas['Row']
export type Problem = Schemas['Problem']

// Whole addresses: relative ones are refused where the page's own holds a password.
const root = `${location.origin}/api/v1`

/** Scenario files that a person has opened; they live as long as the tab. */
export const files = signal<Readonly<Record<string, string>>>(remembered())

function remembered(): Record<string, string> {
  try {
    return JSON.parse(sessionStorage.getItem('files') ?? '{}') ?? {}
  } catch {
    return {}
  }
}

files.subscribe((f) => {
  try {
    sessionStorage.setItem('files', JSON.stringify(f))
  } catch {
    // no room: they live as long as the page
  }
})

/** Whether the server answered when it was last asked. */
export const reachable = signal(true)

/** Refusal is an answer that is none: all mistakes at once. */
export class Refusal extends Error {
  constructor(readonly problem: Partial<Problem>) {
    super(problem.detail || problem.title || 'the server refused')
  }
}

/** Gone is no answer at all. */
export class Gone extends Error {}

/** fetched asks, and throws a Refusal, a Gone, or the abort. */
export async function fetched(path: string, init?: RequestInit): Promise<Response> {
  let response: Response
  try {
    response = await fetch(root + path, init)
  } catch (e) {
    if (init?.signal?.aborted) throw e
    reachable.value = false
    throw new Gone('the server does not answer')
  }
  reachable.value = true
  if (response.ok) return response
  let problem: Partial<Problem> = { status: response.status, title: response.statusText }
  try {
    problem = await response.json()
  } catch {
    // no problem+json: its status says enough
  }
  throw refused({ ...problem, status: response.status })
}

/** refused is a problem as what to throw: a server that closes (503), or that what stands
 * before it does not find (502), may be back when it is asked again. */
export function refused(problem: Partial<Problem>): Refusal | Gone {
  if (problem.status !== 502 && problem.status !== 503) return new Refusal(problem)
  reachable.value = false
  return new Gone('the server does not answer')
}

/** broken is why the body of a response ended early: the abort, or a server that is gone. */
function broken(e: unknown, signal?: AbortSignal): unknown {
  if (signal?.aborted || !(e instanceof TypeError)) return e
  reachable.value = false
  return new Gone('the server does not answer')
}

/** read is the JSON of a response. */
export async function read<T>(response: Response, signal?: AbortSignal): Promise<T> {
  try {
    return await response.json()
  } catch (e) {
    throw broken(e, signal)
  }
}

export async function get<T>(path: string, signal?: AbortSignal): Promise<T> {
  return read<T>(await fetched(path, { signal }), signal)
}

export function post(path: string, body: unknown, signal?: AbortSignal): Promise<Response> {
  return fetched(path, { method: 'POST', signal, headers: { 'Content-Type': 'application/json' }, body: typeof body === 'string' ? body : JSON.stringify(body) })
}

/** asked is a question as the server's bodies have it. Seeds go as figures: JSON's
 * numbers hold them, those of this language do not. */
export function asked(q: Question, more: Record<string, unknown> = {}): string {
  const body = JSON.stringify({ ...source(q), draws: q.draws, ...more })
  return body.slice(0, -1) + `,"seed":${BigInt(q.seed)}}`
}

/** source is the part of a question that says which inputs. */
export function source(q: Question): Record<string, unknown> {
  const body: Record<string, unknown> = { scenario: q.scenario, set: [...q.set].map(([p, v]) => `${p}=${v}`) }
  if (isFile(q.scenario)) body.files = files.value
  return body
}

/** isFile tells whether a scenario is a file that a person has opened. */
export function isFile(scenario: string): boolean { return Object.hasOwn(files.value, scenario) }

/** lines yields the values of newline-delimited JSON as they come. */
export async function* lines<T>(response: Response, signal?: AbortSignal): AsyncGenerator<T> {
  const reader = response.body!.getReader()
  const text = new TextDecoder()
  let rest = ''
  for (;;) {
    const { done, value } = await reader.read().catch((e) => { throw broken(e, signal) })
    rest += text.decode(value, { stream: !done })
    let at: number
    while ((at = rest.indexOf('\n')) >= 0) {
      const line = rest.slice(0, at).trim()
      rest = rest.slice(at + 1)
      if (line) yield JSON.parse(line)
    }
    if (done) return
  }
}

export type Job = Schemas['Job']

/** job has something played that takes longer than a request: it tells how far it is,
 * and gives the result. Aborting stops listening, and what nobody listens to is
 * cancelled by the server. */
export async function job<T>(kind: 'runs' | 'claims' | 'comparisons', body: unknown, told: (j: Job) => void, signal: AbortSignal): Promise<{ job: Job; result: T }> {
  const begun = await read<Job>(await post(`/${kind}`, body, signal), signal)
  told(begun)
  const last = await new Promise<Job>((resolve, reject) => {
    const events = new EventSource(location.origin + begun.links.events)
    const end = () => { events.close(); reject(new DOMException('stopped', 'AbortError')) }
    signal.addEventListener('abort', end, { once: true })
    events.addEventListener('progress', (e) => told(JSON.parse((e as MessageEvent).data)))
    for (const name of ['done', 'failed', 'cancelled']) {
      events.addEventListener(name, (e) => { events.close(); resolve(JSON.parse((e as MessageEvent).data)) })
    }
    events.onerror = () => {
      if (events.readyState === EventSource.CLOSED) reject(new Gone('the server no longer knows the job'))
      else reachable.value = false // it tries again by itself
    }
    events.onopen = () => { reachable.value = true }
  })
  told(last)
  if (last.state !== 'done') throw refused(last.problem ?? { detail: `the job was ${last.state}` })
  return { job: last, result: await get<T>(`/${kind}/${last.id}/result`, signal) }
}
