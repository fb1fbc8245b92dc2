package launch

import (
	"math"
	"slices"

	"github.com/dawndusk/dawndusk/rng"
)

// FalconFit is what the Falcon record up to a year says about its growth.
type FalconFit struct {
	UpTo                  int     // last year seen
	Flown                 float64 // flights by the end of it
	Learning, LearningErr float64 // exponent of the yearly rate in cumulative flights, standard error
	Growth, GrowthErr     float64 // of the yearly rate, logarithm by year
	Scatter               float64 // residual standard deviation of the logarithm of a year's rate
}

// FitFalcon fits the learning and the growth of the launch rate to the years up
// to upto and sees no later ones.
//
// A crew that has flown K flights flies the next sooner, as K to a power e; a
// factory grows by the year. The rate n of each year is fitted on two lines:
//
//	ln n = a + e ln K + ε,  ln n = a' + g t + ε'
//
// with K at the year's middle; ε has the standard deviation Scatter.
//
// Source: the learning curve of Wright 1936, least squares.
// Ignores: years without a flight, whose logarithm is undefined.
// Good to: what the backtests show (study, falcon-2017 and falcon-2021).
// Needs: three years with flights up to upto.
func FitFalcon(years, counts []int, upto int) FalconFit {
	flown := 0.0
	var lnK, ln, when []float64
	for i, y := range years {
		if y > upto {
			break
		}
		c := float64(counts[i])
		if c > 0 {
			lnK, ln, when = append(lnK, math.Log(flown+(c+1)/2)), append(ln, math.Log(c)), append(when, float64(y))
		}
		flown += c
	}
	f := FalconFit{UpTo: upto, Flown: flown}
	f.Learning, f.LearningErr, f.Scatter = slope(lnK, ln)
	f.Growth, f.GrowthErr, _ = slope(when, ln)
	return f
}

// slope fits a line by least squares and returns its slope, the standard error
// of that and the standard deviation of the residuals.
func slope(xs, ys []float64) (b, err, residual float64) {
	n, mx, my := float64(len(xs)), 0.0, 0.0
	for i := range xs {
		mx, my = mx+xs[i]/n, my+ys[i]/n
	}
	sxx, sxy, rss := 0.0, 0.0, 0.0
	for i := range xs {
		sxx, sxy = sxx+(xs[i]-mx)*(xs[i]-mx), sxy+(xs[i]-mx)*(ys[i]-my)
	}
	b = sxy / sxx
	for i := range xs {
		d := ys[i] - my - b*(xs[i]-mx)
		rss += d * d
	}
	residual = math.Sqrt(rss / (n - 2))
	return b, residual / math.Sqrt(sxx), residual
}

// FalconPriors is what was known of Falcon at the end of 2017 beyond its yearly
// counts, as 5 and 95 % points of lognormal priors, which were not drawn blind:
// doc/model/launch.md says which figures were found in texts of the time and
// which rest on memory.
type FalconPriors struct {
	Pads                       float64    // SLC-40 (back in December 2017), LC-39A, SLC-4E
	PadDays                    [2]float64 // between flights of one pad: from the fastest gaps of LC-39A in 2017 to its share of the year's 18 flights
	Boosters                   int        // recovered and on hand
	Reflights                  float64    // made so far
	Turnaround                 [2]float64 // days: BulgariaSat-1 160 to SES-10 356 (2017)
	TurnaroundExponent         [2]float64 // progress of 90 to 75 % by doubling (Wright 1936 and after)
	Fastest                    [2]float64 // days: 24 h promised (Shotwell, April 2017), a month as built
	ReuseLimit                 [2]float64 // flights: Block 5 to refly ten times or more (Shotwell, November 2017), a hundred with repairs (Musk, March 2017), against two as flown
	LandingLoss                [2]float64 // none of 14 lost in 2017, three of eight in 2016
	BoosterProduction          [2]float64 // a year: 13 new ones flew in 2017; over 30 cores a year (Shotwell, FAA Commercial Space Transportation Conference, February 2016)
	CoreCeiling                float64    // boosters a year: the factory was laid out for 40 cores (SpaceX 2013, from memory)
	StageProduction            [2]float64 // upper stages a year: 18 flew in 2017; over 30 cores a year (Shotwell, FAA Commercial Space Transportation Conference, February 2016)
	StageCeiling               [2]float64 // a year: 40 go with these cores, and a core is three stages long: 160 if boosters are all reused; half as much again either way
	Customers                  [2]float64 // flights a year: 30 to 40 without its own satellites (Shotwell, SpaceNews, November 2017) against the dozen a year of a market that shrinks
	CustomerGrowth             [2]float64 // a year as a factor: world launches grew 4 %/yr from 2004 to 2017 (from memory); its share may grow or be lost to rivals then in development
	Constellation              float64    // probability that Starlink is launched: half of the LEO constellations of the 1990s were; Starlink was funded with 1 G$ in 2015
	Announced                  float64    // operational launches from 2019 (Cooper, Senate testimony, May 2017)
	Slip                       [2]float64 // years: Falcon 9 and Dragon 1 to 2, Falcon Heavy 5
	Satellites, MoreSatellites float64    // 4,425 (FCC filing of November 2016) and 7,518 (March 2017)
	MoreProbability            float64    // that the second filing is built as well
	Scale                      [2]float64 // of what is built to what was filed: a third, as constellations built in part; or as the filings themselves grew from November 2016 to March 2017, 2.7-fold
	BuildYears                 [2]float64 // 2019 to 2024 (Cooper 2017); the FCC's milestones allow 9
	Life                       [2]float64 // years, 5 to 7 (filing of 2016)
	PerFlight                  [2]float64 // satellites: bodies of 4 m by 1.8 m by 1.2 m (filing of 2016) fill the 145 m3 fairing at 12 to 17; by mass, 386 kg each, 36 to 40
	Failure                    [2]float64 // of a flight: one in 46 and one on the pad
	StandDownMonths            [2]float64 // 4.5 and 6 months so far
}

// PriorsOf2017 returns the priors of the end of 2017.
func PriorsOf2017() FalconPriors {
	return FalconPriors{
		Pads: 3, PadDays: [2]float64{13, 38}, Boosters: 12, Reflights: 5,
		Turnaround: [2]float64{140, 300}, TurnaroundExponent: [2]float64{0.15, 0.42}, Fastest: [2]float64{3, 30},
		ReuseLimit: [2]float64{5, 60}, LandingLoss: [2]float64{0.03, 0.2},
		BoosterProduction: [2]float64{10, 30}, CoreCeiling: 40, StageProduction: [2]float64{18, 34}, StageCeiling: [2]float64{60, 240},
		Customers: [2]float64{12, 36}, CustomerGrowth: [2]float64{0.94, 1.12}, Constellation: 0.7, Announced: 2019, Slip: [2]float64{0.4, 4},
		Satellites: 4425, MoreSatellites: 7518, MoreProbability: 0.5, Scale: [2]float64{0.33, 2.7}, BuildYears: [2]float64{3.5, 9}, Life: [2]float64{4, 7}, PerFlight: [2]float64{12, 40},
		Failure: [2]float64{0.01, 0.05}, StandDownMonths: [2]float64{3, 7},
	}
}

// trendDoubt widens the fitted growth of the factory: a trend of eight years is
// carried over eight more, which doubles its error at least.
const trendDoubt = 2

// Experience at the end of 2017 that the curves start from.
const (
	landingsTried  = 22   // on land and at sea since 2015
	coresMade      = 41   // Falcon boosters by serial number
	growthOf2017   = -0.4 // failures and crashes by flights: α of 0.3 to 0.6 is usual in managed growth (Duane 1964; MIL-HDBK-189C)
	standDownSlope = -0.7 // 6 months after flight 19, 4.5 after the pad loss that followed flight 28: ln(4.5/6)/ln(28/19)
	surestLanding  = 0.005
)

// Forecast returns the flights of each of the years after the fit, sorted by
// draw: pads with their turnaround, boosters with reuse, upper stages from the
// factory, and the flights customers and the constellation want, month by month,
// with the same stocks as the Starship model.
func (f FalconFit) Forecast(p FalconPriors, years, draws int, seed uint64) [][]float64 {
	out := make([][]float64, years)
	key := rng.NewKey(seed, "launch.falcon.backtest")
	for d := range draws {
		k := uint64(0)
		uniform := func() float64 { k++; return key.Uniform(uint64(d), k) }
		normal := func() float64 { return math.Sqrt2 * math.Erfinv(2*uniform()-1) }
		between := func(r [2]float64) float64 { // lognormal with 5 and 95 % points r; 1.6449 is Φ⁻¹(0.95)
			lo, hi := math.Log(r[0]), math.Log(r[1])
			return math.Exp((lo+hi)/2 + (hi-lo)/2/1.6449*normal())
		}
		growth := math.Exp(f.Growth + trendDoubt*f.GrowthErr*normal())
		boosters := stock{
			count: p.Boosters, perYear: between(p.BoosterProduction), growth: growth, ceiling: p.CoreCeiling, firstReuse: 0, reuse: true,
			wear: 1 / max(1, between(p.ReuseLimit)), fastest: between(p.Fastest), floor: surestLanding,
			turnaround: newCurve(between(p.Turnaround), p.Reflights, -between(p.TurnaroundExponent)),
			loss:       newCurve(between(p.LandingLoss), landingsTried, growthOf2017),
			build:      newCurve(1, coresMade, 0),
		}
		boosters.inRefit = float64(p.Boosters) / 2 // half of them just landed
		stages := stock{perYear: between(p.StageProduction), growth: growth, ceiling: between(p.StageCeiling), build: newCurve(1, f.Flown, 0)}
		pad := newCurve(between(p.PadDays), f.Flown, -max(0, f.Learning+f.LearningErr*normal()))
		failure := newCurve(between(p.Failure), f.Flown, growthOf2017)
		standDown := newCurve(between(p.StandDownMonths), f.Flown, standDownSlope)
		customers, more, perFlight := between(p.Customers), between(p.CustomerGrowth), between(p.PerFlight)
		begins := p.Announced + between(p.Slip)
		if uniform() > p.Constellation {
			begins = math.Inf(1)
		}
		second := uniform() < p.MoreProbability
		build, life, scale := between(p.BuildYears), between(p.Life), between(p.Scale)
		var pads allowance
		due, idle := 0.0, 0.0 // flights owed, months of stand-down
		for y := range years {
			year := float64(f.UpTo + 1 + y)
			factor := math.Exp(f.Scatter * normal())
			flown := 0
			for month := range 12 {
				at := year + float64(month)/12
				want := customers
				if at > begins {
					want += scale * wanted(p.Satellites, at-begins, build, life) / perFlight
					if second {
						want += scale * wanted(p.MoreSatellites, at-begins-build/2, build, life) / perFlight
					}
				}
				due += want / 12 * factor // what does not fly waits
				if stages.count < int(due)+2 {
					stages.make()
				}
				ready := boosters.begin(at)
				if ready < due*growthMargin {
					boosters.make()
				}
				open := max(0, 1-idle) * factor
				n := min(int(due), pads.take(p.Pads*daysPerMonth/pad.value*open), stages.count, int(ready))
				failed := binomial(n, failure.value, uniform())
				boosters.settle(n, failed, uniform())
				stages.count -= n
				pads.use(n)
				due -= float64(n)
				idle = max(0, idle-1)
				if failed > 0 {
					idle += standDown.value
				}
				pad.add(float64(n))
				failure.add(float64(n))
				standDown.add(float64(n))
				flown += n
			}
			stages.newYear()
			boosters.newYear()
			customers *= more
			out[y] = append(out[y], float64(flown))
		}
	}
	for y := range out {
		slices.Sort(out[y])
	}
	return out
}

// wanted is how many satellites a year a constellation of n wants t years after
// its start: it builds for a time, ramping over the first year, and replaces
// each satellite at the end of its life.
func wanted(n, t, build, life float64) float64 {
	rate := 0.0
	for ; t > 0; t -= life {
		if t < build {
			rate += n / build * min(1, 0.25+t)
		}
	}
	return rate
}
