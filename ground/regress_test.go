package ground

import (
	"flag"
	"fmt"
	"math"
	"os"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the golden file anew")

// TestRegress_Offers holds our own numbers: every offer's price and wait, and
// the stocks, at the ends of 2026, 2030, 2035 and 2040 with steady demand.
func TestRegress_Offers(t *testing.T) {
	var m Model
	m.Reset(base(), rate, math.NaN())
	var b strings.Builder
	for month := range 180 {
		in := typical
		in.Month = month
		out := step(&m, &in)
		switch year := firstYear + month/12; {
		case month%12 == 11 && (year == 2026 || year == 2030 || year == 2035 || year == 2040):
			fmt.Fprintf(&b, "%d energised %.6g GW, queue %.6g GW, chips %.6g GW, H100e %.6g M, addable %.6g GW/yr\n",
				year, out.EnergisedW/1e9, out.QueueW/1e9, out.InstalledW/1e9, out.H100e[2]/1e6, out.AddableWPerYear/1e9)
			for _, o := range m.Offers() {
				fmt.Fprintf(&b, "  %-10v %-18v %8.6g $/MWh %8.6g $/W/yr %8.6g yr %8.6g GW/yr\n",
					o.Region, o.Option, o.USDPerMWh, o.USDPerITWattYear, o.YearsToPower, o.AddableWPerYear/1e9)
			}
		}
	}
	const golden = "testdata/offers.golden"
	if *update {
		if err := os.WriteFile(golden, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if got := b.String(); got != string(want) {
		t.Errorf("the numbers moved; if they should, run with -update and say by how much in the commit\n%s", got)
	}
}
