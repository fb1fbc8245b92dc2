package dawndusk

import (
	"math"
	"testing"

	"github.com/dawndusk/dawndusk/finance"
	"github.com/dawndusk/dawndusk/launch"
	"github.com/dawndusk/dawndusk/sat"
	"github.com/dawndusk/dawndusk/si"
)

// The crossover is the first month of the first 24 in a row in which orbit is
// below ground.
func TestVerif_Crossover(t *testing.T) {
	inf := math.Inf(1)
	year := func(month int) float64 { return firstYear + float64(month)/12 }
	span := func(from, to int) func(m int) bool { return func(m int) bool { return from <= m && m < to } }
	for _, x := range []struct {
		name                string
		below               func(month int) bool
		crossover           float64
		recrossed, censored bool
	}{
		{"never", func(int) bool { return false }, inf, false, false},
		{"always", func(int) bool { return true }, firstYear, false, false},
		{"from the sixth month", span(5, 240), year(5), false, false},
		{"for 23 months", span(30, 53), inf, false, false},
		{"for 24 months and no more", span(30, 54), year(30), true, false},
		{"twice for 23 months", func(m int) bool { return span(30, 53)(m) || span(54, 77)(m) }, inf, false, false},
		{"the second time for good", func(m int) bool { return span(30, 53)(m) || m >= 60 }, year(60), false, false},
		{"and back, and again", func(m int) bool { return span(30, 80)(m) || m >= 100 }, year(30), true, false},
		{"for the last 24 months", span(216, 240), year(216), false, false},
		{"for the last 23 months", span(217, 240), inf, false, true},
		{"in the last month", span(239, 240), inf, false, true},
		{"every second month", func(m int) bool { return m%2 == 0 }, inf, false, false},
		{"until the month before the last", span(0, 239), firstYear, true, false},
	} {
		for product := range int(NumProducts) {
			s := load(t, "base").Scenario
			s.Run.Horizon = 20 * si.Year
			var e Enterprise
			var out Result
			e.reset(&s, EvenChance(), &out)
			for e.month = 0; e.month < e.months; e.month++ {
				e.year = year(e.month)
				e.earth.USDPerHour = [NumProducts]float64{1, 1, 1}
				e.orbit[0].USDPerHour = [NumProducts]float64{1, inf, math.Nextafter(1, 2)} // level, unreachable or above is not below
				if x.below(e.month) {
					e.orbit[0].USDPerHour[product] = math.Nextafter(1, 0)
				} else {
					e.orbit[0].USDPerHour[product] = 1
				}
				e.record(&plan{})
			}
			out.finish(new(finance.Project), 0.1)
			for k := range int(NumProducts) {
				crossover, recrossed, censored := x.crossover, x.recrossed, x.censored
				if k != product {
					crossover, recrossed, censored = inf, false, false
				}
				if out.Crossover[k] != crossover || out.Recrossed[k] != recrossed || out.Censored[k] != censored {
					t.Errorf("%s, product %d of %d: crossover %v, back %v, censored %v; want %v, %v, %v", x.name, k, product,
						out.Crossover[k], out.Recrossed[k], out.Censored[k], crossover, recrossed, censored)
				}
			}
		}
	}
}

// Below both infinite is not below: what neither side delivers has no crossover.
func TestVerif_NoCrossoverWithoutDelivery(t *testing.T) {
	c := load(t, "base")
	s := c.Scenario
	corner := func(name string) func(*Scenario) {
		for _, x := range corners {
			if x.name == name {
				return x.set
			}
		}
		t.Fatal(name)
		return nil
	}
	corner("negative payload")(&s)
	var out Result
	new(Enterprise).Run(&s, EvenChance(), &out)
	for k := range out.Crossover {
		if !math.IsInf(out.Crossover[k], 1) || out.Censored[k] || out.Recrossed[k] || out.Built || !out.NoDawnDusk {
			t.Errorf("crossover at %v without a payload", out.Crossover[k])
		}
	}
	for i := range out.Months / 12 {
		if !math.IsInf(out.Years[i].OrbitUSDPerHour[0], 1) || out.Years[i].OrbitGW != 0 {
			t.Errorf("%d: an hour from orbit costs %v without a payload", firstYear+i, out.Years[i].OrbitUSDPerHour[0])
		}
	}
	if out.PeakFundingUSD != 0 || !math.IsInf(out.PaybackYear, 1) || !math.IsNaN(out.IRR) {
		t.Errorf("nothing was built, but peak funding is %v, payback %v, IRR %v", out.PeakFundingUSD, out.PaybackYear, out.IRR)
	}
}

// The bill is in every draw, whether or not anything is built.
func TestVerif_ShadowCost(t *testing.T) {
	c := load(t, "ground-only")
	b := load(t, "base")
	s, o := c.Scenario, b.Scenario
	var without, with Result
	new(Enterprise).Run(&s, EvenChance(), &without)
	o.Operator.Policy = Hurdle
	new(Enterprise).Run(&o, EvenChance(), &with)
	if without.Built || without.Satellites.Made != 0 {
		t.Error("something is built where nothing is ordered")
	}
	for i := 1; i < without.Months/12; i++ {
		if y := &without.Years[i]; !(y.OrbitUSDPerHour[1] > 0) || math.IsInf(y.OrbitUSDPerHour[1], 0) {
			t.Errorf("%d: no cost of an orbital hour where nothing is built: %v", firstYear+i, y.OrbitUSDPerHour[1])
		}
	}
}

// Prices that are kept for some months move no crossover: with every quote made
// anew each month, no draw of the headline wins or
// loses its crossover and none moves by more than a year.
func TestVerif_KeptQuotesMoveNoCrossover(t *testing.T) {
	c := load(t, "promoter")
	moved, crossed := 0, 0
	const draws = 120
	for draw := range draws {
		s, chance := drawScenario(c, 1, draw), NewChance(1).At(draw)
		var kept, anew Result
		new(Enterprise).Run(s, chance, &kept)
		e := new(Enterprise)
		e.reset(s, chance, &anew)
		e.play(e.months, nil, func() {
			for target := range e.orbit {
				e.quoteOrbit(launch.Target(target), &e.orbit[target])
			}
			e.quoteGround(&e.earth)
		}, nil)
		e.runOff()
		e.out.finish(&e.project, e.terms.RatePerYear())
		k := s.Run.Headline
		if !math.IsInf(anew.Crossover[k], 1) {
			crossed++
		}
		if math.IsInf(anew.Crossover[k], 1) != math.IsInf(kept.Crossover[k], 1) || math.Abs(anew.Crossover[k]-kept.Crossover[k]) > 1 {
			moved++
			t.Logf("draw %d: crossover %v with kept quotes, %v with quotes made anew", draw, kept.Crossover[k], anew.Crossover[k])
		}
	}
	if crossed == 0 {
		t.Error("no draw crosses over: nothing was tested")
	}
	if moved > 0 {
		t.Errorf("of %d crossovers %d move", crossed, moved)
	}
}

// Quotes are kept for a quarter while orbit costs more than closeRace times the
// ground. Against pricing every month the mean of 80 draws moves by less than 1 %,
// and a draw by 2 % on average, which is far below what else is unknown; closeRace
// states what it is.
func TestVerif_QuotesKeptForAQuarter(t *testing.T) {
	c := load(t, "base")
	const draws, i = 80, 2035 - firstYear
	names := []string{"orbit's cost", "ground's cost", "price", "ground's watts"}
	var kept, monthly, off [4]float64
	for draw := range draws {
		s, chance := drawScenario(c, 1, draw), NewChance(1).At(draw)
		var a, b Result
		new(Enterprise).Run(s, chance, &a)
		e := new(Enterprise)
		e.reset(s, chance, &b)
		e.play(e.months, nil, func() {
			for t := range e.orbit {
				e.quoteOrbit(launch.Target(t), &e.orbit[t])
			}
			e.quoteGround(&e.earth)
			e.chooseOrbit()
		}, nil)
		x, y := &a.Years[i], &b.Years[i]
		k := s.Run.Headline
		if math.IsInf(x.OrbitUSDPerHour[k], 1) || math.IsInf(y.OrbitUSDPerHour[k], 1) {
			continue
		}
		with := [4]float64{x.OrbitUSDPerHour[k], x.GroundUSDPerHour[k], x.PriceUSDPerHour[k], x.GroundGW}
		without := [4]float64{y.OrbitUSDPerHour[k], y.GroundUSDPerHour[k], y.PriceUSDPerHour[k], y.GroundGW}
		for n := range with {
			kept[n] += with[n]
			monthly[n] += without[n]
			off[n] += math.Abs(with[n]/without[n]-1) / draws
		}
	}
	for n, name := range names {
		mean := kept[n]/monthly[n] - 1
		t.Logf("%s: mean %+.2f %%, a draw %.2f %%", name, 100*mean, 100*off[n])
		if math.Abs(mean) > 0.01 || off[n] > 0.02 {
			t.Errorf("%s moves by %.2f %%, in a draw by %.2f %%", name, 100*mean, 100*off[n])
		}
	}
}

// A way through the shadow that lost clearly is not tried for some years. Against trying
// all ways every year, orbit's cost in 2035 stays as it is in nearly every draw; a
// hundredth is what the draws that part ways for good leave in the mean of these.
func TestVerif_WaysThatRest(t *testing.T) {
	c := load(t, "base")
	const draws, i = 80, 2035 - firstYear
	kept, all, moved := 0.0, 0.0, 0
	for draw := range draws {
		s, chance := drawScenario(c, 1, draw), NewChance(1).At(draw)
		var a, b Result
		new(Enterprise).Run(s, chance, &a)
		e := new(Enterprise)
		e.reset(s, chance, &b)
		e.play(e.months, func() { e.operator.rest = [launch.NumTargets][sat.Cheapest]int{} }, nil, nil)
		x, y := a.Years[i].OrbitUSDPerHour[s.Run.Headline], b.Years[i].OrbitUSDPerHour[s.Run.Headline]
		if math.IsInf(x, 1) || math.IsInf(y, 1) {
			continue
		}
		kept, all = kept+x, all+y
		if math.Abs(x/y-1) > 1e-9 {
			moved++
		}
	}
	t.Logf("mean %+.3f %%, %d of %d draws move", 100*(kept/all-1), moved, draws)
	if math.Abs(kept/all-1) > 0.01 || moved > draws/10 {
		t.Errorf("orbit's cost moves by %.3f %% in the mean and in %d of %d draws", 100*(kept/all-1), moved, draws)
	}
}
