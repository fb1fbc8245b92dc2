package main

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/dawndusk/dawndusk/orbit/export"
	"github.com/dawndusk/dawndusk/orbit/gp"
	"github.com/dawndusk/dawndusk/orbit/sky"
	"github.com/dawndusk/dawndusk/report"
)

type propagateFlags struct {
	sourceFlags
	timeFlags
	frame, format, eop, out, created string
	oemVersion                       int
	utc, statistics, json            bool
}

func (a *app) propagateCommand() *cobra.Command {
	var f propagateFlags
	cmd := &cobra.Command{
		Use:   "propagate [FILE]",
		Short: "Propagate element sets by SGP4, and designed constellations",
		Long: `Propagate writes the state of every object of a file at every time, by SGP4 and, for
periods of 225 minutes and more, SDP4, to all digits. FILE holds TLE with or without
names, or OMM as CSV, JSON, XML or KVN, plain or as .gz; - is the standard input.

The satellites of a --constellation, alone or after those of a file, are moved as SGP4
would without drag, over WGS 84; they have the numbers 900000001 and up. With
--statistics the states of a file or of a constellation are not written but looked at:
how long they are in the light, by shell, and how many of them at each instant.

Times are minutes from each set's own epoch, or instants of UTC from --start to --stop,
both included; minutes between UTC and the epoch are differences of Julian dates, which
do not count leap seconds, as is the custom with SGP4.

Frames: teme, in which SGP4 gives its states; gcrs, which does not turn; itrs, which
turns with the ground; geodetic, latitude, longitude and height over WGS 84. Without
--eop, Earth's orientation, itrs and geodetic are good to half a kilometre.

Forms: csv and parquet, one table of all objects; CCSDS oem and oem-xml, a segment for
each; stk, a file .e for one, or a new directory with one for each; czml for Cesium, in gcrs or itrs. The end of the name
in --out says which if --format does not.

error is 0, or the code of AIAA 2006-6753: 1 mean eccentricity, 2 mean motion, 3
perturbed eccentricity, 4 semi-latus rectum, 6 decayed; 7 is more than 190 years from
the epoch. Such a row has no state. Forms without such rows end an object's states
before its first error, and say so. A record that cannot be read is one line on the
error output, the rest goes on, and the exit code is 1, as it is if a row has no state.`,
		Example: `  dawndusk orbit propagate starlink.tle --minutes 0,97.3,1440 > states.csv
  dawndusk orbit propagate active.csv --start 2026-08-22 --stop 1d --step 1min --out day.parquet
  dawndusk orbit propagate iss.tle --start 2026-08-22 --stop 90min --step 30s --frame geodetic --utc
  dawndusk orbit propagate active.csv --object 25544 --start 2026-08-22 --stop 1d --step 60s \
      --frame gcrs --out iss.oem
  dawndusk orbit propagate starlink.tle --start 2026-08-22 --stop 3h --step 2min --frame itrs \
      --out starlink.czml
  dawndusk orbit propagate --constellation fcc-million --start 2030-01-01 --stop 1d --step 1min \
      --statistics
  curl -s URL | dawndusk orbit propagate - --in tle --minutes 0 --mode a`,
		Args: cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if f.statistics {
				for _, flag := range []string{"frame", "format", "utc", "eop", "oem-version", "created", "mode", "gravity"} {
					if cmd.Flags().Changed(flag) {
						return badInput("--%s is of states; --statistics has --json, and --out, which is csv", flag)
					}
				}
				return a.lightStatistics(cmd.Context(), given(args), &f)
			}
			if f.json {
				return badInput("--json is for --statistics; for states, --format")
			}
			return a.propagate(cmd.Context(), given(args), &f, cmd.Flags().Changed("format"))
		},
	}
	f.timeFlags.add(cmd, true)
	cmd.Flags().StringVar(&f.frame, "frame", "teme", "frame of the states: teme, gcrs, itrs or geodetic")
	cmd.Flags().StringVar(&f.format, "format", "csv", "form of the output: csv, parquet, oem, oem-xml, stk or czml")
	cmd.Flags().StringVar(&f.out, "out", "", "file to write, whole or not at all; for several objects as stk a new directory")
	cmd.Flags().BoolVar(&f.utc, "utc", false, "a column with the time in UTC, for csv")
	cmd.Flags().StringVar(&f.eop, "eop", "", "file of Earth's orientation: CelesTrak's EOP or IERS's finals2000A")
	cmd.Flags().IntVar(&f.oemVersion, "oem-version", 3, "version of the OEM, 2 or 3")
	cmd.Flags().StringVar(&f.created, "created", "", "creation date in the file, UTC; now unless told")
	cmd.Flags().BoolVar(&f.statistics, "statistics", false, "no states: light and shadow of a file or of a designed constellation; --out takes them by time")
	cmd.Flags().BoolVar(&f.json, "json", false, "the statistics as JSON")
	f.sourceFlags.add(cmd)
	return cmd
}

// The forms, and the ends of names they go by.
var (
	stateForms = []string{"csv", "parquet", "oem", "oem-xml", "stk", "czml"}
	stateEnds  = map[string]string{".csv": "csv", ".parquet": "parquet", ".oem": "oem", ".xml": "oem-xml", ".czml": "czml", ".e": "stk"}
)

func (a *app) propagate(ctx context.Context, name string, f *propagateFlags, formGiven bool) error {
	e, created, err := f.ephemeris(name, formGiven)
	if err != nil {
		return err
	}
	if e.times.minutes == nil {
		_, start := e.times.at(0, gp.Epoch{})
		_, stop := e.times.at(e.times.steps-1, gp.Epoch{})
		a.warnOrientation(f.eop, e.orientation, start, stop)
	}
	perObject := e.times.count()
	total := int64(0)
	if perObject >= 100 || e.name == "" { // else reading twice would take longer than it is worth
		total = e.count(ctx) * perObject
	}
	m := a.meter("rows", total)
	defer m.end()
	switch {
	case max(total, perObject) > mostRows:
		return badInput("%s rows; at most %s at a time", report.Count(int(max(total, perObject))), report.Count(mostRows))
	case total > manyRows:
		m.say(a.err, "%s rows are coming, %s of each object", report.Count(int(total)), report.Count(int(perObject)))
	}
	lost, short := 0, 0
	failed := map[gp.Code]int{} // objects by the codes in their rows
	note := func(p *piece) {
		for code := gp.OK + 1; code <= gp.BeyondSpan; code++ {
			if p.to == perObject && p.failed.Load()>>code&1 != 0 {
				failed[code]++
			}
		}
		switch {
		case p.from != 0:
		case p.err != nil:
			lost++
			m.say(a.err, "%s: object %d: %v", printable(e.title()), p.number, p.err)
		case e.whole && p.first == p.last:
			lost++
			m.say(a.err, "object %d is left out: %v", p.number, p.code)
		case e.whole && p.code != gp.OK:
			short++
			m.say(a.err, "object %d: %s of %s states: %v", p.number, report.Count(int(p.object.States)), report.Count(int(perObject)), p.code)
		}
	}
	if f.format == "stk" && f.out != "" && strings.ToLower(filepath.Ext(f.out)) != ".e" {
		err = a.writeFolder(ctx, e, f.out, m, note)
	} else {
		err = a.writeFile(ctx, e, f, created, m, note)
	}
	m.end()
	if err != nil {
		return err
	}
	unread, err := e.lack()
	if err != nil {
		return err
	}
	left, cut := "", ""
	if lost > 0 {
		left = report.Count(lost) + " left out"
	}
	if short > 0 {
		cut = report.Count(short) + " end early"
	}
	rows := ""
	for code := gp.OK + 1; code <= gp.BeyondSpan; code++ {
		if n := failed[code]; n > 0 {
			rows += fmt.Sprintf(", %s by error %d (%s)", report.Count(n), code, code.String())
		}
	}
	if rows != "" {
		rows = "objects in rows without a state: " + rows[2:]
	}
	return partly(unread, left, cut, rows)
}

// ephemeris turns flags into what is to be made.
func (f *propagateFlags) ephemeris(name string, formGiven bool) (e *ephemeris, created sky.Instant, err error) {
	e = &ephemeris{}
	if e.source, err = f.source(name); err != nil {
		return nil, 0, err
	}
	if e.frame, err = choose("frame", strings.ToLower(f.frame), []string{"teme", "gcrs", "itrs", "geodetic"},
		[]export.Frame{export.TEME, export.GCRS, export.ITRS, export.Geodetic}); err != nil {
		return nil, 0, err
	}
	if end, known := stateEnds[strings.ToLower(filepath.Ext(f.out))]; known && !formGiven {
		f.format = end
	}
	if _, err = choose("format", f.format, stateForms, stateForms); err != nil {
		return nil, 0, err
	}
	if e.times, err = f.instants(); err != nil {
		return nil, 0, err
	}
	now := time.Now().UTC().Truncate(time.Second)
	if f.created != "" {
		if now, err = instant("created", f.created); err != nil {
			return nil, 0, err
		}
	}
	created = sky.UTC(now)
	if e.orientation, err = readOrientation(f.eop); err != nil {
		return nil, 0, err
	}
	if e.times.minutes == nil {
		_, start := e.times.at(0, gp.Epoch{})
		_, stop := e.times.at(e.times.steps-1, gp.Epoch{})
		if e.turn, err = sky.NewTurn(start, stop, e.orientation); err != nil {
			return nil, 0, badInput("--start %s --stop %s: %v", f.start, f.stop, err)
		}
	}
	return e, created, e.as(f, created)
}

// as sets the form.
func (e *ephemeris) as(f *propagateFlags, created sky.Instant) error {
	e.whole = f.format != "csv" && f.format != "parquet"
	if e.whole && e.frame == export.Geodetic {
		return badInput("--format %s has no place for geodetic states; csv and parquet have", f.format)
	}
	if f.utc && f.format != "csv" {
		return badInput("--utc is for csv; the others have the time in UTC as they are")
	}
	if f.oemVersion != 2 && f.oemVersion != 3 {
		return badInput("--oem-version %d; 2 or 3", f.oemVersion)
	}
	if e.whole && e.times.minutes != nil && !slices.IsSortedFunc(e.times.minutes, func(a, b float64) int {
		if a < b {
			return -1
		}
		return 1
	}) {
		return badInput("--minutes %s: --format %s wants them in ascending order", f.minutes, f.format)
	}
	oem := export.OEM{Version: f.oemVersion, Frame: e.frame, Created: created, Originator: "DAWNDUSK", Comment: e.comment()}
	switch f.format {
	case "csv":
		e.form = export.CSV{Frame: e.frame, UTC: f.utc}
	case "oem":
		e.form = oem
	case "oem-xml":
		e.form = export.OEMXML(oem)
	case "stk":
		e.form = export.STK{Frame: e.frame}
	case "czml":
		if e.frame == export.TEME {
			return badInput("--format czml knows --frame gcrs and itrs alone")
		}
		if e.times.minutes != nil {
			return badInput("--format czml has one clock for all; --start, --stop and --step")
		}
		c := export.CZML{Frame: e.frame, Name: filepath.Base(e.title())}
		_, c.Start = e.times.at(0, gp.Epoch{})
		_, c.Stop = e.times.at(e.times.steps-1, gp.Epoch{})
		e.form = c
	}
	return nil
}

// comment says how the states are made.
func (e *ephemeris) comment() string {
	switch {
	case e.name == "":
		return "States by mean elements under J2, J3 and J4, with first-order short periods of J2"
	case e.gravity == gp.WGS84:
		return "States by SGP4, WGS 84"
	}
	return "States by SGP4, WGS 72"
}
