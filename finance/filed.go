package finance

import "math"

// Filed is one period as the group filed it, in millions of dollars of the day.
// NaN is what was not filed. The year 2024 stands in the filings as growth
// rates: its segments are derived from them.
type Filed struct {
	Year, Quarter  int // quarter 0: the whole year
	Revenue        float64
	Segment        [NumSegments]float64
	Operating      [NumSegments]float64
	AdjustedEBITDA float64
	NetIncome      float64
	Capex          float64
	CapexBySegment [NumSegments]float64
	Subscribers    float64 // millions, end of the period
	ARPU           float64 // $ a month
	Cash           float64 // end of the period
	LongTermDebt   float64 // end of the period
}

var none = math.NaN()

// filings are the periods filed.
//
// Source: SpaceX Form S-1, file 333-296070 (2023 to the first quarter of 2026)
// and Form 10-Q, accession 0001628280-26-052535 (second quarters), both read at
// second hand.
var filings = [...]Filed{
	{2023, 0, none, [3]float64{none, none, none}, [3]float64{none, none, none}, none, none, none, [3]float64{none, none, 463}, none, 99, none, none},
	{2024, 0, 14040, [3]float64{3797, 7601, 2640}, [3]float64{none, none, none}, none, 791, 11200, [3]float64{none, none, none}, 4.6, 91, none, none},
	{2025, 0, 18674, [3]float64{4086, 11387, 3201}, [3]float64{-657, 4423, -6355}, 6584, -4940, 20737, [3]float64{3800, 4200, 12727}, 9, 81, 24747, none},
	{2025, 2, 4071, [3]float64{746, 2588, 737}, [3]float64{-369, 923, -1524}, 1214, none, none, [3]float64{none, none, 749}, 6, 85, none, none},
	{2026, 1, 4694, [3]float64{619, 3257, 818}, [3]float64{-662, 1188, -2469}, 1127, -4280, 10100, [3]float64{none, none, 7723}, 10.3, 66, 15852, 29100},
	{2026, 2, 7814, [3]float64{962, 4291, 2561}, [3]float64{-542, 1656, -1257}, 3538, -541, 18369, [3]float64{1174, 1367, 15828}, 12, 66, none, none},
}

const (
	filed2023 = iota
	filed2024
	filed2025
	filedQ22025
	filedQ12026
	filedQ22026
)

// Filings returns the periods filed.
func Filings() []Filed { return append([]Filed(nil), filings[:]...) }

// Of the first half of 2026 and of its end.
//
// Source: the group's update on the second quarter of 2026 (operating cash flow
// of the half year); Form 8-K of 22 June 2026 (cash on 19 June).
const (
	operatingCashHalfYear = 3466e6
	cashJune19            = 100800e6
	daysToJune19          = 80. / 91 // of the second quarter
)

// Quarter is one quarter of the table from 2024 on, in millions of dollars of
// the day.
type Quarter struct {
	Year, Quarter  int
	Interpolated   bool // not filed by itself: between its neighbours, the year's sum held
	Segment        [NumSegments]float64
	Operating      [NumSegments]float64
	AdjustedEBITDA float64
	KnowsResult    bool    // operating result and EBITDA of its year are filed
	Subscribers    float64 // millions, end of the quarter
	ARPU           float64 // $ a month; a year's mean stands for its sum
	Subscriptions  float64 // average subscribers times ARPU
	Rest           float64 // of connectivity: hardware, enterprise, mobility, government
}

// NumQuarters are the quarters from the first of 2024 to the second of 2026.
const NumQuarters = 10

// Quarters returns the table.
//
// A series runs straight between the mean quarter of 2024 (or, where that is not
// filed, from the second quarter of 2025 backwards), the second quarter of 2025
// and the first of 2026; what a year then lacks of its filed sum is shared out
// evenly over its quarters that were not filed.
//
// Source: the definitions.
// Ignores: seasons; launches are lumpy by quarter.
// Good to: exact in filed periods and sums of years; between them not measured.
// Needs: nothing.
func Quarters() [NumQuarters]Quarter {
	var q [NumQuarters]Quarter
	for i := range q {
		q[i].Year, q[i].Quarter = 2024+i/4, i%4+1
		q[i].Interpolated = i < 5 || i == 6 || i == 7
		q[i].KnowsResult = i >= 4
	}
	y24, y25, a, b, c := &filings[filed2024], &filings[filed2025], &filings[filedQ22025], &filings[filedQ12026], &filings[filedQ22026]
	for s := range NumSegments {
		v := path(y24.Segment[s], y25.Segment[s], a.Segment[s], b.Segment[s], c.Segment[s])
		o := path(none, y25.Operating[s], a.Operating[s], b.Operating[s], c.Operating[s])
		for i := range q {
			q[i].Segment[s], q[i].Operating[s] = v[i], o[i]
		}
	}
	e := path(none, y25.AdjustedEBITDA, a.AdjustedEBITDA, b.AdjustedEBITDA, c.AdjustedEBITDA)
	bill := path(4*y24.ARPU, 4*y25.ARPU, a.ARPU, b.ARPU, c.ARPU)
	at := subscribersAt(subscriberRecord[:], 2024)
	for i := range q {
		end := subscribersAt(subscriberRecord[:], 2024+float64(i+1)/4)
		q[i].AdjustedEBITDA, q[i].Subscribers, q[i].ARPU = e[i], end, bill[i]
		q[i].Subscriptions = (at + end) / 2 * bill[i] * 3
		at = end
		q[i].Rest = q[i].Segment[ConnectivitySegment] - q[i].Subscriptions
	}
	return q
}

// path runs a series through its filed quarters and years.
func path(year24, year25, q225, q126, q226 float64) (v [NumQuarters]float64) {
	v[5], v[8], v[9] = q225, q126, q226
	slope := (v[8] - v[5]) / 3
	v[6], v[7] = v[5]+slope, v[5]+2*slope
	if math.IsNaN(year24) {
		v[4] = v[5] - slope
	} else {
		slope = (v[5] - year24/4) / 3.5
		for i := range 5 {
			v[i] = year24/4 + slope*(float64(i)-1.5)
		}
	}
	lack := (year25 - v[4] - v[5] - v[6] - v[7]) / 3
	for _, i := range [...]int{4, 6, 7} {
		v[i] += lack
	}
	return v
}

// SubscriberCount is a published number of Starlink subscribers.
type SubscriberCount struct {
	Year     float64 // 2024.5 is the end of June 2024
	Millions float64
}

// subscriberRecord are the published counts that fix a date to the month.
//
// Source: Starlink progress reports, the filings and press reports of 2022 to
// 2026 (table finance/testdata/subscribers.csv says which).
var subscriberRecord = [...]SubscriberCount{
	{2023, 1}, {2023 + 5./12, 1.5}, {2023 + 9./12, 2}, {2024, 2.3}, {2024 + 5./12, 3}, {2024 + 9./12, 4}, {2025, 4.6},
	{2025 + 2./12, 5}, {2025.5, 6}, {2025 + 8./12, 7}, {2025 + 11./12, 8}, {2026, 9}, {2026 + 2./12, 10}, {2026.25, 10.3}, {2026.5, 12},
}

// SubscriberRecord returns the published counts.
func SubscriberRecord() []SubscriberCount {
	return append([]SubscriberCount(nil), subscriberRecord[:]...)
}

// subscribersAt reads between two counts, in equal ratios.
func subscribersAt(record []SubscriberCount, year float64) float64 {
	for i := 1; i < len(record); i++ {
		if a, b := record[i-1], record[i]; year <= b.Year {
			return a.Millions * math.Pow(b.Millions/a.Millions, (year-a.Year)/(b.Year-a.Year))
		}
	}
	return record[len(record)-1].Millions
}
