import assert from 'node:assert/strict'
import test from 'node:test'

import { claims, peers } from '../src/view/satellite/peers'
import { areaOf, box, columns, shown, sized } from '../src/view/satellite/shapes'

const near = (a: number, b: number, by: number) => assert.ok(Math.abs(a - b) <= by, `${a}, not ${b}`)

test('areas are drawn as they are', () => {
  for (const [array, radiator, kW] of [[600, 110, 120], [1500, 200, 175], [3.2, 0.4, 1], [0, 0, 0]]) {
    const s = sized(array, radiator, kW)
    near(areaOf(s, 'array'), array, 1e-9 * array)
    near(areaOf(s, 'radiator'), radiator, 1e-9 * radiator)
    const b = box(s)
    assert.ok([b.x, b.y, b.width, b.height].every(Number.isFinite))
  }
})

test('AI1 comes out as it was shown', () => {
  const b = box(sized(shown.array, shown.radiator, shown.itKW))
  near(b.width, shown.span, 1e-9)
  near(areaOf(sized(shown.array, shown.radiator, shown.itKW), 'bus'), 9, 1e-9)
})

test('outlines are of the sizes that are published', () => {
  const [iss, mini, v3] = peers
  near(areaOf(iss.shapes, 'array'), 8 * 35 * 12, 1e-9)
  near(areaOf(iss.shapes, 'radiator'), 6 * 23.3 * 3.4, 1e-9)
  near(box(iss.shapes).width, 109, 1e-9)
  near(box(iss.shapes).height, 73, 1e-9)
  near(areaOf(mini.shapes, 'array'), 104.96, 1e-9)
  near(areaOf(v3.shapes, 'array'), 257, 0.1)
  for (const c of claims) assert.ok(c.massKg > 0 && c.arrayM2 > 0 && c.radiatorM2 > 0)
})

test('columns do not overlap', () => {
  const boxes = [40, 10, 30, 20, 5].map((height) => ({ height }))
  const at = columns(boxes, 2, 800, 20)
  for (const x of new Set(at.map((a) => a.x))) {
    let end = -20
    at.forEach((a, i) => {
      if (a.x !== x) return
      assert.ok(a.y >= end + 20 - 1e-9)
      end = a.y + boxes[i].height
    })
  }
})
