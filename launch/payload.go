package launch

import (
	"math"

	"github.com/dawndusk/dawndusk/orbit"
	"github.com/dawndusk/dawndusk/si"
)

// g0 is standard gravity, m/s² (CGPM 1901).
const g0 = 9.80665

// equatorSpeed is the speed of the ground at the equator, m/s: 2π·6378.137 km
// in a sidereal day of 86164.09 s (WGS 84).
const equatorSpeed = 465.1

// The reference orbit of the calibration, due east from Starbase: 26° and
// 200 km (Backschat, Starship physics lab, section 2.5).
const (
	referenceInclination = 26 * si.Degree
	referenceAltitude    = 200 * si.Kilometre
	starbaseLatitude     = 25.997 * si.Degree
)

// RocketDeltaV returns what a stage gains in free space, in m/s.
//
// A stage of mass m₀ burns down to m₁ and throws the difference out at the
// exhaust speed g₀·Isp:
//
//	Δv = g₀ Isp ln(m₀/m₁)
//
// Source: Tsiolkovsky 1903; Sutton and Biblarz, Rocket Propulsion Elements, chapter 4.
// Ignores: gravity, drag, steering, back pressure: they are in the Δv required.
// Good to: exact in free space.
// Needs: m0 ≥ m1 > 0.
func RocketDeltaV(m0, m1, ispSeconds float64) float64 {
	return g0 * ispSeconds * math.Log(m0/m1)
}

// Stack is a two-stage vehicle whose stages are both recovered, in tonnes and
// seconds.
type Stack struct {
	BoosterDry, BoosterPropellant, BoosterReserve, BoosterISP float64
	ShipPropellant, ShipISP                                   float64
}

// Burnout returns the mass in tonnes that the ship can bring to a required
// ideal Δv.
//
// The booster burns all but what it keeps to fly back, the ship burns all its
// ascent propellant; what arrives is ship, landing propellant and payload, and
// the heavier it is the less speed both stages gain:
//
//	Δv(M) = g₀ I_b ln( (B + P_b + P_s + M) / (B + R_b + P_s + M) ) + g₀ I_s ln( (P_s + M) / M )
//
// solved for M by Newton steps in ln M, on which Δv is nearly straight.
//
// Source: Sutton and Biblarz, chapter 4; budget after Backschat, Starship physics lab, section 2.
// Ignores: engine-out margins, a booster profile re-optimised for each orbit.
// Good to: 1e-9 of itself; payload of Falcon 9 within 10 % (TestVal_Falcon9Payload).
// Needs: positive masses; an unreachable Δv gives a mass near zero.
func (s *Stack) Burnout(deltaV float64) float64 {
	return s.burnout(deltaV, s.ShipPropellant/5) // near the ship's own mass ratio
}

// burnout is Burnout from a first guess.
func (s *Stack) burnout(deltaV, m float64) float64 {
	vb, vs := g0*s.BoosterISP, g0*s.ShipISP
	for range 60 {
		ship := s.ShipPropellant + m
		full, empty := s.BoosterDry+s.BoosterPropellant+ship, s.BoosterDry+s.BoosterReserve+ship
		err := vb*math.Log(full/empty) + vs*math.Log(ship/m) - deltaV
		slope := m*(vb*(1/full-1/empty)+vs/ship) - vs // d Δv / d ln M
		step := max(-1, min(1, err/slope))
		m *= (2 - step) / (2 + step)            // e^−step to its third order
		if math.Abs(step) < 1e-6 || m < 1e-13 { // what is left is the square of the step
			break
		}
	}
	return m
}

// DeltaVAboveReference returns how much more ideal Δv than the reference orbit
// an orbit takes from a site at the given latitude, in m/s.
//
// The ground carries the pad east at v_e cos φ. The launch must add the vector
// difference between that and the orbital velocity v at 200 km, which points
// along the azimuth sin A = cos i / cos φ; then a Hohmann transfer climbs to h:
//
//	w(φ, i) = √( v² + (v_e cos φ)² − 2 v v_e cos i )
//	δ = w(φ, i) − w(φ₀, i₀) + Δv_H(200 km → h)
//
// An inclination below the latitude is reached by turning the plane at 200 km,
// 2 v sin((φ−i)/2).
//
// Source: Vallado, Fundamentals of Astrodynamics, section 6; Wertz, SMAD, chapter 6.
// Ignores: changes of gravity and drag loss with the azimuth; the flattened Earth.
// Good to: 12 m/s against the first-order rotation credit 465.1 cos i (TestVal_InclinationPenalty).
// Needs: altitude above the ground.
func DeltaVAboveReference(latitude si.Angle, c orbit.Circular) float64 {
	v := orbit.Speed(referenceAltitude).SI()
	φ, i := latitude.SI(), c.Inclination.SI()
	turn := 0.0
	if i < φ {
		turn, i = 2*v*math.Sin((φ-i)/2), φ
	}
	climb := orbit.Hohmann(referenceAltitude, c.Altitude).SI()
	if c.Altitude < referenceAltitude {
		climb = -climb
	}
	return airspeed(v, φ, i) - referenceAirspeed + turn + climb
}

var referenceAirspeed = airspeed(orbit.Speed(referenceAltitude).SI(), starbaseLatitude.SI(), referenceInclination.SI())

// airspeed is the speed to add to a pad's own to reach orbital velocity.
func airspeed(v, φ, i float64) float64 {
	pad := equatorSpeed * math.Cos(φ)
	return math.Sqrt(v*v + pad*pad - 2*v*equatorSpeed*math.Cos(i))
}
