// Outlines of Natural Earth, drawn flat: x is longitude, y latitude.

import type { Position } from 'geojson'
import { feature, mesh } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import atlas from 'world-atlas/countries-110m.json'

type Countries = Topology<{ countries: GeometryCollection; land: GeometryCollection }>

/** fill draws land over the whole canvas. Outlines cross the 180th meridian and Antarctica's
 * goes round the pole: they are unrolled, closed by the pole, and drawn beside themselves. */
export function fill(g: CanvasRenderingContext2D, width: number, height: number): void {
  const world = atlas as unknown as Countries
  const x = (lon: number) => ((lon + 180) / 360) * width
  const y = (lat: number) => ((90 - lat) / 180) * height
  g.beginPath()
  for (const shape of feature(world, world.objects.land).features) {
    const polygons = shape.geometry.type === 'MultiPolygon' ? shape.geometry.coordinates : shape.geometry.type === 'Polygon' ? [shape.geometry.coordinates] : []
    for (const rings of polygons) {
      for (const r of rings) {
        const flat = unrolled(r)
        const round = flat[flat.length - 1][0] - flat[0][0]
        if (Math.abs(round) > 180) {
          const pole = flat[0][1] < 0 ? -90 : 90
          flat.push([flat[flat.length - 1][0], pole], [flat[0][0], pole])
        }
        for (const shift of [-360, 0, 360]) {
          flat.forEach(([lon, lat], i) => (i ? g.lineTo(x(lon + shift), y(lat)) : g.moveTo(x(lon + shift), y(lat))))
          g.closePath()
        }
      }
    }
  }
  g.fill('evenodd')
}

function unrolled(ring: Position[]): Position[] {
  let shift = 0
  return ring.map(([lon, lat], i) => {
    if (i) {
      const d = lon - ring[i - 1][0]
      if (d > 180) shift -= 360
      else if (d < -180) shift += 360
    }
    return [lon + shift, lat]
  })
}

/** lines are coasts and borders as pairs of points, °. */
export function lines(what: 'coasts' | 'borders'): Float32Array {
  const world = atlas as unknown as Countries
  const all = what === 'coasts' ? mesh(world, world.objects.land as never) : mesh(world, world.objects.countries as never, (a, b) => a !== b)
  const out: number[] = []
  for (const l of all.coordinates) for (let i = 1; i < l.length; i++) out.push(l[i - 1][0], l[i - 1][1], l[i][0], l[i][1])
  return new Float32Array(out)
}
