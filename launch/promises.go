package launch

import "math"

// Promise is a date that was given for a first, and the day it came, in calendar
// years. A year alone is promised for its last day.
type Promise struct {
	What            string
	Made, For, Done float64 // Done 0: not by October 2026
	Source          string  // of the three dates; a date that no source gives is said to be from memory
}

// Promises are dates first given in public for new launchers of more than ten
// tonnes, crew vehicles, constellations and voyages, kept or not, in the order in
// which they were made. Those that failed are in it as those that came.
//
// Which are listed was chosen knowing the outcomes, and the known are the late: a
// launcher that flew in its year makes no history. Some of the great are missing for
// want of a source for the first date (Ariane 5, Atlas V, Long March 5, Iridium), and
// those that were given up (Teledesic, Ares I) are not counted as never. Data centres
// are another class: Colossus 1, for which the autumn of 2025 was named in the spring
// of 2024, came in September 2024.
var Promises = [...]Promise{
	{"Space Shuttle, first flight", 1972.20, 1979.00, 1981.28, "NASA release of 1972-03-15, in Logsdon, After Apollo? (2015), \"A 'Go' for Shuttle Development\": crewed test flights in 1978"},
	{"Delta IV, first flight", 1998.79, 2001.33, 2002.89, "contract Boeing 2000-07-11; April 2001 Flight International 2002-09, \"Boeing poised for Delta IV lift-off\"; flown same 2003-03, day from memory"},
	{"Orion, first crew", 2004.04, 2015.00, 2026.25, "Bush 2004-01-14, in Wikipedia, Orion, 2008-03-26: no later than 2014; Artemis II, press of April 2026"},
	{"Falcon 9, first flight", 2005.69, 2008.00, 2010.42, "White Label Space 2010-06-04, timeline; 2007 Space.com 2009-11, \"SpaceX picks launch date\""},
	{"Falcon Heavy, first flight", 2011.26, 2014.00, 2018.10, "Wikipedia, Falcon Heavy test flight: 2013 named in April 2011"},
	{"SLS, first flight", 2011.70, 2018.00, 2022.88, "NASA release 11-301 of 2011-09-14; 2017 Houston Chronicle of that day; flown Wikipedia"},
	{"H3, first flight", 2014.23, 2021.25, 2023.18, "SpaceNews 2014-03-25: 2020, fiscal year in Nippon.com 2022; flown press of March 2023, day from memory"},
	{"Crew Dragon, first crew", 2014.71, 2018.00, 2020.41, "Wikipedia, Commercial Crew Program: contracts 2014-09-16 for 2017; flown May 2020"},
	{"Starliner, first crew", 2014.71, 2018.00, 2024.43, "Wikipedia, Commercial Crew Program: contracts 2014-09-16 for 2017; flown 2024-06-05"},
	{"Ariane 6, first flight", 2014.92, 2021.00, 2024.52, "decided 2014 for 2020 Tportal 2024-06-05, month from memory; flown SatNews 2024-11-12"},
	{"Starlink, first service", 2015.04, 2020.04, 2020.82, "Parabolic Arc 2015-01-19: about five years, with global coverage; public trial in part of North America October 2020, day from memory"},
	{"Vulcan, first flight", 2015.28, 2020.00, 2024.02, "Financial Times 2015-04-13: 2019; flown Spaceflight Now 2024-02"},
	{"OneWeb, service", 2015.45, 2021.00, 2023.24, "Airbus 2015-06-15, in eoPortal: operational by 2020; Wikipedia, Eutelsat OneWeb: coverage in March 2023"},
	{"New Glenn, first flight", 2016.70, 2021.00, 2025.04, "HotNews 2021-02: announced in 2016 for 2020; Wikipedia, New Glenn: September 2016, flown 2025-01-16"},
	{"Starship, cargo to Mars", 2017.74, 2023.00, 0, "Mid-Day 2017-09-30: 2022"},
	{"Starship, orbit", 2019.74, 2020.24, 2026.74, "Novinite 2019-09-30: less than six months; Starship flight log, flight 14"},
	{"Kuiper, half of its satellites", 2020.58, 2026.58, 0, "FCC grant of 2020-07-30; waived with 330 of 1,616 in orbit, Wedoany 2026"},
	{"Neutron, first flight", 2021.16, 2025.00, 0, "Delmarva Now 2021-03-02: by 2024; a plan in isohub-space, 2026-10-05"},
	{"Starship, crew on the Moon", 2021.29, 2025.00, 0, "NASA 2021-04-16, in Business Bigwigs 2021-04-26: 2024"},
}

// Slip is the time that promises take by the time promised, lognormal.
type Slip struct {
	Median, Sigma float64
}

// SlipOf fits the slip to promises as they stood on a day: each that was made by
// then counts with the time it took, or with taking longer than until that day.
//
//	x = ln (Done − Made)/(For − Made),   x ~ N(ln Median, Sigma²)
//
// An open promise stands for what x is on average above the day's x_c, with
// λ = φ(α)/Q(α) and α = (x_c − μ)/σ, until that changes nothing more:
//
//	E x = μ + σλ,   E x² = μ² + σ² + σλ (x_c + μ)
//
// Source: Dempster, Laird and Rubin 1977, J. R. Stat. Soc. B 39(1), for sums over
// what is not seen; reference classes as in Flyvbjerg 2006, Project Manag. J. 37(3).
// Ignores: that later promises for the same thing are kept better; promises withdrawn.
// Good to: 2 % of the values that drew 20,000 promises, half of them open
// (TestVerif_SlipOf); of fifteen kept ones it leaves out in turn, fourteen lie in its
// 90 % (TestRegress_Promises); what it said at the end of 2020 is the backtest
// promised-dates.
// Needs: two promises kept by the day at different slips, else NaN.
func SlipOf(promises []Promise, day float64) Slip {
	var kept, open []float64
	for _, p := range promises {
		switch promised := p.For - p.Made; {
		case p.Made >= day || !(promised > 0):
		case p.Done > 0 && p.Done <= day:
			kept = append(kept, math.Log((p.Done-p.Made)/promised))
		default:
			open = append(open, math.Log((day-p.Made)/promised))
		}
	}
	if len(kept) < 2 {
		return Slip{math.NaN(), math.NaN()}
	}
	sum, squares := 0.0, 0.0
	for _, x := range kept {
		sum, squares = sum+x, squares+x*x
	}
	n := float64(len(kept))
	μ := sum / n
	σ := math.Sqrt(max(0, squares/n-μ*μ))
	if !(σ > 0) {
		return Slip{math.NaN(), math.NaN()}
	}
	n += float64(len(open))
	for range 10000 {
		s, q := sum, squares
		for _, c := range open {
			λ := hazard((c - μ) / σ)
			s += μ + σ*λ
			q += μ*μ + σ*σ + σ*λ*(c+μ)
		}
		m := s / n
		d := math.Sqrt(q/n - m*m)
		still := math.Abs(m-μ)+math.Abs(d-σ) < 1e-12
		if μ, σ = m, d; still {
			break
		}
	}
	return Slip{math.Exp(μ), σ}
}

// hazard is the standard normal's density by what lies above: z far out.
func hazard(z float64) float64 {
	if z > 30 {
		return z + 1/z
	}
	return math.Exp(-z*z/2) / math.Sqrt(2*math.Pi) / (0.5 * math.Erfc(z/math.Sqrt2))
}

// Year returns the year by which what was promised comes with probability u, given
// that it has not come by a day: the prior of an announced date.
//
// Source: SlipOf.
// Ignores: what is known of the promise beside its dates; that it may never be kept.
// Good to: SlipOf.
// Needs: For after Made, 0 < u < 1.
func (s Slip) Year(p Promise, day, u float64) float64 {
	μ, promised := math.Log(s.Median), p.For-p.Made
	past := 0.0
	if day > p.Made {
		past = 0.5 * math.Erfc(-(math.Log((day-p.Made)/promised)-μ)/s.Sigma/math.Sqrt2)
	}
	z := math.Sqrt2 * math.Erfinv(2*(past+u*(1-past))-1)
	return p.Made + promised*math.Exp(μ+s.Sigma*z)
}
