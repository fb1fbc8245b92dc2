package study

import (
	"math"

	"github.com/dawndusk/dawndusk"
	"github.com/dawndusk/dawndusk/launch"
	"github.com/dawndusk/dawndusk/rng"
	"github.com/dawndusk/dawndusk/sat"
	"github.com/dawndusk/dawndusk/si"
)

// watchable is a number that somebody outside can see and write down.
type watchable struct {
	name, unit string
	paths      []string // of the series of run --json, or of the ledger
	family     int      // its place in the catalogue

	// Reported year by year, from within after the year's start; or seen once, when
	// date says. value is NaN where there is no such number.
	yearly bool
	within float64
	date   func(d *draws) float64
	value  func(d *draws, year int) float64

	// unseen is the sign of the infinity that stands for a number not seen by the
	// last month asked for: the side of those that are late, heavy or missing.
	unseen int
}

// The unit of what is a date: a calendar year with its fraction.
const dateUnit = "date"

// draws is what can be seen of one draw.
type draws struct {
	s       *dawndusk.Scenario
	r       *dawndusk.Result
	product int
	luck    signpostLuck
	draw    int
	sized   *dawndusk.Sized // a satellite of the year of the first prototypes; nil: none closes
}

// year is a calendar year of the draw.
func (d *draws) year(y int) *dawndusk.Year { return &d.r.Years[y-firstYear] }

// factory is when series production of satellites begins, and prototypes half a
// year before, as in the plan (two early in 2027, series from the middle of it).
func (d *draws) factory() float64 {
	f := &d.s.Fleet.Factory
	return f.Announced.SI() + f.Slip.In(si.Year)
}

func (d *draws) prototypes() float64 { return d.factory() - 0.5 }

// firstYearInOrbit is when the first hundred satellites have worked for a year.
func (d *draws) firstYearInOrbit() float64 {
	p := &d.s.Fleet.Pipeline
	return d.factory() + p.Integration.In(si.Year) + p.Campaign.In(si.Year) + p.Raise.In(si.Year) + p.Checkout.In(si.Year) + 1
}

// size draws up the satellite of the first prototypes, if they fly by then.
func (d *draws) size(by float64) {
	d.sized = nil
	at := d.prototypes()
	if at > by {
		return
	}
	c := dawndusk.Case{Scenario: *d.s}
	if z, err := c.Size(launch.DawnDusk, max(firstYear, int(at))); err == nil {
		d.sized = z
	}
}

// ofSize is a number of that satellite.
func (d *draws) ofSize(f func(z *dawndusk.Sized) float64) float64 {
	if d.sized == nil {
		return math.NaN()
	}
	return f(d.sized)
}

// signpostLuck is the luck of those who count few events: the failures among the
// first hundred satellites are not yet their rate.
type signpostLuck struct{ landings, satellites, chips rng.Key }

func newSignpostLuck(seed uint64) signpostLuck {
	return signpostLuck{rng.NewKey(seed, "signposts.landings"), rng.NewKey(seed, "signposts.satellites"), rng.NewKey(seed, "signposts.chips")}
}

func (d *draws) counted(key rng.Key, n int, p float64) float64 {
	return float64(rng.Binomial(n, p, key.Uniform(uint64(d.draw), 0))) / float64(n)
}

// signpostCatalogue lists what is watched. Rates are read off the first few that
// there are, with the luck of few; a rate that is in force already, such as the
// cost of capital, is no signpost, as nothing more will be known of it by a date.
func signpostCatalogue(c *dawndusk.Case) []watchable {
	const july, december = 7. / 12, 1
	late, missing := 1, -1
	reported := func(name, unit, path string, within float64, unseen int, f func(d *draws, y *dawndusk.Year) float64) watchable {
		return watchable{name: name, unit: unit, paths: []string{path}, yearly: true, within: within, unseen: unseen,
			value: func(d *draws, year int) float64 { return f(d, d.year(year)) }}
	}
	since := func(d *draws, year int, f func(y *dawndusk.Year) float64) (sum float64) {
		for y := firstYear; y <= year; y++ {
			sum += f(d.year(y))
		}
		return sum
	}
	happens := func(name, path string, when func(d *draws) float64) watchable {
		return watchable{name: name, unit: dateUnit, paths: []string{path}, date: when, unseen: late, value: func(d *draws, _ int) float64 { return when(d) }}
	}
	once := func(name, unit string, unseen int, when func(d *draws) float64, f func(d *draws) float64, paths ...string) watchable {
		return watchable{name: name, unit: unit, paths: paths, date: when, unseen: unseen, value: func(d *draws, _ int) float64 { return f(d) }}
	}
	// ordered is a wait that begins now and is known when it is over.
	const now = 2026.8
	ordered := func(name, path string, wait func(d *draws) float64) watchable {
		return once(name, "years", late, func(d *draws) float64 { return now + wait(d) }, wait, path)
	}
	shipReuse := func(d *draws) float64 { return d.s.Launch.Ships.FirstReuse.SI() }
	prototypes, aYear := (*draws).prototypes, (*draws).firstYearInOrbit
	product := c.Scenario.Run.Headline.String()

	list := []watchable{
		// Launch.
		reported("Starship flights in a year", "flights", "series.starship_flights", december, missing,
			func(_ *draws, y *dawndusk.Year) float64 { return y.Flights }),
		{name: "share of Starship flights that failed so far", unit: "%", paths: []string{"series.starship_failures", "series.starship_flights"}, yearly: true, within: december, unseen: late,
			value: func(d *draws, year int) float64 {
				return 100 * since(d, year, func(y *dawndusk.Year) float64 { return y.Failures }) / since(d, year, func(y *dawndusk.Year) float64 { return y.Flights })
			}},
		reported("Starship's payload to the satellites' orbit", "t", "series.payload_t", july, missing,
			func(_ *draws, y *dawndusk.Year) float64 { return y.PayloadT }),
		reported("cost of launch to the satellites' orbit", "$/kg", "series.launch_usd_per_kg", july, late,
			func(_ *draws, y *dawndusk.Year) float64 { return y.USDPerKg }),
		reported("tonnes Starship brings to orbit in a year", "t", "series.tonnes_to_orbit", december, missing,
			func(_ *draws, y *dawndusk.Year) float64 { return y.DeliveredT }),
		happens("first ship flown again", "launch.ships.first_reuse", shipReuse),
		happens("first V3 booster flown again", "launch.boosters.first_reuse", func(d *draws) float64 { return d.s.Launch.Boosters.FirstReuse.SI() }),
		happens("first flight of Starship V4", "launch.starship_v4.first_flight", func(d *draws) float64 { return d.s.Launch.StarshipV4.FirstFlight.SI() }),
		happens("first Starship flight from LC-39A", "launch.sites.kennedy_opens", func(d *draws) float64 { return d.s.Launch.Sites.KennedyOpens.SI() }),
		happens("Starship allowed round Florida to polar orbit", "launch.sites.cape_polar_year", func(d *draws) float64 { return d.s.Launch.Sites.CapePolarYear.SI() }),
		once("days between the first two flights of a ship", "days", late, shipReuse,
			func(d *draws) float64 { return d.s.Launch.Ships.FirstTurnaround.In(si.Day) }, "launch.ships.first_turnaround", "launch.ships.first_reuse"),
		once("ships lost in the first ten landings for reuse", "%", late, func(d *draws) float64 { return shipReuse(d) + 1 },
			func(d *draws) float64 {
				return 100 * d.counted(d.luck.landings, 10, d.s.Launch.Ships.FirstLandingLoss.SI())
			}, "launch.ships.first_landing_loss", "launch.ships.first_reuse"),

		// Satellites.
		happens("licence for the constellation", "fleet.licence.granted", func(d *draws) float64 { return d.s.Fleet.Licence.Granted.SI() }),
		happens("series production of satellites begins", "fleet.factory.slip", (*draws).factory),
		once("mass of the first prototypes by IT power", "kg/kW", late, prototypes,
			func(d *draws) float64 {
				return d.ofSize(func(z *dawndusk.Sized) float64 { return 1e3 * z.Budget.Total.MassKg / z.ITWatts })
			}, "satellite", "fleet.factory.slip"),
		once("coolant into the first prototypes' radiator", "°C", missing, prototypes,
			func(d *draws) float64 {
				return d.ofSize(func(z *dawndusk.Sized) float64 { return z.Budget.RadiatorInletK - 273.15 })
			}, "satellite.thermal", "workload.accelerator.junction_limit", "fleet.factory.slip"),
		once("radiator of the first prototypes by panel area", "kg/m²", late, prototypes,
			func(d *draws) float64 {
				return d.ofSize(func(z *dawndusk.Sized) float64 {
					return z.Budget.Lines[sat.LineRadiator].MassKg / z.Budget.RadiatorAreaM2
				})
			}, "satellite.thermal", "fleet.factory.slip"),
		once("solar array of the first prototypes by area", "kg/m²", late, prototypes,
			func(d *draws) float64 {
				return d.ofSize(func(z *dawndusk.Sized) float64 { return z.Budget.Lines[sat.LineArray].MassKg / z.Budget.ArrayAreaM2 })
			}, "satellite.array.areal_density", "fleet.factory.slip"),
		once("age of the chips in the first prototypes", "months", late, prototypes,
			func(d *draws) float64 { return d.s.Workload.Space.GenerationLag.In(si.Month) }, "workload.space.generation_lag", "fleet.factory.slip"),
		once("price of the first series' solar arrays", "$/W", late, (*draws).factory,
			func(d *draws) float64 { return d.s.Satellite.Array.USDPerWatt.In(si.DollarPerWatt) }, "satellite.array.usd_per_watt", "fleet.factory.slip"),
		once("satellites lost in a year, of the first hundred", "%", late, aYear,
			func(d *draws) float64 {
				f := &d.s.Fleet.Failure
				kept := (1 - f.Infant.SI()) * math.Exp(-f.Avionics.In(si.PerYear)-f.Pump.In(si.PerYear))
				return 100 * d.counted(d.luck.satellites, 100, 1-kept)
			}, "fleet.failure", "fleet.factory.slip"),
		once("accelerators failed in a year, first 10,000", "%", late, aYear,
			func(d *draws) float64 {
				p := &d.s.Fleet.Partial
				return 100 * d.counted(d.luck.chips, 10_000, -math.Expm1(-p.ChipGround.In(si.PerYear)*p.ChipSpace.SI()))
			}, "fleet.partial.chip_ground", "fleet.partial.chip_space", "fleet.factory.slip"),
		once("hits of 1 mm and more at 800 km, first year", "1/m²/yr", late, aYear,
			func(d *draws) float64 { return d.s.Orbit.DebrisFlux.SI() * si.Year.SI() }, "orbit.debris_flux", "fleet.factory.slip"),
		{name: "data-centre satellites launched so far", unit: "satellites", paths: []string{"series.orbit_gw"}, yearly: true, within: december, unseen: missing,
			value: func(d *draws, year int) float64 {
				return since(d, year, func(y *dawndusk.Year) float64 { return y.Satellites })
			}},

		// The ground, its chips and its market.
		reported("price of an H100 hour, "+product, "$/h", "series.price_usd_per_gpu_h", july, missing,
			func(d *draws, y *dawndusk.Year) float64 { return y.PriceUSDPerHour[d.product] }),
		reported("AI compute at work on Earth", "GW", "series.ground_gw", december, missing,
			func(_ *draws, y *dawndusk.Year) float64 { return y.GroundGW }),
		reported("AI compute that Earth can add a year", "GW/yr", "series.ground_addable_gw_per_yr", december, missing,
			func(_ *draws, y *dawndusk.Year) float64 { return y.GroundAddableGW }),
		{name: "price of a new AI server by watt, with network", unit: "$/W", paths: []string{"workload.price"}, yearly: true, within: july, unseen: late,
			value: func(d *draws, year int) float64 { return d.s.Workload.Generation(float64(year) + 0.5).USDPerITWatt }},
		{name: "H100 equivalents by watt of new servers, " + product, unit: "1/kW", paths: []string{"workload.accelerator"}, yearly: true, within: july, unseen: missing,
			value: func(d *draws, year int) float64 {
				return 1e3 * d.s.Workload.Generation(float64(year) + 0.5).H100ePerITWatt[d.product]
			}},
		ordered("wait for a firm US grid connection", "ground.grid.us.wait", func(d *draws) float64 { return d.s.Ground.Grid.US.Wait.In(si.Year) }),
		ordered("wait for a curtailable US grid connection", "ground.grid.curtailable_wait", func(d *draws) float64 { return d.s.Ground.Grid.CurtailableWait.In(si.Year) }),
		ordered("wait for small gas turbines", "ground.gas.turbine_wait", func(d *draws) float64 { return d.s.Ground.Gas.TurbineWait.In(si.Year) }),
	}
	for k := range list {
		list[k].family = k
	}
	return list
}
