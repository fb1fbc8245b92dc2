package server

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"github.com/dawndusk/dawndusk/study"
)

// Order says which satellite is sized.
type Order struct {
	Source
	ITPower  string `json:"it_power,omitempty" maxLength:"64" doc:"Average IT power; the scenario's if not given" example:"120 kW"`
	Altitude string `json:"altitude,omitempty" maxLength:"64" doc:"Of the orbit; the scenario's if not given" example:"650 km"`
	Life     string `json:"life,omitempty" maxLength:"64" doc:"In service; the scenario's if not given" example:"5 yr"`
	Orbit    string `json:"orbit,omitempty" enum:"dawn-dusk,inclined" default:"dawn-dusk"`
	Year     int    `json:"year,omitempty" minimum:"2026" maximum:"2056" default:"2030" doc:"Of the order"`
}

func (s *Server) satellites() {
	type answer struct{ Body *study.Satellite }
	huma.Register(s.api, s.operation(http.MethodPost, "/size", "size-satellite", aboutSats, "Size one satellite, line by line",
		"Closes one satellite to a fixed point of mass and power at the central values of a scenario, as the command `size` does: kilograms, square metres, watts and dollars."),
		func(ctx context.Context, in *struct{ Body Order }) (*answer, error) {
			leave, err := s.work.take(ctx)
			if err != nil {
				return nil, err
			}
			defer leave()
			o := &in.Body
			c, z, err := study.Size(o.name(), study.SizeOptions{ITPower: o.ITPower, Altitude: o.Altitude, Life: o.Life, Orbit: o.Orbit, Year: o.Year, Set: o.Set, Files: o.files()})
			if err != nil {
				return nil, mistakes(err)
			}
			return &answer{study.SizeResult(c, z)}, nil
		})
}
