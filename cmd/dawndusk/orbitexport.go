package main

import (
	"context"
	"fmt"
	"math"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/dawndusk/dawndusk/orbit/export"
	"github.com/dawndusk/dawndusk/orbit/secular"
	"github.com/dawndusk/dawndusk/orbit/sky"
	"github.com/dawndusk/dawndusk/report"
)

type exportFlags struct {
	sourceFlags
	to, out, created string
}

// The forms of element sets, and the ends of names they go by.
var (
	setForms = []string{"tle", "csv", "json", "xml", "kvn"}
	setEnds  = map[string]string{".tle": "tle", ".txt": "tle", ".csv": "csv", ".json": "json", ".xml": "xml", ".kvn": "kvn", ".omm": "kvn"}
)

func (a *app) orbitExportCommand() *cobra.Command {
	var f exportFlags
	cmd := &cobra.Command{
		Use:   "export [FILE]",
		Short: "Write element sets in another form, or a design's mean elements",
		Long: `Export reads element sets, TLE or OMM in any form, and writes them in another: tle, or
OMM of CCSDS 502.0-B-3 as csv, json, xml or kvn. All digits are kept, but that a TLE
has columns for eight of a day, seven of the eccentricity, four of an angle and numbers
up to 339,999 (Alpha-5); a set that has no room in it is left out and named.

The satellites of a --constellation have mean elements of Brouwer's kind, with a
semi-major axis and the gravity they are meant for, which kvn and xml have room for.

A record that cannot be read is one line on the error output, the rest goes on, and
the exit code is 1. For states at times, and their forms, see orbit propagate.`,
		Example: `  dawndusk orbit export starlink.tle --to json > starlink.json
  dawndusk orbit export gp.xml --out gp.tle
  dawndusk orbit export active.csv --object 25544,48274 --to kvn
  dawndusk orbit export --constellation suncatcher --to kvn`,
		Args: cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error { return a.orbitExport(cmd.Context(), given(args), &f) },
	}
	cmd.Flags().StringVar(&f.to, "to", "", "form of the output: tle, csv, json, xml or kvn; by the name in --out unless told")
	cmd.Flags().StringVar(&f.out, "out", "", "file to write, whole or not at all")
	cmd.Flags().StringVar(&f.created, "created", "", "creation date in the file, UTC; now unless told")
	f.addRead(cmd)
	return cmd
}

func (a *app) orbitExport(ctx context.Context, name string, f *exportFlags) error {
	s, err := f.source(name)
	if err != nil {
		return err
	}
	if f.to == "" {
		f.to = setEnds[strings.ToLower(filepath.Ext(f.out))]
	}
	if f.to == "" {
		return badInput("which form? --to %s", strings.Join(setForms, ", --to "))
	}
	now := time.Now().UTC().Truncate(time.Second)
	if f.created != "" {
		if now, err = instant("created", f.created); err != nil {
			return err
		}
	}
	omm := export.OMM{Created: sky.UTC(now), Originator: "DAWNDUSK"}
	form, err := choose("to", f.to, setForms, []export.Sets{export.TLE{}, export.OMMCSV{}, &export.OMMJSON{}, export.OMMXML(omm), omm})
	if err != nil {
		return err
	}
	mean, has := form.(interface {
		Mean(dst []byte, m *export.Mean) []byte
	})
	if s.design != nil && !has {
		return badInput("--to %s has no room for the mean elements of %s; kvn and xml have", f.to, s.design.Name)
	}
	out, err := a.output(f.out)
	if err != nil {
		return err
	}
	m := a.meter("element sets", 0)
	say := func(format string, args ...any) { m.say(a.err, format, args...) }
	text := form.Begin(nil)
	lost := 0
	err = s.each(ctx, say, func(sat *satellite) bool {
		var failed error
		if sat.mean != nil {
			text = mean.Mean(text, meanOf(sat, s.design.Epoch))
		} else if text, failed = form.Set(text, &sat.set); failed != nil {
			lost++
			say("%v", failed)
		}
		if len(text) > 64<<10 {
			out.Write(text) // an error stays with the writer until it is flushed
			text = text[:0]
		}
		m.add(1)
		return ctx.Err() == nil
	})
	out.Write(form.End(text))
	m.end()
	unread, lacking := s.lack()
	if err == nil && lacking != nil {
		err = lacking
	}
	if err := out.finish(ctx, err); err != nil {
		return err
	}
	left := ""
	if lost > 0 {
		left = fmt.Sprintf("%s have no room in a TLE", report.Count(lost))
	}
	return partly(unread, left)
}

// meanOf returns a designed satellite's mean elements as a message has them.
func meanOf(sat *satellite, epoch sky.Instant) *export.Mean {
	const turn = 360
	e := sat.mean
	perigee := 0.0
	if e.Ex != 0 || e.Ey != 0 {
		perigee = math.Atan2(e.Ey, e.Ex)
	}
	angle := func(rad float64) float64 { return math.Mod(math.Mod(rad/degree, turn)+turn, turn) }
	return &export.Mean{
		Number: sat.number, Name: sat.name, Epoch: epoch, SemiMajorAxis: e.Axis, Eccentricity: math.Hypot(e.Ex, e.Ey), Inclination: e.Inclination / degree,
		Node: angle(e.Node), ArgPerigee: angle(perigee), MeanAnomaly: angle(e.Latitude - perigee), GM: secular.Earth().Mu, Frame: export.TEME, Theory: "BROUWER",
	}
}
