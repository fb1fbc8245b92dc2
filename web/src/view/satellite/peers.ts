// What flies or is claimed, to be drawn beside what is sized. Every number with its source.

import { areaOf, pair, station, type Shape } from './shapes'

export interface Peer {
  id: string
  name: string
  shapes: Shape[]
  /** What stands under the drawing. */
  says: string
  source: string
  /** What is assumed of the shape. */
  assumed: string
}

// NASA, ISS facts and figures: truss 109 m, solar array length 73 m, modules 51 m long.
// Each of the eight wings is 35 m by 12 m. External thermal control: six radiators of
// 23.3 m by 3.4 m (NASA, Active Thermal Control System overview).
const iss = station()

// SpaceX to the FCC on its second generation (SAT-LOA-20200526-00055, letters of August 2022
// and later, as reported): the satellite for Falcon 9 has a body of 4.1 m by 2.7 m and two
// arrays of 12.8 m by 4.1 m, 104.96 m² (Mallama and others, arXiv, count the same); the one
// for Starship a body of 6.4 m by 2.7 m and two arrays of 20.2 m by 6.36 m, 257 m².
// Mass: 575 kg as optimised in 2025 (arXiv:2511.19468); 1.705 t as flown in 2026 (34.1 t of
// payload by 20 satellites).
const v2 = pair(12.8, 4.1, 4.1, 2.7)
const v3 = pair(20.2, 6.36, 6.4, 2.7)

const m2 = (shapes: Shape[]) => Math.round(areaOf(shapes, 'array'))

export const peers: Peer[] = [
  {
    id: 'iss', name: 'International Space Station', shapes: iss, says: `420 t, 109 m × 73 m, 8 wings of 35 m × 12 m`,
    source: 'NASA, ISS facts and figures; Active Thermal Control System overview', assumed: 'Places of the wings and radiators along the truss, and one row of modules; the four radiators of the power modules and the newer roll-out arrays are left out.',
  },
  {
    id: 'starlink-v2-mini', name: 'Starlink V2 mini', shapes: v2, says: `575 kg (2025), array ${m2(v2)} m²`,
    source: 'SpaceX’s letters to the FCC on Gen2, 2022, as reported; mass: arXiv:2511.19468', assumed: 'Wings drawn in one plane with the body.',
  },
  {
    id: 'starlink-v3', name: 'Starlink V3', shapes: v3, says: `1.7 t as flown, array ${m2(v3)} m²`,
    source: 'SpaceX’s letters to the FCC on Gen2, 2022 (the satellite for Starship), as reported; mass: 34.1 t flown for 20', assumed: 'That what flies has the size of what was filed; wings drawn in one plane with the body.',
  },
]

export interface Claim {
  scenario: string
  name: string
  says: string
  arrayM2: number
  radiatorM2: number
  massKg: number
  itKW: number
  /** "below", where an envelope is claimed and no value. */
  below: boolean
  source: string
}

// June 2026: 120 kW on average, 150 kW at peak, 600 m², 110 m², 70 kW/t of peak, that is 2.1 t.
// August 2026: 175 kW and 250 kW, under 1,500 m², under 200 m², under 4 t (SAT-LOA-20260108-00016).
export const claims: Claim[] = [
  { scenario: 'ai1-june', name: 'AI1, June 2026', says: '2.1 t, 600 m², 110 m²', arrayM2: 600, radiatorM2: 110, massKg: 150e3 / 70, itKW: 120, below: false, source: 'SpaceX, reveal of 8 June 2026; mass derived from the claimed 70 kW/t of 150 kW at peak' },
  { scenario: 'ai1-starmind', name: 'AI1, August 2026', says: 'below 4 t, 1500 m², 200 m²', arrayM2: 1500, radiatorM2: 200, massKg: 4000, itKW: 175, below: true, source: 'SpaceX to the FCC, SAT-LOA-20260108-00016, August 2026: an envelope' },
]
