package secular

// block is satellites of one ring that go through the kernel together: few enough to
// stay in the nearest cache, and padded with copies of the last to a whole number of
// vectors.
type block struct {
	n    int       // satellites; the arrays go on to the next whole vector
	cos  []float64 // of the mean argument of latitude at the epoch
	sin  []float64
	dark []uint32 // steps in umbra so far
	half []uint32 // steps in penumbra
	run  []uint32 // steps out of full light up to now
	most []uint32 // the longest such run
}

const (
	blockSize = 1024 // satellites: 32 kB
	lanes     = 8    // that arrays are padded to
)

func newBlock() *block {
	f := make([]float64, 2*blockSize)
	u := make([]uint32, 4*blockSize)
	return &block{
		cos: f[:blockSize], sin: f[blockSize:],
		dark: u[:blockSize], half: u[blockSize : 2*blockSize], run: u[2*blockSize : 3*blockSize], most: u[3*blockSize:],
	}
}

// count tells light from shadow for the satellites of a block at one instant, adds to
// their counts and returns how many are in umbra and in penumbra. Products and sums
// are rounded one by one on every machine: all kernels agree in the last bit.
func (b *block) count(sc *scene) (dark, half uint32) {
	d, h := &sc.depth, &sc.far
	d0, d1, d2, d3, e0, e1, e2 := d.p0, d.p1, d.p2, d.p3, d.q0, d.q1, d.q2
	n := b.n
	cos, sin, runs := b.cos[:n], b.sin[:n], b.run[:n]
	for i, s := range sin {
		c := cos[i]
		w := float64(float64(float64(float64(float64(float64(d3*s)+d2)*s)+d1)*s)+d0) +
			float64(c*float64(float64(float64(float64(e2*s)+e1)*s)+e0))
		if w > 0 {
			f := h.at(c, s) + float64(w*float64(sc.pw+float64(w*sc.pww)))
			if f < 0 {
				if float64(f+sc.du)+float64(w*float64(sc.duw+float64(w*sc.duww))) < 0 {
					b.dark[i]++
					dark++
				} else {
					b.half[i]++
					half++
				}
				r := runs[i] + 1
				runs[i] = r
				b.most[i] = max(b.most[i], r)
				continue
			}
		}
		runs[i] = 0
	}
	return dark, half
}

// countCircle is count for a circular orbit, of whose polynomials half vanish.
func (b *block) countCircle(sc *scene) (dark, half uint32) {
	d1, d3, e0, e2 := sc.depth.p1, sc.depth.p3, sc.depth.q0, sc.depth.q2
	h0, h2, hc := sc.far.p0, sc.far.p2, sc.far.q1
	pw, pww := sc.pw, sc.pww
	n := b.n
	cos, sin, runs := b.cos[:n], b.sin[:n], b.run[:n]
	for i, s := range sin {
		c := cos[i]
		s2 := float64(s * s)
		w := float64(s*float64(float64(d3*s2)+d1)) + float64(c*float64(float64(e2*s2)+e0))
		if w > 0 {
			f := float64(s*float64(float64(h2*s)+float64(hc*c))) + h0 + float64(w*float64(pw+float64(w*pww)))
			if f < 0 {
				if float64(f+sc.du)+float64(w*float64(sc.duw+float64(w*sc.duww))) < 0 {
					b.dark[i]++
					dark++
				} else {
					b.half[i]++
					half++
				}
				r := runs[i] + 1
				runs[i] = r
				b.most[i] = max(b.most[i], r)
				continue
			}
		}
		runs[i] = 0
	}
	return dark, half
}

// at returns the value of the wave; every product is rounded.
func (v *wave) at(c, s float64) float64 {
	return float64(float64(float64(float64(float64(float64(v.p3*s)+v.p2)*s)+v.p1)*s)+v.p0) +
		float64(c*float64(float64(float64(float64(v.q2*s)+v.q1)*s)+v.q0))
}
