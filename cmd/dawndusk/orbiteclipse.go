package main

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/dawndusk/dawndusk/orbit/event"
)

func (a *app) eclipseCommand() *cobra.Command {
	var f searchFlags
	var summary, asJSON bool
	cmd := &cobra.Command{
		Use:   "eclipse [FILE]",
		Short: "When satellites are in Earth's shadow",
		Long: `Eclipse finds when each satellite enters and leaves umbra and penumbra between --start
and --stop, to the millisecond and not to a step: Earth is the ellipsoid of WGS 84
without air, the Sun a disc of the IAU's nominal radius, seen where its light comes
from. The satellites are those of a FILE of element sets, see orbit propagate, and of
a --constellation.

One line is a phase: umbra, penumbra, or antumbra beyond the tip of the shadow. cut
says where the span cuts it off. With --summary one line is a satellite: its shares of
time in full light and in umbra, the mean share of the Sun's disc it sees, the number
of its eclipses and the longest.`,
		Example: `  dawndusk orbit eclipse iss.tle --start 2026-08-22 --stop 1d
  dawndusk orbit eclipse active.csv --object 25544,48274 --start 2026-08-22 --stop 6h --json
  dawndusk orbit eclipse starlink.tle --start 2026-08-22 --stop 1d --summary --out eclipses.csv
  dawndusk orbit eclipse --constellation dawn-dusk-650 --object 900000001 \
      --start 2030-06-01 --stop 3h`,
		Args: cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.eclipse(cmd.Context(), given(args), &f, summary, asJSON)
		},
	}
	f.timeFlags.add(cmd, false)
	cmd.Flags().BoolVar(&summary, "summary", false, "a line for each satellite instead of each phase")
	cmd.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	cmd.Flags().StringVar(&f.out, "out", "", "file to write, whole or not at all")
	f.sourceFlags.add(cmd)
	return cmd
}

type phaseJSON struct {
	Kind     string  `json:"kind"`
	Start    string  `json:"start_utc"`
	Stop     string  `json:"stop_utc"`
	Duration float64 `json:"duration_s"`
	Cut      string  `json:"cut,omitempty"`
}

type eclipseJSON struct {
	Number       int         `json:"norad_id"`
	Name         string      `json:"name,omitempty"`
	Lit          float64     `json:"lit_fraction"`
	Light        float64     `json:"light_fraction"`
	Umbra        float64     `json:"umbra_fraction"`
	Eclipses     int         `json:"eclipses"`
	Longest      float64     `json:"longest_s"`
	LongestStart string      `json:"longest_start_utc,omitempty"`
	LongestUmbra float64     `json:"longest_umbra_s"`
	Phases       []phaseJSON `json:"phases,omitempty"`
}

// cutOff says at which end a span cuts an interval off.
func cutOff(i event.Interval) string {
	switch {
	case i.Before && i.After:
		return "both"
	case i.Before:
		return "start"
	case i.After:
		return "stop"
	}
	return ""
}

func (a *app) eclipse(ctx context.Context, name string, f *searchFlags, summary, asJSON bool) error {
	q, err := f.search(name)
	if err != nil {
		return err
	}
	out, err := a.output(f.out)
	if err != nil {
		return err
	}
	switch {
	case asJSON:
		fmt.Fprint(out, "[")
	case summary:
		fmt.Fprintln(out, "norad_id,lit_fraction,light_fraction,umbra_fraction,eclipses,longest_s,longest_start_utc,longest_umbra_s")
	default:
		fmt.Fprintln(out, "norad_id,kind,start_utc,stop_utc,duration_s,cut")
	}
	list := &joined{Writer: out, join: asJSON}
	shadow := event.Earth()
	lost, err := q.look(ctx, a, list, func(dst []byte, sat *satellite, path event.Path) ([]byte, error) {
		phases, failed := event.Eclipses(path, q.span, shadow)
		if failed != nil && (summary || asJSON) {
			return dst, failed // sums of a part would be wrong
		}
		if !summary && !asJSON {
			for _, p := range phases {
				dst = fmt.Appendf(dst, "%d,%v,%s,%s,%.3f,%s\n", sat.number, p.Kind, stamp(p.Start), stamp(p.Stop), p.Seconds(), cutOff(p.Interval))
			}
			return dst, failed
		}
		s := event.Sum(q.span, phases)
		e := eclipseJSON{
			Number: sat.number, Name: printable(sat.name), Lit: s.Lit, Light: s.Light, Umbra: s.Umbra, Eclipses: s.Eclipses,
			Longest: s.Longest.Seconds(), LongestUmbra: s.Darkest.Seconds(),
		}
		if s.Eclipses > 0 {
			e.LongestStart = stamp(s.Longest.Start)
		}
		if !asJSON {
			return fmt.Appendf(dst, "%d,%.6f,%.6f,%.6f,%d,%.3f,%s,%.3f\n", e.Number, e.Lit, e.Light, e.Umbra, e.Eclipses, e.Longest, e.LongestStart, e.LongestUmbra), nil
		}
		if !summary {
			for _, p := range phases {
				e.Phases = append(e.Phases, phaseJSON{p.Kind.String(), stamp(p.Start), stamp(p.Stop), p.Seconds(), cutOff(p.Interval)})
			}
		}
		return appendJSON(dst, e)
	})
	if asJSON && err == nil && ctx.Err() == nil {
		fmt.Fprint(out, "\n]\n")
	}
	return q.end(ctx, out, lost, err)
}

// appendJSON appends an object on a line of its own.
func appendJSON(dst []byte, v any) ([]byte, error) {
	text, err := json.Marshal(v)
	if err != nil {
		return dst, err
	}
	return append(append(dst, '\n'), text...), nil
}
