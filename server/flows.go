package server

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"github.com/dawndusk/dawndusk/study"
)

// FlowsAsked asks what flows along the chain.
type FlowsAsked struct {
	Source
	Draws int     `json:"draws,omitempty" minimum:"1" default:"200" doc:"At most 500: the first of a run"`
	Seed  *uint64 `json:"seed,omitempty" default:"1" doc:"Of all chance: the same seed gives the same bytes"`
}

func (s *Server) flows() {
	type answer struct{ Body *study.Flows }
	op := s.operation(http.MethodPost, "/flows", "flows", aboutRuns, "What flows along the chain, year by year",
		"Plays the first draws of a scenario and tells, by year and stage, what comes in and what goes out or stays: flights, tonnes, satellites, watts, hours, dollars, chips. "+
			"Means over draws, so that they add up; 80 % of draws lie between p10 and p90.",
		http.StatusServiceUnavailable)
	huma.Register(s.api, op, func(ctx context.Context, in *struct{ Body FlowsAsked }) (*answer, error) {
		q := &in.Body
		leave, err := s.previewing.take(ctx)
		if err != nil {
			return nil, err
		}
		defer leave()
		if s.jobs.ctx.Err() != nil {
			return nil, refused(errClosing)
		}
		ctx, cancel := context.WithCancel(ctx)
		defer cancel()
		defer context.AfterFunc(s.jobs.ctx, cancel)()
		var f *study.Flows
		if _, err := safely(func() (_ *outcome, err error) {
			f, err = study.PlayFlows(ctx, q.name(), q.Set, study.Options{Draws: q.Draws, Seed: seedOf(q.Seed), Version: s.o.Version, Files: q.files()})
			return nil, err
		}); err != nil {
			return nil, mistakes(err)
		}
		return &answer{f}, nil
	})
}
