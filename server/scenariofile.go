package server

import (
	"context"
	"fmt"
	"net/http"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"github.com/dawndusk/dawndusk"
)

// StateAsked asks for a scenario with its files and assignments as one file.
type StateAsked struct {
	Source
	Name  string  `json:"name,omitempty" maxLength:"64" pattern:"^[A-Za-z0-9][A-Za-z0-9._-]*$" doc:"Of the scenario and its file; one made of the scenario's if not given" example:"mine"`
	Draws int     `json:"draws,omitempty" minimum:"1" maximum:"1000000" default:"1000" doc:"That the comment tells to run it with"`
	Seed  *uint64 `json:"seed,omitempty" default:"1" doc:"That the comment tells to run it with"`
}

func (s *Server) scenarioFile() {
	op := s.operation(http.MethodPost, "/scenario-file", "scenario-file", aboutInputs, "Write a state as a scenario file",
		"The scenario with its assignments as one file that the command `run` takes and that plays the same. It is based on the shipped scenario; of one that came along in `files` it holds all that is changed, and needs none of them. A comment says how to run it.")
	answers(&op, "application/yaml", &huma.Schema{Type: huma.TypeString})
	huma.Register(s.api, op, func(ctx context.Context, in *struct{ Body StateAsked }) (*plain, error) {
		leave, err := s.work.take(ctx)
		if err != nil {
			return nil, err
		}
		defer leave()
		q := &in.Body
		name := strings.TrimSuffix(q.Name, ".yaml")
		if name == "" {
			name = fileName(strings.TrimSuffix(q.name(), ".yaml")) + "-changed"
		}
		run := fmt.Sprintf("dawndusk run %s.yaml --seed %d --draws %d", name, seedOf(q.Seed), q.Draws)
		text, err := dawndusk.Files(q.files()).Save(q.name(), q.Set, dawndusk.Saved{Name: name, Comments: []string{"Written by Dawndusk " + s.o.Version + "; to play it:", run}})
		if err != nil {
			return nil, mistakes(err)
		}
		return &plain{ContentType: "application/yaml", Name: `attachment; filename="` + name + `.yaml"`, Body: text}, nil
	})
}

// fileName keeps of a text what every system lets a file be called.
func fileName(text string) string {
	name := strings.Trim(strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r >= '0' && r <= '9', r == '.', r == '_':
			return r
		}
		return '-'
	}, text), ".-_")
	if name == "" {
		return "scenario"
	}
	return name
}
