package dawndusk

import (
	"fmt"
	"math"

	"github.com/dawndusk/dawndusk/finance"
	"github.com/dawndusk/dawndusk/network"
	"github.com/dawndusk/dawndusk/si"
)

// Bill is what an IT watt ordered in some month costs on one side, line by line, and
// what its hours do and sell for.
type Bill struct {
	Cohort finance.Cohort
	Terms  finance.Terms

	Headline        Product
	PFLOPs          float64 // PFLOP/s that an H100e really does in training
	TokensPerSecond float64 // of the reference model, by an H100e that serves
	PriceUSDPerHour [NumProducts]float64
}

// Bills are both sides' bills of one month. A side that could not be ordered at any
// price has none.
type Bills struct {
	Side [NumSides]Bill
	Has  [NumSides]bool
}

// LastBills has Run leave both sides' bills of the last month that it plays in b; nil
// ends that. Bills are those of the orbit that the operator builds for.
func (e *Enterprise) LastBills(b *Bills) { e.bills = b }

func (e *Enterprise) bill(c *finance.Cohort) Bill {
	return Bill{
		Cohort: *c, Terms: e.terms, Headline: e.s.Run.Headline, PriceUSDPerHour: e.prices.USDPerHour,
		PFLOPs:          network.H100FLOPS * float64(e.s.Network.Training.MFU) / 1e15,
		TokensPerSecond: float64(e.s.Workload.Reference.TokensPerSecond),
	}
}

// Cost is how a cost is told: its boundary, its metric and its convention. Whatever
// has a bill can be told in any of them.
type Cost struct {
	Through finance.Rung // everything up to this rung
	Metric  finance.Metric
	View    finance.View
}

// product is the one whose hours a metric counts: training's arithmetic, inference's
// tokens, else the headline's.
func (b *Bill) product(m finance.Metric) Product {
	switch m {
	case finance.PFLOPHour:
		return Training
	case finance.MillionTokens:
		return Inference
	}
	return b.Headline
}

// Tell returns a bill's account in a view, for the product whose hours a metric
// counts, and the yardstick to read it by.
func (b *Bill) Tell(m finance.Metric, v finance.View) (finance.Account, finance.Yardstick) {
	k := b.product(m)
	return finance.Tell(&b.Cohort, &b.Terms, v, int(k)),
		finance.Yardstick{PFLOPs: b.PFLOPs, TokensPerSecond: b.TokensPerSecond, PriceUSDPerHour: b.PriceUSDPerHour[k]}
}

// In returns a side's cost: +Inf where there is no bill, and by the hour where
// nothing can be delivered; the worth of such a side is NaN.
func (b *Bills) In(side Side, c Cost) float64 {
	if !b.Has[side] {
		return c.none()
	}
	bill := &b.Side[side]
	a, y := bill.Tell(c.Metric, c.View)
	if c.byHour() && !(bill.Cohort.HoursPerWattYear[bill.product(c.Metric)] > 0) {
		return c.none()
	}
	return a.In(c.Metric, a.UpTo(c.Through), y)
}

// byHour says whether a cost is spread over hours delivered.
func (c *Cost) byHour() bool {
	switch c.Metric {
	case finance.GPUHour, finance.PFLOPHour, finance.MillionTokens, finance.NPV:
		return true
	}
	return false
}

func (c *Cost) none() float64 {
	if c.Metric == finance.NPV {
		return math.NaN()
	}
	return math.Inf(1)
}

// Bills plays the central values with even luck up to July of a year and returns
// both sides' bills of then.
func (c *Case) Bills(year int) (*Bills, error) {
	last := firstYear + MaxHorizonMonths/12 - 1
	if year < firstYear || year > last {
		return nil, fmt.Errorf("%d is outside the years that can be played; write one from %d to %d", year, firstYear, last)
	}
	s := c.Scenario
	s.Run.Horizon = si.Duration(ToJuly(year)) * si.Month
	var e Enterprise
	var out Result
	b := new(Bills)
	e.LastBills(b)
	e.Run(&s, EvenChance(), &out)
	return b, nil
}

// ToJuly is the horizon in months of a run whose last month is July of a year.
func ToJuly(year int) int { return (year-firstYear)*12 + midYear + 1 }
