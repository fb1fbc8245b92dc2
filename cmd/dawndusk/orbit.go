package main

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/dawndusk/dawndusk/orbit/gp"
	"github.com/dawndusk/dawndusk/si"
)

func (a *app) orbitCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "orbit",
		Short: "Where catalogued satellites are",
		Long:  `Orbit works on element sets as the catalogues give them, TLE or OMM.`,
		Example: `  dawndusk orbit propagate starlink.tle --minutes 0,97.3,1440
  dawndusk help orbit propagate`,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return nil
			}
			return fmt.Errorf("unknown command %q of orbit; there is %s", args[0], strings.Join(names(cmd), ", "))
		},
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	cmd.AddCommand(a.propagateCommand())
	return cmd
}

type propagateFlags struct {
	minutes, start, stop, step         string
	frame, format, mode, gravity, form string
	skipChecksum                       bool
}

func (a *app) propagateCommand() *cobra.Command {
	var f propagateFlags
	cmd := &cobra.Command{
		Use:   "propagate FILE",
		Short: "Propagate element sets by SGP4",
		Long: `Propagate prints the state of every object of a file at every time, by SGP4 and, for
periods of 225 minutes and more, SDP4, to all digits. FILE holds TLE with or without
names, or OMM as CSV, JSON, XML or KVN, plain or as .gz; - is the standard input.

Times are minutes from each set's own epoch, or instants of UTC from --start to --stop,
both included; minutes between UTC and the epoch are differences of Julian dates, which
do not count leap seconds, as is the custom with SGP4.

error is 0, or the code of AIAA 2006-6753: 1 mean eccentricity, 2 mean motion, 3
perturbed eccentricity, 4 semi-latus rectum, 6 decayed; 7 is more than 190 years from
the epoch. Such a row has no state. A record that cannot be read is one line on the
error output, the rest goes on, and the exit code is 1.`,
		Example: `  dawndusk orbit propagate starlink.tle --minutes 0,97.3,1440 > states.csv
  dawndusk orbit propagate active.csv --start 2026-08-22 --stop 2026-08-23 --step "1 min"
  dawndusk orbit propagate gp.json --minutes 0 --gravity wgs84
  curl -s URL | dawndusk orbit propagate - --in tle --minutes 0 --mode a`,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error { return a.propagate(cmd.Context(), args[0], &f) },
	}
	cmd.Flags().StringVar(&f.minutes, "minutes", "", "minutes from each epoch, joined by commas")
	cmd.Flags().StringVar(&f.start, "start", "", "first instant, UTC: 2026-08-22T12:00:00Z or 2026-08-22")
	cmd.Flags().StringVar(&f.stop, "stop", "", "last instant")
	cmd.Flags().StringVar(&f.step, "step", "", `time between instants, such as "1 min" or 90s`)
	cmd.Flags().StringVar(&f.frame, "frame", "teme", "frame of the states: teme")
	cmd.Flags().StringVar(&f.format, "format", "csv", "form of the output: csv")
	cmd.Flags().StringVar(&f.mode, "mode", "i", "i, improved, or a, as the Air Force's code")
	cmd.Flags().StringVar(&f.gravity, "gravity", "wgs72", "wgs72, with which element sets are made, or wgs84")
	cmd.Flags().StringVar(&f.form, "in", "auto", "form of the file: tle, csv, json, xml, kvn, or auto, by its content")
	cmd.Flags().BoolVar(&f.skipChecksum, "skip-checksum", false, "accept TLE lines whose checksum is wrong or missing")
	return cmd
}

// choose returns what a flag's value names.
func choose[T any](flag, value string, names []string, values []T) (T, error) {
	for i, n := range names {
		if value == n {
			return values[i], nil
		}
	}
	var none T
	if len(names) == 1 {
		return none, badInput("--%s %q is not there yet; available is %s", flag, value, names[0])
	}
	return none, badInput("--%s %q is unknown; available are %s", flag, value, strings.Join(names, ", "))
}

// instants are the times asked for: minutes from the epoch, or instants of UTC.
type instants struct {
	minutes []float64
	start   time.Time
	step    time.Duration
	steps   int64
}

func (t *instants) count() int64 { return int64(len(t.minutes)) + t.steps }

func (t *instants) at(i int64, epoch gp.Epoch) float64 {
	if t.minutes != nil {
		return t.minutes[i]
	}
	return epoch.MinutesTo(gp.EpochOf(t.start.Add(time.Duration(i) * t.step)))
}

func (f *propagateFlags) instants() (t instants, err error) {
	span := f.start != "" || f.stop != "" || f.step != ""
	switch {
	case f.minutes != "" && span:
		return t, badInput("--minutes or --start, --stop and --step, not both")
	case f.minutes != "":
		for _, text := range strings.Split(f.minutes, ",") {
			v, err := strconv.ParseFloat(strings.TrimSpace(text), 64)
			if err != nil || !(math.Abs(v) <= gp.MaxMinutes) {
				return t, badInput("--minutes: %q; numbers joined by commas, such as 0,97.3,1440", text)
			}
			t.minutes = append(t.minutes, v)
		}
		return t, nil
	case f.start == "" || f.stop == "" || f.step == "":
		return t, badInput("which times? --minutes 0,97.3,1440, or --start, --stop and --step")
	}
	var stop time.Time
	if t.start, err = instant("start", f.start); err == nil {
		stop, err = instant("stop", f.stop)
	}
	if err != nil {
		return t, err
	}
	if t.step, err = time.ParseDuration(f.step); err != nil {
		var d si.Duration
		if err := d.UnmarshalText([]byte(f.step)); err != nil || !(d.SI() < 1e9) {
			return t, badInput(`--step %q; a time with its unit, such as "1 min"`, f.step)
		}
		t.step = time.Duration(math.Round(d.SI() * 1e9))
	}
	if t.step <= 0 || stop.Before(t.start) {
		return t, badInput("--start %s --stop %s --step %s: no instant; a stop after the start and a step above 0", f.start, f.stop, f.step)
	}
	t.steps = int64(stop.Sub(t.start)/t.step) + 1
	return t, nil
}

func instant(flag, text string) (time.Time, error) {
	for _, layout := range []string{time.RFC3339Nano, "2006-01-02T15:04:05", "2006-01-02T15:04", "2006-01-02"} {
		if t, err := time.Parse(layout, text); err == nil && t.Year() >= 1900 && t.Year() <= 2150 {
			return t.UTC(), nil
		}
	}
	return time.Time{}, badInput("--%s %q; UTC of 1900 to 2150, such as 2026-08-22T12:00:00Z", flag, text)
}

// cutShort is an interruption after something was printed.
type cutShort struct{ error }

func (a *app) propagate(ctx context.Context, name string, f *propagateFlags) error {
	if _, err := choose("frame", strings.ToLower(f.frame), []string{"teme"}, []int{0}); err != nil {
		return err
	}
	if _, err := choose("format", f.format, []string{"csv"}, []int{0}); err != nil {
		return err
	}
	mode, err := choose("mode", f.mode, []string{"i", "a"}, []gp.Mode{gp.Improved, gp.AFSPC})
	if err != nil {
		return err
	}
	gravity, err := choose("gravity", strings.ToLower(f.gravity), []string{"wgs72", "wgs84"}, []gp.Gravity{gp.WGS72, gp.WGS84})
	if err != nil {
		return err
	}
	form, err := choose("in", f.form, []string{"auto", "tle", "csv", "json", "xml", "kvn"}, []gp.Format{gp.Detect, gp.TLE, gp.CSV, gp.JSON, gp.XML, gp.KVN})
	if err != nil {
		return err
	}
	times, err := f.instants()
	if err != nil {
		return err
	}
	in, closing, err := open(name)
	if err != nil {
		return err
	}
	defer closing()

	r := gp.NewReader(in, form)
	r.SkipChecksum = f.skipChecksum
	out := bufio.NewWriterSize(a.out, 64<<10)
	fmt.Fprintln(out, "norad_id,minutes_since_epoch,error,x_km,y_km,z_km,vx_km_s,vy_km_s,vz_km_s")
	sets, bad := 0, 0
	for ctx.Err() == nil {
		el, err := r.Next()
		var b *gp.BadRecord
		if errors.Is(err, io.EOF) {
			break
		}
		if errors.As(err, &b) {
			bad++
			fmt.Fprintf(a.err, "%s:%v\n", name, b)
			continue
		}
		if err != nil {
			out.Flush()
			return fmt.Errorf("cannot read %s after %d element sets: %w", name, sets, plain(err))
		}
		p, err := gp.New(&el, gravity, mode)
		if err != nil {
			return fmt.Errorf("object %d: %w", el.NoradID, err)
		}
		sets++
		if err := states(ctx, out, &el, p, &times); err != nil {
			break
		}
	}
	if err := out.Flush(); err != nil {
		return fmt.Errorf("cannot print: %w", plain(err))
	}
	switch {
	case ctx.Err() != nil:
		return cutShort{errors.New("interrupted: the rows printed are whole, the last object's may be incomplete")}
	case bad > 0:
		records := "records"
		if bad == 1 {
			records = "record"
		}
		return fmt.Errorf("%d %s of %s could not be read, %d could", bad, records, name, sets)
	case sets == 0:
		return badInput("%s holds no element set; TLE, or OMM as CSV, JSON, XML or KVN", name)
	}
	return nil
}

// states prints an object's rows.
func states(ctx context.Context, out *bufio.Writer, el *gp.Elements, p *gp.Propagator, times *instants) error {
	row := make([]byte, 0, 256)
	for i := range times.count() {
		if i%16 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		at := times.at(i, el.Epoch)
		s, code := p.At(at)
		row = strconv.AppendInt(row[:0], int64(el.NoradID), 10)
		row = strconv.AppendFloat(append(row, ','), at, 'g', -1, 64)
		row = strconv.AppendUint(append(row, ','), uint64(code), 10)
		for _, v := range [6]float64{s.Position[0], s.Position[1], s.Position[2], s.Velocity[0], s.Velocity[1], s.Velocity[2]} {
			row = append(row, ',')
			if code == gp.OK {
				row = strconv.AppendFloat(row, v, 'g', -1, 64)
			}
		}
		if _, err := out.Write(append(row, '\n')); err != nil {
			return err
		}
	}
	return nil
}

// open opens a file to be read, the standard input for -, unpacked if it is packed.
func open(name string) (io.Reader, func() error, error) {
	file := os.Stdin
	if name != "-" {
		var err error
		if file, err = os.Open(name); err != nil {
			return nil, nil, badInput("cannot read %s: %v", name, plain(err))
		}
		if info, err := file.Stat(); err == nil && info.IsDir() {
			file.Close()
			return nil, nil, badInput("cannot read %s: it is a directory", name)
		}
	}
	in := bufio.NewReaderSize(file, 64<<10)
	if magic, _ := in.Peek(2); !bytes.Equal(magic, []byte{0x1f, 0x8b}) {
		return in, file.Close, nil
	}
	z, err := gzip.NewReader(in)
	if err != nil {
		file.Close()
		return nil, nil, badInput("cannot unpack %s: %v", name, err)
	}
	return z, file.Close, nil
}
