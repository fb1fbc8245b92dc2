import './page'

import assert from 'node:assert/strict'
import test from 'node:test'

import { parse, views, write, type Address } from '../src/address'

/** chance is the same in every run (mulberry32). */
function chance(seed: number): () => number {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const read = (address: string): Address => { const u = new URL(address, 'http://h'); return parse(u.pathname, u.search) }

test('what is written is read back', () => {
  const next = chance(1)
  const below = (n: number) => Math.floor(next() * n)
  const letters = [...'abz09_.-+=&#%?/ °µ²·–%é日\u{1f680}"\'<>\\;,\n']
  const text = (least: number) => Array.from({ length: least + below(12) }, () => letters[below(letters.length)]).join('').trim()
  for (let i = 0; i < 3000; i++) {
    const set = new Map<string, string>()
    for (let k = below(5); k > 0; k--) {
      const path = text(1).replace(/=/g, '').trim()
      if (path) set.set(path, text(0))
    }
    const own: Record<string, string> = {}
    for (let k = below(4); k > 0; k--) own[`k${text(0)}`] = text(0)
    const a: Address = { view: views[below(views.length)], scenario: text(1) || 'base', set, draws: 1 + below(2000), seed: String(BigInt(Math.floor(next() * 2 ** 53)) * 2047n), own }
    const b = read(write(a))
    assert.deepEqual({ ...b, set: [...b.set] }, { ...a, set: [...a.set] }, write(a))
    assert.equal(write(b), write(a))
  }
})

test('whatever is in an address, something can be asked', () => {
  const usual = read('/')
  assert.deepEqual({ ...usual, set: [...usual.set] }, { view: 'verdict', scenario: 'base', set: [], draws: 1000, seed: '1', own: {} })
  for (const [query, draws, seed] of [
    ['draws=0', 1000, '1'], ['draws=-3', 1000, '1'], ['draws=1e9', 2000, '1'], ['draws=x', 1000, '1'], ['draws=2.5', 1000, '1'], ['draws=Infinity', 1000, '1'], ['draws=64&seed=18446744073709551615', 64, '18446744073709551615'],
    ['seed=-1', 1000, '1'], ['seed=', 1000, '1'], ['seed=0x1', 1000, '1'],
  ] as const) {
    const a = read(`/chain?${query}`)
    assert.deepEqual([a.view, a.draws, a.seed], ['chain', draws, seed], query)
  }
  assert.equal(read('/../../etc/passwd').view, 'verdict')
  assert.deepEqual([...read('/?set=&set==1&set=%20=2&set=a&set=b=c=d&set=e=').set], [['a', ''], ['b', 'c=d'], ['e', '']])
})
