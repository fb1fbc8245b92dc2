package study

import (
	"context"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/dawndusk/dawndusk"
	"github.com/dawndusk/dawndusk/finance"
	"github.com/dawndusk/dawndusk/ledger"
	"github.com/dawndusk/dawndusk/si"
)

// Told is how a cost is told: the words that commands, comparisons and the files of
// published studies share.
type Told struct {
	Boundary string // of Boundaries, everything up to it; "" for the whole bill
	Metric   string // of finance.Metrics
	Interest string // of finance.Interests; "" for apart
	Horizon  string // of service counted, such as "10 yr"; "" for the economic life
	YearEnd  bool   // rents are paid at the end of each year
}

// view reads the words, and adds what is wrong with them.
func (o *Told) view(add func(flag, wrong, right string)) (through finance.Rung, metric finance.Metric, v finance.View) {
	word := func(flag, text string, words []string, otherwise int) int {
		if i := slices.Index(words, text); i >= 0 {
			return i
		}
		if text != "" {
			add(flag, fmt.Sprintf("%q is unknown", ledger.Short(text)), ledger.Suggest(text, words, "write one of "+strings.Join(words, ", ")))
		}
		return otherwise
	}
	through = finance.Rung(word("--boundary", o.Boundary, Boundaries, int(finance.NumRungs-1)))
	metric = finance.Metric(word("--metric", o.Metric, finance.Metrics(), int(finance.GPUHour)))
	v.Interest = finance.Interest(word("--interest", o.Interest, finance.Interests(), int(finance.Apart)))
	v.YearEnd = o.YearEnd
	if o.Horizon != "" {
		var d si.Duration
		if err := d.UnmarshalText([]byte(o.Horizon)); err != nil {
			add("--horizon", err.Error(), `write years of service, such as "10 yr"`)
		} else if years := d.In(si.Year); !(years > 0) || years > maxHorizonYears {
			add("--horizon", fmt.Sprintf("%q", o.Horizon), fmt.Sprintf("write more than 0 and at most %d years", maxHorizonYears))
		} else {
			v.HorizonYears = years
		}
	}
	return through, metric, v
}

const maxHorizonYears = 100

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
	HorizonYears float64 `json:"horizon_years"` // 0: the economic life
	YearEnd      bool    `json:"rent_at_year_end"`

	Orderable struct { // share of draws with a bill
		Orbit  Number `json:"orbit"`
		Ground Number `json:"ground"`
	} `json:"orderable"`
	Costs    []CostRow `json:"costs"`
	Warnings []string  `json:"warnings"`
}

// CostRow is one cost up to and with a boundary. An infinite quantile means that so
// many draws cannot be had.
type CostRow struct {
	Through string `json:"through"`
	Metric  string `json:"metric"`
	What    string `json:"what"`
	Unit    string `json:"unit"`
	Orbit   Band   `json:"orbit"`
	Ground  Band   `json:"ground"`
	Ratio   Band   `json:"ratio"` // orbit over ground, draw by draw; null for npv, and where the ground pays nothing
}

// Costs tells what a scenario's compute costs on both sides by boundary and metric;
// an empty metric or boundary is all of them. All mistakes come back at once.
func Costs(ctx context.Context, scenario string, o CostOptions) (*CostSummary, error) {
	var wrong ledger.Errors
	add := func(flag, what, right string) {
		wrong = append(wrong, ledger.Error{File: flag, Wrong: what, Right: right})
	}
	through, metric, v := o.view(add)
	if last := firstYear + dawndusk.MaxYears - 2; o.Year < firstYear || o.Year > last {
		add("--year", fmt.Sprintf("%d is outside the years played", o.Year), fmt.Sprintf("write %d to %d", firstYear, last))
	}
	if o.Draws < 0 || o.Draws > maxCostDraws {
		add("--draws", fmt.Sprintf("%d draws", o.Draws), fmt.Sprintf("write 1 to %d, or 0 for central values", maxCostDraws))
	}
	c, err := dawndusk.Load(scenario, o.Set...)
	if err := bothErrors(asError(wrong), err); err != nil {
		return nil, err
	}
	s := &CostSummary{
		Scenario: c.Name, Title: c.Title, ScenarioHash: c.Hash(), Version: o.Version, Seed: o.Seed, Draws: o.Draws, MoneyYear: si.MoneyYear,
		Year: o.Year, Product: c.Scenario.Run.Headline.String(), PriceBasis: c.Scenario.Launch.Basis.String(),
		Interest: v.Interest.String(), HorizonYears: v.HorizonYears, YearEnd: v.YearEnd, Costs: []CostRow{}, Warnings: append([]string{}, c.Warnings...),
	}
	ladders, err := costLadders(ctx, c, &o, v)
	if err != nil {
		return nil, err
	}
	for i := range ladders {
		for side, share := range [dawndusk.NumSides]*Number{&s.Orderable.Orbit, &s.Orderable.Ground} {
			if !math.IsInf(ladders[i][side][finance.Capital][0], 1) {
				*share += 1 / Number(len(ladders))
			}
		}
	}
	type sides = [dawndusk.NumSides]dawndusk.CostLadder
	column := make([]float64, len(ladders))
	fill := func(band func([]float64) Band, of func(l *sides) float64) Band {
		for i := range ladders {
			column[i] = of(&ladders[i])
		}
		return band(column)
	}
	nan := Number(math.NaN())
	for r := range finance.NumRungs {
		for m := range finance.NumMetrics {
			if o.Boundary != "" && r != through || o.Metric != "" && m != metric {
				continue
			}
			across := band
			if m == finance.NPV {
				across = lowIsWorse
			}
			row := CostRow{Through: r.String(), Metric: m.String(), What: m.What(), Unit: m.Unit(), Ratio: Band{nan, nan, nan}}
			row.Orbit = fill(across, func(l *sides) float64 { return l[dawndusk.Orbit][m][r] })
			row.Ground = fill(across, func(l *sides) float64 { return l[dawndusk.Ground][m][r] })
			if m != finance.NPV && row.Ground.P90 != 0 { // the ground pays no launch
				row.Ratio = fill(band, func(l *sides) float64 { return l[dawndusk.Orbit][m][r] / l[dawndusk.Ground][m][r] })
			}
			s.Costs = append(s.Costs, row)
		}
	}
	return s, nil
}

// costLadders plays the central values, or every draw, to July of the year. Draw i is
// that of every other study of the same seed.
func costLadders(ctx context.Context, c *dawndusk.Case, o *CostOptions, v finance.View) (list [][dawndusk.NumSides]dawndusk.CostLadder, err error) {
	tell := func(b *dawndusk.Bills) (l [dawndusk.NumSides]dawndusk.CostLadder) {
		for side := range l {
			l[side] = b.Ladder(dawndusk.Side(side), v)
		}
		return l
	}
	if o.Draws == 0 {
		b, err := c.Bills(o.Year)
		if err != nil {
			return nil, err
		}
		return append(list, tell(b)), nil
	}
	to := *c
	to.Scenario.Run.Horizon = si.Duration(dawndusk.ToJuly(o.Year)) * si.Month
	inputs, copula, err := compile(&to, o.Seed, true)
	if err != nil {
		return nil, err
	}
	list = make([][dawndusk.NumSides]dawndusk.CostLadder, o.Draws)
	tick := (&Options{Progress: o.Progress}).ticker(o.Draws)
	err = each(ctx, o.Workers, o.Draws, batch, func() func(int) {
		w := newWorker(&to, inputs, copula, o.Seed)
		bills, out := new(dawndusk.Bills), new(dawndusk.Result)
		w.enterprise.LastBills(bills)
		return func(i int) {
			w.play(i, out)
			list[i] = tell(bills)
			tick(1)
		}
	})
	return list, err
}

// asError is a list of mistakes as an error, nil if there are none.
func asError(list ledger.Errors) error {
	if len(list) == 0 {
		return nil
	}
	return list
}
