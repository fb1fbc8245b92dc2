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

/** styled is a copy of a drawing that has its looks from itself, as they are seen. */
function styled(svg: SVGSVGElement): SVGSVGElement {
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
  return copy
}

/** Words are what stands around a drawing on the page, and within its file. */
export interface Words {
  title: string
  /** Where it comes from, for whoever opens the file's source. */
  about: string
  /** The key under it: spans, each a sign and its meaning. */
  key: Element | null
}

const ns = 'http://www.w3.org/2000/svg'

function made(name: string, attributes: Record<string, string | number>, text = ''): SVGElement {
  const e = document.createElementNS(ns, name)
  for (const [k, v] of Object.entries(attributes)) e.setAttribute(k, String(v))
  e.textContent = text
  return e
}

/** standalone writes a drawing as an SVG file with its title, its key and its colours as
 * they are seen. */
export function standalone(svg: SVGSVGElement, words: Words): { text: string; width: number; height: number } {
  const copy = styled(svg)
  const box = svg.viewBox.baseVal
  const colour = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(name).trim()
  const letters = { 'font-family': getComputedStyle(svg).fontFamily, 'font-size': 12.5 }
  const long = (text: string) => 6.9 * text.length // about, and rather more
  const around: SVGElement[] = []

  let top = 17
  let line = ''
  const heading = { ...letters, 'font-size': 15, 'font-weight': 600, fill: colour('--ink'), x: box.x + 2 }
  for (const word of words.title.split(' ')) {
    if (line && 1.25 * long(`${line} ${word}`) > box.width) {
      around.push(made('text', { ...heading, y: top }, line))
      top += 20
      line = word
    } else line = line ? `${line} ${word}` : word
  }
  around.push(made('text', { ...heading, y: top }, line))
  top += 14

  let x = box.x + 2
  let y = box.height + top + 14
  const signs = [...(words.key?.children ?? [])].filter((e) => e.localName === 'span' && e.querySelector('i, svg') && !e.classList.contains('was'))
  for (const sign of signs) {
    const means = [...sign.childNodes].filter((n) => !(n instanceof Element && n.matches('i, svg, b'))).map((n) => n.textContent).join('').trim()
    if (x > box.x + 2 && x + 20 + long(means) > box.x + box.width) { x = box.x + 2; y += 18 }
    const drawn = sign.querySelector('svg')
    if (drawn) {
      const mark = styled(drawn)
      for (const [k, v] of Object.entries({ x, y: y - 11, width: 14, height: 14 })) mark.setAttribute(k, String(v))
      around.push(mark)
    } else around.push(made('rect', { x, y: y - 6, width: 14, height: 4, rx: 2, fill: solid(getComputedStyle(sign.querySelector('i')!).backgroundColor)[0] }))
    around.push(made('text', { ...letters, x: x + 20, y, fill: colour('--soft') }, means))
    x += 36 + long(means)
  }
  const height = Math.round(signs.length ? y + 10 : box.height + top)
  const width = Math.round(box.width)

  const body = made('g', { transform: `translate(0,${top - box.y})` })
  body.append(...copy.childNodes)
  copy.append(made('desc', {}, words.about), made('rect', { x: box.x, y: 0, width, height, fill: colour('--card') || '#fff' }), ...around, body)
  copy.setAttribute('xmlns', ns)
  copy.setAttribute('viewBox', `${box.x} 0 ${width} ${height}`)
  copy.setAttribute('width', String(width))
  copy.setAttribute('height', String(height))
  return { text: `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(copy)}\n`, width, height }
}

/** drawing is a drawing as an SVG file. */
export function drawing(svg: SVGSVGElement, words: Words): Blob { return new Blob([standalone(svg, words).text], { type: 'image/svg+xml' }) }

/** picture draws a drawing as PNG, two points for each of its own, or as many as the screen has. */
export async function picture(svg: SVGSVGElement, words: Words): Promise<Blob> {
  const { text, width, height } = standalone(svg, words)
  const address = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }))
  const by = Math.max(2, Math.ceil(devicePixelRatio))
  try {
    const image = new Image()
    image.src = address
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = by * width
    canvas.height = by * height
    const pen = canvas.getContext('2d')
    if (!pen) throw new Error('no picture was made')
    pen.drawImage(image, 0, 0, canvas.width, canvas.height)
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
