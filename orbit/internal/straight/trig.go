package straight

import "math"

// Polynomial returns c[0] + c[1] x + c[2] x² + … by Horner's rule.
func Polynomial(x Value, c ...float64) Value {
	v := x.p.Const(c[len(c)-1])
	for i := len(c) - 2; i >= 0; i-- {
		v = FMA(v, x, x.p.Const(c[i]))
	}
	return v
}

// SmallSinCos returns sine and cosine by their series, the sine with a number of terms
// and the cosine with one more or as many.
//
//	sin x ≈ x − x³/6 + …,  cos x ≈ 1 − x²/2 + …
//
// Source: Taylor.
// Ignores: the terms left out, below the first of them.
// Good to: |x|^(2k+1)/(2k+1)! of the sine with k terms, |x|^(2k)/(2k)! of the cosine
// with k (TestVerif_SineAndCosine).
// Needs: an angle small enough for that.
func SmallSinCos(x Value, sines, cosines int) (sin, cos Value) {
	series := func(first, terms int) (c []float64) {
		f := 1.0
		for i := 1; i <= first; i++ {
			f /= float64(i)
		}
		for k := range terms {
			c = append(c, f)
			n := float64(first + 2*k)
			f /= -(n + 1) * (n + 2)
		}
		return c
	}
	z := x.Mul(x)
	cos = Polynomial(z, series(0, cosines)...)
	sin = x
	if sines > 1 {
		sin = FMA(Polynomial(z, series(1, sines)[1:]...), z.Mul(x), x)
	}
	return sin, cos
}

// SinCos returns sine and cosine of any angle up to 1e9: whole turns are taken off,
// the rest is quartered, and the two are doubled back twice.
//
//	sin 2x = 2 sin x cos x,  cos 2x = 1 − 2 sin² x
//
// Source: Taylor; a number's whole part as the rounding of x + 1.5·2⁵².
// Ignores: the part of 2π below its double, 2.4e-16 a turn, as a remainder by 2π does.
// Good to: 1e-14 within a turn (TestVerif_SineAndCosine).
// Needs: |x| below 1e9.
func SinCos(x Value) (sin, cos Value) {
	magic := x.p.Const(3 << 51)
	turns := FMA(x, x.p.Const(1/(2*math.Pi)), magic).Sub(magic)
	s, c := SmallSinCos(FNMA(turns, x.p.Const(2*math.Pi), x).Times(0.25), 8, 9)
	for range 2 {
		twice := s.Add(s)
		s, c = twice.Mul(c), FNMA(twice, s, x.p.Const(1))
	}
	return s, c
}

// Rotate returns sine and cosine of the sum of two angles.
func Rotate(sinA, cosA, sinB, cosB Value) (sin, cos Value) {
	return FMA(sinA, cosB, cosA.Mul(sinB)), FNMA(sinA, sinB, cosA.Mul(cosB))
}
