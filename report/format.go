package report

import (
	"math"
	"strconv"
	"strings"

	"github.com/dawndusk/dawndusk/study"
)

// Figure prints a number to three figures with thousands apart: "0.042", "3.2",
// "12,300". What does not exist is "∞" or, for NaN, "–".
func Figure(n study.Number) string { return figures(n, 3) }

// Short is Figure to two figures; whole numbers below a thousand stay whole.
func Short(n study.Number) string {
	if v := math.Abs(float64(n)); v >= 100 && v < 1000 {
		return figures(n, 3)
	}
	return figures(n, 2)
}

func figures(n study.Number, digits int) string {
	v := float64(n)
	switch {
	case math.IsNaN(v):
		return "–"
	case math.IsInf(v, 0):
		return "∞"
	case v == 0:
		return "0"
	}
	last := int(math.Floor(math.Log10(math.Abs(v))+1e-12)) - digits + 1 // power of ten of the last figure
	if last < -8 {
		return minus(strconv.FormatFloat(v, 'g', 2, 64))
	}
	if last > 0 {
		unit := math.Pow(10, float64(last))
		return minus(thousands(strconv.FormatFloat(math.Round(v/unit)*unit, 'f', 0, 64)))
	}
	text := strconv.FormatFloat(v, 'f', -last, 64)
	if last < 0 {
		text = strings.TrimRight(strings.TrimRight(text, "0"), ".")
	}
	return minus(thousands(text))
}

// Percent prints a share: "0 %", "<1 %", "12 %", ">99 %".
func Percent(n study.Number) string {
	v := 100 * float64(n)
	switch {
	case math.IsNaN(v) || math.IsInf(v, 0):
		return "–"
	case v > 0 && v < 0.5:
		return "<1 %"
	case v < 100 && v > 99.5:
		return ">99 %"
	}
	return minus(strconv.FormatFloat(v, 'f', 0, 64)) + " %"
}

// Year prints a calendar year; one that never comes is "never".
func Year(n study.Number) string {
	if !n.Finite() {
		return "never"
	}
	return strconv.Itoa(int(math.Floor(float64(n))))
}

// Dollars prints an amount with a prefix: "−12.3 G$".
func Dollars(n study.Number) string {
	v := float64(n)
	if !n.Finite() {
		return "–"
	}
	for _, u := range []struct {
		size float64
		name string
	}{{1e12, "T$"}, {1e9, "G$"}, {1e6, "M$"}, {1e3, "k$"}} {
		if math.Abs(v) >= u.size*0.9995 {
			return Short(study.Number(v/u.size)) + " " + u.name
		}
	}
	return Short(n) + " $"
}

// Money prints a band of amounts in one unit: "−10 (−36 to −2.3) G$".
func Money(b study.Band) string {
	most := 0.0
	for _, n := range []study.Number{b.P10, b.P50, b.P90} {
		if n.Finite() {
			most = math.Max(most, math.Abs(float64(n)))
		}
	}
	unit := Dollars(study.Number(most))
	unit = unit[strings.LastIndexByte(unit, ' ')+1:]
	size := study.Number(map[string]float64{"T$": 1e12, "G$": 1e9, "M$": 1e6, "k$": 1e3, "$": 1}[unit])
	return Spread(study.Band{P10: b.P10 / size, P50: b.P50 / size, P90: b.P90 / size}, Short) + " " + unit
}

// Spread prints a band, the median first: "3.4 (1.2–5.6)"; equal ends once.
func Spread(b study.Band, format func(study.Number) string) string {
	lo, mid, hi := format(b.P10), format(b.P50), format(b.P90)
	if lo == mid && mid == hi {
		return mid
	}
	to := "–"
	if strings.HasPrefix(lo, "−") || strings.HasPrefix(hi, "−") {
		to = " to "
	}
	return mid + " (" + lo + to + hi + ")"
}

// percents prints a band of shares with one sign: "16 % (0–62 %)".
func percents(b study.Band) string {
	bare := func(n study.Number) string { return strings.TrimSuffix(Percent(n), " %") }
	text := Spread(b, bare)
	if mid, rest, ok := strings.Cut(text, " ("); ok {
		return mid + " % (" + strings.TrimSuffix(rest, ")") + " %)"
	}
	return text + " %"
}

// Fixed prints a number with a fixed number of decimals and thousands apart.
func Fixed(v float64, digits int) string {
	return minus(thousands(strconv.FormatFloat(v, 'f', digits, 64)))
}

// Count prints a whole number with thousands apart.
func Count(n int) string { return minus(thousands(strconv.Itoa(n))) }

func thousands(s string) string {
	whole, rest, _ := strings.Cut(s, ".")
	sign := ""
	if strings.HasPrefix(whole, "-") {
		sign, whole = "-", whole[1:]
	}
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if rest != "" {
		rest = "." + rest
	}
	return sign + whole + rest
}

// minus writes a true minus sign; what rounds to nothing has none.
func minus(s string) string {
	if !strings.HasPrefix(s, "-") {
		return s
	}
	if strings.Trim(s, "-0.,") == "" {
		return s[1:]
	}
	return "−" + s[1:]
}

// Signed prints a correlation: "+0.43", "−0.34".
func Signed(n study.Number) string {
	s := Fixed(float64(n), 2)
	if float64(n) > 0 {
		return "+" + s
	}
	return s
}

// Whole prints a number without decimals: "−1,943".
func Whole(n study.Number) string {
	if !n.Finite() {
		return "–"
	}
	return Count(int(math.Round(float64(n))))
}
