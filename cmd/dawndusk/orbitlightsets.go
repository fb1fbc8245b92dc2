package main

import (
	"context"
	"fmt"
	"math"
	"time"

	"github.com/dawndusk/dawndusk/orbit/gp"
	"github.com/dawndusk/dawndusk/orbit/light"
	"github.com/dawndusk/dawndusk/orbit/sky"
	"github.com/dawndusk/dawndusk/orbit/traffic"
	"github.com/dawndusk/dawndusk/report"
)

// lightClasses are the rows of a catalogue's light, by the mean altitude.
var lightClasses = [...]struct {
	name string
	top  float64 // km
}{{"below 600 km", 600}, {"600 to 2000 km", 2000}, {"2000 to 35,000 km", 35000}, {"beyond 35,000 km", math.Inf(1)}}

// setsStatistics follows the sets of a file through light and shadow without writing states.
func (a *app) setsStatistics(ctx context.Context, s *source, times *instants, f *propagateFlags) error {
	if times.steps > light.MaxSteps {
		return badInput("%s steps; at most %s", report.Count(int(times.steps)), report.Count(light.MaxSteps))
	}
	var sets []*gp.Propagator
	var epochs []gp.Epoch
	var class []int
	var failure error
	say := func(format string, args ...any) { fmt.Fprintf(a.err, format+"\n", args...) }
	err := s.each(ctx, say, func(sat *satellite) bool {
		p, err := gp.New(&sat.set, s.gravity, s.mode)
		if err != nil {
			failure = fmt.Errorf("object %d: %w", sat.number, err)
			return false
		}
		k, altitude := 0, traffic.MeanOrbit(&sat.set).SemiMajorAxis-traffic.EarthRadius
		for k < len(lightClasses)-1 && altitude >= lightClasses[k].top {
			k++
		}
		sets, epochs, class = append(sets, p), append(epochs, sat.epoch), append(class, k)
		return ctx.Err() == nil
	})
	if err == nil {
		err = failure
	}
	if err == nil {
		err = ctx.Err()
	}
	if err != nil {
		return err
	}
	unread, err := s.lack()
	if err != nil {
		return err
	}
	total := int64(len(sets)) * times.steps
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
	survey := light.Survey{Start: times.start, Step: times.step, Steps: int(times.steps), Workers: s.threads, Progress: func(done int64) { m.add(done - m.done) }}
	r, err := survey.Run(ctx, sets, epochs)
	m.end()
	if byTime != nil {
		if err == nil {
			lightByTime(byTime, sky.UTC(times.start), r.Step, r.UmbraAt, r.PenumbraAt, r.InLight)
		}
		err = byTime.finish(ctx, err)
	}
	if err != nil {
		return err
	}
	if r.Known() == 0 {
		return fmt.Errorf("%s: none of %s satellites has a position at any of these instants", s.name, report.Count(len(sets)))
	}
	out := lightOfSets(s, r, class, sky.UTC(times.start))
	if f.json {
		err = a.printJSON(out)
	} else {
		a.lightTable(&out)
	}
	if err != nil {
		return err
	}
	without := ""
	if out.Lost > 0 {
		without = report.Count(int(out.Lost)) + " states have no position"
	}
	return partly(unread, without)
}

func lightOfSets(s *source, r *light.Result, class []int, start sky.Instant) lightResult {
	out := lightResult{
		Constellation: s.name, Start: start.String(), StepSeconds: r.Step.Seconds(), Steps: r.Steps, UmbraAt: r.UmbraAt, PenumbraAt: r.PenumbraAt,
		All:  lightShell{Name: "all", Satellites: r.Satellites, SunlitFraction: r.SunlitFraction(), UmbraFraction: r.UmbraFraction(), LongestEclipseMins: r.LongestEclipse().Minutes()},
		Lost: int64(r.Satellites)*int64(r.Steps) - r.Known(),
	}
	out.LeastSunlitFraction, out.MostSunlitFraction = 1, 0
	for k := range r.Steps {
		v := r.InLight(k)
		if math.IsNaN(v) { // nothing is known of this step
			continue
		}
		out.LeastSunlitFraction, out.MostSunlitFraction = math.Min(out.LeastSunlitFraction, v), math.Max(out.MostSunlitFraction, v)
	}
	for k, c := range lightClasses {
		row := lightShell{Name: c.name}
		var umbra, penumbra, known float64
		for i := range class {
			if class[i] != k {
				continue
			}
			row.Satellites++
			umbra, penumbra = umbra+float64(r.Umbra[i]), penumbra+float64(r.Penumbra[i])
			known += float64(r.Steps) - float64(r.Lost[i])
			row.LongestEclipseMins = max(row.LongestEclipseMins, (time.Duration(r.Longest[i]) * r.Step).Minutes())
		}
		if known > 0 {
			row.SunlitFraction, row.UmbraFraction = 1-(umbra+penumbra/2)/known, umbra/known
			out.Shells = append(out.Shells, row)
		}
	}
	return out
}
