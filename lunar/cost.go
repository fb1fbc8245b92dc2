package lunar

import "github.com/dawndusk/dawndusk/si"

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
func (m *Model) account(w *work, out *Output) {
	p, r := &m.p, &m.rates
	out.HardwareUSD = out.SeedKg*p.Cost.Plant.SI() + w.kept*p.Cost.Parts.SI()
	partUSD := p.Cost.Parts.SI() + r.landing.at(w.price)
	m.partsUSD += w.kept * partUSD
	out.PeopleUSD = out.OperatorHours * p.Labour.OperatorPrice.SI()

	share := 0.0
	if out.MadeKg > 0 {
		share = w.sats / out.MadeKg
	}
	fuelUSD := w.fuel * w.partUSD
	running := share*(out.PeopleUSD+w.used*w.partUSD) + fuelUSD
	m.owed += m.owed*r.interest + out.LandingUSD + out.HardwareUSD + out.PeopleUSD - running
	out.RunningUSD = running
	if out.DeliveredKg > 0 {
		out.PaidUSD = si.Greater(0, m.owed*r.annuity)
		m.owed -= out.PaidUSD
		moon := (out.PaidUSD + running - fuelUSD) / (out.DeliveredKg * m.way.load.MoonKg)
		for d := range out.USDPerKg {
			if l := &m.way.loads[d]; l.Reached {
				out.USDPerKg[d] = moon*l.MoonKg + l.FuelKg*partUSD
			}
		}
		out.USDPerKg[m.way.to] = (out.PaidUSD + running) / out.DeliveredKg
	}
	out.OwedUSD = m.owed
}
