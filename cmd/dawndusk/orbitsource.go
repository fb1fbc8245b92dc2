package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/dawndusk/dawndusk/orbit/gp"
	"github.com/dawndusk/dawndusk/orbit/sky"
	"github.com/dawndusk/dawndusk/report"
)

// satellite is something whose orbit is known.
type satellite struct {
	number           int
	name, designator string
	epoch            gp.Epoch
	set              gp.Elements // of a catalogue; without a mean motion for a designed one
}

// motion gives a state at a time from the epoch, or the code that says why not.
type motion interface {
	at(minutes float64) (sky.TEME, gp.Code)
}

type bySGP4 struct{ *gp.Propagator }

func (p bySGP4) at(minutes float64) (sky.TEME, gp.Code) {
	s, code := p.At(minutes)
	return sky.TEME(s), code
}

// sourceFlags say which satellites there are and how they move.
type sourceFlags struct {
	form, mode, gravity, object string
	skipChecksum                bool
	threads                     int
}

func (f *sourceFlags) add(cmd *cobra.Command) {
	f.addRead(cmd)
	cmd.Flags().StringVar(&f.mode, "mode", "i", "i, improved, or a, as the Air Force's code")
	cmd.Flags().StringVar(&f.gravity, "gravity", "wgs72", "wgs72, with which element sets are made, or wgs84")
	cmd.Flags().IntVar(&f.threads, "threads", 0, "threads, all cores unless told; the result does not depend on them")
}

// addRead adds the flags of those who read sets and move nothing.
func (f *sourceFlags) addRead(cmd *cobra.Command) {
	cmd.Flags().StringVar(&f.form, "in", "auto", "form of the file: tle, csv, json, xml, kvn, or auto, by its content")
	cmd.Flags().BoolVar(&f.skipChecksum, "skip-checksum", false, "accept TLE lines whose checksum is wrong or missing")
	cmd.Flags().StringVar(&f.object, "object", "", "numbers of the objects wanted, joined by commas; all unless told")
}

// source gives satellites one after the other.
type source struct {
	name    string // of the file
	form    gp.Format
	skip    bool
	wanted  map[int]bool // nil for all
	mode    gp.Mode
	gravity gp.Gravity
	threads int

	sets, bad int
}

func (f *sourceFlags) source(name string) (*source, error) {
	s := &source{name: name, skip: f.skipChecksum, threads: f.threads}
	var err error
	if s.form, err = choose("in", f.form, []string{"auto", "tle", "csv", "json", "xml", "kvn"}, []gp.Format{gp.Detect, gp.TLE, gp.CSV, gp.JSON, gp.XML, gp.KVN}); err != nil {
		return nil, err
	}
	if f.mode != "" {
		if s.mode, err = choose("mode", f.mode, []string{"i", "a"}, []gp.Mode{gp.Improved, gp.AFSPC}); err != nil {
			return nil, err
		}
		if s.gravity, err = choose("gravity", strings.ToLower(f.gravity), []string{"wgs72", "wgs84"}, []gp.Gravity{gp.WGS72, gp.WGS84}); err != nil {
			return nil, err
		}
	}
	if name != "-" { // before anything is printed
		_, closing, err := open(name)
		if err != nil {
			return nil, err
		}
		closing()
	}
	if s.threads < 0 || s.threads > 4096 {
		return nil, badInput("--threads %d; 1 to 4096, or 0 for all cores", s.threads)
	}
	if s.threads == 0 {
		s.threads = runtime.GOMAXPROCS(0)
	}
	if f.object != "" {
		s.wanted = map[int]bool{}
		for _, text := range strings.Split(f.object, ",") {
			n, err := strconv.Atoi(strings.TrimSpace(text))
			if err != nil || n < 0 {
				return nil, badInput("--object %q; numbers joined by commas, such as 25544,44713", text)
			}
			s.wanted[n] = true
		}
	}
	return s, nil
}

// each reads satellites until the end, or until yield wants no more. Bad records are
// told to say and counted.
func (s *source) each(ctx context.Context, say func(format string, args ...any), yield func(*satellite) bool) error {
	in, closing, err := open(s.name)
	if err != nil {
		return err
	}
	defer closing()
	r := gp.NewReader(in, s.form)
	r.SkipChecksum = s.skip
	for ctx.Err() == nil {
		el, err := r.Next()
		var bad *gp.BadRecord
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case errors.As(err, &bad):
			s.bad++
			say("%s:%v", printable(s.name), printable(bad.Error()))
			continue
		case err != nil:
			return fmt.Errorf("cannot read %s after %d element sets: %w", s.name, s.sets, plain(err))
		case s.wanted != nil && !s.wanted[el.NoradID]:
			continue
		}
		s.sets++
		if !yield(&satellite{number: el.NoradID, name: el.Name, designator: el.Designator, epoch: el.Epoch, set: el}) {
			return nil
		}
	}
	return nil
}

// count returns how many satellites there are, 0 if that cannot be known before they
// are read.
func (s *source) count(ctx context.Context) int64 {
	if info, err := os.Stat(s.name); err != nil || !info.Mode().IsRegular() {
		return 0
	}
	again := *s
	again.sets, again.bad = 0, 0
	if again.each(ctx, func(string, ...any) {}, func(*satellite) bool { return true }) != nil {
		return 0
	}
	return int64(again.sets)
}

// move makes a satellite ready.
func (s *source) move(sat *satellite) (motion, error) {
	p, err := gp.New(&sat.set, s.gravity, s.mode)
	if err != nil {
		return nil, err
	}
	return bySGP4{p}, nil
}

// lack says what could not be read, "" if all could, or that there was nothing.
func (s *source) lack() (string, error) {
	switch {
	case s.bad > 0:
		records := "records"
		if s.bad == 1 {
			records = "record"
		}
		return fmt.Sprintf("%s %s of %s could not be read, %s could", report.Count(s.bad), records, s.name, report.Count(s.sets)), nil
	case s.sets == 0 && s.wanted != nil:
		return "", badInput("%s holds none of the objects of --object", s.name)
	case s.sets == 0:
		return "", badInput("%s holds no element set; TLE, or OMM as CSV, JSON, XML or KVN", s.name)
	}
	return "", nil
}
