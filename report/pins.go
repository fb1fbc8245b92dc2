package report

import (
	"math"
	"strings"

	"github.com/dawndusk/dawndusk"
	"github.com/dawndusk/dawndusk/launch"
	"github.com/dawndusk/dawndusk/ledger"
	"github.com/dawndusk/dawndusk/si"
	"github.com/dawndusk/dawndusk/study"
)

// pin is a link of the chain that the scenario states, beside what the chain
// makes of it when left alone.
type pin struct {
	Path, What, Stated, Derived, Kind string
	Year                              int
}

// pins plays the scenario once without what it states: central values, even luck.
func pins(c *dawndusk.Case) (list []pin) {
	var stated []*ledger.Row
	for i := range c.Book.Rows {
		if r := &c.Book.Rows[i]; strings.HasPrefix(r.Path, "stated.") && !r.Null {
			stated = append(stated, r)
		}
	}
	if len(stated) == 0 {
		return nil
	}
	free := *c
	none := math.NaN()
	free.Scenario.Stated = dawndusk.Stated{
		Payload: si.Mass(none), LaunchUSDPerKg: si.USDPerKilogram(none), SpecificPower: si.SpecificPower(none),
		SatelliteUSDPerW: si.USDPerWatt(none), GroundUSDPerMwh: si.USDPerEnergy(none), FlightsPerYear: si.Rate(none),
	}
	var e dawndusk.Enterprise
	var r dawndusk.Result
	e.Run(&free.Scenario, dawndusk.EvenChance(), &r)
	last := max(0, r.Months/12-1)
	i := min(verdictYear-2026, last)
	y := &r.Years[i]
	derived := map[string]string{
		"stated.payload":           quantityOf(y.PayloadT, "t"),
		"stated.launch_usd_per_kg": quantityOf(y.USDPerKg, "$/kg"),
		"stated.flights_per_year":  quantityOf(y.Flights, "1/yr"),
	}
	if z, err := free.Size(launch.DawnDusk, 2026+i); err == nil {
		derived["stated.specific_power"] = quantityOf(z.Budget.SpecificPowerKWPerT, "kW/t")
		derived["stated.satellite_usd_per_w"] = quantityOf(z.Budget.BusUSD/z.ITWatts, "$/W")
	}
	for _, row := range stated {
		p := pin{Path: row.Path, What: row.What, Stated: row.Text, Derived: derived[row.Path], Kind: string(row.Kind), Year: 2026 + i}
		if p.Derived == "" {
			p.Derived = "by region and plant"
		}
		list = append(list, p)
	}
	return list
}

func quantityOf(v float64, unit string) string {
	n := study.Number(v)
	if !n.Finite() {
		return "not reached"
	}
	return Short(n) + " " + unit
}
