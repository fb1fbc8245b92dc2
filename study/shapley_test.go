package study

import (
	"math"
	"testing"

	"github.com/dawndusk/dawndusk/rng"
)

// alone makes each of n players a group of its own.
func alone(n int) (groups [][]int) {
	for i := range n {
		groups = append(groups, []int{i})
	}
	return groups
}

func together(n int) [][]int {
	g := make([]int, n)
	for i := range g {
		g[i] = i
	}
	return [][]int{g}
}

func values(list []share) (v []float64) {
	for _, s := range list {
		v = append(v, s.value)
	}
	return v
}

func alike(a, b []float64, tolerance float64) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if !(math.Abs(a[i]-b[i]) <= tolerance) {
			return false
		}
	}
	return true
}

// wild is a game without any pattern.
func wild(seed uint64) func(coalition) float64 {
	key := rng.NewKey(seed, "wild game")
	return func(c coalition) float64 { return 10*key.Uniform(c[0], 0) - 5 }
}

// pairs is a game in which players add, and pairs of them more.
func pairs(seed uint64, n int) func(coalition) float64 {
	key := rng.NewKey(seed, "game of pairs")
	return func(c coalition) (v float64) {
		for i := range n {
			for j := range n {
				if c.has(i) && c.has(j) {
					v += key.Uniform(uint64(i), uint64(j)) - 0.4
				}
			}
		}
		return v
	}
}

func total(v func(coalition) float64, n int) float64 {
	var every coalition
	for i := range n {
		every = every.with(i)
	}
	return v(every) - v(coalition{})
}

// Games whose values can be worked out by hand.
func TestVerif_HandWorkedGames(t *testing.T) {
	half, third := 1.0/2, 1.0/3
	all := func(players ...int) func(coalition) float64 { // unanimity: 1 if they are all there
		return func(c coalition) float64 {
			for _, i := range players {
				if !c.has(i) {
					return 0
				}
			}
			return 1
		}
	}
	for _, g := range []struct {
		name   string
		groups [][]int
		v      func(coalition) float64
		want   []float64
	}{
		// One right glove, two left ones: in four of the six orders the right one comes
		// second or third.
		{"gloves", alone(3), func(c coalition) float64 {
			if c.has(0) && (c.has(1) || c.has(2)) {
				return 1
			}
			return 0
		}, []float64{4.0 / 6, 1.0 / 6, 1.0 / 6}},
		// The left ones together bargain as one: half, shared in two.
		{"gloves in a union", [][]int{{0}, {1, 2}}, func(c coalition) float64 {
			if c.has(0) && (c.has(1) || c.has(2)) {
				return 1
			}
			return 0
		}, []float64{half, half / 2, half / 2}},
		{"unanimity of three of five", alone(5), all(0, 2, 4), []float64{third, 0, third, 0, third}},
		{"unanimity over groups", [][]int{{0, 1}, {2, 3}, {4}}, all(0, 1, 2), []float64{half / 2, half / 2, half, 0, 0}},
		{"additive", alone(4), func(c coalition) (v float64) {
			for i := range 4 {
				if c.has(i) {
					v += float64(i * i)
				}
			}
			return v + 7
		}, []float64{0, 1, 4, 9}},
		{"a worth of nobody's", alone(2), func(coalition) float64 { return 3 }, []float64{0, 0}},
		{"product", alone(2), func(c coalition) float64 { // 2·5 from 1·1: each half of its own and of the common gain
			v := 1.0
			if c.has(0) {
				v *= 2
			}
			if c.has(1) {
				v *= 5
			}
			return v
		}, []float64{3, 6}},
	} {
		if _, got := owen(g.groups, orders{8, 1}, g.v); !alike(values(got), g.want, 1e-15) {
			t.Errorf("%s: %v, want %v", g.name, values(got), g.want)
		}
	}
}

// The airport of four runways, whose shares by length Littlechild and Owen give
// in closed form: each stretch of runway is shared by those that need it.
func TestVerif_AirportGame(t *testing.T) {
	costs := []float64{8, 11, 13, 18}
	longest := func(c coalition) (v float64) {
		for i, usd := range costs {
			if c.has(i) {
				v = max(v, usd)
			}
		}
		return v
	}
	if _, got := owen(alone(4), orders{8, 1}, longest); !alike(values(got), []float64{2, 3, 4, 9}, 1e-14) {
		t.Errorf("%v", values(got))
	}
}

// The axioms, on games without any pattern: what players get adds up; those who
// do the same get the same; those who do nothing get nothing; games add.
func TestVerif_ShapleyAxioms(t *testing.T) {
	const n = 7
	for _, groups := range [][][]int{alone(n), together(n), {{0, 3}, {1, 2, 5}, {4}, {6}}} {
		v, w := wild(1), wild(2)
		ofGroup, ofPlayer := owen(groups, orders{8, 1}, v)
		sum := 0.0
		for k, g := range groups {
			members := 0.0
			for _, i := range g {
				members += ofPlayer[i].value
			}
			if math.Abs(members-ofGroup[k].value) > 1e-13 {
				t.Errorf("members have %g, their group %g", members, ofGroup[k].value)
			}
			sum += members
		}
		if math.Abs(sum-total(v, n)) > 1e-13 {
			t.Errorf("shares sum to %g, not %g", sum, total(v, n))
		}
		_, other := owen(groups, orders{8, 1}, w)
		_, both := owen(groups, orders{8, 1}, func(c coalition) float64 { return v(c) + 2*w(c) })
		for i := range both {
			if math.Abs(both[i].value-ofPlayer[i].value-2*other[i].value) > 1e-13 {
				t.Errorf("player %d: games do not add", i)
			}
		}
		_, blind := owen(groups, orders{8, 1}, func(c coalition) float64 { // nobody minds players 0 and 6; 1 and 2 are alike
			a, b := c.has(1), c.has(2)
			c[0] &^= 1<<0 | 1<<1 | 1<<2 | 1<<6
			switch {
			case a && b:
				return v(c.with(1).with(2))
			case a || b:
				return v(c.with(1))
			}
			return v(c)
		})
		if blind[0].value != 0 || blind[6].value != 0 || math.Abs(blind[1].value-blind[2].value) > 1e-13 {
			t.Errorf("idle players get %g and %g; twins %g and %g", blind[0].value, blind[6].value, blind[1].value, blind[2].value)
		}
	}
}

// One group of all, each for itself, and groups of one give Shapley's value alike.
func TestVerif_GroupsOfOneAreNoGroups(t *testing.T) {
	_, a := owen(alone(8), orders{8, 1}, wild(3))
	_, b := owen(together(8), orders{8, 1}, wild(3))
	if !alike(values(a), values(b), 1e-13) {
		t.Errorf("%v and %v", values(a), values(b))
	}
}

// The United Nations' Security Council: nine of fifteen votes, all five permanent
// members among them. A member elected for two years turns a vote in 4/2145 of
// the orders, as Shapley and Shubik's index has it.
//
// Authority: gonitsora.com, "Is it me, or is veto starting to sound really good",
// with the orders counted: 4/2145, 0.19 %, and 19.6 % for each permanent member.
// Tolerance: rounding where summed; three standard errors where drawn.
func TestVal_SecurityCouncil(t *testing.T) {
	passes := func(c coalition) float64 {
		if c[0]&31 == 31 && c.size() >= 9 {
			return 1
		}
		return 0
	}
	players := make([]coalition, 15)
	for i := range players {
		players[i] = coalition{}.with(i)
	}
	for i, got := range shapley(players, coalition{}, passes) {
		want := 4.0 / 2145
		if i < 5 {
			want = (1 - 10*want) / 5
		}
		if math.Abs(got-want) > 1e-12 {
			t.Errorf("member %d has %g, want %g", i, got, want)
		}
	}
	_, drawn := owen(alone(15), orders{4000, 1}, passes)
	for i, s := range drawn[:5] {
		if s.err <= 0 || math.Abs(s.value-0.196) > 0.0005+3*s.err {
			t.Errorf("member %d has %g ± %g of orders drawn", i, s.value, s.err)
		}
	}
}

// An airport of three, two of whom belong together.
//
// Authority: Saavedra-Nieves, GameTheoryAllocation 1.0 for R, the example of
// Owen_value with the output printed there: characteristic function (1, 1, 2, 1,
// 2, 2, 2), union {1, 2}: 0.25, 0.25, 1.5; and 0.3333333, 0.3333333, 1.333333
// without the union.
// Tolerance: the digits printed.
func TestVal_OwenPackage(t *testing.T) {
	worth := map[uint64]float64{0: 0, 0b001: 1, 0b010: 1, 0b100: 2, 0b011: 1, 0b101: 2, 0b110: 2, 0b111: 2}
	v := func(c coalition) float64 { return worth[c[0]] }
	if _, got := owen([][]int{{0, 1}, {2}}, orders{8, 1}, v); !alike(values(got), []float64{0.25, 0.25, 1.5}, 1e-12) {
		t.Errorf("%v", values(got))
	}
	if _, got := owen(alone(3), orders{8, 1}, v); !alike(values(got), []float64{0.3333333, 0.3333333, 1.333333}, 5e-7) {
		t.Errorf("%v", values(got))
	}
}

// Orders drawn agree with every coalition summed, within the error they state,
// and that error is what they scatter by: over games and seeds the mean of
// (drawn − exact)²/error² is one. Shares still sum to the whole.
func TestVerif_SampledWithinItsError(t *testing.T) {
	const n, games = 9, 60
	groups := [][]int{{0}, {1, 2, 3, 4, 5, 6, 7, 8}}
	for name, draw := range map[string]func(o orders, v func(coalition) float64) []share{
		"players": func(o orders, v func(coalition) float64) []share {
			ofPlayer := make([]share, n)
			drawn(alone(n), o, v, ofPlayer)
			return ofPlayer
		},
		"groups": func(o orders, v func(coalition) float64) []share {
			ofPlayer := make([]share, n)
			drawn(groups, o, v, ofPlayer)
			return ofPlayer
		},
		"members": func(o orders, v func(coalition) float64) []share {
			ofGroup, ofPlayer := owen(groups, o, v)
			drawnWithin(1, groups[1], []coalition{coalition{}.with(0)}, o, v, ofGroup[1].value, ofPlayer)
			return ofPlayer
		},
	} {
		for kind, game := range map[string]func(seed uint64) func(coalition) float64{
			"wild":  wild,
			"pairs": func(seed uint64) func(coalition) float64 { return pairs(seed, n) },
		} {
			partition := groups
			if name == "players" {
				partition = alone(n)
			}
			var z2, worst float64
			count := 0
			for g := range uint64(games) {
				v := game(g)
				_, exact := owen(partition, orders{8, 1}, v)
				sum := 0.0
				for i, s := range draw(orders{120, g}, v) {
					sum += s.value
					d := s.value - exact[i].value
					if s.err < 1e-12 { // an order and its reverse leave nothing to chance
						if math.Abs(d) > 1e-12 {
							t.Errorf("%s, %s: player %d has %g, want %g", name, kind, i, s.value, exact[i].value)
						}
						continue
					}
					if kind == "pairs" {
						t.Errorf("%s: player %d has an error of %g where only pairs meet", name, i, s.err)
					}
					z2 += d * d / (s.err * s.err)
					worst = max(worst, math.Abs(d)/s.err)
					count++
				}
				if math.Abs(sum-total(v, n)) > 1e-11 {
					t.Errorf("%s, %s: shares drawn sum to %g, not %g", name, kind, sum, total(v, n))
				}
			}
			if count > 0 && (math.Abs(z2/float64(count)-1) > 0.25 || worst > 5) {
				t.Errorf("%s, %s: errors are off by %.2f, at worst %.1f", name, kind, math.Sqrt(z2/float64(count)), worst)
			}
		}
	}
}

// Naming the other side first turns every sign, in orders drawn too.
func TestVerif_SharesTurnWithTheSides(t *testing.T) {
	for _, groups := range [][][]int{alone(5), alone(14), {{0, 1, 2}, {3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13}}} {
		n := 0
		for _, g := range groups {
			n += len(g)
		}
		var every coalition
		for i := range n {
			every = every.with(i)
		}
		v := wild(9)
		_, there := owen(groups, orders{40, 3}, v)
		_, back := owen(groups, orders{40, 3}, func(c coalition) float64 {
			for i := range c {
				c[i] = every[i] &^ c[i]
			}
			return v(c)
		})
		for i := range there {
			if math.Abs(there[i].value+back[i].value) > 1e-12 || math.Abs(there[i].err-back[i].err) > 1e-12 {
				t.Errorf("%d players: %v and %v", n, there[i], back[i])
			}
		}
	}
}
