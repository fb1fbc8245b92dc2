package si

import (
	"fmt"
	"math"
	"strings"
	"testing"
)

func ExampleQuantity_In() {
	p := 120 * Kilowatt
	fmt.Println(p.In(Watt), p)
	// Output: 120000 120 kW
}

func TestVerif_ParseKnowsUnits(t *testing.T) {
	for _, c := range []struct {
		text string
		got  func(string) (float64, error)
		want float64
	}{
		{"650 km", read[length], 650e3},
		{"60 °C", read[temperature], 333.15},
		{"2.5 %/yr", read[rate], 0.025 / (365.25 * 86400)},
		{"70 kW/t", read[specificPower], 70},
		{"20.5 kg/kW", read[massPerPower], 0.0205},
		{"97.7 $/MWh", read[usdPerEnergy], 97.7 / 3.6e9},
		{"1 $/W/yr", read[usdPerEnergy], 1 / (365.25 * 86400)},
		{"90 M$", read[usd], 90e6},
		{"90 MUSD2024", read[usd], 90e6 * 330.9 / 313.689},
		{"3 krad", read[dose], 30},
		{"1 urad", read[angle], 1e-6},
		{"0.02 1/m2/yr", read[areaFlux], 0.02 / (365.25 * 86400)},
		{"43.4 wt%", read[ratio], 0.434},
		{"0.88", read[ratio], 0.88},
		{"100 $/(Gb/s)", read[usdPerBitRate], 1e-7},
		{"5.67 W/m²", read[heatFlux], 5.67},
		{"150 Wh/kg", read[specificEnergy], 540e3},
		{"9.26 TFLOP/s/W", read[computePerPower], 9.26e12},
		{"1e3 m", read[length], 1000},
		{"6 months", read[duration], 6 * 365.25 * 86400 / 12},
	} {
		v, err := c.got(c.text)
		if err != nil || math.Abs(v-c.want) > 1e-12*math.Abs(c.want) {
			t.Errorf("%q = %v, %v; want %v", c.text, v, err, c.want)
		}
	}
}

func TestVerif_ParseRefuses(t *testing.T) {
	for text, want := range map[string]string{
		"650":            `"650" has no unit; write "650 mm" if you mean`,
		"650 kg":         "is not a length",
		"650 lightyears": `unknown unit "lightyears"`,
		"NaN km":         "is not a length",
		"Inf m":          "is not a length",
		"1e400 m":        "is not a length",
		"":               "is not a length",
		"km":             "is not a length",
	} {
		_, err := read[length](text)
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: error %v, want %q", text, err, want)
		}
	}
}

func read[D dimension](text string) (float64, error) {
	var q Quantity[D]
	err := q.UnmarshalText([]byte(text))
	return float64(q), err
}

func FuzzQuantity(f *testing.F) {
	for _, s := range []string{"650 km", "60 °C", "%/yr", "1 $/(Mb/s)", "90 MUSD2024", "1//m", "1 m2²", "-3 ((", "9e9999 m"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, r := range []func(string) (float64, error){read[length], read[usd], read[ratio], read[temperature], read[rate]} {
			if v, err := r(s); err == nil && (math.IsNaN(v) || math.IsInf(v, 0)) {
				t.Errorf("%q gave %v", s, v)
			}
		}
	})
}
