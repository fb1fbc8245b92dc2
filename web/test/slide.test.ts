import assert from 'node:assert/strict'
import test from 'node:test'

import type { Row } from '../src/view/assumptions/ledger'
import { at, density, number, place, steps, text, type Slider } from '../src/view/assumptions/slide'
import densities from './densities.json'
import sliders from './sliders.json'

test('densities are those that are drawn from', () => {
  for (const d of densities) {
    const what = `${d.dist}${d.bounds ? ' within bounds' : ''} ${d.from} to ${d.to}${d.log ? ', logarithmic' : ''}`
    const slider = { unit: '', low: d.low, high: d.high, log: d.log, step: 0.1, steps: 100, value: d.value, from: d.from, to: d.to, min: d.min, max: d.max, unit_si: 1, zero_si: 0 } as Slider
    const ours = density({ dist: d.dist, range_is: d.bounds ? 'bounds' : '5–95 %', slider } as Row, d.heights.length)
    assert.ok(ours, what)
    assert.equal(Math.max(...ours), 1, what)
    const best = d.heights.reduce<number>((b, v, i) => ((v ?? 0) > (d.heights[b] ?? 0) ? i : b), 0)
    const k = ours[best] / d.heights[best]!
    d.heights.forEach((v, i) => { if (v !== null) assert.ok(Math.abs(ours[i] - k * v) < 1e-4, `${what}: ${ours[i]}, not ${k * v}, at place ${i}`) })
  }
})

test('a slider stands for the texts that the server writes', () => {
  for (const s of sliders) {
    const slider = s.slider as Slider
    s.steps.forEach((n, i) => {
      const v = at(slider, n)
      assert.equal(text(slider, v), s.texts[i])
      assert.equal(number(slider, s.texts[i]), v)
      assert.equal(steps(slider, v), n, `${s.texts[i]} of ${slider.low} to ${slider.high}`)
      assert.ok(place(slider, v) >= 0 && place(slider, v) <= 1)
    })
  }
})
