package dawndusk

import (
	"math"

	"github.com/dawndusk/dawndusk/finance"
	"github.com/dawndusk/dawndusk/ground"
	"github.com/dawndusk/dawndusk/lab"
	"github.com/dawndusk/dawndusk/launch"
	"github.com/dawndusk/dawndusk/lunar"
)

// Chapters is what a draw leaves of the Moon, the group, the laboratory and the
// events, and what dated claims ask of the chain. Years are calendar years from 2026;
// numbers are of single precision, since many draws of them are kept.
type Chapters struct {
	Dated   Dated
	Added   [MaxYears]Added
	Moon    [MaxYears]MoonYear
	Company [MaxYears]CompanyYear
	Lab     [MaxYears]LabYear

	// MoonCheaper is the calendar year from which a kilogram from the Moon costs less
	// than Starship's for 24 months, by destination; +Inf: never.
	MoonCheaper [lunar.NumDestinations]float32
	// MoonPays is the same with what the part costs to make on Earth on Starship's side.
	MoonPays    [lunar.NumDestinations]float32
	ShareUSD    [finance.NumStructures]float32 // value of a share on 1 October 2026
	OutOfMoney  [finance.NumStructures]float32 // calendar year in which cash first falls below zero; +Inf: never
	FirstStruck [NumEvents]float32             // calendar year of an event's first strike; +Inf: none
	Struck      [NumEvents]uint8               // strikes over the horizon
	StaffStart  float32                        // of the laboratory, January 2026

	nuclearW float64 // of sites on the ground with nuclear power, a year ago
}

// Dated is the comparison of costs on the dates that a claim names.
type Dated struct {
	Order     [NumDates]float32 // orbit's cost over the ground's, ordered in that month; +Inf: not delivered
	Operation [NumDates]float32 // of the last cohort that operates by that month; +Inf: none does
}

// NumDates is the number of dates of claim C03: 2 February 2028 and 2029.
const NumDates = 2

var claimedMonths = [NumDates]int{25, 37}

// Added is the watts of a year, and the satellites that there are at its end.
type Added struct {
	OrbitGW, GroundGW    float32 // IT watts of chips put to work
	EnergisedGW          float32 // sites on the ground that got power
	NuclearGW            float32 // of these, from reactors
	MoonFlights          float32
	LaunchUSD, MarketUSD float32       // a data-centre flight inside the group, and on the market
	Alive                float32       // satellites in orbit, neither failed nor retired
	Target               launch.Target // the orbit built for
}

// MoonYear is a year of the factory on the Moon; stocks are at its end.
type MoonYear struct {
	LandedT, PlantT, PowerMW, MadeT, DeliveredT float32
	Robots                                      float32
	Satellites                                  float32 // that its parts would complete
	SpentUSD                                    float32
	USDPerKg, FromEarthUSDPerKg                 [lunar.NumDestinations]float32 // in its last month; +Inf: nothing sent
	Limit                                       lunar.Limit                    // in its last month
}

// CompanyYear is a year of the group's accounts; stocks are at its end. Dollars.
type CompanyYear struct {
	SegmentUSD    [finance.NumSegments]float32 // revenue
	Structure     [finance.NumStructures]StructureYear
	RunwayMonths  [finance.NumStructures]float32 // at its end; +Inf: it burns nothing
	Subscribers   float32
	ComputeUSD    float32 // the laboratory's own use inside the group, a year
	ComputeMarket float32 // at the market's price
	CostOfEquity  float32
	MuskEquity    float32
	PlannedUSD    float32 // compute spending that the plan brought up to its end
	CutUSD        float32 // of it, what the group could not raise
}

// StructureYear is a year of one structure.
type StructureYear struct {
	RevenueUSD, EBITDAUSD, CapexUSD, FreeCashFlowUSD, SoldUSD float32 // sold: shares, from July 2026 on
	CashUSD, DebtUSD                                          float32
	BelowZero                                                 bool // cash, in any month up to here
}

// LabYear is a year of the laboratory at its end, and of xAI alone beside it.
type LabYear struct {
	LargestRunFLOP, FrontierRunFLOP float32
	Loss, FrontierLoss, AloneLoss   float32
	ComputeShare, AloneShare        float32
	LargestRival                    float32 // H100 equivalents
	OwnH100e, AloneH100e            float32
	Staff, AloneStaff               float32
	Tokens                          [lab.NumChannels]float32
	AloneTokens                     float32                  // of all channels
	CostUSD, LegalUSD               [lab.NumChannels]float32 // of the year
	TextUsedUp                      bool
	Binds                           lab.Bound
	Output                          float32
}

// reset is before the first month.
func (t *Chapters) reset() {
	*t = Chapters{}
	inf := float32(math.Inf(1))
	for i := range t.FirstStruck {
		t.FirstStruck[i] = inf
	}
	for s := range t.OutOfMoney {
		t.OutOfMoney[s] = inf
	}
	for d := range t.MoonCheaper {
		t.MoonCheaper[d], t.MoonPays[d] = inf, inf
	}
	for i := range t.Dated.Order {
		t.Dated.Order[i], t.Dated.Operation[i] = inf, inf
	}
}

// Tell makes the runs that follow fill in chapters beside their results; nil ends it.
func (e *Enterprise) Tell(t *Chapters) { e.told = t }

// tell keeps what the chapters want of a month.
func (e *Enterprise) tell(p *plan) {
	t := e.told
	year, last := e.month/12, e.month%12 == 11 || e.month == e.months-1
	if e.month <= claimedMonths[NumDates-1] {
		e.tellDates(p, t)
	}
	e.tellAdded(&t.Added[year], p.target, last)
	e.tellMoon(&t.Moon[year], last)
	e.tellCompany(t, &t.Company[year], last)
	e.tellLab(&t.Lab[year], last)
	if e.month == e.months-1 {
		e.tellEvents(t)
		t.StaffStart = float32(e.s.Lab.Talent.Start)
		for d := range lunar.NumDestinations {
			t.MoonCheaper[d] = float32(firstYear + e.moon.cheaper.From(d)/12)
			t.MoonPays[d] = float32(firstYear + e.moon.pays.From(d)/12)
		}
		if e.s.Run.Company == SwitchedOn {
			for s := range finance.NumStructures {
				t.ShareUSD[s] = float32(e.group.company.Value(s).PerShareUSD)
			}
		}
	}
}

// tellEvents keeps what struck over the horizon.
func (e *Enterprise) tellEvents(t *Chapters) {
	x := &e.events
	for i, n := range x.struck {
		if n > 0 {
			t.FirstStruck[i] = float32(firstYear + float64(max(0, x.first[i]))/12)
		}
		t.Struck[i] = uint8(min(255, n))
	}
}

// tellDates compares costs on the dates of the claim, by the month of the order and
// by that of operation.
func (e *Enterprise) tellDates(p *plan, t *Chapters) {
	k := e.s.Run.Headline
	dear := float32(math.Inf(1))
	if ground := e.earth.USDPerHour[k]; ground > 0 {
		dear = float32(e.orbit[p.target].USDPerHour[k] / ground)
	}
	for i, m := range claimedMonths {
		if e.month == m {
			t.Dated.Order[i] = dear
		}
		if float64(e.month)+e.cohorts[p.target].StartYears*12 <= float64(m) {
			t.Dated.Operation[i] = dear
		}
	}
}

func (e *Enterprise) tellAdded(y *Added, target launch.Target, last bool) {
	if e.month == 0 {
		e.told.nuclearW = e.nuclear() // what January itself adds is left out
	}
	y.OrbitGW += float32(e.built.Launched * e.design[e.operator.target].fleet.ITWatts / 1e9)
	y.GroundGW += float32(e.here.AddedW / 1e9)
	y.EnergisedGW += float32(e.here.EnergisedNowW / 1e9)
	y.MoonFlights += float32(e.lift.MoonFlights)
	if last {
		w := e.nuclear()
		y.NuclearGW = float32((w - e.told.nuclearW) / 1e9)
		e.told.nuclearW = w
		y.LaunchUSD = float32(e.lift.CostPerFlightUSD[launch.Basis(e.s.Company.TransferPrice)])
		y.MarketUSD = float32(e.lift.CostPerFlightUSD[launch.Market])
		y.Alive, y.Target = float32(e.built.Alive), target
	}
}

// nuclear is the IT watts of sites that reactors have given power to.
func (e *Enterprise) nuclear() float64 {
	return e.ground.EnergisedBy(ground.LargeNuclear) + e.ground.EnergisedBy(ground.SMR) + e.ground.EnergisedBy(ground.NuclearRestart)
}

func (e *Enterprise) tellMoon(y *MoonYear, last bool) {
	x, out := &e.moon, &e.moon.out
	if e.s.Run.Moon == SwitchedOff {
		return
	}
	if out.LandedKg > 0 || out.MadeKg > 0 {
		y.LandedT += float32(out.LandedKg / 1e3)
		y.MadeT += float32(out.MadeKg / 1e3)
	}
	if out.DeliveredKg > 0 {
		y.DeliveredT += float32(out.DeliveredKg / 1e3)
		if d := &e.design[e.operator.target]; d.closed {
			y.Satellites += float32(ratio(out.DeliveredKg, x.share*d.fleet.MassKg))
		}
	}
	y.SpentUSD += float32(x.paidUSD)
	if !last {
		return
	}
	y.PlantT, y.PowerMW = float32(out.PlantKg/1e3), float32(out.PowerW/1e6)
	y.Robots = float32(out.ByKind[lunar.Robots] / e.s.Lunar.Labour.Robot.SI())
	for d := range out.USDPerKg {
		y.USDPerKg[d], y.FromEarthUSDPerKg[d] = float32(out.USDPerKg[d]), float32(out.FromEarthUSDPerKg[d])
	}
	y.Limit = out.Limit
}

func (e *Enterprise) tellCompany(t *Chapters, y *CompanyYear, last bool) {
	x, out := &e.group.company, &e.group.companyOut
	if e.s.Run.Company == SwitchedOff {
		return
	}
	for s := range out.Segment {
		y.SegmentUSD[s] += float32(out.Segment[s].RevenueUSD)
	}
	for s := range y.Structure {
		y.Structure[s].add(x.Books(finance.Structure(s)), out.Filed)
		if y.Structure[s].BelowZero {
			t.OutOfMoney[s] = min(t.OutOfMoney[s], float32(e.year))
		}
	}
	y.ComputeUSD += float32(out.ComputeUSD)
	y.ComputeMarket += float32(out.ComputeMarketUSD)
	if !last {
		return
	}
	x.Tell(&e.group.companyIn, out)
	for s := range out.Structure {
		m, sum := &out.Structure[s], &y.Structure[s]
		sum.CashUSD, sum.DebtUSD = float32(m.CashUSD), float32(m.DebtUSD)
		y.RunwayMonths[s] = float32(m.RunwayMonths)
	}
	y.PlannedUSD, y.CutUSD = float32(e.budget.In), float32(e.budget.Cut)
	y.Subscribers, y.CostOfEquity, y.MuskEquity = float32(out.Subscribers), float32(out.CostOfEquity), float32(out.MuskEquity)
}

// add takes in a month. In months that are filed no shares are counted: the listing and
// what came with it are on record.
func (y *StructureYear) add(b *finance.Statement, filed bool) {
	y.RevenueUSD += float32(b.RevenueUSD)
	y.EBITDAUSD += float32(b.EBITDAUSD)
	y.CapexUSD += float32(b.CapexUSD)
	y.FreeCashFlowUSD += float32(b.FreeCashFlowUSD())
	if !filed {
		y.SoldUSD += float32(b.SoldUSD)
	}
	if b.CashUSD < 0 {
		y.BelowZero = true
	}
}

func (e *Enterprise) tellLab(y *LabYear, last bool) {
	if e.s.Run.Lab == SwitchedOff {
		return
	}
	a, b := &e.group.labOut, &e.group.aloneOut
	for c := range a.CostUSD {
		y.CostUSD[c] += float32(a.CostUSD[c])
		y.LegalUSD[c] += float32(a.LegalUSD[c])
	}
	if !last {
		return
	}
	y.LargestRunFLOP, y.FrontierRunFLOP = float32(a.LargestRunFLOP), float32(a.FrontierRunFLOP)
	y.Loss, y.FrontierLoss, y.AloneLoss = float32(a.Loss), float32(a.FrontierLoss), float32(b.Loss)
	y.ComputeShare, y.AloneShare = float32(a.ComputeShare), float32(b.ComputeShare)
	y.OwnH100e, y.AloneH100e = float32(a.OwnH100e), float32(b.OwnH100e)
	y.Staff, y.AloneStaff = float32(a.Staff), float32(b.Staff)
	for _, h := range a.RivalH100e {
		y.LargestRival = max(y.LargestRival, float32(h))
	}
	for c := range a.Tokens {
		y.Tokens[c] = float32(a.Tokens[c])
		y.AloneTokens += float32(b.Tokens[c])
	}
	y.TextUsedUp, y.Binds, y.Output = a.TextUsedUp, a.Binds, float32(a.Output)
}
