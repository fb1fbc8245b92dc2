package report

import (
	"fmt"
	"math"
	"slices"

	"github.com/dawndusk/dawndusk/study"
)

// verdictYear is the year of the headline probability.
const verdictYear = 2035

// At returns the series' entry of a year, or nil.
func At(s *study.Summary, year int) *study.SeriesYear {
	i := slices.IndexFunc(s.Series, func(y study.SeriesYear) bool { return y.Year == year })
	if i < 0 {
		return nil
	}
	return &s.Series[i]
}

// Sentences says what a study found in plain words: when orbit is cheaper, and
// what for.
func Sentences(s *study.Summary) (verdict, reason string) {
	y := At(s, verdictYear)
	if y == nil && len(s.Series) > 0 {
		y = &s.Series[len(s.Series)-1]
	}
	if y == nil {
		return "The run is too short to say anything.", ""
	}
	margin := samplingError(float64(y.POrbitCheaper), s.Draws)
	share := fmt.Sprintf("%s of draws (%s)", Percent(y.POrbitCheaper), margin)
	switch y.POrbitCheaper {
	case 0:
		share = fmt.Sprintf("none of %s draws", Count(s.Draws))
	case 1:
		share = fmt.Sprintf("all of %s draws", Count(s.Draws))
	}
	verdict = fmt.Sprintf("Orbit is the cheaper place for %s in %d in %s", Product(s.Headline.Product), y.Year, share)
	c := s.Headline.CrossoverYear
	switch {
	case c.P50.Finite():
		verdict += fmt.Sprintf("; it is so for good in half of them from %s, and never in %s.", Year(c.P50), Percent(c.NeverFraction))
	case c.P10.Finite():
		verdict += fmt.Sprintf("; a tenth of them cross over by %s, and %s never do.", Year(c.P10), Percent(c.NeverFraction))
	case c.NeverFraction >= 1:
		verdict += "; it never becomes so."
	default:
		verdict += fmt.Sprintf("; %s never cross over.", Percent(c.NeverFraction))
	}
	if o := s.Pool; o.SpentUSDPerWYear.Finite() && o.SaveableUSDPerWYear.Finite() {
		reason = fmt.Sprintf("A watt ordered in %d for orbit saves at most %s $ a year of shell, power and site, spends %s $ on launch, bus, network and losses, and delivers %s of a ground watt's hours.",
			s.CostYear, Short(o.SaveableUSDPerWYear), Short(o.SpentUSDPerWYear), Percent(o.DeliveredFraction))
	} else {
		reason = fmt.Sprintf("A watt ordered in %d for orbit could save at most %s $ a year of shell, power and site, but no satellite can be delivered at the median.",
			s.CostYear, Short(o.SaveableUSDPerWYear))
	}
	return verdict, reason
}

// samplingError prints the standard error of a share p of n draws, in points.
//
// Source: Agresti and Coull, "Approximate is better than exact", The American
// Statistician 52 (1998): a success and a failure are added, so that a share of
// none among few draws is not taken for certain.
func samplingError(p float64, n int) string {
	q := (p*float64(n) + 1) / float64(n+2)
	switch se := 100 * math.Sqrt(q*(1-q)/float64(n+2)); {
	case se < 0.095:
		return "±0.1"
	case se < 0.95:
		return fmt.Sprintf("±%.1f", se)
	default:
		return fmt.Sprintf("±%.0f", se)
	}
}

// Product says a product in words.
func Product(name string) string {
	switch name {
	case "training":
		return "frontier training"
	case "batch":
		return "batch work"
	case "inference":
		return "interactive inference"
	}
	return name
}
