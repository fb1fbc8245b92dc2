package study

import (
	"context"
	"fmt"
	"runtime"
	"runtime/debug"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/dawndusk/dawndusk"
	"github.com/dawndusk/dawndusk/ledger"
	"github.com/dawndusk/dawndusk/rng"
)

// Options say how a study is run.
type Options struct {
	Draws    int
	Seed     uint64
	Workers  int // 0: as many as the machine runs at once
	Version  string
	Files    dawndusk.Files        // scenarios at hand; nil: on disk
	Progress func(done, total int) // called now and then from one goroutine at a time; may be nil

	results []dawndusk.Result // of one ensemble after the other
}

// MaxDraws bounds a study's memory: about 6 kB are kept for each draw.
const MaxDraws = 1_000_000

func (o *Options) check() error {
	if o.Draws < 1 || o.Draws > MaxDraws {
		return ledger.Errors{{File: "--draws", Wrong: fmt.Sprintf("%d draws", o.Draws), Right: fmt.Sprintf("write 1 to %d", MaxDraws)}}
	}
	return nil
}

// ensemble is many draws of one case.
type ensemble struct {
	c       *dawndusk.Case
	inputs  []int             // rows of the book that are drawn, or pinned and correlated
	uniform []float32         // draw by draw, the uniform behind each input; nil if not kept
	results []dawndusk.Result // draw by draw

	chapters []dawndusk.Chapters // of the first draws; none if they are not kept
}

// chapterDraws is how many draws keep what they leave of the Moon, the group, the
// laboratory and the events: 12 kB each.
const chapterDraws = 1500

// input is a drawn leaf, compiled.
type input struct {
	row      int
	dist     ledger.Dist
	sequence rng.Sequence
}

// inChain says whether the chain of a scenario reads an input. It does not read the
// chapters that the scenario leaves out: drawn with the others they would be inputs
// without effect, which a ranking of drivers puts somewhere by chance.
func inChain(s *dawndusk.Scenario, path string) bool {
	for _, chapter := range [...]struct {
		prefix string
		played dawndusk.Switch
	}{
		{moonChapter, s.Run.Moon}, {"operator.moon.", s.Run.Moon},
		{"company.", s.Run.Company}, {"lab.", s.Run.Lab}, {"events.", s.Run.Events},
	} {
		if strings.HasPrefix(path, chapter.prefix) {
			return chapter.played == dawndusk.SwitchedOn
		}
	}
	return true
}

// moves says whether an input that is drawn can move the chain from launch pad to
// price. The laboratory reaches it through the group's accounts alone.
func moves(s *dawndusk.Scenario, path string) bool {
	return s.Run.Company == dawndusk.SwitchedOn || !strings.HasPrefix(path, "lab.")
}

// compile lists the drawn inputs of a case's chain and joins those that are correlated.
// An input that is pinned keeps its place among those it is correlated with, so
// that pinning it moves none of them.
func compile(c *dawndusk.Case, seed uint64, correlated bool) (inputs []input, copula *ledger.Copula, err error) {
	related := map[string]bool{} // looked up, never walked
	for i := range c.Book.Correlations {
		for _, p := range c.Book.Correlations[i].Pairs {
			related[p.A], related[p.B] = correlated, correlated
		}
	}
	var paths []string
	for i := range c.Book.Rows {
		r := &c.Book.Rows[i]
		if !inChain(&c.Scenario, r.Path) {
			continue
		}
		if d := ledger.Compile(r); d.Drawn() || related[r.Path] && !r.Null {
			inputs = append(inputs, input{i, d, rng.NewSequence(seed, r.Path)})
			paths = append(paths, r.Path)
		}
	}
	if correlated {
		copula, err = c.Book.Copula(paths)
	}
	return inputs, copula, err
}

// batch is how many draws a worker takes at a time.
const batch = 16

// draw plays the draws of a case. Draw i depends on seed and i alone, and is
// kept in place i, so the result depends neither on the number of workers nor on
// how many draws are played. The
// results stand until the next draw with the same options takes their place.
func draw(ctx context.Context, c *dawndusk.Case, o *Options, correlated, keepInputs bool, tick func(n int)) (*ensemble, error) {
	e, inputs, copula, err := begin(c, o, correlated)
	if err != nil {
		return nil, err
	}
	if keepInputs {
		e.uniform = make([]float32, o.Draws*len(inputs))
		e.chapters = make([]dawndusk.Chapters, min(o.Draws, chapterDraws))
	}
	return e, e.play(ctx, o, inputs, copula, 0, o.Draws, tick)
}

// begin is an ensemble of which no draw is played yet.
func begin(c *dawndusk.Case, o *Options, correlated bool) (*ensemble, []input, *ledger.Copula, error) {
	inputs, copula, err := compile(c, o.Seed, correlated)
	if err != nil {
		return nil, nil, nil, err
	}
	if o.results == nil {
		o.results = make([]dawndusk.Result, o.Draws)
	}
	e := &ensemble{c: c, results: o.results}
	for i := range inputs {
		e.inputs = append(e.inputs, inputs[i].row)
	}
	return e, inputs, copula, nil
}

// play plays the draws from one to before another.
func (e *ensemble) play(ctx context.Context, o *Options, inputs []input, copula *ledger.Copula, from, to int, tick func(n int)) error {
	return each(ctx, o.Workers, to-from, batch, func() func(int) {
		w := newWorker(e.c, inputs, copula, o.Seed)
		return func(i int) {
			i += from
			var told *dawndusk.Chapters
			if i < len(e.chapters) {
				told = &e.chapters[i]
			}
			w.enterprise.Tell(told)
			w.play(i, &e.results[i])
			if e.uniform != nil {
				for k, u := range w.u {
					e.uniform[i*len(inputs)+k] = float32(u)
				}
			}
			tick(1)
		}
	})
}

// each hands the numbers from 0 to n to workers, some at a time; 0 workers are as
// many as the machine runs at once. begin gives each worker its own player. It
// stops where ctx ends, and returns why. A panic of a worker becomes one of the caller,
// who may have others to go on for.
func each(ctx context.Context, workers, n, some int, begin func() (play func(j int))) error {
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	var next atomic.Int64
	var wg sync.WaitGroup
	var broken atomic.Pointer[string]
	for range min(workers, (n+some-1)/some) {
		wg.Go(func() {
			defer func() {
				if bad := recover(); bad != nil {
					text := fmt.Sprintf("%v\n%s", bad, debug.Stack())
					broken.CompareAndSwap(nil, &text)
					next.Store(int64(n)) // the others need not go on
				}
			}()
			play := begin()
			for ctx.Err() == nil {
				first := int(next.Add(int64(some))) - some
				if first >= n {
					return
				}
				for j := first; j < min(first+some, n); j++ {
					play(j)
				}
			}
		})
	}
	wg.Wait()
	if text := broken.Load(); text != nil {
		panic(*text)
	}
	return context.Cause(ctx)
}

// worker owns what one goroutine needs; nothing is allocated by draw.
type worker struct {
	scenario   dawndusk.Scenario
	leaves     []*float64 // of the drawn inputs, in scenario
	inputs     []input
	u          []float64
	copula     *ledger.Copula
	chance     dawndusk.Chance
	enterprise dawndusk.Enterprise
}

func newWorker(c *dawndusk.Case, inputs []input, copula *ledger.Copula, seed uint64) *worker {
	w := &worker{scenario: c.Scenario, inputs: inputs, u: make([]float64, len(inputs)), copula: copula, chance: dawndusk.NewChance(seed)}
	leaves := ledger.Leaves(&w.scenario)
	for i := range inputs {
		w.leaves = append(w.leaves, leaves[c.Book.Rows[inputs[i].row].Leaf].Float)
	}
	return w
}

// play draws every input and runs the chain.
func (w *worker) play(i int, out *dawndusk.Result) {
	w.draw(i)
	w.enterprise.Run(&w.scenario, w.chance.At(i), out)
}

// draw sets every input to its value in draw i.
func (w *worker) draw(i int) {
	for k := range w.inputs {
		w.u[k] = w.inputs[k].sequence.At(uint32(i))
	}
	w.set()
}

// set gives every input the value that its uniform stands for.
func (w *worker) set() {
	if w.copula != nil {
		w.copula.Apply(w.u)
	}
	for k := range w.inputs {
		*w.leaves[k] = w.inputs[k].dist.Quantile(w.u[k])
	}
}
