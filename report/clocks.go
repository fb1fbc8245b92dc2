package report

import (
	"context"
	"fmt"
	"math"

	"github.com/dawndusk/dawndusk/orbit"
	"github.com/dawndusk/dawndusk/si"
	"github.com/dawndusk/dawndusk/study"
)

// clockRow is a quantity of an orbit on both clocks as the page shows it.
type clockRow struct {
	study.Clock
	First                          bool // of its orbit
	Height                         string
	Closed, Followed, Apart, Bound string
}

// clockRows returns the clocks of a scenario's orbits and what they come to.
func clockRows(p *orbit.Params) ([]clockRow, string, error) {
	clocks, err := study.Clocks(context.Background(), p)
	if err != nil {
		return nil, "", err
	}
	rows := make([]clockRow, len(clocks))
	apart := 0
	for i := range clocks {
		k := &clocks[i]
		height := p.Altitude
		if k.Orbit == "inclined" {
			height = p.InclinedAltitude
		}
		r := clockRow{Clock: *k, First: i == 0 || clocks[i-1].Orbit != k.Orbit, Height: fmt.Sprintf("%.4g km", height.In(si.Kilometre)), Bound: "–"}
		r.Closed, r.Followed = fmt.Sprintf("%#.4g", k.ClosedForm), fmt.Sprintf("%#.4g", k.Propagated)
		if k.Relative {
			r.Apart = minus(fmt.Sprintf("%+.1f", math.Round(1000*float64(k.Difference()))/10+0)) + " %" // no −0.0
		} else {
			r.Apart = minus(fmt.Sprintf("%+.2g", k.Difference()))
		}
		if k.Allowed.Finite() {
			if r.Bound = fmt.Sprintf("%g", k.Allowed); k.Relative {
				r.Bound = fmt.Sprintf("%.0f %%", 100*k.Allowed)
			}
		}
		if !k.Holds() {
			apart++
			r.Bound += " (more)"
		}
		rows[i] = r
	}
	switch apart {
	case 0:
		return rows, "The clocks agree within what they may differ by.", nil
	case 1:
		return rows, "In one row they differ by more than they may.", nil
	}
	return rows, fmt.Sprintf("In %d rows they differ by more than they may.", apart), nil
}
