package numeric_test

import (
	"math"
	"testing"

	"github.com/dawndusk/dawndusk/orbit/air"
	"github.com/dawndusk/dawndusk/orbit/numeric"
	"github.com/dawndusk/dawndusk/orbit/sky"
)

const turnRate = 7.292115146706979e-5 // rad/s

// steady turns about the third axis at Earth's rate.
func steady(t sky.Instant) sky.Matrix {
	s, c := math.Sincos(math.Mod(float64(t)*1e-9*turnRate, 2*math.Pi))
	return sky.Matrix{{c, s, 0}, {-s, c, 0}, {0, 0, 1}}
}

func cross(a, b [3]float64) [3]float64 {
	return [3]float64{a[1]*b[2] - a[2]*b[1], a[2]*b[0] - a[0]*b[2], a[0]*b[1] - a[1]*b[0]}
}

func dot(a, b [3]float64) float64 { return a[0]*b[0] + a[1]*b[1] + a[2]*b[2] }

// TestVerif_Invariants follows what motion in a conservative field must keep for two
// days: the energy and the turning about the axis in a zonal field, and in the whole
// field, which turns with Earth, Jacobi's integral E − ω h. The tolerance of a step is
// 1e-13 of the radius; some 2,400 steps may add to 1e-11 of the energy.
func TestVerif_Invariants(t *testing.T) {
	for _, c := range []struct {
		name          string
		degree, order int
		earth         func(sky.Instant) sky.Matrix
		state         sky.GCRS
	}{
		{"zonal, low", 20, 0, steady, kepler(mu, 6928, 0.002, 97.6*deg, 1, 2, 3)},
		{"zonal, e 0.7", 20, 0, steady, kepler(mu, 26600, 0.7, 63.4*deg, 1, 4.7, 0)},
		{"whole, low", 20, 20, steady, kepler(mu, 6928, 0.002, 53*deg, 1, 2, 3)},
		{"whole, polar", 12, 12, steady, kepler(mu, 7400, 0.05, 90*deg, 1, 2, 3)},
		{"whole, e 0.7", 8, 8, steady, kepler(mu, 26600, 0.7, 63.4*deg, 1, 4.7, 0)},
	} {
		h, err := numeric.JGM3().Truncate(c.degree, c.order)
		if err != nil {
			t.Fatal(err)
		}
		f := &numeric.Forces{Degree: c.degree, Order: c.order, Earth: c.earth}
		p := propagated(t, f, c.state, 2*86400, numeric.Limits{Relative: 1e-13})
		values := func(s float64) (energy, axial float64) {
			at := epoch.AddSeconds(s)
			y := p.At(at)
			m := c.earth(at)
			return dot(y.Velocity, y.Velocity)/2 - h.Potential(m.Apply(y.Position)), cross(y.Position, y.Velocity)[2]
		}
		e0, h0 := values(0)
		worst, axial, plain := 0.0, 0.0, 0.0
		for s := 0.0; s <= 2*86400; s += 97 {
			e, h := values(s)
			plain = max(plain, math.Abs(e/e0-1))
			axial = max(axial, math.Abs(h/h0-1))
			jacobi := e - turnRate*h
			if c.order == 0 {
				jacobi = e
			}
			first := e0
			if c.order > 0 {
				first = e0 - turnRate*h0
			}
			worst = max(worst, math.Abs(jacobi/first-1))
		}
		if c.order == 0 {
			t.Logf("%s: energy within %.1e, turning about the axis %.1e", c.name, worst, axial)
		} else {
			t.Logf("%s: Jacobi's integral within %.1e, energy alone %.1e", c.name, worst, plain)
		}
		if !(worst < 1e-11) || c.order == 0 && !(axial < 1e-11) {
			t.Errorf("%s: invariant drifts by %v, turning about the axis by %v", c.name, worst, axial)
		}
		if c.order > 0 && plain < 1e-8 {
			t.Errorf("%s: the energy is constant to %v, which a turning field does not keep", c.name, plain)
		}
	}
}

// all is every force at once on a satellite of 0.02 m2/kg.
func all(degree int) *numeric.Forces {
	return &numeric.Forces{Degree: degree, Order: degree, Sun: true, Moon: true, Relativity: true,
		Drag:     numeric.Drag{AreaPerMass: 0.02, Coefficient: 2.2, Air: air.Model{Flux: 140, Exponent: 4}},
		Pressure: numeric.Pressure{AreaPerMass: 0.02, Coefficient: 1.3}}
}

// TestVerif_Reversal carries states there and back again, over a day and with every
// force. What is missed is the rounding and the error of a thousand steps each way,
// which the lag along the orbit magnifies: 1,000 tolerances of 1 µm in smooth forces,
// twice the bound of [TestVerif_Tolerance] with the edges of shadows.
func TestVerif_Reversal(t *testing.T) {
	for name, c := range map[string]struct {
		forces *numeric.Forces
		state  sky.GCRS
		bound  float64
	}{
		"point mass": {&numeric.Forces{}, kepler(mu, 6928, 0.001, 1.7, 1, 2, 3), 1e-6},
		"12×12":      {&numeric.Forces{Degree: 12, Order: 12}, kepler(mu, 6928, 0.001, 1.7, 1, 2, 3), 1e-6},
		"all":        {all(8), kepler(mu, 6928, 0.001, 1.7, 1, 2, 3), 3e-5},
		"all, e 0.7": {all(8), kepler(mu, 26600, 0.7, 63.4*deg, 1, 4.7, 0), 3e-5},
	} {
		l := numeric.Limits{Absolute: 1e-9}
		there, err := numeric.Carry(c.forces, c.state, epoch, epoch.AddSeconds(86400), l)
		if err != nil {
			t.Fatal(err)
		}
		back, err := numeric.Carry(c.forces, there, epoch.AddSeconds(86400), epoch, l)
		if err != nil {
			t.Fatal(err)
		}
		d, v := apart(back, c.state)
		t.Logf("%s: %.2g mm, %.2g mm/s", name, d*1e6, v*1e6)
		if !(d < c.bound) {
			t.Errorf("%s: back %v km off", name, d)
		}
	}
}

// TestVerif_Tolerance tightens the tolerance tenfold at a time and compares with a run
// at the limit of rounding, every force acting. An error of the velocity, v/r of the
// tolerance, lags along the orbit by 3 times itself times the day: 285 tolerances. In
// smooth forces few steps come near the allowed error; at the 60 edges of the penumbra
// they do, and if all err to one side 17,000 tolerances are the bound.
func TestVerif_Tolerance(t *testing.T) {
	s := kepler(mu, 6928, 0.001, 1.7, 1, 2, 3)
	f := all(12)
	best, err := numeric.Carry(f, s, epoch, epoch.AddSeconds(86400), numeric.Limits{Absolute: 2e-11})
	if err != nil {
		t.Fatal(err)
	}
	for _, tolerance := range []float64{1e-5, 1e-6, 1e-7, 1e-8, 1e-9, 1e-10} {
		p := propagated(t, f, s, 86400, numeric.Limits{Absolute: tolerance})
		d, _ := apart(p.At(epoch.AddSeconds(86400)), best)
		steps, calls := p.Effort()
		t.Logf("%.0e km a step: %.2g mm after a day, %d steps, %d evaluations", tolerance, d*1e6, steps, calls)
		if !(d < 1.7e4*tolerance) {
			t.Errorf("%v km a step: %v km after a day", tolerance, d)
		}
	}
}

// TestVerif_Truncation says what leaving degrees out does in a day. Each doubling of the
// degree must help in the end; 20 degrees must stand within the 200 m that the
// documentation of [numeric.JGM3] allows.
func TestVerif_Truncation(t *testing.T) {
	full := jgm3to70(t)
	for _, c := range []struct{ a, i float64 }{{6928, 97.6}, {7378, 90}, {6928, 53}} {
		s := kepler(mu, c.a, 0.001, c.i*deg, 1, 2, 3)
		end := func(degree int) sky.GCRS {
			e, err := numeric.Carry(&numeric.Forces{Field: full, Degree: degree, Order: degree}, s, epoch,
				epoch.AddSeconds(86400), numeric.Limits{})
			if err != nil {
				t.Fatal(err)
			}
			return e
		}
		best := end(70)
		last := math.Inf(1)
		for _, degree := range []int{2, 4, 8, 12, 20, 36} {
			d, _ := apart(end(degree), best)
			t.Logf("a %v km, %v°, %d×%d: %.1f m from 70×70 after a day", c.a, c.i, degree, degree, d*1e3)
			if degree == 20 && d > 0.2 || degree >= 20 && d > last/2 {
				t.Errorf("%d×%d: %v km, %v with fewer", degree, degree, d, last)
			}
			last = d
		}
	}
}

// TestVerif_DenseOfEveryForce stops runs at instants between the steps of a path and
// compares: what the polynomial of degree 7 adds to the error of the steps stays, by
// the default tolerance of a micrometre, below a millimetre.
func TestVerif_DenseOfEveryForce(t *testing.T) {
	f, s := all(12), kepler(mu, 6928, 0.001, 1.7, 1, 2, 3)
	p := propagated(t, f, s, 12000, numeric.Limits{})
	worst, worstV := 0.0, 0.0
	for at := 13.7; at < 12000; at += 137.1 {
		end, err := numeric.Carry(f, s, epoch, epoch.AddSeconds(at), numeric.Limits{Absolute: 2e-11})
		if err != nil {
			t.Fatal(err)
		}
		d, v := apart(p.At(epoch.AddSeconds(at)), end)
		worst, worstV = max(worst, d), max(worstV, v)
	}
	t.Logf("%.2g mm, %.2g mm/s", worst*1e6, worstV*1e6)
	if !(worst < 1e-6) {
		t.Errorf("%v km", worst)
	}
}
