package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"math"
	"os"
	"runtime"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/dawndusk/dawndusk"
	"github.com/dawndusk/dawndusk/orbit/constellation"
	"github.com/dawndusk/dawndusk/orbit/gp"
	"github.com/dawndusk/dawndusk/orbit/secular"
	"github.com/dawndusk/dawndusk/orbit/sky"
	"github.com/dawndusk/dawndusk/report"
	"github.com/dawndusk/dawndusk/study"
)

// satellite is something whose orbit is known.
type satellite struct {
	number           int
	name, designator string
	epoch            gp.Epoch
	set              gp.Elements       // of a catalogue
	mean             *secular.Elements // of a design, nil for one of a catalogue
	trimmed          bool              // of a dense cluster, whose periods are alike to the last metre
}

// firstDesigned is the number of a design's first satellite: no catalogue has numbers
// of nine digits that begin with a 9.
const firstDesigned = 900_000_001

// motion gives a state at a time from the epoch, or the code that says why not.
type motion interface {
	at(minutes float64) (sky.TEME, gp.Code)
}

type bySGP4 struct{ *gp.Propagator }

func (p bySGP4) at(minutes float64) (sky.TEME, gp.Code) {
	s, code := p.At(minutes)
	return sky.TEME(s), code
}

// byJ2 is a designed satellite, moved by the steady rates and periods of Earth's
// flattening.
type byJ2 struct {
	orbit   secular.Orbit
	trimmed bool
}

func (o *byJ2) at(minutes float64) (sky.TEME, gp.Code) {
	if math.Abs(minutes) > gp.MaxMinutes {
		return sky.TEME{}, gp.BeyondSpan
	}
	if o.trimmed {
		return o.orbit.Trimmed(minutes * 60), gp.OK
	}
	return o.orbit.At(minutes * 60), gp.OK
}

// sourceFlags say which satellites there are and how they move.
type sourceFlags struct {
	form, mode, gravity, object string
	constellation, scenario     string
	set                         []string
	year                        int
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
	cmd.Flags().StringVar(&f.constellation, "constellation", "", "a designed constellation, one of "+
		strings.Join(constellation.Names(), ", ")+", or a file .yaml")
	cmd.Flags().StringVar(&f.scenario, "scenario", "", "the satellites that a scenario, shipped or a file, has in orbit at the end of --year")
	cmd.Flags().IntVar(&f.year, "year", 2035, "year of the --scenario")
	setFlag(cmd, &f.set)
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
	design  *constellation.Design // nil for none
	rings   []secular.Ring

	sets, bad int
	found     map[int]bool // of those wanted
}

// given returns the one file of a command that takes one, or none.
func given(args []string) string {
	if len(args) > 0 {
		return args[0]
	}
	return ""
}

// load reads a design, shipped or from a file.
func (s *source) load(name string) (err error) {
	if slices.Contains(constellation.Names(), name) {
		s.design, err = constellation.Shipped(name)
	} else {
		if !strings.ContainsAny(name, "./\\") {
			return badInput("--constellation %q is none of %s, and no file .yaml", name, strings.Join(constellation.Names(), ", "))
		}
		in, closing, err := open(name)
		if err != nil {
			return err
		}
		defer closing()
		data, err := io.ReadAll(io.LimitReader(in, constellation.MaxBytes+1))
		if err != nil {
			return badInput("cannot read %s: %v", name, plain(err))
		}
		if s.design, err = constellation.Parse(name, data); err != nil {
			return inputError{err}
		}
	}
	if err == nil {
		s.rings, err = s.design.Rings()
	}
	return err
}

// play lays out what a scenario has in orbit.
func (s *source) play(scenario string, set []string, year int) error {
	c, err := dawndusk.Load(scenario, set...)
	if err != nil {
		return err
	}
	if s.design, err = study.Constellation(c, year); err != nil {
		return badInput("--scenario %s --year %d: %v", scenario, year, err)
	}
	s.rings, err = s.design.Rings()
	return err
}

// designed gives the satellites of the design.
func (s *source) designed(ctx context.Context, yield func(*satellite) bool) {
	if s.design == nil {
		return
	}
	epoch := gp.EpochOf(s.design.Epoch.Time())
	i := 0
	for k := range s.rings {
		r := &s.rings[k]
		for j := range r.Latitudes {
			number := firstDesigned + i
			if i++; s.wanted != nil && !s.wanted[number] {
				continue
			}
			if s.sets++; ctx.Err() != nil {
				return
			}
			s.find(number)
			mean := r.Elements(j)
			place, _ := s.design.Place(i - 1)
			shell := &s.design.Shells[place.Shell]
			name := fmt.Sprintf("%s %s %d/%d/%d", s.design.Name, shell.Name, place.Layer+1, place.Plane+1, place.Slot+1)
			if !yield(&satellite{number: number, name: name, epoch: epoch, mean: &mean, trimmed: shell.Pattern == constellation.Cluster}) {
				return
			}
		}
	}
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
	switch {
	case f.constellation != "" && f.scenario != "":
		return nil, badInput("--constellation or --scenario, not both")
	case f.scenario == "" && len(f.set) > 0:
		return nil, badInput("--set is of a --scenario")
	case f.constellation != "":
		err = s.load(f.constellation)
	case f.scenario != "":
		err = s.play(f.scenario, f.set, f.year)
	}
	if err != nil {
		return nil, err
	}
	if name == "" && s.design == nil {
		return nil, badInput("which satellites? A file of element sets, --constellation or --scenario")
	}
	if name != "" && name != "-" { // before anything is printed
		if err := readable(name); err != nil {
			if slices.Contains(constellation.Names(), name) {
				return nil, badInput("%s is no file but a constellation: --constellation %s", name, name)
			}
			return nil, err
		}
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

// each gives the satellites of the file and then those of the design, until yield
// wants no more. Bad records are told to say and counted.
func (s *source) each(ctx context.Context, say func(format string, args ...any), yield func(*satellite) bool) error {
	more := true
	if s.name != "" {
		err := s.read(ctx, say, func(sat *satellite) bool {
			more = yield(sat)
			return more
		})
		if err != nil {
			return err
		}
	}
	if more && ctx.Err() == nil {
		s.designed(ctx, yield)
	}
	return nil
}

func (s *source) read(ctx context.Context, say func(format string, args ...any), yield func(*satellite) bool) error {
	in, closing, err := openUntil(ctx, s.name)
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
		case errors.Is(err, io.EOF), err != nil && ctx.Err() != nil:
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
		s.find(el.NoradID)
		if !yield(&satellite{number: el.NoradID, name: el.Name, designator: el.Designator, epoch: el.Epoch, set: el}) {
			return nil
		}
	}
	return nil
}

// count returns how many satellites there are, 0 if that cannot be known before they
// are read.
func (s *source) count(ctx context.Context) int64 {
	designed := int64(0)
	if s.design != nil {
		designed = int64(s.design.Satellites())
		if s.wanted != nil {
			designed = int64(len(s.wanted))
		}
	}
	if s.name == "" {
		return designed
	}
	if info, err := os.Stat(s.name); err != nil || !info.Mode().IsRegular() {
		return 0
	}
	again := *s
	again.design = nil
	again.sets, again.bad, again.found = 0, 0, nil
	if again.each(ctx, func(string, ...any) {}, func(*satellite) bool { return true }) != nil {
		return 0
	}
	return int64(again.sets) + designed
}

// move makes a satellite ready.
func (s *source) move(sat *satellite) (motion, error) {
	if sat.mean != nil {
		o, err := secular.NewOrbit(secular.Earth(), *sat.mean)
		if err != nil {
			return nil, err
		}
		return &byJ2{o, sat.trimmed}, nil
	}
	p, err := gp.New(&sat.set, s.gravity, s.mode)
	if err != nil {
		return nil, err
	}
	return bySGP4{p}, nil
}

// title names what the satellites come from.
func (s *source) title() string {
	switch {
	case s.design == nil:
		return s.name
	case s.name == "":
		return s.design.Name
	}
	return s.name + " and " + s.design.Name
}

// find notes that a wanted object is there.
func (s *source) find(number int) {
	if s.wanted == nil {
		return
	}
	if s.found == nil {
		s.found = map[int]bool{}
	}
	s.found[number] = true
}

// lack says what could not be read or was not there, "" if all was, or that there was
// nothing.
func (s *source) lack() (string, error) {
	var parts []string
	if s.bad > 0 {
		records := "records"
		if s.bad == 1 {
			records = "record"
		}
		parts = append(parts, fmt.Sprintf("%s %s of %s could not be read, %s could", report.Count(s.bad), records, s.name, report.Count(s.sets)))
	}
	switch {
	case s.bad == 0 && s.sets == 0 && s.wanted != nil:
		return "", badInput("%s holds none of the objects of --object", s.title())
	case s.bad == 0 && s.sets == 0:
		return "", badInput("%s holds no element set; TLE, or OMM as CSV, JSON, XML or KVN", s.name)
	case len(s.found) < len(s.wanted):
		var missing []string
		for _, n := range slices.Sorted(maps.Keys(s.wanted)) {
			if !s.found[n] {
				missing = append(missing, strconv.Itoa(n))
			}
		}
		more := ""
		if len(missing) > 10 {
			more = fmt.Sprintf(" and %s more", report.Count(len(missing)-10))
			missing = missing[:10]
		}
		parts = append(parts, fmt.Sprintf("%s holds no object %s%s", s.title(), strings.Join(missing, ", "), more))
	}
	return strings.Join(parts, "; "), nil
}
