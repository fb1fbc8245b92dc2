package traffic

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"
)

// Worked case 1 of NASA's Conjunction Assessment and Risk Analysis group, circle of 20 m: 2.70601573490125e-05.
// Source: github.com/nasa/CARA_Analysis_Tools, Pc2D_Foster_UnitTest.m (D. Plakalovic), read 2026-11-22.
func ExampleEncounter() {
	a := Body{
		Position: [3]float64{378.39559, 4305.721887, 5752.767554},
		Velocity: [3]float64{2.360800244, 5.580331936, -4.322349039},
		Covariance: [3][3]float64{
			{44.5757544811362, 81.6751751052616, -67.8687662707124},
			{81.6751751052616, 158.453402956163, -128.616921644857},
			{-67.8687662707124, -128.616921644858, 105.490542562701},
		},
	}
	b := Body{
		Position: [3]float64{374.5180598, 4307.560983, 5751.130418},
		Velocity: [3]float64{-5.388125081, -3.946827739, 3.322820358},
		Covariance: [3][3]float64{
			{2.31067077720423, 1.69905293875632, -1.4170164577661},
			{1.69905293875632, 1.24957388457206, -1.04174164279599},
			{-1.4170164577661, -1.04174164279599, 0.869260558223714},
		},
	}
	p, err := Encounter(a, b, 0.020)
	fmt.Printf("%.5e %v\n", p, err)
	// Output:
	// 2.70602e-05 <nil>
}

// Chan, Spacecraft Collision Probability, 2008 (twelve cases), three conjunction summary
// messages, two conjunction data messages and cases 3 and 5 of Alfano 2009, as printed in
// the tests of Orekit (Apache-2.0), Laas2015Test, read 2026-11-22. Tolerance: half of
// the last digit printed there, doubled since some of them cut rather than round; case 5
// of Alfano has a sigma of 1/270 of the radius, on which published values differ by 5e-5.
func TestVal_ProbabilityOfOthers(t *testing.T) {
	for _, c := range []struct {
		name                 string
		x, y, σx, σy, radius float64
		want, within         float64
	}{
		{"Chan 1", 0, 10, 25, 50, 5, 9.742e-3, 1e-6},
		{"Chan 2", 10, 0, 25, 50, 5, 9.181e-3, 1e-6},
		{"Chan 3", 0, 10, 25, 75, 5, 6.571e-3, 1e-6},
		{"Chan 4", 10, 0, 25, 75, 5, 6.125e-3, 1e-6},
		{"Chan 5", 0, 1000, 1000, 3000, 10, 1.577e-5, 1e-8},
		{"Chan 6", 1000, 0, 1000, 3000, 10, 1.011e-5, 1e-8},
		{"Chan 7", 0, 10000, 1000, 3000, 10, 6.443e-8, 1e-11},
		{"Chan 8", 10000, 0, 1000, 3000, 10, 3.219e-27, 1e-30},
		{"Chan 9", 0, 10000, 1000, 10000, 10, 3.033e-6, 1e-9},
		{"Chan 10", 10000, 0, 1000, 10000, 10, 9.656e-28, 1e-31},
		{"Chan 11", 0, 5000, 1000, 3000, 50, 1.039e-4, 1e-7},
		{"Chan 12", 5000, 0, 1000, 3000, 50, 1.564e-9, 1e-12},
		{"CSM 1", 84.875546, 60.583685, 57.918666, 152.8814468, 10.3, 1.9002e-3, 1e-7},
		{"CSM 2", -81.618369, 115.055899, 15.988242, 5756.840725, 1.3, 2.0553e-11, 1e-15},
		{"CSM 3", 102.177247, 693.405893, 94.230921, 643.409272, 5.3, 7.2003e-5, 1e-9},
		{"CDM 1", -752.672701, 644.939441, 445.859950, 6095.858688, 3.5, 5.3904e-7, 1e-11},
		{"CDM 2", -692.362272, 4475.456261, 193.454603, 562.027293, 13.2, 2.2796e-20, 1e-24},
		{"Alfano 3", -3.8872073, 0.1591646, 1.4101830, 114.2585190, 15, 1.0038e-1, 1e-5},
		{"Alfano 5", -1.2217895, 2.1230067, 0.0373279, 177.8109003, 10, 4.4509e-2, 3e-6},
	} {
		got := Probability(c.x, c.y, c.σx, c.σy, c.radius)
		if !(math.Abs(got-c.want) <= c.within) {
			t.Errorf("%s: %.6g, want %.6g", c.name, got, c.want)
		}
	}
}

// A circle about the middle of a round distribution has the closed form 1 − e^{−R²/2σ²};
// half a million drawn misses must agree with the integral elsewhere.
func TestVerif_Probability(t *testing.T) {
	for _, R := range []float64{1e-6, 0.01, 0.3, 1, 3, 10, 300} {
		want := -math.Expm1(-R * R / 2)
		if got := Probability(0, 0, 1, 1, R); math.Abs(got/want-1) > 1e-8 {
			t.Errorf("radius %v: %.12g, want %.12g", R, got, want)
		}
	}
	rnd := rand.New(rand.NewPCG(1, 2))
	for _, c := range [][5]float64{{0.5, 1, 1, 2, 1.5}, {3, 0, 0.2, 4, 2.9}, {0, 2, 5, 0.5, 1}} {
		const n = 500_000
		hits := 0
		for range n {
			x, y := c[0]+c[2]*rnd.NormFloat64(), c[1]+c[3]*rnd.NormFloat64()
			if x*x+y*y < c[4]*c[4] {
				hits++
			}
		}
		p := Probability(c[0], c[1], c[2], c[3], c[4])
		if off := (float64(hits)/n - p) / math.Sqrt(p*(1-p)/n); math.Abs(off) > 4 {
			t.Errorf("%v: %v, drawn %v: %.1f standard errors", c, p, float64(hits)/n, off)
		}
	}
	for _, c := range [][5]float64{{0, 0, 0, 1, 1}, {math.NaN(), 0, 1, 1, 1}, {0, 0, 1, -1, 1}, {0, 0, 1, 1, math.Inf(1)}, {math.Inf(1), 0, 1, 1, 1}} {
		if p := Probability(c[0], c[1], c[2], c[3], c[4]); !math.IsNaN(p) {
			t.Errorf("%v: %v", c, p)
		}
	}
	// What is known far better than the bodies are large: sure to touch, or not at all; a line's worth.
	for _, c := range []struct{ x, y, σx, σy, radius, want float64 }{
		{0, 0, 1, 1e-200, 1e10, 1}, {0, 0.9, 1e-300, 1e-300, 1, 1}, {1, 1, 1e-300, 1e-300, 1, 0}, {0, 0, 1e-12, 1, 1, math.Erf(math.Sqrt(0.5))},
	} {
		if p := Probability(c.x, c.y, c.σx, c.σy, c.radius); !(math.Abs(p-c.want) <= 1e-4) {
			t.Errorf("%+v: %v", c, p)
		}
	}
	sure := Screening{Own: Uncertainty{1e-9, 1e-9, 1e-9}, HardBody: 1, Threshold: 1e-5}
	if got := sure.Area(1); math.Abs(got/math.Pi-1) > 1e-12 {
		t.Errorf("bodies known to a micrometre: %v", got)
	}
	if _, err := Encounter(Body{}, Body{}, 1); err != ErrSlow {
		t.Error(err)
	}
}

func FuzzProbability(f *testing.F) {
	f.Add(0.0, 10.0, 25.0, 50.0, 5.0)
	f.Add(1e9, 0.0, 1e-3, 1e6, 1e-5)
	f.Fuzz(func(t *testing.T, x, y, σx, σy, radius float64) {
		p := Probability(x, y, σx, σy, radius)
		if !math.IsNaN(p) && !(p >= 0 && p <= 1+1e-3) {
			t.Errorf("%v", p)
		}
	})
}

// The area is that of the predicted misses, found here on a grid of the plane from
// the probability itself; 1 % is what a grid of this size leaves.
func TestVerif_AreaIsWhereProbabilityExceeds(t *testing.T) {
	for _, c := range []struct {
		s     Screening
		γ     float64
		small bool
	}{
		{Screening{Uncertainty{0.01, 0.1, 0.01}, Uncertainty{0.03, 0.4, 0.02}, 0.01, 1e-5}, 1.2, false},
		{Screening{Uncertainty{0.01, 0.1, 0.01}, Uncertainty{0.03, 0.4, 0.02}, 0.01, 1e-4}, 3.0, false},
		{Screening{Uncertainty{0.1, 1, 0.1}, Uncertainty{0.3, 4, 0.2}, 0.002, 1e-8}, 2, true},
		{Screening{Uncertainty{0.001, 0.001, 0.001}, Uncertainty{0.001, 0.003, 0.001}, 0.02, 1e-3}, 1, false},
	} {
		got := c.s.Area(c.γ)
		sin, cos := math.Sincos(c.γ / 2)
		σr := math.Hypot(c.s.Own.Radial, c.s.Other.Radial)
		σh := math.Sqrt((c.s.Own.Along*c.s.Own.Along+c.s.Other.Along*c.s.Other.Along)*cos*cos +
			(c.s.Own.Cross*c.s.Own.Cross+c.s.Other.Cross*c.s.Other.Cross)*sin*sin)
		const n = 200
		wide := 8 + c.s.HardBody/min(σr, σh)*1.2
		in := 0
		for i := range n {
			for j := range n {
				x, y := (float64(i)+0.5)/n*wide*σr, (float64(j)+0.5)/n*wide*σh
				var p float64
				if c.small { // where the integral is the density times πR²
					p = c.s.HardBody * c.s.HardBody / (2 * σr * σh) * math.Exp(-(x*x/(σr*σr)+y*y/(σh*σh))/2)
				} else if i%2 == 0 && j%2 == 0 {
					p = Probability(x+wide*σr/n/2, y+wide*σh/n/2, σr, σh, c.s.HardBody)
				} else {
					continue
				}
				if p >= c.s.Threshold {
					in++
				}
			}
		}
		want := 4 * float64(in) * wide * wide * σr * σh / n / n
		if !c.small {
			want *= 4
		}
		if want == 0 || math.Abs(got/want-1) > 0.01 {
			t.Errorf("%+v: %.6g km2, counted %.6g", c, got, want)
		}
		t.Logf("γ %.1f: %.5g km2, counted %.5g", c.γ, got, want)
		// No uncertainty whatever makes more than πR²/(eP) of it.
		if bound := math.Pi * c.s.HardBody * c.s.HardBody / (math.E * c.s.Threshold); c.small && got > bound {
			t.Errorf("area %v above its bound %v", got, bound)
		}
	}
	none := Screening{Uncertainty{1, 1, 1}, Uncertainty{1, 1, 1}, 0.001, 1e-4}
	if A := none.Area(1); A != 0 {
		t.Errorf("no miss is alarming, yet %v", A)
	}
	for _, s := range []Screening{{}, {Own: Uncertainty{math.NaN(), 1, 1}, HardBody: 1, Threshold: 1}} {
		if A := s.Area(1); A != 0 {
			t.Errorf("%+v: %v", s, A)
		}
	}
}
