package launch

import (
	"math"
	"testing"

	"github.com/dawndusk/dawndusk/orbit"
	"github.com/dawndusk/dawndusk/si"
)

var none = Pins{math.NaN(), math.NaN(), math.NaN()}

// deploy are 325 km orbits that satellites raise themselves from.
var deploy = [NumTargets]orbit.Circular{
	{Altitude: 325 * si.Kilometre, Inclination: 96.8 * si.Degree},
	{Altitude: 325 * si.Kilometre, Inclination: 30 * si.Degree},
}

var even = Chance{0.5, 0.5, 0.5, 0.5}

// play runs a draw of 240 months with middling chance and returns every month.
func play(p *Params, pins Pins, o Order) []Lift {
	var m Model
	m.Reset(p, deploy, pins)
	out := make([]Lift, 240)
	for i := range out {
		m.Month(i, o, even, &out[i])
	}
	return out
}

// January to September 2026 are the record whatever is ordered: flights 12, 13
// and 14 in May, July and September.
func TestVal_HistoryIsReplayed(t *testing.T) {
	p := base()
	starship := 0
	for i, l := range play(&p, none, Order{Target: Inclined, Flights: 1000})[:recordedMonths] {
		want := 0
		if i == 4 || i == 6 || i == 8 {
			want = 1
		}
		if l.Flights != want || l.Failures != 0 || l.DataCentreFlights != 0 {
			t.Errorf("month %d: %+v", i, l)
		}
		starship += l.Flights
	}
	if starship != 3 {
		t.Errorf("%d Starship flights, want 3", starship)
	}
}

// The record ends without a jump in price: the last month of it and the first
// drawn one cost the same within 10 %.
func TestVerif_RecordJoinsTheDraw(t *testing.T) {
	p := base()
	lifts := play(&p, none, Order{Target: Inclined, Flights: 20})
	last, first := &lifts[recordedMonths-1], &lifts[recordedMonths]
	for b, v := range last.CostPerFlightUSD {
		near(t, Basis(b).String(), first.CostPerFlightUSD[b]/v, 1, 0.1)
	}
	t.Logf("full %.0f and %.0f M$", last.CostPerFlightUSD[Full]/1e6, first.CostPerFlightUSD[Full]/1e6)
	// Starbase's licence has the record's flights against it.
	var m Model
	m.Reset(&p, deploy, none)
	for i := range recordedMonths {
		m.Month(i, Order{}, even, new(Lift))
	}
	if got := m.sites[starbase].used; got != 3 {
		t.Errorf("%d flights of 2026 against the licence, want 3", got)
	}
}

// The lines of a flight's cost add up to the three bases, which rise.
func TestVerif_CostLinesAddUp(t *testing.T) {
	p := base()
	for i, l := range play(&p, none, Order{Target: Inclined, Flights: 50}) {
		sum := 0.0
		for line, v := range l.CostLinesUSD {
			sum += v
			switch CostLine(line) {
			case OperationsLine:
				near(t, "marginal", l.CostPerFlightUSD[Marginal]/sum, 1, 1e-12)
			case DevelopmentLine:
				near(t, "full", l.CostPerFlightUSD[Full]/sum, 1, 1e-12)
			case MarginLine:
				near(t, "market", l.CostPerFlightUSD[Market]/sum, 1, 1e-12)
			}
			if v < 0 {
				t.Fatalf("month %d: %v is negative", i, CostLine(line))
			}
		}
	}
}

// Pins stand in for derived numbers, and caps still hold: an hourly plan flies
// no more than its licences.
func TestVerif_Pins(t *testing.T) {
	p := base()
	year, last := 0, 0
	for i, l := range play(&p, Pins{200e3, 100, 8760}, Order{Target: DawnDusk, Flights: 700}) {
		if l.PayloadKg != [NumTargets]float64{200e3, 200e3} || l.USDPerKg[DawnDusk][Marginal] != 100 || l.CostPerFlightUSD[Full] != 20e6 {
			t.Fatalf("month %d: %+v", i, l)
		}
		if i%12 == 0 {
			year = 0
		}
		year += l.Flights
		last = year
		if i >= recordedMonths && l.Limit == LimitDemand {
			t.Fatalf("month %d: 700 flights a month flown", i)
		}
	}
	if ceiling := 6 * (25 + 44 + 76 + 25); last == 0 || last > ceiling {
		t.Errorf("%d flights in the last year, want some and at most %d", last, ceiling)
	}
}

// A stated plan is built for though nothing is ordered: more towers and ships
// stand than without it, but no more than the most there can be, and no factory
// grows faster than its rate.
func TestVerif_PlanIsBuiltFor(t *testing.T) {
	p := base()
	waiting := play(&p, none, Order{})
	plan := play(&p, Pins{math.NaN(), math.NaN(), 2000}, Order{})
	last := len(plan) - 1
	if plan[last].Towers <= waiting[last].Towers || plan[last].Ships <= waiting[last].Ships {
		t.Errorf("%d towers and %d ships for a plan, %d and %d without", plan[last].Towers, plan[last].Ships, waiting[last].Towers, waiting[last].Ships)
	}
	rate := p.Ships.Production.In(si.PerYear)
	for i := range plan {
		if float64(plan[i].Towers) > p.Towers.Most.SI() {
			t.Fatalf("month %d: %d towers", i, plan[i].Towers)
		}
		if i%12 == 0 && i > 0 {
			rate *= 1 + p.Ships.ProductionGrowth.In(si.PerYear)
		}
		if float64(plan[i].ShipsBuilt) > rate/12+1 {
			t.Fatalf("month %d: %d ships built at %v a year", i, plan[i].ShipsBuilt, rate)
		}
	}
}

// Nothing is learned from what is not flown: without towers there are no
// flights, and reliability, turnaround and build cost stay where they were.
func TestVerif_NothingLearnedOnTheGround(t *testing.T) {
	p := base()
	p.Sites.StarbaseLicence, p.Sites.KennedyLicence, p.Sites.CanaveralLicence, p.Sites.PolarLicence = 0, 0, 0, 0
	p.StarshipV4.FirstFlight = 2060
	lifts := play(&p, none, Order{Target: Inclined, Flights: 100})
	first, last := lifts[recordedMonths], lifts[239]
	if last.Flights != 0 || last.FailureProbability != first.FailureProbability || last.PayloadKg != first.PayloadKg {
		t.Errorf("first %+v\nlast %+v", first, last)
	}
	if last.Limit != LimitLicences {
		t.Errorf("limit %v, want licences", last.Limit)
	}
}

// Each scarce thing, taken away, is named as the limit.
func TestVerif_LimitsAreNamed(t *testing.T) {
	for _, c := range []struct {
		limit Limit
		take  func(p *Params)
		to    Target
	}{
		{LimitShips, func(p *Params) { p.Ships.Production = 0 }, Inclined},
		{LimitBoosters, func(p *Params) { p.Boosters.Production = 0 }, Inclined},
		{LimitTowers, func(p *Params) { p.Towers.Turnaround, p.Towers.TurnaroundExponent = 900*si.Day, 0 }, Inclined},
		{LimitLOX, func(p *Params) { p.Propellant.WorldLOX = 0 }, Inclined},
		{LimitMethane, func(p *Params) { p.Propellant.WorldMethane = 0 }, Inclined},
		{LimitAzimuth, func(p *Params) { p.Sites.PolarOpens, p.Sites.CapePolarYear = 2090, 2090 }, DawnDusk},
		{LimitStandDown, func(p *Params) {
			p.Reliability.NextFailure, p.Reliability.GrowthShape, p.Reliability.FailureFloor = 1, 1, 1
		}, Inclined},
	} {
		p := base()
		c.take(&p)
		count := map[Limit]int{}
		for _, l := range play(&p, none, Order{Target: c.to, Flights: 1000})[120:] {
			count[l.Limit]++
		}
		if count[c.limit] < 60 {
			t.Errorf("%v named in %d of 120 months: %v", c.limit, count[c.limit], count)
		}
	}
}

// A worse input lets fewer fly or makes a flight dearer, over twenty years of a
// draw that its towers limit.
func TestVerif_WorseInputs(t *testing.T) {
	sum := func(p *Params) (flights, marginal float64) {
		for _, l := range play(p, none, Order{Target: Inclined, Flights: 1000})[recordedMonths:] {
			flights += float64(l.Flights)
			marginal = l.CostPerFlightUSD[Marginal]
		}
		return flights, marginal
	}
	ready := func() Params { // stages and licences for more than the towers can fly
		p := base()
		p.Ships.Production, p.Boosters.Production = 500*si.PerYear, 500*si.PerYear
		p.Ships.ProductionCeiling, p.Boosters.ProductionCeiling = 2000*si.PerYear, 2000*si.PerYear
		p.Boosters.FirstReuse = 2026.8
		p.Sites.StarbaseLicence, p.Sites.KennedyLicence, p.Sites.CanaveralLicence = 1e4*si.PerYear, 1e4*si.PerYear, 1e4*si.PerYear
		p.Sites.EasternRange = 1e5 * si.PerYear
		return p
	}
	for _, c := range []struct {
		name   string
		worsen func(p *Params)
		dearer bool // or else fewer
	}{
		{"closure", func(p *Params) { p.Towers.Closure *= 2 }, false},
		{"tower turnaround exponent", func(p *Params) { p.Towers.TurnaroundExponent *= 0.5 }, false},
		{"tower repair", func(p *Params) { p.Reliability.TowerRepair *= 6 }, false},
		{"loading loss", func(p *Params) { p.Propellant.LoadingLoss *= 2 }, true},
	} {
		p, q := ready(), ready()
		if c.name == "tower repair" {
			p.Reliability.TowerDamage, q.Reliability.TowerDamage = 1, 1
		}
		c.worsen(&q)
		flights, cost := sum(&p)
		fewer, more := sum(&q)
		t.Logf("%s: %v and %v flights, %.3f and %.3f M$", c.name, flights, fewer, cost/1e6, more/1e6)
		if c.dearer && more < 1.005*cost || !c.dearer && fewer > 0.97*flights {
			t.Errorf("%s: %v and %v flights, %.3f and %.3f M$", c.name, flights, fewer, cost/1e6, more/1e6)
		}
	}
}

// A Mars fleet that grows from window to window flies more: with no other
// mission and no failure, each campaign is the one before by the factor.
func TestVerif_MarsGrows(t *testing.T) {
	campaigns := func(growth si.Ratio) (first, second float64) {
		p := base()
		p.Manifest.StarlinkMass, p.Manifest.Government, p.Manifest.MoonMissions = 0, 0, 0
		p.Manifest.MarsFirst, p.Manifest.MarsShips, p.Manifest.MarsTankers, p.Manifest.MarsGrowth = 2037, 2, 5, growth
		p.Reliability.NextFailure, p.Reliability.FailureFloor = 0, 0
		for i, l := range play(&p, none, Order{}) {
			switch year := 2026 + (float64(i)+0.5)/12; {
			case i < recordedMonths:
			case year < 2037.5:
				first += float64(l.Flights)
			case year < 2037.5+synodicPeriod:
				second += float64(l.Flights)
			}
		}
		return first, second
	}
	for _, growth := range []si.Ratio{1, 1.5, 3} {
		first, second := campaigns(growth)
		near(t, "first campaign", first, 2*6, 1) // whole flights
		near(t, "second campaign", second, 2*6*growth.SI(), 2)
	}
}

// Month and Reset allocate nothing.
func TestVerif_NoAllocation(t *testing.T) {
	p := base()
	var m Model
	var l Lift
	if n := testing.AllocsPerRun(10, func() {
		m.Reset(&p, deploy, none)
		for i := range 240 {
			m.Month(i, Order{Target: DawnDusk, Flights: 20}, even, &l)
		}
	}); n != 0 {
		t.Errorf("%v allocations a draw", n)
	}
}

func TestVerif_Names(t *testing.T) {
	var b Basis
	for v := Marginal; v < NumBases; v++ {
		text, _ := v.MarshalText()
		if err := b.UnmarshalText(text); err != nil || b != v {
			t.Errorf("%s: %v, %v", text, b, err)
		}
	}
	if err := b.UnmarshalText([]byte("cheap")); err == nil {
		t.Error("cheap is read as a basis")
	}
	for l := range NumLimits {
		if len(l.String()) == 0 || l.String()[0] == 'u' {
			t.Errorf("limit %d has no name", l)
		}
	}
	for l := range NumCostLines {
		if l.String()[0] == 'u' {
			t.Errorf("line %d has no name", l)
		}
	}
}

func BenchmarkMonth(b *testing.B) {
	p := base()
	var m Model
	var l Lift
	b.ReportAllocs()
	i := 240
	for b.Loop() {
		if i == 240 {
			m.Reset(&p, deploy, none)
			i = 0
		}
		u := float64(i*37%241+1) / 242
		m.Month(i, Order{Target: Inclined, Flights: 20}, Chance{u, 1 - u, u, u}, &l)
		i++
	}
}

func BenchmarkReset(b *testing.B) {
	p := base()
	var m Model
	b.ReportAllocs()
	for b.Loop() {
		m.Reset(&p, deploy, none)
	}
}

// The Moon takes what everybody else leaves: it takes no flight from data centres
// or from the manifest, flies no more than is wanted, and its stages are built.
func TestVerif_TheMoonComesLast(t *testing.T) {
	p := base()
	order := Order{Target: Inclined, Flights: 5}
	without := play(&p, none, order)
	order.MoonFlights = 30
	with := play(&p, none, order)
	moon := 0
	for i := range with {
		w, o := &with[i], &without[i]
		if w.MoonFlights < 0 || w.MoonFlights > 30 || w.MoonFailures > w.MoonFlights || w.DataCentreFlights+w.MoonFlights > w.Flights {
			t.Fatalf("month %d: %d flights, %d for data centres, %d for the Moon", i, w.Flights, w.DataCentreFlights, w.MoonFlights)
		}
		if o.MoonFlights != 0 {
			t.Fatalf("month %d: %d flights to the Moon that nobody ordered", i, o.MoonFlights)
		}
		if i < recordedMonths && w.MoonFlights > 0 {
			t.Fatalf("month %d is on record and flies to the Moon", i)
		}
		if w.MoonFlights > 0 && w.DataCentreFlights < 5 && w.Limit != LimitAzimuth {
			t.Fatalf("month %d: %d flights to the Moon while data centres have %d of 5", i, w.MoonFlights, w.DataCentreFlights)
		}
		moon += w.MoonFlights
	}
	if last := &with[len(with)-1]; moon == 0 || last.Ships < without[len(without)-1].Ships {
		t.Errorf("%d flights to the Moon in all, %d ships at the end and %d without", moon, last.Ships, without[len(without)-1].Ships)
	}
}
