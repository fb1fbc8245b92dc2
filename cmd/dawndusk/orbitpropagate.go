package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
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

The satellites of a --constellation, alone or after those of a file, are moved by the
steady rates and short periods of J2; they have the numbers 900000001 and up. With
--statistics their states are not written but looked at: how long they are in the
light, by shell, and how many of them at each instant.

Times are minutes from each set's own epoch, or instants of UTC from --start to --stop,
both included; minutes between UTC and the epoch are differences of Julian dates, which
do not count leap seconds, as is the custom with SGP4.

Frames: teme, in which SGP4 gives its states; gcrs, which does not turn; itrs, which
turns with the ground; geodetic, latitude, longitude and height over WGS 84. Without
--eop, Earth's orientation, itrs and geodetic are good to half a kilometre.

Forms: csv and parquet, one table of all objects; CCSDS oem and oem-xml, a segment for
each; stk, a file .e for each; czml for Cesium, in gcrs or itrs. The end of the name
in --out says which if --format does not.

error is 0, or the code of AIAA 2006-6753: 1 mean eccentricity, 2 mean motion, 3
perturbed eccentricity, 4 semi-latus rectum, 6 decayed; 7 is more than 190 years from
the epoch. Such a row has no state. Forms without such rows end an object's states
before its first error, and say so. A record that cannot be read is one line on the
error output, the rest goes on, and the exit code is 1.`,
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
	cmd.Flags().StringVar(&f.out, "out", "", "file to write, whole or not at all; for stk a new directory")
	cmd.Flags().BoolVar(&f.utc, "utc", false, "a column with the time in UTC, for csv")
	cmd.Flags().StringVar(&f.eop, "eop", "", "file of Earth's orientation: CelesTrak's EOP or IERS's finals2000A")
	cmd.Flags().IntVar(&f.oemVersion, "oem-version", 3, "version of the OEM, 2 or 3")
	cmd.Flags().StringVar(&f.created, "created", "", "creation date in the file, UTC; now unless told")
	cmd.Flags().BoolVar(&f.statistics, "statistics", false, "no states: light and shadow of a --constellation; --out takes them by time")
	cmd.Flags().BoolVar(&f.json, "json", false, "the statistics as JSON")
	f.sourceFlags.add(cmd)
	return cmd
}

// The forms, and the ends of names they go by.
var (
	stateForms = []string{"csv", "parquet", "oem", "oem-xml", "stk", "czml"}
	stateEnds  = map[string]string{".csv": "csv", ".parquet": "parquet", ".oem": "oem", ".xml": "oem-xml", ".czml": "czml"}
)

const (
	pieceRows = 4096 // rows that are propagated and written together
	manyRows  = 10_000_000
	mostRows  = 100_000_000_000
	mostFiles = 100_000
)

// ephemeris is what propagate was asked for.
type ephemeris struct {
	*source
	times       instants
	frame       export.Frame
	form        export.Form // nil for Parquet
	whole       bool        // the form has no place for errors: states end before the first
	orientation *sky.Orientation
	turn        *sky.Turn // over the span, nil for minutes
}

// carried is a satellite on its way through the pieces of its states.
type carried struct {
	satellite
	once        sync.Once
	motion      motion
	err         error
	object      export.Object
	first, last int64 // rows from first up to last are written
	code        gp.Code
}

// piece is some rows of an object.
type piece struct {
	*carried
	from, to int64
}

// rows are a batch of pieces on the way out.
type rows struct {
	pieces []piece
	text   []byte
	ends   []int // of each piece in text, or in states for Parquet
	states []export.State
}

func (a *app) propagate(ctx context.Context, name string, f *propagateFlags, formGiven bool) error {
	e, created, err := f.ephemeris(name, formGiven)
	if err != nil {
		return err
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
	note := func(p *piece) {
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
	if f.format == "stk" && f.out != "" {
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
	return partly(unread, left, cut)
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

// prepare makes an object ready, once, whoever comes first. What comes after an
// interruption is not used.
func (e *ephemeris) prepare(ctx context.Context, c *carried) {
	c.once.Do(func() {
		c.last = e.times.count()
		c.object = export.Object{Number: c.number, Name: c.name, Designator: c.designator}
		if c.motion, c.err = e.move(&c.satellite); c.err != nil {
			c.last = 0
			return
		}
		if e.whole { // from the first state up to the first error after it
			n := c.last
			ok := func(i int64) bool {
				if i%16 == 0 && ctx.Err() != nil {
					return false
				}
				minutes, _ := e.times.at(i, c.epoch)
				_, code := c.motion.at(minutes)
				if code != gp.OK {
					c.code = code
				}
				return code == gp.OK
			}
			for c.first < n && !ok(c.first) && ctx.Err() == nil {
				c.first++
			}
			for c.last = c.first; c.last < n && ok(c.last); {
				c.last++
			}
		}
		if c.first < c.last {
			_, c.object.Start = e.times.at(c.first, c.epoch)
			_, c.object.Stop = e.times.at(c.last-1, c.epoch)
			c.object.States = c.last - c.first
		}
	})
}

// states appends the states of a piece.
func (e *ephemeris) states(ctx context.Context, dst []export.State, p piece) []export.State {
	for i := max(p.from, p.first); i < min(p.to, p.last); i++ {
		if i%16 == 0 && ctx.Err() != nil { // resonance far from an epoch takes its time
			return dst
		}
		var s export.State
		s.Minutes, s.Time = e.times.at(i, p.epoch)
		var state sky.TEME
		if state, s.Code = p.motion.at(s.Minutes); s.Code == gp.OK {
			switch e.frame {
			case export.TEME:
				s.Position, s.Velocity = state.Position, state.Velocity
			case export.GCRS:
				if e.turn != nil {
					turn := e.turn.CelestialToTEME(s.Time)
					s.Position, s.Velocity = turn.Undo(state.Position), turn.Undo(state.Velocity)
				} else {
					g := state.GCRS(s.Time)
					s.Position, s.Velocity = g.Position, g.Velocity
				}
			case export.ITRS:
				g := state.ITRS(s.Time, e.orientation)
				s.Position, s.Velocity = g.Position, g.Velocity
			case export.Geodetic:
				g := state.ITRS(s.Time, e.orientation).Geodetic()
				s.Position = [3]float64{g.Latitude / degree, g.Longitude / degree, g.Height}
			}
		}
		dst = append(dst, s)
	}
	return dst
}

// batches reads satellites and deals their rows out in batches.
func (e *ephemeris) batches(ctx context.Context, m *meter, errs func(format string, args ...any), failed *error) func(yield func([]piece) bool) {
	return func(yield func([]piece) bool) {
		n, left, batch, more := e.times.count(), int64(pieceRows), []piece(nil), true
		*failed = e.each(ctx, errs, func(sat *satellite) bool {
			c := &carried{satellite: *sat}
			for from := int64(0); from < n && more; {
				to := min(n, from+left)
				batch = append(batch, piece{c, from, to})
				if left -= to - from; left == 0 {
					more = yield(batch)
					left, batch = pieceRows, nil
				}
				from = to
			}
			return more
		})
		if more && batch != nil {
			yield(batch)
		}
	}
}

// run propagates all and hands the rows out in order.
func (e *ephemeris) run(ctx context.Context, a *app, m *meter, take func(*rows) error) error {
	var failed error
	errs := func(format string, args ...any) { m.say(a.err, format, args...) }
	err := ordered(ctx, e.threads, e.batches(ctx, m, errs, &failed), func(batch []piece, r *rows) {
		r.pieces, r.text, r.ends, r.states = batch, r.text[:0], r.ends[:0], r.states[:0]
		for _, p := range batch {
			e.prepare(ctx, p.carried)
			if e.form == nil {
				r.states = e.states(ctx, r.states, p)
				r.ends = append(r.ends, len(r.states))
				continue
			}
			r.states = e.states(ctx, r.states[:0], p)
			if p.first < p.last {
				if p.from <= p.first && p.first < p.to {
					r.text = e.form.Open(r.text, &p.object)
				}
				r.text = e.form.States(r.text, &p.object, r.states)
				if p.from < p.last && p.last <= p.to {
					r.text = e.form.Shut(r.text, &p.object)
				}
			}
			r.ends = append(r.ends, len(r.text))
		}
	}, func(r *rows) error {
		for _, p := range r.pieces {
			m.add(p.to - p.from)
		}
		return take(r)
	})
	if err == nil {
		err = failed
	}
	return err
}

// writeFile writes one stream.
func (a *app) writeFile(ctx context.Context, e *ephemeris, f *propagateFlags, created sky.Instant, m *meter, note func(*piece)) error {
	if f.format == "parquet" && f.out == "" && a.terminal() {
		return badInput("--format parquet is not for a terminal; --out FILE")
	}
	out, err := a.output(f.out)
	if err != nil {
		return err
	}
	if f.format == "parquet" {
		p := export.NewParquet(out, e.frame, created, e.comment())
		err = e.run(ctx, a, m, func(r *rows) error {
			from := 0
			for i := range r.pieces {
				note(&r.pieces[i])
				if err := p.States(&r.pieces[i].object, r.states[from:r.ends[i]]); err != nil {
					return fmt.Errorf("cannot print: %w", plain(err))
				}
				from = r.ends[i]
			}
			return nil
		})
		if err == nil && ctx.Err() == nil {
			err = p.Close()
		}
		return out.finish(ctx, err)
	}
	objects := 0
	out.Write(e.form.Begin(nil))
	err = e.run(ctx, a, m, func(r *rows) error {
		for i := range r.pieces {
			note(&r.pieces[i])
			if r.pieces[i].from == 0 {
				objects++
			}
		}
		if f.format == "stk" && objects > 1 {
			return badInput("a file .e holds one object; --out DIRECTORY for a file of each, or --object")
		}
		if _, err := out.Write(r.text); err != nil {
			return fmt.Errorf("cannot print: %w", plain(err))
		}
		return nil
	})
	if err == nil && ctx.Err() == nil {
		out.Write(e.form.End(nil))
	}
	return out.finish(ctx, err)
}

// writeFolder writes a file of each object into a new directory.
func (a *app) writeFolder(ctx context.Context, e *ephemeris, name string, m *meter, note func(*piece)) error {
	dir, err := newFolder(name)
	if err != nil {
		return err
	}
	var file *os.File
	seen := map[string]int{}
	shut := func() error {
		if file == nil {
			return nil
		}
		_, err := file.Write(e.form.End(nil))
		if closed := file.Close(); err == nil {
			err = closed
		}
		file = nil
		return err
	}
	err = e.run(ctx, a, m, func(r *rows) error {
		from := 0
		for i := range r.pieces {
			p := &r.pieces[i]
			note(p)
			if p.first == p.last {
				continue
			}
			if p.from <= p.first && p.first < p.to {
				if err := shut(); err != nil {
					return err
				}
				if len(seen) >= mostFiles {
					return badInput("more than %s objects, a file each; --object takes some", report.Count(mostFiles))
				}
				base := strconv.Itoa(p.number)
				if seen[base]++; seen[base] > 1 {
					base += "-" + strconv.Itoa(seen[base])
				}
				if file, err = os.Create(filepath.Join(dir.temporary, base+".e")); err != nil {
					return err
				}
				if _, err := file.Write(e.form.Begin(nil)); err != nil {
					return err
				}
			}
			if file != nil {
				if _, err := file.Write(r.text[from:r.ends[i]]); err != nil {
					return err
				}
			}
			from = r.ends[i]
		}
		return nil
	})
	if shutting := shut(); err == nil {
		err = shutting
	}
	return dir.finish(ctx, err)
}
