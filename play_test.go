package dawndusk

import (
	"math"
	"reflect"
	"sync"
	"testing"

	"github.com/dawndusk/dawndusk/ledger"
	"github.com/dawndusk/dawndusk/rng"
)

// play runs the months up to a last one, with a look before each, once it is open
// and after it is recorded. It is Run's loop with windows in it;
// TestVerif_WatchIsRun holds the two together.
func (e *Enterprise) play(until int, before, opened func(), see func(p *plan, g *grant)) {
	var plan plan
	for e.month = 0; e.month < min(until, e.months); e.month++ {
		if before != nil {
			before()
		}
		e.events.month(e.month)
		e.openMonth()
		if opened != nil {
			opened()
		}
		e.decide(&plan)
		e.keepBills(plan.target)
		chips := e.shareChips(&plan)
		e.launch.Month(e.month, plan.flights, e.launchChance(), &e.lift)
		e.fleet.Month(e.satellites(&plan, chips.orbitW), &e.built)
		e.ground.Month(e.sites(&plan, &chips), &e.here)
		e.moonMonth(&plan)
		e.clear()
		e.margin = e.keepBooks(&plan, &chips)
		e.research()
		e.account()
		e.record(&plan)
		if see != nil {
			see(&plan, &chips)
		}
	}
}

// watch plays a draw and shows each month after it is recorded.
func watch(s *Scenario, chance Chance, out *Result, see func(e *Enterprise, p *plan, g *grant)) {
	watchOn(new(Enterprise), s, chance, out, see)
}

// tellAndWatch is watch with all structures of the group and both laboratories played.
func tellAndWatch(s *Scenario, chance Chance, see func(e *Enterprise, p *plan, g *grant)) {
	e := new(Enterprise)
	e.Tell(new(Chapters))
	watchOn(e, s, chance, new(Result), see)
}

func watchOn(e *Enterprise, s *Scenario, chance Chance, out *Result, see func(e *Enterprise, p *plan, g *grant)) {
	e.reset(s, chance, out)
	e.play(e.months, nil, nil, func(p *plan, g *grant) { see(e, p, g) })
	e.runOff()
	e.out.finish(&e.project, e.terms.RatePerYear())
}

func TestVerif_WatchIsRun(t *testing.T) {
	c := load(t, "base")
	var e Enterprise
	var ran, watched Result
	e.Run(&c.Scenario, NewChance(1).At(3), &ran)
	watch(&c.Scenario, NewChance(1).At(3), &watched, func(*Enterprise, *plan, *grant) {})
	if !same(&ran, &watched) {
		t.Fatal("the tests' loop is not Run's any more: bring watch up to date")
	}
}

// loaded keeps the shipped scenarios, which take longer to read than to play.
var loaded struct {
	sync.Mutex
	cases map[string]*Case
}

func load(t testing.TB, name string) *Case {
	t.Helper()
	loaded.Lock()
	defer loaded.Unlock()
	if c := loaded.cases[name]; c != nil {
		return c
	}
	c, err := Load(name)
	if err != nil {
		t.Fatal(err)
	}
	if loaded.cases == nil {
		loaded.cases = map[string]*Case{}
	}
	loaded.cases[name] = c
	return c
}

// drawScenario draws every input from its own distribution, as a study does but
// for the correlations.
func drawScenario(c *Case, seed uint64, draw int) *Scenario {
	s := c.Scenario
	leaves := ledger.Leaves(&s)
	for i := range c.Book.Rows {
		r := &c.Book.Rows[i]
		if d := ledger.Compile(r); d.Drawn() {
			sequence := rng.NewSequence(seed, r.Path)
			*leaves[r.Leaf].Float = d.Quantile(sequence.At(uint32(draw)))
		}
	}
	return &s
}

// spread is how far apart wildScenario throws the inputs.
type spread int

const (
	withinRange  spread = iota // each input that is drawn, evenly over its range
	withinLimits               // the same, over its physical limits
	everything                 // and the design choices too
)

// wildScenario draws a scenario that nobody believes but that may be written: a
// third each of the inputs at the low end, at the high end and in between, evenly
// by value, or by ratio where the span is of more than two decades.
func wildScenario(c *Case, by spread, draw int) *Scenario {
	s := c.Scenario
	leaves := ledger.Leaves(&s)
	for i := range c.Book.Rows {
		r := &c.Book.Rows[i]
		leaf := &leaves[r.Leaf]
		u := rng.NewKey(uint64(by), "wild."+r.Path).Uniform(uint64(draw), 0)
		if leaf.Float == nil {
			if by == everything && len(r.Choices) > 0 {
				if err := leaf.Text.UnmarshalText([]byte(r.Choices[int(u*float64(len(r.Choices)))])); err != nil {
					panic(err)
				}
			}
			continue
		}
		d := ledger.Compile(r)
		if r.Null || !(d.Drawn() || by == everything) || r.Path == "run.horizon" {
			continue
		}
		low, high := r.Low, r.High
		if by != withinRange && !math.IsNaN(r.Min) && !math.IsNaN(r.Max) {
			low, high = r.Min, r.Max
		}
		if math.IsNaN(low) || math.IsNaN(high) {
			continue
		}
		x := min(max(2*u-0.5, 0), 1)
		if by == withinRange {
			x = u
		}
		if low > 0 && high > 100*low {
			*leaf.Float = min(max(low*math.Pow(high/low, x), low), high)
		} else {
			*leaf.Float = min(max(low+x*(high-low), low), high)
		}
	}
	return &s
}

// atLimit sets inputs to the end of their limits.
func atLimit(t testing.TB, c *Case, s *Scenario, high bool, paths ...string) {
	t.Helper()
	leaves := ledger.Leaves(s)
	for _, path := range paths {
		r, err := c.Book.Find(path)
		if err != nil {
			t.Fatal(err)
		}
		x := r.Min
		if high {
			x = r.Max
		}
		if math.IsNaN(x) {
			t.Fatalf("%s has no limits", path)
		}
		*leaves[r.Leaf].Float = x
	}
}

// same tells whether two values have the same bits; NaN is the same as NaN.
func same(a, b any) bool { return sameValue(reflect.ValueOf(a), reflect.ValueOf(b)) }

func sameValue(a, b reflect.Value) bool {
	switch a.Kind() {
	case reflect.Pointer:
		return sameValue(a.Elem(), b.Elem())
	case reflect.Struct:
		for i := range a.NumField() {
			if !sameValue(a.Field(i), b.Field(i)) {
				return false
			}
		}
		return true
	case reflect.Array:
		for i := range a.Len() {
			if !sameValue(a.Index(i), b.Index(i)) {
				return false
			}
		}
		return true
	case reflect.Float64:
		return math.Float64bits(a.Float()) == math.Float64bits(b.Float())
	}
	return a.Equal(b)
}

// near tells whether a and b agree to a share of the largest of all given.
func near(a, b, share float64, scale ...float64) bool {
	size := max(math.Abs(a), math.Abs(b))
	for _, x := range scale {
		size = max(size, math.Abs(x))
	}
	return math.Abs(a-b) <= share*size
}
