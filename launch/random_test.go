package launch

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/dawndusk/dawndusk/ledger"
	"github.com/dawndusk/dawndusk/ledger/ledgertest"
)

// draws fills Params n times from the ledger's distributions, or, when wild,
// anywhere between the physical limits with the limits themselves among them.
func draws(t *testing.T, n int, wild bool, do func(p *Params, r *rand.Rand)) {
	c := new(chapter)
	book := ledgertest.Chapter(c)
	if err := book.Apply(c); err != nil {
		t.Fatal(err)
	}
	leaves := ledger.Leaves(c)
	r := rand.New(rand.NewPCG(1, 2))
	for range n {
		for i := range book.Rows {
			row := &book.Rows[i]
			x := leaves[row.Leaf].Float
			switch {
			case x == nil:
			case wild && r.IntN(4) == 0:
				*x = []float64{row.Min, row.Max}[r.IntN(2)]
			case wild:
				*x = row.Min + r.Float64()*(row.Max-row.Min)
			default:
				d := ledger.Compile(row)
				*x = d.Quantile(r.Float64())
			}
		}
		do(&c.Launch, r)
	}
}

// Stocks conserve and caps hold in every month of every draw, from the ledger
// and from anywhere between the physical limits: whole counts add up, no site
// outflies its licence in a calendar year, no draw outflies its oxygen or its
// plan, and every number is finite but a price by mass without payload.
func TestVerif_RandomParams(t *testing.T) {
	for _, wild := range []bool{false, true} {
		draws(t, 150, wild, func(p *Params, r *rand.Rand) {
			pins := none
			if r.IntN(3) == 0 {
				pins = Pins{r.Float64() * 2e5, r.Float64() * 1000, math.Exp(10 * r.Float64())}
			}
			var m Model
			m.Reset(p, deploy, pins)
			ships, boosters := m.ships.count, m.boosters.count
			year, recorded := 0, 0
			for i := range 300 {
				o := Order{Target(r.IntN(int(NumTargets))), math.Exp(12*r.Float64()) - 1, math.Exp(12*r.Float64()) - 1}
				if r.IntN(5) == 0 {
					o.Flights = 0
				}
				var l Lift
				m.Month(i, o, Chance{r.Float64(), r.Float64(), r.Float64(), r.Float64()}, &l)
				check(t, &l, i)
				if i < recordedMonths {
					recorded += l.Flights
					continue
				}
				if i%12 == 0 {
					year = 0
				}
				year += l.Flights
				if pins.FlightsPerYear >= 0 && float64(year) > pins.FlightsPerYear+2 {
					t.Fatalf("month %d: %d flights this year, planned %v", i, year, pins.FlightsPerYear)
				}
				// A stage is gained only by building and lost at most once a flight or by age.
				if l.Ships > ships+l.ShipsBuilt || l.Ships < ships+l.ShipsBuilt-l.Flights {
					t.Fatalf("month %d: ships %d → %d, %d built, %d flights", i, ships, l.Ships, l.ShipsBuilt, l.Flights)
				}
				if l.Boosters > boosters+l.BoostersBuilt || l.Boosters < boosters+l.BoostersBuilt-l.Flights {
					t.Fatalf("month %d: boosters %d → %d, %d built, %d flights", i, boosters, l.Boosters, l.BoostersBuilt, l.Flights)
				}
				ships, boosters = l.Ships, l.Boosters
				used := 0
				for k := range m.sites {
					s := &m.sites[k]
					used += s.used
					if float64(s.used) > s.licence && s.used > recorded {
						t.Fatalf("month %d: site %d flew %d, licensed %v", i, k, s.used, s.licence)
					}
					if s.down < 0 || s.down > s.towers {
						t.Fatalf("month %d: site %d: %d of %d towers down", i, k, s.down, s.towers)
					}
				}
				if i >= 12 && used != year {
					t.Fatalf("month %d: sites flew %d, the model %d", i, used, year)
				}
				if lox := m.loxSupply; l.PropellantLOXKg > 2*lox+m.cost.loxKg[0]+m.cost.loxKg[1] {
					t.Fatalf("month %d: used %v kg of oxygen of %v", i, l.PropellantLOXKg, lox)
				}
				if float64(l.DataCentreFlights) > o.Flights {
					t.Fatalf("month %d: %d data-centre flights of %v ordered", i, l.DataCentreFlights, o.Flights)
				}
			}
		})
	}
}

// check holds what is true of any month.
func check(t *testing.T, l *Lift, month int) {
	t.Helper()
	fail := func(what string) { t.Helper(); t.Fatalf("month %d: %s: %+v", month, what, *l) }
	if l.Failures > l.Flights || l.DataCentreFailures > l.DataCentreFlights || l.DataCentreFlights > l.Flights ||
		l.Failures-l.DataCentreFailures > l.Flights-l.DataCentreFlights || min(l.DataCentreFailures, l.Failures, l.Ships, l.Boosters) < 0 {
		fail("counts")
	}
	for _, v := range [...]float64{l.PayloadKg[0], l.PayloadKg[1], l.VolumeM3, l.DeliveredKg, l.FailureProbability, l.CapacityPerYear, l.AvailablePerYear, l.PropellantLOXKg, l.PropellantMethaneKg, l.StandDownMonths} {
		if !(v >= 0) || math.IsInf(v, 0) {
			fail("not finite or negative")
		}
	}
	if l.FailureProbability > 1 || l.Limit >= NumLimits {
		fail("out of range")
	}
	for b, v := range l.CostPerFlightUSD {
		if math.IsNaN(v) || math.IsInf(v, 0) {
			fail("cost")
		}
		for k, kg := range l.PayloadKg {
			if x := l.USDPerKg[k][b]; math.IsNaN(x) || math.IsInf(x, 1) != (kg <= 0) {
				fail("price by mass")
			}
		}
	}
}
