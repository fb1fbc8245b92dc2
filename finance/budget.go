package finance

import (
	"math"

	"github.com/dawndusk/dawndusk/si"
)

// recordMUSD is the group's reported capital expenditure on AI by quarter of
// 2026, in millions of dollars: played as it happened.
//
// Source: SpaceX Form S-1 (first quarter) and Form 10-Q, accession
// 0001628280-26-052535 (second quarter).
var recordMUSD = [...]float64{7723, 15828}

// Budget is the money the group can put into compute, orbit and ground together.
// Each month brings the plan's instalment and the reinvested share of compute's
// own margin; Spend takes out no more than there is.
type Budget struct {
	monthly, growth, capUSD float64 // the plan's instalment, its monthly factor, its ceiling
	reinvested              float64
	carryMonths             float64

	Cash     float64 // available now
	In       float64 // all that came in, the opening cash included
	Spent    float64
	Returned float64 // plan money unspent for too long, and what Bound took
	Cut      float64 // of it, what Bound took
}

// Reset starts the budget before month 0.
func (b *Budget) Reset(p *Params) {
	g := &p.Group
	cash, most := g.CashStart.SI(), g.CapexCap.In(si.DollarPerYear)/12
	*b = Budget{
		monthly:     min(g.CapexStart.In(si.DollarPerYear)/12, most),
		growth:      math.Exp(math.Log1p(g.CapexGrowth.In(si.PerYear)) / 12),
		capUSD:      most,
		reinvested:  g.ReinvestedShare.SI(),
		carryMonths: g.Carry.In(si.Month),
		Cash:        cash,
		In:          cash,
	}
}

// Month opens a month (0 is January 2026): last month's margin, which may be a
// loss, and the plan's instalment come in. Months of the record bring what was
// spent then. What piles up beyond the carry-over goes back to the group.
func (b *Budget) Month(month int, marginUSD float64) {
	instalment := b.monthly
	if q := month / 3; q < len(recordMUSD) {
		instalment = recordMUSD[q] * 1e6 / 3
	} else {
		b.monthly = min(b.monthly*b.growth, b.capUSD)
	}
	margin := marginUSD
	if margin > 0 {
		margin *= b.reinvested
	}
	b.In += instalment + margin
	b.Cash += instalment + margin
	if over := b.Cash - (1+b.carryMonths)*instalment; over > 0 && month/3 >= len(recordMUSD) {
		b.Cash -= over
		b.Returned += over
	}
}

// Bound gives back what is at hand beyond an amount: the plan's money that the group
// turns out not to have.
func (b *Budget) Bound(usd float64) {
	if over := b.Cash - max(0, usd); over > 0 {
		b.Cash -= over
		b.Returned += over
		b.Cut += over
	}
}

// Available returns what may be spent now.
func (b *Budget) Available() float64 {
	if b.Cash > 0 {
		return b.Cash
	}
	return 0
}

// Plan returns the plan's instalment for the coming month.
func (b *Budget) Plan() float64 { return b.monthly }

// Spend takes out as much of the request as there is and returns it: nothing for
// a request that is negative or not a number.
func (b *Budget) Spend(requestUSD float64) (grantedUSD float64) {
	if !(requestUSD > 0) {
		return 0
	}
	grantedUSD = requestUSD
	if free := b.Available(); free < requestUSD {
		grantedUSD = free
	}
	b.Cash -= grantedUSD
	b.Spent += grantedUSD
	return grantedUSD
}
