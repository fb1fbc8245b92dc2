package si

import (
	"encoding"
	"fmt"
	"math"
	"reflect"
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
		{"90 MUSD2024", read[usd], 90e6 * 321.943 * 1.027 / 313.689},
		{"3 krad", read[dose], 30},
		{"1 urad", read[angle], 1e-6},
		{"0.02 1/m2/yr", read[areaFlux], 0.02 / (365.25 * 86400)},
		{"43.4 wt%", read[ratio], 0.434},
		{"0.88", read[ratio], 0.88},
		{"100 $/(Gb/s)", read[usdPerBitRate], 1e-7},
		{"5.67 W/m²", read[heatFlux], 5.67},
		{"150 Wh/kg", read[specificEnergy], 540e3},
		{"1 GB/s", read[bitRate], 8e9},
		{"100 $2022", read[usd], 100 * 321.943 * 1.027 / 292.655},
		{"1e3 m", read[length], 1000},
		{"6 months", read[duration], 6 * 365.25 * 86400 / 12},
		{"100 $2000", read[usd], 100 * 321.943 * 1.027 / 172.2},
		{"3 /yr", read[rate], 3 / (365.25 * 86400)},
		{"25 °C", read[temperature], 298.15},
		{"4e-7 1/m2/yr", read[areaFlux], 4e-7 / (365.25 * 86400)},
		{"-5 deg", read[angle], -5 * math.Pi / 180},
	} {
		v, err := c.got(c.text)
		if err != nil || math.Abs(v-c.want) > 1e-12*math.Abs(c.want) {
			t.Errorf("%q = %v, %v; want %v", c.text, v, err, c.want)
		}
	}
}

func TestVerif_ParseRefuses(t *testing.T) {
	for text, want := range map[string]string{
		"650":                             `"650" has no unit; write it like "650 km"`,
		"650 kg":                          `"650 kg" is not a length; it is written like "650 km"`,
		"650 lightyears":                  `unknown unit "lightyears"`,
		"650 °C":                          `unknown unit "°C"`,
		"NaN km":                          "is not a length",
		"Inf m":                           "is not a length",
		"1e400 m":                         "is not a length",
		"":                                "is not a length",
		"km":                              "is not a length",
		"1 //m":                           "unknown unit",
		"1 m/":                            "unknown unit",
		"1 m)":                            "unknown unit",
		"1 m*(s/s":                        "unknown unit",
		"1 $1850":                         "unknown unit",
		"1 m" + strings.Repeat("*m", 256): "unknown unit", // 257 m is 1 m in 8 bits
		"1e300 Em":                        "is too large for a length",
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

// all is one of each type.
func all() []any {
	return []any{new(Power), new(ITPower),
		new(Length), new(Volume), new(Mass), new(Duration), new(Speed), new(Angle), new(Temperature), new(TemperatureStep),
		new(Ratio), new(Count), new(Rate), new(USD), new(USDPerYear), new(USDPerKilogram), new(USDPerWatt), new(USDPerEnergy), new(USDPerArea),
		new(USDPerBitRate), new(SpecificPower), new(MassPerPower), new(ArealDensity), new(Density), new(HeatFlux), new(SpecificEnergy),
		new(EnergyPerEnergy), new(MassRate), new(PowerRate), new(AreaPerMass), new(AreaPerPower), new(AreaFlux),
		new(Conductivity), new(PerTemperature), new(Pressure), new(Dose),
		new(PerDose), new(BitRate)}
}

// What a quantity of any type writes, it reads back: to 5 digits as a reader
// sees it, to 12 as it is stored.
func TestVerif_EveryTypeReadsWhatItWrites(t *testing.T) {
	seen := map[string]bool{}
	for _, q := range all() {
		v := reflect.ValueOf(q).Elem()
		name := v.Type().Name()
		if seen[name] {
			t.Errorf("%s is listed twice", name)
		}
		seen[name] = true
		text := q.(interface {
			encoding.TextMarshaler
			encoding.TextUnmarshaler
			fmt.Stringer
			Describe() (string, []string)
		})
		for _, x := range []float64{0, 1, -1, 0.1234567890123, 650e3, 1e-12, 1e-6, 3.7e15, math.Pi * 1e9, 1e-200} {
			v.SetFloat(x)
			short, err1 := text.String(), error(nil)
			long, err2 := text.MarshalText()
			if err1 = text.UnmarshalText([]byte(short)); err1 != nil || math.Abs(v.Float()-x) > 6e-5*math.Abs(x) {
				t.Errorf("%s %v writes %q, reads %v, %v", name, x, short, v.Float(), err1)
			}
			if err2 = text.UnmarshalText(long); err2 != nil || math.Abs(v.Float()-x) > 6e-12*math.Abs(x) {
				t.Errorf("%s %v writes %q, reads %v, %v", name, x, long, v.Float(), err2)
			}
		}
		what, units := text.Describe()
		before := 0.0
		for _, u := range units {
			if err := text.UnmarshalText([]byte("1 " + u)); err != nil || v.Float() <= before {
				t.Errorf("%s: unit %q gives %v after %v, %v", what, u, v.Float(), before, err)
			}
			before = v.Float()
		}
	}
}

func TestVerif_ZeroIsWrittenInAUsualUnit(t *testing.T) {
	if s := fmt.Sprint(Length(0), Mass(0), USD(0), Ratio(0)); s != "0 km 0 kg 0 M$ 0" {
		t.Error(s)
	}
}
