package dawndusk

import (
	"math"

	"github.com/dawndusk/dawndusk/fleet"
	"github.com/dawndusk/dawndusk/launch"
	"github.com/dawndusk/dawndusk/network"
	"github.com/dawndusk/dawndusk/sat"
	"github.com/dawndusk/dawndusk/si"
	"github.com/dawndusk/dawndusk/workload"
)

// design is this year's satellite for one orbit, with what does not change
// within the year worked out by IT watt.
type design struct {
	sized     bool // this year
	closed    bool
	satellite sat.Budget // as sized
	fleet     fleet.Design
	stowedM3  float64
	perFlight float64 // whole satellites; set each month
	hazards   fleet.Hazards

	chipUSD, marginUSD                                                  float64 // by IT watt
	arrayUSD, busUSD, radiatorUSD, integrationUSD, terminalUSD, gateway float64
	hardwareUSD, repairUSD, yearlyUSD, endUSD                           float64 // satellite; a year; at its end
	moonUSD                                                             float64 // of a satellite, in its bus: what parts from the Moon cost more than the Earth's
	hoursPerWattYear                                                    [NumProducts]float64
	share                                                               [NumProducts]float64
}

// machines are the computers of this year's satellite for an orbit, and what they
// can do there, whatever they do in shadow.
type machines struct {
	h100e              [NumProducts]float64 // by IT watt
	chipUSD, marginUSD float64              // by IT watt: for space, without the margin; the margin
	can                network.Capability
}

// machines chooses this year's computers for an orbit and writes them into the
// specification of its satellite.
func (e *Enterprise) machines(t launch.Target) (m machines) {
	s, spec := e.s, &e.spec[t]
	year := math.Floor(e.year) + 0.5 // the year's middle stands for all of it
	gen, now := e.generation(s.Workload.OrbitYear(year)), e.generation(year)
	h100e, chipUSD, marginUSD := e.chipsFor(gen, e.restUSD[t])
	older := math.Pow(gen.H100ePerITWatt[s.Run.Headline]/now.H100ePerITWatt[s.Run.Headline], s.Workload.Price.OlderDiscount.SI())
	chipUSD, marginUSD = chipUSD*older, marginUSD*older
	m.h100e, m.marginUSD, m.chipUSD = *h100e, marginUSD, chipUSD-marginUSD+gen.SpaceUSDPerITWatt
	m.can = e.node[t].AtYear(year, &m.h100e)

	spec.TechYear, spec.BusCostFactor = year, e.built.BusCostFactor
	c := &spec.Compute
	c.USDPerITWatt, c.MassPerITPower = m.chipUSD+m.marginUSD, gen.MassPerITPower
	c.LinkBitRate, c.LinkPower = si.BitRate(m.can.LinkGbps)*si.GigabitPerSecond, si.Power(m.can.TerminalW)*si.Watt
	return m
}

// duty is what share of its rated hours a computer sells behind a shield, with
// power all year and a network as good as on the ground. It changes with neither
// the year nor the way through the shadow.
type duty struct {
	doseGyPerYear float64 // −1: not worked out
	share         [NumProducts]float64
}

// dutyAt returns that of an orbit.
func (e *Enterprise) dutyAt(t launch.Target, doseGyPerYear float64) *[NumProducts]float64 {
	u := &e.duty[t]
	if u.doseGyPerYear != doseGyPerYear {
		u.doseGyPerYear = doseGyPerYear
		for p := range u.share {
			u.share[p] = workload.Delivered(workload.OrbitWaterfall(&e.s.Workload, workload.Product(p), workload.Orbit{
				PoweredShare:  1,
				ThermalShare:  1, // the radiator is sized for the load it carries
				Goodput:       wholly,
				DoseGyPerYear: doseGyPerYear,
				LockstepW:     e.s.Operator.ITPower.In(si.ITWatt),
			}))
		}
	}
	return &u.share
}

// size closes a year's satellite for an orbit, with a way through the shadow.
func (e *Enterprise) size(t launch.Target, way sat.EclipseMode, m *machines, d *design) {
	s := e.s
	e.sizer[t].Size(way, &d.satellite)
	b := &d.satellite
	if !b.Closed {
		*d = design{satellite: *b}
		return
	}
	watts := s.Operator.ITPower.In(si.ITWatt)
	d.closed, d.stowedM3, d.gateway = true, b.StowedVolumeM3, m.can.GatewayUSDPerITWattYear
	for p, share := range m.can.Share {
		d.share[p] = min(1, max(0, share))
	}

	L := &b.Lines
	d.arrayUSD = (L[sat.LineArray].CostUSD + L[sat.LineBattery].CostUSD + L[sat.LineConversion].CostUSD) / watts
	d.busUSD = (L[sat.LineShielding].CostUSD + L[sat.LineStructure].CostUSD + L[sat.LinePropulsion].CostUSD + L[sat.LinePropellant].CostUSD +
		L[sat.LineAttitude].CostUSD + L[sat.LineAvionics].CostUSD + L[sat.LineGrowth].CostUSD) / watts
	d.radiatorUSD = (L[sat.LineRadiator].CostUSD + L[sat.LineLoop].CostUSD) / watts
	d.integrationUSD = L[sat.LineIntegration].CostUSD / watts
	d.terminalUSD = L[sat.LineTerminals].CostUSD / watts
	if pin := float64(s.Stated.SatelliteUSDPerW); pinned(pin) {
		scale := ratio(pin, d.arrayUSD+d.busUSD+d.radiatorUSD+d.integrationUSD+d.terminalUSD)
		d.arrayUSD *= scale
		d.busUSD *= scale
		d.radiatorUSD *= scale
		d.integrationUSD *= scale
		d.terminalUSD *= scale
	}
	d.chipUSD, d.marginUSD, d.moonUSD = m.chipUSD, m.marginUSD, 0

	massKg := b.Total.MassKg
	if pin := float64(s.Stated.SpecificPower); pinned(pin) {
		massKg = watts / pin
		d.stowedM3 *= massKg / b.Total.MassKg // what is said to be so much lighter is taken to fold as much smaller
	}
	charges := &s.Finance.Charges
	f := &d.fleet
	f.ITWatts, f.MassKg, f.ArrayW = watts, massKg, b.ArrayBOLW
	f.BusUSD = watts * (d.arrayUSD + d.busUSD + d.radiatorUSD + d.integrationUSD + d.terminalUSD)
	f.ChipUSD = watts * (d.chipUSD + d.marginUSD)
	f.PunctureRatePerYear, f.LifeYears = b.PunctureRatePerYear, s.Operator.Life.In(si.Year)
	f.AvoidableUSDPerYear = (charges.OperationsPerSatellite + charges.LicencePerSatellite).In(si.DollarPerYear) + d.gateway*watts
	duty := e.dutyAt(t, b.DoseGyPerYear)
	for p := range d.share {
		perWatt := m.h100e[p] * duty[p] * m.can.Goodput[p] * b.PoweredShare
		if d.share[p] <= 0 { // what nobody buys in orbit is not delivered
			perWatt = 0
		}
		f.H100e[p] = watts * perWatt
		d.hoursPerWattYear[p] = hoursPerYear * perWatt
	}
	e.fleet.SurvivalRate(f, &d.hazards)
	h := &d.hazards
	d.repairUSD = h.RepairsPerYear * h.RepairUSD / watts
	d.hardwareUSD = f.BusUSD / watts
	d.yearlyUSD = f.AvoidableUSDPerYear/watts + d.repairUSD
	d.endUSD = h.DisposalFailed * charges.FailedDisposalLiability.SI() / watts
}

// choose sizes the year's satellite for an orbit and prices it. Where the scenario
// leaves it open what the machines do in shadow, the way whose headline hour is
// cheapest is taken; last year's is tried first and stays if none can be delivered.
func (e *Enterprise) choose(t launch.Target, q *Quote) {
	m := e.machines(t)
	asked := e.s.Satellite.EclipseMode
	if asked != sat.Cheapest {
		e.mode[t] = asked
	}
	e.size(t, e.mode[t], &m, &e.design[t])
	e.quoteDesign(t, &e.design[t], q)
	if asked == sat.Cheapest {
		e.tryOtherWays(t, q, &m)
	}
	e.design[t].sized = true
}

// tryOtherWays sizes the satellite for the ways through the shadow that last year's
// does not take, and keeps the cheapest of all.
func (e *Enterprise) tryOtherWays(t launch.Target, q *Quote, m *machines) {
	k, first, all := e.s.Run.Headline, e.mode[t], e.closeRace()
	var trial design
	for way := range sat.Cheapest {
		if way == first || e.month < e.operator.rest[t][way] && !all {
			continue
		}
		var other Quote
		restUSD := e.restUSD[t]
		e.size(t, way, m, &trial)
		e.quoteDesign(t, &trial, &other)
		if other.USDPerHour[k] < q.USDPerHour[k] {
			*q, e.mode[t], e.design[t] = other, way, trial
			continue
		}
		e.restUSD[t] = restUSD
		if n := trial.perFlight; n > 0 && other.USDPerHour[k]*n > clearlyDearer*(n+1)*q.USDPerHour[k] {
			e.operator.rest[t][way] = e.month + restMonths
		}
	}
}

// A way through the shadow that would cost more than the best even if one more of its
// satellites went on a flight, by so much, is not tried again for so many months, unless
// orbit is near to the ground.
const (
	clearlyDearer = 1.05
	restMonths    = 36
)
