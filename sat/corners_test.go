package sat

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/dawndusk/dawndusk/ledger"
	"github.com/dawndusk/dawndusk/ledger/ledgertest"
	"github.com/dawndusk/dawndusk/si"
)

// Anywhere within the limits of the ledger, and at both ends of every row, a
// satellite either closes with its sums right or says that it does not; nothing
// is ever infinite or negative.
func TestVerif_Corners(t *testing.T) {
	rows := ledgertest.Chapter(new(struct{ Satellite Params })).Rows
	random := rand.New(rand.NewPCG(1, 2))
	closed := 0
	try := func(p *Params, s Spec) {
		b := Size(p, s)
		if !b.finite() {
			t.Fatalf("%+v\n%+v\n%+v", p, s, b)
		}
		if b.Closed {
			closed++
			checkSums(t, p, &b)
		}
		if t.Failed() {
			t.Fatalf("%+v\n%+v", p, s)
		}
	}
	for range 3000 {
		scenario := struct{ Satellite Params }{base()}
		leaves := ledger.Leaves(&scenario)
		for i := range leaves {
			if leaves[i].Float == nil {
				continue
			}
			switch row := &rows[i]; random.IntN(8) {
			case 0:
				*leaves[i].Float = row.Min
			case 1:
				*leaves[i].Float = row.Max
			case 2:
				*leaves[i].Float = row.Min + random.Float64()*(row.Max-row.Min)
			case 3, 4:
				*leaves[i].Float = row.Low + random.Float64()*(row.High-row.Low)
			}
		}
		p := &scenario.Satellite
		p.EclipseMode, p.Thermal.Attitude = EclipseMode(random.IntN(4)), Attitude(random.IntN(2))
		s := spec(math.Pow(10, 5*random.Float64()-2), 2020+40*random.Float64())
		s.Life = si.Duration(20*random.Float64()) * si.Year
		s.BusCostFactor = random.Float64()
		s.Compute.JunctionLimit = si.Temperature(300 + 100*random.Float64())
		s.Compute.PeakPerAverage = 3 * random.Float64()
		s.Environment.AirDensity = si.Density(math.Pow(10, -16+6*random.Float64()))
		s.Environment.DeployAirDensity = si.Density(math.Pow(10, -14+6*random.Float64()))
		s.Environment.Altitude = si.Length(200+2000*random.Float64()) * si.Kilometre
		s.Environment.LongestEclipse = si.Duration(40*random.Float64()) * si.Minute
		try(p, s)
	}
	// One row at a time: the base must close at both ends of every range.
	for i := range rows {
		for _, v := range []float64{rows[i].Low, rows[i].High} {
			scenario := struct{ Satellite Params }{base()}
			if leaf := ledger.Leaves(&scenario)[i]; leaf.Float != nil {
				*leaf.Float = v
				if b := Size(&scenario.Satellite, spec(120, 2027)); !b.Closed {
					t.Errorf("%s at %g does not close", leaf.Path, v)
				}
				try(&scenario.Satellite, spec(120, 2027))
			}
		}
	}
	t.Logf("%d closed", closed)
	if closed < 1000 {
		t.Error("too few close for the test to mean much")
	}
}

// Both enums read what they write and refuse the rest.
func TestVerif_Choose(t *testing.T) {
	for m := range EclipseMode(4) {
		var back EclipseMode
		text, _ := m.MarshalText()
		if err := back.UnmarshalText(text); err != nil || back != m {
			t.Error(m, back, err)
		}
	}
	for a := range Attitude(2) {
		var back Attitude
		text, _ := a.MarshalText()
		if err := back.UnmarshalText(text); err != nil || back != a {
			t.Error(a, back, err)
		}
	}
	var m EclipseMode
	if err := m.UnmarshalText([]byte("doze")); err == nil {
		t.Error("doze is accepted")
	}
	if s := EclipseMode(9).String() + Attitude(9).String() + NumLines.String(); s != "unknownunknownunknown" {
		t.Error(s)
	}
}

func near(a, b, tolerance float64) bool {
	d := a - b
	return max(d, -d) <= tolerance*max(a, -a, b, -b)
}
