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

// Cost is Costs within one boundary.
func (b *Bills) Cost(side Side, m finance.Metric, v finance.View, within finance.Boundary) float64 {
	var cost [1]float64
	b.Costs(side, m, v, []finance.Boundary{within}, cost[:])
	return cost[0]
}

// Costs fills in what a side costs in a metric and a view, within each of some
// boundaries. What cannot be had, or by the hour delivered, costs +Inf; what it would
// be worth is NaN. Ownership without a horizon counts as many years on both sides:
// those of the one that serves longer.
func (b *Bills) Costs(side Side, m finance.Metric, v finance.View, within []finance.Boundary, cost []float64) {
	bill := &b.Side[side]
	k := bill.product(m)
	if !b.Has[side] || m.ByHour() && !(bill.Cohort.HoursPerWattYear[k] > 0) {
		none := math.Inf(1)
		if m == finance.NPV {
			none = math.NaN()
		}
		for i := range cost {
			cost[i] = none
		}
		return
	}
	if m == finance.Ownership && v.HorizonYears == 0 {
		v.HorizonYears = max(b.LifeYears(Orbit, v), b.LifeYears(Ground, v))
	}
	a := finance.Tell(&bill.Cohort, &bill.Terms, v, int(k))
	y := finance.Yardstick{PFLOPs: bill.PFLOPs, TokensPerSecond: bill.TokensPerSecond, PriceUSDPerHour: bill.PriceUSDPerHour[k]}
	for i := range cost {
		cost[i] = a.In(m, a.Within(within[i]), y)
	}
}

// LifeYears is how long a side's watts serve in a view, selling the headline product;
// 0 if they cannot be had.
func (b *Bills) LifeYears(side Side, v finance.View) float64 {
	if !b.Has[side] {
		return 0
	}
	bill := &b.Side[side]
	return finance.Tell(&bill.Cohort, &bill.Terms, v, int(bill.Headline)).LifeYears
}

// Bills plays the central values with even luck up to July of a year and returns
// both sides' bills of then.
func (c *Case) Bills(year int) (*Bills, error) {
	if err := playable(year); err != nil {
		return nil, err
	}
	s := c.Scenario
	s.Run.Horizon = ToJuly(year)
	var e Enterprise
	var out Result
	b := new(Bills)
	e.LastBills(b)
	e.Run(&s, EvenChance(), &out)
	return b, nil
}

// ToJuly is the horizon of a run whose last month is July of a year.
func ToJuly(year int) si.Duration { return si.Duration((year-firstYear)*12+midYear+1) * si.Month }

// playable says why a year cannot be played.
func playable(year int) error {
	if last := firstYear + MaxHorizonMonths/12 - 1; year < firstYear || year > last {
		return fmt.Errorf("%d is outside the years that can be played; write one from %d to %d", year, firstYear, last)
	}
	return nil
}
