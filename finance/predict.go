package finance

import "math"

// Prediction is a withheld figure beside what was known before it predicts, in
// millions of dollars of the day.
type Prediction struct {
	What             string
	Predicted, Filed float64
	Error            float64 // predicted over filed, less one
	Why              string
}

// Predictions predicts the segments' revenue in the year 2025 from what was
// filed up to 2024, and in the second quarter of 2026 from what was filed up to
// the first. Both follow one rule, not tuned to either:
// subscribers follow the logistic curve fitted to the counts up to then, the
// monthly bill goes on falling as it did between the last two years filed, the
// rest of connectivity keeps its proportion to subscriptions, and the other
// segments go on growing as they did between the last two years filed, or stand
// still where only one is.
//
// Source: the filings; the rule is ours.
// Ignores: contracts signed and announced, of which the leases of compute are one.
// Good to: the errors are the result.
// Needs: filings and counts as Filings and SubscriberRecord give them.
func Predictions(filed []Filed, counts []SubscriberCount) []Prediction {
	year24, year25, q1, q2 := &filed[filed2024], &filed[filed2025], &filed[filedQ12026], &filed[filedQ22026]

	// The year 2025, from 2024.
	curve := fitLogistic(upTo(counts, 2025))
	bill := year24.ARPU * year24.ARPU / filed[filed2023].ARPU
	subscriptions := 12 * bill * curve.mean(2025, 2026)
	lastYear := 12 * year24.ARPU * (subscribersAt(upTo(counts, 2025), 2024) + year24.Subscribers) / 2
	rest := year24.Segment[ConnectivitySegment] - lastYear
	result := []Prediction{
		{What: "space, 2025", Predicted: year24.Segment[SpaceSegment], Filed: year25.Segment[SpaceSegment],
			Why: "stood still: one year filed gives no growth"},
		{What: "connectivity, 2025", Predicted: ConnectivityAhead(subscriptions, lastYear, rest, 1), Filed: year25.Segment[ConnectivitySegment],
			Why: "the rest grew less than subscriptions"},
		{What: "connectivity, 2025, the rest standing still", Predicted: ConnectivityAhead(subscriptions, lastYear, rest, 0), Filed: year25.Segment[ConnectivitySegment],
			Why: "the other end: enterprise, mobility and government did grow"},
		{What: "AI, 2025", Predicted: year24.Segment[AISegment], Filed: year25.Segment[AISegment],
			Why: "stood still: one year filed gives no growth"},
	}

	// The second quarter of 2026, from the first.
	curve = fitLogistic(upTo(counts, 2026.25))
	bill = q1.ARPU * math.Pow(year25.ARPU/year24.ARPU, 0.25)
	subscriptions = 3 * bill * curve.mean(2026.25, 2026.5)
	before := 3 * q1.ARPU * (subscribersAt(upTo(counts, 2026.25), 2026) + q1.Subscribers) / 2
	rest = q1.Segment[ConnectivitySegment] - before
	grown := func(s Segment) float64 {
		return q1.Segment[s] * math.Pow(year25.Segment[s]/year24.Segment[s], 0.25)
	}
	result = append(result,
		Prediction{What: "space, second quarter of 2026", Predicted: grown(SpaceSegment), Filed: q2.Segment[SpaceSegment],
			Why: "launches are lumpy: the first quarter was the lowest of those filed"},
		Prediction{What: "connectivity, second quarter of 2026", Predicted: ConnectivityAhead(subscriptions, before, rest, 1), Filed: q2.Segment[ConnectivitySegment],
			Why: "the rest jumped by more than half in a quarter while the bill stopped falling"},
		Prediction{What: "AI, second quarter of 2026", Predicted: grown(AISegment), Filed: q2.Segment[AISegment],
			Why: "a change of regime: compute began to be leased out in that quarter, which nothing filed before shows"},
	)
	for i := range result {
		result[i].Error = result[i].Predicted/result[i].Filed - 1
	}
	return result
}

// ConnectivityAhead returns a coming period's revenue of connectivity from its
// subscriptions, those of a period before and the rest of that period's revenue.
// The rest follows subscriptions to the power of share: it stands still at 0 and
// keeps its proportion at 1.
//
// Source: the definitions; the two ends are those of Predictions.
// Ignores: what the rest is made of.
// Good to: see Predictions.
// Needs: subscriptions above zero, share from 0 to 1.
func ConnectivityAhead(subscriptions, before, rest, share float64) float64 {
	return subscriptions + rest*math.Pow(subscriptions/before, share)
}

// SubscriberFit is the growth of subscribers under a ceiling, as counts have it,
// with its errors.
type SubscriberFit struct {
	Ceiling     float64 // millions
	Growth      float64 // g, a year
	GrowthError float64 // its standard error
	Residual    float64 // that ln N strays by in a year
	Degrees     float64 // of freedom of both errors
	LnEvidence  float64 // log likelihood of the ceiling, growth and residual averaged over
	Year        float64 // of the last count
	Millions    float64 // the last count
}

// FitSubscribers fits dN/dt = g N (1 − N/M) to counts for a given ceiling M, all
// but which is a straight line: growth between neighbouring counts against
// 1 − N/M, through zero. ln N strays from its course like a walk, so the longer
// the span between two counts, the better it tells growth.
//
// Source: Verhulst's equation; weighted least squares; the evidence averages over g
// with a flat weight and over the residual with 1/σ.
// Ignores: that counts are rounded, and told when they pass a round number.
// Good to: the errors tell.
// Needs: three counts or more, rising in date, that do not lie on one such curve exactly.
func FitSubscribers(c []SubscriberCount, ceiling float64) SubscriberFit {
	last := c[len(c)-1]
	f := SubscriberFit{Ceiling: ceiling, Degrees: float64(len(c) - 2), Year: last.Year, Millions: last.Millions}
	var hh, hy, yy float64
	for i := 1; i < len(c); i++ {
		Δt := c[i].Year - c[i-1].Year
		h := 1 - math.Sqrt(c[i].Millions*c[i-1].Millions)/ceiling
		y := math.Log(c[i].Millions/c[i-1].Millions) / Δt
		hh, hy, yy = hh+Δt*h*h, hy+Δt*h*y, yy+Δt*y*y
	}
	f.Growth = hy / hh
	squares := math.Max(yy-f.Growth*hy, 0)
	f.Residual = math.Sqrt(squares / f.Degrees)
	f.GrowthError = f.Residual / math.Sqrt(hh)
	f.LnEvidence = -math.Log(hh)/2 - f.Degrees/2*math.Log(squares)
	return f
}

// At returns the subscribers, in millions, at a date if growth is what is told.
func (f *SubscriberFit) At(year, growth float64) float64 {
	e := math.Exp(growth * (year - f.Year))
	return f.Millions * e / (1 + f.Millions/f.Ceiling*(e-1))
}

// upTo returns the counts up to a date.
func upTo(counts []SubscriberCount, year float64) []SubscriberCount {
	n := 0
	for n < len(counts) && counts[n].Year <= year {
		n++
	}
	return counts[:n]
}

// logistic is a curve of subscribers through its last count.
type logistic struct {
	growth, crowding float64 // dN/dt = N (growth − crowding N)
	year, n          float64
}

// fitLogistic fits the relative growth between neighbouring counts by a straight
// line in the count between them, each weighted with its length. Where growth
// does not fall with the count there is no ceiling to be seen: the curve is then
// exponential.
//
// Source: Verhulst's equation; weighted least squares.
// Ignores: churn apart from growth; satellites' capacity.
// Good to: see Predictions.
// Needs: three counts or more, rising in date.
func fitLogistic(c []SubscriberCount) logistic {
	var w, wx, wy, wxx, wxy float64
	for i := 1; i < len(c); i++ {
		Δt := c[i].Year - c[i-1].Year
		x := math.Sqrt(c[i].Millions * c[i-1].Millions)
		y := math.Log(c[i].Millions/c[i-1].Millions) / Δt
		w, wx, wy, wxx, wxy = w+Δt, wx+Δt*x, wy+Δt*y, wxx+Δt*x*x, wxy+Δt*x*y
	}
	slope := (w*wxy - wx*wy) / (w*wxx - wx*wx)
	l := logistic{year: c[len(c)-1].Year, n: c[len(c)-1].Millions}
	if slope < 0 {
		l.crowding = -slope
	} else {
		slope = 0
	}
	l.growth = (wy - slope*wx) / w
	return l
}

// at returns the subscribers, in millions, at a date.
func (l *logistic) at(year float64) float64 {
	e := math.Exp(l.growth * (year - l.year))
	return l.n * e / (1 + l.crowding*l.n/l.growth*(e-1))
}

// mean returns the mean of both ends.
func (l *logistic) mean(from, to float64) float64 { return (l.at(from) + l.at(to)) / 2 }
