package server

import (
	"math"
	"strconv"
	"strings"

	"github.com/dawndusk/dawndusk"
	"github.com/dawndusk/dawndusk/ledger"
	"github.com/dawndusk/dawndusk/study"
)

// Slider is where an input may be moved to by hand, as numbers of one unit. The ends hold
// its range, the tails of its distribution and what the shipped scenarios say; nothing
// goes beyond the limits.
type Slider struct {
	Unit  string  `json:"unit" doc:"In which the numbers are; it is written behind them" example:"km"`
	Low   float64 `json:"low"`
	High  float64 `json:"high"`
	Log   bool    `json:"log" doc:"Its steps are of equal ratio"`
	Step  float64 `json:"step" doc:"Values are multiples of it; 0 on a logarithmic one"`
	Steps int     `json:"steps" doc:"How many there are from end to end"`

	Value study.Number `json:"value" doc:"Null if derived"`
	From  study.Number `json:"from" doc:"The low end of the range"`
	To    study.Number `json:"to" doc:"The high end of the range"`
	Min   study.Number `json:"min" doc:"The lower limit"`
	Max   study.Number `json:"max" doc:"The upper limit"`

	UnitSI float64 `json:"unit_si" doc:"One of the unit less its zero, in SI base units"`
	ZeroSI float64 `json:"zero_si" doc:"The unit's zero in SI base units: other than 0 for °C"`
}

// Said is what a shipped scenario says of an input.
type Said struct {
	Scenario string       `json:"scenario"`
	Value    string       `json:"value" doc:"As written, with its unit; empty if derived"`
	Range    []string     `json:"range"`
	At       study.Number `json:"at" doc:"The value in the slider's unit"`
	Kind     string       `json:"kind" doc:"Of evidence" enum:"measured,datasheet,quoted,derived,claim,assumed"`
	Sources  []Ref        `json:"sources"`

	si float64
}

// saidOf gathers what scenarios say of each input that one of them changes. The ledger's
// own row comes first, as that of base.
func saidOf(scenarios []*dawndusk.Case) map[string][]Said {
	said := map[string][]Said{} // looked up, never walked
	add := func(path string, name string, r *ledger.Row) {
		out := Said{Scenario: name, Value: r.Text, Range: []string{}, Kind: string(r.Kind), Sources: refsOf(r), At: study.Number(math.NaN()), si: r.Value}
		if r.Dist != ledger.Fixed && r.Range[0] != "" {
			out.Range = r.Range[:]
		}
		said[path] = append(said[path], out)
	}
	var base *dawndusk.Case
	for _, c := range scenarios {
		if c.Name == "base" {
			base = c
		}
	}
	for _, c := range scenarios {
		for _, path := range c.Changed {
			if r, err := c.Book.Find(path); err == nil {
				if b, err := base.Book.Find(path); err == nil && said[path] == nil && !b.Null {
					add(path, base.Name, b)
				}
				add(path, c.Name, r)
			}
		}
	}
	return said
}

// pinnedEnds are the ends of the slider of an input that the model derives unless it is
// given, in the unit of its limits: they hold what the base derives from 2027 to 2045 and
// what is announced. They are no evidence.
func pinnedEnds(path string) (low, high float64, ok bool) {
	switch path {
	case "stated.payload": // t
		return 10, 300, true
	case "stated.launch_usd_per_kg":
		return 10, 20_000, true
	case "stated.specific_power": // kW/t
		return 5, 200, true
	case "stated.satellite_usd_per_w":
		return 0.5, 200, true
	case "stated.ground_usd_per_mwh":
		return 10, 300, true
	case "stated.flights_per_year":
		return 5, 10_000, true
	}
	return 0, 0, false
}

// mostRatio is how far apart the ends of a linear slider may be: a decade and a half.
const mostRatio = 31.6

// sliderOf is the slider of an input and what was said of it, in its unit; nil for a
// choice.
func sliderOf(r *ledger.Row, leaf *ledger.Leaf, heard []Said) (*Slider, []Said) {
	said := append([]Said{}, heard...)
	if len(r.Choices) > 0 || leaf.Float == nil {
		return nil, said
	}
	s := &Slider{Unit: unitOf(r.Text)}
	if r.Null {
		s.Unit = unitOf(r.Limits[0])
	}
	zero, err := leaf.Parse(strings.TrimSpace("0 " + s.Unit))
	one, err1 := leaf.Parse(strings.TrimSpace("1 " + s.Unit))
	if err != nil || err1 != nil || one == zero {
		return nil, said
	}
	s.ZeroSI, s.UnitSI = zero, one-zero
	in := s.in
	s.Value, s.From, s.To, s.Min, s.Max = in(r.Value), in(r.Low), in(r.High), in(r.Min), in(r.Max)
	low, high := math.Inf(1), math.Inf(-1)
	hold := func(v study.Number) {
		if v.Finite() {
			low, high = min(low, float64(v)), max(high, float64(v))
		}
	}
	for i := range said {
		said[i].At = in(said[i].si)
		hold(said[i].At)
	}
	for _, f := range r.Says {
		hold(in(f.Value))
	}
	hold(s.Value)
	hold(s.From)
	hold(s.To)
	if a, b, ok := pinnedEnds(r.Path); ok {
		hold(study.Number(a))
		hold(study.Number(b))
	}
	if !(low < high) { // nothing but one value is known
		hold(s.Min)
		hold(s.Max)
	}
	if !(low < high) {
		return nil, said
	}
	s.Log = low > 0 && high > mostRatio*low && s.ZeroSI == 0
	// A little beyond: the tails where it is drawn, else a part of the width.
	if d := ledger.Compile(r); d.Drawn() && !r.Null {
		tail := 0.002
		if r.Dist == ledger.Triangular || r.Dist == ledger.Uniform {
			tail = 0 // it ends
		}
		for _, u := range [...]float64{tail, 1 - tail} {
			if v := in(d.Quantile(u)); !s.Log || v > 0 {
				hold(v)
			}
		}
	} else if !r.Optional {
		margin := 0.2
		if s.Log {
			ratio := math.Pow(high/low, margin)
			low, high = low/ratio, high*ratio
		} else {
			low, high = low-margin*(high-low), high+margin*(high-low)
		}
	}
	if s.Min.Finite() {
		low = max(low, float64(s.Min))
	}
	if s.Max.Finite() {
		high = min(high, float64(s.Max))
	}
	if s.Log {
		s.Steps = 200
		s.Low, s.High = within(round(low, 2, math.Floor), s.Min, s.Max), within(round(high, 2, math.Ceil), s.Min, s.Max)
		return s, said
	}
	s.Step = nice((high - low) / 250)
	if s.Step < 1 && high-low >= 20 && whole(s.Value, s.From, s.To, s.Min, s.Max) {
		s.Step = 1
	}
	s.Low = within(clean(math.Floor(low/s.Step)*s.Step), s.Min, s.Max)
	s.High = within(clean(math.Ceil(high/s.Step)*s.Step), s.Min, s.Max)
	s.Steps = int(math.Ceil(s.High/s.Step-1e-6) - s.first())
	return s, said
}

// in is a value in the slider's unit; NaN without a slider.
func (s *Slider) in(si float64) study.Number {
	if s == nil {
		return study.Number(math.NaN())
	}
	return study.Number(clean((si - s.ZeroSI) / s.UnitSI))
}

// At is the value that so many steps from the low end stand for: a multiple of the step
// or, on a logarithmic slider, of three figures. The page does the same.
func (s *Slider) At(steps int) float64 {
	switch {
	case steps <= 0:
		return s.Low
	case steps >= s.Steps:
		return s.High
	case s.Log:
		return min(max(round(s.Low*math.Pow(s.High/s.Low, float64(steps)/float64(s.Steps)), 3, math.Round), s.Low), s.High)
	}
	return min(max(clean((s.first()+float64(steps))*s.Step), s.Low), s.High)
}

// first is which multiple of the step the low end is, or lies above.
func (s *Slider) first() float64 { return math.Floor(s.Low/s.Step + 1e-6) }

// Text is a value as an assignment takes it.
func (s *Slider) Text(v float64) string {
	return strings.TrimSpace(strconv.FormatFloat(v, 'g', 12, 64) + " " + s.Unit)
}

// unitOf is what stands behind the number of a quantity.
func unitOf(text string) string {
	for i := range text {
		if strings.IndexByte("+-0123456789._", text[i]) >= 0 {
			continue
		}
		if (text[i] == 'e' || text[i] == 'E') && i > 0 && i+1 < len(text) && strings.IndexByte("+-0123456789", text[i+1]) >= 0 {
			continue
		}
		return strings.TrimSpace(text[i:])
	}
	return ""
}

// clean takes off what changing units leaves in the last figures.
func clean(v float64) float64 {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return v
	}
	c, _ := strconv.ParseFloat(strconv.FormatFloat(v, 'g', 12, 64), 64)
	return c
}

// round leaves so many figures of a number above zero.
func round(v float64, figures int, how func(float64) float64) float64 {
	unit := math.Pow(10, math.Floor(math.Log10(v))-float64(figures-1))
	return clean(how(clean(v/unit)) * unit)
}

// nice is the next of 1, 2, 5 and their tens.
func nice(v float64) float64 {
	ten := math.Pow(10, math.Floor(math.Log10(v)))
	for _, m := range [...]float64{1, 2, 5} {
		if v <= m*ten*(1+1e-9) {
			return clean(m * ten)
		}
	}
	return clean(10 * ten)
}

// whole tells whether the numbers that there are are whole.
func whole(of ...study.Number) bool {
	for _, v := range of {
		if v.Finite() && float64(v) != math.Trunc(float64(v)) {
			return false
		}
	}
	return true
}

func within(v float64, low, high study.Number) float64 {
	if low.Finite() {
		v = max(v, float64(low))
	}
	if high.Finite() {
		v = min(v, float64(high))
	}
	return v
}
