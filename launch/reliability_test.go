package launch

import (
	"math"
	"testing"

	"github.com/dawndusk/dawndusk/rng"
	"github.com/dawndusk/dawndusk/si"
)

// The failures of the Starship record, flights 1, 2, 7, 8 and 9 of 14, by the
// MIL-HDBK-189C estimators worked by hand: Σ ln(14/x) = 2.639 + 1.946 + 0.693 +
// 0.560 + 0.442 = 6.280, β = 5/6.280 = 0.796, λ = 5/14^β = 0.612, intensity at 14
// λβ·14^(β−1) = 5β/14 = 0.284; over the first nine flights alone Σ ln(9/x) = 4.071,
// β = 1.228, and five more flights bring 5·((14/9)^β − 1) = 3.60 failures, where
// none occurred: why a change of block must reset the experience. 0.001: the digits.
func TestVal_CrowAMSAA(t *testing.T) {
	var failed []int
	for _, f := range Record {
		if f.Failed {
			failed = append(failed, f.Number)
		}
	}
	λ, β := CrowAMSAA([]int{len(Record)}, [][]int{failed})
	near(t, "β", β, 0.796, 0.001)
	near(t, "λ", λ, 0.612, 0.001)
	near(t, "intensity", λ*β*math.Pow(14, β-1), 0.284, 0.001)
	λ, β = CrowAMSAA([]int{9}, [][]int{failed})
	near(t, "β of nine", β, 1.228, 0.001)
	near(t, "expected", λ*(math.Pow(14, β)-math.Pow(9, β)), 3.60, 0.01)
}

// byBlock returns the record as one system a block, each from its first flight.
func byBlock() (flights []int, failures [][]int) {
	flights, failures = make([]int, 3), make([][]int, 3)
	for _, f := range Record {
		flights[f.Block-1]++
		if f.Failed {
			failures[f.Block-1] = append(failures[f.Block-1], flights[f.Block-1])
		}
	}
	return flights, failures
}

// The ledger's failure probability of the next flight follows from the record by
// block: β 0.84 and an intensity of 0.31 at a block's fourth flight, lowered for
// a block without a failure by the gamma–Poisson update whose shape is the number
// of blocks that failed: (2+0)/(2+1.16) of it is 0.20. 0.01: the ledger's digits.
func TestVerif_NextFailureFollowsTheRecord(t *testing.T) {
	λ, β := CrowAMSAA(byBlock())
	near(t, "β", β, 0.84, 0.01)
	intensity := λ * β * math.Pow(4, β-1)
	near(t, "intensity at the fourth flight", intensity, 0.31, 0.01)
	const shape = 2
	near(t, "next failure", intensity*shape/(shape+λ*math.Pow(3, β)), base().Reliability.NextFailure.SI(), 0.01)
}

// A curve advanced in steps of any size keeps to the power law it stands for
// within 0.1 %.
func TestVerif_CurveIsAPower(t *testing.T) {
	for _, e := range []float64{-1.5, -0.68, -0.28, -0.1, 0.4} {
		c := newCurve(7, 4, e)
		k := 4.0
		for i := range 400 {
			n := float64(i * 7 % 23)
			c.add(n)
			k += n
		}
		near(t, "value", c.value/(7*math.Pow(k/4, e)), 1, 1e-3)
		near(t, "count", c.count, k, 1e-6)
	}
}

// One step of a curve keeps to the errors that add states, on both sides of the
// step from which it calls Pow.
func TestVerif_CurveStep(t *testing.T) {
	for _, v := range []struct{ e, tolerance float64 }{{-1.5, 3e-4}, {-1, 2e-5}, {-0.5, 2e-5}, {0.5, 2e-5}, {1, 2e-5}, {1.5, 3e-4}} {
		worst := 0.0
		for n := 0.001; n < 1; n += 0.001 {
			c := newCurve(1, 1, v.e)
			c.add(n)
			worst = max(worst, math.Abs(c.value/math.Pow(1+n, v.e)-1))
		}
		t.Logf("exponent %v: %.2g", v.e, worst)
		if worst > v.tolerance {
			t.Errorf("exponent %v: %.2g, want at most %v", v.e, worst, v.tolerance)
		}
	}
}

// The fast count is rng.Binomial's.
func TestVerif_Binomial(t *testing.T) {
	for _, n := range []int{0, 1, 2, 7, 30, 400} {
		for _, p := range []float64{-1, 0, 1e-6, 0.004, 0.03, 0.2, 0.5, 0.8, 1, math.NaN()} {
			for u := 0.0005; u < 1; u += 0.0071 {
				if got, want := binomial(n, p, u), rng.Binomial(n, p, u); got != want {
					t.Fatalf("n %d, p %v, u %v: %d, want %d", n, p, u, got, want)
				}
			}
		}
	}
}

// Failures happen as often as their probability says, whoever's flights they are.
func TestVerif_FailuresMatchProbability(t *testing.T) {
	p := base()
	p.Reliability.GrowthShape, p.Reliability.NextFailure, p.Reliability.BlockCarry = 1, 0.1, 1 // no growth
	p.Reliability.StandDown = 0
	key := rng.NewKey(1, "test")
	flights, failed, dc, dcFailed := 0, 0, 0, 0
	for d := range 60 {
		var m Model
		m.Reset(&p, deploy, none)
		for i := range 240 {
			u := func(k int) float64 { return key.Uniform(uint64(d), uint64(4*i+k)) }
			var l Lift
			m.Month(i, Order{Target: Inclined, Flights: 20}, Chance{u(0), u(1), u(2), u(3)}, &l)
			if i >= recordedMonths {
				flights, failed = flights+l.Flights-l.DataCentreFlights, failed+l.Failures-l.DataCentreFailures
				dc, dcFailed = dc+l.DataCentreFlights, dcFailed+l.DataCentreFailures
			}
		}
	}
	for _, c := range [][2]int{{flights, failed}, {dc, dcFailed}} { // 4 standard errors
		near(t, "share failed", float64(c[1])/float64(c[0]), 0.1, 4*math.Sqrt(0.1*0.9/float64(c[0])))
	}
}

// A failed flight delivers nothing: where every flight fails, no mass arrives.
func TestVerif_FailedFlightsDeliverNothing(t *testing.T) {
	p := base()
	p.Reliability.NextFailure, p.Reliability.GrowthShape, p.Reliability.FailureFloor = 1, 1, 1
	p.Reliability.StandDown = 0
	flights, ours := 0, 0
	for i, l := range play(&p, none, Order{Target: Inclined, Flights: 2})[recordedMonths:] {
		flights, ours = flights+l.Flights, ours+l.DataCentreFlights
		if l.Failures != l.Flights || l.DataCentreFailures != l.DataCentreFlights || l.DeliveredKg != 0 {
			t.Fatalf("month %d: %d of %d flights failed, %v kg delivered", i+recordedMonths, l.Failures, l.Flights, l.DeliveredKg)
		}
	}
	if ours == 0 || flights == ours {
		t.Errorf("%d flights, %d for data centres: want some of both", flights, ours)
	}
}

// After a failure nothing flies until the stand-down is served.
func TestVerif_StandDownStopsFlights(t *testing.T) {
	p := base()
	p.Reliability.NextFailure = 1 // the next flight fails
	p.Reliability.StandDown, p.Reliability.StandDownExponent = 6*si.Month, 0
	p.Reliability.GrowthShape = 1
	var m Model
	m.Reset(&p, deploy, none)
	quiet, seen := 0, false
	for i := range 40 {
		var l Lift
		m.Month(i, Order{Target: Inclined, Flights: 5}, Chance{0.5, 0.5, 0.5, 0.5}, &l)
		if i < recordedMonths {
			continue
		}
		if seen {
			if l.Flights > 0 {
				break
			}
			quiet++
		}
		seen = seen || l.Failures > 0
	}
	if quiet < 5 || quiet > 7 { // the uniform ½ is the median of 6 months
		t.Errorf("%d quiet months after a failure, want 6", quiet)
	}
}
