package launch

// Spending is what launching takes out of the till in a month, in dollars, whoever
// pays for the flights: the same money as the cost of a flight, when it is spent
// and not when it is used up.
type Spending struct {
	BuildUSD       float64 // ships and boosters finished this month
	TowersUSD      float64 // towers that came to stand since the last month
	FlightsUSD     float64 // refurbishment, propellant and operations of the flights
	FixedUSD       float64 // staff and sites
	DevelopmentUSD float64
}

// Spending fills in a month's, after Month; towers is their number a month before.
//
// Source: the cost lines of CostPerFlightUSD.
// Ignores: payments in advance while a stage is built.
// Good to: over the years it is what full cost spreads over flights, but for the stock at the ends.
// Needs: the Lift of the Month before.
func (m *Model) Spending(l *Lift, towers int, s *Spending) {
	c := &m.cost
	s.BuildUSD = m.now.size * (float64(l.ShipsBuilt)*m.ships.build.value + float64(l.BoostersBuilt)*m.boosters.build.value)
	s.TowersUSD = float64(max(0, l.Towers-towers)) * m.p.Cost.TowerBuild.SI()
	s.FlightsUSD = float64(l.Flights) * (l.CostLinesUSD[RefurbishmentLine] + l.CostLinesUSD[PropellantLine] + l.CostLinesUSD[OperationsLine])
	s.FixedUSD, s.DevelopmentUSD = c.fixedMonth, c.developmentMonth
}

// StarlinkKg is the mass of Starlink satellites that the month's manifest asks for.
func (m *Model) StarlinkKg() float64 { return m.manifest.starlink }
