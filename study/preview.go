package study

import (
	"context"
	"fmt"

	"github.com/dawndusk/dawndusk/ledger"
)

// Preview is what the first draws of a scenario say: the Summary of a Run of as many
// draws, to the digit, without what Run plays beside the scenario's own draws. That is
// left out of its JSON.
type Preview struct {
	*Summary

	Priors          left `json:"priors,omitempty"`
	Policies        left `json:"policies,omitempty"`
	LaunchBases     left `json:"launch_bases,omitempty"`
	CorrelationsOff left `json:"correlations_off,omitempty"`
	Costs           left `json:"costs,omitempty"`
	CostDraws       left `json:"cost_draws,omitempty"`
	ChapterDraws    left `json:"chapter_draws,omitempty"`
	Moon            left `json:"moon,omitempty"`
	Company         left `json:"company,omitempty"`
	Lab             left `json:"lab,omitempty"`
	Events          left `json:"events,omitempty"`
	Claims          left `json:"claims,omitempty"`
}

// left is left out: always empty, in the place of what a Summary has there.
type left [0]bool

// Previews plays a scenario's own draws and gives a Preview each time that as many have
// been played as a stage says; the stages rise. o.Draws is not looked at. It stops where
// ctx ends or emit fails, and returns why. The chain is that of Run, with the parts
// beside it that the scenario does not leave out, since they move it; nothing is told of
// these. All mistakes of the scenario come back at once as ledger.Errors.
func Previews(ctx context.Context, name string, set []string, o Options, stages []int, emit func(*Preview) error) error {
	for i, n := range stages {
		if n < 1 || n > MaxDraws || i > 0 && n <= stages[i-1] {
			return ledger.Errors{{File: "--draws", Wrong: fmt.Sprintf("stages of %d draws", stages), Right: fmt.Sprintf("write rising ones from 1 to %d", MaxDraws)}}
		}
	}
	c, err := o.Files.LoadOver(nil, name, set...)
	if err != nil || len(stages) == 0 {
		return err
	}
	o.Draws = stages[len(stages)-1]
	e, inputs, copula, err := begin(c, &o, true)
	if err != nil {
		return err
	}
	tick := o.ticker(o.Draws)
	e.uniform = make([]float32, o.Draws*len(inputs))
	played := 0
	var central CentralValues
	for _, n := range stages {
		if err := e.play(ctx, &o, inputs, copula, played, n, tick); err != nil {
			return err
		}
		if played == 0 {
			central = e.centralValues() // the same at every stage
		}
		played = n
		at := o
		at.Draws = n
		first := *e
		first.results = e.results[:n]
		s := first.summary(&at)
		s.CentralValues = central
		if err := emit(&Preview{Summary: s}); err != nil {
			return err
		}
	}
	return nil
}
