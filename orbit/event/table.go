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

// fit returns the polynomial that takes eight given places at eight knots, for the
// cell from one instant to another. A knot that comes twice in a row stands for its
// place and its velocity, and only those velocities count.
//
// Source: divided differences, with double knots, and Newton's form; Stoer and
// Bulirsch, Introduction to Numerical Analysis, sections 2.1.3 and 2.1.5.
// Ignores: nothing.
// Good to: the eighth derivative over 8! times Π (t−tᵢ): with velocities, 2e-11 of the
// radius in the middle of knots 0.2 rad of a circle apart (TestVerif_Table); without,
// 1e-11 in the middle of knots 0.1 rad apart (TestVerif_Track).
// Needs: knots in ascending order.
func fit(at [8]sky.Instant, r, v [8][3]float64, from, to sky.Instant) (p cell) {
	p.middle = from + (to-from)/2
	p.length = to.SecondsFrom(from)
	var x [8]float64
	for i := range 8 {
		x[i] = at[i].SecondsFrom(p.middle) / p.length
	}
	var inverse [8][8]float64 // 1/(x[i] − x[i−k]), once for the three axes; 0 for double knots
	for k := 1; k < 8; k++ {
		for i := k; i < 8; i++ {
			if at[i] != at[i-k] {
				inverse[k][i] = 1 / (x[i] - x[i-k])
			}
		}
	}
	for axis := range 3 {
		var d [8]float64 // divided differences, in place
		for i := range 8 {
			d[i] = r[i][axis]
		}
		for k := 1; k < 8; k++ {
			for i := 7; i >= k; i-- {
				if inverse[k][i] == 0 {
					d[i] = v[i][axis] * p.length
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

// Table is an ephemeris at given instants, read between them by the polynomial of
// the seventh degree through place and velocity at the four instants around. The
// velocities must be the rates of the places; SGP4's are not, by up to 1 m/s.
type Table struct {
	at    []sky.Instant
	cells []cell
	error float64
}

// NewTable makes a table of states at instants in ascending order, four at least.
// It keeps 216 bytes an instant.
func NewTable(at []sky.Instant, states []sky.GCRS) (*Table, error) {
	if len(at) != len(states) || len(at) < 4 {
		return nil, fmt.Errorf("event: a table of %d instants and %d states; four or more, and as many of both, would be right",
			len(at), len(states))
	}
	r, v := make([][3]float64, len(at)), make([][3]float64, len(at))
	for i, s := range states {
		if i > 0 && at[i] <= at[i-1] {
			return nil, fmt.Errorf("event: row %d of the table is at %s and the one before at %s; ascending instants would be right",
				i+1, at[i], at[i-1])
		}
		if _, _, _, err := (Path(func(sky.Instant) (sky.GCRS, error) { return s, nil })).at(at[i]); err != nil {
			return nil, fmt.Errorf("row %d of the table: %w", i+1, err)
		}
		r[i], v[i] = s.Position, s.Velocity
	}
	if err := (Span{at[0], at[len(at)-1]}).check(); err != nil {
		return nil, err
	}
	twice := func(rows [4]int, from, to int) cell {
		var at8 [8]sky.Instant
		var r8, v8 [8][3]float64
		for i := range 8 {
			k := rows[i/2]
			at8[i], r8[i], v8[i] = at[k], r[k], v[k]
		}
		return fit(at8, r8, v8, at[from], at[to])
	}
	t := &Table{at: append([]sky.Instant(nil), at...), cells: make([]cell, len(at)-1)}
	for i := range t.cells {
		k := min(max(i-1, 0), len(at)-4)
		t.cells[i] = twice([4]int{k, k + 1, k + 2, k + 3}, i, i+1)
	}
	for i := 2; i+2 < len(at); i++ { // each inner row from two on either side
		p := twice([4]int{i - 2, i - 1, i + 1, i + 2}, i-1, i+1)
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
