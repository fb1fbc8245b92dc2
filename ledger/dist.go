package ledger

import "math"

// Dist is a distribution compiled for drawing.
type Dist struct {
	form     distForm
	log      bool    // the rest is of the logarithm
	mid      float64 // mode if triangular, else median
	lo, hi   float64 // half widths below and above mid: to the bounds, or standard deviations
	split    float64 // share of the probability below mid
	u0, du   float64 // the share of probability within the limits
	min, max float64
}

type distForm uint8

const (
	fixedForm distForm = iota
	triangularForm
	uniformForm
	normalForm
)

// z95 is the standard normal's 95 % point.
const z95 = 1.6448536269514722

// Compile prepares a row that Check has accepted.
//
// A row names a mode or median m, a low L and a high H, which are the 5 and 95 %
// points of the distribution unless they are called its bounds. A triangle's
// bounds a and b follow from
//
//	(L−a)² = 0.05 (b−a)(m−a)      (b−H)² = 0.05 (b−a)(b−m)
//
// The others are two halves that meet at the median, each with half of the
// probability and its own width: a uniform half reaches from m to
// m − (m−L)/0.9, a normal half has the deviation (m−L)/1.645. The logarithmic
// ones are the same in ln x. What falls outside the limits is cut off and the
// rest scaled up.
//
// Source: the definitions. The two-piece normal of the literature (Wallis,
// Statistical Science 29(1), 2014) is continuous at its mode; this one is halved
// at its median, because a row states a median.
// Ignores: that a cut at the limits moves the 5 and 95 % points inwards.
// Good to: 1e-12 of the width for the points, where nothing is cut off.
// Needs: a row that Check accepted.
func Compile(r *Row) Dist {
	d := Dist{mid: r.Value, min: r.Min, max: r.Max, du: 1}
	if math.IsNaN(d.min) {
		d.min = math.Inf(-1)
	}
	if math.IsNaN(d.max) {
		d.max = math.Inf(1)
	}
	below, above := r.Value-r.Low, r.High-r.Value
	if r.Dist == Lognormal || r.Dist == Loguniform {
		d.log, d.mid = true, math.Log(r.Value)
		below, above = math.Log(r.Value/r.Low), math.Log(r.High/r.Value)
	}
	d.split = 0.5
	switch r.Dist {
	case Triangular:
		d.form = triangularForm
		d.lo, d.hi = below, above
		if !r.Bounds {
			d.lo, d.hi = triangle(below, above)
		}
		d.split = d.lo / (d.lo + d.hi)
	case Uniform, Loguniform:
		d.form = uniformForm
		d.lo, d.hi = below, above
		if !r.Bounds {
			d.lo, d.hi = below/0.9, above/0.9
		}
	case Normal, Lognormal:
		d.form = normalForm
		d.lo, d.hi = below/z95, above/z95
	default:
		return d
	}
	if !(d.lo >= 0 && d.hi >= 0 && d.lo+d.hi > 0) { // no width: nothing to draw
		d.form, d.log, d.mid = fixedForm, false, r.Value
		return d
	}
	d.u0 = d.probability(d.min)
	d.du = d.probability(d.max) - d.u0
	if !(d.du > 0) {
		d.form, d.log, d.mid = fixedForm, false, r.Value
	}
	return d
}

// triangle returns the half widths x and y of a triangle whose 5 and 95 %
// points lie below and above its mode: x = below + √(0.05 (x+y) x), y likewise.
func triangle(below, above float64) (x, y float64) {
	w := below + above
	x, y = below, above
	for range 200 {
		s := math.Sqrt(0.05 * w)
		a := (s + math.Sqrt(s*s+4*below)) / 2
		b := (s + math.Sqrt(s*s+4*above)) / 2
		x, y = a*a, b*b
		if next := x + y; next == w {
			break
		} else {
			w = next
		}
	}
	return x, y
}

// probability is the distribution function before the cut at the limits.
func (d *Dist) probability(v float64) float64 {
	if d.log {
		if v <= 0 {
			return 0
		}
		v = math.Log(v)
	}
	x, side, width := v-d.mid, d.split, d.lo
	if x > 0 {
		side, width = 1-d.split, d.hi
	}
	var tail float64 // the share of this side beyond v
	switch {
	case math.IsInf(x, 0):
	case d.form == triangularForm:
		if t := 1 - math.Abs(x)/width; t > 0 {
			tail = t * t
		}
	case d.form == uniformForm:
		tail = max(0, 1-math.Abs(x)/width)
	default:
		tail = 2 * NormalCDF(-math.Abs(x)/width)
	}
	if x == 0 {
		tail = 1
	}
	if x > 0 {
		return 1 - side*tail
	}
	return side * tail
}

// Quantile returns the value below which the share u of the probability lies.
// It is finite and within the limits for every u; u is held to [0, 1].
func (d *Dist) Quantile(u float64) float64 {
	if d.form == fixedForm {
		return d.mid
	}
	u = d.u0 + inside(u)*d.du
	var x float64
	switch d.form {
	case triangularForm:
		if u < d.split {
			x = -d.lo * (1 - math.Sqrt(u/d.split))
		} else {
			x = d.hi * (1 - math.Sqrt((1-u)/(1-d.split)))
		}
	case uniformForm:
		x = 2*u - 1
		if x < 0 {
			x *= d.lo
		} else {
			x *= d.hi
		}
	case normalForm:
		x = NormalQuantile(inside(u))
		if x < 0 {
			x *= d.lo
		} else {
			x *= d.hi
		}
	}
	x += d.mid
	if d.log {
		x = math.Exp(x)
	}
	return min(max(x, d.min), d.max)
}

// inside moves a uniform off the ends of [0, 1], where the normal is infinite.
func inside(u float64) float64 { return min(max(u, 0x1p-60), 1-0x1p-53) }

// Drawn tells whether the distribution has any width.
func (d *Dist) Drawn() bool { return d.form != fixedForm }

// Quantile compiles the row and returns its quantile; Compile once to draw
// often.
func (r *Row) Quantile(u float64) float64 {
	d := Compile(r)
	return d.Quantile(u)
}
