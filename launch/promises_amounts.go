package launch

import "math"

// Amount is a quantity that was promised and what it came to.
type Amount struct {
	What, Unit         string
	Made, Counted      float64 // calendar years; counted at the end of the time promised, or October 2026
	Promised, Achieved float64
	Cost               bool // less is better
	Source             string
}

// Share is how much of the promise was kept: of a cost, what was promised of what
// it came to.
func (a *Amount) Share() float64 {
	if a.Cost {
		return a.Promised / a.Achieved
	}
	return a.Achieved / a.Promised
}

// Amounts are quantities promised in public for launchers, constellations and data
// centres, in the order in which they were counted.
//
// One number for each thing and year, the first that was found. The list was made
// knowing the outcomes; ten of its twenty-two are Falcon's flights by year, which are
// not independent. Falcon's flights were counted against targets of a few
// months to two years; the Shuttle's and the constellations' against plans of many.
var Amounts = [...]Amount{
	{"Teledesic, satellites", "satellites", 1994.22, 2003, 840, 0, false, "Wikipedia, Teledesic: announced 1994-03-21 for 2002; one for trials, none of the constellation"},
	{"Space Shuttle, dollars of 2010 by kg", "$/kg", 1972.04, 2010.5, 1049, 14186, true, "Wikipedia, Criticism of the Space Shuttle program: 118 $/lb of 1972, 558 $/lb of 2019, here at the consumer price index of 2010; cost of one more flight in 2010, all of it being 60,000"},
	{"Space Shuttle, flights a year", "flights", 1972.01, 2011.55, 48, 4.3, false, "Wired 2011-01-05: 48 a year; Logsdon, After Apollo? (2015): 40 to 60, mean of thirty years 4.3"},
	{"Falcon 2016", "flights", 2016.19, 2017, 18, 8, false, "SpaceNews 2016-03-09; flown as in study/backtests/falcon.csv, here and below"},
	{"Falcon 2017", "flights", 2016.19, 2018, 24, 18, false, "SpaceNews 2016-03-09: 24 or more"},
	{"Falcon 2018", "flights", 2017.74, 2019, 30, 21, false, "Teslarati 2023-01, on Musk in September 2017"},
	{"Falcon 2019", "flights", 2019.70, 2020, 18, 13, false, "Teslarati 2023-01, on Shotwell in September 2019"},
	{"Falcon 2020", "flights", 2016.2, 2021, 52, 25, false, "Futurism 2016-03: one a week by 2020"},
	{"OneWeb, satellites", "satellites", 2015.45, 2021, 648, 110, false, "Airbus 2015-06-15, in eoPortal: by 2020; 74 to March 2020 Wikipedia, 36 in December 2020 from memory"},
	{"Falcon 2021", "flights", 2020.80, 2022, 48, 31, false, "Teslarati 2023-01, on Musk in October 2020"},
	{"Falcon 2022", "flights", 2022.07, 2023, 52, 61, false, "Tesla North 2022-01-27, on NASA's safety panel"},
	{"Starlink, satellites at work", "satellites", 2022.24, 2023.74, 4200, 4780, false, "Business Insider 2022-03-28: in 18 months; between the counts of May and November 2023"},
	{"Falcon 2023", "flights", 2022.66, 2024, 100, 96, false, "Republic 2022-09-01, on Musk"},
	{"Starship V1, payload", "t", 2023.30, 2024.88, 15, 0, false, "Wikipedia, List of Starship launches, read 2026-10-04: claimed and flown, here and for V2; dated by the block's first and last flights"},
	{"Starlink, first constellation", "satellites", 2017.34, 2025, 4425, 6281, false, "CircleID 2017-08-15, on Cooper before the Senate: by 2024; in orbit in May 2024, of another design"},
	{"Falcon 2024", "flights", 2023.80, 2025, 144, 134, false, "India Today 2023-10-19, on Gerstenmaier before the Senate"},
	{"Starship V2, payload", "t", 2025.04, 2025.78, 35, 16, false, "as V1; 20 t on flight 7 were lost on ascent"},
	{"Falcon 2025", "flights", 2025.1, 2026, 180, 165, false, "Behind the Black 2025-05-28: 180 at the start of the year, 170 in May"},
	{"Starship 2025", "flights", 2024.86, 2026, 25, 5, false, "Tech Times 2024-11-15, on Lueders; flown as in Starship's flight log"},
	{"Colossus 2, said to be at work", "MW", 2026.05, 2026.05, 1000, 302, false, "Musk 2026-01-17; Epoch AI, satellite image of 2026-01-13"},
	{"Kuiper, half of its satellites", "satellites", 2020.58, 2026.58, 1616, 330, false, "Wedoany 2026: FCC milestone of 2026-07-30, waived"},
	{"Starship V3, payload", "t", 2026.38, 2026.74, 100, 44.3, false, "Form S-1, 2026-05-20; Starship flight log, flight 14"},
}

// Shares is how much of what is promised comes: nothing, or a lognormal share.
type Shares struct {
	Nothing            float64 // probability
	Mean, Error        float64 // of the logarithm of a share that is something; Error of a new one
	Degrees            float64 // of freedom of Error
	Counted, Something int
}

// SharesOf fits the shares to the amounts that were counted by a day.
//
//	P(nothing) = (k + 1/2)/(n + 1),   ln share ~ m + s √(1 + 1/N) t
//
// with k of n that came to nothing and N that did not; t is Student's, of N − 1
// degrees.
//
// Source: Jeffreys' prior for k of n (Brown, Cai and DasGupta 2001, Statistical
// Science 16(2)); the prediction interval of a normal sample.
// Ignores: that amounts of one maker depend on one another; how far ahead each was
// promised; that targets are moved.
// Good to: nothing that was tested but the backtest promised-amounts.
// Needs: two amounts counted that came to something, else NaN.
func SharesOf(amounts []Amount, day float64) Shares {
	var s Shares
	var logs []float64
	for i := range amounts {
		a := &amounts[i]
		if a.Counted > day {
			continue
		}
		s.Counted++
		if x := a.Share(); x > 0 {
			logs = append(logs, math.Log(x))
		}
	}
	n := float64(len(logs))
	s.Something, s.Degrees = len(logs), n-1
	s.Nothing = (float64(s.Counted-s.Something) + 0.5) / (float64(s.Counted) + 1)
	squares := 0.0
	for _, x := range logs {
		s.Mean += x / n
	}
	for _, x := range logs {
		squares += (x - s.Mean) * (x - s.Mean)
	}
	s.Error = math.Sqrt(squares / (n - 1) * (1 + 1/n))
	if s.Something < 2 {
		s.Mean, s.Error = math.NaN(), math.NaN()
	}
	return s
}

// At returns the share that is not exceeded with probability u.
//
// Source: SharesOf; Student's t by Abramowitz and Stegun 26.7.5 to its second term.
// Ignores: SharesOf.
// Good to: 1 % of t between 5 and 95 % from six degrees of freedom (TestVal_SharesAt).
// Needs: 0 < u < 1.
func (s *Shares) At(u float64) float64 {
	if u <= s.Nothing {
		return 0
	}
	z := math.Sqrt2 * math.Erfinv(2*(u-s.Nothing)/(1-s.Nothing)-1)
	n := s.Degrees
	t := z + (z*z*z+z)/(4*n) + (5*math.Pow(z, 5)+16*z*z*z+3*z)/(96*n*n)
	return math.Exp(s.Mean + s.Error*t)
}
