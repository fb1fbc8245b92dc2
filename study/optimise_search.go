package study

import (
	"context"
	"math"
	"math/rand/v2"

	"gonum.org/v1/gonum/mat"
	"gonum.org/v1/gonum/optimize"
)

// box looks for the least of a function over the unit box, from a start in it.
type box struct {
	start       []float64
	home        []float64 // where what does nothing is put back to; nil: the start
	population  int
	evaluations int // at most, beside those of tidying up
	seed        uint64
	value       func(u []float64) float64 // finite; played by one goroutine at a time
}

// The standard deviation of the first population, wide enough to see both ends of
// the box from its middle, and the edge of the first simplex, as shares of the box;
// and the share of the evaluations that the population has.
const (
	firstSpread = 0.25
	firstEdge   = 0.1
	ofWhich     = 2. / 3
)

// least returns the best point that was seen, its value and how many were tried.
//
// A population is drawn from a normal distribution that moves and stretches
// towards its better half, by covariance matrix adaptation; from the best it finds,
// simplices of Nelder and Mead walk downhill, each with half the edge of the one
// before. Neither knows bounds: space is folded at the sides of the box like paper,
// so that every point tried lies inside and the function stays continuous. Neither
// ends for want of progress before its evaluations are spent: a median over draws
// that carry whole satellites is flat in steps.
//
// gonum's population is drawn without its step size (v0.17.0, sendTask), so the
// first spread is given as a covariance with a step of 1. Alone it ended up to
// 0.02 of the box from the quadratics below and in a wrong bend of Rosenbrock's
// valley; that is why the simplices follow.
//
// Then what does nothing is put back: a variable returns home, or else
// goes to a side of the box, wherever that is no worse.
//
// Source: Krause, Arbonès and Igel, "CMA-ES with optimal covariance update and
// storage complexity", NIPS 29 (2016); Nelder and Mead, Computer Journal 7 (1965);
// both as gonum has them.
// Ignores: other valleys than the one the population settles in.
// Good to: 1e-3 of the box for a quadratic and for Rosenbrock's valley, on a side
// of it too (TestVerif_SearchFindsKnownLeast).
// Needs: a start in the box, a finite value everywhere in it.
func (b *box) least(ctx context.Context) (best []float64, value float64, tried int) {
	n := len(b.start)
	best, value = append([]float64(nil), b.start...), math.Inf(1)
	try := func(u []float64) float64 {
		v := b.value(u)
		tried++
		if v < value {
			value = v
			copy(best, u)
		}
		return v
	}
	try(b.start)
	if n == 0 {
		return best, value, tried
	}
	u := make([]float64, n)
	problem := optimize.Problem{
		Func: func(x []float64) float64 {
			for k := range x {
				u[k] = fold(x[k])
			}
			return try(u)
		},
		Status: func() (optimize.Status, error) {
			if err := ctx.Err(); err != nil {
				return optimize.Failure, err
			}
			return optimize.NotTerminated, nil
		},
	}
	// The errors of both are that of ctx, or that a population is a point; the best is kept here.
	spread := mat.NewDiagDense(n, nil)
	for k := range n {
		spread.SetDiag(k, firstSpread*firstSpread)
	}
	var first mat.Cholesky
	first.Factorize(spread)
	optimize.Minimize(problem, b.start, &optimize.Settings{
		MajorIterations: max(1, int(ofWhich*float64(b.evaluations))/b.population),
		Converger:       optimize.NeverTerminate{},
	}, &optimize.CmaEsChol{InitStepSize: 1, InitCholesky: &first, Population: b.population, Src: rand.NewPCG(b.seed, 1)})
	for size := firstEdge; tried < b.evaluations-n-2 && ctx.Err() == nil; size /= 2 {
		optimize.Minimize(problem, append([]float64(nil), best...), &optimize.Settings{
			FuncEvaluations: b.evaluations - tried,
			Converger:       &optimize.FunctionConverge{Relative: 1e-6, Iterations: 20 * n},
		}, &optimize.NelderMead{SimplexSize: size})
	}

	home := b.home
	if home == nil {
		home = b.start
	}
	for k := range n {
		for _, to := range [3]float64{home[k], 0, 1} {
			if ctx.Err() != nil || best[k] == to {
				break
			}
			copy(u, best)
			u[k] = to
			if v := b.value(u); v <= value {
				copy(best, u)
				value = v
			}
			tried++
			if best[k] == to {
				break
			}
		}
	}
	return best, value, tried
}

// fold takes the line into [0, 1], as a strip of paper is folded.
func fold(x float64) float64 {
	x = math.Abs(math.Mod(x, 2))
	if x > 1 {
		x = 2 - x
	}
	return x
}

// tidying is how many evaluations least needs beyond those of the search.
func tidying(n int) int { return 3*n + 1 }
