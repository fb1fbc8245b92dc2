package main

import (
	"context"
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/dawndusk/dawndusk/orbit/traffic"
	"github.com/dawndusk/dawndusk/report"
	"github.com/dawndusk/dawndusk/si"
)

type densityFlags struct {
	sourceFlags
	bottom, top, shell, radius string
	threshold                  float64
	json                       bool
	format, out                string
}

func (a *app) densityCommand() *cobra.Command {
	var f densityFlags
	cmd := &cobra.Command{
		Use:   "density [FILE]",
		Short: "How many objects share each shell of altitude, and how often they meet",
		Long: `Density counts a catalogue by shells of altitude, each object by its time in each, and
says what one satellite in the middle of a shell meets there: objects in a cubic
kilometre, their mean relative speed, how many cross a square metre in a year, how
often two of all the shell's objects collide in a year if each pair touches within
--radius, nobody dodging, and how often in a year one satellite must dodge the others,
if it does from a collision probability of --threshold on and screens them as
Starlink's reports imply. Nodes and perigees are taken as anywhere with equal chance.

The objects are those of a FILE of element sets, see orbit propagate, and of a
--constellation, whose satellites are counted as if they did not keep their slots.`,
		Example: `  dawndusk orbit density active.tle
  dawndusk orbit density active.tle --constellation fcc-million \
      --from "500 km" --to "700 km" --shell "10 km"
  dawndusk orbit density gp.csv --json | jq '.shells[] | select(.altitude_from_km == 550)'`,
		Args: cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error { return a.density(cmd.Context(), given(args), &f) },
	}
	cmd.Flags().StringVar(&f.bottom, "from", "200 km", "altitude of the lowest shell")
	cmd.Flags().StringVar(&f.top, "to", "2000 km", "altitude of the top of the highest")
	cmd.Flags().StringVar(&f.shell, "shell", "50 km", "thickness of a shell")
	cmd.Flags().StringVar(&f.radius, "radius", "5 m", "sum of two bodies' radii, within which they touch")
	cmd.Flags().Float64Var(&f.threshold, "threshold", 1e-5, "collision probability from which on a satellite dodges; Starlink's is 3e-7 since 2024")
	cmd.Flags().StringVar(&f.format, "format", "table", "table or csv")
	cmd.Flags().BoolVar(&f.json, "json", false, "print JSON")
	cmd.Flags().StringVar(&f.out, "out", "", "file to write, whole or not at all; csv unless --json")
	f.addRead(cmd)
	return cmd
}

type densityShell struct {
	From       float64 `json:"altitude_from_km"`
	To         float64 `json:"altitude_to_km"`
	Objects    float64 `json:"objects"`
	Density    float64 `json:"objects_per_km3"`
	Speed      float64 `json:"relative_speed_km_s"`
	Flux       float64 `json:"flux_per_m2_yr"`
	Collisions float64 `json:"collisions_per_yr"`
	Manoeuvres float64 `json:"manoeuvres_per_satellite_yr"`
}

type densityResult struct {
	Objects int            `json:"objects"`
	Inside  float64        `json:"objects_inside"`
	Radius  float64        `json:"radius_m"`
	Dodges  float64        `json:"manoeuvre_threshold"`
	Shells  []densityShell `json:"shells"`
}

// kilometres reads a length of a flag.
func kilometres(flag, text string, low, high float64) (float64, error) {
	var v si.Length
	if err := v.UnmarshalText([]byte(text)); err != nil || !(v.SI()/1000 >= low && v.SI()/1000 <= high) {
		return 0, badInput(`--%s %q; a length with its unit, %v to %v km`, flag, text, low, high)
	}
	return v.SI() / 1000, nil
}

func (a *app) density(ctx context.Context, name string, f *densityFlags) error {
	s, err := f.source(name)
	if err != nil {
		return err
	}
	if _, err = choose("format", f.format, []string{"table", "csv"}, []int{0, 1}); err != nil {
		return err
	}
	var bottom, top, step, radius float64
	for _, l := range []struct {
		flag, text string
		to         *float64
		low, high  float64
	}{{"from", f.bottom, &bottom, 0, 100000}, {"to", f.top, &top, 0, 100000}, {"shell", f.shell, &step, 0.1, 10000}, {"radius", f.radius, &radius, 1e-6, 10}} {
		if *l.to, err = kilometres(l.flag, l.text, l.low, l.high); err != nil {
			return err
		}
	}
	count := math.Round((top - bottom) / step)
	if !(count >= 1 && count <= 5000) {
		return badInput("--from %s --to %s --shell %s: %v shells; 1 to 5,000", f.bottom, f.top, f.shell, count)
	}
	if !(f.threshold > 0 && f.threshold < 1) {
		return badInput("--threshold %v; a probability, such as 1e-5", f.threshold)
	}
	census, err := traffic.NewCensus(traffic.Shells{Bottom: bottom, Step: step, Count: int(count)})
	if err != nil {
		return badInput("%v", err)
	}
	m := a.meter("objects", s.count(ctx))
	odd := 0
	err = s.each(ctx, func(format string, args ...any) { m.say(a.err, format, args...) }, func(sat *satellite) bool {
		if sat.mean != nil {
			// Over Earth's bulge even a circle swings, by about this much of its radius, so that
			// one on the border of two shells is in both.
			e := max(1e-4, math.Hypot(sat.mean.Ex, sat.mean.Ey))
			census.AddOrbit(traffic.Orbit{SemiMajorAxis: sat.mean.Axis, Eccentricity: e, Inclination: sat.mean.Inclination}, 1)
		} else if !census.Add(&sat.set) {
			odd++
			m.say(a.err, "object %d has no orbit that can be counted", sat.number)
		}
		m.add(1)
		return ctx.Err() == nil
	})
	m.end()
	if err == nil {
		err = ctx.Err()
	}
	if err != nil {
		return err
	}
	unread, err := s.lack()
	if err != nil {
		return err
	}
	r := densityResult{Radius: radius * 1000, Dodges: f.threshold}
	r.Objects, r.Inside = census.Added()
	for k, row := range census.Table(traffic.Practised(f.threshold).Avoidance()) {
		// Each of N objects meets rate(radius) others a year, and each meeting is of two.
		r.Shells = append(r.Shells, densityShell{
			row.Floor, row.Top, row.Objects, row.Density, row.Speed, row.FluxPerM2, census.Own(k, nil).Rate(radius) * row.Objects / 2, row.Manoeuvres,
		})
	}
	if err := a.printDensity(ctx, s, f, &r); err != nil {
		return err
	}
	left := ""
	if odd > 0 {
		left = report.Count(odd) + " could not be counted"
	}
	return partly(unread, left)
}

func (a *app) printDensity(ctx context.Context, s *source, f *densityFlags, r *densityResult) error {
	out, err := a.output(f.out)
	if err != nil {
		return err
	}
	switch {
	case f.json:
		print := app{out: out}
		err = print.printJSON(r)
	case f.format == "csv" || f.out != "":
		fmt.Fprintln(out, "altitude_from_km,altitude_to_km,objects,objects_per_km3,relative_speed_km_s,flux_per_m2_yr,collisions_per_yr,manoeuvres_per_satellite_yr")
		for _, row := range r.Shells {
			fmt.Fprintf(out, "%g,%g,%.6g,%.6g,%.6g,%.6g,%.6g,%.6g\n", row.From, row.To, row.Objects, row.Density, row.Speed, row.Flux, row.Collisions, row.Manoeuvres)
		}
	default:
		fmt.Fprintln(out, a.title(s.title(), fmt.Sprintf("%s objects, %s on the mean from %s to %s", report.Count(r.Objects),
			report.Count(int(math.Round(r.Inside))), f.bottom, f.top)))
		fmt.Fprintln(out)
		fmt.Fprintln(out, a.style(bold, left("altitude, km", 13)+right("objects", 9)+right("per km³", 10)+right("km/s", 7)+right("per m² a year", 15)+
			right("collisions a year", 19)+right("dodges each", 13)))
		for _, row := range r.Shells {
			if row.Objects < 0.5 {
				continue
			}
			fmt.Fprintln(out, left(fmt.Sprintf("%g–%g", row.From, row.To), 13)+right(report.Count(int(math.Round(row.Objects))), 9)+right(short(row.Density), 10)+
				right(fmt.Sprintf("%.1f", row.Speed), 7)+right(short(row.Flux), 15)+right(short(row.Collisions), 19)+right(short(row.Manoeuvres), 13))
		}
		fmt.Fprintf(out, "\nCollisions: a pair touches within %s; nobody dodges and nobody keeps a slot.\n"+
			"Dodges each: of one satellite in a year, from a collision probability of %g on.\n"+
			"Shells with less than half an object are left out.\n", f.radius, f.threshold)
	}
	return out.finish(ctx, err)
}

// short is a number in two digits, with a power of ten where it is tiny or large.
func short(v float64) string {
	switch {
	case v == 0:
		return "0"
	case v >= 9.95 && v < 1e6:
		return report.Count(int(math.Round(v)))
	case v >= 0.001 && v < 9.95:
		return strconv.FormatFloat(v, 'g', 2, 64)
	}
	return strings.Replace(fmt.Sprintf("%.1e", v), "e-0", "e-", 1)
}
