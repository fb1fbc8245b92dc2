package lab

import "github.com/dawndusk/dawndusk/si"

const (
	// denseFLOPPerS is what an H100 equivalent of training is rated at.
	//
	// Source: NVIDIA, H100 data sheet: SXM, dense sixteen-bit, as package workload counts.
	denseFLOPPerS   = 989e12
	secondsPerMonth = float64(si.Month)
	hoursPerMonth   = secondsPerMonth / 3600
)

// RunFLOP is the training compute of a run.
//
//	C = n · 989·10¹² · MFU · t
//
// Source: REFERENCE C1 (PaLM, appendix B; Epoch AI).
// Ignores: stops and restarts, which the share handed in may hold.
// Good to: a factor 1.5, TestVal_Grok3: published MFU are 0.27 to 0.57 about 0.38.
// Needs: nothing.
func RunFLOP(h100e, mfu float64, t si.Duration) float64 {
	return h100e * denseFLOPPerS * mfu * t.SI()
}

// maxCampaign is the longest run in months.
const maxCampaign = 24

// campaign adds up the largest run: the FLOP of the last months, the oldest in part.
type campaign struct {
	months float64
	whole  int
	part   float64
	at     int
	flop   [maxCampaign + 1]float64
}

func (c *campaign) reset(months float64) {
	months = min(max(months, 0), maxCampaign)
	c.months, c.whole = months, int(months)
	c.part = months - float64(c.whole)
}

// fill says that the months before the first went at the same rate.
func (c *campaign) fill(rate float64) {
	for i := range c.flop {
		c.flop[i] = rate
	}
}

// add takes a month's FLOP and returns those of the run that ends with it.
func (c *campaign) add(rate float64) float64 {
	c.flop[c.at] = rate
	sum, i := 0.0, c.at
	for range c.whole {
		sum += c.flop[i]
		if i--; i < 0 {
			i = maxCampaign
		}
	}
	sum += c.part * c.flop[i]
	if c.at++; c.at > maxCampaign {
		c.at = 0
	}
	return sum
}

// rate is the FLOP of the month that was added last.
func (c *campaign) rate() float64 {
	if c.at == 0 {
		return c.flop[maxCampaign]
	}
	return c.flop[c.at-1]
}
