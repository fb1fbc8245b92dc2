package launch

import (
	"math"
	"testing"
)

// Whose flights flew adds up to what the model flew for the manifest, month by month,
// and to nothing in the record; who asks for nothing flies nothing.
func TestVerif_QueueSharesOutTheManifest(t *testing.T) {
	for _, alone := range []bool{false, true} {
		p := base()
		if alone {
			p.Manifest.MoonMissions, p.Manifest.MarsShips, p.Manifest.Government = 0, 0, 0
		}
		var m Model
		m.Reset(&p, deploy, none)
		var q Queue
		var l Lift
		var all [NumCustomers]float64
		for month := range 240 {
			m.Month(month, Order{Target: Inclined, Flights: float64(month % 7)}, Chance{0.5, 0.5, 0.5, 0.5}, &l)
			flown := q.Month(&m, month, &l)
			sum := 0.0
			for c, n := range flown {
				if !(n >= 0) {
					t.Fatalf("month %d: %v flights for %v", month, n, Customer(c))
				}
				sum += n
				all[c] += n
			}
			others := float64(l.Flights - l.DataCentreFlights - l.MoonFlights)
			if month < recordedMonths {
				others = 0
			}
			if math.Abs(sum-others) > 1e-9*(1+others) {
				t.Fatalf("month %d: %v flights shared out, %v flown", month, sum, others)
			}
			waiting := 0.0
			for _, n := range q.waiting {
				waiting += n
			}
			if month >= recordedMonths && math.Abs(waiting-m.manifest.due) > 1e-9*(1+waiting) {
				t.Fatalf("month %d: %v wait, %v are owed", month, waiting, m.manifest.due)
			}
		}
		if all[StarlinkUpkeep] < 100 || alone != (all[Government]+all[MoonMissions]+all[MarsMissions]+all[Tankers] == 0) {
			t.Errorf("flights by customer: %v", all)
		}
	}
}
