package study

import (
	"cmp"
	"context"
	"math"
	"slices"
	"sync"

	"github.com/dawndusk/dawndusk"
	"github.com/dawndusk/dawndusk/finance"
	"github.com/dawndusk/dawndusk/launch"
	"github.com/dawndusk/dawndusk/ledger"
	"github.com/dawndusk/dawndusk/si"
)

// Priors are the sets of beliefs under which every headline is given.
var Priors = [...]string{"outside-view", "base", "promoter"}

// costYear is the year of the cost ladder and of the drivers.
const costYear = dawndusk.LadderYear

// Run studies a scenario: many draws under its own priors and policy, and as
// many under each of the other priors, policies and launch prices and without
// correlations.
// All mistakes of the scenario come back at once as ledger.Errors.
func Run(ctx context.Context, name string, set []string, o Options) (*Summary, error) {
	if err := o.check(); err != nil {
		return nil, err
	}
	c, err := o.Files.LoadOver(nil, name, set...)
	if err != nil {
		return nil, err
	}
	policy := c.Scenario.Operator.Policy
	basis := c.Scenario.Launch.Basis
	variants := len(Priors) - 1 + int(dawndusk.NumPolicies) - 1 + int(launch.NumBases) - 1 + 1
	tick := o.ticker((variants + 1) * o.Draws)

	e, err := draw(ctx, c, &o, true, true, tick)
	if err != nil {
		return nil, err
	}
	s := e.summary(&o)
	own := e.verdict("")
	e.tellChapters(s)
	s.CentralValues = e.centralValues()
	if err := s.costs(ctx, c, &o); err != nil {
		return nil, err
	}
	e.uniform = nil // what follows needs the room

	variant := func(label string, correlated bool, under []string, more ...string) (Verdict, error) {
		c, err := o.Files.LoadOver(under, name, append(slices.Clone(set), more...)...)
		if err != nil {
			return Verdict{}, err
		}
		e, err := draw(ctx, c, &o, correlated, false, tick)
		if err != nil {
			return Verdict{}, err
		}
		return e.verdict(label), nil
	}
	for _, p := range Priors {
		v := own
		v.Name = p
		if p != "base" {
			if v, err = variant(p, true, []string{p}); err != nil {
				return nil, err
			}
		}
		s.Priors = append(s.Priors, v)
	}
	for p := range dawndusk.NumPolicies {
		v := own
		v.Name = p.String()
		if p != policy {
			if v, err = variant(p.String(), true, nil, "operator.policy="+p.String()); err != nil {
				return nil, err
			}
		}
		s.Policies = append(s.Policies, v)
	}
	for b := range launch.NumBases {
		v := own
		v.Name = b.String()
		if b != basis {
			if v, err = variant(b.String(), true, nil, "launch.basis="+b.String()); err != nil {
				return nil, err
			}
		}
		s.LaunchBases = append(s.LaunchBases, v)
	}
	if s.CorrelationsOff, err = variant("correlations off", false, nil); err != nil {
		return nil, err
	}
	return s, nil
}

// costDraws is how many draws tell costs at every boundary in every metric.
const costDraws = 1000

// costs fills the costs of the cost year, unless the run ends before.
func (s *Summary) costs(ctx context.Context, c *dawndusk.Case, o *Options) error {
	s.Costs = []CostRow{}
	if !reaches(c, costYear) {
		return nil
	}
	s.CostDraws = min(o.Draws, costDraws)
	as := &CostOptions{Year: costYear, Draws: s.CostDraws, Seed: o.Seed, Workers: o.Workers}
	t, err := tellCosts(ctx, c, as, &telling{dollars: 1}, everyBoundary(), everyMetric())
	if err == nil {
		s.Costs = t.rows
	}
	return err
}

// ticker counts draws towards a total and reports them one at a time.
func (o *Options) ticker(total int) func(n int) {
	if o.Progress == nil {
		return func(int) {}
	}
	var mu sync.Mutex
	done := 0
	return func(n int) {
		mu.Lock()
		defer mu.Unlock()
		done += n
		o.Progress(done, total)
	}
}

// column gathers one number of every draw.
func (e *ensemble) column(f func(r *dawndusk.Result) float64) []float64 {
	values := make([]float64, len(e.results))
	for i := range e.results {
		values[i] = f(&e.results[i])
	}
	return values
}

// share is the part of the draws of which f is true.
func (e *ensemble) share(f func(r *dawndusk.Result) bool) float64 {
	n := 0
	for i := range e.results {
		if f(&e.results[i]) {
			n++
		}
	}
	return float64(n) / float64(len(e.results))
}

// years is the number of calendar years played to their middle.
func (e *ensemble) years() int { return (e.results[0].Months + 5) / 12 }

func (e *ensemble) headline() int { return int(e.c.Scenario.Run.Headline) }

// cheaper is the share of draws in which a headline hour ordered in the middle
// of a year costs less from orbit; NaN beyond the horizon.
func (e *ensemble) cheaper(year int) float64 {
	i, p := year-firstYear, e.headline()
	if i < 0 || i >= e.years() {
		return math.NaN()
	}
	return e.share(func(r *dawndusk.Result) bool { return r.Years[i].OrbitUSDPerHour[p] < r.Years[i].GroundUSDPerHour[p] })
}

const firstYear = 2026

func (e *ensemble) crossover(product int) Crossover {
	b := band(e.column(func(r *dawndusk.Result) float64 { return r.Crossover[product] }))
	never := e.share(func(r *dawndusk.Result) bool { return math.IsInf(r.Crossover[product], 1) })
	return Crossover{b.P10, b.P50, b.P90, Number(never)}
}

// costRatio is orbit's cost of a headline hour over the ground's in July of a
// draw's year; +Inf where orbit cannot deliver, 0 where only the ground cannot.
func (e *ensemble) costRatio(r *dawndusk.Result, i int) float64 {
	o, g := r.Years[i].OrbitUSDPerHour[e.headline()], r.Years[i].GroundUSDPerHour[e.headline()]
	if math.IsInf(g, 1) && !math.IsInf(o, 1) {
		return 0
	}
	if math.IsInf(o, 1) {
		return o
	}
	return o / g
}

// centralValues plays the case once, with no range and even luck.
func (e *ensemble) centralValues() CentralValues {
	var r dawndusk.Result
	new(dawndusk.Enterprise).Run(&e.c.Scenario, dawndusk.EvenChance(), &r)
	at := func(year int, f func(r *dawndusk.Result, i int) float64) Number {
		if i := year - firstYear; i < e.years() {
			return Number(f(&r, i))
		}
		return Number(math.NaN())
	}
	return CentralValues{
		CostRatio2035: at(2035, e.costRatio),
		CostRatio2045: at(2045, e.costRatio),
		Flights2035:   at(2035, func(r *dawndusk.Result, i int) float64 { return r.Years[i].Flights }),
	}
}

func (e *ensemble) verdict(name string) Verdict {
	at := func(year int, f func(r *dawndusk.Result, i int) float64) Band {
		if i := year - firstYear; i < e.years() {
			return band(e.column(func(r *dawndusk.Result) float64 { return f(r, i) }))
		}
		nan := Number(math.NaN())
		return Band{nan, nan, nan}
	}
	orbitGW := func(r *dawndusk.Result, i int) float64 { return r.Years[i].OrbitGW }
	return Verdict{
		Name:              name,
		POrbitCheaper2029: Number(e.cheaper(2029)),
		POrbitCheaper2035: Number(e.cheaper(2035)),
		POrbitCheaper2045: Number(e.cheaper(2045)),
		CrossoverYear:     e.crossover(e.headline()),
		BuiltFraction:     Number(e.share(func(r *dawndusk.Result) bool { return r.Built })),
		OrbitGW2035:       at(2035, orbitGW),
		OrbitGW2045:       at(2045, orbitGW),
		CostRatio2035:     at(2035, e.costRatio),
		CostRatio2045:     at(2045, e.costRatio),
		StandardError2035: Number(proportionError(e.cheaper(2035), len(e.results))),
	}
}

// summary fills everything that the scenario's own draws say.
func (e *ensemble) summary(o *Options) *Summary {
	c, p := e.c, e.headline()
	s := &Summary{
		Scenario: c.Name, Title: c.Title, ScenarioHash: c.Hash(), Version: o.Version, Seed: o.Seed, Draws: o.Draws,
		MoneyYear: si.MoneyYear, Boundary: "full", PriceBasis: c.Scenario.Launch.Basis.String(),
		Policy: c.Scenario.Operator.Policy.String(), AsOf: "2026-10", CostYear: costYear, Warnings: c.Warnings,
	}
	if s.Warnings == nil {
		s.Warnings = []string{}
	}
	s.Headline.Product = c.Scenario.Run.Headline.String()
	s.Headline.CrossoverYear = e.crossover(p)
	s.Headline.BuiltFraction = Number(e.share(func(r *dawndusk.Result) bool { return r.Built }))
	for k := range dawndusk.NumProducts {
		s.Products = append(s.Products, ProductSummary{
			Name:              k.String(),
			CrossoverYear:     e.crossover(int(k)),
			RecrossedFraction: Number(e.share(func(r *dawndusk.Result) bool { return r.Recrossed[k] })),
			CensoredFraction:  Number(e.share(func(r *dawndusk.Result) bool { return r.Censored[k] })),
		})
	}
	for i := range e.years() {
		year := func(f func(y *dawndusk.Year) float64) Band {
			return band(e.column(func(r *dawndusk.Result) float64 { return f(&r.Years[i]) }))
		}
		s.Series = append(s.Series, SeriesYear{
			Year:          firstYear + i,
			POrbitCheaper: Number(e.cheaper(firstYear + i)),
			POrbitPays:    Number(e.share(func(r *dawndusk.Result) bool { return r.Years[i].OrbitPays })),
			PCrossed:      Number(e.share(func(r *dawndusk.Result) bool { return r.Crossover[p] < float64(firstYear+i+1) })),
			CostRatio:     band(e.column(func(r *dawndusk.Result) float64 { return e.costRatio(r, i) })),
			LCOCOrbit:     year(func(y *dawndusk.Year) float64 { return y.OrbitUSDPerHour[p] }),
			LCOCGround:    year(func(y *dawndusk.Year) float64 { return y.GroundUSDPerHour[p] }),
			Price:         year(func(y *dawndusk.Year) float64 { return y.PriceUSDPerHour[p] }),
			OrbitGW:       year(func(y *dawndusk.Year) float64 { return y.OrbitGW }),
			GroundGW:      year(func(y *dawndusk.Year) float64 { return y.GroundGW }),
			GroupGroundGW: year(func(y *dawndusk.Year) float64 { return y.GroupGroundGW }),
			GroundAddable: year(func(y *dawndusk.Year) float64 { return y.GroundAddableGW }),
			Flights:       year(func(y *dawndusk.Year) float64 { return y.Flights }),
			Failures:      year(func(y *dawndusk.Year) float64 { return y.Failures }),
			Tonnes:        year(func(y *dawndusk.Year) float64 { return y.DeliveredT }),
			USDPerKg:      year(func(y *dawndusk.Year) float64 { return y.USDPerKg }),
			PayloadT:      year(func(y *dawndusk.Year) float64 { return y.PayloadT }),
		})
	}
	s.Binding = e.binding()
	e.ladder(s)
	e.project(s)
	e.drivers(s)
	s.Reach.NoDawnDuskFraction = Number(e.share(func(r *dawndusk.Result) bool { return r.NoDawnDusk }))
	s.Sampling = e.sampling()
	return s
}

// binding lists for each year and side the limits that bound in at least a
// twentieth of the draws, the commonest first.
func (e *ensemble) binding() []Binding {
	list := []Binding{}
	for i := range e.years() {
		var orbit [dawndusk.NumLimits]int
		var ground [dawndusk.NumGroundLimits]int
		for d := range e.results {
			orbit[e.results[d].Years[i].Limit]++
			ground[e.results[d].Years[i].GroundLimit]++
		}
		list = e.commonest(list, i, "orbit", orbit[:], func(k int) string { return dawndusk.Limit(k).String() })
		list = e.commonest(list, i, "ground", ground[:], func(k int) string { return dawndusk.GroundLimit(uint8(k)) })
	}
	return list
}

func (e *ensemble) commonest(list []Binding, year int, side string, counts []int, name func(k int) string) []Binding {
	first := len(list)
	for k, n := range counts {
		if share := float64(n) / float64(len(e.results)); share >= 0.05 {
			list = append(list, Binding{Year: firstYear + year, Side: side, Limit: name(k), Share: Number(share)})
		}
	}
	slices.SortStableFunc(list[first:], func(a, b Binding) int { return cmp.Compare(b.Share, a.Share) })
	return list
}

// ladder fills the bills of both sides: means over the middle half of the draws
// by the ratio of the two bills, so that lines add up and one absurd draw does
// not show.
func (e *ensemble) ladder(s *Summary) {
	type entry struct {
		ratio float64
		draw  int
	}
	var both []entry
	for i := range e.results {
		l := &e.results[i].Ladder
		if l[dawndusk.Orbit].RentUSDPerWattYear > 0 && l[dawndusk.Ground].RentUSDPerWattYear > 0 {
			both = append(both, entry{l[dawndusk.Orbit].RentUSDPerWattYear / l[dawndusk.Ground].RentUSDPerWattYear, i})
		}
	}
	s.CostLines, s.Finance = []CostLine{}, []Financing{}
	nan := Number(math.NaN())
	s.Pool = Pool{nan, nan, nan, nan}
	if len(both) == 0 || costYear-firstYear >= e.years() { // a shorter run has the bill of its last month
		return
	}
	slices.SortFunc(both, func(a, b entry) int { return cmp.Or(cmp.Compare(a.ratio, b.ratio), a.draw-b.draw) })
	middle := both[len(both)/4 : max(len(both)-len(both)/4, len(both)/4+1)]
	var saveable, spent, delivered, even float64
	for side := range dawndusk.NumSides {
		var sum [finance.NumLines]float64
		f := Financing{Side: side.String()}
		for _, m := range middle {
			l := &e.results[m.draw].Ladder[side]
			f.InterestUSDPerWYear += Number(l.InterestUSDPerWattYear / float64(len(middle)))
			f.TaxUSDPerWYear += Number(l.TaxUSDPerWattYear / float64(len(middle)))
			for k, usd := range l.USDPerWattYear {
				sum[k] += usd
			}
		}
		s.Finance = append(s.Finance, f)
		for k := range sum {
			line := finance.Line(k)
			usd := sum[k] / float64(len(middle))
			if usd == 0 {
				continue
			}
			s.CostLines = append(s.CostLines, CostLine{Side: side.String(), Line: line.String(), Rung: line.Rung().String(), USDPerWYear: Number(usd)})
			if line.Rung() == finance.Chips {
				continue
			}
			if side == dawndusk.Ground {
				saveable += usd
			} else {
				spent += usd
			}
		}
	}
	for _, m := range middle {
		l := &e.results[m.draw].Ladder
		delivered += l[dawndusk.Orbit].HoursPerWattYear() / l[dawndusk.Ground].HoursPerWattYear() / float64(len(middle))
		even += m.ratio / float64(len(middle))
	}
	s.Pool = Pool{Number(saveable), Number(spent), Number(delivered), Number(even)}
}

func (e *ensemble) project(s *Summary) {
	b := &s.Project.Bands
	b.IRR = lowIsWorse(e.column(func(r *dawndusk.Result) float64 { return r.IRR }))
	b.NPVUSD = band(e.column(func(r *dawndusk.Result) float64 { return r.NPVUSD }))
	b.PeakFundingUSD = band(e.column(func(r *dawndusk.Result) float64 { return r.PeakFundingUSD }))
	b.PaybackYear = band(e.column(func(r *dawndusk.Result) float64 { return r.PaybackYear }))
	b.CapexUSD = band(e.column(func(r *dawndusk.Result) float64 { return r.ProgrammeUSD }))
	b.BuiltGW = band(e.column(func(r *dawndusk.Result) float64 { return r.ProgrammeW / 1e9 }))
	b.CapexUSDPerW = band(e.column(func(r *dawndusk.Result) float64 {
		if r.ProgrammeW == 0 {
			return math.NaN()
		}
		return r.ProgrammeUSD / r.ProgrammeW
	}))
	b.GroundGW = band(e.column(func(r *dawndusk.Result) float64 { return r.GroundInsteadW / 1e9 }))
	s.Project.CapexUSD, s.Project.BuiltGW = b.CapexUSD.P50, b.BuiltGW.P50
	s.Project.CapexUSDPerW, s.Project.GroundGW = b.CapexUSDPerW.P50, b.GroundGW.P50
	s.Project.IRR, s.Project.NPVUSD = b.IRR.P50, b.NPVUSD.P50
	s.Project.PeakFundingUSD, s.Project.PaybackYear = b.PeakFundingUSD.P50, b.PaybackYear.P50
}

// lowIsWorse is band for a number whose absence is worse than any value: NaN
// counts as −Inf.
func lowIsWorse(values []float64) Band {
	for i, v := range values {
		values[i] = -v
	}
	b := band(values)
	return Band{-b.P90, -b.P50, -b.P10}
}

// drivers ranks the inputs by how they move the ratio of orbit's cost to the
// ground's in the cost year, and says how much of that rests on assumptions.
func (e *ensemble) drivers(s *Summary) {
	s.Drivers = []Driver{}
	s.Evidence.AssumedFraction = Number(math.NaN())
	i, n := costYear-firstYear, len(e.results)
	if i >= e.years() || n < 4 {
		return
	}
	y := e.column(func(r *dawndusk.Result) float64 { return e.costRatio(r, i) })
	ranks(y, make([]int32, n))
	x := make([]float64, n)
	var all, assumed float64
	for k, row := range e.inputs {
		if d := ledger.Compile(&e.c.Book.Rows[row]); !d.Drawn() || !moves(&e.c.Scenario, e.c.Book.Rows[row].Path) { // pinned, or read by nothing that is ranked
			continue
		}
		for d := range x {
			x[d] = float64(e.uniform[d*len(e.inputs)+k])
		}
		ρ := correlation(x, y)
		se := correlationError(ρ, n)
		if math.Abs(ρ) < 2*se {
			continue
		}
		r := &e.c.Book.Rows[row]
		v := ρ*ρ - 1/float64(n-1) // what is left of the square without the part chance alone gives
		all += v
		if r.Kind == ledger.Assumed || r.Kind == ledger.Claim {
			assumed += v
		}
		s.Drivers = append(s.Drivers, Driver{Path: r.Path, What: r.What, Kind: string(r.Kind), Effect: Number(ρ), StandardError: Number(se)})
	}
	slices.SortStableFunc(s.Drivers, func(a, b Driver) int {
		return cmp.Compare(math.Abs(float64(b.Effect)), math.Abs(float64(a.Effect)))
	})
	if all > 0 {
		s.Evidence.AssumedFraction = Number(assumed / all)
	}
}
