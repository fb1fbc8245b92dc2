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

// VerdictYear returns the entry of the verdict's year, or the last one of a
// shorter run; nil if there is none.
func VerdictYear(s *study.Summary) *study.SeriesYear {
	if y := At(s, verdictYear); y != nil || len(s.Series) == 0 {
		return y
	}
	return &s.Series[len(s.Series)-1]
}

// Verdict says in plain words how often orbit is the cheaper place, and how far
// its cost is from the ground's.
func Verdict(s *study.Summary) string {
	y := VerdictYear(s)
	if y == nil {
		return "The run is too short to say anything."
	}
	place := fmt.Sprintf("the cheaper place for %s in %d", Product(s.Headline.Product), y.Year)
	draws := Count(s.Draws) + " draws"
	bound := unseen(s.Draws)
	how := ""
	switch p := y.POrbitCheaper; {
	case p == 0:
		how = fmt.Sprintf("In none of %s (below %s %% with 95 %% confidence) is orbit %s", draws, Short(study.Number(bound)), place)
	case p == 1:
		how = fmt.Sprintf("In all of %s (above %.4g %% with 95 %% confidence) orbit is %s", draws, 100-bound, place)
	default:
		share := Percent(p)
		if p < 0.01 {
			share = Short(100*p) + " %"
		}
		how = fmt.Sprintf("In %s of %s%s orbit is %s", share, draws, margin(s, y.Year), place)
	}
	return how + "; " + distance(y.CostRatio) + "."
}

// unseen is the share, in percent, above which what was seen in none of n draws
// would have been seen at least once in 95 % of such runs: 1 − 0.05^(1/n), which
// for many draws is 3/n.
//
// Source: Hanley and Lippman-Hand, "If nothing goes wrong, is everything all
// right?", JAMA 249 (1983): the rule of three.
func unseen(n int) float64 { return -100 * math.Expm1(math.Log(0.05)/float64(max(n, 1))) }

// margin prints the sampling error of the share of draws in the verdict's year.
func margin(s *study.Summary, year int) string {
	if e := s.Sampling.Error("p_orbit_cheaper", year, "share").StandardError; e.Finite() {
		return " (±" + Short(100*e) + " points)"
	}
	return ""
}

// distance says how far orbit's cost is from the ground's.
func distance(ratio study.Band) string {
	switch {
	case !ratio.P10.Finite():
		return "in nine of ten draws and more no hour from orbit can be delivered"
	case !ratio.P50.Finite():
		return "in half of the draws or more no hour from orbit can be delivered"
	}
	text := fmt.Sprintf("an hour from orbit costs %s times the ground's", Short(ratio.P50))
	if !ratio.P90.Finite() {
		return fmt.Sprintf("%s (%s or more; in a tenth of the draws none can be delivered)", text, Short(ratio.P10))
	}
	return text + " (" + Short(ratio.P10) + "–" + Short(ratio.P90) + " in 80 % of draws)"
}

// Crossing says in plain words from when orbit is cheaper for good.
func Crossing(s *study.Summary) string {
	c := s.Headline.CrossoverYear
	switch {
	case c.P50.Finite():
		return fmt.Sprintf("Half of the draws cross over for good by %s; %s never do.", Year(c.P50), Percent(c.NeverFraction))
	case c.P10.Finite():
		return fmt.Sprintf("A tenth of the draws cross over for good by %s; %s never do.", Year(c.P10), Percent(c.NeverFraction))
	case c.NeverFraction >= 1 && len(s.Series) > 0:
		return fmt.Sprintf("No draw crosses over for good by %d.", s.Series[len(s.Series)-1].Year)
	}
	return fmt.Sprintf("%s of the draws never cross over.", Percent(c.NeverFraction))
}

// Paying says in plain words how often orbit earns its bill at the market's
// price: another question than where an hour is cheaper.
func Paying(s *study.Summary) string {
	y := VerdictYear(s)
	if y == nil {
		return ""
	}
	return fmt.Sprintf("Another question is whether orbit adds capacity that the ground cannot: at the market's price, scarcity included, what is ordered for orbit in %d earns its bill in %s of the draws.", y.Year, Percent(y.POrbitPays))
}

// Reason says in plain words what the verdict comes from.
func Reason(s *study.Summary) string {
	o := s.Pool
	if o.SpentUSDPerWYear.Finite() && o.SaveableUSDPerWYear.Finite() {
		return fmt.Sprintf("A watt ordered in %d for orbit saves at most %s $ a year of shell, power and site, spends %s $ on launch, bus, network and losses, and delivers %s of a ground watt's hours.",
			s.CostYear, Short(o.SaveableUSDPerWYear), Short(o.SpentUSDPerWYear), Percent(o.DeliveredFraction))
	}
	if At(s, s.CostYear) == nil {
		return fmt.Sprintf("The run ends before %d, the year of the bills.", s.CostYear)
	}
	return fmt.Sprintf("In no draw can a watt ordered in %d for orbit be set against one on the ground: one of them cannot be delivered.", s.CostYear)
}

// Prior says a set of priors in words: in a scenario of its own, what the result
// calls base is that scenario as it is.
func Prior(s *study.Summary, name string) string {
	if name == "base" && s.Scenario != "base" {
		return "as it is"
	}
	return name
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
