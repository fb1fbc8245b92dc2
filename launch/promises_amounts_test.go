package launch

import (
	"math"
	"strings"
	"testing"
)

// Of amounts that all came to the same power of e, the mean is that; of none that
// came to nothing, half of one in n + 1 may.
func TestVerif_SharesOf(t *testing.T) {
	list := []Amount{
		{Counted: 1, Promised: 1, Achieved: 1},
		{Counted: 2, Promised: math.E * math.E, Achieved: 1},
		{Counted: 3, Promised: 1, Achieved: math.E, Cost: true},
		{Counted: 4, Promised: 1},
		{Counted: 5, Promised: 1, Achieved: 1e9},
	}
	s := SharesOf(list, 4)
	near(t, "mean", s.Mean, -1, 1e-12)
	near(t, "error", s.Error, math.Sqrt(1*(1+1/3.)), 1e-12)
	near(t, "nothing", s.Nothing, 1.5/5, 1e-12)
	if s.Counted != 4 || s.Something != 3 || s.Degrees != 2 {
		t.Errorf("%+v", s)
	}
	if x := s.At(0.3); x != 0 {
		t.Errorf("at what comes to nothing: %v", x)
	}
	near(t, "median of something", s.At(0.3+0.7/2), math.Exp(-1), 1e-9)
	if a := SharesOf(list[:1], 9); !math.IsNaN(a.Mean) {
		t.Errorf("of one: %+v", a)
	}
	// What is counted later moves nothing.
	list[4].Achieved = 7
	if b := SharesOf(list, 4); b != s {
		t.Errorf("%+v, then %+v", s, b)
	}
}

// Student's t at 90 and 95 % from six degrees, from tables of three digits.
func TestVal_SharesAt(t *testing.T) {
	for degrees, want := range map[float64][2]float64{6: {1.440, 1.943}, 8: {1.397, 1.860}, 12: {1.356, 1.782}, 30: {1.310, 1.697}} {
		s := Shares{Error: 1, Degrees: degrees}
		near(t, "90 %", math.Log(s.At(0.90))/want[0], 1, 0.01)
		near(t, "95 %", math.Log(s.At(0.95))/want[1], 1, 0.01)
	}
}

// Every entry says where it is from, in the order in which it was made or counted,
// and what rests on memory says so: days or months of four firsts, and one amount.
func TestVerif_PromisesHaveSources(t *testing.T) {
	memory := 0
	for i, p := range Promises {
		if len(p.Source) < 8 || !(p.Made < p.For) || p.Done != 0 && !(p.Made < p.Done) {
			t.Errorf("%+v", p)
		}
		if i > 0 && p.Made < Promises[i-1].Made {
			t.Errorf("%s stands after %s", p.What, Promises[i-1].What)
		}
		if strings.Contains(p.Source, "memory") {
			memory++
		}
	}
	for i, a := range Amounts {
		if len(a.Source) < 8 || !(a.Made <= a.Counted && a.Promised > 0 && a.Achieved >= 0) || a.Cost && a.Achieved == 0 {
			t.Errorf("%+v", a)
		}
		if strings.Contains(a.Source, "memory") {
			memory++
		}
		if i > 0 && a.Counted < Amounts[i-1].Counted {
			t.Errorf("%s stands after %s", a.What, Amounts[i-1].What)
		}
	}
	if memory != 5 {
		t.Errorf("%d entries from memory", memory)
	}
}
