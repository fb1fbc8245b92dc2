package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"sync"
	"sync/atomic"

	"github.com/dawndusk/dawndusk/orbit/export"
	"github.com/dawndusk/dawndusk/orbit/gp"
	"github.com/dawndusk/dawndusk/orbit/sky"
	"github.com/dawndusk/dawndusk/report"
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
	failed      atomic.Uint32 // a bit for each code in the rows that are made
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
		} else {
			p.failed.Or(1 << s.Code)
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
	if err == nil && ctx.Err() == nil {
		_, err = e.lack() // before the output gets its name
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
			if err = p.Close(); err != nil {
				err = fmt.Errorf("cannot print: %w", plain(err))
			}
		}
		return out.finish(ctx, err)
	}
	if f.format == "csv" {
		out.left = wholeRows
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
