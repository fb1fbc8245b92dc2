package study

import (
	"context"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/dawndusk/dawndusk"
	"github.com/dawndusk/dawndusk/finance"
	"github.com/dawndusk/dawndusk/ledger"
	"github.com/dawndusk/dawndusk/si"
)

// Told is how a cost is told: the words that commands, comparisons and the files of
// published studies share.
type Told struct {
	Boundary string // of Boundaries, everything up to it, or several joined by +, these alone; "" for the whole bill
	Metric   string // of finance.Metrics
	Interest string // of finance.Interests; "" for apart
	Horizon  string // of service counted, such as "10 yr"; "" or "economic" for the life of each side
	Money    string // the year whose dollars costs are in, such as "2024"; "" for that of the ledger
	Payments string // of rent a year, at the end of each part, such as "12"; "" or "evenly" for evenly
}

// telling is a Told that has been read.
type telling struct {
	within finance.Boundary
	metric finance.Metric
	view   finance.View

	moneyYear int
	dollars   float64 // of moneyYear for one of the ledger
}

// read reads the words, and adds what is wrong with them.
func (o *Told) read(add func(flag, wrong, right string)) (t telling) {
	word := func(flag, text string, words []string, otherwise int) int {
		if i := slices.Index(words, text); i >= 0 {
			return i
		}
		if text != "" {
			add(flag, fmt.Sprintf("%q is unknown", ledger.Short(text)), ledger.Suggest(text, words, "write one of "+strings.Join(words, ", ")))
		}
		return otherwise
	}
	if names := strings.Split(o.Boundary, "+"); len(names) > 1 {
		for _, name := range names {
			if name = strings.TrimSpace(name); name == "" {
				add("--boundary", fmt.Sprintf("%q names nothing beside a +", ledger.Short(o.Boundary)), "join names, such as launch+power")
				break
			}
			t.within |= finance.Only(finance.Rung(word("--boundary", name, Boundaries, 0)))
		}
	} else {
		t.within = finance.UpTo(finance.Rung(word("--boundary", o.Boundary, Boundaries, int(finance.NumRungs-1))))
	}
	t.metric = finance.Metric(word("--metric", o.Metric, finance.Metrics(), int(finance.GPUHour)))
	t.view.Interest = finance.Interest(word("--interest", o.Interest, finance.Interests(), int(finance.Apart)))
	t.moneyYear, t.dollars = si.MoneyYear, 1
	if o.Money != "" {
		year, err := strconv.Atoi(o.Money)
		scale, ok := si.DollarsIn(year)
		if err != nil || !ok {
			add("--money-year", fmt.Sprintf("%q has no price index here", ledger.Short(o.Money)), fmt.Sprintf("write 2000 to %d", si.MoneyYear))
		} else {
			t.moneyYear, t.dollars = year, scale
		}
	}
	if o.Payments != "" && o.Payments != "evenly" {
		n, err := strconv.Atoi(o.Payments)
		if err != nil || n < 1 || n > 365 {
			add("--payments", fmt.Sprintf("%q a year", ledger.Short(o.Payments)), "write 1 for a rent at each year's end, 12 for each month's, or evenly")
		} else {
			t.view.PaymentsPerYear = n
		}
	}
	if o.Horizon != "" && o.Horizon != "economic" {
		var d si.Duration
		if err := d.UnmarshalText([]byte(o.Horizon)); err != nil {
			add("--horizon", err.Error(), `write years of service, such as "10 yr", or economic`)
		} else if years := d.In(si.Year); !(years >= minHorizonYears) || years > maxHorizonYears {
			add("--horizon", fmt.Sprintf("%q", o.Horizon), fmt.Sprintf("write 1 month to %d yr", maxHorizonYears))
		} else {
			t.view.HorizonYears = years
		}
	}
	return t
}

// The horizons that can be counted: from a month to four generations of chips and
// more.
const (
	minHorizonYears = 1. / 12
	maxHorizonYears = 100
)

// CostOptions say what costs are told of, and how.
type CostOptions struct {
	Told
	Year    int // of the order, in July
	Draws   int // 0: central values and even luck
	Seed    uint64
	Set     []string // "path=value"
	Workers int
	Version string

	Progress func(done, total int)
}

// maxCostDraws bounds the memory of a ladder: a kilobyte is kept for each draw.
const maxCostDraws = 100_000

// CostSummary is a scenario's cost at every boundary in every metric that was asked:
// the contract of `cost --json`.
type CostSummary struct {
	Scenario     string  `json:"scenario"`
	Title        string  `json:"title"`
	ScenarioHash string  `json:"scenario_hash"`
	Version      string  `json:"version"`
	Seed         uint64  `json:"seed"`
	Draws        int     `json:"draws"` // 0: central values
	MoneyYear    int     `json:"money_year"`
	Year         int     `json:"year"`
	Product      string  `json:"product"`
	PriceBasis   string  `json:"launch_price_basis"`
	Interest     string  `json:"interest"`
	HorizonYears float64 `json:"horizon_years"`     // 0: the economic life
	Payments     int     `json:"payments_per_year"` // 0: evenly

	Orderable struct { // share of draws with a bill
		Orbit  Number `json:"orbit"`
		Ground Number `json:"ground"`
	} `json:"orderable"`
	LifeYears struct { // of service, medians of the draws with a bill
		Orbit  Number `json:"orbit"`
		Ground Number `json:"ground"`
	} `json:"life_years"`
	Costs    []CostRow `json:"costs"`
	Warnings []string  `json:"warnings"`
}

// CostRow is one cost within a boundary. An infinite quantile means that so
// many draws cannot be had.
type CostRow struct {
	Boundary string `json:"boundary"`
	Metric   string `json:"metric"`
	What     string `json:"what"`
	Unit     string `json:"unit"`
	Orbit    Band   `json:"orbit"`
	Ground   Band   `json:"ground"`
	Ratio    Band   `json:"ratio"` // orbit over ground, draw by draw; null for npv, and where the ground pays nothing
}

// Costs tells what a scenario's compute costs on both sides by boundary and metric;
// an empty metric or boundary is all of them. All mistakes come back at once.
func Costs(ctx context.Context, scenario string, o CostOptions) (*CostSummary, error) {
	var wrong ledger.Errors
	add := func(flag, what, right string) {
		wrong = append(wrong, ledger.Error{File: flag, Wrong: what, Right: right})
	}
	told := o.read(add)
	if last := firstYear + dawndusk.MaxYears - 2; o.Year < firstYear || o.Year > last {
		add("--year", fmt.Sprintf("%d is outside the years played", o.Year), fmt.Sprintf("write %d to %d", firstYear, last))
	}
	if o.Draws < 0 || o.Draws > maxCostDraws {
		add("--draws", fmt.Sprintf("%d draws", o.Draws), fmt.Sprintf("write 1 to %d, or 0 for central values", maxCostDraws))
	}
	c, err := dawndusk.Load(scenario, o.Set...)
	if err == nil && wrong == nil && !reaches(c, o.Year) {
		add("--year", fmt.Sprintf("the run of %s, %v long, ends before July %d", c.Name, c.Scenario.Run.Horizon, o.Year), "ask for an earlier year, or set run.horizon")
	}
	if err := bothErrors(asError(wrong), err); err != nil {
		return nil, err
	}
	s := &CostSummary{
		Scenario: c.Name, Title: c.Title, ScenarioHash: c.Hash(), Version: o.Version, Seed: o.Seed, Draws: o.Draws, MoneyYear: told.moneyYear,
		Year: o.Year, Product: c.Scenario.Run.Headline.String(), PriceBasis: c.Scenario.Launch.Basis.String(),
		Interest: told.view.Interest.String(), HorizonYears: told.view.HorizonYears, Payments: told.view.PaymentsPerYear, Warnings: append([]string{}, c.Warnings...),
	}
	within, metrics := []finance.Boundary{told.within}, []finance.Metric{told.metric}
	if o.Boundary == "" {
		within = everyBoundary()
	}
	if o.Metric == "" {
		metrics = everyMetric()
	}
	t, err := tellCosts(ctx, c, &o, &told, within, metrics)
	if err != nil {
		return nil, err
	}
	s.Costs = t.rows
	s.Orderable.Orbit, s.Orderable.Ground = t.orderable[dawndusk.Orbit], t.orderable[dawndusk.Ground]
	s.LifeYears.Orbit, s.LifeYears.Ground = t.life[dawndusk.Orbit], t.life[dawndusk.Ground]
	return s, nil
}

// reaches tells whether a scenario is played to July of a year.
func reaches(c *dawndusk.Case, year int) bool {
	return c.Scenario.Run.Horizon >= dawndusk.ToJuly(year)-0.5*si.Month
}

func everyBoundary() (list []finance.Boundary) {
	for r := range finance.NumRungs {
		list = append(list, finance.UpTo(r))
	}
	return list
}

func everyMetric() (list []finance.Metric) {
	for m := range finance.NumMetrics {
		list = append(list, m)
	}
	return list
}

// toldCosts are costs by boundary, then metric, the share of draws in which each side
// can be ordered, and the median of its life.
type toldCosts struct {
	rows            []CostRow
	orderable, life [dawndusk.NumSides]Number
}

func tellCosts(ctx context.Context, c *dawndusk.Case, o *CostOptions, told *telling, within []finance.Boundary, metrics []finance.Metric) (*toldCosts, error) {
	costs := make([][dawndusk.NumSides][]float64, len(within)*len(metrics)) // row by row, side by side, draw by draw
	for i := range costs {
		for side := range costs[i] {
			costs[i][side] = make([]float64, max(1, o.Draws))
		}
	}
	var lives [dawndusk.NumSides][]float64
	for side := range lives {
		lives[side] = make([]float64, max(1, o.Draws))
	}
	err := eachBill(ctx, c, o, func(draw int, b *dawndusk.Bills) {
		for side := range lives {
			lives[side][draw] = b.LifeYears(dawndusk.Side(side), told.view)
		}
		cost := make([]float64, len(within))
		for side := range dawndusk.NumSides {
			for j, m := range metrics {
				b.Costs(side, m, told.view, within, cost)
				for i, usd := range cost {
					costs[i*len(metrics)+j][side][draw] = told.dollars * usd
				}
			}
		}
	})
	if err != nil {
		return nil, err
	}
	nan := Number(math.NaN())
	t := &toldCosts{rows: []CostRow{}, life: [dawndusk.NumSides]Number{nan, nan}}
	for side, years := range lives {
		served := slices.DeleteFunc(slices.Clone(years), func(y float64) bool { return y == 0 })
		t.orderable[side] = Number(len(served)) / Number(len(years))
		if len(served) > 0 {
			t.life[side] = band(served).P50
		}
	}
	for i, sides := range costs {
		m := metrics[i%len(metrics)]
		row := CostRow{Boundary: within[i/len(metrics)].String(), Metric: m.String(), What: m.What(), Unit: m.Unit(), Ratio: Band{nan, nan, nan}}
		across := band
		if m == finance.NPV {
			across = lowIsWorse
		} else if slices.ContainsFunc(sides[dawndusk.Ground], func(v float64) bool { return v != 0 }) { // it pays no launch
			ratios := make([]float64, len(sides[dawndusk.Orbit]))
			for k := range ratios {
				ratios[k] = sides[dawndusk.Orbit][k] / sides[dawndusk.Ground][k]
			}
			row.Ratio = band(ratios)
		}
		row.Orbit, row.Ground = across(sides[dawndusk.Orbit]), across(sides[dawndusk.Ground])
		t.rows = append(t.rows, row)
	}
	return t, nil
}

// eachBill plays the central values, or every draw, to July of the year, and shows
// the bills. Draw i is that of every other study of the same seed.
func eachBill(ctx context.Context, c *dawndusk.Case, o *CostOptions, see func(draw int, b *dawndusk.Bills)) error {
	if o.Draws == 0 {
		b, err := c.Bills(o.Year)
		if err == nil {
			see(0, b)
		}
		return err
	}
	to := *c
	to.Scenario.Run.Horizon = dawndusk.ToJuly(o.Year)
	inputs, copula, err := compile(&to, o.Seed, true)
	if err != nil {
		return err
	}
	tick := (&Options{Progress: o.Progress}).ticker(o.Draws)
	return each(ctx, o.Workers, o.Draws, batch, func() func(int) {
		w := newWorker(&to, inputs, copula, o.Seed)
		bills, out := new(dawndusk.Bills), new(dawndusk.Result)
		w.enterprise.LastBills(bills)
		return func(i int) {
			w.play(i, out)
			see(i, bills)
			tick(1)
		}
	})
}

// asError is a list of mistakes as an error, nil if there are none.
func asError(list ledger.Errors) error {
	if len(list) == 0 {
		return nil
	}
	return list
}
