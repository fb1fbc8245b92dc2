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
	"github.com/dawndusk/dawndusk/orbit/gp"
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

The satellites of a --constellation have mean elements of Brouwer's kind, which go to
kvn and xml with their semi-major axis and GM. To csv and json, which are for SGP4, they
go as its sets without drag, which stay within 60 m of their own motion for a day. A TLE
has no room for their numbers.

A record that cannot be read is one line on the error output, the rest goes on, and
the exit code is 1. For states at times, and their forms, see orbit propagate.`,
		Example: `  dawndusk orbit export starlink.tle --to json > starlink.json
  dawndusk orbit export gp.xml --out gp.tle
  dawndusk orbit export active.csv --object 25544,48274 --to kvn
  dawndusk orbit export --constellation suncatcher --to kvn
  dawndusk orbit export --constellation starlink-gen1 --out starlink-gen1.json`,
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
	if s.design != nil && f.to == "tle" {
		return badInput("a TLE has no room for the numbers of %s; csv, json, kvn and xml have", s.design.Name)
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
		if sat.mean != nil && !has {
			sat.set = setOf(sat)
		}
		if sat.mean != nil && has {
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
	if ctx.Err() == nil {
		text = form.End(text)
	}
	out.Write(text)
	m.end()
	unread, lacking := s.lack()
	if err == nil && ctx.Err() == nil {
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

// setOf returns a designed satellite's element set for SGP4, without drag. Both have
// the same mean elements, but that sets count revolutions as Kozai did: by the
// factor 1 + δ of its theory, whose axis a0 follows from the motion by a series.
//
// Source: Spacetrack Report 3, section 6, solved for the printed motion.
// Ignores: that SGP4's J2 and J3 are those of WGS 72.
// Good to: 60 m over a day; the most of it is J3, 0.24 % of 14 km
// (TestVerif_DesignsAsElementSets).
// Needs: a closed orbit.
func setOf(sat *satellite) gp.Elements {
	m := meanOf(sat, 0)
	const radius, j2 = 6378.135, 0.001082616 // WGS 72, with which sets are read
	c := math.Cos(sat.mean.Inclination)
	b2 := 1 - m.Eccentricity*m.Eccentricity
	d := 0.75 * j2 * (3*c*c - 1) / (math.Sqrt(b2) * b2)
	mean := math.Sqrt(m.GM/m.SemiMajorAxis) / m.SemiMajorAxis // rad/s, Brouwer's
	kozai := mean
	for range 20 { // each takes three digits of what is left
		a1 := math.Cbrt(m.GM/(kozai*kozai)) / radius
		δ := d / (a1 * a1)
		a0 := a1 * (1 - δ*δ - δ*(1.0/3+134*δ*δ/81))
		kozai = mean * (1 + d/(a0*a0))
	}
	return gp.Elements{
		Name: sat.name, NoradID: sat.number, Classification: 'U', Epoch: sat.epoch, MeanMotion: kozai * 86400 / (2 * math.Pi), Eccentricity: m.Eccentricity,
		Inclination: m.Inclination, Node: m.Node, ArgPerigee: m.ArgPerigee, MeanAnomaly: m.MeanAnomaly,
	}
}
