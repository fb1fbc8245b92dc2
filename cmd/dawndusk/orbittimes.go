package main

import (
	"math"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/dawndusk/dawndusk/orbit/gp"
	"github.com/dawndusk/dawndusk/orbit/sky"
	"github.com/dawndusk/dawndusk/si"
)

// timeFlags say at which times, or over which span.
type timeFlags struct{ minutes, start, stop, step string }

func (f *timeFlags) add(cmd *cobra.Command, steps bool) {
	if steps {
		cmd.Flags().StringVar(&f.minutes, "minutes", "", "minutes from each epoch, joined by commas")
		cmd.Flags().StringVar(&f.step, "step", "", `time between instants, such as "1 min" or 90s`)
	}
	cmd.Flags().StringVar(&f.start, "start", "", "first instant, UTC: 2026-08-22T12:00:00Z or 2026-08-22")
	cmd.Flags().StringVar(&f.stop, "stop", "", `last instant, or the time from the first, such as "1 d"`)
}

// instants are the times asked for: minutes from the epoch, or instants of UTC.
type instants struct {
	minutes []float64
	start   time.Time
	step    time.Duration
	steps   int64
}

func (t *instants) count() int64 { return int64(len(t.minutes)) + t.steps }

// at returns the i-th time, in minutes from an epoch and as an instant.
func (t *instants) at(i int64, epoch gp.Epoch) (minutes float64, at sky.Instant) {
	if t.minutes != nil {
		return t.minutes[i], instantOf(epoch, t.minutes[i])
	}
	clock := t.start.Add(time.Duration(i) * t.step)
	return epoch.MinutesTo(gp.EpochOf(clock)), sky.UTC(clock)
}

// instantOf returns the instant some minutes after an epoch, which holds a
// microsecond. Days have 1,440 minutes, as is the custom with SGP4.
func instantOf(e gp.Epoch, minutes float64) sky.Instant {
	return sky.UTC(e.Time().Add(time.Duration(math.Round(minutes * 60e9))))
}

func (f *timeFlags) instants() (t instants, err error) {
	span := f.start != "" || f.stop != "" || f.step != ""
	switch {
	case f.minutes != "" && span:
		return t, badInput("--minutes or --start, --stop and --step, not both")
	case f.minutes != "":
		for _, text := range strings.Split(f.minutes, ",") {
			v, err := strconv.ParseFloat(strings.TrimSpace(text), 64)
			if err != nil || !(math.Abs(v) <= gp.MaxMinutes) {
				return t, badInput("--minutes: %q; numbers joined by commas, such as 0,97.3,1440, within 190 years", text)
			}
			t.minutes = append(t.minutes, v)
		}
		return t, nil
	case f.start == "" || f.stop == "" || f.step == "":
		return t, badInput("which times? --minutes 0,97.3,1440, or --start, --stop and --step")
	}
	var stop time.Time
	if t.start, stop, err = f.span(); err != nil {
		return t, err
	}
	if t.step, err = duration("step", f.step); err != nil {
		return t, err
	}
	if t.step <= 0 {
		return t, badInput("--step %s: no instant; a step above 0", f.step)
	}
	t.steps = int64(stop.Sub(t.start)/t.step) + 1
	return t, nil
}

// span returns what --start and --stop name.
func (f *timeFlags) span() (start, stop time.Time, err error) {
	if f.start == "" || f.stop == "" {
		return start, stop, badInput("which times? --start 2026-08-22 --stop 2026-08-23")
	}
	if start, err = instant("start", f.start); err != nil {
		return start, stop, err
	}
	if d, err := duration("stop", f.stop); err == nil {
		stop = start.Add(d)
	} else if stop, err = instant("stop", f.stop); err != nil {
		return start, stop, err
	}
	if stop.Before(start) || stop.Year() > 2150 {
		return start, stop, badInput("--start %s --stop %s: no instant; a stop after the start, up to 2150", f.start, f.stop)
	}
	return start, stop, nil
}

// between is span for searches, which need some time to search.
func (f *timeFlags) between() (start, stop sky.Instant, err error) {
	from, to, err := f.span()
	if err == nil && !to.After(from) {
		err = badInput("--start %s --stop %s: no time; a stop after the start", f.start, f.stop)
	}
	return sky.UTC(from), sky.UTC(to), err
}

// duration reads a time with its unit, such as 90s or "1 min".
func duration(flag, text string) (time.Duration, error) {
	if d, err := time.ParseDuration(text); err == nil {
		return d, nil
	}
	var d si.Duration
	if err := d.UnmarshalText([]byte(text)); err != nil || !(d.SI() < 1e10) {
		return 0, badInput(`--%s %q; a time with its unit, such as "1 min"`, flag, text)
	}
	return time.Duration(math.Min(math.Round(d.SI()*1e9), math.MaxInt64/2)), nil
}

func instant(flag, text string) (time.Time, error) {
	for _, layout := range []string{time.RFC3339Nano, "2006-01-02T15:04:05", "2006-01-02T15:04", "2006-01-02"} {
		if t, err := time.Parse(layout, text); err == nil && t.Year() >= 1900 && t.Year() <= 2150 {
			return t.UTC(), nil
		}
	}
	return time.Time{}, badInput("--%s %q; UTC of 1900 to 2150, such as 2026-08-22T12:00:00Z", flag, text)
}
