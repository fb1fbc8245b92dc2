package si

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// unit is one symbol of the grammar: its size in base units and its dimension.
type unit struct {
	scale    float64
	dims     dims
	prefixed bool // takes n, u, m, k, M, G, T, P, E
}

var prefixes = map[byte]float64{'n': 1e-9, 'u': 1e-6, 'm': 1e-3, 'k': 1e3, 'M': 1e6, 'G': 1e9, 'T': 1e12, 'P': 1e15, 'E': 1e18}

// symbol looks a unit up; ok is false for an unknown one. An exact name wins
// over a prefixed one, so "min" is a minute and "Pa" a pascal.
func symbol(s string) (u unit, ok bool) {
	if u, ok = plainSymbol(s); ok {
		return u, true
	}
	if len(s) < 2 {
		return unit{}, false
	}
	if p, isPrefix := prefixes[s[0]]; isPrefix {
		if u, ok = plainSymbol(s[1:]); ok && u.prefixed {
			u.scale *= p
			return u, true
		}
	}
	return unit{}, false
}

func plainSymbol(s string) (unit, bool) {
	switch s {
	case "1":
		return unit{scale: 1}, true
	case "%", "wt%":
		return unit{scale: 0.01}, true
	case "m":
		return unit{1, dims{dM: 1}, true}, true
	case "g":
		return unit{1e-3, dims{dKg: 1}, true}, true
	case "t":
		return unit{1e3, dims{dKg: 1}, true}, true
	case "s":
		return unit{1, dims{dS: 1}, true}, true
	case "min":
		return unit{60, dims{dS: 1}, false}, true
	case "h":
		return unit{3600, dims{dS: 1}, false}, true
	case "d":
		return unit{86400, dims{dS: 1}, false}, true
	case "month", "months":
		return unit{float64(Month), dims{dS: 1}, false}, true
	case "yr":
		return unit{float64(Year), dims{dS: 1}, false}, true
	case "K":
		return unit{1, dims{dK: 1}, false}, true
	case "rad": // the unit of dose; angles are written in deg or urad
		return unit{0.01, dims{dM: 2, dS: -2}, true}, true
	case "Gy":
		return unit{1, dims{dM: 2, dS: -2}, true}, true
	case "urad": // microradian: nobody writes micro-rads of dose
		return unit{1e-6, dims{dRad: 1}, false}, true
	case "deg", "°":
		return unit{float64(Degree), dims{dRad: 1}, false}, true
	case "W":
		return unit{1, powerDims, true}, true
	case "J":
		return unit{1, dims{dM: 2, dKg: 1, dS: -2}, true}, true
	case "Wh":
		return unit{3600, dims{dM: 2, dKg: 1, dS: -2}, true}, true
	case "N":
		return unit{1, dims{dM: 1, dKg: 1, dS: -2}, true}, true
	case "Pa":
		return unit{1, dims{dM: -1, dKg: 1, dS: -2}, true}, true
	case "b":
		return unit{1, dims{dBit: 1}, true}, true
	case "B":
		return unit{8, dims{dBit: 1}, true}, true
	}
	for _, name := range [...]string{"USD", "$"} {
		if year, found := strings.CutPrefix(s, name); found {
			scale, ok := dollarsOf(year)
			return unit{scale, dims{dUSD: 1}, true}, ok
		}
	}
	return unit{}, false
}

// parse reads "<number> <unit>" of kind k into base units.
func (k kind) parse(text string) (float64, error) {
	text = strings.TrimSpace(text)
	number, unitText := splitNumber(text)
	v, err := strconv.ParseFloat(strings.ReplaceAll(number, "_", ""), 64)
	if number == "" || err != nil || math.IsNaN(v) || math.IsInf(v, 0) {
		return 0, fmt.Errorf("%q is not a %s; write a number with its unit, such as %q", text, k.name, k.example("10"))
	}
	if k.name == "temperature" && (unitText == "°C" || unitText == "degC") {
		return v + ZeroCelsius, nil
	}
	if unitText == "" {
		if k.plain {
			return v, nil
		}
		return 0, fmt.Errorf("%q has no unit; write it like %q", text, k.example(number))
	}
	u, bad, ok := parseUnit(unitText)
	if !ok {
		return 0, fmt.Errorf("unknown unit %q in %q; a %s is written like %q", bad, text, k.name, k.example(number))
	}
	if u.dims != k.dims {
		return 0, fmt.Errorf("%q is not a %s; it is written like %q", text, k.name, k.example(number))
	}
	v *= u.scale
	if math.IsInf(v, 0) {
		return 0, fmt.Errorf("%q is too large for a %s; write it like %q", text, k.name, k.example("10"))
	}
	return v, nil
}

// splitNumber cuts text after its leading number.
func splitNumber(text string) (number, rest string) {
	i := 0
	for i < len(text) {
		c := text[i]
		exponentSign := (c == '+' || c == '-') && (i == 0 || text[i-1] == 'e' || text[i-1] == 'E')
		exponent := (c == 'e' || c == 'E') && i > 0 && i+1 < len(text) && strings.IndexByte("0123456789+-", text[i+1]) >= 0
		if c >= '0' && c <= '9' || c == '.' || c == '_' || exponentSign || exponent {
			i++
			continue
		}
		break
	}
	return text[:i], strings.TrimSpace(text[i:])
}

// parseUnit reads a product of unit symbols, such as "W/m2", "kg*m/s2",
// "$/(Mb/s)", "/yr". On failure bad is what was not understood.
func parseUnit(text string) (u unit, bad string, ok bool) {
	if len(text) > maxUnit {
		return unit{}, text[:maxUnit] + "…", false
	}
	u.scale = 1
	sign, group := 1, 1 // a group in brackets after "/" divides
	wanted := false     // an operator waits for its symbol
	for i := 0; i < len(text); {
		switch c := text[i]; {
		case c == ' ':
			i++
			continue
		case c == '/' && !wanted:
			sign, wanted, i = -1, true, i+1
			if i < len(text) && text[i] == '(' && group > 0 {
				group, sign, i = -1, 1, i+1
			}
			continue
		case c == '*' && !wanted && i > 0:
			wanted, i = true, i+1
			continue
		case c == ')' && !wanted && group < 0:
			group, sign, i = 1, 1, i+1
			continue
		case strings.IndexByte("/*()", c) >= 0:
			return unit{}, text, false
		}
		j := i
		for j < len(text) && strings.IndexByte("/* ()", text[j]) < 0 {
			j++
		}
		name, power := splitPower(text[i:j])
		s, found := symbol(name)
		if !found {
			return unit{}, text[i:j], false
		}
		power *= sign * group
		u.scale *= math.Pow(s.scale, float64(power))
		for d := range u.dims {
			u.dims[d] += s.dims[d] * int8(power)
		}
		sign, wanted, i = 1, false, j
	}
	return u, text, !wanted && group > 0 && u.scale > 0 && !math.IsInf(u.scale, 0)
}

// maxUnit bounds a unit's text, so that no exponent can overflow.
const maxUnit = 40

// splitPower cuts a trailing exponent 2 or 3, also as ² and ³, off a symbol.
func splitPower(s string) (name string, power int) {
	for _, p := range [...]struct {
		mark  string
		power int
	}{{"²", 2}, {"³", 3}, {"^2", 2}, {"^3", 3}, {"2", 2}, {"3", 3}} {
		if name, ok := strings.CutSuffix(s, p.mark); ok && name != "" && !strings.ContainsAny(name, "0123456789") {
			return name, p.power
		}
	}
	return s, 1
}

// example shows how number would be written in a usual unit of the kind.
func (k kind) example(number string) string {
	unit := k.usual
	if unit == "" {
		unit = k.units[len(k.units)/2]
	}
	return strings.TrimSpace(number + " " + unit)
}

// format prints v in the largest unit that leaves at least one before the
// decimal point, with at most the given number of significant digits.
func (k kind) format(v float64, digits int) string {
	if v == 0 || math.IsNaN(v) || math.IsInf(v, 0) {
		text := strconv.FormatFloat(v, 'g', -1, 64)
		if k.plain {
			return text
		}
		return k.example(text)
	}
	best, scale := k.units[0], 1.0
	for i, name := range k.units {
		u, _, _ := parseUnit(name)
		if i == 0 || math.Abs(v) >= u.scale*(1-1e-12) {
			best, scale = name, u.scale
		}
	}
	return strings.TrimSpace(strconv.FormatFloat(v/scale, 'g', digits, 64) + " " + best)
}
