package dawndusk

import "github.com/dawndusk/dawndusk/launch"

// Flows is what moves along the chain in a draw, year by year. What comes into a stage
// in a year goes out of it in the same year, or is still there at its end, which is
// told as an outflow and comes in again the year after.
type Flows struct {
	Years [MaxYears][NumFlows]float64

	books  flowBooks
	queue  launch.Queue
	margin float64 // $ of the group's compute, last month
	before struct{ waiting, alive, orbitW, groundW, stockW, madeW, in, returned, overspent, cash float64 }
}

// flowBooks is what a month's books count, $.
type flowBooks struct {
	orbitSales, groundSales, orbitRunning, ownUse float64
	satellites, launch, ground, moon              float64
}

// Stage is a place in the chain at which one thing is counted.
type Stage uint8

// The stages, in the order in which the chain is read.
const (
	LaunchPad   Stage = iota // flights of Starship
	Lift                     // tonnes to orbit
	Factory                  // satellites before they fly
	InOrbit                  // satellites
	Power                    // IT watts at work
	Compute                  // hours of capacity
	Earned                   // dollars that the group's compute earns
	Spent                    // dollars of the group's compute budget
	ChipsShared              // IT watts of chips
	NumStages
)

var stages = [NumStages]struct{ name, unit string }{
	{"launch pad", "flights"}, {"lift", "t"}, {"factory", "satellites"}, {"orbit", "satellites"}, {"power", "GW"}, {"compute", "billion H100e h"},
	{"earned", "billion $"}, {"spent", "billion $"}, {"chips", "GW"},
}

// String names the stage.
func (s Stage) String() string { return stages[s].name }

// Unit is the unit of all flows of a stage.
func (s Stage) Unit() string { return stages[s].unit }

// Flow is one way into a stage or out of it.
type Flow uint8

// The flows, by stage: what comes in, then what goes out.
const (
	padDataCentres Flow = iota
	padStarlink         // and four more, in the order of launch.Customer
	padGovernment
	padMoon
	padMars
	padTankers
	padMoonFactory
	padRecord
	padArrived
	padOthersArrived
	padLost

	liftDataCentres
	liftOthers
	liftMoonParts
	liftSatellites
	liftRoom
	liftStarlink // and four more
	liftGovernment
	liftMoon
	liftMars
	liftTankers
	liftMoonFactory
	liftRecord

	factoryBefore
	factoryMade
	factoryLaunched
	factoryLost
	factoryAfter

	orbitBefore
	orbitLaunched
	orbitAfter
	orbitFailed
	orbitRetired

	powerOrbitBefore
	powerOrbitMore
	powerGroundBefore
	powerGroundAdded
	powerOrbit
	powerGroup
	powerRest
	powerOrbitLess
	powerGroundRetired

	computeOrbit
	computeGroup
	computeRest
	computeTraining // in the order of Product
	computeBatch
	computeInference
	computeUnsold

	earnedOrbit
	earnedGround
	earnedParts
	earnedLoss
	earnedOrbitRunning
	earnedGroundRunning
	earnedMoonPeople
	earnedOwn
	earnedReinvested
	earnedKept

	spentBefore
	spentPlan
	spentReinvested
	spentBeyond
	spentOverdrawnAfter
	spentSatellites
	spentLaunch
	spentGround
	spentMoon
	spentLoss
	spentReturned
	spentAfter
	spentOverdrawnBefore

	chipsBefore
	chipsMade
	chipsOrbit
	chipsGroup
	chipsRest
	chipsAfter

	NumFlows
)

// flows tells of each flow where it is and what it is called.
var flows = [NumFlows]struct {
	stage Stage
	out   bool
	id    string
	name  string
}{
	padDataCentres:   {LaunchPad, false, "data-centres", "data centres"},
	padStarlink:      {LaunchPad, false, "starlink", "Starlink"},
	padGovernment:    {LaunchPad, false, "government", "government"},
	padMoon:          {LaunchPad, false, "moon-missions", "Moon missions"},
	padMars:          {LaunchPad, false, "mars-missions", "Mars missions"},
	padTankers:       {LaunchPad, false, "tankers", "tankers for Moon and Mars"},
	padMoonFactory:   {LaunchPad, false, "moon-factory", "factory on the Moon"},
	padRecord:        {LaunchPad, false, "record", "on record"},
	padArrived:       {LaunchPad, true, "data-centres-arrived", "data centres, arrived"},
	padOthersArrived: {LaunchPad, true, "others-arrived", "others, arrived"},
	padLost:          {LaunchPad, true, "lost", "lost"},

	liftDataCentres: {Lift, false, "data-centre-flights", "data-centre flights"},
	liftOthers:      {Lift, false, "other-flights", "other flights"},
	liftMoonParts:   {Lift, false, "moon-parts", "parts made on the Moon"},
	liftSatellites:  {Lift, true, "satellites", "satellites that compute"},
	liftRoom:        {Lift, true, "room", "room left on their flights"},
	liftStarlink:    {Lift, true, "starlink", "Starlink"},
	liftGovernment:  {Lift, true, "government", "government"},
	liftMoon:        {Lift, true, "moon-missions", "Moon missions"},
	liftMars:        {Lift, true, "mars-missions", "Mars missions"},
	liftTankers:     {Lift, true, "tankers", "tankers for Moon and Mars"},
	liftMoonFactory: {Lift, true, "moon-factory", "factory on the Moon"},
	liftRecord:      {Lift, true, "record", "on record"},

	factoryBefore:   {Factory, false, "waiting-before", "waiting at the start"},
	factoryMade:     {Factory, false, "made", "begun this year"},
	factoryLaunched: {Factory, true, "launched", "launched"},
	factoryLost:     {Factory, true, "lost", "lost at launch"},
	factoryAfter:    {Factory, true, "waiting", "waiting at the end"},

	orbitBefore:   {InOrbit, false, "alive-before", "in orbit at the start"},
	orbitLaunched: {InOrbit, false, "launched", "launched"},
	orbitAfter:    {InOrbit, true, "alive", "in orbit at the end"},
	orbitFailed:   {InOrbit, true, "failed", "failed"},
	orbitRetired:  {InOrbit, true, "retired", "retired"},

	powerOrbitBefore:   {Power, false, "orbit-before", "orbit at the start"},
	powerOrbitMore:     {Power, false, "orbit-more", "orbit, net growth"},
	powerGroundBefore:  {Power, false, "ground-before", "ground at the start"},
	powerGroundAdded:   {Power, false, "ground-added", "ground, put to work"},
	powerOrbit:         {Power, true, "orbit", "orbit"},
	powerGroup:         {Power, true, "group", "ground, the group's"},
	powerRest:          {Power, true, "rest", "ground, rest of the world"},
	powerOrbitLess:     {Power, true, "orbit-less", "orbit, net loss"},
	powerGroundRetired: {Power, true, "ground-retired", "ground, taken out"},

	computeOrbit:     {Compute, false, "orbit", "orbit"},
	computeGroup:     {Compute, false, "group", "ground, the group's"},
	computeRest:      {Compute, false, "rest", "ground, rest of the world"},
	computeTraining:  {Compute, true, "training", "sold for training"},
	computeBatch:     {Compute, true, "batch", "sold for batch work"},
	computeInference: {Compute, true, "inference", "sold for inference"},
	computeUnsold:    {Compute, true, "unsold", "not sold"},

	earnedOrbit:         {Earned, false, "orbit", "hours from orbit"},
	earnedGround:        {Earned, false, "ground", "hours from the ground"},
	earnedParts:         {Earned, false, "moon-parts", "parts from the Moon"},
	earnedLoss:          {Earned, false, "loss", "covered by the budget"},
	earnedOrbitRunning:  {Earned, true, "orbit-running", "running orbit"},
	earnedGroundRunning: {Earned, true, "ground-running", "running the ground"},
	earnedMoonPeople:    {Earned, true, "moon-people", "people for the Moon"},
	earnedOwn:           {Earned, true, "own-use", "the laboratory's own use"},
	earnedReinvested:    {Earned, true, "reinvested", "put back into compute"},
	earnedKept:          {Earned, true, "kept", "left to the group"},

	spentBefore:          {Spent, false, "cash-before", "cash at the start"},
	spentPlan:            {Spent, false, "plan", "the group's plan"},
	spentReinvested:      {Spent, false, "reinvested", "put back from compute"},
	spentBeyond:          {Spent, false, "beyond", "beyond what is on record"},
	spentOverdrawnAfter:  {Spent, false, "overdrawn", "overdrawn at the end"},
	spentSatellites:      {Spent, true, "satellites", "satellites with chips"},
	spentLaunch:          {Spent, true, "launch", "launch"},
	spentGround:          {Spent, true, "ground", "ground sites with chips"},
	spentMoon:            {Spent, true, "moon", "factory on the Moon"},
	spentLoss:            {Spent, true, "loss", "losses of compute"},
	spentReturned:        {Spent, true, "returned", "back to the group"},
	spentAfter:           {Spent, true, "cash", "cash at the end"},
	spentOverdrawnBefore: {Spent, true, "overdrawn-before", "overdrawn at the start"},

	chipsBefore: {ChipsShared, false, "stock-before", "in stock at the start"},
	chipsMade:   {ChipsShared, false, "made", "made this year"},
	chipsOrbit:  {ChipsShared, true, "orbit", "for orbit"},
	chipsGroup:  {ChipsShared, true, "group", "ground, the group's"},
	chipsRest:   {ChipsShared, true, "rest", "ground, rest of the world"},
	chipsAfter:  {ChipsShared, true, "stock", "in stock at the end"},
}

// Stage is where the flow is.
func (f Flow) Stage() Stage { return flows[f].stage }

// Out tells whether it leaves the stage.
func (f Flow) Out() bool { return flows[f].out }

// ID names it within its side of its stage, for programs.
func (f Flow) ID() string { return flows[f].id }

// String names it for people.
func (f Flow) String() string { return flows[f].name }

// TellFlows makes the runs that follow fill in flows beside their results; nil ends it.
// It moves nothing in them.
func (e *Enterprise) TellFlows(f *Flows) { e.flows = f }

// tellFlows keeps what moved in a month.
func (e *Enterprise) tellFlows() {
	f, b, h := e.flows, &e.built, &e.here
	y := &f.Years[e.month/12]
	if e.month%12 == 0 {
		f.open(e, y)
	}
	f.lifted(e, y)

	y[factoryMade] += b.Made
	y[factoryLaunched] += b.Launched
	y[factoryLost] += b.LostAtLaunch
	y[orbitLaunched] += b.Launched
	y[orbitFailed] += b.Failed
	y[orbitRetired] += b.Retired

	group := e.operator.sites.GroupShare
	y[chipsOrbit] += b.ChipWattsUsed / 1e9
	y[chipsGroup] += h.AddedW * group / 1e9
	y[chipsRest] += h.AddedW * (1 - group) / 1e9
	y[powerGroundAdded] += h.AddedW / 1e9
	y[powerGroundRetired] += h.RetiredW / 1e9

	const monthly = 1 / 12. / 1e9
	ground, orbit := e.market.Capacity()
	mine := ratio(h.GroupInstalledW, h.InstalledW)
	y[computeOrbit] += orbit * monthly
	y[computeGroup] += ground * mine * monthly
	y[computeRest] += ground * (1 - mine) * monthly
	unsold := ground + orbit
	for p, perHour := range e.market.Ratios() {
		sold := ratio(e.prices.SoldHoursPerYear[p], perHour)
		y[int(computeTraining)+p] += sold * monthly
		unsold -= sold
	}
	y[computeUnsold] += max(0, unsold) * monthly

	f.paid(e, y)
	if e.month%12 == 11 || e.month == e.months-1 {
		f.close(e, y)
	}
}

// open takes over what the year begins with.
func (f *Flows) open(e *Enterprise, y *[NumFlows]float64) {
	x := &f.before
	if e.month == 0 { // of what there was before the first month
		x.groundW = e.here.InstalledW - e.here.AddedW + e.here.RetiredW
	}
	y[factoryBefore], y[orbitBefore] = x.waiting, x.alive
	y[powerOrbitBefore], y[powerGroundBefore] = x.orbitW/1e9, x.groundW/1e9
	y[chipsBefore] = x.stockW / 1e9
	y[spentBefore], y[spentOverdrawnBefore] = max(0, x.cash)/1e9, max(0, -x.cash)/1e9
}

// close tells what there is at the year's end.
func (f *Flows) close(e *Enterprise, y *[NumFlows]float64) {
	x, b, h := &f.before, &e.built, &e.here
	y[factoryAfter], y[orbitAfter] = b.Waiting, b.Alive
	orbit, ground := max(0, b.ITWatts), max(0, h.InstalledW)
	y[powerOrbit], y[powerGroup], y[powerRest] = orbit/1e9, max(0, h.GroupInstalledW)/1e9, (ground-max(0, h.GroupInstalledW))/1e9
	y[powerOrbitMore], y[powerOrbitLess] = max(0, orbit-x.orbitW)/1e9, max(0, x.orbitW-orbit)/1e9
	stock := e.chips.MerchantStockW + e.chips.OwnStockW
	y[chipsMade], y[chipsAfter] = (e.chips.MadeW-x.madeW)/1e9, stock/1e9
	y[spentAfter], y[spentOverdrawnAfter] = max(0, e.budget.Cash)/1e9, max(0, -e.budget.Cash)/1e9
	x.waiting, x.alive, x.orbitW, x.groundW = b.Waiting, b.Alive, orbit, ground
	x.stockW, x.madeW, x.cash = stock, e.chips.MadeW, e.budget.Cash
}

// lifted shares out a month's flights and what they carried.
func (f *Flows) lifted(e *Enterprise, y *[NumFlows]float64) {
	l := &e.lift
	flown := f.queue.Month(&e.launch, e.month, l)
	others := float64(l.Flights - l.DataCentreFlights - l.MoonFlights)
	up := float64(l.DataCentreFlights - l.DataCentreFailures)
	y[padDataCentres] += float64(l.DataCentreFlights)
	y[padMoonFactory] += float64(l.MoonFlights)
	y[padArrived] += up
	y[padOthersArrived] += float64(l.Flights-l.Failures) - up
	y[padLost] += float64(l.Failures)

	t := l.DeliveredKg / 1e3
	satellites := e.built.Launched * e.fleet.LaunchedKg() / 1e3
	room := up * l.PayloadKg[e.operator.target] / 1e3
	if l.DataCentreFlights == 0 {
		room = 0
	}
	y[liftDataCentres] += room
	y[liftOthers] += t - room
	y[liftSatellites] += satellites
	y[liftRoom] += max(0, room-satellites)
	y[liftMoonParts] += max(0, satellites-room)

	if e.month < History {
		y[padRecord] += float64(l.Flights)
		y[liftRecord] += t
		return
	}
	// Which customer's flight failed is not told: each bears its share.
	good := float64(l.Flights-l.Failures) - up
	moon := ratio(t-room, good) * float64(l.MoonFlights-l.MoonFailures)
	y[liftMoonFactory] += moon
	each := ratio(t-room-moon, others)
	for c, n := range flown {
		y[int(padStarlink)+c] += n
		y[int(liftStarlink)+c] += n * each
	}
}

// paid counts a month's money. What compute earns one month is put back the next.
func (f *Flows) paid(e *Enterprise, y *[NumFlows]float64) {
	const bn = 1e9
	m, x, g := &f.books, &f.before, &e.budget
	running := e.here.GroupInstalledW * e.here.AvoidableUSDPerITWattYear / 12
	y[earnedOrbit] += m.orbitSales / bn
	y[earnedGround] += m.groundSales / bn
	y[earnedOrbitRunning] += m.orbitRunning / bn
	y[earnedGroundRunning] += running / bn
	y[earnedOwn] += m.ownUse / bn
	if e.s.Run.Moon == SwitchedOn {
		y[earnedParts] += e.moon.partsUSD / bn
		y[earnedMoonPeople] += e.moon.out.PeopleUSD / bn
	}
	share := e.s.Finance.Group.ReinvestedShare.SI()
	y[earnedLoss] += max(0, -e.margin) / bn
	y[earnedReinvested] += max(0, e.margin) * share / bn
	y[earnedKept] += max(0, e.margin) * (1 - share) / bn

	back, loss := max(0, f.margin)*share, max(0, -f.margin)
	y[spentPlan] += (g.In - x.in - back + loss) / bn
	y[spentReinvested] += back / bn
	y[spentLoss] += loss / bn
	y[spentReturned] += (g.Returned - x.returned) / bn
	y[spentBeyond] += (e.out.OverspentUSD - x.overspent) / bn
	y[spentSatellites] += m.satellites / bn
	y[spentLaunch] += m.launch / bn
	y[spentGround] += m.ground / bn
	y[spentMoon] += m.moon / bn
	x.in, x.returned, x.overspent = g.In, g.Returned, e.out.OverspentUSD
	f.margin = e.margin
}
