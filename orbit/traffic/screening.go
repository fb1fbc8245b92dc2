package traffic

import "math"

// Uncertainty is how well a position is known at the time of the decision, one
// standard deviation, km.
type Uncertainty struct{ Radial, Along, Cross float64 }

// Screening says when a satellite gets out of the way.
type Screening struct {
	Own, Other Uncertainty
	HardBody   float64 // sum of the two bodies' radii, km
	Threshold  float64 // collision probability from which on it manoeuvres
}

// Practised is a screening as Starlink's reports of December 2020 to May 2023 imply it, at a
// threshold: bodies of 5 m radius each, and uncertainties in the ratio of 10, 100 and
// 10 m for one's own satellite and 40, 500 and 30 m for the other, scaled by 2.11.
//
// Source: fitted to the manoeuvres that SpaceX reports to the FCC (TestVal_ManoeuvresOfStarlink);
// the ratio is assumed.
// Ignores: that practice changes; from December 2024 twice as many are reported.
// Good to: 0.47 to 1.03 of the six half-years that it was not fitted to.
// Needs: a threshold above 0.
func Practised(threshold float64) Screening {
	return Screening{
		Own:       Uncertainty{Radial: 0.021, Along: 0.211, Cross: 0.021},
		Other:     Uncertainty{Radial: 0.084, Along: 1.055, Cross: 0.063},
		HardBody:  0.010,
		Threshold: threshold,
	}
}

// Area returns the area, km2, of the predicted misses whose collision probability is
// at or above the threshold, for two nearly circular orbits whose planes make the
// angle γ.
//
// The relative velocity lies along the horizon, square to the line that halves the
// two velocities' angle; so the plane of the encounter has the radial axis and that
// line, on which each position is uncertain by
//
//	σ² = σ_along² cos²(γ/2) + σ_cross² sin²(γ/2)
//
// Predicted misses fall evenly on the plane, and the rate of manoeuvres is the flux
// times the area. Bodies small beside the uncertainty have the density at the miss
// times πR², and the area is an ellipse's,
//
//	A = 2π σr σh ln( R² / (2 σr σh P) )
//
// or nothing where the logarithm is negative: then no miss is alarming enough. So the
// rate grows but slowly as the threshold falls; at most it is πR²/(eP), whatever the
// uncertainties.
//
// Source: [Probability] and its limit for small bodies; Foster and Estes 1992; the
// area and its bound follow from it.
// Ignores: several messages about one encounter, of which the worst may decide.
// Good to: 1e-4 of the area found from [Probability] itself, for any size of body
// (TestVerif_AreaIsWhereProbabilityExceeds), 1 % where bodies are a thousand times the uncertainty; real
// uncertainties vary a hundredfold.
// Needs: positive uncertainties, radius and threshold; else 0.
func (s *Screening) Area(γ float64) float64 { return s.area(math.Sin(γ / 2)) }

func (s *Screening) area(half float64) float64 {
	c2 := max(1-half*half, 0)
	horizon := func(u Uncertainty) float64 { return u.Along*u.Along*c2 + u.Cross*u.Cross*half*half }
	σr, σh := math.Hypot(s.Own.Radial, s.Other.Radial), math.Sqrt(horizon(s.Own)+horizon(s.Other))
	if !(σr > 0) || !(σh > 0) || !(s.HardBody > 0) || !(s.Threshold > 0) || math.IsInf(σr+σh+s.HardBody, 0) {
		return 0
	}
	if s.HardBody < 0.02*min(σr, σh) {
		return 2 * math.Pi * σr * σh * max(0, math.Log(s.HardBody*s.HardBody/(2*σr*σh*s.Threshold)))
	}
	known := s.HardBody / 1000 // of what is known better the bodies' edge alone would tell
	if max(σr, σh) < known {
		if s.Threshold < 1 {
			return math.Pi * s.HardBody * s.HardBody
		}
		return 0
	}
	σr, σh = max(σr, known), max(σh, known)
	if !(Probability(0, 0, σr, σh, s.HardBody) > s.Threshold) {
		return 0
	}
	// Along every ray the probability falls (the distribution is log-concave), its
	// logarithm nearly straight in the square of the way. The edge is an oval whose
	// shape in units of the uncertainties is smooth, so a few rays of a quarter do.
	const rays = 8
	least := math.Log(s.Threshold)
	sum := 0.0
	for k := range rays {
		sin, cos := math.Sincos((float64(k) + 0.5) / rays * math.Pi / 2)
		dx, dy := cos*(σr+s.HardBody), sin*(σh+s.HardBody)
		over := func(q float64) float64 { // of the square of the way
			w := math.Sqrt(q)
			return math.Log(max(Probability(w*dx, w*dy, σr, σh, s.HardBody), 1e-300)) - least
		}
		sum += edge(over)
	}
	return math.Pi * (σr + s.HardBody) * (σh + s.HardBody) * sum / rays
}

// edge finds where a falling function that is above 0 at 0 passes through 0, by the
// false position of Illinois.
func edge(f func(float64) float64) float64 {
	low, high := 0.0, 1.0
	above, below := f(low), f(high)
	for below > 0 && high < 1e6 {
		low, above = high, below
		high *= 2
		below = f(high)
	}
	if below > 0 {
		return high
	}
	side := 0
	for range 60 {
		mid := (low*below - high*above) / (below - above)
		v := f(mid)
		if math.Abs(v) < 1e-10 || high-low < 1e-12*high {
			return mid
		}
		if v > 0 {
			low, above = mid, v
			if side == 1 {
				below /= 2
			}
			side = 1
		} else {
			high, below = mid, v
			if side == -1 {
				above /= 2
			}
			side = -1
		}
	}
	return (low + high) / 2
}

// Avoidance is a screening made ready: its area for every angle between planes.
type Avoidance struct {
	Screening
	areas [65]float64
}

// Avoidance makes a screening ready, a matter of milliseconds; of seconds where one uncertainty is a
// thousandth of the bodies.
func (s Screening) Avoidance() *Avoidance {
	a := &Avoidance{Screening: s}
	for k := range a.areas {
		t := 1 - float64(k)/float64(len(a.areas)-1) // closer towards head-on, where it changes fast
		a.areas[k] = s.area(1 - t*t)
	}
	return a
}

// at interpolates the area in sin(γ/2).
func (a *Avoidance) at(half float64) float64 {
	x := (1 - math.Sqrt(max(0, 1-half))) * float64(len(a.areas)-1)
	k := min(int(x), len(a.areas)-2)
	x -= float64(k)
	return (1-x)*a.areas[k] + x*a.areas[k+1]
}
