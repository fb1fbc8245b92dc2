package finance

import "math"

// Metric is the quantity in which a cost is told.
type Metric uint8

// The metrics, all per original IT watt or per what it delivers.
const (
	Capital       Metric = iota // $/W paid once, before service
	Ownership                   // $/W over the horizon, everything
	KilowattYear                // $/kW·yr
	MegawattHour                // $/MWh of a watt that always draws its power
	GPUHour                     // $/H100e hour delivered
	PFLOPHour                   // $/PFLOP/s·h effective, of training
	MillionTokens               // $/million tokens of the reference model, of inference
	NPV                         // $/W, at the market's price
	NumMetrics
)

var metrics = [NumMetrics]struct{ name, unit, what string }{
	Capital:       {"capital", "$/W", "paid before service"},
	Ownership:     {"ownership", "$/W", "all that is paid over the horizon"},
	KilowattYear:  {"kw-year", "$/kW·yr", "level cost of a kilowatt ordered, dead or alive, for a year"},
	MegawattHour:  {"mwh", "$/MWh", "the same by the energy that the kilowatt draws if it never fails"},
	GPUHour:       {"gpu-hour", "$/GPU-h", "of an H100 equivalent's hour delivered"},
	PFLOPHour:     {"pflop-hour", "$/PFLOP-h", "of a PFLOP/s that training really does for an hour"},
	MillionTokens: {"m-tokens", "$/M tokens", "of a million output tokens of the reference model"},
	NPV:           {"npv", "$/W", "worth at the market's price, less costs, after tax, discounted"},
}

// Metrics are the names of the metrics.
func Metrics() (names []string) {
	for m := range NumMetrics {
		names = append(names, m.String())
	}
	return names
}

// String names the metric.
func (m Metric) String() string {
	if m < NumMetrics {
		return metrics[m].name
	}
	return "unknown"
}

// Unit is the unit of the metric.
func (m Metric) Unit() string {
	if m < NumMetrics {
		return metrics[m].unit
	}
	return ""
}

// What says what the metric counts.
func (m Metric) What() string {
	if m < NumMetrics {
		return metrics[m].what
	}
	return ""
}

// ByHour reports whether the metric counts hours delivered.
func (m Metric) ByHour() bool {
	return m == GPUHour || m == PFLOPHour || m == MillionTokens || m == NPV
}

// Yardstick says what an H100e hour does and sells for.
type Yardstick struct {
	PFLOPs          float64 // PFLOP/s that an H100e really does in training
	TokensPerSecond float64 // of the reference model, by an H100e that serves
	PriceUSDPerHour float64 // of the product on the day of the order
}

// hoursPerYear is the Julian year's.
const hoursPerYear = 8766

// In returns an amount in a metric: the one conversion that results, comparisons
// and published studies go through.
//
// Source: definitions.
// Ignores: nothing.
// Good to: exact. What no hour is delivered for costs +Inf by the hour.
// Needs: a yardstick for the metrics by work and for NPV; the amount of the product
// that the metric counts.
func (a *Account) In(m Metric, amount Amount, y Yardstick) float64 {
	if m.ByHour() && m != NPV && !(a.HourUSDPerW > 0) {
		return math.Inf(1) // nothing is delivered
	}
	switch m {
	case Capital:
		return amount.CapitalUSDPerW
	case Ownership:
		return amount.USDPerWattYear * a.HorizonYears
	case KilowattYear:
		return amount.USDPerWattYear * 1e3
	case MegawattHour:
		return amount.USDPerWattYear * 1e6 / hoursPerYear
	case GPUHour:
		return amount.USDPerHour
	case PFLOPHour:
		return amount.USDPerHour / y.PFLOPs
	case MillionTokens:
		return amount.USDPerHour / (y.TokensPerSecond * 3600) * 1e6
	case NPV:
		return a.HourUSDPerW*y.PriceUSDPerHour - amount.PresentUSDPerW
	}
	return 0
}
