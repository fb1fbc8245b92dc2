package fleet

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/dawndusk/dawndusk/si"
)

// The constant rates of SurvivalRate deliver what the month-by-month fleet
// delivers on average over drawn defects and storms. 1.5 %: twice the standard
// error of 400 histories (0.3 %), the half month of the clock (0.4 %) and the
// first-order treatment of the defect (0.3 %).
func TestVerif_SurvivalRateAgreesWithTheModel(t *testing.T) {
	harsh := base()
	harsh.Failure.Avionics *= 2
	harsh.Defect.Chance, harsh.Defect.Share, harsh.Defect.Onset = 0.5, 0.5, 20*si.Month
	harsh.Storm.Rate = 0.1 * si.PerYear
	harsh.Repair.Share = 0.3
	mild := base()
	mild.Defect.Chance, mild.Storm.Rate = 0, 0
	for name, p := range map[string]Params{"base": base(), "harsh": harsh, "mild": mild} {
		for _, life := range []float64{3, 5, 7.4} {
			d := aSatellite()
			d.LifeYears, d.FadePerYear = life, 0.01
			r := rand.New(rand.NewPCG(7, 7))
			var m Model
			var satelliteYears, launched float64
			for range 400 {
				m.Reset(&p)
				for month := range 300 {
					in := plenty(month)
					in.Design = d
					in.Design.MassKg += float64(month / 12) // a block a year
					in.WantSatellites = 20
					if month > 150 {
						in.WantSatellites = 0
					}
					in.Chance = Chance{r.Float64(), r.Float64(), r.Float64()}
					var out Output
					m.Month(&in, &out)
					satelliteYears += out.H100e[0] / d.H100e[0] / 12
					launched += out.Launched
				}
			}
			h := SurvivalRate(&p, &d)
			got, want := h.DeliveredFraction(), satelliteYears/launched/life
			if math.Abs(got/want-1) > 0.015 {
				t.Errorf("%s, %v years: constant rates deliver %.4f, the model %.4f", name, life, got, want)
			}
		}
	}
}

// A model's rates, prepared by Reset, are those of the function.
func TestVerif_SurvivalRateOfAModel(t *testing.T) {
	for seed := range uint64(20) {
		r := rand.New(rand.NewPCG(seed, 2))
		p, d := randomParams(r), randomDesign(r)
		var m Model
		m.Reset(&p)
		var h Hazards
		if m.SurvivalRate(&d, &h); h != SurvivalRate(&p, &d) {
			t.Errorf("seed %d: %+v of the model, %+v of the function", seed, h, SurvivalRate(&p, &d))
		}
	}
}

// Leitch (itkservices3.com, 2026-07-17) puts what a satellite delivers over a
// five-year life without repair at 0.72 to 0.83 of its nameplate. It is no input
// here, so base must fall into it; spares, which that figure leaves out, are put
// back. 0.01 is the rounding of its two digits.
func TestVal_DeliveredFractionOfFiveYears(t *testing.T) {
	p, d := base(), aSatellite()
	h := SurvivalRate(&p, &d)
	got := h.DeliveredFraction() / (1 - h.SpareShare)
	if got < 0.72-0.01 || got > 0.83+0.01 {
		t.Errorf("delivered %.3f of nameplate over five years, published 0.72 to 0.83; rates %+v", got, h)
	}
}

// Starlink has no coolant loop to pierce and no pump; what is left of the modes
// must give the satellites working of those launched. Launched: 120 by the end of
// 2019, 953, 1,942, 3,664, 5,650 by the ends of 2020 to 2023 (J. McDowell). Working:
// 1,578 with those raising on 2021-05-16, of 1,677 (der-orion.com); 4,982 on 2023-11-04, of 5,376 (thedailyfactum.com).
// The bus rate was set with the second in mind, so only the first is outside
// evidence. 3 % of those launched: 60 prototypes taken down on purpose by 2020 are
// 3.6 % of the first count, and are taken off both sides here; the press count is
// a month uncertain.
func TestVal_StarlinksWorking(t *testing.T) {
	p := base()
	p.Factory = Factory{Announced: 2026, Start: 1e9 * si.TonnePerYear, Cap: 1e9 * si.TonnePerYear}
	p.Cells = Cells{Start: 1e6 * si.GigawattPerYear, Cap: 1e6 * si.GigawattPerYear}
	p.Licence.Granted = 2026
	p.Failure.Pump, p.Defect.Chance = 0, 0
	p.Pipeline.Integration, p.Pipeline.Campaign = 1*si.Month, 0
	d := aSatellite()
	d.PunctureRatePerYear = 0
	// Interpolated between the ends of years; month 0 is January 2019 here.
	cumulative := func(month int) float64 {
		years := []float64{0, 120, 953, 1942, 3664, 5650}
		x := float64(month) / 12
		i := min(int(x), len(years)-2)
		return years[i] + (x-float64(i))*(years[i+1]-years[i])
	}
	const prototypes = 60
	var m Model
	m.Reset(&p)
	var launched float64
	for month := range 59 {
		in := Input{Month: month, Design: d, ChipWatts: 1e15, PerFlight: 60, FlightsUp: 100, FlightsAvailablePerYear: 1e4,
			RevenueUSDPerH100eYear: [Products]float64{1e5, 1e5, 1e5}}
		in.WantSatellites = cumulative(month+2) - cumulative(month+1)
		var out Output
		m.Month(&in, &out)
		launched += out.Launched
		check := func(of, working, allowed float64) {
			got, want := out.Alive/launched, (working)/(of-prototypes)
			t.Logf("month %d: %.0f launched, %.3f alive; published %.3f", month, launched, got, want)
			if math.Abs(got-want) > allowed {
				t.Errorf("month %d: %.3f of those launched alive, published %.3f", month, got, want)
			}
		}
		switch month {
		case 28: // 2021-05
			check(1677, 1578, 0.03)
		case 58: // 2023-11
			check(5376, 4982, 0.03)
		}
	}
}

// HPE's Spaceborne Computer on the station lost 9 of 20 flash disks and 1 of 4
// power supplies in 657 days (ISS National Laboratory; The Register, 2019-10-07).
// Nothing failed so often that a factor of 1.7 on terrestrial chip failures could
// be called proven; the test holds the base's chip rate below the disks' and at
// or above the ground's.
func TestVal_ChipRateBetweenGroundAndSpaceborneComputer(t *testing.T) {
	p := base()
	disks := -math.Log(1-9.0/20) / (657 / 365.25)
	got := p.Partial.ChipGround.In(si.PerYear) * float64(p.Partial.ChipSpace)
	// Meta's Llama 3 training on 16,384 H100 for 54 days: 148 faulty GPUs and 72
	// memory faults (arXiv 2407.21783, table 5), 0.091 a GPU-year, not all permanent.
	llama := (148 + 72.0) / 16384 / (54 / 365.25)
	if got > disks || got < 0.4*llama {
		t.Errorf("chips fail at %.3f a year; flash disks on the station %.3f, interruptions by GPU and memory on the ground %.3f", got, disks, llama)
	}
}

// A ramp never passes its cap, and never falls.
func TestVerif_RampsKeepTheirCaps(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 3))
	for range 200 {
		limit := 1000 * r.Float64()
		c := newRamp(2000*r.Float64(), 5*r.Float64(), limit)
		for range 480 {
			before := c.perMonth
			c.step(3*r.Float64() - 1)
			if c.perMonth < before || c.perMonth > limit/12*(1+1e-12) {
				t.Fatalf("from %v to %v with the cap %v", before, c.perMonth, limit/12)
			}
		}
	}
}

// Unwanted, the factory does not grow; wanted and far below its cap, it grows by
// its rate.
func TestVerif_FactoryGrowsOnlyWhileWanted(t *testing.T) {
	p := base()
	var m Model
	run := func(want float64, months int) float64 {
		m.Reset(&p)
		var out Output
		for month := range months {
			in := plenty(month)
			in.WantSatellites = want
			m.Month(&in, &out)
		}
		return out.CapacityKgPerYear
	}
	const opens = 39 // mid-2027 and 20 months: the first month whose middle lies past 2029.17
	if got := run(0, 200); !near(got, 1e6, 1e-12) {
		t.Errorf("idle: %v kg/yr, want the first day's 1e6", got)
	}
	// 1 %: the cap, three hundred times the start, slows the year a little.
	if got := run(1e9, opens+12); math.Abs(got/1.7e6-1) > 0.01 {
		t.Errorf("after a year: %v kg/yr, want 1.7e6", got)
	}
}

// What binds is named, and each bound holds.
func TestVerif_LimitsBite(t *testing.T) {
	open := func() Params {
		p := base()
		p.Factory.Announced, p.Factory.Slip, p.Licence.Granted = 2026, 0, 2026
		return p
	}
	cases := []struct {
		limit  Limit
		change func(*Params, *Input)
		most   float64 // satellites made in the last month; the stock for a launcher that gives nothing fills ever slower
	}{
		{LimitDemand, func(p *Params, in *Input) { in.WantSatellites = 3 }, 3},
		{LimitFactory, func(p *Params, in *Input) { p.Factory.Cap = 1000 * si.TonnePerYear }, 1e6 / 12 / 3300},
		{LimitCells, func(p *Params, in *Input) { p.Cells.Cap = 0.01 * si.GigawattPerYear }, 1e7 / 12 / 170e3},
		{LimitChips, func(p *Params, in *Input) { in.ChipWatts = 2 * 120e3 }, 2},
		{LimitLaunch, func(p *Params, in *Input) { in.FlightsAvailablePerYear, in.FlightsUp = 0, 0 }, 1e-3},
		{LimitLaunch, func(p *Params, in *Input) { in.PerFlight = 0 }, 0},
		{LimitLicence, func(p *Params, in *Input) { p.Licence.Granted = 2050; in.FlightsAvailablePerYear = 12 }, 36},
		{LimitSlots, func(p *Params, in *Input) { p.Licence.Slots = 500 }, 500},
		{LimitFactory, func(p *Params, in *Input) { p.Factory.Announced = 2040 }, 0},
		{LimitDesign, func(p *Params, in *Input) { in.Design.MassKg = 0 }, 0},
		{LimitDesign, func(p *Params, in *Input) { in.Design.ITWatts = math.NaN() }, 0},
	}
	for _, c := range cases {
		p := open()
		in := plenty(0)
		c.change(&p, &in)
		var m Model
		m.Reset(&p)
		var out Output
		for month := range 60 {
			in.Month = month
			room, limit := m.Room(month, &in.Design, in.PerFlight)
			m.Month(&in, &out)
			if out.Made > room*(1+1e-12) || out.Limit != limit && out.Limit != LimitDemand && out.Limit != LimitChips {
				t.Fatalf("%v: made %v in a room of %v, limit %v and %v", c.limit, out.Made, room, out.Limit, limit)
			}
			if n := out.Alive + out.Waiting + out.Derelict; n > float64(p.Licence.Slots)*(1+1e-9) {
				t.Fatalf("%v: %v satellites in %v slots", c.limit, n, p.Licence.Slots)
			}
		}
		if out.Limit != c.limit || out.Made > c.most*(1+1e-9) {
			t.Errorf("%v: made %v, at most %v, limit %v", c.limit, out.Made, c.most, out.Limit)
		}
	}
}

// Lost flights take their whole load, in proportion; the oldest fly first; the
// wait for a flight is the stock's and not a constant.
func TestVerif_LostFlightsTakeTheirLoad(t *testing.T) {
	p := base()
	p.Factory.Announced, p.Factory.Slip, p.Licence.Granted = 2026, 0, 2026
	var m Model
	m.Reset(&p)
	for month := range 40 {
		in := plenty(month)
		in.FlightsUp, in.FlightsAvailablePerYear = 0, 24
		var out Output
		m.Month(&in, &out)
		if month == 39 && out.Ready < 3*18 {
			t.Fatalf("stock of %v satellites without a flight", out.Ready)
		}
	}
	in := plenty(40)
	in.FlightsUp, in.FlightsLost = 2, 1
	var out Output
	m.Month(&in, &out)
	if !near(out.LostAtLaunch, 18, 1e-9) || !near(out.Launched, 36, 1e-9) {
		t.Errorf("three flights of 18, one lost: %v lost, %v launched", out.LostAtLaunch, out.Launched)
	}
	if out.PipelineMonths <= 8 {
		t.Errorf("a stock that waits and a pipeline of %v months", out.PipelineMonths)
	}
}

// Below its avoidable cost a satellite is retired once the patience is spent, the
// oldest first; an unknown revenue retires nobody.
func TestVerif_EconomicRetirement(t *testing.T) {
	p := base()
	p.Factory.Announced, p.Factory.Slip, p.Licence.Granted = 2026, 0, 2026
	run := func(revenue float64, months int) (retired, alive float64) {
		var m Model
		m.Reset(&p)
		for month := range 36 + months {
			in := plenty(month)
			in.WantSatellites = 10
			if month >= 36 {
				in.WantSatellites = 0
				for i := range in.RevenueUSDPerH100eYear {
					in.RevenueUSDPerH100eYear[i] = revenue
				}
			}
			var out Output
			m.Month(&in, &out)
			retired += out.Retired
			alive = out.Alive
		}
		return retired, alive
	}
	if n, _ := run(math.NaN(), 12); n != 0 {
		t.Errorf("unknown revenue: %v retired", n)
	}
	if n, _ := run(0, 5); n != 0 {
		t.Errorf("within the patience: %v retired", n)
	}
	if n, alive := run(0, 18); n < 100 || alive > 1e-9 {
		t.Errorf("no revenue: %v retired, %v alive", n, alive)
	}
	// 60 k$ of 160 H100e less 2 % spares is 382.65 $ as new: the oldest, worn, go
	// before the newest.
	n, alive := run(430, 8)
	if n <= 0 || alive <= 0 {
		t.Errorf("between old and new: %v retired, %v alive", n, alive)
	}
}

// Repairs keep satellites that would have failed, and cost.
func TestVerif_RepairOnlyIfAsked(t *testing.T) {
	p, d := base(), aSatellite()
	without := SurvivalRate(&p, &d)
	p.Repair.Share = 0.5
	with := SurvivalRate(&p, &d)
	if without.RepairsPerYear != 0 || with.RepairsPerYear <= 0 || with.HazardPerYear >= without.HazardPerYear {
		t.Errorf("without %+v, with %+v", without, with)
	}
}

// The state after Reset holds nothing of the history before it.
func TestVerif_ResetForgets(t *testing.T) {
	p := base()
	play := func(m *Model) (out Output) {
		m.Reset(&p)
		r := rand.New(rand.NewPCG(5, 5))
		for month := range 240 {
			in := plenty(month)
			in.Design.MassKg -= float64(month / 12)
			in.Chance = Chance{r.Float64(), r.Float64(), r.Float64()}
			m.Month(&in, &out)
		}
		return out
	}
	var fresh, used Model
	r := rand.New(rand.NewPCG(6, 6))
	dirty := randomParams(r)
	used.Reset(&dirty)
	for month := range 480 {
		in := randomInput(r, month, randomDesign(r))
		used.Month(&in, new(Output))
	}
	if a, b := play(&fresh), play(&used); a != b {
		t.Errorf("fresh %+v\nused %+v", a, b)
	}
}

// Many designs at once, more than there are places: the newest place takes them
// and the sums still hold (TestVerif_SatellitesAreConserved draws few).
func TestVerif_MoreDesignsThanPlaces(t *testing.T) {
	p := base()
	p.Factory.Announced, p.Factory.Slip, p.Licence.Granted = 2026, 0, 2026
	var m Model
	m.Reset(&p)
	var made, gone, launched float64
	for month := range 480 {
		in := plenty(month)
		in.Design.MassKg += float64(month)
		in.Design.LifeYears = 25
		var out Output
		m.Month(&in, &out)
		made += out.Made
		launched += out.Launched
		gone += out.Failed + out.Retired
		if !near(made, out.Waiting+launched, 1e-9) || !near(launched, out.Alive+gone, 1e-9) {
			t.Fatalf("month %d: made %v, waiting %v, launched %v, alive %v, gone %v", month, made, out.Waiting, launched, out.Alive, gone)
		}
	}
}

// Wright's airframes cost 80 % for each doubling of their number (Wright 1936).
func ExampleWrightFactor() {
	fmt.Printf("%.2f %.2f %.2f\n", WrightFactor(1, 1, 0.2, 0), WrightFactor(1, 3, 0.2, 0), WrightFactor(1, 7, 0.2, 0))
	// Output: 0.80 0.64 0.51
}

func TestVerif_WrightEdges(t *testing.T) {
	for _, c := range []struct{ start, made, rate, floor, want float64 }{
		{0, 1, 0.2, 0.3, 1}, {1, 0, 0.2, 0.3, 1}, {1, 1, 0, 0.3, 1}, {1, 1e30, 0.2, 0.3, 0.3}, {1, 1, 1, 0.3, 0.3},
	} {
		if got := WrightFactor(c.start, c.made, c.rate, c.floor); got != c.want {
			t.Errorf("WrightFactor(%v): %v", c, got)
		}
	}
}

// Our own numbers: the satellite factory in the base when all it could make is wanted and
// everything else is plentiful, in tonnes a year and satellites alive at the end of the year.
func TestRegress_BaseRamp(t *testing.T) {
	p := base()
	var m Model
	m.Reset(&p)
	var kg float64
	got := ""
	for month := range 240 {
		in := plenty(month)
		var out Output
		m.Month(&in, &out)
		kg += out.MassMadeKg
		if year := firstYear + month/12; month%12 == 11 {
			if year >= 2029 && year%2 == 1 || year == 2030 {
				got += fmt.Sprintf("%d: %.3g t, %.4g alive, %.3g GW, bus ×%.2f, %v\n", year, kg/1e3, out.Alive, out.ITWatts/1e9, out.BusCostFactor, out.Limit)
			}
			kg = 0
		}
	}
	const want = `2029: 1.02e+03 t, 135.7 alive, 0.00594 GW, bus ×0.92, satellite factory
2030: 2e+03 t, 598.2 alive, 0.0523 GW, bus ×0.88, satellite factory
2031: 3.39e+03 t, 1368 alive, 0.126 GW, bus ×0.84, satellite factory
2033: 9.59e+03 t, 4810 alive, 0.447 GW, bus ×0.76, satellite factory
2035: 2.62e+04 t, 1.392e+04 alive, 1.29 GW, bus ×0.67, satellite factory
2037: 6.51e+04 t, 3.695e+04 alive, 3.45 GW, bus ×0.57, satellite factory
2039: 1.34e+05 t, 8.733e+04 alive, 8.23 GW, bus ×0.49, satellite factory
2041: 2.11e+05 t, 1.706e+05 alive, 16.2 GW, bus ×0.43, satellite factory
2043: 1.93e+05 t, 2.676e+05 alive, 25.6 GW, bus ×0.39, orbital slots
2045: 1.32e+05 t, 2.5e+05 alive, 23.5 GW, bus ×0.37, orbital slots
`
	if got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

// Nothing at all, and inputs no number can be made of: no NaN, no infinity, no
// satellites from nothing.
func TestVerif_EmptyAndBrokenInputs(t *testing.T) {
	nan, inf := math.NaN(), math.Inf(1)
	inputs := map[string]Input{
		"zero":      {},
		"nothing":   {WantSatellites: 10, Design: aSatellite()},
		"nan":       {WantSatellites: nan, ChipWatts: nan, PerFlight: nan, FlightsUp: 3, FlightsAvailablePerYear: nan, Design: aSatellite(), RevenueUSDPerH100eYear: [Products]float64{nan, nan, nan}},
		"inf":       {WantSatellites: inf, ChipWatts: inf, PerFlight: inf, FlightsUp: 3, FlightsAvailablePerYear: inf, Design: aSatellite()},
		"no design": {WantSatellites: 10, ChipWatts: 1e9, PerFlight: 10, FlightsUp: 3, FlightsAvailablePerYear: 12},
	}
	for name, in := range inputs {
		for _, p := range []Params{{}, base()} {
			var m Model
			m.Reset(&p)
			for month := range 60 {
				in.Month = month
				var out Output
				m.Month(&in, &out)
				for _, x := range []float64{out.Made, out.Waiting, out.Alive, out.ITWatts, out.H100e[0], out.FlightsWanted, out.ChipWattsUsed, out.MassMadeKg, out.BusCostFactor, out.PipelineMonths, out.CapacityKgPerYear} {
					if math.IsNaN(x) || math.IsInf(x, 0) || x < 0 {
						t.Fatalf("%s, month %d: %+v", name, month, out)
					}
				}
				if name != "inf" && out.Made != 0 {
					t.Fatalf("%s, month %d: made %v", name, month, out.Made)
				}
			}
		}
	}
	var none Params
	if h := SurvivalRate(&none, &Design{}); h.DeliveredFraction() != 1 || h.HazardPerYear != 0 {
		t.Errorf("no hazards: %+v", h)
	}
}

// The first month of a year is the first whose middle is not before it, at the
// middle itself and next to it, and stays a number for any year.
func TestVerif_FirstMonth(t *testing.T) {
	for month := -30; month < 600; month++ {
		y := yearOf(month)
		for _, c := range []struct {
			year float64
			want int
		}{{math.Nextafter(y, 0), month}, {y, month}, {math.Nextafter(y, 3000), month + 1}} {
			if got := firstMonth(c.year); got != c.want {
				t.Errorf("year %v: month %d, want %d", c.year, got, c.want)
			}
		}
	}
	if firstMonth(math.Inf(1)) < 1e6 || firstMonth(math.Inf(-1)) > 0 {
		t.Error("an endless year has no month")
	}
}

// The mean mass of what a month launched lies among those of the designs that flew, and
// is that of the only one.
func TestVerif_LaunchedMass(t *testing.T) {
	p := base()
	var m Model
	m.Reset(&p)
	var out Output
	light, heavy, months := aSatellite(), aSatellite(), 0
	heavy.MassKg *= 1.5
	if m.LaunchedKg() != 0 {
		t.Error("mass launched before anything was")
	}
	mixed := false
	for month := range 160 {
		in := plenty(month)
		if in.Design = light; month >= 120 {
			in.Design = heavy
		}
		m.Month(&in, &out)
		kg := m.LaunchedKg()
		switch {
		case out.Launched == 0:
			if kg != 0 {
				t.Fatalf("month %d: %v kg of nothing", month, kg)
			}
		case kg < light.MassKg*(1-1e-9) || kg > heavy.MassKg*(1+1e-9) || month < 120 && math.Abs(kg-light.MassKg) > 1e-9*kg:
			t.Fatalf("month %d: %v kg", month, kg)
		default:
			months++
			mixed = mixed || kg > light.MassKg*1.01
		}
	}
	if months < 50 || !mixed {
		t.Errorf("%d months of launches, the second design among them: %t", months, mixed)
	}
}
