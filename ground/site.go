package ground

// Pace is how fast one owner builds and fills a site, facility watts a day.
type Pace struct {
	BuildWPerDay float64 // halls made ready: power, cooling, floor
	RackWPerDay  float64 // racks put to work in halls that are ready
}

// FitPace returns the pace of a site whose first phase of so many watts had no
// rack at work on day ready, counted from the start of works, and all of them on
// day full.
//
// Needs: watts > 0, 0 < ready < full.
func FitPace(watts, ready, full float64) Pace {
	return Pace{BuildWPerDay: watts / ready, RackWPerDay: watts / (full - ready)}
}

// Supply is the power that had been brought to a site by a day.
type Supply struct{ Day, Watts float64 }

// DayReached returns the day from the start of works on which so many watts are
// at work. Crews make one phase of the site ready after another; racks fill each
// phase once it is ready; and nothing runs before its power has arrived, which
// comes evenly between the given days. With phases of w₁, w₂ … watts, halls are
// ready and racks at work by
//
//	hᵢ = (w₁ + … + wᵢ) / B
//	t  = max(hᵢ, tᵢ₋₁) + (watts − w₁ − … − wᵢ₋₁) / R
//
// and the day is the later of t and the day the supply reaches watts.
//
// Source: this project; the pace of a site is fitted with FitPace. The form was
// chosen knowing both sites of the test, its two numbers from one of them.
// Ignores: deliveries of chips, permits, weather, and that a crew learns.
// Good to: 13 days at 45 MW, 10 at 181 MW and 3 at 361 MW for Colossus 1 with
// the pace of Colossus 2, and 43 days at 361 MW if its supply is not given
// (a test holds this).
// Needs: phases and supply in order of time; ok is false if they never reach
// watts.
func (p Pace) DayReached(watts float64, phases []float64, supply []Supply) (day float64, ok bool) {
	built, filled := 0.0, 0.0 // watts of phases made ready; day the last was full
	for _, w := range phases {
		start := max((built+w)/p.BuildWPerDay, filled)
		if watts <= built+w {
			day, ok = start+(watts-built)/p.RackWPerDay, true
			break
		}
		built += w
		filled = start + w/p.RackWPerDay
	}
	if !ok || len(supply) == 0 {
		return day, ok
	}
	for i, s := range supply {
		if s.Watts < watts {
			continue
		}
		arrived := s.Day
		if i > 0 {
			before := supply[i-1]
			arrived = before.Day + (s.Day-before.Day)*(watts-before.Watts)/(s.Watts-before.Watts)
		}
		return max(day, arrived), true
	}
	return 0, false
}
