package sat

import (
	"math"
	"testing"

	"github.com/dawndusk/dawndusk/si"
)

// By hand: 5.24 · 95^(−1/4) · (9/5.1)^(2/3) · 0.1^(19/18) cm is a crater of 2.16
// mm for a particle of 1 mm; 1.8 times that is 3.88 mm. 0.3 % for the digits.
func TestVerif_WallAgainst(t *testing.T) {
	if w := WallAgainst(1); math.Abs(w/3.88-1) > 3e-3 {
		t.Errorf("%.3f mm against 1 mm", w)
	}
	if w := WallAgainst(2) / WallAgainst(1); !near(w, math.Exp2(19.0/18), 1e-12) {
		t.Errorf("twice the particle needs %g of the wall", w)
	}
	if WallAgainst(0) != 0 {
		t.Error("no particle needs a wall")
	}
}

// Thicker armour weighs more and is hit through less often; isolation keeps the
// loss to a loop; no armour leaves the wall that holds the pressure.
func TestVerif_Armour(t *testing.T) {
	p, s := base(), spec(120, 2027)
	thin := Size(&p, s)
	p.Armour.Particle *= 2
	thick := Size(&p, s)
	if !(thick.Lines[LineShielding].MassKg > thin.Lines[LineShielding].MassKg && thick.HitsPerYear < thin.HitsPerYear) {
		t.Errorf("armour %.0f → %.0f kg, hits %.3f → %.3f a year", thin.Lines[LineShielding].MassKg, thick.Lines[LineShielding].MassKg, thin.HitsPerYear, thick.HitsPerYear)
	}
	p = base()
	p.Armour.Loops, p.Armour.ValveFailure = 1, 0
	one := Size(&p, s)
	if one.PunctureRatePerYear != one.HitsPerYear {
		t.Errorf("one loop: %g satellites lost to %g hits", one.PunctureRatePerYear, one.HitsPerYear)
	}
	p.Armour.Particle = 1e-6
	if b := Size(&p, s); b.TubeWallMM != bareWall {
		t.Errorf("no armour, and a wall of %g mm", b.TubeWallMM)
	}
}

// Tubes that stop only 1 mm take the flux as it is: 0.02 a square metre and year
// makes 20 hits on 200 m2 in five years.
func TestVerif_PunctureRateAtOneMillimetre(t *testing.T) {
	a := base().Armour
	a.Particle = 1e-3
	if hits := 5 * a.punctureRate(0.02, 200); !near(hits, 20, 1e-12) {
		t.Errorf("%g hits", hits)
	}
}

// Shielding holds the dose its limit allows, or stops at the depth allowed and
// says that it does not.
func TestVerif_Shielding(t *testing.T) {
	p, s := base(), spec(120, 2027)
	b := Size(&p, s)
	if limit := p.Radiation.DoseLimit.SI() / p.Radiation.DoseMargin.SI() / 5; !b.DoseHeld || !near(b.DoseGyPerYear, limit, 1e-9) {
		t.Errorf("held %v at %g Gy a year, limit %g", b.DoseHeld, b.DoseGyPerYear, limit)
	}
	if dose := s.Environment.DoseRate.Behind(p.Radiation.InherentShielding + si.Length(b.ShieldMM)*si.Millimetre); !near(dose, b.DoseGyPerYear, 1e-9) {
		t.Errorf("behind %.2f mm of shield: %g Gy a year, budget says %g", b.ShieldMM, dose, b.DoseGyPerYear)
	}
	p.Radiation.DoseLimit /= 4
	b = Size(&p, s)
	if want := (p.Radiation.MaxDepth - p.Radiation.InherentShielding).In(si.Millimetre); b.DoseHeld || !near(b.ShieldMM, want, 1e-9) {
		t.Errorf("held %v behind %g mm, allowed %g mm", b.DoseHeld, b.ShieldMM, want)
	}
	p.Radiation.DoseLimit *= 1000
	if b = Size(&p, s); !b.DoseHeld || b.ShieldMM != 0 {
		t.Errorf("held %v behind %g mm where none is needed", b.DoseHeld, b.ShieldMM)
	}
}
