import assert from 'node:assert/strict'
import test from 'node:test'

import { named, solid, table } from '../src/chart/export'

/** fields reads RFC 4180. */
function fields(csv: string): string[][] {
  const rows: string[][] = [[]]
  const at = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy
  for (let m; at.lastIndex < csv.length && (m = at.exec(csv)); ) {
    rows[rows.length - 1].push(m[1] === undefined ? m[2] : m[1].replace(/""/g, '"'))
    if (m[3] === '\r\n') rows.push([])
  }
  assert.equal(at.lastIndex, csv.length, 'all of it is CSV')
  return rows.slice(0, -1)
}

test('CSV is read back', () => {
  const rows = [['plain', 'a,b', 'said "so"', 'two\nlines', 'two\r\nlines', '', '’ ÷ 日'], ['-0.35 %/K', '-5', '−5', '+2 °C', '1e-9 1/yr', ' x', 'x ']]
  const t = { columns: ['a', 'b, with unit', 'c', 'd', 'e', 'f', 'g'], rows }
  assert.deepEqual(fields(table(t)), [t.columns, ...rows])
})

test('numbers keep all figures, and what is none is empty', () => {
  assert.equal(table({ columns: ['v'], rows: [[0.1 + 0.2], [-0], [1e300], [null], [NaN], [Infinity], [-12.5]] }), 'v\r\n0.30000000000000004\r\n0\r\n1e+300\r\n\r\n\r\n\r\n-12.5\r\n')
})

test('no cell is a formula', () => {
  for (const bad of ['=1+1', '+1+1', '-1+1', '@SUM(A1)', '\t=1', '-2 +cmd|x', '-1 (A1)=', '=HYPERLINK("http://h","x")']) {
    const [, [cell]] = fields(table({ columns: ['v'], rows: [[bad]] }))
    assert.equal(cell, `'${bad}`)
  }
})

test('names of files are plain', () => {
  assert.equal(named('../my scenario.yaml', 'cost.csv'), 'dawndusk-.._my_scenario.yaml-cost.csv')
})

test('colours that browsers compute become ones that all programs know', () => {
  assert.deepEqual(solid('rgb(0, 114, 178)'), ['#0072b2', 1])
  assert.deepEqual(solid('rgba(0, 114, 178, 0.25)'), ['#0072b2', 0.25])
  assert.deepEqual(solid('rgba(0, 0, 0, 0)'), ['#000000', 0])
  assert.deepEqual(solid('color(srgb 1 0.5 0 / 0.5)'), ['#ff8000', 0.5])
  for (const other of ['none', 'url("#hatched")', 'currentcolor']) assert.deepEqual(solid(other), [other, 1])
})
