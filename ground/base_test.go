package ground

import (
	"sync"

	"github.com/dawndusk/dawndusk/ledger/ledgertest"
	"github.com/dawndusk/dawndusk/si"
)

const rate = 0.07 // real yearly rate of power assets in these tests

func gw(x float64) si.PowerRate         { return si.PowerRate(x) * si.GigawattPerYear }
func pct(x float64) si.Rate             { return si.Rate(x/100) * si.PerYear }
func yr(x float64) si.Duration          { return si.Duration(x) * si.Year }
func mwh(x float64) si.USDPerEnergy     { return si.USDPerEnergy(x) * si.DollarPerMegawattHour }
func usdW(x float64) si.USDPerWatt      { return si.USDPerWatt(x) * si.DollarPerWatt }
func heat(x float64) si.EnergyPerEnergy { return si.EnergyPerEnergy(x / 3600) } // kJ/kWh

// base returns the ledger's central values.
func base() *Params {
	p := central()
	return &p
}

var central = sync.OnceValue(func() Params {
	var scenario struct{ Ground Params }
	ledgertest.Chapter(&scenario)
	return scenario.Ground
})

// step plays a month.
func step(m *Model, in *Input) (out Output) {
	m.Month(in, &out)
	return out
}
