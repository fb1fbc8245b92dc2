// A drawing as a file that stands alone.

import type { Table } from './figure'

/** What the style sheet gives a drawing, and a file of its own must say itself. */
const told = [
  'fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-opacity', 'stroke-dasharray', 'stroke-linecap', 'stroke-linejoin', 'opacity', 'paint-order',
  'font-family', 'font-size', 'font-weight', 'font-style', 'text-anchor', 'dominant-baseline', 'letter-spacing', 'visibility',
]

const see = { fill: 'fill-opacity', stroke: 'stroke-opacity' } as const

/** solid parts a computed colour from how far it is seen through: what reads SVG 1.1 knows no
 * rgba() and no color(), and takes what it does not know for black. */
export function solid(colour: string): [colour: string, alpha: number] {
  const rgb = /^rgba?\(([\d.]+),? ([\d.]+),? ([\d.]+)(?:(?:,| \/) ([\d.]+))?\)$/.exec(colour)
  const srgb = /^color\(srgb ([\d.e-]+) ([\d.e-]+) ([\d.e-]+)(?: \/ ([\d.e-]+))?\)$/.exec(colour)
  const m = rgb ?? srgb
  if (!m) return [colour, 1]
  const parts = m.slice(1, 4).map((v) => Math.round(Math.min(Math.max(Number(v) * (rgb ? 1 : 255), 0), 255)))
  return [`#${parts.map((v) => v.toString(16).padStart(2, '0')).join('')}`, m[4] === undefined ? 1 : Number(m[4])]
}

/** standalone writes a drawing as an SVG file with its colours as they are seen. */
export function standalone(svg: SVGSVGElement, about: string): string {
  const copy = svg.cloneNode(true) as SVGSVGElement
  const from = [svg, ...svg.querySelectorAll('*')]
  const to = [copy, ...copy.querySelectorAll('*')]
  const drop: Element[] = []
  from.forEach((e, i) => {
    const style = getComputedStyle(e)
    if (style.display === 'none' || e.classList.contains('not-exported')) drop.push(to[i])
    for (const name of told) {
      const v = style.getPropertyValue(name)
      if (v) to[i].setAttribute(name, v)
    }
    for (const [name, opacity] of Object.entries(see)) {
      const [colour, alpha] = solid(style.getPropertyValue(name))
      if (alpha === 0) to[i].setAttribute(name, 'none')
      else to[i].setAttribute(name, colour)
      if (alpha < 1) to[i].setAttribute(opacity, String(alpha * Number(style.getPropertyValue(opacity) || 1)))
    }
    if (e instanceof SVGAElement) to[i].setAttribute('href', new URL(e.href.baseVal, location.href).href) // of the page, wherever the file lies
    to[i].removeAttribute('class')
    to[i].removeAttribute('style')
    to[i].removeAttribute('tabindex')
  })
  for (const e of drop) e.remove()
  const { width, height } = size(svg)
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  copy.setAttribute('width', String(width))
  copy.setAttribute('height', String(height))
  if (!copy.hasAttribute('viewBox')) copy.setAttribute('viewBox', `0 0 ${width} ${height}`)
  const paper = document.createElementNS('http://www.w3.org/2000/svg', 'rect')
  const box = copy.viewBox.baseVal
  for (const [k, v] of Object.entries({ x: box.x, y: box.y, width: box.width, height: box.height })) paper.setAttribute(k, String(v))
  paper.setAttribute('fill', getComputedStyle(document.documentElement).getPropertyValue('--card').trim() || '#fff')
  copy.insertBefore(paper, copy.firstChild)
  const desc = document.createElementNS('http://www.w3.org/2000/svg', 'desc')
  desc.textContent = about
  copy.insertBefore(desc, copy.firstChild)
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(copy)}\n`
}

function size(svg: SVGSVGElement): { width: number; height: number } {
  const box = svg.getBoundingClientRect()
  const view = svg.viewBox.baseVal
  return { width: Math.round(view?.width || box.width || 800), height: Math.round(view?.height || box.height || 400) }
}

/** picture draws a drawing as PNG, two points for each of its own. */
export async function picture(svg: SVGSVGElement, about: string): Promise<Blob> {
  const { width, height } = size(svg)
  const address = URL.createObjectURL(new Blob([standalone(svg, about)], { type: 'image/svg+xml' }))
  try {
    const image = new Image()
    image.src = address
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = 2 * width
    canvas.height = 2 * height
    canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height)
    return await new Promise((resolve, reject) => canvas.toBlob((b) => (b ? resolve(b) : reject(new Error('no picture was made'))), 'image/png'))
  } finally {
    URL.revokeObjectURL(address)
  }
}

/** table writes numbers as CSV (RFC 4180). Text that a spreadsheet would take for a
 * formula is kept from being one; a negative quantity, "-0.35 %/K", is none. */
export function table(t: Table): string {
  const cell = (v: string | number | null) => {
    if (v === null) return ''
    if (typeof v === 'number') return Number.isFinite(v) ? String(v) : ''
    const s = /^[=+\-@\t\r]/.test(v) && !/^[+-]?\d+(\.\d+)?(e[+-]?\d+)?( [a-z%°µ$/·²³()]*)?$/i.test(v) ? `'${v}` : v
    return /[",\r\n]/.test(s) ? `"${s.replace(/"/g, '""')}"` : s
  }
  return [t.columns, ...t.rows].map((r) => r.map(cell).join(',')).join('\r\n') + '\r\n'
}

/** named is the name of a file that is of a scenario. */
export function named(scenario: string, what: string): string { return `dawndusk-${scenario.replace(/[^\w.-]/g, '_')}-${what}` }

/** csv gives a person numbers as a file. */
export function csv(t: Table, name: string): void { save(new Blob([table(t)], { type: 'text/csv;charset=utf-8' }), name) }

/** save gives a person a file. */
export function save(what: Blob, name: string): void {
  const a = document.createElement('a')
  a.href = URL.createObjectURL(what)
  a.download = name
  a.click()
  setTimeout(() => URL.revokeObjectURL(a.href), 10_000)
}
