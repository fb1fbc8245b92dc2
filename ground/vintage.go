package ground

import (
	"math"

	"github.com/dawndusk/dawndusk/si"
)

// Vintage is the chips of one calendar year that still run on the ground.
type Vintage struct {
	Year                      int
	ITWatts                   float64
	GroupITWatts              float64    // the group's share of ITWatts
	H100e                     [3]float64 // by product: training, batch, inference
	AvoidableUSDPerITWattYear float64
	AvoidableUSDPerH100eHour  float64 // of an hour run, in inference units
}

const (
	oldestVintage = 2022
	numVintages   = firstYear - oldestVintage + 41 // through 2066: horizons up to 480 months
)

// shipped is the chips shipped by year: rated power in MW and thousands of H100
// equivalents, NVIDIA and Google TPU together. It only gives the starting stock
// its ages; the level is an input.
//
// Source: Epoch AI, AI chip counts, nvidia and tpu cumulative totals, medians,
// generated 2026-03-31 and 2026-04-03, CC-BY 4.0; differences of year ends.
var shipped = [firstYear - oldestVintage]struct{ megawatts, kiloH100e float64 }{
	{345, 290},    // 2022: NVIDIA 345 MW
	{1110, 1310},  // 2023: NVIDIA 823, TPU 287
	{3211, 4076},  // 2024: NVIDIA 2,507, TPU 704
	{6119, 11796}, // 2025: NVIDIA 4,887, TPU 1,232
}

// chips is the stock of chips on the ground.
type chips struct {
	vintages    [numVintages]Vintage
	onset       [numVintages]int // month from which the vintage retires of age, over twelve months
	first, last int              // live range of vintages
	dearest     float64          // no vintage's hour costs more to run, $
	watts       float64
	groupWatts  float64
	h100e       [3]float64
}

func (c *chips) reset(p *Params, groupWatts float64) {
	*c = chips{last: firstYear - oldestVintage}
	life := years(p.ChipLife)
	for i := range c.vintages {
		c.vintages[i].Year = oldestVintage + i
		c.onset[i] = int(math.Round((float64(oldestVintage+i-firstYear) + life) * 12))
	}
	var mw, kh float64
	for _, s := range shipped {
		mw += s.megawatts
		kh += s.kiloH100e
	}
	installed, h100e := max(0, p.Start.Installed.SI()), max(0, p.Start.H100e.SI())
	for i, s := range shipped {
		v := &c.vintages[i]
		v.ITWatts = installed * s.megawatts / mw
		h := h100e * s.kiloH100e / kh
		v.H100e = [3]float64{h, h, h}
	}
	newest := &c.vintages[firstYear-oldestVintage-1] // the group's sites were filled in 2024 and 2025
	newest.GroupITWatts = min(max(0, groupWatts), newest.ITWatts)
	c.sum()
}

// sum takes the totals anew, so that no rounding error is carried over years.
func (c *chips) sum() {
	c.watts, c.groupWatts, c.h100e = 0, 0, [3]float64{}
	for i := c.first; i <= c.last; i++ {
		v := &c.vintages[i]
		c.watts += v.ITWatts
		c.groupWatts += v.GroupITWatts
		addTo(&c.h100e, &v.H100e)
	}
}

// add installs chips of the given year.
func (c *chips) add(year int, watts, groupShare float64, h100ePerW *[3]float64, avoidableUSDPerITWattYear float64) {
	i := min(max(year-oldestVintage, 0), numVintages-1)
	c.last = max(c.last, i)
	v := &c.vintages[i]
	v.ITWatts += watts
	v.GroupITWatts += watts * groupShare
	h100e := times(h100ePerW, watts)
	addTo(&v.H100e, &h100e)
	addTo(&c.h100e, &h100e)
	c.watts += watts
	c.groupWatts += watts * groupShare
	v.price(avoidableUSDPerITWattYear)
	c.dearest = si.Greater(c.dearest, v.AvoidableUSDPerH100eHour)
}

// leaving is the share of what is left of a vintage that goes in each of the last months
// of its life but the very last.
var leaving = [11]float64{1. / 12, 1. / 11, 1. / 10, 1. / 9, 1. / 8, 1. / 7, 1. / 6, 1. / 5, 1. / 4, 1. / 3, 1. / 2}

// retire takes out the chips whose time has come: of age, evenly over the twelve
// months after their life; or because an hour sells for less than it costs to
// run, a twelfth a month, as owners learn it, move or sell. It returns the watts
// taken out.
func (c *chips) retire(month int, usdPerH100eHour float64) (watts float64) {
	worthless := usdPerH100eHour > 0 && c.dearest > usdPerH100eHour // perhaps some
	for i := c.first; i <= c.last && (worthless || c.onset[i] <= month); i++ {
		v := &c.vintages[i]
		share := 0.0
		if k := month - c.onset[i]; k >= 11 {
			share = 1
		} else if k >= 0 {
			share = leaving[k]
		}
		if usdPerH100eHour > 0 && v.AvoidableUSDPerH100eHour > usdPerH100eHour {
			share = si.Greater(share, 1.0/12)
		}
		if share == 0 {
			continue
		}
		watts += v.ITWatts * share
		c.watts -= v.ITWatts * share
		c.groupWatts -= v.GroupITWatts * share
		h100e := times(&v.H100e, -share)
		addTo(&c.h100e, &h100e)
		if share == 1 {
			year := v.Year
			*v = Vintage{Year: year}
			if i == c.first && c.first < c.last {
				c.first++
			}
			continue
		}
		keep := 1 - share
		v.ITWatts *= keep
		v.GroupITWatts *= keep
		v.H100e = times(&v.H100e, keep)
	}
	return watts
}

// times is h, by product, times x; written out, as loops over three are not unrolled.
func times(h *[3]float64, x float64) [3]float64 { return [3]float64{h[0] * x, h[1] * x, h[2] * x} }

// addTo adds h to a sum.
func addTo(sum, h *[3]float64) {
	sum[0] += h[0]
	sum[1] += h[1]
	sum[2] += h[2]
}

// price sets what every vintage saves when it stops.
func (c *chips) price(avoidableUSDPerITWattYear float64) {
	c.dearest = 0
	for i := c.first; i <= c.last; i++ {
		c.vintages[i].price(avoidableUSDPerITWattYear)
		c.dearest = max(c.dearest, c.vintages[i].AvoidableUSDPerH100eHour)
	}
}

// price sets what a vintage saves when it stops.
func (v *Vintage) price(avoidableUSDPerITWattYear float64) {
	v.AvoidableUSDPerITWattYear = avoidableUSDPerITWattYear
	if v.H100e[2] > 0 {
		v.AvoidableUSDPerH100eHour = avoidableUSDPerITWattYear * v.ITWatts / (hoursPerYear * v.H100e[2])
	}
}
