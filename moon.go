package dawndusk

import (
	"math"

	"github.com/dawndusk/dawndusk/launch"
	"github.com/dawndusk/dawndusk/lunar"
	"github.com/dawndusk/dawndusk/sat"
	"github.com/dawndusk/dawndusk/si"
)

// moon is the factory on the Moon and what the chain keeps of it from month to
// month.
type moon struct {
	model   lunar.Model
	in      lunar.Input
	out     lunar.Output
	cheaper lunar.Cheaper // than Starship's carriage alone
	pays    lunar.Cheaper // than making it on Earth and carrying it by Starship

	perLander               float64 // flights that bring one to the Moon, its own and its tankers'
	hardwareUSD             float64 // of a lander's cargo at its dearest
	landers                 float64 // a year that the plan sends
	growth                  float64 // of that, by month
	allowance               float64 // $ that may still be spent
	due                     float64 // flights that the plan owes
	developLeft, developUSD float64 // of the development, to be spent; spent this month

	sent     bool    // the factory has sent something
	storeKg  float64 // parts in the data centres' orbit that no satellite has taken
	usdPerKg float64 // what the last of them cost
	share    float64 // of this year's satellite by mass that the Moon can make
	madeUSD  float64 // what these lines cost to make on Earth, by kilogram
	paidUSD  float64 // this month, by the group
	partsUSD float64 // this month, by satellites for the Moon's parts
	lost     float64 // landers' worth of flights that failed this month
	lostUSD  float64 // with their hulls and cargo
	aboard   float64 // share of the satellites on order that take parts from the store
}

// reset prepares a draw.
func (x *moon) reset(s *Scenario) {
	p := &s.Operator.Moon
	*x = moon{}
	if s.Run.Moon == SwitchedOff {
		return
	}
	x.model.Reset(&s.Lunar)
	x.in.Destination, x.in.Route = p.Destination, p.Route
	x.out.Limit = lunar.LimitLanding
	x.perLander = x.model.Flights()
	x.hardwareUSD = max(s.Lunar.Cost.Plant.SI(), s.Lunar.Cost.Parts.SI()) * s.Lunar.Landing.Cargo.SI()
	x.landers = min(p.FirstRate.In(si.PerYear), p.Ceiling.In(si.PerYear))
	x.growth = math.Exp(math.Log1p(p.Growth.In(si.PerYear)) / 12)
	x.developLeft = s.Lunar.Cost.Development.SI()
}

// moonWanted spends on the Moon's development, and orders the month's flights there:
// what the plan's landers take with their tankers, within a share of the compute
// budget. It returns what they take of the cash. Whoever builds for profit alone sends
// none, since nobody can tell what the factory's first kilogram will cost. Flights
// that do not fly are owed for a year.
func (e *Enterprise) moonWanted(p *plan, cash float64) (usd float64) {
	x, o := &e.moon, &e.s.Operator
	x.developUSD = 0
	if e.s.Run.Moon == SwitchedOff || o.Policy == Hurdle {
		return 0
	}
	instalment := o.Moon.BudgetShare.SI() * e.budget.Plan()
	x.allowance = si.Lesser(x.allowance+instalment, si.Greater(x.allowance, 12*instalment))
	within := si.Greater(0, si.Lesser(x.allowance, cash))
	if x.developLeft > 0 {
		x.developUSD = si.Lesser(x.developLeft, within)
		x.developLeft -= x.developUSD
		x.allowance -= x.developUSD
		return x.developUSD
	}
	if e.year < float64(o.Moon.FirstYear) {
		return 0
	}
	month := x.landers * x.perLander / 12
	x.landers = si.Lesser(x.landers*x.growth, e.given.moonCeiling)
	x.due = si.Lesser(x.due+month, 12*month+1)
	price := e.lowOrbitUSDPerKg()
	flight := (x.model.LanderUSD(price) + x.hardwareUSD) / x.perLander
	if !(flight > 0) || math.IsInf(flight, 1) {
		return 0
	}
	p.flights.MoonFlights = math.Floor(si.Lesser(x.due, within/flight) + 1e-9)
	if p.flights.MoonFlights > 0 {
		x.in.StarshipUSDPerKg = price // agreed when they are booked
	}
	return p.flights.MoonFlights * flight
}

// lowOrbitUSDPerKg is Starship's price of a kilogram to the low inclined orbit at
// the run's price basis; +Inf where nothing is lifted there.
func (e *Enterprise) lowOrbitUSDPerKg() float64 {
	return e.lift.USDPerKg[launch.Inclined][e.s.Launch.Basis]
}

// moonMonth lands what flew, lets the factory work and takes in what it sends. Flights
// count as parts of a lander.
func (e *Enterprise) moonMonth(p *plan) {
	x := &e.moon
	if e.s.Run.Moon == SwitchedOff {
		return
	}
	in := &x.in
	x.due = si.Greater(0, x.due-float64(e.lift.MoonFlights))
	in.Landers = float64(e.lift.MoonFlights-e.lift.MoonFailures) / x.perLander
	if e.month%12 == 0 {
		e.splitSatellite(p.target)
	}
	if usd := e.lowOrbitUSDPerKg(); p.flights.MoonFlights == 0 && !math.IsInf(usd, 1) {
		in.StarshipUSDPerKg = usd
	}
	in.WantKg = 0
	if d := &e.design[p.target]; d.closed && e.year >= float64(e.s.Operator.Plan.FirstYear) {
		in.WantKg = e.operator.planW / 12 / d.fleet.ITWatts * d.fleet.MassKg * x.share
	}
	x.model.Month(in, &x.out)
	x.lost, x.lostUSD = 0, 0
	if n := e.lift.MoonFailures; n > 0 {
		x.lost = float64(n) / x.perLander
		x.lostUSD = x.lost * (x.model.LanderUSD(in.StarshipUSDPerKg) + x.hardwareUSD)
	}
	x.allowance -= x.out.LandingUSD + x.out.HardwareUSD + x.lostUSD
	if x.sent = x.sent || x.out.DeliveredKg > 0; x.sent && e.told != nil { // before that there is no price to compare
		x.compare(e.month)
	}
	if in.Destination == lunar.LEO && x.out.DeliveredKg > 0 {
		x.storeKg += x.out.DeliveredKg
		x.usdPerKg = x.out.USDPerKg[lunar.LEO]
	}
}

// compare holds the month's price of a kilogram from the Moon against Starship's.
func (x *moon) compare(month int) {
	x.cheaper.Add(float64(month), lunar.CheaperMonths, &x.out.USDPerKg, &x.out.FromEarthUSDPerKg)
	made := x.out.FromEarthUSDPerKg
	for d := range made {
		made[d] += x.madeUSD
	}
	x.pays.Add(float64(month), lunar.CheaperMonths, &x.out.USDPerKg, &made)
}

// splitSatellite works out what the Moon can make of this year's satellite, by mass
// and by what it costs to make on Earth.
func (e *Enterprise) splitSatellite(t launch.Target) {
	x, d := &e.moon, &e.design[t]
	if !d.closed {
		return
	}
	var kg, usd [sat.NumLines]float64
	for i := range d.satellite.Lines {
		kg[i], usd[i] = d.satellite.Lines[i].MassKg, d.satellite.Lines[i].CostUSD
	}
	mass, cost := byMaterial(&kg), byMaterial(&usd)
	masses, costs := mass.Split(&e.s.Lunar), cost.Split(&e.s.Lunar)
	x.in.Mix, x.share = masses.Mix, masses.MoonShare()
	x.madeUSD = ratio(costs.MoonKg, masses.MoonKg)
}

// MoonSatellite is a satellite's mass by what its lines are made of. Its allowance for
// growth is spread over all.
func MoonSatellite(b *sat.Budget) lunar.Satellite {
	grow := b.Total.MassKg / (b.Total.MassKg - b.Lines[sat.LineGrowth].MassKg)
	var kg [sat.NumLines]float64
	for i := range b.Lines {
		kg[i] = b.Lines[i].MassKg * grow
	}
	return byMaterial(&kg)
}

// byMaterial puts what holds for each line of a satellite to what it is made of.
func byMaterial(of *[sat.NumLines]float64) lunar.Satellite {
	return lunar.Satellite{
		Electronics: of[sat.LineCompute] + of[sat.LinePayload] + of[sat.LinePropulsion] + of[sat.LineTerminals] + of[sat.LineAvionics],
		Array:       of[sat.LineArray],
		Battery:     of[sat.LineBattery],
		Metal:       of[sat.LineRadiator] + of[sat.LineShielding] + of[sat.LineStructure],
		Loop:        of[sat.LineLoop],
		Propellant:  of[sat.LinePropellant],
		Wheels:      of[sat.LineAttitude],
		Conversion:  of[sat.LineConversion],
	}
}

// takeMoonParts lets the satellites of an orbit take parts from the store where that
// is cheaper than making and launching them. What a part costs more or less than one
// made on Earth goes to the satellite's bus; the mass that a satellite still launches
// is returned.
func (e *Enterprise) takeMoonParts(t launch.Target, d *design) (launchKg float64) {
	x := &e.moon
	parts, aboard := x.share*d.fleet.MassKg, 0.0
	save := e.lift.USDPerKg[t][e.s.Launch.Basis] + x.madeUSD - x.usdPerKg
	if parts > 0 && x.storeKg > 0 && save > 0 {
		month := si.Greater(1, e.operator.planW/12/d.fleet.ITWatts)
		aboard = si.Lesser(1, x.storeKg/(parts*month))
	}
	more := aboard * parts * (x.usdPerKg - x.madeUSD)
	d.fleet.BusUSD += more - d.moonUSD
	d.hardwareUSD = d.fleet.BusUSD / d.fleet.ITWatts
	d.moonUSD = more
	if t == e.operator.target {
		x.aboard = aboard
	}
	return d.fleet.MassKg - aboard*parts
}

// payMoon returns what the Moon takes this month: out of the compute budget for
// development, landings and hardware, and for the people who steer from Earth out of
// the margin of compute, to which satellites pay for its parts.
func (e *Enterprise) payMoon(d *design) (capexUSD, runningUSD float64) {
	x := &e.moon
	if e.s.Run.Moon == SwitchedOff {
		return 0, 0
	}
	capexUSD = x.developUSD + x.out.LandingUSD + x.out.HardwareUSD + x.lostUSD
	x.paidUSD = capexUSD + x.out.PeopleUSD
	x.partsUSD = e.useMoonParts(d)
	return capexUSD, x.out.PeopleUSD - x.partsUSD
}

// beyondFlights is what the Moon cost the group this month beside its flights, which
// are among those that launching pays for.
func (x *moon) beyondFlights(p *lunar.Params) (usd float64) {
	hull := p.Cost.Lander.SI()
	return x.paidUSD - x.out.LandingUSD - x.lostUSD + (x.in.Landers+x.lost)*hull + x.lost*x.hardwareUSD
}

// useMoonParts takes what the satellites made this month take out of the store, and
// returns what they pay for it, which their bill holds.
func (e *Enterprise) useMoonParts(d *design) (usd float64) {
	x := &e.moon
	if x.aboard == 0 {
		return 0
	}
	kg := si.Lesser(x.storeKg, e.built.Made*x.aboard*x.share*d.fleet.MassKg)
	x.storeKg -= kg
	return kg * x.usdPerKg
}
