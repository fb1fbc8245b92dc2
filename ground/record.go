package ground

// recorded is the group's computing power online as reported, facility
// megawatts at the end of the month, January to September 2026. Months between
// reports are interpolated; after the last report the value is held.
//
// Source: 2026-01: 727 MW = Colossus 1 425 MW + Colossus 2 302 MW, Epoch AI,
// data center timelines (satellite images of 2026-01-13 and 2026-02-11), CC-BY
// 4.0; 2026-03-31: 1,000 MW and 2026-06-30: 1,400 MW, Space Exploration
// Technologies Corp., update for the second quarter of 2026.
// Ignores: that the company's figure is not measured from outside; in January
// its owner said 1 GW of the site Epoch put at 302 MW.
var recorded = [9]float64{727, 863, 1000, 1133, 1267, 1400, 1400, 1400, 1400}

// RecordedGroupW returns the group's recorded power online at the end of a
// month, in facility watts; ok is false outside January to September 2026.
func RecordedGroupW(month int) (facilityWatts float64, ok bool) {
	if month < 0 || month >= len(recorded) {
		return 0, false
	}
	return recorded[month] * 1e6, true
}
