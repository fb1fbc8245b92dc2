package sat

import "math"

const (
	aluminium = 2700 // kg/m3, alloy 6061. Source: MIL-HDBK-5J, ch. 3: 0.098 lb/in3.
	bareWall  = 0.5  // mm; a tube's wall for its pressure and handling (assumed)

	// coolant is the density of one part of glycol in four of water, kg/m3; NVIDIA's
	// coolant of 2026 is one of this kind.
	// Source: Modelica Standard Library, FluidHeatFlow.Media, 20 °C.
	coolant = 1028
)

// WallAgainst returns the aluminium wall, mm, that a particle of the given
// diameter, mm, just fails to perforate.
//
// A particle of diameter d, density ρ_p and speed V digs a crater of depth p
// into a thick wall of Brinell hardness H, density ρ_t and speed of sound C; a
// wall of 1.8 p stops it without a hole:
//
//	p = 5.24 · d^(19/18) · H^(−1/4) · (ρ_p/ρ_t)^(1/2) · (V/C)^(2/3)   (cm)
//	t = 1.8 p
//
// Taken here for aluminium on aluminium 6061-T6 (H 95, C 5.1 km/s) at the 9
// km/s of mean debris, hit squarely.
//
// Source: Cour-Palais 1987, Int. J. Impact Engineering 5, 221; the single wall of
// Ryan and Christiansen, NASA TM-2009-214789.
// Ignores: oblique hits, steel and copper particles, meteoroids at 20 km/s.
// Good to: not measured here; the authors' tests end at 8 km/s.
// Needs: diameter ≥ 0.
func WallAgainst(diameter float64) float64 {
	const hardness, sound, speed = 95, 5.1, 9
	// 5.24·H^(−1/4)·(V/C)^(2/3), the densities being equal.
	k := 5.24 / math.Sqrt(math.Sqrt(hardness)) * math.Cbrt(speed/sound*(speed/sound))
	return 10 * 1.8 * k * math.Pow(diameter/10, 19.0/18)
}

// tubes is what the flow tubes of one square metre of panel weigh and offer as
// a target.
type tubes struct {
	wall    float64 // mm, armour included
	bare    float64 // kg/m2: walls for pressure alone, and coolant
	armour  float64 // kg/m2: the rest of the walls
	exposed float64 // m2 of tube surface by m2 of panel
}

func (p *Params) tubes() tubes {
	a, th := &p.Armour, &p.Thermal
	bore, spacing := th.TubeBore.SI(), th.TubeSpacing.SI()
	wall := max(bareWall, a.BumperGain.SI()*WallAgainst(a.Particle.SI()*1e3))
	ring := func(mm float64) float64 { w := mm / 1e3; return math.Pi * (bore + w) * w * aluminium / spacing }
	bare := ring(bareWall)
	return tubes{
		wall:    wall,
		bare:    bare + math.Pi/4*bore*bore*coolant/spacing,
		armour:  ring(wall) - bare,
		exposed: math.Pi * (bore + 2*wall/1e3) / spacing,
	}
}

// punctureRate returns hits a year that open a loop on the given tube surface.
// The cumulative flux falls from its value at 1 mm with the diameter stopped:
//
//	F(≥d) = F(≥1 mm) · (d/1 mm)^(−s)
//
// Source: power law about 1 mm, ECSS-E-ST-10-04C sec. 10.
// Ignores: direction, bodies that shade the tubes.
// Good to: a factor of four, the spread of the flux.
// Needs: particle > 0.
func (a *Armour) punctureRate(fluxOneMillimetre, surface float64) float64 {
	return fluxOneMillimetre * surface * math.Pow(a.Particle.SI()*1e3, -a.FluxSlope.SI())
}
