import assert from 'node:assert/strict'
import test from 'node:test'

import { grid, lay, ribbon, stacked, thinnest, type Part } from '../src/view/chain/layout'

const near = (a: number, b: number, what: string) => assert.ok(Math.abs(a - b) < 1e-9 * Math.max(1, Math.abs(b)), `${what}: ${a}, not ${b}`)
const sum = (of: number[]) => of.reduce((a, b) => a + b, 0)
const parts = (values: number[]): Part[] => values.map((value, i) => ({ id: String(i), value }))

const cases: [string, number[], number[]][] = [
  ['even', [3, 1], [2, 2]], ['one', [7], [7]], ['many', [1, 2, 3, 4, 5, 6, 7, 8], [36]], ['far apart', [1e6, 1], [999_999, 2]], ['tiny', [2e-9, 1e-9], [3e-9]], ['huge', [4e12, 1e9], [4.001e12]],
  ['as many as there are', [5, 4, 3, 2, 1, 1, 1, 1, 1, 1], [20]],
]

test('widths are in proportion, and nothing is lost on the way', () => {
  for (const [what, ins, outs] of cases) {
    const height = 176
    const l = lay(parts(ins), parts(outs), height, 15)
    near(l.trunk.height, Math.max(thinnest, sum(ins) * l.scale), what)
    for (const [placed, values] of [[l.in, ins], [l.out, outs]] as const) {
      let end = 0
      placed.forEach((p, i) => {
        near(p.height, Math.max(thinnest, values[i] * l.scale), `${what}: height of ${i}`)
        assert.ok(p.y - (p.slot - p.height) / 2 >= end - 1e-6, `${what}: ${i} does not lie on the one before`)
        assert.ok(p.y >= -1e-6 && p.y + p.height <= height + 1e-6, `${what}: ${i} lies within`)
        end = p.y - (p.slot - p.height) / 2 + p.slot
      })
      const met = stacked(placed, l.trunk)
      near(sum(met.map((m) => m.height)), l.trunk.height, `${what}: the trunk`)
      met.forEach((m, i) => near(m.height / l.trunk.height, values[i] / sum(values), `${what}: share of ${i}`))
      near(met[met.length - 1].y + met[met.length - 1].height, l.trunk.y + l.trunk.height, `${what}: the trunk's end`)
    }
  }
})

test('nothing flowing is drawn as nothing', () => {
  const l = lay([], [], 176, 15)
  assert.deepEqual([l.in, l.out, l.scale], [[], [], 0])
  assert.deepEqual(stacked(lay(parts([0]), parts([0]), 176, 15).in, l.trunk).map((m) => m.height), [0])
  assert.ok(!ribbon(0, { y: 0, height: 1 }, 10, { y: 5, height: 1 }).includes('NaN'))
})

test('panels fill their rows', () => {
  for (const columns of [1, 2, 3]) {
    const all = grid(10, columns, 1000, 30)
    for (let r = 0; r < Math.ceil(10 / columns); r++) {
      const row = all.filter((p) => p.row === r)
      near(row[row.length - 1].x + row[row.length - 1].width, 1000, `row ${r} of ${columns}`)
    }
  }
})
