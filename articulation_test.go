package dawndusk

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/dawndusk/dawndusk/finance"
	"github.com/dawndusk/dawndusk/ledger"
)

// articulate plays a draw and checks in every month that the accounts of every
// structure close and that the Moon keeps its mass.
func articulate(t *testing.T, label string, s *Scenario, chance Chance) (landed bool) {
	t.Helper()
	var cash [finance.NumStructures]float64
	var came, gained float64 // to the Moon, from Earth and ground; what stays of it
	failed := false
	wrong := func(e *Enterprise, format string, args ...any) {
		if !failed {
			t.Errorf("%s, month %d: %s", label, e.month, fmt.Sprintf(format, args...))
		}
		failed = true
	}
	tellAndWatch(s, chance, func(e *Enterprise, p *plan, g *grant) {
		for k := range finance.NumStructures {
			b := e.group.company.Books(k)
			assets, claims := b.AssetsUSD(), b.ClaimsUSD()
			if !near(assets, claims, rounding, b.CashUSD, b.PaidInUSD, b.RetainedUSD) || math.IsNaN(assets) || math.IsInf(assets, 0) {
				wrong(e, "%v: assets of %v, claims of %v", k, assets, claims)
			}
			sum := b.OperatingUSD - b.CapexUSD + b.BorrowedUSD - b.RepaidUSD + b.SoldUSD
			if e.month > 0 && !near(b.CashUSD-cash[k], sum, rounding, b.CashUSD, assets) {
				wrong(e, "%v: cash moves by %v, flows are %v", k, b.CashUSD-cash[k], sum)
			}
			cash[k] = b.CashUSD
			if m := &e.group.companyOut.Structure[k]; e.month%12 == 11 && (m.CashUSD != b.CashUSD || m.BelowZero != (b.CashUSD < 0)) { // told once a year
				wrong(e, "%v: %v of cash told, %v in the books, below zero %v", k, m.CashUSD, b.CashUSD, m.BelowZero)
			}
		}
		x := &e.moon.out
		came += x.LandedKg + x.SoilKg
		gained += x.GainKg()
		if !near(gained, x.HeldKg(), rounding, came) || x.HeldKg() < -rounding*came {
			wrong(e, "the Moon holds %v kg of %v that came, and %v that stayed", x.HeldKg(), came, gained)
		}
		if e.lift.MoonFlights < 0 || e.lift.MoonFailures > e.lift.MoonFlights || float64(e.lift.MoonFlights) > p.flights.MoonFlights {
			wrong(e, "%d flights to the Moon of %v ordered, %d lost", e.lift.MoonFlights, p.flights.MoonFlights, e.lift.MoonFailures)
		}
		if e.moon.storeKg < 0 || e.moon.aboard < 0 || e.moon.aboard > 1 {
			wrong(e, "%v kg of the Moon's parts in store, %v of a satellite takes some", e.moon.storeKg, e.moon.aboard)
		}
		if w := e.events.now; !(w.Demand >= 0 && w.Demand <= 1 && w.DebrisLoss >= 0 && w.DebrisLoss <= 1 && w.ChipSupply >= 0 && w.ChipSupply <= 1) {
			wrong(e, "shocks %+v", w)
		}
		landed = landed || x.LandedKg > 0
	})
	return landed
}

func TestVerif_ArticulationOfShippedScenarios(t *testing.T) {
	landed := 0
	for _, name := range Shipped() {
		c := load(t, name)
		for draw := range 6 {
			s, chance := &c.Scenario, EvenChance()
			if draw > 0 {
				s, chance = drawScenario(c, 1, draw), NewChance(1).At(draw)
			}
			if articulate(t, fmt.Sprintf("%s, draw %d", name, draw), s, chance) {
				landed++
			}
		}
	}
	if landed == 0 {
		t.Error("no scenario lands anything on the Moon: its mass is not tested")
	}
}

// A hundred scenarios with every number at an end of its range or at its centre, and
// the groups of switches and structures by turns.
func TestVerif_ArticulationAtRandom(t *testing.T) {
	c := load(t, "base")
	random := rand.New(rand.NewPCG(7, 11))
	landed := 0
	for i := range 100 {
		s := c.Scenario
		leaves := ledger.Leaves(&s)
		for k := range c.Book.Rows {
			row := &c.Book.Rows[k]
			if x := leaves[row.Leaf].Float; x != nil && row.Range[0] != "" && !row.Null {
				*x = [...]float64{row.Value, row.Low, row.High}[random.IntN(3)]
			}
		}
		s.Run.Horizon = c.Scenario.Run.Horizon
		s.Company.Structure = finance.Structure(i % int(finance.NumStructures))
		s.Company.TransferPrice = finance.TransferPrice(i % int(finance.NumTransferPrices))
		s.Operator.Policy = Policy(i % int(NumPolicies))
		if articulate(t, fmt.Sprintf("random %d", i), &s, NewChance(9).At(i)) {
			landed++
		}
	}
	if landed < 10 {
		t.Errorf("%d of 100 land anything on the Moon", landed)
	}
}
