package finance

import (
	"strconv"

	"github.com/dawndusk/dawndusk/si"
)

// Company holds the inputs of the group's accounts: three segments, leases,
// what the group owned and owed at the start of 2026, its listing, its debt and
// the price of its equity. Money is in dollars of 2026 unless said otherwise.
type Company struct {
	Structure     Structure
	TransferPrice TransferPrice
	Connectivity  Connectivity
	Space         SpaceSales
	AI            AISales
	Leases        Leases
	Opening       Opening
	Listing       Listing
	Debt          Borrowing
	Equity        Equity
	Tesla         Tesla
	Books         Bookkeeping
}

// Connectivity is Starlink.
type Connectivity struct {
	Subscribers       si.Count // most there can be
	SubscriberGrowth  si.Rate  // of the subscribers while they are few
	ARPUFall          si.Rate  // at which a subscriber's monthly bill nears its floor
	ARPUFloor         si.USD   // a month
	Hardware          si.USD   // kit sold for each subscriber added
	RestGrowth        si.Rate  // of enterprise, mobility and government while they are small
	RestCeiling       si.USDPerYear
	Margin            si.Ratio // adjusted EBITDA over revenue
	Upkeep            si.USDPerYear
	SatelliteUSDPerKg si.USDPerKilogram // satellites put up, without launch
}

// SpaceSales is launch and spacecraft for others.
type SpaceSales struct {
	Revenue         si.USDPerYear // in mid-2026
	Growth          si.Rate       // while it is far below its ceiling
	Ceiling         si.USDPerYear
	GovernmentShare si.Ratio
	Margin          si.Ratio // before development and depreciation, over revenue
	Upkeep          si.USDPerYear
}

// AISales is what xAI sells beside its leases.
type AISales struct {
	Products       si.USDPerYear // advertising, subscriptions and licences in mid-2026
	Growth         si.Rate
	Ceiling        si.USDPerYear
	ProductsMargin si.Ratio    // before compute and the lab's own costs, over revenue
	SpareSold      si.Ratio    // share of compute neither leased nor used that finds a buyer in mid-2026
	SpareSoldLater si.Ratio    // the same in the end
	SpareRamp      si.Duration // time constant of the way there
	InternalShare  si.Ratio    // share of compute that the other companies of the group use
}

// Leases are contracts that rent compute out for a fixed sum.
type Leases struct {
	Anthropic       Lease
	Google          Lease
	UnitPrice       si.USDPerEnergy // of an IT watt for a year
	NoticeFrom      si.Count        // calendar year from which notice may be given
	Notice          si.Duration
	Hazard          si.Rate  // at which notice is given while the market costs as much
	HazardPerExcess si.Ratio // multiples of it, by lease price over market price less one
}

// Lease is one contract. Its sum is in dollars of the day: prices wear it down.
type Lease struct {
	Rent  si.USDPerYear
	Start si.Count // calendar year
	End   si.Count // calendar year
}

// Opening is what there was on 1 January 2026.
type Opening struct {
	XAICash        si.USD   // of the group's cash
	XAIDebt        si.USD   // of the group's debt
	XAIRound       si.USD   // raised by xAI in January 2026, before the merger
	RoundEquity    si.Ratio // share of it that was equity
	LaunchPlant    si.USD
	SatellitePlant si.USD
	ComputePlant   si.USD
	Goodwill       si.USD
	Liabilities    si.USD   // beside debt
	TaxLosses      si.USD   // carried forward
	XAILossShare   si.Ratio // share of them that is xAI's
	StockShare     si.Ratio // share of stock pay in EBITDA less operating result, as filed
	AIChargeShare  si.Ratio // AI's share of that difference outside connectivity
}

// Listing is the sale of shares of June 2026, and what was paid in shares since.
type Listing struct {
	Shares          si.Count // sold, without the greenshoe
	Price           si.USD
	Proceeds        si.USD // with the greenshoe, before fees
	Fees            si.Ratio
	SharesAfter     si.Count // outstanding after it
	Overhang        si.Ratio // shares promised to staff, over those
	AloneProceeds   si.USD   // SpaceX alone would have raised
	MuskEquity      si.Ratio // after it
	MuskVotes       si.Ratio // votes of one of his shares, over one of the others
	SharesPerXAI    si.Ratio // SpaceX shares for one of xAI
	SpaceXValue     si.USD   // at the merger
	XAIValue        si.USD
	Acquisition     si.USD // paid in shares after the listing
	AcquisitionYear si.Count
}

// Borrowing is what lenders give and ask.
type Borrowing struct {
	Bridge      si.USD // of early 2026
	Notes       si.USD // that refinanced it in June 2026
	Unexplained si.Ratio
	BaseRate    si.Rate  // nominal, without risk
	Spread      si.Rate  // over it without debt; twice as much at the limit
	CashRate    si.Rate  // nominal, on cash held
	Multiple    si.Ratio // most debt, in years of EBITDA
	Coverage    si.Ratio // least EBITDA over interest
	Life        si.Duration
	MinimumCash si.USD
	AloneShare  si.Ratio // of that minimum, that each half needs by itself
}

// Equity is what owners ask and pay.
type Equity struct {
	Cost             si.Rate // nominal
	SpaceTheme       si.Rate // off it, because the listing is read as a space theme
	DebtWeight       si.Ratio
	MarketPrice      si.USD // a share, September 2026
	RevenueMultiple  si.Ratio
	MultipleFade     si.Duration
	YearlyShare      si.Ratio // of the company's value that can be sold in a year
	OpenAIYear       si.Count // calendar year of its listing
	AnthropicYear    si.Count
	Drain            si.Ratio // of proceeds, by each rival's listing shortly before
	DrainTime        si.Duration
	CostPerRival     si.Rate // added to the cost of equity meanwhile
	TerminalMultiple si.Ratio
}

// Tesla is what a merger with it would add.
type Tesla struct {
	Cash        si.USD
	Debt        si.USD
	Plant       si.USD
	Revenue     si.USDPerYear
	Growth      si.Rate
	Margin      si.Ratio // operating cash before interest and tax, over revenue
	Capex       si.USDPerYear
	MarketValue si.USD
}

// Bookkeeping is how costs are spread in the books.
type Bookkeeping struct {
	LaunchLife    si.Duration
	SatelliteLife si.Duration
	ComputeLife   si.Duration
	OtherLife     si.Duration
	StockPay      si.Ratio // over revenue of space and connectivity
	LossUse       si.Ratio // most of a profit that old losses may shelter
}

// Structure is who belongs together.
type Structure uint8

// The structures, played side by side on the same operations.
const (
	SpaceXAlone Structure = iota
	XAIAlone
	Merged
	WithTesla
	NumStructures
)

var structureNames = [NumStructures]string{"spacex-alone", "xai-alone", "merged", "with-tesla"}

// String names the structure.
func (s Structure) String() string {
	if s < NumStructures {
		return structureNames[s]
	}
	return "unknown"
}

// MarshalText is String.
func (s Structure) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads the name of a structure.
func (s *Structure) UnmarshalText(text []byte) error {
	for i, n := range structureNames {
		if n == string(text) {
			*s = Structure(i)
			return nil
		}
	}
	return unknownName{"structure", string(text), "spacex-alone, xai-alone, merged or with-tesla"}
}

// TransferPrice is what one company of the group is charged for a launch by
// another. The names are those of the price bases of launch.
type TransferPrice uint8

// The transfer prices.
const (
	AtMarginal TransferPrice = iota
	AtFull
	AtMarket
	NumTransferPrices
)

var transferNames = [NumTransferPrices]string{"marginal", "full", "market"}

// String names the price.
func (t TransferPrice) String() string {
	if t < NumTransferPrices {
		return transferNames[t]
	}
	return "unknown"
}

// MarshalText is String.
func (t TransferPrice) MarshalText() ([]byte, error) { return []byte(t.String()), nil }

// UnmarshalText reads the name of a transfer price.
func (t *TransferPrice) UnmarshalText(text []byte) error {
	for i, n := range transferNames {
		if n == string(text) {
			*t = TransferPrice(i)
			return nil
		}
	}
	return unknownName{"transfer price", string(text), "marginal, full or market"}
}

type unknownName struct{ what, text, right string }

func (e unknownName) Error() string {
	return "unknown " + e.what + " " + strconv.Quote(e.text) + "; write " + e.right
}

// Segment is a part of the group that reports a result of its own.
type Segment uint8

// The segments, in the order of the filings.
const (
	SpaceSegment Segment = iota
	ConnectivitySegment
	AISegment
	NumSegments
)

var segmentNames = [NumSegments]string{"space", "connectivity", "AI"}

// String names the segment.
func (s Segment) String() string {
	if s < NumSegments {
		return segmentNames[s]
	}
	return "unknown"
}
