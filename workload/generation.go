package workload

import (
	"math"

	"github.com/dawndusk/dawndusk/si"
)

// chip is a published accelerator.
type chip struct {
	name        string
	volume      float64 // year in which it makes up most of the vendor's shipments
	tdpW        float64 // rated power
	fp8TFLOPS   float64 // dense eight-bit arithmetic
	fourBit     bool    // trains in four-bit formats
	hbmGB       float64
	hbmTBps     float64
	domain      float64 // accelerators that hold one copy of the reference model
	weightBytes float64 // per parameter of the reference model as served
	announced   bool    // figures announced, not measured
}

// gb300 is that accelerator's place in the roadmap.
const gb300 = 3

// roadmap holds the accelerators that set the world's mix.
//
// Source: Epoch AI, Machine Learning Hardware database, CC-BY 4.0, read
// 2026-04 (power, dense rates, memory); NVIDIA data sheets of H100, H200,
// GB200 NVL72, GB300 NVL72 and Vera Rubin NVL72 (totals divided by 72
// packages; Rubin as announced in January 2026, first announced with 13 TB/s).
// The volume year is read from the vendor's reported product mix and is good
// to half a year. The H100 serves the reference model from two nodes because
// one of 640 GB cannot hold it with a cache.
var roadmap = [...]chip{
	{"H100 SXM", 2023.5, 700, 1979, false, 80, 3.35, 16, 1, false},
	{"H200 SXM", 2024.6, 700, 1979, false, 141, 4.8, 8, 1, false},
	{"GB200", 2025.4, 1200, 5000, false, 192, 8, 72, 0.5, false},
	gb300: {"GB300", 2026.0, 1400, 5000, true, 288, 8, 72, 0.5, false},
	{"Rubin", 2027.0, 1800, 16667, true, 288, 22, 72, 0.5, true},
}

// referenceParameters is the size of the model whose tokens define inference:
// DeepSeek-V3/R1, 671e9 parameters (arXiv 2412.19437, table 1).
const referenceParameters = 671e9

// Generation is the accelerator generation that ships in a year, per watt of
// average draw of its servers and network.
type Generation struct {
	H100ePerITWatt    [NumProducts]float64 // H100 equivalents per IT watt
	OwnH100ePerITWatt [NumProducts]float64 // the same for the group's own chips
	USDPerITWatt      float64              // servers and network, vendor's margin included
	MarginShare       float64              // share of USDPerITWatt that is the vendor's margin
	OwnUSDPerITWatt   float64              // the same servers with the group's own chips
	SpaceUSDPerITWatt float64              // what a server for orbit costs on top
	MassPerITPower    si.MassPerPower      // boards for orbit
}

// OrbitYear returns the year of the generation that can be launched in year:
// qualification makes it GenerationLag older than the one the ground installs.
func (p *Params) OrbitYear(year float64) float64 {
	return year - p.Space.GenerationLag.In(si.Year)
}

// DecodeRate returns the tokens per second that one accelerator decodes.
//
// Each step of decoding reads every byte in memory once: the weights w of one
// accelerator's share of the model, and the caches that fill the rest of the
// memory C. A sequence's cache takes k bytes, so (C−w)/k sequences advance one
// token in the time C/B that the bandwidth B needs:
//
//	r = (B/k) · (1 − w/C)
//
// Source: the roofline model, Williams, Waterman and Patterson 2009, CACM 52(4),
// applied to decoding as in Pope et al. 2022, arXiv 2211.05102, section 2.
// Ignores: prefill, the arithmetic limit, the network between accelerators,
// speculative decoding.
// Good to: a factor of two in the ratio of two generations; the InferenceX
// benchmark of DeepSeek-R1 gives more than this equation wherever one of the
// two lacks the memory to batch.
// Needs: all > 0; a model that does not fit has the rate 0.
func DecodeRate(bandwidthBps, memoryBytes, weightBytes, cacheBytes float64) float64 {
	if !(memoryBytes > weightBytes) || !(cacheBytes > 0) {
		return 0
	}
	return bandwidthBps / cacheBytes * (1 - weightBytes/memoryBytes)
}

// decodeGain is the decode rate of c over that of the H100.
func (c *chip) decodeGain() float64 {
	const cache = 1 // cancels: every generation serves the same cache
	rate := func(c *chip) float64 {
		return DecodeRate(c.hbmTBps*1e12, c.hbmGB*1e9, referenceParameters*c.weightBytes/c.domain, cache)
	}
	return rate(c) / rate(&roadmap[0])
}

// logs are the logarithms of a chip's peak arithmetic and decode rate over the
// H100's.
type logs struct{ arithmetic, decode float64 }

// roadmapLogs are those of the roadmap, taken once.
var roadmapLogs = func() (l [len(roadmap)]logs) {
	for i := range roadmap {
		c := &roadmap[i]
		l[i] = logs{math.Log(c.fp8TFLOPS / roadmap[0].fp8TFLOPS), math.Log(c.decodeGain())}
	}
	return l
}()

// point is a roadmap entry read by the parameters.
type point struct {
	year                float64
	training, inference float64 // ln H100e per accelerator
	tdpW                float64
}

// at returns entry i of the roadmap.
func (p *Params) at(i int) point {
	a, c := &p.Accelerator, &roadmap[i]
	q := point{year: p.volumeYear(i), tdpW: c.tdpW}
	q.training = float64(a.TrainingRealised) * roadmapLogs[i].arithmetic
	if c.fourBit {
		q.training += math.Log(float64(a.LowPrecisionGain))
	}
	q.inference = float64(a.InferenceRealised) * roadmapLogs[i].decode
	if c.announced && i > 0 { // an announced step arrives in part
		last := p.at(i - 1)
		share := float64(a.RoadmapRealised)
		q.training = last.training + share*(q.training-last.training)
		q.inference = last.inference + share*(q.inference-last.inference)
	}
	return q
}

// volumeYear is the year of entry i; an announced one is late.
func (p *Params) volumeYear(i int) float64 {
	if roadmap[i].announced {
		return roadmap[i].volume + p.Accelerator.RoadmapSlip.In(si.Year)
	}
	return roadmap[i].volume
}

// SlowingGrowth returns the logarithm of what a quantity has grown by after t
// years, when its growth rate falls from start to floor at the rate decay:
//
//	ln x(t)/x(0) = g∞ t + (g0 − g∞)(1 − e^(−kt))/k
//
// Source: the integral of g(t) = g∞ + (g0−g∞)e^(−kt); the form that Gompertz
// growth takes when it approaches an exponential in place of a ceiling.
// Ignores: cycles.
// Good to: exact as mathematics.
// Needs: t ≥ 0, decay ≥ 0; all rates by year and continuous.
func SlowingGrowth(start, floor, decay, t float64) float64 {
	grown := t // limit for no decay
	if decay > 1e-9 {
		grown = -math.Expm1(-decay*t) / decay
	}
	return floor*t + (start-floor)*grown
}

// Generation returns the generation that ships in year (2026.5 is the middle
// of 2026). Before the first published one it is that one; between two, the mix
// moves from one to the other evenly in logarithms; after the last, growth
// slows to its floor.
func (p *Params) Generation(year float64) Generation {
	var one [1]Generation
	p.Generations(year, one[:])
	return one[0]
}

// Generations fills in the generations of a year and those that follow it.
func (p *Params) Generations(first float64, out []Generation) {
	var road [len(roadmap)]point
	for i := range road {
		road[i] = p.at(i)
	}
	left, yearly := fallen{}, p.fallen(1)
	for i := range out {
		year := first + float64(i)
		if t := year - priceYear; i == 0 || t < 1 {
			left = p.fallen(t)
		} else {
			left = fallen{left.cost * yearly.cost, left.margin * yearly.margin, left.board * yearly.board}
		}
		p.generation(&road, year, &left, &out[i])
	}
}

// fallen is what is left of what falls at a steady rate from priceYear on: cost and
// margin beyond their floors, and the mass of boards, which fell before as well.
type fallen struct{ cost, margin, board float64 }

func (p *Params) fallen(years float64) fallen {
	t := max(0, years)
	return fallen{
		cost:   math.Exp(-p.Price.CostDecline.In(si.PerYear) * t),
		margin: math.Exp(-p.Price.MarginDecay.In(si.PerYear) * t),
		board:  math.Exp(-p.Space.BoardMassDecline.In(si.PerYear) * years),
	}
}

func (p *Params) generation(road *[len(roadmap)]point, year float64, left *fallen, g *Generation) {
	a := &p.Accelerator
	i := 0 // the newest entry in volume
	for i+1 < len(roadmap) && year >= road[i+1].year {
		i++
	}
	now, arithmetic := road[i], 0.0
	switch {
	case i+1 == len(roadmap):
		arithmetic = SlowingGrowth(a.GrowthStart.In(si.PerYear), a.GrowthFloor.In(si.PerYear), a.GrowthDecay.In(si.PerYear), year-now.year)
	case year > now.year:
		next := &road[i+1]
		f := (year - now.year) / (next.year - now.year)
		now = point{
			training:  lerp(now.training, next.training, f),
			inference: lerp(now.inference, next.inference, f),
			tdpW:      geo(now.tdpW, next.tdpW, f),
		}
	}
	memory := arithmetic * float64(a.MemoryGrowth)

	itW := now.tdpW * float64(a.ITPerTDP)
	lnTraining, lnInference := now.training+arithmetic, now.inference+memory
	m := float64(a.BatchMemoryBound)
	*g = Generation{H100ePerITWatt: [NumProducts]float64{math.Exp(lnTraining) / itW, math.Exp(lerp(lnTraining, lnInference, m)) / itW, math.Exp(lnInference) / itW}}
	for i, v := range g.H100ePerITWatt {
		g.OwnH100ePerITWatt[i] = v * float64(p.OwnFab.Efficiency)
	}
	p.price(g, left)
	s := &p.Space
	g.MassPerITPower = max(s.BoardMassFloor, s.BoardMass*si.MassPerPower(left.board))
}

// priceYear is the year that Price and Space state their values for.
const priceYear = 2026

// price sets the money of g: the cost without margin falls to its floor, the
// margin to its own; before 2026 both stand at their values of 2026.
func (p *Params) price(g *Generation, left *fallen) {
	q := &p.Price
	m0, m1 := float64(q.VendorMargin), float64(q.MarginFloor)
	margin := min(m0, m1+(m0-m1)*left.margin) // a floor above today's margin does not raise it
	cost0 := q.Server.In(si.DollarPerWatt) * (1 - m0)
	cost := max(min(cost0, q.CostFloor.In(si.DollarPerWatt)), cost0*left.cost)
	g.USDPerITWatt = cost / (1 - margin)
	g.MarginShare = margin
	g.OwnUSDPerITWatt = cost * (1 + float64(p.OwnFab.CostPremium))
	g.SpaceUSDPerITWatt = cost0 * float64(q.SpaceAdaptation)
}

func lerp(a, b, f float64) float64 { return a + f*(b-a) }

func geo(a, b, f float64) float64 { return a * math.Pow(b/a, f) }
