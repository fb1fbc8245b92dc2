package orbit

import (
	"math"
	"sort"

	"github.com/dawndusk/dawndusk/si"
)

// DoseDepths is the number of points of a DoseCurve.
const DoseDepths = 25

// DoseCurve is a yearly dose in silicon at the centre of aluminium spheres of
// rising thickness.
type DoseCurve struct {
	Depth [DoseDepths]float64 // mm
	Dose  [DoseDepths]float64 // Gy/yr
}

// Behind returns the dose a year, Gy/yr, behind a depth of aluminium.
//
// Dose falls steeply where electrons stop and slowly where protons go on; in
// both a straight line joins the logarithms of depth and dose well, so that is
// how the table's points are joined. Thinner than the first point and thicker
// than the last the dose is that of the point.
//
// Source: the usual reading of dose–depth curves, as in ECSS-E-ST-10-04C chapter 9.
// Ignores: the shape of the box; a sphere is the safe side.
// Good to: 15 % of the table's own points when each is left out in turn.
// Needs: nothing.
func (d *DoseCurve) Behind(depth si.Length) float64 {
	mm := depth.In(si.Millimetre)
	if math.IsNaN(mm) {
		return mm
	}
	if mm <= d.Depth[0] || d.Dose[0] <= 0 {
		return d.Dose[0]
	}
	if mm >= d.Depth[DoseDepths-1] {
		return d.Dose[DoseDepths-1]
	}
	k := sort.SearchFloat64s(d.Depth[:], mm)
	x := math.Log(mm/d.Depth[k-1]) / math.Log(d.Depth[k]/d.Depth[k-1])
	return d.Dose[k-1] * math.Pow(d.Dose[k]/d.Dose[k-1], x)
}

// DepthFor returns the least aluminium that holds the dose to the given Gy/yr:
// the inverse of [DoseCurve.Behind], on the same lines. It is zero where the
// first point of the table is within the limit, and the last point's depth with
// ok false where no depth of the table is.
func (d *DoseCurve) DepthFor(gyPerYear float64) (depth si.Length, ok bool) {
	if gyPerYear >= d.Dose[0] {
		return 0, true
	}
	for k := 1; k < DoseDepths; k++ {
		if d.Dose[k] <= gyPerYear {
			x := math.Log(gyPerYear/d.Dose[k-1]) / math.Log(d.Dose[k]/d.Dose[k-1])
			return si.Length(d.Depth[k-1]*math.Pow(d.Depth[k]/d.Depth[k-1], x)) * si.Millimetre, true
		}
	}
	return si.Length(d.Depth[DoseDepths-1]) * si.Millimetre, false
}

// TrappedDose returns the dose of the trapped protons and electrons at 550 km.
//
// The belts reach down to low orbits over the South Atlantic (protons) and at
// high latitudes (electrons). The table has five inclinations; between them the
// logarithm of the dose is taken straight in inclination. A retrograde orbit of
// inclination i sweeps the latitudes of 180° − i, so the tables for 95° and
// 100° stand for 85° and 80°. Below 30° and above 85° the nearest table serves.
//
// Source: SPENVIS 4.6.11 (AP-8 minimum, AE-8 maximum, SHIELDOSE-2, silicon in
// the centre of a sphere, five years), in T. Pfandzelter and D. Bermbach, LEO
// edge failure models, doi 10.1145/3614204.3616106, MIT licence; read 2026-11-21.
// Ignores: solar protons and cosmic rays (see [SolarProtonShare]); solar cycle.
// Good to: the table itself; AE-8 and AP-8 are good to a factor of two.
// Needs: nothing.
func TrappedDose(inclination si.Angle) DoseCurve {
	i := math.Abs(math.Remainder(inclination.SI(), 2*math.Pi)) / degree
	i = min(i, 180-i)
	i = min(max(i, doseInclination[0]), doseInclination[len(doseInclination)-1])
	k := 0
	for k+2 < len(doseInclination) && i > doseInclination[k+1] {
		k++
	}
	x := (i - doseInclination[k]) / (doseInclination[k+1] - doseInclination[k])
	c := DoseCurve{Depth: doseDepth}
	for j := range c.Dose {
		c.Dose[j] = doseTable[k][j] * math.Exp(x*doseSteps[k][j]) * radPerFiveYears
	}
	return c
}

// doseAltitude is where the tables hold.
const doseAltitude = 550 * si.Kilometre

// DoseRate returns the dose a year on an orbit from all sources.
//
// The belts thicken upwards, so the trapped dose at 550 km grows by the factor g
// each 100 km; solar protons and cosmic rays add the share k−1 of it to a polar
// orbit and [SolarProtonShare] s of that to others. With c the factor by which
// nature differs from the model,
//
//	D = c g^((h−550)/100) (1 + (k−1) s) D₅₅₀
//
// Source: [TrappedDose] and [SolarProtonShare]; the three factors are the ledger's.
// Ignores: that protons (thick shields) grow faster with altitude than electrons.
// Good to: 40 % of the one published dose for a dawn–dusk orbit at 650 km
// (150 rad/yr behind 10 mm); untested above 700 km.
// Needs: factors above zero.
func (p *Params) DoseRate(c Circular) DoseCurve {
	trapped := TrappedDose(c.Inclination)
	return p.doseRate(c, &trapped)
}

// doseRate is DoseRate with the answer of TrappedDose given.
func (p *Params) doseRate(c Circular, trapped *DoseCurve) DoseCurve {
	growth := math.Pow(float64(p.DoseGrowth), (c.Altitude-doseAltitude).In(si.Kilometre)/100)
	added := 1 + (float64(p.SolarProtonFactor)-1)*SolarProtonShare(c.Inclination)
	return trapped.scaled(float64(p.TrappedDoseFactor) * growth * added)
}

// radPerFiveYears turns rad in five years into Gy/yr.
const radPerFiveYears = 0.01 / 5

// scaled returns the curve times a factor.
func (d DoseCurve) scaled(factor float64) DoseCurve {
	for j := range d.Dose {
		d.Dose[j] *= factor
	}
	return d
}

// SolarProtonGate is the sine of the latitude in a dipole beyond which solar protons
// that pass 10 mm of aluminium come down: cos⁴Λ = 0.31/14.9, see [SolarProtonShare].
const SolarProtonGate = 0.9251

// SolarProtonShare returns what share of the solar protons that meet a polar
// orbit meet an orbit of this inclination.
//
// Earth's field turns protons away from low latitudes: one of rigidity P comes
// down only where the vertical cutoff, P₀ cos⁴Λ at latitude Λ, is below P. The
// orbit is open for the share of its time that it spends above that latitude,
//
//	s = 1 − (2/π) asin( sin Λ / sin i )
//
// here for 50 MeV, which just pass 10 mm of aluminium: P = 0.31 GV, Λ = 68°.
//
// Source: Størmer cutoff, Smart and Shea 2005, Adv. Space Res. 36, 2012,
// P₀ = 14.9 GV at the surface; proton range from NIST PSTAR.
// Ignores: the tilt of the dipole, storms that lower the cutoff, altitude.
// Good to: not measured; it separates orbits that are open from those that are not.
// Needs: nothing.
func SolarProtonShare(inclination si.Angle) float64 {
	const sinΛ = SolarProtonGate
	open := func(sini float64) float64 { return 1 - 2/math.Pi*math.Asin(min(1, sinΛ/sini)) }
	sini := math.Abs(math.Sin(inclination.SI()))
	if sini <= sinΛ {
		return 0
	}
	return open(sini) / open(1)
}

// doseInclination are the tables' inclinations, degrees, 80 and 85 from 100 and 95.
var doseInclination = [5]float64{30, 55, 70, 80, 85}

// doseDepth is the aluminium, mm.
var doseDepth = [DoseDepths]float64{
	0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8, 1,
	1.5, 2, 2.5, 3, 4, 5, 6, 7, 8,
	9, 10, 12, 14, 16, 18, 20,
}

// doseTable is the dose of five years, rad(Si), at each inclination and depth.
var doseTable = [5][DoseDepths]float64{
	{
		626330, 359750, 158400, 76444, 39322, 21454, 12858, 6737.8, 4708.6,
		2920.5, 2315.5, 2013.4, 1824.7, 1599, 1461.3, 1383, 1323.3, 1274.9,
		1237, 1195.5, 1130.2, 1064.5, 1007.1, 959, 909.31,
	},
	{
		1.7754e+06, 935250, 388900, 201120, 120670, 80049, 57661, 36320, 26242,
		14722, 9545.7, 6535.2, 4607.2, 2546.4, 1598.7, 1164.6, 961.8, 861.94,
		804.14, 764.84, 714.59, 663.11, 623.87, 585.26, 551.93,
	},
	{
		1.6929e+06, 919360, 418310, 237460, 154710, 109870, 83243, 55124, 40433,
		22593, 14245, 9392.1, 6338.5, 3151.8, 1748.8, 1126.2, 851.48, 727.19,
		664.43, 627.08, 583.93, 542.07, 510.26, 479, 452.02,
	},
	{
		1.481e+06, 800280, 361390, 203410, 131340, 92511, 69620, 45688, 33331,
		18492, 11605, 7631.9, 5153.7, 2589, 1467, 971.55, 752.74, 652.88,
		601.18, 569.37, 531.4, 493.58, 464.7, 436.27, 411.73,
	},
	{
		1.4119e+06, 760010, 340290, 189930, 121760, 85292, 63956, 41869, 30554,
		16999, 10714, 7080.4, 4804.9, 2441, 1400.8, 939.55, 734.71, 640.49,
		591.08, 560.28, 523.13, 485.91, 457.47, 429.48, 405.33,
	},
}

// doseSteps are the logarithms of a table's doses over those of the one before.
var doseSteps = func() (ln [len(doseTable) - 1][DoseDepths]float64) {
	for k := range ln {
		for j := range ln[k] {
			ln[k][j] = math.Log(doseTable[k+1][j] / doseTable[k][j])
		}
	}
	return ln
}()
