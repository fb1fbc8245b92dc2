package study

import (
	"context"
	"math"
	"slices"

	"github.com/dawndusk/dawndusk/launch"
	"github.com/dawndusk/dawndusk/sat"
)

// report prices the base and the best design over the fresh draws and moves every
// variable and choice about the best.
func (q *quest) report(ctx context.Context, s *OptimiseSummary, best design) {
	t, r, m := q.fresh, q.robust, q.metric
	t.standard(t.play(ctx, q.base, t.draws))
	base, optimum := t.play(ctx, q.base, t.draws), t.play(ctx, best, t.draws)
	s.Base, s.Optimum = q.figures(base), q.figures(optimum)
	gain, gainError := r.gain(base, optimum, q.o.Seed, m.More)
	s.Gain, s.GainError = Number(gain), Number(gainError)
	searched := q.found.play(ctx, best, q.found.draws)
	before, after := r.over(q.found.play(ctx, q.base, q.found.draws), countedOf), r.over(searched, countedOf)
	s.DoseKept = burdenOf(searched).within(q.allowed)
	s.Base.SearchDraws, s.Optimum.SearchDraws = m.shown(before), m.shown(after)
	s.SearchGain = Number(saved(before, after, m.More))
	better := 0
	for i := range base {
		if optimum[i].counted < base[i].counted {
			better++
		}
	}
	s.BetterShare = Number(float64(better) / float64(len(base)))

	few := optimum[:min(q.sweepDraws, len(optimum))]
	level := r.over(few, countedOf)
	some := burdenOf(few).or(burdenOf(base[:len(few)]))
	all := burdenOf(optimum).or(burdenOf(base))
	for k := range q.vars {
		v := &q.vars[k]
		out := v.OptimiseVariable
		out.Base, out.Optimum = Number(v.gauge.number(v.base)), Number(v.gauge.number(best.values[k]))
		switch u := v.place(best.values[k]); {
		case u <= atBound:
			out.AtBound = "low"
		case u >= 1-atBound:
			out.AtBound = "high"
		}
		out.FlatLow, out.FlatHigh = out.Optimum, out.Optimum
		values := v.sweep(q.o.Steps, best.values[k])
		numbers := make([]float64, len(values))
		for i, x := range values {
			played := few
			if x != best.values[k] {
				played = t.play(ctx, best.with(k, x), len(few))
			}
			numbers[i] = r.over(played, countedOf)
			out.Sweep = append(out.Sweep, q.point(v, x, played, numbers[i], level))
			if q.o.Dose == DoseHold && !burdenOf(played).within(some) {
				numbers[i] = math.Inf(1) // good as it may be, it is not to be had
			}
		}
		out.flat(values, numbers, slices.Index(values, best.values[k]), level, v)
		s.Variables = append(s.Variables, out)
	}
	for k := range q.choices {
		c := &q.choices[k]
		out := OptimiseChoice{Path: c.path, What: c.what, Base: c.options[c.base], Optimum: c.options[best.options[k]]}
		for i, name := range c.options {
			change := OptionChange{Option: name, Counted: s.Optimum.Counted, OverDose: s.Optimum.OverDose}
			if i != best.options[k] {
				other := t.play(ctx, best.choosing(k, i), t.draws)
				change.Counted = m.shown(r.over(other, countedOf))
				g, e := r.gain(optimum, other, q.o.Seed, m.More)
				if !m.More {
					g = -g
				}
				change.Change, change.StandardError = Number(g), Number(e)
				change.OverDose, change.HoldsLess = drawShare(other, overDose), !burdenOf(other).within(all)
			}
			out.Options = append(out.Options, change)
		}
		s.Choices = append(s.Choices, out)
	}
	s.Plays = int(q.plays.Load())
}

// sweep returns the values of a trade curve in order: steps over what was
// searched, one a quarter of the way beyond each end where the row's limits let
// it, and the optimum itself.
func (v *optimiseVar) sweep(steps int, optimum float64) []float64 {
	values := []float64{optimum}
	add := func(x float64) {
		if x >= v.min && x <= v.max && !slices.ContainsFunc(values, func(w float64) bool { return math.Abs(w-x) <= 1e-9*math.Abs(x) }) {
			values = append(values, x)
		}
	}
	for i := range steps {
		add(v.at(float64(i) / float64(steps-1)))
	}
	add(max(v.at(-0.25), v.min))
	add(min(v.at(1.25), v.max))
	slices.Sort(values)
	return values
}

// flat sets how far from the optimum the metric stays within a hundredth: from
// value to value of the curve, and between the last within and the first beyond
// where the straight line between them crosses.
func (out *OptimiseVariable) flat(values, numbers []float64, at int, level float64, v *optimiseVar) {
	limit := level * (1 + flatShare)
	edge := func(step int) Number {
		i := at
		for i+step >= 0 && i+step < len(values) && numbers[i+step] <= limit {
			i += step
		}
		x := values[i]
		if j := i + step; j >= 0 && j < len(values) && !math.IsInf(numbers[j], 1) {
			x += (values[j] - x) * (limit - numbers[i]) / (numbers[j] - numbers[i])
		}
		return Number(v.gauge.number(min(max(x, v.low), v.high)))
	}
	out.FlatLow, out.FlatHigh = edge(-1), edge(1)
}

// middle is the median over draws.
func middle(outcomes []outcome, f func(x *outcome) float64) Number {
	return Number(Robust{Share: 0.5}.over(outcomes, f))
}

func drawShare(outcomes []outcome, f func(x *outcome) bool) Number {
	n := 0
	for i := range outcomes {
		if f(&outcomes[i]) {
			n++
		}
	}
	return Number(float64(n) / float64(len(outcomes)))
}

func overDose(x *outcome) bool    { return x.overdose > 1 }
func undelivered(x *outcome) bool { return !x.sold }
func perTonne(n Number) Number    { return 1 / n } // of tonnes by kilowatt

// point is a point of a trade curve.
func (q *quest) point(v *optimiseVar, x float64, played []outcome, counted, level float64) SweepPoint {
	change := -saved(level, counted, q.metric.More)
	if q.metric.More {
		change = -change
	}
	return SweepPoint{
		Value: Number(v.gauge.number(x)), Within: x >= v.low && x <= v.high, Counted: q.metric.shown(counted), Change: Number(change),
		MassT:        middle(played, func(x *outcome) float64 { return x.massT }),
		KWPerT:       perTonne(middle(played, func(x *outcome) float64 { return x.tPerKW })),
		HourUSD:      middle(played, func(x *outcome) float64 { return x.hourUSD }),
		CapexUSDPerW: middle(played, func(x *outcome) float64 { return x.capexUSDPerW }),
		PerFlight:    middle(played, func(x *outcome) float64 { return x.perFlight }),
		PanelC:       middle(played, func(x *outcome) float64 { return x.panelC }),
		OverDose:     drawShare(played, overDose), Undelivered: drawShare(played, undelivered),
	}
}

// figures sums up a design over draws.
func (q *quest) figures(played []outcome) DesignFigures {
	f := DesignFigures{
		Counted:      q.metric.shown(q.robust.over(played, countedOf)),
		Metric:       q.metric.shown(q.robust.over(played, func(x *outcome) float64 { return x.metric })),
		HourUSD:      middle(played, func(x *outcome) float64 { return x.hourUSD }),
		Ratio:        middle(played, func(x *outcome) float64 { return x.ratio }),
		RentUSD:      middle(played, func(x *outcome) float64 { return x.rentUSD }),
		CapexUSDPerW: middle(played, func(x *outcome) float64 { return x.capexUSDPerW }),
		MassT:        middle(played, func(x *outcome) float64 { return x.massT }),
		KWPerT:       perTonne(middle(played, func(x *outcome) float64 { return x.tPerKW })),
		PerFlight:    middle(played, func(x *outcome) float64 { return x.perFlight }),
		PanelC:       middle(played, func(x *outcome) float64 { return x.panelC }),
		ShieldMM:     middle(played, func(x *outcome) float64 { return x.shieldMM }),
		Delivered:    middle(played, func(x *outcome) float64 { return x.delivered }),
		OverDose:     drawShare(played, overDose),
		DoseByLimit:  Number(burdenOf(played).mean),
		Undelivered:  drawShare(played, undelivered),
		Cheaper:      drawShare(played, func(x *outcome) bool { return x.ratio < 1 }),
	}
	for o := launch.Target(0); o < launch.NumTargets; o++ {
		f.Orbits = append(f.Orbits, DesignShare{o.String(), drawShare(played, func(x *outcome) bool { return x.target == o })})
	}
	for mode := sat.EclipseMode(0); mode < sat.Cheapest; mode++ {
		f.EclipseModes = append(f.EclipseModes, DesignShare{mode.String(), drawShare(played, func(x *outcome) bool { return x.mode == mode })})
	}
	return f
}
