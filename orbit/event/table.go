package event

import (
	"fmt"
	"math"
	"sort"

	"github.com/dawndusk/dawndusk/orbit/sky"
)

// cell is a path between two knots: a polynomial of the seventh degree for each
// axis in x = (t − middle) / length, which runs from −½ to ½.
type cell struct {
	middle sky.Instant
	length float64 // s
	c      [8][3]float64
}

// hermite returns the polynomial that has the given places and velocities at four
// knots, for the cell from one instant to another.
//
// Source: divided differences with double knots, Stoer and Bulirsch, Introduction
// to Numerical Analysis, section 2.1.5.
// Ignores: nothing.
// Good to: |r⁗⁗| /8! × Π (t−tᵢ)²: 3e-12 of the radius in the middle of knots 0.2 rad of
// a circle apart (TestVerif_Table).
// Needs: knots in ascending order.
func hermite(at [4]sky.Instant, r, v [4][3]float64, from, to sky.Instant) (p cell) {
	p.middle = from + (to-from)/2
	p.length = to.SecondsFrom(from)
	var x [8]float64
	for i := range 4 {
		x[2*i] = at[i].SecondsFrom(p.middle) / p.length
		x[2*i+1] = x[2*i]
	}
	var inverse [8][8]float64 // 1/(x[i] − x[i−k]), once for the three axes
	for k := 1; k < 8; k++ {
		for i := k; i < 8; i++ {
			if k > 1 || i%2 == 0 {
				inverse[k][i] = 1 / (x[i] - x[i-k])
			}
		}
	}
	for axis := range 3 {
		var d [8]float64 // divided differences, in place
		for i := range 8 {
			d[i] = r[i/2][axis]
		}
		for k := 1; k < 8; k++ {
			for i := 7; i >= k; i-- {
				if k == 1 && i%2 == 1 {
					d[i] = v[i/2][axis] * p.length
				} else {
					d[i] = (d[i] - d[i-1]) * inverse[k][i]
				}
			}
		}
		var c [8]float64 // Newton's form to powers
		c[0] = d[7]
		for k := 6; k >= 0; k-- {
			for j := 7 - k; j > 0; j-- {
				c[j] = c[j-1] - x[k]*c[j]
			}
			c[0] = d[k] - x[k]*c[0]
		}
		for j := range 8 {
			p.c[j][axis] = c[j]
		}
	}
	return p
}

// at returns place and velocity.
func (p *cell) at(t sky.Instant) (r, v [3]float64) {
	x := t.SecondsFrom(p.middle) / p.length
	r = p.c[7]
	for k := 6; k >= 0; k-- {
		for i := range 3 {
			v[i] = v[i]*x + r[i]
			r[i] = r[i]*x + p.c[k][i]
		}
	}
	for i := range 3 {
		v[i] /= p.length
	}
	return r, v
}

// derivative returns the nth derivative.
func (p *cell) derivative(t sky.Instant, n int) (d [3]float64) {
	x := t.SecondsFrom(p.middle) / p.length
	for k := 7; k >= n; k-- {
		f := 1.0
		for j := range n {
			f *= float64(k - j)
		}
		for i := range 3 {
			d[i] = d[i]*x + f*p.c[k][i]
		}
	}
	for i := range 3 {
		d[i] /= math.Pow(p.length, float64(n))
	}
	return d
}

// bound returns what the nth derivative is nowhere above in the cell.
func (p *cell) bound(n int) (sum float64) {
	half := 1.0
	for k := n; k < 8; k++ {
		f := 1.0
		for j := range n {
			f *= float64(k - j)
		}
		sum += f * half * norm(p.c[k])
		half /= 2
	}
	return sum / math.Pow(p.length, float64(n))
}

// cells returns the polynomials between knots, at least four.
func cells(at []sky.Instant, r, v [][3]float64) []cell {
	list := make([]cell, len(at)-1)
	for i := range list {
		k := min(max(i-1, 0), len(at)-4)
		list[i] = hermite([4]sky.Instant(at[k:]), [4][3]float64(r[k:]), [4][3]float64(v[k:]), at[i], at[i+1])
	}
	return list
}

// Table is an ephemeris at given instants, read between them by the polynomial of
// the seventh degree through place and velocity at the four instants around.
type Table struct {
	at    []sky.Instant
	cells []cell
	error float64
}

// NewTable makes a table of states at instants in ascending order, four at least.
// It keeps 216 bytes an instant.
func NewTable(at []sky.Instant, states []sky.GCRS) (*Table, error) {
	if len(at) != len(states) || len(at) < 4 {
		return nil, fmt.Errorf("event: a table of %d instants and %d states; four or more, and as many of both, would be right", len(at), len(states))
	}
	r, v := make([][3]float64, len(at)), make([][3]float64, len(at))
	for i, s := range states {
		if i > 0 && at[i] <= at[i-1] {
			return nil, fmt.Errorf("event: row %d of the table is at %s and the one before at %s; ascending instants would be right", i+1, at[i], at[i-1])
		}
		if _, _, _, err := (Path(func(sky.Instant) (sky.GCRS, error) { return s, nil })).at(at[i]); err != nil {
			return nil, fmt.Errorf("row %d of the table: %w", i+1, err)
		}
		r[i], v[i] = s.Position, s.Velocity
	}
	t := &Table{at: append([]sky.Instant(nil), at...), cells: cells(at, r, v)}
	// Each inner row from two on either side.
	for i := 2; i+2 < len(at); i++ {
		p := hermite([4]sky.Instant{at[i-2], at[i-1], at[i+1], at[i+2]}, [4][3]float64{r[i-2], r[i-1], r[i+1], r[i+2]},
			[4][3]float64{v[i-2], v[i-1], v[i+1], v[i+2]}, at[i-1], at[i+1])
		place, _ := p.at(at[i])
		t.error = max(t.error, norm(sub(place, r[i])))
	}
	return t, nil
}

// Span returns the first and the last instant of the table.
func (t *Table) Span() Span { return Span{t.at[0], t.at[len(t.at)-1]} }

// LeftOut returns the largest distance in kilometres between a row and what the
// table says there without it, from two rows on either side; 0 with fewer than
// five rows. In an even table that error is 50 times the one between rows, 16
// against 0.316 in (t−tᵢ)², so a fiftieth of it estimates the table's, and a
// large value finds a row that does not belong.
func (t *Table) LeftOut() float64 { return t.error }

// At returns the state at an instant of the span, its last instant included. It is
// a [Path].
func (t *Table) At(at sky.Instant) (sky.GCRS, error) {
	if s := t.Span(); at < s.Start || at > s.Stop {
		return sky.GCRS{}, fmt.Errorf("the table reaches from %s to %s", s.Start, s.Stop)
	}
	i := sort.Search(len(t.cells)-1, func(i int) bool { return t.at[i+1] > at })
	r, v := t.cells[i].at(at)
	return sky.GCRS{Position: r, Velocity: v}, nil
}
