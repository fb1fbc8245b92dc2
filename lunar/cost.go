package lunar

import (
	"math"

	"github.com/dawndusk/dawndusk/si"
)

// accounts is what the month's books need of its physics.
type accounts struct {
	starshipUSD             float64 // a kilogram in low orbit
	seed, parts             float64 // landed as plant; as parts
	partUSD                 float64 // of a part in store
	fuel, used              float64 // parts put up as fuel; used up
	satellitesMade, allMade float64
}

// account keeps the books of a month.
//
// Everything spent before something is delivered is owed, with interest: the
// development, landings, plant and parts from Earth, people. While something is
// delivered the debt B is paid back as an annuity over the recovery time, and what
// is used up for the satellites of the month is running cost:
//
//	B ← B (1 + i) + spent − running;  paid = B i / (1 − (1+i)^−n),  i = r/12
//	$/kg = (paid + running) / delivered
//
// The price to another destination is that of a kilogram made, times what must be
// made for it, plus the fuel.
//
// Source: definition of an annuity.
// Ignores: tax, insurance, the satellites' own design, resale.
// Good to: exact as stated, TestVerif_TheBooksBalance.
// Needs: nothing.
func (m *Model) account(out *Output, a accounts) {
	p := &m.p
	partUSD := p.Cost.Parts.SI() + LandedUSDPerKg(p, a.starshipUSD)
	out.HardwareUSD = a.seed*p.Cost.Plant.SI() + a.parts*p.Cost.Parts.SI()
	m.partsUSD += a.parts * partUSD
	people := out.OperatorHours * p.Labour.OperatorPrice.SI()

	share := 0.0
	if a.allMade > 0 {
		share = a.satellitesMade / a.allMade
	}
	fuelUSD := a.fuel * a.partUSD
	running := share*(people+a.used*a.partUSD) + fuelUSD
	i := math.Expm1(math.Log1p(p.Cost.Interest.In(si.PerYear)) / 12)
	m.owed += m.owed*i + out.LandingUSD + out.HardwareUSD + people - running
	out.RunningUSD = running
	for d := range out.USDPerKg {
		out.USDPerKg[d] = math.Inf(1)
	}
	if out.DeliveredKg > 0 {
		n := math.Max(1, p.Cost.Recovery.In(si.Month))
		k := 1 / n
		if i > 0 {
			k = i / -math.Expm1(-n*math.Log1p(i))
		}
		out.PaidUSD = math.Max(0, m.owed*k)
		m.owed -= out.PaidUSD
		moon := (out.PaidUSD + running - fuelUSD) / (out.DeliveredKg * m.load.MoonKg)
		for d := range out.USDPerKg {
			if l := &m.loads[d]; l.Reached {
				out.USDPerKg[d] = moon*l.MoonKg + l.FuelKg*partUSD
			}
		}
		out.USDPerKg[m.at.Destination] = (out.PaidUSD + running) / out.DeliveredKg
	}
	out.OwedUSD = m.owed
}
