package study

import (
	"math"

	"github.com/dawndusk/dawndusk/finance"
	"github.com/dawndusk/dawndusk/ledger"
	"github.com/dawndusk/dawndusk/rng"
)

// The prior of the most subscribers there can be: lognormal, by its middle and its
// 95 % point, from what was printed before 2025. The middle: Starlink serves no more
// than 3 to 5 % of people (E. Musk, meeting of Tesla's owners, June 2019), of 7.7 G
// people. The 95 % point: the 2.6 G people offline (ITU, Facts and figures 2024,
// November 2024). Four people to a household are assumed in both. Its 5 % point is
// then 9 M. What SpaceX itself had planned, 40 M in 2025 (The Wall Street Journal, 13
// January 2017), lies inside.
const (
	ceilingMiddle = 0.04 * 7700 / 4 // millions
	ceilingMost   = 2600. / 4
)

// ceilings is how many ceilings the prior is cut into, of equal chance.
const ceilings = 400

// subscriberPaths draws courses of subscribers from counts: a ceiling by its prior
// and by how well it fits, growth and residual by the fit to it. From the last count
// ln N strays from a course like a walk, as it did between the counts.
type subscriberPaths struct {
	fits   []finance.SubscriberFit
	chance []float64 // summed
	key    rng.Key
}

func newSubscriberPaths(counts []finance.SubscriberCount, middle, most float64, key string) *subscriberPaths {
	p := &subscriberPaths{key: rng.NewKey(backtestSeed, key)}
	spread := math.Log(most/middle) / ledger.NormalQuantile(0.95)
	sum := 0.0
	for i := range ceilings {
		ceiling := middle * math.Exp(spread*ledger.NormalQuantile((float64(i)+0.5)/ceilings))
		if ceiling <= counts[len(counts)-1].Millions {
			continue // they are more already
		}
		f := finance.FitSubscribers(counts, ceiling)
		sum += math.Exp(f.LnEvidence)
		p.fits, p.chance = append(p.fits, f), append(p.chance, sum)
	}
	return p
}

// at is a draw's subscribers, in millions, some years after the last count.
func (p *subscriberPaths) at(draw int, years float64) float64 {
	u := func(k uint64) float64 { return p.key.Uniform(uint64(draw), k) }
	i, n := 0, len(p.fits)
	for i < n-1 && p.chance[i] < u(0)*p.chance[n-1] {
		i++
	}
	f := &p.fits[i]
	// Errors estimated with few degrees of freedom: the residual by the chi-square of
	// Wilson and Hilferty (1931).
	v := 2 / (9 * f.Degrees)
	wide := math.Pow(max(1-v+math.Sqrt(v)*ledger.NormalQuantile(u(1)), 0.1), -1.5)
	growth := f.Growth + wide*f.GrowthError*ledger.NormalQuantile(u(2))
	return f.At(f.Year+years, growth) * math.Exp(wide*f.Residual*math.Sqrt(years)*ledger.NormalQuantile(u(3)))
}

// countsOf are the subscribers seen; the day is given, and what it is where other
// things are seen too.
func countsOf(seen []observation) (counts []finance.SubscriberCount) {
	for _, o := range seen {
		if len(o.given) == 1 || o.given[1] == subscriberCounts {
			counts = append(counts, finance.SubscriberCount{Year: o.given[0], Millions: o.value})
		}
	}
	return counts
}

// subscriberCurve forecasts counts of subscribers by the group's own equation, with a
// prior of the ceiling.
func subscriberCurve(middle, most float64) method {
	return func(seen []observation, ahead []when) (bands []Band, err error) {
		paths := newSubscriberPaths(countsOf(seen), middle, most, "study.backtest.subscribers")
		last := seen[len(seen)-1].given[0]
		draws := make([]float64, backtestDraws)
		for _, a := range ahead {
			for d := range draws {
				draws[d] = paths.at(d, a.given[0]-last)
			}
			bands = append(bands, band(draws))
		}
		return bands, nil
	}
}

// quadratic continues a straight line through the square root of what was seen.
func quadratic(seen []observation, ahead []when) (bands []Band, err error) {
	var x, y []float64
	for _, o := range seen {
		x, y = append(x, o.given[0]), append(y, math.Sqrt(o.value))
	}
	l := fitLine(x, y)
	for _, a := range ahead {
		root, deviation := l.at(a.given[0])
		half := student90(l.n-2) * deviation
		bands = append(bands, Band{Number(math.Pow(max(root-half, 0), 2)), Number(root * root), Number((root + half) * (root + half))})
	}
	return bands, nil
}

// series are what is told of one thing: the middles of the periods, their months, and
// the values by month (bills, and counts at a day, as they are).
type series struct{ year, months, value []float64 }

// seriesOf picks one thing out of what was seen.
func seriesOf(seen []observation, what float64) (s series) {
	for _, o := range seen {
		if o.given[1] == what {
			value := o.value
			if what <= aiRevenue {
				value /= o.given[2]
			}
			s.year, s.months, s.value = append(s.year, o.given[0]), append(s.months, o.given[2]), append(s.value, value)
		}
	}
	return s
}

// growth is the growth by year, in logarithms, between the last two whole years, and
// last that between the last two periods; both are none where one period is told.
func (s *series) growth() (years, last float64) {
	n := len(s.year)
	for i := 1; i < n; i++ {
		last = math.Log(s.value[i]/s.value[i-1]) / (s.year[i] - s.year[i-1])
		if s.months[i] == 12 {
			years = last
		}
	}
	return years, last
}

// changes is how far steps of ln value strayed from a steady growth, squared, by
// year, and how many they are; steady is of each step.
func (s *series) changes(from int, steady func(i int) float64) (squares, n float64) {
	for i := from; i < len(s.year); i++ {
		Δt := s.year[i] - s.year[i-1]
		d := math.Log(s.value[i]/s.value[i-1]) - steady(i)*Δt
		squares, n = squares+d*d/Δt, n+1
	}
	return squares, n
}

// stillness is the spread by year of changes from no growth, and its degrees of
// freedom: of the three segments together, or where one period of each is told, of
// Twitter's years.
func stillness(seen []observation) (spread, degrees float64) {
	return pooled(seen, 1, func(*series) func(int) float64 { return func(int) float64 { return 0 } })
}

// steadiness is that of changes from the growth before.
func steadiness(seen []observation) (spread, degrees float64) {
	return pooled(seen, 2, func(s *series) func(int) float64 {
		return func(i int) float64 { return math.Log(s.value[i-1]/s.value[i-2]) / (s.year[i-1] - s.year[i-2]) }
	})
}

func pooled(seen []observation, from int, steady func(*series) func(int) float64) (spread, degrees float64) {
	squares := 0.0
	for what := spaceRevenue; what <= aiRevenue; what++ {
		s := seriesOf(seen, float64(what))
		q, n := s.changes(from, steady(&s))
		squares, degrees = squares+q, degrees+n
	}
	if degrees == 0 {
		s := seriesOf(seen, twitterRevenue)
		squares, degrees = s.changes(1, func(int) float64 { return 0 })
	}
	return math.Sqrt(squares / degrees), degrees
}

// carried is a segment's median by month carried on at a growth, and half of the
// band of its logarithm.
func carried(s *series, growth, year, spread, degrees float64) (ln, half float64) {
	last := len(s.year) - 1
	Δt := year - s.year[last]
	return math.Log(s.value[last]) + growth*Δt, student90(degrees) * spread * math.Sqrt(Δt)
}

func inPeriod(ln, half float64, a *when) Band { return around(ln+math.Log(a.given[2]), half) }

// segmentsCarried forecasts segments as finance.Predictions does: connectivity from
// subscribers, their bill and the rest, space and AI at their growth between the
// last two years filed. What strays does so as the segments did from that rule when
// last it could be asked.
func segmentsCarried(seen []observation, ahead []when) (bands []Band, err error) {
	spread, degrees := steadiness(seen)
	for i := range ahead {
		a := &ahead[i]
		if a.given[1] == connectivityRevenue {
			bands = append(bands, connectivityBand(seen, a))
			continue
		}
		s := seriesOf(seen, a.given[1])
		years, _ := s.growth()
		ln, half := carried(&s, years, a.given[0], spread, degrees)
		bands = append(bands, inPeriod(ln, half, a))
	}
	return bands, nil
}

// connectivityBand forecasts connectivity in the period that follows the last count:
// subscribers as subscriberCurve has them; the bill as between the last two years
// filed, straying as much as it moved; the rest between standing still and keeping
// its proportion.
func connectivityBand(seen []observation, a *when) Band {
	counts, bills, revenue := countsOf(seen), seriesOf(seen, monthlyBill), seriesOf(seen, connectivityRevenue)
	paths := newSubscriberPaths(counts, ceilingMiddle, ceilingMost, "study.backtest.segments")
	now := counts[len(counts)-1].Millions
	last := len(bills.year) - 1
	length := revenue.months[len(revenue.months)-1] / 12 // of the last period, at whose end the last count stands
	before := bills.value[last] * (countAt(counts, counts[len(counts)-1].Year-length) + now) / 2
	rest := revenue.value[len(revenue.value)-1] - before

	fall, _ := bills.growth()
	squares, n := bills.changes(1, func(int) float64 { return 0 })
	Δt := a.given[0] - bills.year[last]
	draws := make([]float64, backtestDraws)
	for d := range draws {
		u := func(k uint64) float64 { return paths.key.Uniform(uint64(d), k) }
		bill := bills.value[last] * math.Exp(fall*Δt+math.Sqrt(squares/n*Δt)*ledger.NormalQuantile(u(4)))
		subscriptions := bill * (now + paths.at(d, a.given[2]/12)) / 2
		draws[d] = a.given[2] * finance.ConnectivityAhead(subscriptions, before, rest, u(5))
	}
	return band(draws)
}

// countAt reads between two counts, in equal ratios.
func countAt(c []finance.SubscriberCount, year float64) float64 {
	i := 1
	for i < len(c)-1 && c[i].Year < year {
		i++
	}
	return c[i-1].Millions * math.Pow(c[i].Millions/c[i-1].Millions, (year-c[i-1].Year)/(c[i].Year-c[i-1].Year))
}

// segmentsStill says that the last period's revenue goes on.
func segmentsStill(seen []observation, ahead []when) (bands []Band, err error) {
	spread, degrees := stillness(seen)
	for i := range ahead {
		s := seriesOf(seen, ahead[i].given[1])
		ln, half := carried(&s, 0, ahead[i].given[0], spread, degrees)
		bands = append(bands, inPeriod(ln, half, &ahead[i]))
	}
	return bands, nil
}

// segmentsGrowing says that the last growth goes on; where one period is told there is
// none but connectivity's, which is then that of subscriptions.
func segmentsGrowing(seen []observation, ahead []when) (bands []Band, err error) {
	spread, degrees := steadiness(seen)
	for i := range ahead {
		a := &ahead[i]
		s := seriesOf(seen, a.given[1])
		_, last := s.growth()
		if len(s.year) == 1 && a.given[1] == connectivityRevenue {
			last = subscriptionGrowth(seen)
		}
		ln, half := carried(&s, last, a.given[0], spread, degrees)
		bands = append(bands, inPeriod(ln, half, a))
	}
	return bands, nil
}

// subscriptionGrowth is that of subscribers times bill between the last two years.
func subscriptionGrowth(seen []observation) float64 {
	counts, bills := countsOf(seen), seriesOf(seen, monthlyBill)
	end := counts[len(counts)-1]
	yearBefore := countAt(counts, end.Year-1)
	mean, meanBefore := (end.Millions+yearBefore)/2, (yearBefore+countAt(counts, end.Year-2))/2
	fall, _ := bills.growth()
	return math.Log(mean/meanBefore) + fall
}

// leaseKnown forecasts AI with the lease of which the form told that also told the
// last quarter: products as segmentsCarried has AI, and of the rent at most due a
// share from nothing to all, since the fee was reduced by what is not told.
func leaseKnown(seen []observation, ahead []when) (bands []Band, err error) {
	spread, degrees := steadiness(seen)
	key := rng.NewKey(backtestSeed, "study.backtest.lease")
	draws := make([]float64, backtestDraws)
	for i := range ahead {
		a := &ahead[i]
		s := seriesOf(seen, a.given[1])
		years, _ := s.growth()
		ln, half := carried(&s, years, a.given[0], spread, degrees)
		for d := range draws {
			z := ledger.NormalQuantile(key.Uniform(uint64(d), 0)) / ledger.NormalQuantile(0.9)
			draws[d] = a.given[2]*math.Exp(ln+half*z) + key.Uniform(uint64(d), 1)*a.given[3]
		}
		bands = append(bands, band(draws))
	}
	return bands, nil
}

// leaseInFull takes the rent in full and all else as it was, with the spread of what
// stands still.
func leaseInFull(seen []observation, ahead []when) (bands []Band, err error) {
	spread, degrees := stillness(seen)
	for i := range ahead {
		a := &ahead[i]
		s := seriesOf(seen, a.given[1])
		ln, half := carried(&s, 0, a.given[0], spread, degrees)
		bands = append(bands, around(math.Log(a.given[2]*math.Exp(ln)+a.given[3]), half))
	}
	return bands, nil
}
