package lunar

import (
	"math"
	"math/rand/v2"
	"testing"
	"unsafe"

	"github.com/dawndusk/dawndusk/ledger/ledgertest"
)

// What a caller needs who plays the Moon month by month within an enterprise.

// Mass is kept by what a month says of itself alone, as the Output has it: in all
// months together what is held is what came in less what went out.
func TestVerif_TheOutputAccountsForItsMass(t *testing.T) {
	var scenario struct{ Lunar Params }
	random := rand.New(rand.NewPCG(7, 8))
	ledgertest.Shake(&scenario, 50, func() {
		var m Model
		m.Reset(&scenario.Lunar)
		var in Input
		held, moved := 0.0, 0.0
		for month := range 240 {
			if month%24 == 0 {
				in = randomInput(random, month)
			}
			var out Output
			m.Month(&in, &out)
			held += out.GainKg()
			moved += out.LandedKg + out.SoilKg
			if got := out.HeldKg(); math.Abs(got-held) > 1e-9*moved {
				t.Fatalf("month %d: %v kg held, %v came in and stayed", month, got, held)
			}
			if out.DeliveredKg > out.ThrownKg {
				t.Fatalf("month %d: %v kg delivered of %v thrown", month, out.DeliveredKg, out.ThrownKg)
			}
		}
	})
}

// Before the first landing nothing is there, nothing is owed and nothing has a price;
// what comes after does not depend on how long that was.
func TestVerif_NothingBeforeTheFirstLanding(t *testing.T) {
	p := base()
	var early, late Model
	early.Reset(p)
	late.Reset(p)
	in := Input{WantKg: 1e12, Mix: Mix{Aluminium: 1}, Destination: GEO, StarshipUSDPerKg: 300}
	for range 50 {
		var out Output
		late.Month(&in, &out)
		if out.Limit != LimitLanding || out.HeldKg() != 0 || out.OwedUSD != 0 || out.SpentUSD() != 0 || out.Flights != 0 || out.DeliveredKg != 0 || out.CapacityKgPerYear != 0 {
			t.Fatalf("%+v", out)
		}
		for d, x := range out.USDPerKg {
			if !math.IsInf(x, 1) || out.FromEarthUSDPerKg[d] != StarshipUSDPerKg(p, Destination(d), 300) {
				t.Fatalf("to %v at %v and %v $/kg", Destination(d), x, out.FromEarthUSDPerKg[d])
			}
		}
	}
	in.Landers = 1
	for month := range 120 {
		var a, b Output
		early.Month(&in, &a)
		late.Month(&in, &b)
		if a != b {
			t.Fatalf("month %d: %+v after a wait, else %+v", month, b, a)
		}
		if first := month == 0; first != (a.DevelopmentUSD > 0) || first && a.DevelopmentUSD != p.Cost.Development.SI() {
			t.Fatalf("month %d: %v $ of development", month, a.DevelopmentUSD)
		}
	}
}

// Flights and dollars of landing agree: a lander and its tankers at their mass each,
// and the hull. Tolerance: rounding.
func TestVerif_LandersAndFlights(t *testing.T) {
	p := base()
	var m Model
	var out Output
	m.Reset(p)
	const price = 250.
	m.Month(&Input{Landers: 3, StarshipUSDPerKg: price}, &out)
	if want := 3 * (1 + p.Landing.Tankers()); !near(out.Flights, want, 1e-12) || !near(3*m.Flights(), want, 1e-12) {
		t.Errorf("%v flights, want %v", out.Flights, want)
	}
	want := out.Flights*price*p.Landing.Tanker.SI() + 3*p.Cost.Lander.SI()
	if !near(out.LandingUSD, want, 1e-12) || !near(3*m.LanderUSD(price), want, 1e-12) {
		t.Errorf("%v $, want %v", out.LandingUSD, want)
	}
	if spent := p.Cost.Development.SI() + out.LandingUSD + out.HardwareUSD + out.PeopleUSD; !near(out.SpentUSD(), spent, 1e-12) {
		t.Errorf("%v $ spent, want %v", out.SpentUSD(), spent)
	}
}

// A mix of nothing is wanted by nobody, wherever it goes, and what arithmetic leaves
// in store is not sent, let alone paid for.
func TestVerif_NothingIsNotSent(t *testing.T) {
	for d := range NumDestinations {
		for r := range NumRoutes {
			var m Model
			m.Reset(base())
			for range 100 {
				var out Output
				m.Month(&Input{Landers: 1, WantKg: 1e12, Destination: d, Route: r}, &out)
				if out.ThrownKg != 0 || math.IsNaN(out.PlantKg+out.UsedW+out.CapacityKgPerYear) || !(out.PlantKg > 0) {
					t.Fatalf("to %v by %v: %+v", d, r, out)
				}
			}
		}
	}
	var m Model
	var out Output
	m.Reset(base())
	in := Input{Landers: 1, WantKg: 1e12, Mix: Mix{Aluminium: 1}, Destination: GEO, StarshipUSDPerKg: 300}
	for range 240 {
		m.Month(&in, &out)
	}
	if !(out.DeliveredKg > 0 && out.OwedUSD > 0) {
		t.Fatal("nothing is sent, or nothing owed")
	}
	in.Landers, m.running[Fabrication], m.waiting[Fabrication] = 0, 0, 0
	m.finished, m.fuel = 1e-9, 1e-9
	if m.Month(&in, &out); out.DeliveredKg != 0 || out.PaidUSD != 0 || out.FinishedKg != 2e-9 {
		t.Errorf("a microgram in store: %v kg sent, %v $ paid", out.DeliveredKg, out.PaidUSD)
	}
}

// The date is that of the first of so many months in a row, and does not move later.
func TestVerif_Cheaper(t *testing.T) {
	var c Cheaper
	earth := [NumDestinations]float64{GEO: 10, LEO: 10, EML1: 10}
	for month := range 100 {
		moon := [NumDestinations]float64{math.Inf(1), math.Inf(1), math.Inf(1), math.Inf(1), math.Inf(1)}
		if month >= 30 && month < 54 || month >= 60 {
			moon[GEO] = 9.9
		}
		if month >= 10 && month != 20 && month != 43 && month != 66 { // 22 in a row, then 33
			moon[LEO] = 5
		}
		moon[EML1] = 10 // not below
		c.Add(float64(month), CheaperMonths, &moon, &earth)
		if month == 52 && !math.IsInf(c.From(GEO), 1) {
			t.Error("found before 24 months have passed")
		}
	}
	if c.From(GEO) != 30 || c.From(LEO) != 67 || !math.IsInf(c.From(EML1), 1) || !math.IsInf(c.From(SunOrbit), 1) || !math.IsInf(c.From(NumDestinations), 1) {
		t.Errorf("GEO %v, LEO %v, EML1 %v, the Sun %v", c.From(GEO), c.From(LEO), c.From(EML1), c.From(SunOrbit))
	}
}

// A satellite's lines sum to it, its bill to them, and a month's delivery completes as
// many as its Moon-made mass allows. Nothing of it allocates.
func TestVerif_Satellite(t *testing.T) {
	p := base()
	s := Satellite{Electronics: 300, Array: 200, Battery: 50, Metal: 250, Loop: 100, Propellant: 40, Wheels: 30, Conversion: 30}
	sum := 0.0
	for _, l := range s.Lines(&p.Supply) {
		sum += l.Kg
	}
	b := s.Split(p)
	if !near(sum, 1000, 1e-12) || !near(b.MoonKg+b.EarthKg, 1000, 1e-12) {
		t.Errorf("lines of %v kg, bill of %v + %v", sum, b.MoonKg, b.EarthKg)
	}
	// By hand: 80 of cells, 50 of glass, 70 + 250 + 60 of light metal, 30 of steel, 30 of conductors.
	u := &p.Supply
	moon := 80*float64(u.Cells) + 50*float64(u.Glass) + 410*float64(u.Metal) + 30*float64(u.Conductor)
	if !near(b.MoonKg, moon, 1e-12) || !near(b.MoonShare(), moon/1000, 1e-12) {
		t.Errorf("%v kg from the Moon, by hand %v; share %v", b.MoonKg, moon, b.MoonShare())
	}
	if n := b.SatellitesPerYear(moon); !near(n, 12, 1e-12) {
		t.Errorf("a satellite's worth a month completes %v a year", n)
	}
	if none := (&Bill{EarthKg: 1}); none.MoonShare() != 0 || none.SatellitesPerYear(1) != 0 {
		t.Error("a satellite without parts from the Moon is completed by them")
	}
	kg := 0.0
	if n := testing.AllocsPerRun(100, func() { x := s.Split(p); kg += x.MoonKg }); n > 0 {
		t.Errorf("%v allocations a bill", n)
	}
}

// An enterprise keeps one model in its workspace; it stays small.
func TestVerif_ModelIsSmall(t *testing.T) {
	if n := unsafe.Sizeof(Model{}); n > 4096 {
		t.Errorf("%d bytes", n)
	}
}

// Of what binds alike in a balanced factory the first is named, whatever the last digit
// of an input.
func TestVerif_TiesDoNotHangOnTheLastDigit(t *testing.T) {
	play := func(p *Params) (limits [240]Limit) {
		var m Model
		var out Output
		m.Reset(p)
		for month := range limits {
			m.Month(&Input{Landers: 1}, &out)
			limits[month] = out.Limit
		}
		return limits
	}
	p := *doubling(1, 100)
	want := play(&p)
	p.Plant.Mining *= 1 + 2e-15
	p.Plant.Refining *= 1 - 2e-15
	p.Plant.Fabrication *= 1 + 2e-15
	if play(&p) != want || want[239] != LimitMining {
		t.Errorf("the limits move with the last digit of a productivity, or %v is not mining", want[239])
	}
}

// A life of 20 years from its Reset, as a draw plays it, and its parts.
func BenchmarkLife(b *testing.B) {
	p := base()
	var m Model
	var out Output
	in := Input{Landers: 1, WantKg: 1e12, Mix: Mix{Aluminium: 0.6, Silicon: 0.2, Glass: 0.2}, Destination: GEO, StarshipUSDPerKg: 100}
	for b.Loop() {
		m.Reset(p)
		for range 240 {
			m.Month(&in, &out)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/240, "ns/month")
}

func BenchmarkReset(b *testing.B) {
	p := base()
	var m Model
	for b.Loop() {
		m.Reset(p)
	}
}

func BenchmarkIdleMonth(b *testing.B) {
	var m Model
	var out Output
	m.Reset(base())
	in := Input{WantKg: 1e12, Mix: Mix{Aluminium: 1}, StarshipUSDPerKg: 100}
	for b.Loop() {
		m.Month(&in, &out)
	}
}
