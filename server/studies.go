package server

import (
	"bytes"
	"context"
	"net/http"
	"reflect"
	"slices"
	"sync"

	"github.com/danielgtaylor/huma/v2"

	"github.com/dawndusk/dawndusk/study"
)

// Published is a published study that is shipped.
type Published struct {
	ID      string         `json:"id" example:"mccalip"`
	Title   string         `json:"title"`
	Authors string         `json:"authors"`
	Date    string         `json:"date"`
	Address string         `json:"address" doc:"Of the source"`
	Grade   string         `json:"grade" doc:"A: closed; B: partial; C: headline only"`
	Answers map[string]int `json:"answers" doc:"How many of its printed numbers are answered, by the kind of the answer"`
	Sides   []string       `json:"sides" doc:"The names by which a comparison takes it: one for each of its stances. None if it does not compare orbit with the ground"`
}

// StudyAsked names a study.
type StudyAsked struct {
	ID string `path:"id" maxLength:"64" example:"mccalip" doc:"Of a shipped study"`
}

func (s *Server) studies() {
	type list struct{ Body []Published }
	shipped := sync.OnceValues(func() ([]Published, error) {
		all := []Published{}
		for _, id := range study.PublishedStudies() {
			p, err := study.ReadShippedStudy(id)
			if err != nil {
				return nil, err
			}
			all = append(all, published(p))
		}
		return all, nil
	})
	huma.Register(s.api, s.operation(http.MethodGet, "/studies", "list-studies", aboutOthers, "The published studies that are shipped",
		"What the command `study list --json` prints, and the names by which a comparison takes each.", http.StatusInternalServerError),
		func(context.Context, *struct{}) (*list, error) {
			all, err := shipped()
			return &list{all}, mistakes(err)
		})

	// Nothing of what follows hangs on what is asked: it is worked out once, for
	// whoever asks first, and is a few hundred kilobytes in all.
	stands := sync.OnceValues(func() ([]byte, error) {
		rows, err := study.Standings(context.Background())
		if err != nil {
			return nil, err
		}
		return asPrinted(rows)
	})
	op := s.operation(http.MethodGet, "/studies/stands", "list-standings", aboutOthers, "All studies on one axis",
		"Orbit's cost over the ground's: as each study prints it; of this model on the inputs it states, counted as it counts; and with all else as in the base, at the whole bill of an hour. What the command `study stands` prints with `--json`, byte for byte.",
		http.StatusInternalServerError)
	answers(&op, "application/json", s.api.OpenAPI().Components.Schemas.Schema(reflect.TypeFor[[]study.Standing](), true, "standings"))
	huma.Register(s.api, op, func(context.Context, *struct{}) (*plain, error) {
		text, err := stands()
		return &plain{ContentType: "application/json", Body: text}, mistakes(err)
	})

	reproduced := map[string]func() ([]byte, error){} // looked up, never walked
	for _, id := range study.PublishedStudies() {
		reproduced[id] = sync.OnceValues(func() ([]byte, error) {
			p, err := study.ReadShippedStudy(id)
			if err != nil {
				return nil, err
			}
			r, err := p.Reproduce(context.Background())
			if err != nil {
				return nil, err
			}
			return asPrinted(r)
		})
	}
	op = s.operation(http.MethodGet, "/studies/{id}", "get-study", aboutOthers, "One study: what it prints beside what this model says",
		"Every printed number with ours, its tolerance and the verdict: an element of `studies` in what the command `study run` prints with `--json`.",
		http.StatusNotFound, http.StatusInternalServerError)
	answers(&op, "application/json", s.api.OpenAPI().Components.Schemas.Schema(reflect.TypeFor[study.Reproduced](), true, "reproduced"))
	huma.Register(s.api, op, func(_ context.Context, in *StudyAsked) (*plain, error) {
		answer := reproduced[in.ID]
		if answer == nil {
			return nil, huma.Error404NotFound("no such study; GET " + root + "/studies lists those that are shipped")
		}
		text, err := answer()
		return &plain{ContentType: "application/json", Body: text}, mistakes(err)
	})
}

func published(p *study.PublishedStudy) Published {
	out := Published{ID: p.ID, Title: p.Title, Authors: p.Authors, Date: p.Date, Address: p.Address, Grade: p.Grade, Answers: map[string]int{}, Sides: []string{}}
	for i, n := range p.Count() {
		out.Answers[string(study.AnswerKinds[i])] = n
	}
	for i := range p.Stances {
		name := p.ID
		if stance := p.Stances[i].Name; stance != "" {
			name += ":" + stance
		}
		out.Sides = append(out.Sides, name)
	}
	return out
}

// asPrinted is what the command prints with --json.
func asPrinted(v any) ([]byte, error) {
	var b bytes.Buffer
	if err := printed(v)(&b); err != nil {
		return nil, err
	}
	return slices.Clip(b.Bytes()), nil
}
