package study

import (
	"fmt"
	"math"

	"github.com/dawndusk/dawndusk"
	"github.com/dawndusk/dawndusk/finance"
	"github.com/dawndusk/dawndusk/lab"
	"github.com/dawndusk/dawndusk/lunar"
)

// MoonChapter is the factory on the Moon as the chain plays it: bands over draws.
type MoonChapter struct {
	Years   []MoonOfYear  `json:"years"`
	Cheaper []MoonCheaper `json:"cheaper"` // by destination
	Share   Number        `json:"share_landed"`
}

// MoonOfYear is a year of it. Stocks are at its end.
type MoonOfYear struct {
	Year       int         `json:"year"`
	Flights    Band        `json:"starship_flights"`
	LandedT    Band        `json:"landed_t"`
	PlantT     Band        `json:"plant_t"`
	PowerMW    Band        `json:"power_mw"`
	MadeT      Band        `json:"made_t"`
	DeliveredT Band        `json:"delivered_t"`
	Satellites Band        `json:"satellites"` // that its parts would complete
	Robots     Band        `json:"robots"`
	SpentUSD   Band        `json:"spent_usd"`
	USDPerKg   []MoonPrice `json:"usd_per_kg"`
	Limit      string      `json:"limit"` // of most draws
	LimitShare Number      `json:"limit_share"`
}

// MoonPrice is a kilogram at a destination, from the Moon and from Earth.
type MoonPrice struct {
	Destination string `json:"destination"`
	Moon        Band   `json:"moon"` // null where nothing is sent
	Starship    Band   `json:"starship"`
}

// MoonCheaper is since when a kilogram from the Moon costs less than Starship's for
// 24 months.
type MoonCheaper struct {
	Destination string `json:"destination"`
	Year        Band   `json:"year"`
	Share       Number `json:"share"` // of draws in which it comes to that
}

// CompanyChapter is the group's accounts.
type CompanyChapter struct {
	Structure        string           `json:"structure"`      // of the scenario
	TransferPrice    string           `json:"transfer_price"` // at which launches are charged inside the group
	CostOfEquity     Number           `json:"cost_of_equity"` // nominal, a year
	RealDiscountRate Number           `json:"real_discount_rate"`
	Years            []CompanyOfYear  `json:"years"`
	Structures       []CompanyOutlook `json:"structures"`
	Market           []SharePrice     `json:"share_prices"` // what others say a share is worth
	Quarters         []FiledQuarter   `json:"quarters"`     // the record, what was not filed by itself interpolated
	Withheld         []WithheldPeriod `json:"withheld"`     // filed figures predicted from what was filed before
}

// FiledQuarter is a quarter of the record, in millions of dollars of the day.
type FiledQuarter struct {
	Quarter       string `json:"quarter"`
	Interpolated  bool   `json:"interpolated"`
	Space         Number `json:"space_revenue_musd"`
	Connectivity  Number `json:"connectivity_revenue_musd"`
	Subscriptions Number `json:"subscriptions_musd"` // of it, average subscribers times their bill
	AI            Number `json:"ai_revenue_musd"`
	Result        Number `json:"operating_result_musd"` // null where its year filed none
	Subscribers   Number `json:"subscribers_m"`
}

// WithheldPeriod is a filed figure that was predicted from what was filed before it.
type WithheldPeriod struct {
	What      string `json:"what"`
	Predicted Number `json:"predicted_musd"`
	Filed     Number `json:"filed_musd"`
	Error     Number `json:"error"` // predicted over filed, less one
	Why       string `json:"why"`
}

// CompanyOfYear is a year of the merged group, and what each structure has at its end.
type CompanyOfYear struct {
	Year            int         `json:"year"`
	SpaceUSD        Band        `json:"space_revenue_usd"`
	ConnectivityUSD Band        `json:"connectivity_revenue_usd"`
	AIUSD           Band        `json:"ai_revenue_usd"`
	EBITDAUSD       Band        `json:"ebitda_usd"`
	CapexUSD        Band        `json:"capex_usd"`
	FreeCashFlowUSD Band        `json:"free_cash_flow_usd"`
	Subscribers     Band        `json:"subscribers"`
	CutShare        Band        `json:"plan_cut_share"` // of the compute plan up to its end, that the group could not raise
	FlightUSD       Band        `json:"flight_usd"`     // a data-centre flight at the transfer price, at the year's end
	FlightMarketUSD Band        `json:"flight_market_usd"`
	ComputeUSD      Band        `json:"own_compute_usd"` // what the laboratory's own use costs the group in the year
	ComputeMarket   Band        `json:"own_compute_market_usd"`
	Structures      []CashOfEnd `json:"structures"`
}

// CashOfEnd is what a structure has at a year's end.
type CashOfEnd struct {
	Structure  string `json:"structure"`
	CashUSD    Band   `json:"cash_usd"`
	DebtUSD    Band   `json:"debt_usd"`
	Runway     Band   `json:"runway_months"`     // null where nothing is burnt
	PBelowZero Number `json:"p_cash_below_zero"` // in any month up to there since October 2026
}

// CompanyOutlook is a structure's shares and its money.
type CompanyOutlook struct {
	Structure      string `json:"structure"`
	ShareUSD       Band   `json:"share_value_usd"` // on 1 October 2026
	OutOfMoneyYear Band   `json:"out_of_money_year"`
	NeverShare     Number `json:"never_out_of_money"`
}

// SharePrice is what a share cost, or is worth to somebody else.
type SharePrice struct {
	Who  string  `json:"who"`
	Date string  `json:"date"`
	USD  float64 `json:"usd"`
}

// What shares of the group cost, and what others hold them to be worth.
//
// Source: SpaceSGP 2026 (listing), the press of 2026-09-01 (price), Morningstar
// 2026-09-01, Simply Wall St 2026-07-01.
var sharePrices = [...]SharePrice{
	{"listing", "2026-06-12", 135},
	{"market", "2026-09-01", 143.69},
	{"Morningstar, fair value", "2026-09-01", 62},
	{"Simply Wall St, discounted cash flow", "2026-07-01", 238.75},
}

// LabChapter is the laboratory.
type LabChapter struct {
	Years         []LabOfYear `json:"years"`
	TextUsedUp    Band        `json:"public_text_used_up_year"`
	TextUsedShare Number      `json:"public_text_used_up_share"` // of draws, within the horizon
}

// LabOfYear is a year of it at its end, and of xAI alone beside it.
type LabOfYear struct {
	Year            int          `json:"year"`
	LargestRunFLOP  Band         `json:"largest_run_flop"`
	FrontierRunFLOP Band         `json:"frontier_run_flop"`
	Loss            Band         `json:"loss_nats"`
	Gap             Band         `json:"gap_nats"` // to the best of the others; below zero it leads
	GapAlone        Band         `json:"gap_alone_nats"`
	ComputeShare    Band         `json:"compute_share"` // of the named laboratories'
	ShareAlone      Band         `json:"compute_share_alone"`
	Staff           Band         `json:"staff"`
	StaffAlone      Band         `json:"staff_alone"`
	CostUSD         Band         `json:"data_cost_usd"`
	LegalUSD        Band         `json:"legal_usd"`
	Tokens          []TokensFrom `json:"tokens"`
	Binds           []BoundShare `json:"binds"`
}

// TokensFrom is unique tokens in hand from a channel.
type TokensFrom struct {
	Channel string `json:"channel"`
	Tokens  Band   `json:"tokens"`
	CostUSD Band   `json:"cost_usd"`  // of the year
	Legal   Band   `json:"legal_usd"` // expected fines and settlements of the year
}

// BoundShare is in which share of draws one of the three binds.
type BoundShare struct {
	What  string `json:"what"`
	Share Number `json:"share"`
}

// EventChapter is one event.
type EventChapter struct {
	Event   string `json:"event"`
	By2030  Number `json:"p_by_2030"` // struck by the end of 2030
	Share   Number `json:"p_within_horizon"`
	Strikes Number `json:"strikes"` // mean over draws, within the horizon
	First   Band   `json:"first_year"`
}

// told gathers one number of every draw that keeps its chapters.
func (e *ensemble) told(f func(t *dawndusk.Chapters) float64) Band {
	return band(e.tellings(f))
}

func (e *ensemble) tellings(f func(t *dawndusk.Chapters) float64) []float64 {
	values := make([]float64, len(e.chapters))
	for i := range e.chapters {
		values[i] = f(&e.chapters[i])
	}
	return values
}

// toldShare is the part of those draws of which f is true.
func (e *ensemble) toldShare(f func(t *dawndusk.Chapters) bool) Number {
	n := 0
	for i := range e.chapters {
		if f(&e.chapters[i]) {
			n++
		}
	}
	return Number(float64(n) / float64(len(e.chapters)))
}

// tellChapters fills the chapters that the scenario plays.
func (e *ensemble) tellChapters(s *Summary) {
	s.ChapterDraws = len(e.chapters)
	run := &e.c.Scenario.Run
	if run.Moon == dawndusk.SwitchedOn {
		s.Moon = e.moonChapter()
	}
	if run.Company == dawndusk.SwitchedOn {
		s.Company = e.companyChapter()
	}
	if run.Lab == dawndusk.SwitchedOn {
		s.Lab = e.labChapter()
	}
	if run.Events == dawndusk.SwitchedOn {
		s.Events = e.eventChapter()
	}
	s.Claims = e.claims()
}

func (e *ensemble) moonChapter() *MoonChapter {
	m := &MoonChapter{Share: e.toldShare(func(t *dawndusk.Chapters) bool {
		for i := range e.years() {
			if t.Moon[i].LandedT > 0 {
				return true
			}
		}
		return false
	})}
	for i := range e.years() {
		of := func(f func(y *dawndusk.MoonYear) float32) Band {
			return e.told(func(t *dawndusk.Chapters) float64 { return float64(f(&t.Moon[i])) })
		}
		y := MoonOfYear{
			Year:       firstYear + i,
			Flights:    e.told(func(t *dawndusk.Chapters) float64 { return float64(t.Added[i].MoonFlights) }),
			LandedT:    of(func(y *dawndusk.MoonYear) float32 { return y.LandedT }),
			PlantT:     of(func(y *dawndusk.MoonYear) float32 { return y.PlantT }),
			PowerMW:    of(func(y *dawndusk.MoonYear) float32 { return y.PowerMW }),
			MadeT:      of(func(y *dawndusk.MoonYear) float32 { return y.MadeT }),
			DeliveredT: of(func(y *dawndusk.MoonYear) float32 { return y.DeliveredT }),
			Satellites: of(func(y *dawndusk.MoonYear) float32 { return y.Satellites }),
			Robots:     of(func(y *dawndusk.MoonYear) float32 { return y.Robots }),
			SpentUSD:   of(func(y *dawndusk.MoonYear) float32 { return y.SpentUSD }),
		}
		for d := range lunar.NumDestinations {
			y.USDPerKg = append(y.USDPerKg, MoonPrice{
				d.String(),
				of(func(y *dawndusk.MoonYear) float32 { return y.USDPerKg[d] }),
				of(func(y *dawndusk.MoonYear) float32 { return y.FromEarthUSDPerKg[d] }),
			})
		}
		counts := make([]int, 256)
		for k := range e.chapters {
			counts[e.chapters[k].Moon[i].Limit]++
		}
		best := 0
		for k, n := range counts {
			if n > counts[best] {
				best = k
			}
		}
		y.Limit, y.LimitShare = lunar.Limit(best).String(), Number(float64(counts[best])/float64(len(e.chapters)))
		m.Years = append(m.Years, y)
	}
	for d := range lunar.NumDestinations {
		m.Cheaper = append(m.Cheaper, MoonCheaper{
			d.String(),
			e.told(func(t *dawndusk.Chapters) float64 { return float64(t.MoonCheaper[d]) }),
			e.toldShare(func(t *dawndusk.Chapters) bool { return !math.IsInf(float64(t.MoonCheaper[d]), 1) }),
		})
	}
	return m
}

func (e *ensemble) companyChapter() *CompanyChapter {
	p := &e.c.Scenario
	c := &CompanyChapter{
		Structure: p.Company.Structure.String(), TransferPrice: p.Company.TransferPrice.String(),
		CostOfEquity: Number(p.Company.CostOfEquity(0)), RealDiscountRate: Number(p.Company.RealWACC(&p.Finance, 0)),
		Market: sharePrices[:],
	}
	c.record()
	for i := range e.years() {
		of := func(f func(y *dawndusk.CompanyYear) float32) Band {
			return e.told(func(t *dawndusk.Chapters) float64 { return float64(f(&t.Company[i])) })
		}
		merged := finance.Merged
		y := CompanyOfYear{
			Year:            firstYear + i,
			SpaceUSD:        of(func(y *dawndusk.CompanyYear) float32 { return y.SegmentUSD[finance.SpaceSegment] }),
			ConnectivityUSD: of(func(y *dawndusk.CompanyYear) float32 { return y.SegmentUSD[finance.ConnectivitySegment] }),
			AIUSD:           of(func(y *dawndusk.CompanyYear) float32 { return y.SegmentUSD[finance.AISegment] }),
			EBITDAUSD:       of(func(y *dawndusk.CompanyYear) float32 { return y.Structure[merged].EBITDAUSD }),
			CapexUSD:        of(func(y *dawndusk.CompanyYear) float32 { return y.Structure[merged].CapexUSD }),
			FreeCashFlowUSD: of(func(y *dawndusk.CompanyYear) float32 { return y.Structure[merged].FreeCashFlowUSD }),
			Subscribers:     of(func(y *dawndusk.CompanyYear) float32 { return y.Subscribers }),
			CutShare:        of(func(y *dawndusk.CompanyYear) float32 { return y.CutUSD / y.PlannedUSD }),
			FlightUSD:       e.told(func(t *dawndusk.Chapters) float64 { return float64(t.Added[i].LaunchUSD) }),
			FlightMarketUSD: e.told(func(t *dawndusk.Chapters) float64 { return float64(t.Added[i].MarketUSD) }),
			ComputeUSD:      of(func(y *dawndusk.CompanyYear) float32 { return y.ComputeUSD }),
			ComputeMarket:   of(func(y *dawndusk.CompanyYear) float32 { return y.ComputeMarket }),
		}
		for k := range finance.NumStructures {
			y.Structures = append(y.Structures, CashOfEnd{
				k.String(),
				of(func(y *dawndusk.CompanyYear) float32 { return y.Structure[k].CashUSD }),
				of(func(y *dawndusk.CompanyYear) float32 { return y.Structure[k].DebtUSD }),
				of(func(y *dawndusk.CompanyYear) float32 { return y.RunwayMonths[k] }),
				e.toldShare(func(t *dawndusk.Chapters) bool { return float64(t.OutOfMoney[k]) < float64(firstYear+i+1) }),
			})
		}
		c.Years = append(c.Years, y)
	}
	for k := range finance.NumStructures {
		c.Structures = append(c.Structures, CompanyOutlook{
			k.String(),
			e.told(func(t *dawndusk.Chapters) float64 { return float64(t.ShareUSD[k]) }),
			e.told(func(t *dawndusk.Chapters) float64 { return float64(t.OutOfMoney[k]) }),
			e.toldShare(func(t *dawndusk.Chapters) bool { return math.IsInf(float64(t.OutOfMoney[k]), 1) }),
		})
	}
	return c
}

// record fills in what was filed, and what would have been said of it before.
func (c *CompanyChapter) record() {
	for _, q := range finance.Quarters() {
		f := FiledQuarter{
			Quarter: fmt.Sprintf("%d-Q%d", q.Year, q.Quarter), Interpolated: q.Interpolated,
			Space: Number(q.Segment[finance.SpaceSegment]), Connectivity: Number(q.Segment[finance.ConnectivitySegment]), AI: Number(q.Segment[finance.AISegment]),
			Subscriptions: Number(q.Subscriptions), Subscribers: Number(q.Subscribers), Result: Number(math.NaN()),
		}
		if q.KnowsResult {
			f.Result = 0
			for _, usd := range q.Operating {
				f.Result += Number(usd)
			}
		}
		c.Quarters = append(c.Quarters, f)
	}
	for _, p := range finance.Predictions(finance.Filings(), finance.SubscriberRecord()) {
		c.Withheld = append(c.Withheld, WithheldPeriod{p.What, Number(p.Predicted), Number(p.Filed), Number(p.Error), p.Why})
	}
}

func (e *ensemble) labChapter() *LabChapter {
	l := &LabChapter{}
	for i := range e.years() {
		of := func(f func(y *dawndusk.LabYear) float32) Band {
			return e.told(func(t *dawndusk.Chapters) float64 { return float64(f(&t.Lab[i])) })
		}
		y := LabOfYear{
			Year:            firstYear + i,
			LargestRunFLOP:  of(func(y *dawndusk.LabYear) float32 { return y.LargestRunFLOP }),
			FrontierRunFLOP: of(func(y *dawndusk.LabYear) float32 { return y.FrontierRunFLOP }),
			Loss:            of(func(y *dawndusk.LabYear) float32 { return y.Loss }),
			Gap:             of(func(y *dawndusk.LabYear) float32 { return y.Loss - y.FrontierLoss }),
			GapAlone:        of(func(y *dawndusk.LabYear) float32 { return y.AloneLoss - y.FrontierLoss }),
			ComputeShare:    of(func(y *dawndusk.LabYear) float32 { return y.ComputeShare }),
			ShareAlone:      of(func(y *dawndusk.LabYear) float32 { return y.AloneShare }),
			Staff:           of(func(y *dawndusk.LabYear) float32 { return y.Staff }),
			StaffAlone:      of(func(y *dawndusk.LabYear) float32 { return y.AloneStaff }),
			CostUSD:         of(func(y *dawndusk.LabYear) float32 { return sum(y.CostUSD[:]) }),
			LegalUSD:        of(func(y *dawndusk.LabYear) float32 { return sum(y.LegalUSD[:]) }),
		}
		for c := range lab.NumChannels {
			y.Tokens = append(y.Tokens, TokensFrom{
				c.String(), of(func(y *dawndusk.LabYear) float32 { return y.Tokens[c] }),
				of(func(y *dawndusk.LabYear) float32 { return y.CostUSD[c] }), of(func(y *dawndusk.LabYear) float32 { return y.LegalUSD[c] }),
			})
		}
		for b := range lab.NumInputs {
			y.Binds = append(y.Binds, BoundShare{lab.Bound(b).String(), e.toldShare(func(t *dawndusk.Chapters) bool { return t.Lab[i].Binds == lab.Bound(b) })})
		}
		l.Years = append(l.Years, y)
	}
	used := func(t *dawndusk.Chapters) float64 {
		for i := range e.years() {
			if t.Lab[i].TextUsedUp {
				return float64(firstYear + i)
			}
		}
		return math.Inf(1)
	}
	l.TextUsedUp = e.told(used)
	l.TextUsedShare = e.toldShare(func(t *dawndusk.Chapters) bool { return !math.IsInf(used(t), 1) })
	return l
}

func sum(values []float32) (all float32) {
	for _, v := range values {
		all += v
	}
	return all
}

func (e *ensemble) eventChapter() (list []EventChapter) {
	for k := range dawndusk.NumEvents {
		strikes := 0.0
		for i := range e.chapters {
			strikes += float64(e.chapters[i].Struck[k])
		}
		list = append(list, EventChapter{
			Event:   k.String(),
			By2030:  e.toldShare(func(t *dawndusk.Chapters) bool { return t.FirstStruck[k] < 2031 }),
			Share:   e.toldShare(func(t *dawndusk.Chapters) bool { return !math.IsInf(float64(t.FirstStruck[k]), 1) }),
			Strikes: Number(strikes / float64(len(e.chapters))),
			First:   e.told(func(t *dawndusk.Chapters) float64 { return float64(t.FirstStruck[k]) }),
		})
	}
	return list
}
