package secular

import "math"

//go:generate go run ./internal/gen

// group is the satellites that go through a kernel together, one bit each of a word.
const group = 64

// shade is what a kernel finds of a group at one instant: bit i is satellite i.
type shade struct{ shadow, umbra uint64 }

// angles are the cosines and sines of the arguments of latitude of a group's satellites
// at the epoch; places behind the last satellite hold it again.
type angles struct{ cos, sin [group]float64 }

// kernel finds the shade of the first n satellites of a group at each of some instants.
// Bits behind them may be set.
type kernel func(a *angles, n int, scenes []scene, out []shade)

// inGo is the kernel in Go. Products and sums are rounded one by one on every machine, so
// that all kernels agree in the last bit.
func inGo(a *angles, n int, scenes []scene, out []shade) {
	cos, sin := a.cos[:n], a.sin[:n]
	for k := range scenes {
		sc := &scenes[k]
		var o shade
		for i, s := range sin {
			c := cos[i]
			w := sc.depth.at(c, s)
			if !(w > 0) {
				continue
			}
			f := sc.far.at(c, s) + float64(w*float64(sc.pw+float64(w*sc.pww)))
			if f < 0 {
				o.add(i, f, w, sc)
			}
		}
		out[k] = o
	}
}

// add marks a satellite that is in shadow, and in umbra where it is.
func (o *shade) add(i int, f, w float64, sc *scene) {
	o.shadow |= 1 << i
	if float64(f+sc.du)+float64(w*float64(sc.duw+float64(w*sc.duww))) < 0 {
		o.umbra |= 1 << i
	}
}

// at returns the value of the wave; every product is rounded.
func (v *wave) at(c, s float64) float64 {
	return float64(float64(float64(float64(float64(float64(v.p3*s)+v.p2)*s)+v.p1)*s)+v.p0) +
		float64(c*float64(float64(float64(float64(v.q2*s)+v.q1)*s)+v.q0))
}

// load sets the angles to up to a group of arguments of latitude.
func (a *angles) load(latitudes []float64) {
	for i := range group {
		a.sin[i], a.cos[i] = math.Sincos(latitudes[min(i, len(latitudes)-1)])
	}
}
