package finance

import (
	"math"
	"math/rand/v2"
	"testing"
)

// textbook is a bill of a satellite that never fails: launch, chips, operations.
func textbook() Cohort {
	c := Cohort{LifeYears: 5, HoursPerWattYear: [Products]float64{4, 4, 4}}
	c.Add(Item{Line: LineLaunch, Class: SatelliteClass, UpfrontUSDPerW: 10})
	c.Add(Item{Line: LineChips, Class: ChipClass, UpfrontUSDPerW: 30})
	c.Add(Item{Line: LineOperations, PerYearUSDPerW: 0.7})
	return c
}

// Without interest a line is its capital over its life and its cost by the year;
// with it and rents at year's end, capital times the capital recovery factor.
func TestVerif_TellIsTheTextbook(t *testing.T) {
	c := textbook()
	terms := SimpleTerms(0.10, 0)
	flat := Tell(&c, &terms, View{Interest: None}, 0)
	for line, want := range map[Line]float64{LineLaunch: 10. / 5, LineChips: 30. / 5, LineOperations: 0.7} {
		if got := flat.Line[line].USDPerWattYear; !rounded(got, want) {
			t.Errorf("%v without interest: %.15g, not %.15g", line, got, want)
		}
		if got := flat.Line[line].USDPerHour; !rounded(got, want/4) {
			t.Errorf("%v without interest: %.15g $/h, not %.15g", line, got, want/4)
		}
	}
	crf := CRF(0.10, 5)
	within := Tell(&c, &terms, View{Interest: Within, PaymentsPerYear: 1}, 0)
	for line, want := range map[Line]float64{LineLaunch: 10 * crf, LineChips: 30 * crf, LineOperations: 0.7} {
		if got := within.Line[line].USDPerWattYear; !rounded(got, want) {
			t.Errorf("%v at year's end: %.15g, not %.15g", line, got, want)
		}
	}
	monthly := SimpleTerms(math.Pow(1+0.12/12, 12)-1, 0) // 12 % a year, by the month
	if got, want := Tell(&c, &monthly, View{Interest: Within, PaymentsPerYear: 12}, 0).Line[LineChips].USDPerWattYear, 12*30*CRF(0.01, 60); math.Abs(got-want) > 1e-9 {
		t.Errorf("chips by the month: %.15g a year, not %.15g", got, want)
	}
	apart := Tell(&c, &terms, View{PaymentsPerYear: 1}, 0)
	if got, want := apart.Rung[Finance].USDPerWattYear, 40*(crf-1./5); !rounded(got, want) {
		t.Errorf("interest apart: %.15g, not %.15g", got, want)
	}
	if up, all := apart.Within(UpTo(Replacement)), flat.Total; !rounded(up.USDPerWattYear, all.USDPerWattYear) {
		t.Errorf("below finance: %g, not %g", up.USDPerWattYear, all.USDPerWattYear)
	}

	y := Yardstick{PFLOPs: 0.4, TokensPerSecond: 1000, PriceUSDPerHour: 3}
	for m, want := range map[Metric]float64{
		Capital: 40, Ownership: 40 + 5*0.7, KilowattYear: 8700, MegawattHour: 8.7e6 / 8766, GPUHour: 8.7 / 4,
		PFLOPHour: 8.7 / 4 / 0.4, MillionTokens: 8.7 / 4 / 3.6,
	} {
		if got := flat.In(m, flat.Total, y); !rounded(got, want) {
			t.Errorf("%v: %.15g, not %.15g", m, got, want)
		}
	}
}

// A horizon beyond the life buys the same again; within it the service ends early,
// and a shell that stays keeps its worth.
func TestVerif_Horizon(t *testing.T) {
	c := textbook()
	terms := SimpleTerms(0.10, 0)
	twice := Tell(&c, &terms, View{Interest: None, HorizonYears: 10}, 0)
	if got := twice.In(Ownership, twice.Total, Yardstick{}); !rounded(got, 2*43.5) {
		t.Errorf("ten years: %g, not %g", got, 2*43.5)
	}
	short := Tell(&c, &terms, View{Interest: None, HorizonYears: 2}, 0)
	if got := short.Total.USDPerWattYear; !rounded(got, 20.7) {
		t.Errorf("two years: %g a year, not 20.7", got)
	}
	c.Add(Item{Line: LineShell, Class: ShellClass, UpfrontUSDPerW: 20, AssetLifeYears: 20})
	if got := Tell(&c, &terms, View{Interest: None, HorizonYears: 2}, 0); !rounded(got.Line[LineShell].USDPerWattYear, 1) {
		t.Errorf("a shell of twenty years used for two: %g a year, not 1", got.Line[LineShell].USDPerWattYear)
	}
}

// A line takes its present value from a cohort's worth, however costs are told: ten
// dollars paid on the day of the order are ten.
func TestVerif_NPVTakesPresentValues(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for range 100 {
		c, terms := randomCohort(r)
		c.HoursPerWattYear[1] += 1
		before := Tell(&c, &terms, View{}, 1)
		y := Yardstick{PriceUSDPerHour: 2}
		for _, v := range []View{{}, {Interest: Within}, {PaymentsPerYear: 12}, {Interest: Within, PaymentsPerYear: 1}} {
			v.HorizonYears = before.LifeYears // the same service
			told := Tell(&c, &terms, v, 1)
			if told.LifeYears != before.LifeYears {
				continue // it pays to stop earlier when rents are paid later
			}
			for rung := range NumRungs {
				x, z := told.In(NPV, told.Within(UpTo(rung)), y), before.In(NPV, before.Within(UpTo(rung)), y)
				if !closeTo(x, z) {
					t.Fatalf("%+v: %.12g up to %v, %.12g as told apart", v, x, rung, z)
				}
			}
		}
	}
	c := textbook()
	terms := SimpleTerms(0.10, 0.2)
	a := Tell(&c, &terms, View{}, 0)
	if got := a.Within(Only(Launch)).PresentUSDPerW; !rounded(got, 10) {
		t.Errorf("launch paid on the day of the order takes %g", got)
	}
}

// Without interest nobody stops early, resale comes whenever service ends, and what
// never serves, or delivers nothing, costs without end.
func TestVerif_TellAtTheEdges(t *testing.T) {
	terms := SimpleTerms(0.10, 0.4)
	c := Cohort{LifeYears: 10, FadePerYear: 0.1, HoursPerWattYear: [Products]float64{4, 4, 4}}
	c.Add(Item{Line: LineChips, Class: ChipClass, UpfrontUSDPerW: 1, EndUSDPerW: -0.5})
	c.Add(Item{Line: LineElectricity, PerYearUSDPerW: 2})
	if a := Tell(&c, &terms, View{}, 0); a.LifeYears >= 10 {
		t.Errorf("served %g years although running costs more than it earns", a.LifeYears)
	}
	if a := Tell(&c, &terms, View{Interest: None}, 0); a.LifeYears != 10 || !rounded(a.Line[LineChips].USDPerWattYear, 0.05) {
		t.Errorf("without interest: %g years, chips %g a year", a.LifeYears, a.Line[LineChips].USDPerWattYear)
	}
	if a := Tell(&c, &terms, View{Interest: None, HorizonYears: 1}, 0); !rounded(a.Line[LineChips].USDPerWattYear, 0.5) {
		t.Errorf("one year of chips bought for 1 and sold for 0.5: %g", a.Line[LineChips].USDPerWattYear)
	}
	idle := c
	idle.HoursPerWattYear = [Products]float64{}
	if a := Tell(&idle, &terms, View{}, 0); !math.IsInf(a.In(GPUHour, a.Total, Yardstick{}), 1) || math.IsInf(a.In(KilowattYear, a.Total, Yardstick{}), 0) {
		t.Errorf("without hours: %+v", a.Total)
	}
	dead := c
	dead.LifeYears = 0
	if a := Tell(&dead, &terms, View{}, 0); !math.IsInf(a.In(KilowattYear, a.Within(Only(Bus)), Yardstick{}), 1) {
		t.Errorf("without life: %+v", a.Total)
	}
}

// In every view the total is that of Levelise or Climb at the same life, and an hour
// that sells for its cost is worth nothing.
func TestVerif_TellAddsUp(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		c, terms := randomCohort(r)
		for p := range Products {
			l := Climb(&c, &terms, p)
			apart, within := Tell(&c, &terms, View{}, p), Tell(&c, &terms, View{Interest: Within}, p)
			for _, a := range []*Account{&apart, &within} {
				if a.LifeYears != l.LifeYears || !closeTo(a.Total.USDPerHour, l.Total.USDPerHour) || !closeTo(a.Total.USDPerWattYear, l.Total.USDPerWattYear) {
					t.Fatalf("%g $/h, %g $/W·yr over %g yr, not %+v over %g", a.Total.USDPerHour, a.Total.USDPerWattYear, a.LifeYears, l.Total, l.LifeYears)
				}
			}
			if !closeTo(apart.Total.CapitalUSDPerW, within.Total.CapitalUSDPerW) {
				t.Fatalf("capital %g and %g", apart.Total.CapitalUSDPerW, within.Total.CapitalUSDPerW)
			}
			for rung := range NumRungs {
				if !closeTo(apart.Rung[rung].USDPerWattYear, l.Rung[rung].USDPerWattYear) || !closeTo(apart.Rung[rung].USDPerHour, l.Rung[rung].USDPerHour) {
					t.Fatalf("rung %v: %+v, not %+v", rung, apart.Rung[rung], l.Rung[rung])
				}
			}
			if v := apart.In(NPV, apart.Total, Yardstick{PriceUSDPerHour: apart.Total.USDPerHour}); math.Abs(v) > 1e-9*max(1, l.Total.USDPerWattYear) {
				t.Fatalf("sold at cost: %g $/W", v)
			}
			for _, v := range []View{{Interest: None}, {PaymentsPerYear: 1}, {Interest: Within, HorizonYears: 1}} {
				a := Tell(&c, &terms, v, p)
				var sum Amount
				for rung := range a.Rung {
					sum.add(a.Rung[rung])
				}
				if !closeTo(sum.USDPerHour, a.Total.USDPerHour) || !closeTo(a.Within(UpTo(Finance)).USDPerWattYear, a.Total.USDPerWattYear) {
					t.Fatalf("%+v: %+v sums to %+v", v, a.Total, sum)
				}
			}
		}
	}
}

// rounded tells whether two numbers agree to rounding.
func rounded(a, b float64) bool { return math.Abs(a-b) <= 1e-12*max(1, math.Abs(a), math.Abs(b)) }

// closeTo allows for differences of large numbers.
func closeTo(a, b float64) bool { return math.Abs(a-b) <= 1e-9*max(1, math.Abs(a), math.Abs(b)) }

// NPV is that of the cash flow played in small steps.
func TestVerif_NPVIsThatOfTheCashFlow(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 20 {
		c, terms := randomCohort(r)
		a := Tell(&c, &terms, View{}, 1)
		price := 1.3 * a.Total.USDPerHour
		got := a.In(NPV, a.Total, Yardstick{PriceUSDPerHour: price})
		want := simulate(&c, &terms, 1, price, a.LifeYears)
		if math.Abs(got-want) > 1e-3*a.HourUSDPerW*price { // the steps' own error, as in the test of Levelise
			t.Errorf("%g $/W, not %g", got, want)
		}
	}
}

// A boundary is named by its last rung, or by its rungs; sums follow it.
func TestVerif_Boundary(t *testing.T) {
	for b, want := range map[Boundary]string{
		UpTo(Launch): "launch", UpTo(Chips): "chips", UpTo(Finance): "finance", Only(Power, Chips): "power+chips", Only(Bus): "bus", 0: "",
	} {
		if got := b.String(); got != want {
			t.Errorf("%b is %q, not %q", b, got, want)
		}
	}
	c := textbook()
	terms := SimpleTerms(0.10, 0)
	a := Tell(&c, &terms, View{Interest: None}, 0)
	if got := a.Within(Only(Launch, Operations)).USDPerWattYear; !rounded(got, 2.7) {
		t.Errorf("launch and operations: %g, not 2.7", got)
	}
}
