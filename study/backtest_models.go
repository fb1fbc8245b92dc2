package study

import (
	"context"
	"math"

	"github.com/dawndusk/dawndusk"
	"github.com/dawndusk/dawndusk/fleet"
	"github.com/dawndusk/dawndusk/ground"
	"github.com/dawndusk/dawndusk/launch"
	"github.com/dawndusk/dawndusk/ledger"
	"github.com/dawndusk/dawndusk/market"
	"github.com/dawndusk/dawndusk/orbit"
	"github.com/dawndusk/dawndusk/rng"
	"github.com/dawndusk/dawndusk/si"
	"github.com/dawndusk/dawndusk/workload"
)

// backtestDraws is how many draws a forecast by chance takes, backtestSeed theirs.
const (
	backtestDraws = 4000
	backtestSeed  = 1
)

// counted is the band of sorted counts: whole numbers, not between them.
func counted(sorted []float64) Band {
	point := func(p float64) Number { return Number(sorted[min(len(sorted)-1, int(p*float64(len(sorted))))]) }
	return Band{point(0.1), point(0.5), point(0.9)}
}

// falconStocks forecasts Falcon's years with the stocks of the launch model. It is
// asked for calendar years that follow those seen, and for months of them.
func falconStocks(priors launch.FalconPriors) method {
	return ofMonths(func(seen []observation, ahead []when) (bands []Band, err error) {
		var years, counts []int
		for _, o := range seen {
			years, counts = append(years, int(o.given[0])), append(counts, int(o.value))
		}
		last := years[len(years)-1]
		fit := launch.FitFalcon(years, counts, last)
		forecast := fit.Forecast(priors, int(ahead[len(ahead)-1].given[0])-last, backtestDraws, backtestSeed)
		for _, a := range ahead {
			bands = append(bands, counted(forecast[int(a.given[0])-last-1]))
		}
		return bands, nil
	})
}

// boosterCurve forecasts each coming turnaround by the curve that boosters learn
// on, reflights counted one by one.
func boosterCurve(seen []observation, ahead []when) (bands []Band, err error) {
	var counts, days []float64
	for i, o := range seen {
		counts, days = append(counts, float64(i+1)), append(days, o.value)
	}
	fit := launch.FitPower(counts, days)
	t := student90(float64(len(seen) - 2))
	for i := range ahead {
		median, deviation := fit.At(float64(len(seen) + i + 1))
		bands = append(bands, around(math.Log(median), t*deviation))
	}
	return bands, nil
}

// handbookShape is β at 5 and 95 %: growth of α = 1 − β from 0.6 to 0.3 is usual in
// managed programmes (Duane 1964; MIL-HDBK-189C).
var handbookShape = [2]float64{0.4, 0.7}

// byBlock forecasts failures with a change of block resetting the experience.
func byBlock(seen []observation, ahead []when) (bands []Band, err error) {
	var record []launch.Flight
	for _, o := range seen {
		record = append(record, launch.Flight{Number: int(o.given[0]), Block: int(o.given[1]), Failed: o.value > 0})
	}
	fit := launch.FitBlocks(record)
	for _, a := range ahead {
		var blocks []int
		for _, b := range a.given[1:] {
			blocks = append(blocks, int(b))
		}
		bands = append(bands, counted(fit.Forecast(blocks, handbookShape, backtestDraws, backtestSeed)))
	}
	return bands, nil
}

// amsaa and laplace know no blocks.
func amsaa(seen []observation, ahead []when) (bands []Band, err error) {
	for _, a := range ahead {
		bands = append(bands, countBand(poisson(oneSystem(seen, len(a.given)-1))))
	}
	return bands, nil
}

func laplace(seen []observation, ahead []when) (bands []Band, err error) {
	for _, a := range ahead {
		bands = append(bands, countBand(succession(len(seen), len(failures(seen)), len(a.given)-1)))
	}
	return bands, nil
}

// acceleratorYears is how long how many ran; year, accelerators and days are given.
func acceleratorYears(given []float64) float64 { return given[1] * given[2] / 365.25 }

// stopsByRun forecasts how often a run stops: its accelerators stop on their own,
// each at one rate, and rates differ from run to run as those seen do.
func stopsByRun(seen []observation, ahead []when) (bands []Band, err error) {
	n, mean, sum := float64(len(seen)), 0.0, 0.0
	for _, o := range seen {
		mean += math.Log(o.value/acceleratorYears(o.given)) / n
	}
	for _, o := range seen {
		d := math.Log(o.value/acceleratorYears(o.given)) - mean
		sum += d * d
	}
	half := student90(n-1) * math.Sqrt(sum/(n-1)*(1+1/n))
	for _, a := range ahead {
		mtbf := workload.JobMTBF(math.Exp(mean), a.given[1]) // seconds
		bands = append(bands, around(math.Log(a.given[2]*si.Day.In(si.Second)/mtbf), half))
	}
	return bands, nil
}

// stopsPooled takes all runs for one and knows chance alone.
func stopsPooled(seen []observation, ahead []when) (bands []Band, err error) {
	stops, exposure := 0.0, 0.0
	for _, o := range seen {
		stops, exposure = stops+o.value, exposure+acceleratorYears(o.given)
	}
	for _, a := range ahead {
		bands = append(bands, countBand(poisson(stops/exposure*acceleratorYears(a.given))))
	}
	return bands, nil
}

// ledgerRate is the distribution of a rate in the ledger by its quantiles, by year.
func ledgerRate(path string) (quantile func(p float64) float64, err error) {
	book, err := dawndusk.Ledger()
	if err != nil {
		return nil, err
	}
	row, err := book.Find(path)
	if err != nil {
		return nil, err
	}
	d := ledger.Compile(row)
	return func(p float64) float64 { return si.Rate(d.Quantile(p)).In(si.PerYear) }, nil
}

// ledgerStops is what the ledger's rate says of a run.
func ledgerStops(_ []observation, ahead []when) (bands []Band, err error) {
	rate, err := ledgerRate("workload.job.interruptions")
	if err != nil {
		return nil, err
	}
	for _, a := range ahead {
		stops := func(p float64) Number {
			return Number(a.given[2] * si.Day.In(si.Second) / workload.JobMTBF(rate(p), a.given[1]))
		}
		bands = append(bands, Band{stops(0.1), stops(0.5), stops(0.9)})
	}
	return bands, nil
}

// statedDoseError is what DoseCurve.Behind states of points left out.
const statedDoseError = 0.15

// doseBetween reads the table's curve between the depths seen. Each point left out
// of the curve stands where the one before it stands.
func doseBetween(seen []observation, ahead []when) (bands []Band, err error) {
	for _, a := range ahead {
		var c orbit.DoseCurve
		k := 0
		for _, o := range seen {
			if o.given[0] != a.given[0] {
				continue
			}
			for range 2 {
				if k < orbit.DoseDepths {
					c.Depth[k], c.Dose[k] = o.given[1], o.value
					k++
				}
			}
		}
		dose := c.Behind(si.Length(a.given[1]) * si.Millimetre)
		bands = append(bands, Band{Number(dose * (1 - statedDoseError)), Number(dose), Number(dose * (1 + statedDoseError))})
	}
	return bands, nil
}

// doseStraight joins the depths seen by straight lines, with the same band.
func doseStraight(seen []observation, ahead []when) (bands []Band, err error) {
	for _, a := range ahead {
		var before, after observation
		for _, o := range seen {
			switch {
			case o.given[0] != a.given[0]:
			case o.given[1] < a.given[1]:
				before = o
			case after.given == nil:
				after = o
			}
		}
		x := (a.given[1] - before.given[1]) / (after.given[1] - before.given[1])
		dose := before.value + x*(after.value-before.value)
		bands = append(bands, Band{Number(dose * (1 - statedDoseError)), Number(dose), Number(dose * (1 + statedDoseError))})
	}
	return bands, nil
}

// promised are the promises that seen and ahead tell of: what is ahead has not come.
func promised(seen []observation, ahead []when) (all []launch.Promise) {
	for _, o := range seen {
		all = append(all, launch.Promise{Made: o.given[1], For: o.given[2], Done: o.given[0]})
	}
	for _, a := range ahead {
		all = append(all, launch.Promise{Made: a.given[1], For: a.given[2]})
	}
	return all
}

// slipOfPromises forecasts when the promises that are open come by the slip of all
// that were made by the day of the forecast, the open ones as taking longer.
func slipOfPromises(seen []observation, ahead []when) (bands []Band, err error) {
	day := ahead[0].given[0]
	slip := launch.SlipOf(promised(seen, ahead), day)
	for _, p := range promised(nil, ahead) {
		times := func(u float64) Number { return Number((slip.Year(p, day, u) - p.Made) / (p.For - p.Made)) }
		bands = append(bands, Band{times(0.1), times(0.5), times(0.9)})
	}
	return bands, nil
}

// shareOfPromises forecasts what comes of what was promised by launch.SharesOf.
func shareOfPromises(seen []observation, ahead []when) (bands []Band, err error) {
	var amounts []launch.Amount
	for _, o := range seen {
		amounts = append(amounts, launch.Amount{Promised: 1, Achieved: o.value})
	}
	shares := launch.SharesOf(amounts, 0)
	for range ahead {
		bands = append(bands, Band{Number(shares.At(0.1)), Number(shares.At(0.5)), Number(shares.At(0.9))})
	}
	return bands, nil
}

// trendCarried widens the error of a trend that is carried as far as it was seen,
// as launch does for the growth of the factory.
const trendCarried = 2

// slowingGrowth forecasts arithmetic by watt: growth as fitted, slowing as the
// ledger's rows on growth after the roadmap have it.
func slowingGrowth(seen []observation, ahead []when) (bands []Band, err error) {
	decay, err := ledgerRate("workload.accelerator.growth_decay")
	if err != nil {
		return nil, err
	}
	floor, err := ledgerRate("workload.accelerator.growth_floor")
	if err != nil {
		return nil, err
	}
	var x, y []float64
	for _, o := range seen {
		x, y = append(x, o.given[0]), append(y, math.Log(o.value))
	}
	l := fitLine(x, y)
	key := rng.NewKey(backtestSeed, "study.backtest.accelerators")
	last := x[len(x)-1]
	level, _ := l.at(last)
	draws := make([]float64, backtestDraws)
	for _, a := range ahead {
		t := a.given[0] - last
		for d := range draws {
			u := func(k uint64) float64 { return key.Uniform(uint64(d), k) }
			start := l.slope + trendCarried*l.slopeError()*ledger.NormalQuantile(u(0))
			draws[d] = math.Exp(level + workload.SlowingGrowth(start, floor(u(1)), decay(u(2)), t) + l.residual*ledger.NormalQuantile(u(3)))
		}
		bands = append(bands, band(draws))
	}
	return bands, nil
}

// ofChip is a chip's line of ln price against the year, with the first chip that
// has three years where it has fewer, and its last price.
func ofChip(seen []observation, chip float64) (trend line, year, ln float64) {
	by := map[float64][2][]float64{}
	for _, o := range seen {
		v := by[o.given[1]]
		by[o.given[1]] = [2][]float64{append(v[0], o.given[0]), append(v[1], math.Log(o.value))}
	}
	own := by[chip]
	n := len(own[0]) - 1
	year, ln = own[0][n], own[1][n]
	if n < 2 {
		own = by[80]
	}
	return fitLine(own[0], own[1]), year, ln
}

// rentalFall is the fall that investors reckon with in the chain: what rentals have
// lost eases towards what technology takes off the cost of an hour. The chain's
// clock begins in 2026; here it begins when the last price was seen.
func rentalFall(seen []observation, ahead []when) (bands []Band, err error) {
	c, err := dawndusk.Load("base")
	if err != nil {
		return nil, err
	}
	var x, y []float64
	for _, o := range seen {
		if o.given[1] == arithmetic {
			x, y = append(x, o.given[0]), append(y, math.Log(o.value))
		}
	}
	technology := fitLine(x, y)
	cost := -math.Expm1(-technology.slope) // dollars by watt stood still
	for _, a := range ahead {
		trend, year, ln := ofChip(seen, a.given[1])
		m := c.Scenario.Market
		m.Training.PriceFall = si.Rate(-math.Expm1(trend.slope)) * si.PerYear
		for t := 0.0; t < a.given[0]-year; t++ {
			ln += math.Log1p(-m.Fall(2026+t, [market.Products]float64{cost, cost, cost})[0])
		}
		t := a.given[0] - year
		bands = append(bands, around(ln, student90(trend.n-2)*math.Hypot(trend.residual, t*trend.slopeError())))
	}
	return bands, nil
}

// rentalTrend carries the fall seen on.
func rentalTrend(seen []observation, ahead []when) (bands []Band, err error) {
	for _, a := range ahead {
		trend, year, ln := ofChip(seen, a.given[1])
		t := a.given[0] - year
		bands = append(bands, around(ln+trend.slope*t, student90(trend.n-2)*math.Hypot(trend.residual, t*trend.slopeError())))
	}
	return bands, nil
}

// rentalStill leaves each chip at its last price.
func rentalStill(seen []observation, ahead []when) (bands []Band, err error) {
	for _, a := range ahead {
		trend, _, ln := ofChip(seen, a.given[1])
		bands = append(bands, around(ln, student90(trend.n-2)*trend.residual))
	}
	return bands, nil
}

// statedPaceError is the tolerance that was fixed before the first run of the
// pace: images and posts are two to six weeks apart.
const statedPaceError = 0.25

// paceOfSite forecasts the days of a site from the pace of the other; site and
// megawatts are given, and with them the phases planned.
func paceOfSite(seen []observation, ahead []when) (bands []Band, err error) {
	pace := ground.FitPace(seen[1].given[1], seen[0].value, seen[1].value)
	first := ahead[1].given[1]
	phases := []float64{first, ahead[2].given[1] - first}
	for _, a := range ahead {
		day, ok := pace.DayReached(a.given[1], phases, nil)
		if !ok {
			day = math.Inf(1)
		}
		bands = append(bands, Band{Number(day * (1 - statedPaceError)), Number(day), Number(day * (1 + statedPaceError))})
	}
	return bands, nil
}

// steadyPace takes the other site's watts by day from its first day to its last.
func steadyPace(seen []observation, ahead []when) (bands []Band, err error) {
	for _, a := range ahead {
		day := a.given[1] * seen[1].value / seen[1].given[1]
		bands = append(bands, Band{Number(day * (1 - statedPaceError)), Number(day), Number(day * (1 + statedPaceError))})
	}
	return bands, nil
}

// wrightOnLaunches forecasts a price by doublings of the world's launches, which
// go on as between the last two vehicles seen; year and launches are given, of what
// is ahead the year.
func wrightOnLaunches(seen []observation, ahead []when) (bands []Band, err error) {
	var x, y []float64
	for _, o := range seen {
		x, y = append(x, math.Log(o.given[1])), append(y, math.Log(o.value))
	}
	l := fitLine(x, y)
	last, before := seen[len(seen)-1].given, seen[len(seen)-2].given
	perYear := (last[1] - before[1]) / (last[0] - before[0])
	level, _ := l.at(math.Log(last[1]))
	for _, a := range ahead {
		more := perYear * (a.given[0] - last[0])
		factor := fleet.WrightFactor(last[1], more, -math.Expm1(l.slope*math.Ln2), 0)
		_, deviation := l.at(math.Log(last[1] + more))
		bands = append(bands, around(level+math.Log(factor), student90(l.n-2)*deviation))
	}
	return bands, nil
}

// levelDraws is how many draws a level takes: few, to keep the scoreboard quick.
const levelDraws = 300

// baseLevels plays the base for a year and reads the level rents.
func baseLevels(_ []observation, ahead []when) (bands []Band, err error) {
	settings, err := levelSettings()
	if err != nil {
		return nil, err
	}
	known := map[int]Band{}
	for _, a := range ahead {
		q := int(a.given[0])
		if b, ok := known[q]; ok {
			bands = append(bands, b)
			continue
		}
		c, err := dawndusk.Load("base", append([]string{"run.horizon=12 months"}, settings[q]...)...)
		if err != nil {
			return nil, err
		}
		e, err := draw(context.Background(), c, &Options{Draws: levelDraws, Seed: backtestSeed}, true, false, func(int) {})
		if err != nil {
			return nil, err
		}
		side := dawndusk.Orbit
		if q == 0 {
			side = dawndusk.Ground
		}
		var rents []float64
		for i := range e.results {
			rents = append(rents, e.results[i].Ladder[side].RentUSDPerWattYear)
		}
		known[q] = band(rents)
		bands = append(bands, known[q])
	}
	return bands, nil
}
