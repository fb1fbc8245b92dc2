package network

import (
	"math"

	"github.com/dawndusk/dawndusk/si"
)

// H100FLOPS is the dense bfloat16 rate of the unit of compute.
//
// Source: NVIDIA H100 data sheet, SXM.
const H100FLOPS = 989e12

// AllReduceBits returns the bits each of n members sends to sum a vector of
// the given size over all of them: around the ring once to add, once to share.
//
//	b = 2 (n−1)/n · size
//
// Source: Patarasuk and Yuan 2009, J. Parallel Distrib. Comput. 69(2).
// Ignores: hop delay, which is small for vectors of terabits.
// Good to: the lower bound for any method, which a ring attains.
// Needs: n ≥ 1.
func AllReduceBits(n, size float64) float64 { return 2 * (n - 1) / n * size }

// ClosBisection returns the bit rate across the middle of a full fat tree of n
// ports: half of them send to the other half.
//
//	B = n r / 2
//
// Source: Dally and Towles 2004, Principles and Practices of Interconnection
// Networks.
// Ignores: oversubscription.
// Good to: 1 % of van Berkel 2026, arXiv 2607.14172 (TestVal_Bisection).
// Needs: n ≥ 0.
func ClosBisection(ports, rate float64) float64 { return ports * rate / 2 }

// TorusBisection returns the bit rate across the middle of a torus of n nodes in
// d dimensions: a cut meets n^((d−1)/d) rows, and each twice because rows close.
//
//	B = 2 n^((d−1)/d) r
//
// Source: Dally and Towles 2004.
// Ignores: unequal sides.
// Good to: 1 % of van Berkel 2026, arXiv 2607.14172 (TestVal_Bisection).
// Needs: n ≥ 1, d ≥ 1.
func TorusBisection(nodes float64, dimensions int, rate float64) float64 {
	d := float64(dimensions)
	return 2 * math.Pow(nodes, (d-1)/d) * rate
}

// Run is a training run spread over satellites, as TrainingGoodput sees it.
type Run struct {
	Satellites                float64 // n, each with the whole model
	Active, Total             float64 // parameters a token passes, and all
	BatchTokens               float64 // B, tokens of one global step
	Bits                      float64 // b, for a parameter in one direction
	FLOPS                     float64 // F, useful rate of one satellite
	LinkBps                   float64 // R, of one satellite
	Overlap, Penalty, Longest float64 // o, a, and the largest H
}

// TrainingGoodput returns the useful share of time of satellites that train one
// model together, and the steps H between two synchronisations that make it
// largest.
//
// In one step of B tokens each of n satellites computes its part, 6 N_a B / n
// FLOP at F. Every H steps it sums N_t parameters of b bits with the others over
// links of R; the share o of that hides behind arithmetic. Satellites that drift
// apart for H steps learn less, by H^−a:
//
//	c = (1−o) · 2(n−1)/n · (N_t b / R) / (6 N_a B / (n F))
//	η = H^−a / (1 + c/H),   largest at H = c (1−a)/a
//
// Source: AllReduceBits; Douillard et al. 2023 (DiLoCo), arXiv 2311.08105, and
// Charles et al. 2025, arXiv 2503.09799, for rare synchronisation, whose loss
// the power law only sketches.
// Ignores: a model larger than a satellite's memory; stragglers; failed links.
// Good to: its limits (TestVerif_TrainingGoodput); nobody has spread a run of
// this size in this way.
// Needs: all ≥ 0; a run without arithmetic, tokens or links gives 0.
func TrainingGoodput(r Run) (goodput, interval float64) {
	if !(r.FLOPS > 0) || !(r.Satellites >= 1) || !(r.BatchTokens > 0) || !(r.Active > 0) {
		return 0, 0
	}
	if r.Satellites == 1 {
		return 1, 1
	}
	if !(r.LinkBps > 0) {
		return 0, 0
	}
	compute := 6 * r.Active * r.BatchTokens / (r.Satellites * r.FLOPS)
	exchange := AllReduceBits(r.Satellites, r.Total*r.Bits) / r.LinkBps
	c := (1 - r.Overlap) * exchange / compute
	interval = max(1, r.Longest)
	learning := 1.0
	if r.Penalty > 0 {
		interval = max(1, min(interval, c*(1-r.Penalty)/r.Penalty))
		learning = math.Exp(-r.Penalty * math.Log(interval))
	}
	return learning / (1 + c/interval), interval
}

// run is t on satellites of so many watts and H100e.
func (t *Training) run(watts, h100e, bps float64) Run {
	if !(watts > 0) {
		return Run{}
	}
	return Run{
		Satellites: max(1, t.RunPower.In(si.ITWatt)/watts),
		Active:     float64(t.ActiveParameters), Total: float64(t.TotalParameters),
		BatchTokens: float64(t.BatchTokens), Bits: float64(t.SyncBits),
		FLOPS: h100e * H100FLOPS * float64(t.MFU), LinkBps: bps,
		Overlap: float64(t.Overlap), Penalty: float64(t.SyncPenalty), Longest: float64(t.LongestInterval),
	}
}

// batchGoodput is what refreshing the weights leaves of batch work: a satellite
// waits while a new policy arrives.
func (p *Params) batchGoodput(bps float64) float64 {
	if !(bps > 0) {
		return 0
	}
	load := float64(p.Training.TotalParameters) * float64(p.Batch.WeightBits) / bps
	return max(0, 1-load/p.Batch.RefreshInterval.In(si.Second))
}
