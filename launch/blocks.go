package launch

import (
	"math"
	"slices"

	"github.com/dawndusk/dawndusk/rng"
)

// BlockFit is what a flight record says of each block's failures, every block
// counted from its own first flight.
type BlockFit struct {
	Flights  []int   // by block, from 1
	Failures [][]int // the flights of the block that failed
}

// FitBlocks sorts a record by block.
//
// Needs: flights in order.
func FitBlocks(record []Flight) (f BlockFit) {
	for _, r := range record {
		for len(f.Flights) < r.Block {
			f.Flights, f.Failures = append(f.Flights, 0), append(f.Failures, nil)
		}
		f.Flights[r.Block-1]++
		if r.Failed {
			f.Failures[r.Block-1] = append(f.Failures[r.Block-1], f.Flights[r.Block-1])
		}
	}
	return f
}

// Forecast returns how many of the coming flights fail, sorted by draw; ahead
// names the block of each.
//
// A change of block resets the experience, and blocks differ. With the exponent β
// drawn between its 5 and 95 % points, λ is fitted as in [CrowAMSAA]; a block's own
// level m is Gamma distributed about one with a shape s of the number of blocks that
// have failed, and what the block has flown updates it; its flight k then fails with
// the probability p:
//
//	λ = n / Σ_q T_q^β
//	m ~ Gamma(s + n_q) / (s + λ T_q^β)
//	p = 1 − exp( −λ m (k^β − (k−1)^β) )
//
// Source: MIL-HDBK-189C by block; the gamma–Poisson update is the one from which
// the ledger has the probability of the next failure.
// Ignores: what one block teaches the next; the error of λ beside that of m.
// Good to: what the backtest shows (doc/backtests.md, starship-failures).
// Needs: a failure in some block; 0 < shape[0] < shape[1].
func (f BlockFit) Forecast(ahead []int, shape [2]float64, draws int, seed uint64) []float64 {
	key := rng.NewKey(seed, "launch.blocks.forecast")
	failures, s := 0, 0
	for _, x := range f.Failures {
		failures += len(x)
		if len(x) > 0 {
			s++
		}
	}
	out := make([]float64, draws)
	for d := range draws {
		k := uint64(0)
		uniform := func() float64 { k++; return key.Uniform(uint64(d), k) }
		lo, hi := math.Log(shape[0]), math.Log(shape[1])
		β := math.Exp((lo+hi)/2 + (hi-lo)/2/1.6449*math.Sqrt2*math.Erfinv(2*uniform()-1))
		total := 0.0
		for _, T := range f.Flights {
			total += math.Pow(float64(T), β)
		}
		λ := float64(failures) / total
		flown, level := append([]int(nil), f.Flights...), make([]float64, len(f.Flights))
		for _, block := range ahead {
			for len(flown) < block {
				flown, level = append(flown, 0), append(level, 0)
			}
			b := block - 1
			if level[b] == 0 {
				events, rate := s, float64(s)+λ*math.Pow(float64(flown[b]), β)
				if b < len(f.Failures) {
					events += len(f.Failures[b])
				}
				for range events { // a Gamma of whole shape is a sum of exponentials
					level[b] -= math.Log(uniform()) / rate
				}
			}
			was := math.Pow(float64(flown[b]), β)
			flown[b]++
			if uniform() < -math.Expm1(-λ*level[b]*(math.Pow(float64(flown[b]), β)-was)) {
				out[d]++
			}
		}
	}
	slices.Sort(out)
	return out
}
