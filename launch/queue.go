package launch

import "github.com/dawndusk/dawndusk/si"

// Customer is who a Starship flight other than a data centre's is owed to.
type Customer uint8

// The customers of the manifest. Tankers fly for the Moon and for Mars.
const (
	StarlinkUpkeep Customer = iota
	Government
	MoonMissions
	MarsMissions
	Tankers
	NumCustomers
)

// String names the customer.
func (c Customer) String() string {
	return name(uint8(c), "Starlink", "government", "Moon missions", "Mars missions", "tankers")
}

// Queue keeps whose flights wait, beside a Model, which knows only how many.
type Queue struct{ waiting [NumCustomers]float64 }

// Month takes in the month that m has flown and shares out among the customers the
// flights that it gave the manifest. The model flies one queue and does not say whose
// turn it is: each month's flights are shared as those waiting are. It must see every
// month in order; the flights of the record belong to none of them.
func (q *Queue) Month(m *Model, month int, l *Lift) (flown [NumCustomers]float64) {
	if month < recordedMonths {
		return flown
	}
	x, p := &m.manifest, &m.p.Manifest
	if ref := m.now.referenceKg; ref > m.falconPayload {
		q.waiting[StarlinkUpkeep] += x.starlink / ref
	}
	if m.year >= governmentFrom {
		q.waiting[Government] += m.governmentPerMonth
	}
	if m.year >= p.MoonFirst.SI() {
		missions := m.p.Manifest.MoonMissions.In(si.PerYear) / 12
		q.waiting[MoonMissions] += missions
		q.waiting[Tankers] += m.moonPerMonth - missions
	}
	if m.year >= x.window-1 {
		ships := x.mars / 12 / (1 + p.MarsTankers.SI())
		q.waiting[MarsMissions] += ships
		q.waiting[Tankers] += x.mars/12 - ships
	}
	others := float64(l.Flights - l.DataCentreFlights - l.MoonFlights)
	sum := 0.0
	for _, n := range q.waiting {
		sum += n
	}
	if sum <= 0 {
		return flown
	}
	// What is owed is the model's: it forgets what has waited for more than a year.
	left := si.Greater(0, x.due)
	for c, n := range q.waiting {
		flown[c] = others * n / sum
		q.waiting[c] = n / sum * left
	}
	return flown
}
