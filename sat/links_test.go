package sat

import (
	"testing"

	"github.com/dawndusk/dawndusk/si"
)

// A watt of a faster link is a watt of its terminal, and a sizer that is handed
// another year's links makes what a fresh one makes.
func TestVerif_LinkPower(t *testing.T) {
	p, s := base(), spec(120, 2027)
	s.Compute.LinkPower = 300 * si.Watt
	var kept, fresh, other Budget
	z := NewSizer(&p, &s)
	s.Compute.LinkPower = 45 * si.Watt
	z.Size(Throttle, &kept)
	y := NewSizer(&p, &s)
	y.Size(Throttle, &fresh)
	p.Bus.TerminalPower += s.Compute.LinkPower
	s.Compute.LinkPower = 0
	x := NewSizer(&p, &s)
	x.Size(Throttle, &other)
	for _, b := range []*Budget{&kept, &other} {
		if !b.Closed || !near(b.Total.MassKg, fresh.Total.MassKg, 1e-12) || !near(b.ArrayBOLW, fresh.ArrayBOLW, 1e-12) || !near(b.Lines[LineTerminals].PowerW, fresh.Lines[LineTerminals].PowerW, 1e-12) {
			t.Errorf("%.9g kg, %.9g W and %.9g W; afresh %.9g, %.9g and %.9g",
				b.Total.MassKg, b.ArrayBOLW, b.Lines[LineTerminals].PowerW, fresh.Total.MassKg, fresh.ArrayBOLW, fresh.Lines[LineTerminals].PowerW)
		}
	}
}
