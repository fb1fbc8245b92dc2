package launch

import (
	"fmt"
	"math"
	"testing"

	"github.com/dawndusk/dawndusk/orbit"
	"github.com/dawndusk/dawndusk/si"
)

// near fails unless got is within tol of want.
func near(t *testing.T, what string, got, want, tol float64) {
	t.Helper()
	if !(math.Abs(got-want) <= tol) {
		t.Errorf("%s: got %.6g, want %.6g ± %.3g", what, got, want, tol)
	}
}

// Starship's ship as reconstructed by M. Backschat, Starship physics lab,
// section 3.3: 1,900 t burn down to 300 t at 365 s.
func ExampleRocketDeltaV() {
	fmt.Printf("%.0f m/s\n", RocketDeltaV(1900, 300, 365))
	// Output: 6607 m/s
}

// The stage budgets of M. Backschat, Starship physics lab, sections 3.3 and 3.4
// (2026-08-17), which prints 6609, 2796 and 6104 m/s with g₀ = 9.81 or 9.80665 in
// places: 3 m/s is that rounding.
func TestVal_RocketDeltaV(t *testing.T) {
	near(t, "ship", RocketDeltaV(1900, 300, 365), 6609, 3)
	near(t, "booster", RocketDeltaV(5850, 2530, 340), 2796, 3)
	near(t, "Falcon 9 second stage", RocketDeltaV(128.5, 21.5, 348), 6104, 3)
}

// backschatV3 is the stack of the same source: 300 t booster, 330 t kept back.
var backschatV3 = Stack{BoosterDry: 300, BoosterPropellant: 3650, BoosterReserve: 330, BoosterISP: 340, ShipPropellant: 1600, ShipISP: 365}

// The same source, section 4 C15: 9,404 m/s bring 300 t to orbit whatever they
// consist of, so dry masses of 220, 190, 160 and 120 t leave 40, 70, 100 and 140 t
// of payload with 40 t of landing propellant. 1 t: the source rounds to whole tonnes.
// Section 3.8: V4, with dry mass growing as propellant to the power k from 220 t,
// 386 t in orbit and 12, 34, 65, 108 t for k = 1, 0.8, 0.5, 0; the booster grows in
// proportion in every row. 4 t: the source scales the landing propellant unstated.
func TestVal_PayloadByDryMass(t *testing.T) {
	m := backschatV3.Burnout(9404)
	near(t, "in orbit", m, 300, 1)
	for _, c := range [][2]float64{{220, 40}, {190, 70}, {160, 100}, {120, 140}} {
		near(t, fmt.Sprintf("payload at %v t dry", c[0]), m-c[0]-40, c[1], 1)
	}
	v4 := Stack{BoosterDry: 300 * 4050 / 3650., BoosterPropellant: 4050, BoosterReserve: 330 * 4050 / 3650., BoosterISP: 340, ShipPropellant: 2300, ShipISP: 365}
	m = v4.Burnout(9404)
	near(t, "V4 in orbit", m, 386, 4)
	for _, c := range [][2]float64{{1, 12}, {0.8, 34}, {0.5, 65}, {0, 108}} {
		near(t, fmt.Sprintf("V4 payload, exponent %v", c[0]), m-220*math.Pow(2300./1600, c[0])-58, c[1], 4)
	}
}

// Falcon 9 with its booster recovered at sea lifts 17.5 t to 28.5°. Its stages
// after the same source, sections 2.7 and 3.9 (25.6 t dry with 395.7 t and 25 t kept
// back, 301 s; 4 t dry with 107 t and 0.5 t to deorbit, 348 s), with the Δv
// calibrated on Starship, predict it within 10 %: the two vehicles' own budgets
// differ by 146 m/s, which is worth 2 t, and the fairing is left out.
func TestVal_Falcon9Payload(t *testing.T) {
	falcon := Stack{BoosterDry: 25.6, BoosterPropellant: 395.7, BoosterReserve: 25, BoosterISP: 301, ShipPropellant: 107, ShipISP: 348}
	cape := orbit.Circular{Altitude: 200 * si.Kilometre, Inclination: 28.5 * si.Degree}
	got := falcon.Burnout(9404+DeltaVAboveReference(28.5*si.Degree, cape)) - 4 - 0.5
	near(t, "Falcon 9 payload", got, 17.5, 1.75)
}

// Flight 14 carried 44.3 t (26 satellites of 1.705 t) to 275 km and 30.5° on
// 2026-09-28. With the ship's dry mass as flown (from the relight of flight 13,
// 202 to 219 t) the model must give that within 20 %: 8 t of dry mass either way.
func TestVal_Flight14Payload(t *testing.T) {
	p := base()
	var m Model
	m.Reset(&p, deploy, none)
	var l Lift
	m.Month(8, Order{}, Chance{0.5, 0.5, 0.5, 0.5}, &l)
	near(t, "flight 14", m.now.referenceKg, 44.3e3, 8.9e3)
	near(t, "as recorded", l.DeliveredKg, 44.3e3, 1)
}

// Inclination penalties from Starbase by the same source, section 2.5: 138, 418
// and 480 m/s to 53°, 90° and 97.4° against due east, in first order 465.1 cos i.
// The model adds velocities as vectors, which the first order understates by up to
// v_pad²/2v = 11 m/s; 12 m/s.
func TestVal_InclinationPenalty(t *testing.T) {
	for _, c := range [][2]float64{{26, 0}, {53, 138}, {90, 418}, {97.4, 480}} {
		o := orbit.Circular{Altitude: referenceAltitude, Inclination: si.Angle(c[0]) * si.Degree}
		near(t, fmt.Sprintf("%v°", c[0]), DeltaVAboveReference(starbaseLatitude, o), c[1], 12)
	}
}

// The first-order penalty takes the ship alone at fixed propellant, 1,900 t burning
// to 300 t: R' = (m₀/m_b) e^{δv/(g₀ Isp)}, Δm = (R' m_b − m₀)/(R' − 1). At 707 m/s
// (sun-synchronous, 600 km) it gives 61.8 t, at 241.5 m/s (30°, 600 km) 23.0 t. The
// solver lets the booster carry the lighter ship faster, so it must lose less, but
// no more than a sixth less: the booster's share of the exponent is one part in six.
func TestVal_FirstOrderPenalty(t *testing.T) {
	m := backschatV3.Burnout(9404)
	for _, c := range []struct{ δv, loss float64 }{{707, 61.8}, {241.5, 23.0}} {
		R := 1900. / 300 * math.Exp(c.δv/(g0*365))
		near(t, "first order", (R*300-1900)/(R-1), c.loss, 0.1)
		got := m - backschatV3.Burnout(9404+c.δv)
		if got > c.loss || got < c.loss*5/6 {
			t.Errorf("δv %v: solver loses %.1f t, first order %.1f", c.δv, got, c.loss)
		}
	}
}

// Burnout inverts the sum of both stages' Δv, falls with Δv, and stays a number
// where nothing arrives.
func TestVerif_BurnoutInverts(t *testing.T) {
	last := math.Inf(1)
	for Δv := 3000.; Δv < 40000; Δv *= 1.07 {
		m := backschatV3.Burnout(Δv)
		if !(m > 0) || m >= last {
			t.Fatalf("Δv %v: burnout %v after %v", Δv, m, last)
		}
		s, ship := &backschatV3, backschatV3.ShipPropellant+m
		back := RocketDeltaV(s.BoosterDry+s.BoosterPropellant+ship, s.BoosterDry+s.BoosterReserve+ship, s.BoosterISP) + RocketDeltaV(ship, m, s.ShipISP)
		if math.Abs(back-Δv) > 1e-6*Δv {
			t.Errorf("Δv %v: burnout %v gives %v", Δv, m, back)
		}
		last = m
	}
}

// A ship too heavy to reach an orbit lifts nothing there, its price by mass is
// infinite and its price by flight is not; nothing is clamped to a small payload.
func TestVerif_NoPayload(t *testing.T) {
	p := base()
	p.StarshipV3.ShipDryMass, p.StarshipV3.ShipDryMassFlown = 390*si.Tonne, 395*si.Tonne
	p.StarshipV4.FirstFlight = 2050
	var m Model
	m.Reset(&p, deploy, none)
	for i := range 240 {
		var l Lift
		m.Month(i, Order{Target: DawnDusk, Flights: 10}, Chance{0.5, 0.5, 0.5, 0.5}, &l)
		for _, target := range []Target{DawnDusk, Inclined} {
			if l.PayloadKg[target] != 0 || !math.IsInf(l.USDPerKg[target][Full], 1) || !(l.CostPerFlightUSD[Full] < 1e12) {
				t.Fatalf("month %d: %+v", i, l)
			}
		}
	}
}
