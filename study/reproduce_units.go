package study

import (
	"encoding"
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/dawndusk/dawndusk/ledger"
	"github.com/dawndusk/dawndusk/si"
)

// powers are the exponents of metre, kilogram, second, kelvin, dollar, bit,
// radian and decibel.
type powers [8]float64

// amount is a number in base units with its dimension, as files and expressions of
// reproductions handle it: there a unit is only known when the file is read.
type amount struct {
	value  float64
	powers powers
}

func (p powers) times(q powers, k float64) powers {
	for i := range p {
		p[i] += k * q[i]
	}
	return p
}

func (p powers) same(q powers) bool {
	for i := range p {
		if !(math.Abs(p[i]-q[i]) < 1e-9) {
			return false
		}
	}
	return true
}

// dollars reports whether an amount is money by anything.
func (p powers) dollars() bool { return p[4] != 0 }

// String writes the dimension in base units, "kg/s^3".
func (p powers) String() string {
	var over, under []string
	for i, name := range [...]string{"m", "kg", "s", "K", "$", "b", "radian", "dB"} {
		k := math.Abs(p[i])
		text := name
		if k != 1 {
			text += "^" + strconv.FormatFloat(k, 'g', 3, 64)
		}
		switch {
		case p[i] > 0:
			over = append(over, text)
		case p[i] < 0:
			under = append(under, text)
		}
	}
	switch {
	case len(over)+len(under) == 0:
		return "a plain number"
	case len(under) == 0:
		return strings.Join(over, " ")
	case len(over) == 0:
		over = []string{"1"}
	}
	return strings.Join(over, " ") + "/" + strings.Join(under, "/")
}

// roots are quantities in which a single unit symbol can be read by package si,
// so that no size of a unit stands twice.
var roots = []struct {
	before, after string
	powers        powers
	read          func(text string) (float64, error)
}{
	{"1 ", "", powers{1}, readSI(func(q *si.Length) encoding.TextUnmarshaler { return q })},
	{"1 ", "", powers{0, 1}, readSI(func(q *si.Mass) encoding.TextUnmarshaler { return q })},
	{"1 ", "", powers{0, 0, 1}, readSI(func(q *si.Duration) encoding.TextUnmarshaler { return q })},
	{"1 ", "", powers{0, 0, 0, 1}, readSI(func(q *si.TemperatureStep) encoding.TextUnmarshaler { return q })},
	{"1 ", "", powers{0, 0, 0, 0, 1}, readSI(func(q *si.USD) encoding.TextUnmarshaler { return q })},
	{"1 ", "/s", powers{0, 0, 0, 0, 0, 1}, readSI(func(q *si.BitRate) encoding.TextUnmarshaler { return q })},
	{"1 ", "", powers{0, 0, 0, 0, 0, 0, 1}, readSI(func(q *si.Angle) encoding.TextUnmarshaler { return q })},
	{"1 ", "", powers{2, 1, -3}, readSI(func(q *si.Power) encoding.TextUnmarshaler { return q })},
	{"1 ", "/kg", powers{2, 1, -2}, readSI(func(q *si.SpecificEnergy) encoding.TextUnmarshaler { return q })},
	{"1 ", "", powers{2, 0, -2}, readSI(func(q *si.Dose) encoding.TextUnmarshaler { return q })},
	{"1 ", "", powers{-1, 1, -2}, readSI(func(q *si.Pressure) encoding.TextUnmarshaler { return q })},
	{"1 ", "", powers{}, readSI(func(q *si.Ratio) encoding.TextUnmarshaler { return q })},
}

func readSI[Q ~float64](as func(*Q) encoding.TextUnmarshaler) func(string) (float64, error) {
	return func(text string) (float64, error) {
		var q Q
		err := as(&q).UnmarshalText([]byte(text))
		return float64(q), err
	}
}

// unitOf reads one unit symbol. Beside those of package si these are in use:
// cm, Btu, bytes and, for levels, dB and dBm, which are a dimension of their own.
func unitOf(symbol string) (amount, bool) {
	switch symbol {
	case "1":
		return amount{value: 1}, true
	case "dB", "dBm":
		return amount{1, powers{7: 1}}, true
	case "GB":
		return amount{8e9, powers{5: 1}}, true
	case "TB":
		return amount{8e12, powers{5: 1}}, true
	case "cm":
		return amount{0.01, powers{1}}, true
	case "Btu": // of the International Tables
		return amount{1055.05585262, powers{2, 1, -2}}, true
	case "MMBtu":
		return amount{1055.05585262e6, powers{2, 1, -2}}, true
	}
	if symbol == "" || strings.ContainsAny(symbol, "/*() \t") || len(symbol) > 20 {
		return amount{}, false
	}
	for _, r := range roots {
		if v, err := r.read(r.before + symbol + r.after); err == nil {
			return amount{v, r.powers}, true
		}
	}
	return amount{}, false
}

// readUnit reads a product of symbols, such as "$/kW/yr", "W/m2/K4" or "1/yr": one that
// began with a slash would be taken for a division. bad is the part that is not understood.
func readUnit(text string) (u amount, bad string) {
	u.value = 1
	sign := 1.0
	for {
		i := strings.IndexAny(text, "/*")
		part := text
		if i >= 0 {
			part = text[:i]
		}
		part = strings.TrimSpace(part)
		s, found := unitOf(part)
		k := 1.0
		if !found { // a trailing exponent
			name := strings.TrimRight(part, "0123456789²³")
			digits := strings.NewReplacer("²", "2", "³", "3").Replace(part[len(name):])
			if n, err := strconv.Atoi(digits); err == nil && n >= 1 && n <= 9 {
				k = float64(n)
				s, found = unitOf(strings.TrimSuffix(name, "^"))
			}
		}
		if !found {
			return amount{}, part
		}
		u.value *= math.Pow(s.value, sign*k)
		u.powers = u.powers.times(s.powers, sign*k)
		if i < 0 {
			return u, ""
		}
		if text[i] == '/' {
			sign = -1
		} else {
			sign = 1
		}
		text = text[i+1:]
	}
}

// splitNumber cuts text after its leading number.
func splitNumber(text string) (number, rest string) {
	i := 0
	for i < len(text) {
		c := text[i]
		sign := (c == '+' || c == '-') && (i == 0 || text[i-1] == 'e' || text[i-1] == 'E')
		exponent := (c == 'e' || c == 'E') && i > 0 && i+1 < len(text) && strings.IndexByte("0123456789+-", text[i+1]) >= 0
		if c >= '0' && c <= '9' || c == '.' || c == '_' && i > 0 || sign || exponent {
			i++
			continue
		}
		break
	}
	return text[:i], strings.TrimSpace(text[i:])
}

// readAmount reads "<number> <unit>"; unit is the unit as written.
func readAmount(text string) (a amount, unit string, err error) {
	number, unit := splitNumber(strings.TrimSpace(text))
	v, failed := strconv.ParseFloat(strings.ReplaceAll(number, "_", ""), 64)
	if failed != nil || math.IsInf(v, 0) || math.IsNaN(v) {
		return amount{}, "", fmt.Errorf("%q is not a number with its unit", ledger.Short(text))
	}
	if unit == "" {
		return amount{value: v}, "", nil
	}
	if unit == "°C" {
		return amount{v + si.ZeroCelsius, powers{3: 1}}, unit, nil
	}
	u, bad := readUnit(unit)
	if bad != "" || !(u.value > 0) || math.IsInf(u.value, 0) {
		return amount{}, unit, fmt.Errorf("unknown unit %q in %q", ledger.Short(bad), ledger.Short(text))
	}
	return amount{v * u.value, u.powers}, unit, nil
}
