package dawndusk

import (
	"fmt"
	"math"
	"testing"

	"github.com/dawndusk/dawndusk/launch"
	"github.com/dawndusk/dawndusk/ledger"
	"github.com/dawndusk/dawndusk/si"
)

// caps is what a scenario's inputs allow at most, worked out from them alone.
type caps struct {
	s *Scenario

	licence         float64 // flights a year at first, all sites
	licenceGrowth   float64
	licenceCeiling  float64
	towers          float64
	perTowerMonth   float64
	loxKg, methane  float64 // kg a year in 2026
	factoryKg       float64 // a month at most
	cellsW          float64 // a month at most
	slots           float64
	factory, grants float64 // calendar years
}

const (
	sites       = 4 // Starbase, LC-39A, SLC-37 and a polar pad
	firstTowers = 6 // theirs, as planned in 2026

)

func capsOf(s *Scenario) *caps {
	l := &s.Launch

	return &caps{
		s:              s,
		licence:        (l.Sites.StarbaseLicence + l.Sites.KennedyLicence + l.Sites.CanaveralLicence + l.Sites.PolarLicence).In(si.PerYear),
		licenceGrowth:  1 + max(0, l.Sites.LicenceGrowth.In(si.PerYear)),
		licenceCeiling: max(1, l.Sites.LicenceCeiling.SI()),
		towers:         max(firstTowers, l.Towers.Most.SI()),
		perTowerMonth:  365.25 / 12 / l.Towers.FastestTurnaround.In(si.Day),
		loxKg:          l.Propellant.WorldLOX.SI() * l.Propellant.LOXShare.SI() * si.Year.SI(),
		methane:        l.Propellant.WorldMethane.SI() * l.Propellant.MethaneShare.SI() * si.Year.SI(),
		factoryKg:      s.Fleet.Factory.Cap.SI() * si.Month.SI(),
		cellsW:         s.Fleet.Cells.Cap.SI() * si.Month.SI(),
		slots:          s.Fleet.Licence.Slots.SI(),
		factory:        s.Fleet.Factory.Announced.SI() + s.Fleet.Factory.Slip.In(si.Year),
		grants:         s.Fleet.Licence.Granted.SI(),
	}
}

// check says what a month has outgrown, if anything; flights and lox are those
// of the calendar year so far.
func (c *caps) check(e *Enterprise, p *plan, flights, lox float64) string {
	const slack = 1 + 1e-9
	l, b := &e.lift, &e.built
	y := e.month / 12
	if e.month < History {
		return ""
	}
	years := 0 // of growth of licences
	for i := 1; i <= y; i++ {
		if float64(firstYear+i)+0.5/12 >= c.s.Launch.Sites.LicenceGrowthYear.SI() {
			years++
		}
	}
	if most := c.licence * min(c.licenceCeiling, math.Pow(c.licenceGrowth, float64(years))); flights > most*slack && !(y == 0 && flights <= 3) {
		return fmt.Sprintf("%v flights this year, %v licensed", flights, most)
	}
	if float64(l.Towers) > c.towers {
		return fmt.Sprintf("%d towers of at most %v", l.Towers, c.towers)
	}
	if most := float64(l.Towers)*c.perTowerMonth + sites; float64(l.Flights) > most {
		return fmt.Sprintf("%d flights in a month from %d towers that allow %v", l.Flights, l.Towers, most)
	}
	if l.Flights > 0 {
		each := l.PropellantLOXKg / float64(l.Flights)
		if most := c.loxKg*math.Pow(1+c.s.Launch.Propellant.WorldLOXGrowth.In(si.PerYear), float64(y)) + each; lox > most*slack {
			return fmt.Sprintf("%v kg of oxygen this year of %v", lox, most)
		}
	}
	if b.MassMadeKg > c.factoryKg*slack {
		return fmt.Sprintf("%v kg of satellites made in a month of at most %v", b.MassMadeKg, c.factoryKg)
	}
	if w := b.Made * e.operator.order.Design.ArrayW; w > c.cellsW*slack {
		return fmt.Sprintf("%v W of cells in a month of at most %v", w, c.cellsW)
	}
	if n := b.Alive + b.Derelict; n > c.slots*slack {
		return fmt.Sprintf("%v satellites in %v slots", n, c.slots)
	}
	if b.Made > 0 && e.year < c.factory {
		return fmt.Sprintf("satellites made in %v, before the factory opens in %v", e.year, c.factory)
	}
	if b.Launched+b.LostAtLaunch > 0 && e.year < c.grants {
		return fmt.Sprintf("satellites launched in %v, before the licence of %v", e.year, c.grants)
	}
	if b.ChipWattsUsed > p.orbitW*slack {
		return fmt.Sprintf("%v W of chips in orbit, %v asked for", b.ChipWattsUsed, p.orbitW)
	}
	if merchant, own := e.chips.RateW(e.month); e.chips.MadeW > 0 && b.ChipWattsUsed+e.here.AddedW > e.chips.MadeW || merchant < 0 || own < 0 {
		return fmt.Sprintf("%v W of chips used of %v ever made", b.ChipWattsUsed+e.here.AddedW, e.chips.MadeW)
	}
	if e.here.EnergisedNowW > e.here.AddableWPerYear/12*slack {
		return fmt.Sprintf("%v W of sites energised in a month of at most %v", e.here.EnergisedNowW, e.here.AddableWPerYear/12)
	}
	return ""
}

// growthLeaves are the inputs that could make the plan grow: every licence,
// production, growth and supply, set to the end of its limits.
func unleash(t *testing.T, c *Case, s *Scenario) {
	leaves := ledger.Leaves(s)
	for i := range c.Book.Rows {
		r := &c.Book.Rows[i]
		if leaves[r.Leaf].Float == nil || r.Null || math.IsNaN(r.Max) {
			continue
		}
		for _, prefix := range []string{"launch.sites.", "launch.towers.", "launch.ships.production", "launch.boosters.production", "launch.propellant.world",
			"launch.propellant.lox_share", "launch.propellant.methane_share", "launch.ships.reuse_limit", "launch.boosters.reuse_limit",
			"fleet.factory.start", "fleet.factory.growth", "fleet.factory.cap", "fleet.cells.", "fleet.licence.slots",
			"workload.supply.", "workload.own_fab.", "operator.plan.", "finance.group.", "ground.ramp."} {
			if len(r.Path) >= len(prefix) && r.Path[:len(prefix)] == prefix {
				*leaves[r.Leaf].Float = r.Max
			}
		}
	}
	// Dates at their upper limit would be late.
	atLimit(t, c, s, false, "launch.sites.kennedy_opens", "launch.sites.canaveral_opens", "launch.sites.polar_opens", "launch.sites.cape_polar_year",
		"launch.sites.licence_growth_year", "launch.sites.other_range_use", "launch.towers.turnaround", "launch.towers.fastest_turnaround", "launch.towers.closure",
		"operator.plan.first_year", "fleet.factory.slip", "fleet.licence.granted", "launch.reliability.failure_floor", "launch.reliability.next_failure")
}

// However a scenario is set, it does not outgrow what its own limits allow: here
// all that could make it grow is at the end of its limits, one draw as announced,
// and the caps are then put back one by one to their base values.
func TestVerif_NothingOutgrowsItsCaps(t *testing.T) {
	c := load(t, "announced")
	base := load(t, "base").Scenario
	for i, x := range []struct {
		name string
		put  func(s *Scenario)
	}{
		{"all at the limit", func(*Scenario) {}},
		{"licences", func(s *Scenario) { s.Launch.Sites = base.Launch.Sites }},
		{"towers", func(s *Scenario) { s.Launch.Towers = base.Launch.Towers }},
		{"propellant", func(s *Scenario) { s.Launch.Propellant = base.Launch.Propellant }},
		{"factory", func(s *Scenario) { s.Fleet.Factory = base.Fleet.Factory }},
		{"cells", func(s *Scenario) { s.Fleet.Cells = base.Fleet.Cells }},
		{"slots", func(s *Scenario) { s.Fleet.Licence.Slots = 20000 }},
		{"chips", func(s *Scenario) { s.Workload.Supply, s.Workload.OwnFab = base.Workload.Supply, base.Workload.OwnFab }},
		{"cash", func(s *Scenario) { s.Finance.Group = base.Finance.Group }},
	} {
		s := c.Scenario
		unleash(t, c, &s)
		x.put(&s)
		audit(t, x.name, &s, EvenChance())
		audit(t, x.name, &s, NewChance(5).At(i))
	}
}

// Each year of the plan as announced falls short of the plan and names what kept
// it back; no year is better than the claim of a flight an hour.
func TestVerif_AnnouncedNamesItsLimits(t *testing.T) {
	c := load(t, "announced")
	for draw := range 20 {
		s, chance := &c.Scenario, EvenChance()
		if draw > 0 {
			s, chance = drawScenario(c, 1, draw), NewChance(1).At(draw)
		}
		var out Result
		var e Enterprise
		at := *s
		at.Run.Horizon -= si.Duration(draw%5) * si.Month // a last year that is cut short is named as well
		e.Run(&at, chance, &out)
		for i := range (out.Months + 11) / 12 {
			y := &out.Years[i]
			if y.Limit == LimitPlan {
				t.Errorf("draw %d: nothing bound in %d, with %v flights of the 8,766 planned", draw, firstYear+i, y.Flights)
			}
			if y.Flights > 8766 {
				t.Errorf("draw %d: %v flights in %d", draw, y.Flights, firstYear+i)
			}
		}
	}
}

// A limit that is named is one that binds: easing it lets more be in orbit, summed
// over the months, since what binds early may not be what binds in the end.
func TestVerif_EasingTheNamedLimitHelps(t *testing.T) {
	c := *load(t, "announced")
	c.Scenario.Run.Alone() // with the group's accounts two limits bind by turns, and easing one moves little
	bound := map[Limit]int{}
	orbitGW := func(s *Scenario) float64 {
		sum := 0.0
		watch(s, EvenChance(), new(Result), func(e *Enterprise, p *plan, _ *grant) {
			if e.month >= History {
				bound[e.limit(p)]++
			}
			sum += e.built.ITWatts / 1e9
		})
		return sum
	}
	central := orbitGW(&c.Scenario)
	seen := 0
	for limit := range NumLimits {
		if bound[limit] < 12 {
			continue
		}
		s := c.Scenario
		switch limit {
		case firstFleet + 1: // factory
			s.Fleet.Factory.Start *= 2
			s.Fleet.Factory.Cap *= 2
		case firstFleet + 2: // cells
			s.Fleet.Cells.Start *= 2
			s.Fleet.Cells.Cap *= 2
		case firstLaunch + Limit(launch.LimitLicences):
			l := &s.Launch.Sites
			l.StarbaseLicence, l.KennedyLicence, l.CanaveralLicence, l.PolarLicence = 2*l.StarbaseLicence, 2*l.KennedyLicence, 2*l.CanaveralLicence, 2*l.PolarLicence
		case firstLaunch + Limit(launch.LimitTowers):
			s.Launch.Towers.NewPerYear *= 2
			s.Launch.Towers.Most *= 2
		case LimitCash:
			s.Finance.Group.CapexStart *= 2
			s.Finance.Group.CapexCap *= 2
		case LimitChips:
			s.Workload.Supply.NvidiaRate *= 2
		default:
			continue
		}
		seen++
		if eased := orbitGW(&s); eased < central*1.001 {
			t.Errorf("%v binds in many months, yet easing it moves the fleet from %v to %v GW-months", limit, central, eased)
		}
	}
	if seen == 0 {
		t.Errorf("no limit that can be eased binds for a year: %v", bound)
	}
}
