package report

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"io"
	"strconv"

	"github.com/dawndusk/dawndusk/study"
)

// JSON writes the contract of `run --json`: the same bytes for the same study.
func JSON(w io.Writer, s *study.Summary) error {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(s); err != nil {
		return err
	}
	_, err := w.Write(b.Bytes())
	return err
}

// columns are the bands of the series, named with their units.
var columns = []struct {
	name string
	of   func(*study.SeriesYear) study.Band
}{
	{"cost_ratio", func(y *study.SeriesYear) study.Band { return y.CostRatio }},
	{"lcoc_orbit_usd_per_gpu_h", func(y *study.SeriesYear) study.Band { return y.LCOCOrbit }},
	{"lcoc_ground_usd_per_gpu_h", func(y *study.SeriesYear) study.Band { return y.LCOCGround }},
	{"price_usd_per_gpu_h", func(y *study.SeriesYear) study.Band { return y.Price }},
	{"orbit_gw", func(y *study.SeriesYear) study.Band { return y.OrbitGW }},
	{"ground_gw", func(y *study.SeriesYear) study.Band { return y.GroundGW }},
	{"group_ground_gw", func(y *study.SeriesYear) study.Band { return y.GroupGroundGW }},
	{"ground_addable_gw_per_yr", func(y *study.SeriesYear) study.Band { return y.GroundAddable }},
	{"starship_flights", func(y *study.SeriesYear) study.Band { return y.Flights }},
	{"starship_failures", func(y *study.SeriesYear) study.Band { return y.Failures }},
	{"tonnes_to_orbit", func(y *study.SeriesYear) study.Band { return y.Tonnes }},
	{"launch_usd_per_kg", func(y *study.SeriesYear) study.Band { return y.USDPerKg }},
	{"payload_t", func(y *study.SeriesYear) study.Band { return y.PayloadT }},
}

// CSV writes the series, a year a line; what does not exist is an empty field.
func CSV(w io.Writer, s *study.Summary) error {
	out := csv.NewWriter(w)
	head := []string{"year", "p_orbit_cheaper", "p_orbit_pays", "p_crossed"}
	for _, c := range columns {
		head = append(head, c.name+"_p10", c.name+"_p50", c.name+"_p90")
	}
	if err := out.Write(head); err != nil {
		return err
	}
	field := func(n study.Number) string {
		if !n.Finite() {
			return ""
		}
		return strconv.FormatFloat(float64(n), 'g', -1, 64)
	}
	for i := range s.Series {
		y := &s.Series[i]
		line := []string{strconv.Itoa(y.Year), field(y.POrbitCheaper), field(y.POrbitPays), field(y.PCrossed)}
		for _, c := range columns {
			b := c.of(y)
			line = append(line, field(b.P10), field(b.P50), field(b.P90))
		}
		if err := out.Write(line); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}
