package launch

import "github.com/dawndusk/dawndusk/si"

// costs are the constants of a draw's flight cost, in dollars.
type costs struct {
	propellant            [2]float64 // by block
	loxKg, methaneKg      [2]float64 // loaded, by block
	size                  float64    // V4 build cost by V3's: its dry mass
	operations, fixed     float64
	fixedMonth            float64
	development, decline  float64
	developmentMonth      float64
	developmentFloor      float64
	towersPerYear         float64 // one tower's write-off
	plannedUse, margin    float64
	parity, parityDecline float64 // $/kg
	ascentBoosterLoss     float64
}

func (m *Model) resetCosts() {
	p, fuel := &m.p.Cost, &m.p.Propellant
	c := &m.cost
	*c = costs{
		operations: p.Operations.SI(), fixed: p.FixedOperations.In(si.DollarPerYear),
		development: p.Development.In(si.DollarPerYear), decline: 1 - p.DevelopmentDecline.In(si.PerYear),
		developmentFloor: p.DevelopmentFloor.In(si.DollarPerYear),
		towersPerYear:    p.TowerBuild.SI() / p.TowerLife.In(si.Year),
		plannedUse:       p.PlannedUse.SI(), margin: p.MarketMargin.SI(),
		parity: m.p.Falcon.ListPrice.SI() / m.p.Falcon.Payload.SI(), parityDecline: 1 - p.ParityDecline.In(si.PerYear),
		ascentBoosterLoss: m.p.Reliability.BoosterLostToo.SI(),
	}
	c.fixedMonth, c.developmentMonth = c.fixed/12, c.development/12
	r := fuel.MixtureRatio.SI()
	for b := range m.stacks {
		load := (m.stacks[b].ShipPropellant + m.stacks[b].BoosterPropellant) * 1000 * (1 + fuel.LoadingLoss.SI())
		c.loxKg[b], c.methaneKg[b] = load*r/(1+r), load/(1+r)
		c.propellant[b] = c.loxKg[b]*fuel.LOXPrice.SI() + c.methaneKg[b]*fuel.MethanePrice.SI()
	}
	v3 := m.dry[0] + m.stacks[0].BoosterDry
	c.size = (m.dryV4 + m.stacks[1].BoosterDry) / v3
}

// price fills in what a flight costs at each basis.
//
// A stage that flies n times in its life costs its build divided by n, and its
// refurbishment r, which falls with the reflights of its kind as turnaround does,
// for the n−1 flights that follow the first; to propellant and
// the flight's own operations come the yearly costs divided by the flights of
// a year f:
//
//	c = C_s/n_s + C_b/n_b + r_s C_s (1−1/n_s) + r_b C_b (1−1/n_b) + C_p + C_o + (C_fix + C_tow + C_dev)/f
//
// f is the larger of the flights of the last twelve months and the planned use
// of what could fly. The market pays the full cost with a margin, or Falcon's
// falling price by mass if that is more.
//
// Source: structure after Koelle, Handbook of Cost Engineering (TRANSCOST); build costs with Wright 1936.
// Ignores: development sunk before 2026, taxes, insurance.
// Good to: no flight has a published cost; the build figures differ by two between sources.
// Needs: at least one tower and a capacity of zero or more.
func (m *Model) price(l *Lift, pFail, perYear float64) {
	c := &m.cost
	ship, booster := m.ships.build.value*m.now.size, m.boosters.build.value*m.now.size
	shipShare := m.ships.used(pFail + (1-pFail)*m.ships.landingLoss())
	lost := pFail * c.ascentBoosterLoss
	boosterShare := m.boosters.used(lost + (1-lost)*m.boosters.landingLoss())
	perFlight := 1 / si.Greater(1, si.Greater(float64(m.trailing), c.plannedUse*perYear))

	x := &l.CostLinesUSD
	x[ShipLine] = ship * shipShare
	x[BoosterLine] = booster * boosterShare
	x[RefurbishmentLine] = m.ships.refit.value*(ship-x[ShipLine]) + m.boosters.refit.value*(booster-x[BoosterLine])
	x[PropellantLine] = m.now.propellantUSD
	x[OperationsLine] = c.operations
	marginal := x[ShipLine] + x[BoosterLine] + x[RefurbishmentLine] + x[PropellantLine] + x[OperationsLine]
	x[FixedLine] = c.fixed * perFlight
	x[TowersLine] = c.towersPerYear * float64(m.towers) * perFlight
	x[DevelopmentLine] = c.development * perFlight
	full := marginal + x[FixedLine] + x[TowersLine] + x[DevelopmentLine]
	market := si.Greater(full*(1+c.margin), c.parity*m.now.referenceKg)
	x[MarginLine] = market - full
	l.CostPerFlightUSD[Marginal], l.CostPerFlightUSD[Full], l.CostPerFlightUSD[Market] = marginal, full, market
}
