// A drawing with its caption, its numbers as a table, and the ways to take it along.

import type { ComponentChildren } from 'preact'
import { useRef, useState } from 'preact/hooks'

import { address, write } from '../address'
import { drawing, named, picture, save, table } from './export'

import './figure.css'

/** Table is a drawing's numbers: units stand in the names of the columns. */
export interface Table {
  columns: string[]
  rows: (string | number | null)[][]
}

interface Props {
  /** Of the files, such as "cost". */
  name: string
  title: string
  caption?: ComponentChildren
  /** Not given: the drawing has no numbers of its own. */
  numbers?: () => Table
  children: ComponentChildren
  class?: string
}

export function Figure({ name, title, caption, numbers, children, class: more }: Props) {
  const body = useRef<HTMLDivElement>(null)
  const [shown, show] = useState(false)
  const [said, say] = useState('')
  // The address as it is when somebody takes the drawing along: a figure is not drawn again when it changes.
  const words = () => ({ title, about: `${title}. Dawndusk, ${location.origin}${write(address.peek())}`, key: body.current?.querySelector('.key') ?? null })
  const drawn = () => {
    const svg = body.current?.querySelector('svg')
    if (!svg) throw new Error('nothing is drawn')
    return svg
  }
  const taken = async (ending: string, make: () => Blob | Promise<Blob>) => {
    try {
      const file = named(address.peek().scenario, `${name}.${ending}`)
      save(await make(), file)
      say(`${file} saved`)
    } catch (e) {
      say(`not saved: ${e instanceof Error ? e.message : e}`)
    }
  }
  const t = shown && numbers ? numbers() : null
  return (
    <figure class={`figure ${more ?? ''}`} aria-label={title}>
      <div class="figure-head">
        <h3>{title}</h3>
        <div class="figure-tools">
          {numbers && <button type="button" aria-pressed={shown} onClick={() => show(!shown)} title="Show the numbers as a table">Table</button>}
          <button type="button" title={`Save “${title}” as a picture of points`} onClick={() => taken('png', () => picture(drawn(), words()))}>PNG</button>
          <button type="button" title={`Save “${title}” as a picture of lines`} onClick={() => taken('svg', () => drawing(drawn(), words()))}>SVG</button>
          {numbers && <button type="button" title={`Save the numbers of “${title}”`} onClick={() => taken('csv', () => new Blob([table(numbers())], { type: 'text/csv' }))}>CSV</button>}
        </div>
      </div>
      <div ref={body}>{children}</div>
      {caption && <figcaption>{caption}</figcaption>}
      {t && (
        <div class="figure-table" tabIndex={0} role="region" aria-label={`Numbers of ${title}`}>
          <table>
            <thead><tr>{t.columns.map((c) => <th key={c} scope="col">{c}</th>)}</tr></thead>
            <tbody>{t.rows.map((r, i) => <tr key={i}>{r.map((v, k) => <td key={k}>{typeof v === 'number' ? Number(v.toPrecision(4)) : v ?? '—'}</td>)}</tr>)}</tbody>
          </table>
        </div>
      )}
      <span class="hidden" role="status">{said}</span>
    </figure>
  )
}
