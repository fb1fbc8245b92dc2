package main

import (
	"context"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/dawndusk/dawndusk/orbit/event"
	"github.com/dawndusk/dawndusk/orbit/gp"
	"github.com/dawndusk/dawndusk/orbit/sky"
	"github.com/dawndusk/dawndusk/report"
)

// search is a look at each satellite's path over a span.
type search struct {
	*source
	span        event.Span
	orientation *sky.Orientation
	turn        *sky.Turn
}

// searchFlags say over which span, and where Earth stands.
type searchFlags struct {
	sourceFlags
	timeFlags
	eop, out string
}

func (f *searchFlags) search(name string) (*search, error) {
	s, err := f.source(name)
	if err != nil {
		return nil, err
	}
	q := &search{source: s}
	if q.span.Start, q.span.Stop, err = f.between(); err != nil {
		return nil, err
	}
	if q.orientation, err = readOrientation(f.eop); err != nil {
		return nil, err
	}
	if q.turn, err = sky.NewTurn(q.span.Start.Add(-time.Hour), q.span.Stop.Add(time.Hour), q.orientation); err != nil {
		return nil, badInput("--start %s --stop %s: %v", f.start, f.stop, err)
	}
	return q, nil
}

// readOrientation reads a file of Earth's orientation, if one is named.
func readOrientation(name string) (*sky.Orientation, error) {
	if name == "" {
		return nil, nil
	}
	in, closing, err := open(name)
	if err != nil {
		return nil, err
	}
	defer closing()
	o, err := sky.ReadOrientation(in)
	if err != nil {
		return nil, badInput("%s: %v", name, err)
	}
	return o, nil
}

// warnOrientation says when Earth's orientation is asked for where its file has none.
func (a *app) warnOrientation(file string, o *sky.Orientation, start, stop sky.Instant) {
	first, last := o.Span()
	if o == nil || first <= start && stop <= last.Add(24*time.Hour) {
		return
	}
	day := func(t sky.Instant) string { return t.Time().Format(time.DateOnly) }
	a.warn([]string{fmt.Sprintf("%s holds Earth's orientation from %s to %s; outside it stays as it is there", printable(file), day(first), day(last))})
}

// path is a satellite's motion as the searches want it.
func (q *search) path(ctx context.Context, sat *satellite, mo motion) event.Path {
	return func(t sky.Instant) (sky.GCRS, error) {
		if err := ctx.Err(); err != nil {
			return sky.GCRS{}, err
		}
		s, code := mo.at(sat.epoch.MinutesTo(gp.EpochOf(t.Time())))
		if code != gp.OK {
			return sky.GCRS{}, code
		}
		m := q.turn.CelestialToTEME(t)
		return sky.GCRS{Position: m.Undo(s.Position), Velocity: m.Undo(s.Velocity)}, nil
	}
}

// stamp is an instant to the millisecond, in UTC.
func stamp(t sky.Instant) string {
	return t.AddSeconds(0.5e-3).Time().Format("2006-01-02T15:04:05.000Z")
}

// joined puts a comma between what is written, for an array of JSON.
type joined struct {
	io.Writer
	join, more bool
}

func (j *joined) Write(p []byte) (int, error) {
	if len(p) == 0 {
		return 0, nil
	}
	if j.join && j.more {
		if _, err := j.Writer.Write([]byte{','}); err != nil {
			return 0, err
		}
	}
	j.more = true
	return j.Writer.Write(p)
}

// finding is what was found of one satellite.
type finding struct {
	text []byte
	err  error
	sat  *satellite
}

// look looks at all satellites and writes what is found in their order. look appends
// to dst; after an error what it appended is still written.
func (q *search) look(ctx context.Context, a *app, out io.Writer, look func(dst []byte, sat *satellite, path event.Path) ([]byte, error)) (lost int, err error) {
	m := a.meter("satellites", q.count(ctx))
	defer m.end()
	var failed error
	jobs := func(yield func(*satellite) bool) {
		failed = q.each(ctx, func(format string, args ...any) { m.say(a.err, format, args...) }, yield)
	}
	err = ordered(ctx, q.threads, jobs, func(sat *satellite, f *finding) {
		f.text, f.sat = f.text[:0], sat
		mo, err := q.move(sat)
		if f.err = err; err == nil {
			f.text, f.err = look(f.text, sat, q.path(ctx, sat, mo))
		}
	}, func(f *finding) error {
		m.add(1)
		if f.err != nil {
			lost++
			m.say(a.err, "object %d: %s", f.sat.number, strings.TrimPrefix(f.err.Error(), "event: "))
		}
		if _, err := out.Write(f.text); err != nil {
			return fmt.Errorf("cannot print: %w", plain(err))
		}
		return nil
	})
	if err == nil {
		err = failed
	}
	return lost, err
}

// end ends the output and says what could not be done.
func (q *search) end(ctx context.Context, out *output, lost int, err error) error {
	unread, lacking := q.lack()
	if err == nil && ctx.Err() == nil {
		err = lacking
	}
	if err := out.finish(ctx, err); err != nil {
		return err
	}
	part := ""
	if lost > 0 {
		part = report.Count(lost) + " could not be followed to the end"
	}
	return partly(unread, part)
}
