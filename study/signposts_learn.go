package study

import (
	"context"
	"math"
	"slices"

	"github.com/dawndusk/dawndusk/rng"
)

const (
	// signpostBins is how many classes of as many draws each stand for knowing a number.
	signpostBins = 20
	// signpostResamples is how often draws are drawn again for an error or an interval,
	// signpostConfidence the probability of the interval of a threshold.
	signpostResamples  = 200
	signpostConfidence = 0.9
	// signpostLeast is the least share of draws on either side of a threshold.
	signpostLeast = 0.02
	// signpostSure is by how many standard errors what a signpost adds stands clear of nothing.
	signpostSure = 2
)

// learning asks what numbers say of an event. The first half of the draws chooses:
// thresholds, classes, and which numbers are named. The second half measures, so
// that what was chosen for looking good in one half does not look good for that.
type learning struct {
	event  []float64   // 1 or 0, draw by draw
	values [][]float64 // by number, then by draw; infinite is a value like any other
	half   int

	once   []uint8                    // every draw counts once
	again  [signpostResamples][]uint8 // how often each draw of the first half is drawn again
	again2 [signpostResamples][]uint8 // and of the second
}

func newLearning(ctx context.Context, event []bool, values [][]float64, seed uint64) *learning {
	n := len(event)
	x := &learning{event: make([]float64, n), values: values, half: n / 2, once: make([]uint8, n)}
	for i, yes := range event {
		x.once[i] = 1
		if yes {
			x.event[i] = 1
		}
	}
	key := rng.NewKey(seed, "signposts.bootstrap")
	each(ctx, 0, signpostResamples, 1, func() func(int) {
		return func(r int) {
			x.again[r] = resample(x.half, key.Draw(uint64(2*r)))
			x.again2[r] = resample(n-x.half, key.Draw(uint64(2*r+1)))
		}
	})
	return x
}

// varies reports whether there is anything to learn about in either half.
func (x *learning) varies() bool {
	differs := func(e []float64) bool { return slices.Min(e) < slices.Max(e) }
	return differs(x.event[:x.half]) && differs(x.event[x.half:])
}

// learned is what one number says alone.
type learned struct {
	threshold, low, high float64 // NaN where the number is the same in all draws
	shareAbove           float64
	above, below         Share
	split, explained     Share
}

// explained is the share of the variance of the event that goes if the class of a
// draw is known, less what as many classes would explain by chance:
//
//	1 − (1 − Σ_b n_b (p_b − p)² / (n p (1 − p))) (n − 1)/(n − k)
//
// with k classes of n_b draws, in which the event has the share p_b. weight says
// how often each draw counts.
//
// Source: Kelley, "An unbiased correlation ratio measure", PNAS 21 (1935).
// Needs: classes from 0 to k − 1.
func explained(event []float64, class []int32, k int, weight []uint8) float64 {
	count, yes := make([]float64, k), make([]float64, k)
	for i, b := range class {
		w := float64(weight[i])
		count[b] += w
		yes[b] += w * event[i]
	}
	var n, all, used, between float64
	for b := range count {
		n += count[b]
		all += yes[b]
	}
	p := all / n
	for b := range count {
		if count[b] > 0 {
			used++
			between += yes[b] * yes[b] / count[b]
		}
	}
	if !(p > 0 && p < 1) || n <= used {
		return 0
	}
	return 1 - (1-(between-all*p)/(n*p*(1-p)))*(n-1)/(n-used)
}

// bestSplit is the threshold between two values that explains most, each side
// having at least signpostLeast of the draws; NaN if there is none. order sorts
// the values.
//
// Source: the split of a regression tree, Breiman, Friedman, Olshen and Stone,
// "Classification and regression trees", 1984, section 8.4.
func bestSplit(event, values []float64, order []int32, weight []uint8) (threshold float64) {
	var n, all float64
	for _, i := range order {
		n += float64(weight[i])
		all += float64(weight[i]) * event[i]
	}
	threshold = math.NaN()
	best, below, yes := 0.0, 0.0, 0.0
	for at, i := range order[:len(order)-1] {
		below += float64(weight[i])
		yes += float64(weight[i]) * event[i]
		v, next := values[i], values[order[at+1]]
		if v == next || below < signpostLeast*n || n-below < signpostLeast*n {
			continue
		}
		above := n - below
		if gain := yes*yes/below + (all-yes)*(all-yes)/above; gain > best || math.IsNaN(threshold) {
			best, threshold = gain, between(v, next)
		}
	}
	return threshold
}

// between is a number from v to below next.
func between(v, next float64) float64 {
	switch {
	case math.IsInf(next, 1):
		return v
	case math.IsInf(v, -1): // nothing but what was not seen lies below
		return next - math.Max(math.Abs(next)*1e-9, 1e-300)
	}
	return v + (next-v)/2
}

// resample counts how often each of n draws is drawn again.
func resample(n int, stream rng.Draw) []uint8 {
	weight := make([]uint8, n)
	for i := range weight {
		weight[int(stream.Uniform(uint64(i))*float64(n))]++
	}
	return weight
}

// alone asks what each number says by itself. round makes its threshold one that
// can be said.
func (x *learning) alone(ctx context.Context, round func(j int, t float64) float64) []learned {
	out := make([]learned, len(x.values))
	// Each number has its own place, so the workers do not matter.
	each(ctx, 0, len(x.values), 1, func() func(int) {
		order := make([]int32, x.half)
		return func(j int) {
			out[j] = x.learn(x.values[j], func(t float64) float64 { return round(j, t) }, order)
		}
	})
	return out
}

func (x *learning) learn(values []float64, round func(t float64) float64, order []int32) learned {
	nan := Number(math.NaN())
	none := learned{math.NaN(), math.NaN(), math.NaN(), math.NaN(), Share{nan, nan}, Share{nan, nan}, Share{}, Share{}}
	first, second := values[:x.half], values[x.half:]
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortFunc(order, func(a, b int32) int {
		switch {
		case first[a] < first[b]:
			return -1
		case first[a] > first[b]:
			return 1
		}
		return int(a - b)
	})
	threshold := bestSplit(x.event[:x.half], first, order, x.once)
	if math.IsNaN(threshold) {
		return none
	}
	a := learned{threshold: round(threshold)}
	thresholds := make([]float64, 0, signpostResamples)
	for r := range x.again {
		if t := bestSplit(x.event[:x.half], first, order, x.again[r]); !math.IsNaN(t) {
			thresholds = append(thresholds, t)
		}
	}
	slices.Sort(thresholds)
	a.low, a.high = round(quantile(thresholds, (1-signpostConfidence)/2)), round(quantile(thresholds, (1+signpostConfidence)/2))

	event := x.event[x.half:]
	side := make([]int32, len(second))
	var count, yes [2]float64
	for i, v := range second {
		if v > a.threshold {
			side[i] = 1
		}
		count[side[i]]++
		yes[side[i]] += event[i]
	}
	share := func(s int) Share {
		if count[s] == 0 {
			return Share{nan, nan}
		}
		p := yes[s] / count[s]
		return Share{Number(p), Number(proportionError(p, int(count[s])))}
	}
	a.below, a.above, a.shareAbove = share(0), share(1), count[1]/float64(len(second))

	// Classes of as many of the first half's draws; equal values are in one, and
	// what was not seen is in one of its own.
	finite := order
	for len(finite) > 0 && math.IsInf(first[finite[0]], -1) {
		finite = finite[1:]
	}
	for len(finite) > 0 && math.IsInf(first[finite[len(finite)-1]], 1) {
		finite = finite[:len(finite)-1]
	}
	var edges []float64
	for b := 0; b < signpostBins && len(finite) > 0; b++ {
		e := first[finite[b*len(finite)/signpostBins]]
		if len(edges) == 0 || e > edges[len(edges)-1] {
			edges = append(edges, e)
		}
	}
	edges = append(edges, math.Inf(1))
	class := make([]int32, len(second))
	for i, v := range second {
		class[i] = int32(len(edges))
		for b, e := range edges {
			if v < e {
				class[i] = int32(b)
				break
			}
		}
	}
	a.split = x.share(side, 2)
	a.explained = x.share(class, len(edges)+1)
	return a
}

// share is what classes of the second half explain, with its error.
func (x *learning) share(class []int32, k int) Share {
	event := x.event[x.half:]
	v := make([]float64, signpostResamples)
	for r := range v {
		v[r] = explained(event, class, k, x.again2[r])
	}
	return Share{Number(explained(event, class, k, x.once)), Number(deviation(v))}
}

func deviation(v []float64) float64 {
	var m, s float64
	for _, x := range v {
		m += x / float64(len(v))
	}
	for _, x := range v {
		s += (x - m) * (x - m)
	}
	return math.Sqrt(s / float64(len(v)-1))
}

// addition is a number that was chosen and what it adds to those before it.
type addition struct {
	at           int
	added, total Share
}

// choose names numbers one after the other, each time the one whose threshold adds
// most to what the thresholds of those before explain together, in the first half.
// With m of them known there are 2ᵐ classes: what they say only together counts.
// Numbers of a family that is named already are left aside. It stops where the
// second half does not confirm that the next one adds anything.
func (x *learning) choose(alone []learned, family []int, most int) (chosen []addition) {
	classes := func(from int, before []int32, j int) []int32 {
		class := make([]int32, len(before))
		for i := range class {
			class[i] = 2 * before[i]
			if x.values[j][from+i] > alone[j].threshold {
				class[i]++
			}
		}
		return class
	}
	first, second := make([]int32, x.half), make([]int32, len(x.event)-x.half)
	event := x.event[x.half:]
	taken := map[int]bool{} // looked up, never walked
	total := 0.0
	for len(chosen) < most {
		best, at := 0.0, -1
		k := 2 << len(chosen)
		for j := range alone {
			if taken[family[j]] || math.IsNaN(alone[j].threshold) {
				continue
			}
			if e := explained(x.event[:x.half], classes(0, first, j), k, x.once); e > best {
				best, at = e, j
			}
		}
		if at < 0 {
			break
		}
		next := classes(x.half, second, at)
		a := addition{at: at, total: x.share(next, k)}
		v := make([]float64, signpostResamples)
		for r := range v {
			v[r] = explained(event, next, k, x.again2[r]) - explained(event, second, k, x.again2[r])
		}
		a.added = Share{a.total.Value - Number(total), Number(deviation(v))}
		if a.added.Value < signpostSure*a.added.StandardError || !(a.added.Value > 0) {
			break
		}
		chosen = append(chosen, a)
		taken[family[at]] = true
		total = float64(a.total.Value)
		first, second = classes(0, first, at), next
	}
	return chosen
}

// corner is the event where all of the chosen lie on the side on which it is
// likelier, or all on the other.
func (x *learning) corner(alone []learned, chosen []int, good bool) SignpostCorner {
	nan := Number(math.NaN())
	if len(chosen) == 0 {
		return SignpostCorner{nan, Share{nan, nan}}
	}
	var n, yes float64
	for i := x.half; i < len(x.event); i++ {
		all := true
		for _, j := range chosen {
			likelier := (x.values[j][i] > alone[j].threshold) == (alone[j].above.Value > alone[j].below.Value)
			all = all && likelier == good
		}
		if all {
			n++
			yes += x.event[i]
		}
	}
	c := SignpostCorner{Share: Number(n / float64(len(x.event)-x.half)), Probability: Share{nan, nan}}
	if n > 0 {
		p := yes / n
		c.Probability = Share{Number(p), Number(proportionError(p, int(n)))}
	}
	return c
}
