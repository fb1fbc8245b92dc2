package study

import (
	"cmp"
	"context"
	"math"
	"runtime"
	"slices"
	"sync"
)

// limitState is a number at a point of standard normal space that is at most 0
// where what is asked for is true. It is used by one goroutine.
type limitState func(z []float64) float64

// designPoint is a point on a limit: a unit vector and how far along it.
type designPoint struct {
	direction []float64
	radius    float64 // +Inf: the limit is not reached
}

// designSearch looks for the point of a limit nearest to the origin.
type designSearch struct {
	ctx    context.Context
	n      int
	states []limitState // one for each goroutine
	runs   int
	tick   func(n int)
}

func newDesignSearch(ctx context.Context, n int, state func() limitState, workers int) *designSearch {
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	s := &designSearch{ctx: ctx, n: n, tick: func(int) {}}
	for range min(workers, n) {
		s.states = append(s.states, state())
	}
	return s
}

// How the search goes.
const (
	farthest     = 40   // of a ray; a draw of 400 inputs lies 20 from the origin
	firstStep    = 1.0  // of finite differences, wide enough to see past whole numbers and queues
	lastStep     = 0.02 // fine enough for a limit that bends
	coarse, fine = 2e-3, 1e-4
	compassAxes  = 60
	refined      = 3 // of the starts, the nearest
	lasting      = 8 // places farther out at which a point has to stay beyond the limit
	lastingPart  = 0.1
)

// nearest returns the point of the limit that is nearest to the origin, and the
// radius at which the search from each start ended.
//
// A ray from the origin meets the limit first at some radius; the nearest point
// is the direction in which that radius is least. There the gradient g of the
// limit state points back along the ray, so the next direction is
//
//	θ′ = (1 − s) θ + s a      a = −∇g / |∇g|
//
// which for s = 1 is the step of Hasofer, Lind, Rackwitz and Fiessler, projected
// to the limit. s is halved until the radius is shorter: the line search of iHLRF
// with the radius itself as its merit, so that no step is taken to a farther point
// and every point kept is on the limit. Where the limit state steps, as by one
// satellite more on a flight or one month more in a queue, differences over a
// whole standard deviation stand for its gradient, then over a third, a ninth and
// a twenty-seventh. Small coordinates that do nothing are dropped, and from the
// three nearest ends a compass search over the 60 largest looks on where no
// gradient helps.
//
// Source: Hasofer and Lind, J. Engineering Mechanics Division ASCE 100 (1974);
// Rackwitz and Fiessler, Computers and Structures 9 (1978); Zhang and Der
// Kiureghian, "Two improved algorithms for reliability analysis" (1995), for the
// line search; Der Kiureghian and Dakessian, Structural Safety 20 (1998), for
// more than one point; Kolda, Lewis and Torczon, SIAM Review 45 (2003), for the
// compass.
// Ignores: islands beyond the limit that a ray passes between two of 32 places
// along it, or that are thinner than a tenth of the radius: where sites on the ground are scarce its cost jumps from month to
// month, and the least of many jumps is no answer.
// Good to: 1e-4 of β for a flat limit, 1e-3 for four published ones, 2 % where it
// steps (TestVerif_FlatLimit, TestVal_ReliabilityIndex, TestVerif_SteppedLimit). In
// the model it is an upper bound: its starts end up to half farther than the best.
// Needs: a limit state above 0 at the origin.
func (s *designSearch) nearest(starts [][]float64) (best designPoint, ends []float64) {
	var found []designPoint
	for _, z := range starts {
		d := s.thin(s.descend(s.begin(z), firstStep, coarse))
		found, ends = append(found, d), append(ends, d.radius)
	}
	slices.SortStableFunc(found, func(a, b designPoint) int { return cmp.Compare(a.radius, b.radius) })
	best = found[0]
	for _, d := range found[:min(refined, len(found))] {
		for before := math.Inf(1); d.radius < before*(1-10*fine) && s.ctx.Err() == nil; {
			before = d.radius
			d = s.compass(s.thin(s.descend(d, lastStep, fine)))
		}
		if d.radius < best.radius {
			best = d
		}
	}
	return best, ends
}

// begin takes a start to the limit: along its own ray or, where that does not
// meet it, along the steps of Hasofer, Lind, Rackwitz and Fiessler, held to one
// standard deviation or half the distance from the origin.
func (s *designSearch) begin(z []float64) designPoint {
	d := s.along(z)
	for range 16 {
		if !math.IsInf(d.radius, 1) || s.ctx.Err() != nil {
			break
		}
		value := s.value(z)
		g := s.gradient(z, firstStep)
		gg, gz := dot(g, g), dot(g, z)
		if gg == 0 || math.IsInf(value, 0) {
			break
		}
		step := scaled(g, (gz-value)/gg)
		for k := range step {
			step[k] -= z[k]
		}
		far := math.Sqrt(dot(step, step))
		part := min(1, max(1, math.Sqrt(dot(z, z))/2)/far)
		next := make([]float64, s.n)
		for k := range next {
			next[k] = z[k] + part*step[k]
		}
		z = next
		d = s.along(z)
	}
	return d
}

// along is where the ray through z first meets the limit.
func (s *designSearch) along(z []float64) designPoint {
	r := math.Sqrt(dot(z, z))
	if r == 0 {
		return designPoint{radius: math.Inf(1)}
	}
	d := designPoint{direction: scaled(z, 1/r)}
	d.radius = s.reach(d.direction, max(2*MostDeviations, min(2*r, farthest)))
	return d
}

// reach is the first radius up to one at which a ray is beyond the limit: the
// first of 32 places that is, and half-way back until that is settled.
func (s *designSearch) reach(direction []float64, to float64) float64 {
	const places = 32
	for i := 1; i <= places; i++ {
		if high := to * float64(i) / places; s.beyond(direction, high) {
			return s.settle(direction, to*float64(i-1)/places, high)
		}
	}
	return math.Inf(1)
}

// shorten is the least radius down to which a ray stays beyond the limit from one
// at which it is, in steps that double; +Inf where it is not.
func (s *designSearch) shorten(direction []float64, from float64) float64 {
	if !s.beyond(direction, from) {
		return math.Inf(1)
	}
	high := from
	for step := from / 256; ; step *= 2 {
		low := max(high-step, 0)
		if low == 0 || !s.beyond(direction, low) {
			return s.settle(direction, low, high)
		}
		high = low
	}
}

// settle closes in on the limit from both sides. It is on the far one.
func (s *designSearch) settle(direction []float64, low, high float64) float64 {
	for high-low > 1e-6 {
		if mid := (low + high) / 2; s.beyond(direction, mid) {
			high = mid
		} else {
			low = mid
		}
	}
	return high
}

// beyond tells whether a ray is beyond the limit at a radius and stays so for a
// tenth farther, at eight places: what one month's cost does by chance is no
// answer.
func (s *designSearch) beyond(direction []float64, radius float64) bool {
	for i := range lasting + 1 {
		if v := s.value(scaled(direction, radius*(1+lastingPart*float64(i)/lasting))); !(v <= 0) {
			return false
		}
	}
	return true
}

// descend shortens the radius with steps of finite differences from firstStep
// down to last, until a step shortens it by less than a part.
func (s *designSearch) descend(d designPoint, last, part float64) designPoint {
	if math.IsInf(d.radius, 1) {
		return d
	}
	h := firstStep
	for range 60 {
		if s.ctx.Err() != nil {
			break
		}
		g := s.gradient(scaled(d.direction, d.radius), h)
		shorter := false
		if size := math.Sqrt(dot(g, g)); size > 0 {
			for step := 1.0; step >= 1.0/64 && !shorter; step /= 2 {
				to := make([]float64, s.n)
				for k := range to {
					to[k] = (1-step)*d.direction[k] - step*g[k]/size
				}
				if r := math.Sqrt(dot(to, to)); r > 0 {
					shorter = s.take(&d, scaled(to, 1/r), part)
				}
			}
		}
		if shorter {
			continue
		}
		if h /= 3; h < last*(1-1e-9) {
			break
		}
	}
	return d
}

// take moves a point to another direction if that is nearer by a part.
func (s *designSearch) take(d *designPoint, direction []float64, part float64) bool {
	r := s.shorten(direction, d.radius*(1-part))
	if math.IsInf(r, 1) {
		return false
	}
	d.direction, d.radius = direction, r
	return true
}

// thin drops coordinates that are small and do little: with hundreds of inputs
// what differences make of noise adds up to a distance.
func (s *designSearch) thin(d designPoint) designPoint {
	if math.IsInf(d.radius, 1) {
		return d
	}
	for _, least := range []float64{0.3, 0.2, 0.15, 0.1, 0.07, 0.05, 0.03} {
		z := scaled(d.direction, d.radius)
		for k := range z {
			if math.Abs(z[k]) < least {
				z[k] = 0
			}
		}
		if r := math.Sqrt(dot(z, z)); r > 0 {
			s.take(&d, scaled(z, 1/r), fine)
		}
	}
	return d
}

// compass tries the largest coordinates one at a time, farther and nearer.
func (s *designSearch) compass(d designPoint) designPoint {
	if math.IsInf(d.radius, 1) {
		return d
	}
	order := make([]int, s.n)
	for k := range order {
		order[k] = k
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Compare(math.Abs(d.direction[b]), math.Abs(d.direction[a]))
	})
	order = order[:min(s.n, compassAxes)]
	for _, h := range []float64{0.6, 0.3, 0.1, 0.03} {
		for range 10 {
			shorter := false
			for _, k := range order {
				at := d.direction[k] * d.radius
				for _, step := range [3]float64{-at, h, -h} { // to the median first
					if s.ctx.Err() != nil {
						return d
					}
					z := scaled(d.direction, d.radius)
					z[k] += step
					if r := math.Sqrt(dot(z, z)); step != 0 && r > 0 {
						shorter = s.take(&d, scaled(z, 1/r), fine) || shorter
					}
				}
			}
			if !shorter {
				break
			}
		}
	}
	return d
}

func (s *designSearch) value(z []float64) float64 {
	s.runs++
	s.tick(1)
	return s.states[0](z)
}

// gradient takes differences on both sides, or on one where the limit state does
// not exist on the other.
func (s *designSearch) gradient(z []float64, h float64) []float64 {
	g := make([]float64, s.n)
	here := s.value(z)
	var wg sync.WaitGroup
	for i, state := range s.states {
		wg.Go(func() {
			at := slices.Clone(z)
			for k := i; k < s.n && s.ctx.Err() == nil; k += len(s.states) {
				at[k] = z[k] + h
				above := state(at)
				at[k] = z[k] - h
				below := state(at)
				at[k] = z[k]
				low, high := !math.IsInf(below, 0), !math.IsInf(above, 0)
				switch {
				case low && high:
					g[k] = (above - below) / (2 * h)
				case high && !math.IsInf(here, 0):
					g[k] = (above - here) / h
				case low && !math.IsInf(here, 0):
					g[k] = (here - below) / h
				}
			}
		})
	}
	wg.Wait()
	s.runs += 2 * s.n
	s.tick(2 * s.n)
	return g
}

func dot(a, b []float64) (sum float64) {
	for i := range a {
		sum += a[i] * b[i]
	}
	return sum
}

func scaled(a []float64, by float64) []float64 {
	b := make([]float64, len(a))
	for i := range a {
		b[i] = by * a[i]
	}
	return b
}
