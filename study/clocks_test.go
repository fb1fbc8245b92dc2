package study_test

import (
	"context"
	"errors"
	"testing"

	"github.com/dawndusk/dawndusk"
	"github.com/dawndusk/dawndusk/si"
	"github.com/dawndusk/dawndusk/study"
)

// TestVerif_TheTwoClocksMeet follows a satellite on each orbit of the base scenario.
// The bounds were set before the run: 0.002 of the year and half a minute are what the
// flattening changes at most on a dawn–dusk orbit; 10 % is a third of what the ledger
// leaves open of the density, and a quarter of the dose's stated error.
func TestVerif_TheTwoClocksMeet(t *testing.T) {
	c, err := dawndusk.Load("base")
	if err != nil {
		t.Fatal(err)
	}
	clocks, err := study.Clocks(context.Background(), &c.Scenario.Orbit)
	if err != nil {
		t.Fatal(err)
	}
	if len(clocks) != 14 {
		t.Fatalf("%d clocks", len(clocks))
	}
	for i := range clocks {
		k := &clocks[i]
		t.Logf("%s: %s %.5g closed, %.5g propagated, %+.4g", k.Orbit, k.Quantity, k.ClosedForm, k.Propagated, k.Difference())
		if !k.Propagated.Finite() || !k.Holds() {
			t.Errorf("%s: %s differs by %v, allowed %v", k.Orbit, k.Quantity, k.Difference(), k.Allowed)
		}
	}
}

// TestClocksAnywhere follows satellites on the corners of what a scenario may choose.
func TestClocksAnywhere(t *testing.T) {
	c, err := dawndusk.Load("base")
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range []struct {
		altitude, nodeLocalTime float64
	}{{300, 12}, {2000, 18}} {
		o := c.Scenario.Orbit
		o.Altitude, o.InclinedAltitude = si.Length(p.altitude)*si.Kilometre, si.Length(p.altitude)*si.Kilometre
		o.NodeLocalTime, o.InclinedInclination, o.SolarFlux = si.Duration(p.nodeLocalTime)*si.Hour, 0, 250
		clocks, err := study.Clocks(context.Background(), &o)
		if err != nil {
			t.Errorf("%v: %v", p, err)
		}
		for i := range clocks {
			k := &clocks[i]
			if !k.Propagated.Finite() {
				t.Errorf("%v: %s %s: %v", p, k.Orbit, k.Quantity, k.Propagated)
			}
			if !k.Holds() {
				t.Logf("%v: %s %s: %v and %v", p, k.Orbit, k.Quantity, k.ClosedForm, k.Propagated)
			}
		}
	}
}

// TestClocksStop ends early when it is told to.
func TestClocksStop(t *testing.T) {
	c, err := dawndusk.Load("base")
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := study.Clocks(ctx, &c.Scenario.Orbit); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}
