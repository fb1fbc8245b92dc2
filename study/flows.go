package study

import (
	"context"
	"fmt"

	"github.com/dawndusk/dawndusk"
	"github.com/dawndusk/dawndusk/ledger"
	"github.com/dawndusk/dawndusk/si"
)

// Flows is what moves along the chain from launch pad to money, year by year, over the
// first draws of a scenario. Means are given because they add up, which medians do not:
// in every year the means that come into a stage are together those that go out of it.
type Flows struct {
	Scenario  string `json:"scenario"`
	Seed      uint64 `json:"seed"`
	Draws     int    `json:"draws"`
	MoneyYear int    `json:"money_year"`
	Product   string `json:"product"` // of the costs and the price

	Stages []FlowStage   `json:"stages"`
	Nodes  []FlowNode    `json:"nodes"`
	Years  []FlowsOfYear `json:"years"`
}

// FlowStage is a place at which one thing is counted.
type FlowStage struct {
	Name string `json:"name"`
	Unit string `json:"unit"`
}

// FlowNode is a way into a stage or out of it.
type FlowNode struct {
	Stage string `json:"stage"`
	Side  string `json:"side"` // "in" or "out"
	ID    string `json:"id"`   // unique on its side of its stage
	Name  string `json:"name"`
}

// FlowsOfYear are the flows of a calendar year, in the order of the nodes and in the
// units of their stages, and what stands beside them. Costs are those of mid-year.
type FlowsOfYear struct {
	Year int    `json:"year"`
	Mean []Flow `json:"flows"`

	LCOCOrbit  Band `json:"lcoc_orbit_usd_per_gpu_h"`
	LCOCGround Band `json:"lcoc_ground_usd_per_gpu_h"`
	Price      Band `json:"price_usd_per_gpu_h"`
	Training   Band `json:"price_training_usd_per_gpu_h"`
	Batch      Band `json:"price_batch_usd_per_gpu_h"`
	Inference  Band `json:"price_inference_usd_per_gpu_h"`
	USDPerKg   Band `json:"launch_usd_per_kg"`
	PayloadT   Band `json:"payload_t"`
}

// Flow is a flow's mean over draws, with where 80 % of them lie.
type Flow struct {
	Mean Number `json:"mean"`
	P10  Number `json:"p10"`
	P50  Number `json:"p50"`
	P90  Number `json:"p90"`
}

// MaxFlowDraws bounds how many draws are kept for flows: about 26 kB each, with their results.
const MaxFlowDraws = 500

// PlayFlows plays the first draws of a scenario, those of a Run with the same seed, and
// tells what flowed. All mistakes of the scenario come back at once as ledger.Errors.
func PlayFlows(ctx context.Context, name string, set []string, o Options) (*Flows, error) {
	if o.Draws < 1 || o.Draws > MaxFlowDraws {
		return nil, ledger.Errors{{File: "--draws", Wrong: fmt.Sprintf("%d draws", o.Draws), Right: fmt.Sprintf("write 1 to %d", MaxFlowDraws)}}
	}
	c, err := o.Files.LoadOver(nil, name, set...)
	if err != nil {
		return nil, err
	}
	e, inputs, copula, err := begin(c, &o, true)
	if err != nil {
		return nil, err
	}
	told := make([]dawndusk.Flows, o.Draws)
	err = each(ctx, o.Workers, o.Draws, batch, func() func(int) {
		w := newWorker(c, inputs, copula, o.Seed)
		return func(i int) {
			w.enterprise.TellFlows(&told[i])
			w.play(i, &e.results[i])
		}
	})
	if err != nil {
		return nil, err
	}
	return e.flows(told, &o), nil
}

// flows adds up what the draws tell.
func (e *ensemble) flows(told []dawndusk.Flows, o *Options) *Flows {
	p := e.headline()
	out := &Flows{Scenario: e.c.Name, Seed: o.Seed, Draws: o.Draws, MoneyYear: si.MoneyYear, Product: e.c.Scenario.Run.Headline.String()}
	for s := range dawndusk.NumStages {
		out.Stages = append(out.Stages, FlowStage{s.String(), s.Unit()})
	}
	for f := range dawndusk.NumFlows {
		side := "in"
		if f.Out() {
			side = "out"
		}
		out.Nodes = append(out.Nodes, FlowNode{f.Stage().String(), side, f.ID(), f.String()})
	}
	values := make([]float64, len(told))
	for i := range e.years() {
		y := FlowsOfYear{Year: firstYear + i, Mean: make([]Flow, dawndusk.NumFlows)}
		for f := range y.Mean {
			sum := 0.0
			for d := range told {
				values[d] = told[d].Years[i][f]
				sum += values[d]
			}
			b := band(values)
			y.Mean[f] = Flow{Number(sum / float64(len(told))), b.P10, b.P50, b.P90}
		}
		year := func(f func(y *dawndusk.Year) float64) Band {
			return band(e.column(func(r *dawndusk.Result) float64 { return f(&r.Years[i]) }))
		}
		y.LCOCOrbit = year(func(y *dawndusk.Year) float64 { return y.OrbitUSDPerHour[p] })
		y.LCOCGround = year(func(y *dawndusk.Year) float64 { return y.GroundUSDPerHour[p] })
		y.Price = year(func(y *dawndusk.Year) float64 { return y.PriceUSDPerHour[p] })
		y.Training = year(func(y *dawndusk.Year) float64 { return y.PriceUSDPerHour[dawndusk.Training] })
		y.Batch = year(func(y *dawndusk.Year) float64 { return y.PriceUSDPerHour[dawndusk.Batch] })
		y.Inference = year(func(y *dawndusk.Year) float64 { return y.PriceUSDPerHour[dawndusk.Inference] })
		y.USDPerKg = year(func(y *dawndusk.Year) float64 { return y.USDPerKg })
		y.PayloadT = year(func(y *dawndusk.Year) float64 { return y.PayloadT })
		out.Years = append(out.Years, y)
	}
	return out
}
