package dawndusk

import (
	"fmt"
	"math"
	"testing"

	"github.com/dawndusk/dawndusk/si"
)

// sumsOf adds up what comes into each stage and what goes out.
func sumsOf(y *[NumFlows]float64) (in, out [NumStages]float64) {
	for f := range NumFlows {
		if n := y[f]; f.Out() {
			out[f.Stage()] += n
		} else {
			in[f.Stage()] += n
		}
	}
	return in, out
}

// In every year of every shipped scenario as much comes into each stage as leaves it or
// stays, no flow is negative, what leaves one stage is what comes into the next, and the
// sums are those of the result, which being told does not move.
func TestVerif_FlowsAddUp(t *testing.T) {
	const draws = 12
	for _, name := range Shipped() {
		c := load(t, name)
		var e, other Enterprise
		var f Flows
		var r, untold Result
		e.TellFlows(&f)
		for draw := range draws {
			e.Run(&c.Scenario, NewChance(1).At(draw), &r)
			other.Run(&c.Scenario, NewChance(1).At(draw), &untold)
			if !same(&r, &untold) {
				t.Fatalf("%s, draw %d: telling flows changes the result", name, draw)
			}
			reported := 0
			wrong := func(i int, format string, args ...any) {
				if reported++; reported < 8 {
					t.Errorf("%s, draw %d, %d: %s", name, draw, firstYear+i, fmt.Sprintf(format, args...))
				}
			}
			for i := range (r.Months + 11) / 12 {
				y := &f.Years[i]
				in, out := sumsOf(y)
				for s := range NumStages {
					if !near(in[s], out[s], rounding, 1) {
						wrong(i, "%v: %v %s in, %v out", s, in[s], s.Unit(), out[s])
					}
				}
				for k := range NumFlows {
					if n := y[k]; !(n >= -rounding*(1+in[k.Stage()])) || math.IsInf(n, 0) {
						wrong(i, "%v: %v is %v", k.Stage(), k, n)
					}
				}
				of := &r.Years[i]
				for _, pair := range []struct {
					what string
					a, b float64
				}{
					{"flights", in[LaunchPad], of.Flights},
					{"flights lost", y[padLost], of.Failures},
					{"tonnes", in[Lift] - y[liftMoonParts], of.DeliveredT},
					{"satellites launched", y[factoryLaunched], of.Satellites},
					{"launched, and come to orbit", y[factoryLaunched], y[orbitLaunched]},
					{"chips for orbit", y[chipsOrbit], y[factoryMade] * c.Scenario.Operator.ITPower.In(si.ITWatt) / 1e9},
					{"watts in orbit", y[powerOrbit], of.OrbitGW},
					{"watts on the ground", y[powerGroup] + y[powerRest], of.GroundGW},
					{"the group's watts", y[powerGroup], of.GroupGroundGW},
					{"put to work", y[chipsGroup] + y[chipsRest], y[powerGroundAdded]},
				} {
					if !near(pair.a, pair.b, rounding, 1e-3) {
						wrong(i, "%s: %v and %v", pair.what, pair.a, pair.b)
					}
				}
				if next := &f.Years[i+1]; i+1 < (r.Months+11)/12 {
					for _, pair := range [][2]Flow{{factoryAfter, factoryBefore}, {orbitAfter, orbitBefore}, {powerOrbit, powerOrbitBefore}, {chipsAfter, chipsBefore}, {spentAfter, spentBefore}} {
						if y[pair[0]] != next[pair[1]] {
							wrong(i, "%v: %v at the end, %v at the next start", pair[0].Stage(), y[pair[0]], next[pair[1]])
						}
					}
				}
				if c.Scenario.Run.Moon == SwitchedOff && y[liftMoonParts] > 0.02*in[Lift] {
					wrong(i, "%v t of parts from a Moon that is left out, of %v", y[liftMoonParts], in[Lift])
				}
			}
			// The balances of the whole draw are those of its years.
			var made, failed, retired, chips float64
			for i := range f.Years {
				y := &f.Years[i]
				made, failed, retired, chips = made+y[factoryMade], failed+y[orbitFailed], retired+y[orbitRetired], chips+y[chipsMade]
			}
			if b := r.Satellites; !near(made, b.Made, rounding) || !near(failed, b.Failed, rounding, 1e-6) || !near(retired, b.Retired, rounding, 1e-6) || !near(chips, r.Chips.MadeW/1e9, rounding) {
				t.Errorf("%s, draw %d: the years do not add up to the draw", name, draw)
			}
			if t.Failed() {
				break
			}
		}
	}
}

// Every flow is told of: it has a place and names, of which no two on one side of a
// stage are alike.
func TestVerif_FlowsAreNamed(t *testing.T) {
	seen := map[string]bool{}
	for f := range NumFlows {
		key := fmt.Sprint(f.Stage(), f.Out(), f.ID())
		if f.ID() == "" || f.String() == "" || seen[key] {
			t.Errorf("flow %d of %v: %q, %q", f, f.Stage(), f.ID(), f)
		}
		seen[key] = true
	}
}

func TestVerif_TellingFlowsAllocatesNothing(t *testing.T) {
	c := load(t, "announced")
	var e Enterprise
	var out Result
	var f Flows
	e.TellFlows(&f)
	draw := 0
	if n := testing.AllocsPerRun(3, func() {
		e.Run(&c.Scenario, NewChance(1).At(draw), &out)
		draw++
	}); n != 0 {
		t.Errorf("%v allocations a draw", n)
	}
}
