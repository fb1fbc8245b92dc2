package study

// What the table of segments tells of, by number, and the revenue of Twitter.
const (
	spaceRevenue = iota
	connectivityRevenue
	aiRevenue
	monthlyBill
	twitterRevenue
	subscriberCounts
)

// segmentPeriods are the segments' revenues from one date to another, of which those
// ahead of a split are asked for; of what is asked for the first known things are
// given of year, what, months and rent. Bills, subscribers and Twitter's revenue are
// added as far as they are past.
func segmentPeriods(past func(*observation) bool, to float64, known int, asked ...float64) func() ([]observation, error) {
	return func() (all []observation, err error) {
		segments, err := backtestTable("segments")
		if err != nil {
			return nil, err
		}
		for _, o := range segments {
			what := o.given[1]
			switch {
			case past(&o):
				all = append(all, o)
			case o.given[0] <= to && what < monthlyBill && (len(asked) == 0 || what == asked[0]):
				o.given = o.given[:known:known]
				all = append(all, o)
			}
		}
		for i, name := range []string{"twitter", "subscribers"} {
			more, err := backtestTable(name)
			if err != nil {
				return nil, err
			}
			for _, o := range more {
				if past(&o) {
					all = append(all, observation{when: when{o.label, []float64{o.given[0], twitterRevenue + float64(i), 0, 0}}, value: o.value})
				}
			}
		}
		return all, nil
	}
}

// toDate takes what is of a date and before it.
func toDate(year float64) func(*observation) bool {
	return func(o *observation) bool { return o.given[0] <= year }
}
