package fleet

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/dawndusk/dawndusk/si"
)

func near(a, b, relative float64) bool {
	return math.Abs(a-b) <= relative*math.Max(1, math.Max(math.Abs(a), math.Abs(b)))
}

// randomParams spreads every leaf over far more than its ledger range, zero and
// full shares included.
func randomParams(r *rand.Rand) Params {
	u := func(lo, hi float64) float64 { return lo + (hi-lo)*r.Float64() }
	edge := func(hi float64) float64 {
		switch r.IntN(6) {
		case 0:
			return 0
		case 1:
			return hi
		}
		return hi * r.Float64()
	}
	const month = si.Month
	return Params{
		Factory:  Factory{Announced: si.Count(u(2026, 2030)), Slip: si.Duration(edge(60)) * month, Start: si.MassRate(edge(20e3)) * si.TonnePerYear, Growth: si.Rate(edge(3)) * si.PerYear, Cap: si.MassRate(edge(1e6)) * si.TonnePerYear},
		Cells:    Cells{Start: si.PowerRate(edge(5)) * si.GigawattPerYear, Growth: si.Rate(edge(3)) * si.PerYear, Cap: si.PowerRate(edge(500)) * si.GigawattPerYear},
		Learning: Learning{Rate: si.Ratio(edge(0.4)), Start: si.Mass(edge(1e4)) * si.Tonne, Floor: si.Ratio(edge(1))},
		Licence:  Licence{Granted: si.Count(u(2026, 2032)), Slots: si.Count(edge(1e6))},
		Pipeline: Pipeline{Integration: si.Duration(edge(12)) * month, Campaign: si.Duration(edge(4)) * month, Raise: si.Duration(edge(12)) * month, Checkout: si.Duration(edge(6)) * month, Buffer: si.Duration(edge(12)) * month},
		Failure:  Failure{Infant: si.Ratio(edge(1)), Avionics: si.Rate(edge(0.5)) * si.PerYear, Pump: si.Rate(edge(0.5)) * si.PerYear},
		Partial: Partial{ChipGround: si.Rate(edge(0.3)) * si.PerYear, ChipSpace: si.Ratio(edge(10)), ChipLoss: si.Ratio(edge(2)), StringRate: si.Rate(edge(1)) * si.PerYear, StringShare: si.Ratio(edge(1)),
			TerminalRate: si.Rate(edge(1)) * si.PerYear, TerminalShare: si.Ratio(edge(1))},
		Defect:  Defect{Chance: si.Ratio(edge(1)), Share: si.Ratio(edge(1)), Onset: si.Duration(edge(48)) * month},
		Storm:   Storm{Rate: si.Rate(edge(2)) * si.PerYear, Share: si.Ratio(edge(1))},
		Repair:  Repair{Share: si.Ratio(edge(1)), Cost: si.Ratio(edge(1))},
		Service: Service{Spares: si.Ratio(edge(1)), Patience: si.Duration(edge(12)) * month, DisposalFailed: si.Ratio(edge(1)), Uncontrolled: si.Ratio(edge(1))},
	}
}

func randomInput(r *rand.Rand, month int, d Design) Input {
	in := Input{Month: month, WantSatellites: 5000 * r.Float64(), ChipWatts: 1e9 * r.Float64(), Design: d, PerFlight: 40 * r.Float64(),
		FlightsUp: r.IntN(30), FlightsLost: r.IntN(3) / 2, FlightsAvailablePerYear: 400 * r.Float64(), Chance: Chance{r.Float64(), r.Float64(), r.Float64()}}
	for p := range in.RevenueUSDPerH100eYear {
		in.RevenueUSDPerH100eYear[p] = 2e3 * r.Float64()
	}
	switch r.IntN(12) {
	case 0:
		in.WantSatellites = 0
	case 1:
		in.PerFlight = 0
	case 2:
		in.ChipWatts = 0
	case 3:
		in.FlightsUp = 0
	}
	return in
}

func randomDesign(r *rand.Rand) Design {
	d := aSatellite()
	d.ITWatts *= 0.1 + 2*r.Float64()
	d.MassKg *= 0.1 + 2*r.Float64()
	d.ArrayW *= 2 * r.Float64()
	d.PunctureRatePerYear = 0.2 * r.Float64()
	d.FadePerYear = 0.1 * r.Float64()
	d.LifeYears = 8 * r.Float64()
	d.AvoidableUSDPerYear = 2e5 * r.Float64()
	return d
}

// Satellites are neither made nor lost by the bookkeeping: all made are waiting,
// lost with a flight or launched; all launched are alive, failed or retired; all
// retired are down or derelict. 1e-9 of the total is the rounding of some 1e5
// additions. No stock is negative and nothing is NaN or infinite.
func TestVerif_SatellitesAreConserved(t *testing.T) {
	for seed := range uint64(100) {
		r := rand.New(rand.NewPCG(seed, 1))
		p := randomParams(r)
		if seed == 0 {
			p = base()
		}
		var m Model
		m.Reset(&p)
		d := randomDesign(r)
		var made, launched, lost, failed, retired, disposed, notDisposed, byMode float64
		for month := range 480 {
			if r.IntN(8) == 0 {
				d = randomDesign(r)
			}
			in := randomInput(r, month, d)
			if month%40 == 39 {
				in.DebrisLoss = float64(seed%7) / 5 // none, some, and more than all
			}
			var out Output
			m.Month(&in, &out)
			made += out.Made
			launched += out.Launched
			lost += out.LostAtLaunch
			failed += out.Failed
			retired += out.Retired
			disposed += out.Disposed
			notDisposed += out.DisposalFailures
			byMode = 0
			for _, n := range m.FailedByMode() {
				byMode += n
			}
			if !near(made, out.Waiting+lost+launched, 1e-9) {
				t.Fatalf("seed %d month %d: made %v, waiting+lost+launched %v", seed, month, made, out.Waiting+lost+launched)
			}
			if !near(launched, out.Alive+failed+retired, 1e-9) {
				t.Fatalf("seed %d month %d: launched %v, alive+failed+retired %v", seed, month, launched, out.Alive+failed+retired)
			}
			if !near(retired, disposed+notDisposed, 1e-9) || !near(failed, byMode, 1e-9) {
				t.Fatalf("seed %d month %d: retired %v, disposed %v + %v; failed %v, by mode %v", seed, month, retired, disposed, notDisposed, failed, byMode)
			}
			if out.Operating > out.Alive*(1+1e-9)+1e-9 || out.Ready > out.Waiting*(1+1e-9)+1e-6 {
				t.Fatalf("seed %d month %d: operating %v of %v alive, ready %v of %v waiting", seed, month, out.Operating, out.Alive, out.Ready, out.Waiting)
			}
			if out.ChipWattsUsed > in.ChipWatts*(1+1e-9) || out.Made > in.WantSatellites*(1+1e-9) {
				t.Fatalf("seed %d month %d: more made than granted", seed, month)
			}
			for _, x := range []float64{out.Made, out.Launched, out.LostAtLaunch, out.Failed, out.Repaired, out.Retired, out.Disposed, out.DisposalFailures, out.Waiting + 1e-6, out.Ready, out.Alive, out.Operating,
				out.Derelict, out.ITWatts, out.H100e[0], out.H100e[1], out.H100e[2], out.FlightsWanted, out.ChipWattsUsed, out.MassMadeKg, out.MadeUSD, out.AvoidableUSD, out.RepairUSD,
				out.CapacityKgPerYear, out.CapacityWPerYear, out.BusCostFactor, out.PipelineMonths} {
				if !(x >= 0) || math.IsInf(x, 0) {
					t.Fatalf("seed %d month %d: %+v", seed, month, out)
				}
			}
		}
	}
}

// slowCohort is a cohort kept apart from all others.
type slowCohort struct {
	month                    int
	raising, serving, perSat float64
}

// Flights every month, no scarcity: the running sums equal a sum over
// cohorts each multiplied by its own survival every month, to rounding (1e-9).
func TestVerif_CohortsMatchASlowSum(t *testing.T) {
	p := base()
	p.Service.Spares = 0
	p.Pipeline.Raise = 2.3 * si.Month
	p.Defect.Chance = 1
	d := aSatellite()
	d.LifeYears = 4.63
	var m Model
	m.Reset(&p)
	λ := d.PunctureRatePerYear + (p.Failure.Avionics + p.Failure.Pump).In(si.PerYear)
	s, keep := math.Exp(-λ/12), math.Exp(-PartialPerYear(&p)/12)
	arrival := newDelay(3.3, 64)
	life := newDelay(3.3+12*4.63, 400)
	defectAt := map[int]int{} // by block, the year in which its satellites were begun
	const made = 5            // months before the launch
	var cohorts []slowCohort
	for month := range 240 {
		in := plenty(month)
		in.Design = d
		in.Chance.Defect = 0.5
		if month == 100 || month == 150 {
			in.Chance.Storm = 1e-9
		}
		var out Output
		m.Month(&in, &out)
		cohorts = append(cohorts, slowCohort{month: month, raising: out.Launched})
		storm := 1.0
		if in.Chance.Storm > 0 {
			storm = 1 - float64(p.Storm.Share)
		}
		var alive, serving, capacity float64
		for i := range cohorts {
			c := &cohorts[i]
			defect := 1.0
			block := (c.month - made) / 12
			if at, ok := defectAt[block]; ok && month == at {
				defect = 1 - float64(p.Defect.Share)
			}
			c.raising *= s * storm * defect
			c.serving *= s * storm * defect
			c.perSat *= s * storm * defect * keep
			age := month - c.month
			enter := func(share float64) {
				good := share * c.raising * (1 - float64(p.Failure.Infant))
				c.serving += good
				c.perSat += good
				c.raising -= share * c.raising
				if _, ok := defectAt[block]; !ok && good > 0 {
					defectAt[block] = month + 12
				}
			}
			if age == arrival.k {
				enter(1 - arrival.f)
			}
			if age == arrival.k+1 {
				enter(1)
			}
			if age == life.k {
				c.serving *= life.f
				c.perSat *= life.f
			}
			if age == life.k+1 {
				c.serving, c.perSat = 0, 0
			}
			alive += c.raising + c.serving
			serving += c.serving
			capacity += c.perSat
		}
		if !near(out.Alive, alive, 1e-9) || !near(out.Operating, serving, 1e-9) || !near(out.ITWatts/d.ITWatts, capacity, 1e-9) {
			t.Fatalf("month %d: model %v %v %v, slow sum %v %v %v", month, out.Alive, out.Operating, out.ITWatts/d.ITWatts, alive, serving, capacity)
		}
	}
	if len(defectAt) == 0 || m.failedBy[SerialDefect] == 0 || m.failedBy[SolarStorm] == 0 {
		t.Fatal("the events did not happen")
	}
}

func BenchmarkMonth(b *testing.B) {
	p := base()
	p.Factory.Announced, p.Factory.Slip, p.Licence.Granted = 2026, 0, 2026
	var m Model
	var out Output
	r := rand.New(rand.NewPCG(1, 1))
	var in [240]Input
	for month := range in {
		in[month] = plenty(month)
		in[month].Design.MassKg -= 50 * float64(month/12) // a new design every year: seven or eight alive
		in[month].Chance = Chance{r.Float64(), r.Float64(), r.Float64()}
	}
	month := len(in)
	b.ReportAllocs()
	for b.Loop() {
		if month == len(in) {
			month = 0
			m.Reset(&p)
		}
		m.Month(&in[month], &out)
		month++
	}
}

func BenchmarkReset(b *testing.B) {
	p := base()
	var m Model
	b.ReportAllocs()
	for b.Loop() {
		m.Reset(&p)
	}
}

func BenchmarkSurvivalRate(b *testing.B) {
	p, d := base(), aSatellite()
	b.ReportAllocs()
	for b.Loop() {
		SurvivalRate(&p, &d)
	}
}

// Debris takes its share of the satellites in orbit, counts it under its own mode and
// leaves all of it up there; a storm below zero strikes whatever its rate, and then
// debris takes its share of the rest. Nothing else is lost here, so both are exact.
func TestVerif_DebrisAndCertainStorms(t *testing.T) {
	const when = 30
	p := base()
	p.Factory.Announced, p.Factory.Slip, p.Licence.Granted = 2026, 0, 2026
	p.Storm, p.Defect = Storm{Rate: 0, Share: 0.2}, Defect{}
	p.Failure, p.Service.Uncontrolled = Failure{}, 0.1
	run := func(debris, storm float64) (by [NumModes]float64, out Output, before float64) {
		var m Model
		m.Reset(&p)
		for month := range when + 1 {
			in := plenty(month)
			in.Design.PunctureRatePerYear = 0
			before = out.Alive
			if month == when {
				in.DebrisLoss, in.Chance.Storm = debris, storm
				in.FlightsUp = 0
			}
			m.Month(&in, &out)
		}
		return m.FailedByMode(), out, before
	}
	for _, c := range []struct{ debris, storm, byStorm, byDebris, derelict float64 }{
		{0, 0, 0, 0, 0},
		{0, 0.5, 0, 0, 0},
		{0.1, 0, 0, 0.1, 0.1},
		{0, -1, 0.2, 0, 0.02},
		{0.5, -1, 0.2, 0.4, 0.42},
		{math.NaN(), 0, 0, 0, 0},
		{-1, 0, 0, 0, 0},
		{7, 0, 0, maxShare, maxShare},
	} {
		by, out, before := run(c.debris, c.storm)
		if !(before > 0) || !near(by[SolarStorm], c.byStorm*before, 1e-12) || !near(by[DebrisCascade], c.byDebris*before, 1e-12) {
			t.Errorf("%+v: a storm took %v and debris %v of %v satellites", c, by[SolarStorm], by[DebrisCascade], before)
		}
		if !near(out.Alive, (1-c.byStorm-c.byDebris)*before, 1e-12) || !near(out.Derelict, c.derelict*before, 1e-12) {
			t.Errorf("%+v: of %v satellites %v live and %v are derelict", c, before, out.Alive, out.Derelict)
		}
	}
}
