package study

import (
	"embed"
	"encoding/csv"
	"fmt"
	"io/fs"
	"math"
	"strconv"

	"github.com/dawndusk/dawndusk/launch"
	"github.com/dawndusk/dawndusk/orbit"
	"github.com/dawndusk/dawndusk/si"
)

//go:embed backtests/*.csv
var embeddedTables embed.FS

// What backtests read comes from here, from launch.Record, launch.Promises and
// launch.Amounts, and no method names any of them (TestVerif_BacktestsReadInOnePlace):
// a method has only what it is handed. Tests put corrupted ones in their place.
var (
	backtestFiles fs.ReadDirFS = embeddedTables
	trappedDose                = orbit.TrappedDose
)

// backtestTable reads a table: a label, what is given, and the number last.
func backtestTable(name string) ([]observation, error) {
	f, err := backtestFiles.Open("backtests/" + name + ".csv")
	if err != nil {
		return nil, err
	}
	defer f.Close()
	r := csv.NewReader(f)
	r.Comment = '#'
	rows, err := r.ReadAll()
	if err != nil {
		return nil, fmt.Errorf("%s.csv: %w", name, err)
	}
	var all []observation
	for _, row := range rows[1:] {
		o := observation{when: when{label: row[0]}}
		for _, field := range row[1:] {
			x, err := strconv.ParseFloat(field, 64)
			if err != nil {
				return nil, fmt.Errorf("%s.csv: %s: %w", name, row[0], err)
			}
			o.given = append(o.given, x)
		}
		last := len(o.given) - 1
		o.given, o.value = o.given[:last:last], o.given[last]
		all = append(all, o)
	}
	return all, nil
}

func table(name string) func() ([]observation, error) {
	return func() ([]observation, error) { return backtestTable(name) }
}

// knownOf reads a table of which only the first n things are known of what is not past.
func knownOf(name string, past func(*observation) bool, n int) func() ([]observation, error) {
	return func() ([]observation, error) {
		all, err := backtestTable(name)
		for i := range all {
			if !past(&all[i]) {
				all[i].given = all[i].given[:n:n]
			}
		}
		return all, err
	}
}

// until takes what was known in a year and before it.
func until(year float64) func(*observation) bool {
	return func(o *observation) bool { return o.given[0] < math.Floor(year)+1 }
}

// starshipFlights is the record to a flight, and as one number to forecast the
// failures of those that follow to another; what is given of a flight is its
// number and block, and of the number ahead the blocks.
func starshipFlights(split, last int) func() ([]observation, error) {
	return func() (all []observation, err error) {
		ahead := observation{when: when{label: fmt.Sprintf("failures of flights %d to %d", split+1, last), given: []float64{float64(split + 1)}}}
		for _, f := range launch.Record[:last] {
			failed := 0.0
			if f.Failed {
				failed = 1
			}
			if f.Number > split {
				ahead.given = append(ahead.given, float64(f.Block))
				ahead.value += failed
				continue
			}
			all = append(all, observation{when: when{fmt.Sprintf("flight %d", f.Number), []float64{float64(f.Number), float64(f.Block)}}, value: failed})
		}
		return append(all, ahead), nil
	}
}

// everyOtherDepth are the points of the dose tables; what is given is inclination
// and depth, and then whether the point is seen.
func everyOtherDepth() (all []observation, err error) {
	for _, i := range []float64{30, 55, 70, 80, 85} {
		c := trappedDose(si.Angle(i) * si.Degree)
		for k := range c.Depth {
			all = append(all, observation{when: when{fmt.Sprintf("%.0f°, %g mm", i, c.Depth[k]), []float64{i, c.Depth[k], float64((k + 1) % 2)}}, value: c.Dose[k] * 100})
		}
	}
	return all, nil
}

// Chips of the rental table, by number; 0 is arithmetic by watt, what technology did.
const arithmetic = 0

// rentalsAndTechnology are the rentals and, as far as known by a year, what
// technology took off the cost of an hour.
func rentalsAndTechnology(split float64) func() ([]observation, error) {
	return func() ([]observation, error) {
		rentals, err := knownOf("rentals", until(split), 2)()
		if err != nil {
			return nil, err
		}
		chips, err := backtestTable("accelerators")
		for _, o := range chips[:3] { // V100, A100, H100
			if o.given[0] < split+1 {
				rentals = append(rentals, observation{when: when{o.label, []float64{o.given[0], arithmetic, 1}}, value: o.value})
			}
		}
		return rentals, err
	}
}

// promisedDates are the promises as they stood at the end of a year. What is given
// is the day it came, or of what had not come by then that day, and when it was
// promised and for when; the number is the time taken by the time promised, of what
// has not come yet up to October 2026.
func promisedDates(year int) func() ([]observation, error) {
	return func() (all []observation, err error) {
		for _, p := range launch.Promises {
			o := observation{when: when{p.What, []float64{float64(year + 1), p.Made, p.For}}, open: p.Done == 0}
			done := p.Done
			switch {
			case o.open:
				done = evidenceDay
			case done < float64(year+1):
				o.given[0] = done
			}
			o.value = (done - p.Made) / (p.For - p.Made)
			all = append(all, o)
		}
		return all, nil
	}
}

// evidenceDay is the day up to which anything is known, October 2026.
const evidenceDay = 2026.75

// promisedAmounts are the shares of what was promised that came, by the day they
// were counted, which is given.
func promisedAmounts() (all []observation, err error) {
	for i := range launch.Amounts {
		a := &launch.Amounts[i]
		all = append(all, observation{when: when{a.What, []float64{a.Counted}}, value: a.Share()})
	}
	return all, nil
}

// falconYears are the whole years of Falcon; the half year is the next one's.
func falconYears() ([]observation, error) {
	all, err := backtestTable("falcon")
	return all[:max(0, len(all)-1)], err
}

// lastRun is the last of the training runs.
func lastRun() ([]observation, error) {
	all, err := backtestTable("training_stops")
	return all[max(0, len(all)-1):], err
}

// levels are published numbers of 2026 and how the base is asked for each: what
// is given is the question.
func levels() (all []observation, err error) {
	f, err := levelFigures()
	if err != nil {
		return nil, err
	}
	offer := f["offer_usd_month"] * 12 / (f["offer_kw"] * 1000)
	closed := f["closed_usd_month"] * 12 / (f["closed_kw"] * 1000) * f["closed_spares"] / f["closed_available"]
	for q, x := range []struct {
		label string
		value float64
	}{
		{"ground: CoreWeave's contracts, low end", f["lease_low"]}, {"ground: CoreWeave's contracts, high end", f["lease_high"]},
		{"ground: a laboratory's lease of 2026", f["lease_laboratory"]},
		{"orbit on Falcon 9: the public offer, 3.5 M$ a month for 100 kW", offer}, {"orbit on Starship of 2026: the same offer", offer},
		{"orbit with the closed model's launch, mass and satellite", closed},
	} {
		all = append(all, observation{when: when{x.label, []float64{float64(max(0, q-2))}}, value: x.value})
	}
	return all, nil
}

// levelFigures are the published figures behind the levels, by name.
func levelFigures() (map[string]float64, error) {
	rows, err := backtestTable("levels")
	figures := map[string]float64{}
	for _, o := range rows {
		figures[o.label] = o.value
	}
	return figures, err
}

// levelSettings are what the base is told for each question of levels.
func levelSettings() ([][]string, error) {
	f, err := levelFigures()
	kg := f["closed_launch_usd"] / f["closed_usd_per_kg"]
	return [][]string{
		{},
		{fmt.Sprintf("stated.launch_usd_per_kg=%g $/kg", f["falcon_usd"]/f["falcon_kg"])},
		{},
		{fmt.Sprintf("stated.launch_usd_per_kg=%g $/kg", f["closed_usd_per_kg"]), fmt.Sprintf("stated.specific_power=%g kW/t", f["closed_kw"]/kg*1000),
			fmt.Sprintf("stated.satellite_usd_per_w=%g $/W", (f["closed_satellite_and_launch_usd"]-f["closed_launch_usd"])/(f["closed_kw"]*1000)),
			fmt.Sprintf("operator.life=%g yr", f["closed_life_years"])},
	}, err
}
