package study

import (
	"math"
	"math/bits"

	"github.com/dawndusk/dawndusk/rng"
)

// maxPlayers is the most players a game can have: more than there are inputs.
const maxPlayers = 512

// exactPlayers is the most players over whose every coalition is summed. Beyond
// it orders are drawn.
const exactPlayers = 12

// coalition is a set of players.
type coalition [maxPlayers / 64]uint64

// with returns the coalition and one player more.
func (c coalition) with(player int) coalition {
	c[player/64] |= 1 << (player % 64)
	return c
}

// and returns the coalition and another.
func (c coalition) or(d coalition) coalition {
	for i := range c {
		c[i] |= d[i]
	}
	return c
}

// has tells whether a player is in the coalition.
func (c coalition) has(player int) bool { return c[player/64]>>(player%64)&1 == 1 }

// size is the number of players in the coalition.
func (c coalition) size() (n int) {
	for _, w := range c {
		n += bits.OnesCount64(w)
	}
	return n
}

// share is a player's part of the worth of all, and its standard error: 0 where
// every coalition was summed.
type share struct{ value, err float64 }

// orders says how many orders of players are drawn where there are too many
// coalitions to sum, half of them the reverse of the other half.
type orders struct {
	permutations int // even, at least 8
	seed         uint64
}

// owen shares the worth of all players out: first among groups, then each
// group's share among its members. groups holds the numbers of its players, 0 to
// n−1, each in one group.
//
// A group's share is its Shapley value: the worth it adds when it joins, averaged
// over all orders in which groups may join,
//
//	φ_k = Σ_T |T|! (m−|T|−1)!/m! · [v(T ∪ k) − v(T)]
//
// over all sets T of the other of m groups. A member's is the same average over
// the orders in which groups stay together. Members add up to their group, groups
// to v(all) − v(none), and nobody's share depends on who is named first.
//
// Up to 12 players every coalition is summed; for the members of a group the
// other groups count as one player each. Beyond that orders are drawn, each
// followed by its reverse. Where the groups' own shares are exact, a member's
// mean x̄ is moved by β (D̄ − φ_k), where D is what the whole group added in the same
// orders and β = cov(x, D)/var(D): the βs of a group add up to one, so that members
// still add up to their group.
//
// Source: Shapley, "A value for n-person games", Contributions to the Theory of
// Games II (1953); Owen, "Values of games with a priori unions", Lecture Notes in
// Economics and Mathematical Systems 141 (1977); Shorrocks, "Decomposition
// procedures for distributional analysis", J. Economic Inequality 11 (2013), for
// this use of both; Castro, Gómez and Tejada, "Polynomial calculation of the
// Shapley value based on sampling", Computers & Operations Research 36 (2009);
// Mitchell and others, "Sampling permutations for Shapley value estimation",
// J. Machine Learning Research 23 (2022), for reversed orders.
// Ignores: the error of β, of the order of one over the number of pairs.
// Good to: rounding where exact; else the standard error, which
// TestVerif_SampledWithinItsError holds against exact values.
// Needs: at most maxPlayers players; v finite, and the same for the same coalition.
func owen(groups [][]int, o orders, v func(coalition) float64) (ofGroup, ofPlayer []share) {
	members := make([]coalition, len(groups))
	n := 0
	for k, g := range groups {
		for _, i := range g {
			members[k] = members[k].with(i)
		}
		n += len(g)
	}
	ofPlayer = make([]share, n)
	if len(groups) > exactPlayers {
		return drawn(groups, o, v, ofPlayer), ofPlayer
	}
	ofGroup = make([]share, len(groups))
	for k, φ := range shapley(members, coalition{}, v) {
		ofGroup[k].value = φ
	}
	for k, g := range groups {
		others := append(append([]coalition{}, members[:k]...), members[k+1:]...)
		switch {
		case len(g) == 1:
			ofPlayer[g[0]] = ofGroup[k]
		case len(others)+len(g) <= exactPlayers:
			within(g, others, v, ofPlayer)
		default:
			drawnWithin(k, g, others, o, v, ofGroup[k].value, ofPlayer)
		}
	}
	return ofGroup, ofPlayer
}

// summed tells whether owen sums every coalition of the groups, so that no share
// has an error.
func summed(groups [][]int) bool {
	if len(groups) > exactPlayers {
		return false
	}
	for _, g := range groups {
		if len(g) > 1 && len(groups)-1+len(g) > exactPlayers {
			return false
		}
	}
	return true
}

// shapley returns the Shapley values of players, each a set, that join a
// coalition.
func shapley(players []coalition, base coalition, v func(coalition) float64) []float64 {
	n := len(players)
	worth := make([]float64, 1<<n)
	for set := range worth {
		worth[set] = v(union(players, set, base))
	}
	weight := weights(n)
	φ := make([]float64, n)
	for set, w := range worth {
		for i := range players {
			if set>>i&1 == 0 {
				φ[i] += weight[bits.OnesCount(uint(set))] * (worth[set|1<<i] - w)
			}
		}
	}
	return φ
}

// within shares a group's part among its members, over every coalition of the
// other groups.
func within(g []int, others []coalition, v func(coalition) float64, ofPlayer []share) {
	players := make([]coalition, len(g))
	for j, i := range g {
		players[j] = coalition{}.with(i)
	}
	weight := weights(len(others) + 1)
	for set := range 1 << len(others) {
		for j, φ := range shapley(players, union(others, set, coalition{}), v) {
			ofPlayer[g[j]].value += weight[bits.OnesCount(uint(set))] * φ
		}
	}
}

// union joins those of the sets whose bits are set to a coalition.
func union(sets []coalition, set int, c coalition) coalition {
	for ; set != 0; set &= set - 1 {
		c = c.or(sets[bits.TrailingZeros(uint(set))])
	}
	return c
}

// weights returns, by the size s of a coalition, the share s!(n−s−1)!/n! of the
// orders of n players in which just its players come before a given one.
func weights(n int) []float64 {
	w := make([]float64, n)
	for s := range w {
		w[s] = 1 / float64(n)
		for k := 1; k <= s; k++ { // over the binomial coefficient of n−1 and s
			w[s] *= float64(k) / float64(n-k)
		}
	}
	return w
}

// drawnWithin shares a group's exact part φ among its members by orders drawn.
func drawnWithin(k int, g []int, others []coalition, o orders, v func(coalition) float64, φ float64, ofPlayer []share) {
	pairs := o.permutations / 2
	x := make([][]float64, len(g)) // what each member added, by pair of orders
	for j := range x {
		x[j] = make([]float64, pairs)
	}
	d := make([]float64, pairs) // what they all added
	key := rng.NewKey(o.seed, "compare.order."+string(rune('a'+k)))
	for p := range pairs {
		stream := key.Draw(uint64(p))
		before := permutation(stream, 0, len(others)+1) // the last of them stands for the group
		order := permutation(stream, len(before), len(g))
		var first, last coalition
		for q, early := 0, true; q < len(before); q++ {
			switch {
			case before[q] == len(others):
				early = false
			case early:
				first = first.or(others[before[q]])
			default:
				last = last.or(others[before[q]])
			}
		}
		join := func(c coalition, j int, w float64) (coalition, float64) {
			c = c.with(g[j])
			next := v(c)
			x[j][p] += (next - w) / 2
			d[p] += (next - w) / 2
			return c, next
		}
		c, w := first, v(first)
		for _, j := range order {
			c, w = join(c, j, w)
		}
		c, w = last, v(last)
		for q := range order {
			c, w = join(c, order[len(order)-1-q], w)
		}
	}
	mean, spread := moments(d, d)
	for j, i := range g {
		m, with := moments(x[j], d)
		β := 1 / float64(len(g))
		if spread > 1e-24*(mean*mean+φ*φ) {
			β = with / spread
		}
		var rest float64
		for p := range pairs {
			e := x[j][p] - m - β*(d[p]-mean)
			rest += e * e
		}
		ofPlayer[i] = share{m - β*(mean-φ), math.Sqrt(rest / float64(pairs-2) / float64(pairs))}
	}
}

// drawn shares the worth of all among groups and their members by orders drawn
// in which groups stay together.
func drawn(groups [][]int, o orders, v func(coalition) float64, ofPlayer []share) (ofGroup []share) {
	pairs := o.permutations / 2
	player, group := make([][]float64, len(ofPlayer)), make([][]float64, len(groups)) // what each added, by pair of orders
	of := make([]int, len(ofPlayer))
	for k, g := range groups {
		group[k] = make([]float64, pairs)
		for _, i := range g {
			player[i], of[i] = make([]float64, pairs), k
		}
	}
	key := rng.NewKey(o.seed, "compare.order")
	order := make([]int, 0, len(ofPlayer))
	for p := range pairs {
		stream := key.Draw(uint64(p))
		order = order[:0]
		for _, k := range permutation(stream, 0, len(groups)) {
			for _, j := range permutation(stream, len(groups)+len(order), len(groups[k])) {
				order = append(order, groups[k][j])
			}
		}
		join := func(c coalition, i int, w float64) (coalition, float64) {
			c = c.with(i)
			next := v(c)
			player[i][p] += (next - w) / 2
			group[of[i]][p] += (next - w) / 2
			return c, next
		}
		none := v(coalition{})
		c, w := coalition{}, none
		for _, i := range order {
			c, w = join(c, i, w)
		}
		c, w = coalition{}, none
		for q := range order {
			c, w = join(c, order[len(order)-1-q], w)
		}
	}
	estimate := func(x []float64) share {
		m, spread := moments(x, x)
		return share{m, math.Sqrt(spread / float64(pairs-1))}
	}
	for i := range ofPlayer {
		ofPlayer[i] = estimate(player[i])
	}
	for k := range groups {
		ofGroup = append(ofGroup, estimate(group[k]))
	}
	return ofGroup
}

// moments returns the mean of x and its covariance with y.
func moments(x, y []float64) (mean, covariance float64) {
	n := float64(len(x))
	var mx, my float64
	for i := range x {
		mx += x[i] / n
		my += y[i] / n
	}
	for i := range x {
		covariance += (x[i] - mx) * (y[i] - my) / n
	}
	return mx, covariance
}

// permutation returns an order of n things, every one as likely, from the numbers
// of a stream after the first so many.
func permutation(stream rng.Draw, after, n int) []int {
	order := make([]int, n)
	for i := range order {
		j := int(stream.Bits(uint64(after+i)) % uint64(i+1))
		order[i], order[j] = order[j], i
	}
	return order
}
