package main

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"strconv"
	"time"

	"github.com/dawndusk/dawndusk/orbit/secular"
	"github.com/dawndusk/dawndusk/orbit/sky"
	"github.com/dawndusk/dawndusk/report"
)

// lightShell is the light of one shell of a design, or of all.
type lightShell struct {
	Name               string  `json:"name"`
	Satellites         int     `json:"satellites"`
	SunlitFraction     float64 `json:"sunlit_fraction"`
	UmbraFraction      float64 `json:"umbra_fraction"`
	LongestEclipseMins float64 `json:"longest_eclipse_min"`
}

// lightResult is what --statistics found.
type lightResult struct {
	Constellation       string       `json:"constellation"`
	Start               string       `json:"start_utc"`
	StepSeconds         float64      `json:"step_s"`
	Steps               int          `json:"steps"`
	All                 lightShell   `json:"all"`
	Shells              []lightShell `json:"shells"`
	LeastSunlitFraction float64      `json:"least_sunlit_fraction_at_once"`
	MostSunlitFraction  float64      `json:"most_sunlit_fraction_at_once"`
	UmbraAt             []uint32     `json:"in_umbra_at_step"`
	PenumbraAt          []uint32     `json:"in_penumbra_at_step"`
	Lost                int64        `json:"states_without_position"` // of sets that have decayed or otherwise cannot be followed

	title string
}

// lightStatistics follows satellites through light and shadow without writing states.
func (a *app) lightStatistics(ctx context.Context, name string, f *propagateFlags) error {
	s, err := f.source(name)
	if err != nil {
		return err
	}
	times, err := f.instants()
	switch {
	case err != nil:
		return err
	case times.minutes != nil:
		return badInput("--statistics wants --start, --stop and --step")
	case s.design != nil && name != "":
		return badInput("--statistics is of a file or of a designed constellation, not of both")
	case s.design == nil:
		return a.setsStatistics(ctx, s, &times, f)
	case s.wanted != nil:
		return badInput("--statistics is of all satellites of a design; orbit eclipse takes --object")
	case times.steps > secular.MaxSteps:
		return badInput("%s steps; at most %s", report.Count(int(times.steps)), report.Count(secular.MaxSteps))
	}
	total := int64(s.design.Satellites()) * times.steps
	if total > mostRows {
		return badInput("%s states; at most %s at a time", report.Count(int(total)), report.Count(mostRows))
	}
	var byTime *output
	if f.out != "" { // before the work
		if byTime, err = a.output(f.out); err != nil {
			return err
		}
	}
	m := a.meter("states", total)
	survey := secular.Survey{
		Field: secular.Earth(), Epoch: s.design.Epoch, Start: sky.UTC(times.start), Step: times.step, Steps: int(times.steps), Workers: s.threads,
		Progress: func(done, _ int64) { m.add(done - m.done) },
	}
	r, err := survey.Run(ctx, s.rings)
	m.end()
	if byTime != nil {
		if err == nil {
			lightByTime(byTime, survey.Start, r.Step, r.UmbraAt, r.PenumbraAt, func(k int) float64 {
				return 1 - (float64(r.UmbraAt[k])+float64(r.PenumbraAt[k])/2)/float64(r.Satellites)
			})
		}
		err = byTime.finish(ctx, err)
	}
	if err != nil {
		return err
	}
	out := lightOf(s, r, survey.Start)
	if f.json {
		return a.printJSON(out)
	}
	a.lightTable(&out)
	return nil
}

func lightOf(s *source, r *secular.Result, start sky.Instant) lightResult {
	minutes := func(steps uint32) float64 { return float64(steps) * r.Step.Minutes() }
	out := lightResult{
		title: s.design.Title, Constellation: s.design.Name, Start: start.String(), StepSeconds: r.Step.Seconds(), Steps: r.Steps, UmbraAt: r.UmbraAt, PenumbraAt: r.PenumbraAt,
		All: lightShell{Name: "all", Satellites: r.Satellites, SunlitFraction: r.SunlitFraction(), LongestEclipseMins: r.LongestEclipse().Minutes()},
	}
	out.LeastSunlitFraction, _, out.MostSunlitFraction = r.InLight()
	dark := int64(0)
	for i := range r.Shells {
		shell := &r.Shells[i]
		dark += shell.Umbra
		out.Shells = append(out.Shells, lightShell{
			Name: s.design.Shells[i].Name, Satellites: shell.Satellites, SunlitFraction: shell.SunlitFraction(r.Steps),
			UmbraFraction: float64(shell.Umbra) / float64(shell.Satellites) / float64(r.Steps), LongestEclipseMins: minutes(shell.Longest),
		})
	}
	out.All.UmbraFraction = float64(dark) / float64(r.Satellites) / float64(r.Steps)
	return out
}

func (a *app) lightTable(r *lightResult) {
	fmt.Fprintln(a.out, a.title(r.Constellation, cmp.Or(r.title, "light and shadow of its element sets")))
	fmt.Fprintf(a.out, "%s satellites, %s instants every %s from %s\n\n", report.Count(r.All.Satellites), report.Count(r.Steps), seconds(r.StepSeconds), r.Start)
	fmt.Fprintln(a.out, a.style(bold, left("shell", 32)+right("satellites", 11)+right("in sunlight", 14)+right("in umbra", 11)+right("longest eclipse", 18)))
	for _, shell := range append(r.Shells, r.All) {
		fmt.Fprintln(a.out, left(cut(shell.Name, 31), 32)+right(report.Count(shell.Satellites), 11)+right(percent(shell.SunlitFraction), 14)+
			right(percent(shell.UmbraFraction), 11)+right(fmt.Sprintf("%.*f min", digits(r.StepSeconds), shell.LongestEclipseMins), 18))
	}
	fmt.Fprintf(a.out, "\nIn light at once: %s to %s of them.\nAn eclipse is as long as its steps; it may be one longer or shorter.\n",
		percent(r.LeastSunlitFraction), percent(r.MostSunlitFraction))
	if r.Lost > 0 {
		fmt.Fprintf(a.out, "%s states have no position, of sets that have decayed or otherwise cannot be followed; they are left out.\n", report.Count(int(r.Lost)))
	}
}

// digits is how many digits of a minute a step gives.
func digits(step float64) int {
	if math.Mod(step, 60) == 0 {
		return 0
	}
	return 2
}

func percent(v float64) string { return fmt.Sprintf("%.2f %%", 100*v) }

// seconds says a time in the unit that suits it.
func seconds(v float64) string {
	switch {
	case v >= 60 && math.Mod(v, 60) == 0:
		return fmt.Sprintf("%g min", v/60)
	}
	return fmt.Sprintf("%g s", v)
}

// lightByTime writes how many satellites are in light at each instant.
func lightByTime(out *output, start sky.Instant, step time.Duration, umbra, penumbra []uint32, inLight func(step int) float64) {
	fmt.Fprintln(out, "utc,in_umbra,in_penumbra,sunlit_fraction")
	for i := range umbra {
		share := ""
		if v := inLight(i); !math.IsNaN(v) { // of an instant of which something is known
			share = strconv.FormatFloat(v, 'g', 9, 64)
		}
		fmt.Fprintf(out, "%s,%d,%d,%s\n", start.Add(step*time.Duration(i)), umbra[i], penumbra[i], share)
	}
}
