package launch

import (
	"math"

	"github.com/dawndusk/dawndusk/orbit"
	"github.com/dawndusk/dawndusk/si"
)

// The launch sites, in the order in which ordinary missions fill them.
const (
	starbase = iota
	kennedy
	canaveral
	polarPad
	numSites
)

// capeLatitude is that of SLC-37; LC-39A is 0.08° north of it.
const capeLatitude = 28.531 * si.Degree

// Direct inclinations, in degrees: 57° is the steepest the eastern range allows
// from the Cape without a turn, 70° the flattest the western range does from
// Vandenberg. Source: Isakowitz, International Reference Guide to Space Launch
// Systems, 4th ed. 2004.
const (
	capeSteepest  = 57
	polarFlattest = 70
)

// firstTowers are the towers of each site when it opens: two at Starbase in
// 2026, one at LC-39A, two in the plan for SLC-37 (environmental impact
// statement 2025), one assumed for the polar pad.
var firstTowers = [numSites]int{2, 1, 2, 1}

// reach says how a site flies to a target.
type reach uint8

const (
	closed reach = iota
	direct
	dogleg
)

// site is one launch site.
type site struct {
	opens, base, licence float64 // year; flights a year at first and now
	towers, down         int     // towers, and of them under repair
	repaired             float64 // share of the next repair
	used                 int     // flights this calendar year
	cap                  int     // flights possible this month
	pad                  allowance
	open                 bool              // now
	way                  [NumTargets]reach // now
	reach                [NumTargets]reach // once any permission is given
}

// resetSites sets the sites of October 2026.
func (m *Model) resetSites(targets [NumTargets]orbit.Circular) {
	s, p := &m.sites, &m.p.Sites
	*s = [numSites]site{}
	s[starbase].base, s[starbase].opens = p.StarbaseLicence.In(si.PerYear), 0
	s[kennedy].base, s[kennedy].opens = p.KennedyLicence.In(si.PerYear), p.KennedyOpens.SI()
	s[canaveral].base, s[canaveral].opens = p.CanaveralLicence.In(si.PerYear), p.CanaveralOpens.SI()
	s[polarPad].base, s[polarPad].opens = p.PolarLicence.In(si.PerYear), p.PolarOpens.SI()
	for i := range s {
		s[i].licence, s[i].towers = s[i].base, firstTowers[i]
		for t := range targets {
			s[i].reach[t] = reachOf(i, targets[t].Inclination, m.p.Ascent.StarbaseSteepest)
		}
	}
}

// reachOf says how site i reaches an inclination.
func reachOf(i int, inclination, starbaseSteepest si.Angle) reach {
	deg := inclination.In(si.Degree)
	steep := min(deg, 180-deg) // a retrograde orbit is as steep as its mirror image
	switch i {
	case starbase:
		if inclination <= starbaseSteepest {
			return direct
		}
	case kennedy, canaveral:
		if deg <= capeSteepest {
			return direct
		}
		return dogleg
	case polarPad:
		if steep >= polarFlattest {
			return direct
		}
	}
	return closed
}

// survey notes which sites are open, how each flies to each target now, and when
// that changes next.
func (m *Model) survey() {
	permitted := m.p.Sites.CapePolarYear.SI()
	m.nextOpening = math.Inf(1)
	m.towers = 0
	m.now.known = false
	var straight, turned [NumTargets]float64
	for i := range m.sites {
		s := &m.sites[i]
		s.open = m.year >= s.opens
		s.way = [NumTargets]reach{}
		for _, y := range [...]float64{s.opens, permitted} {
			if y > m.year {
				m.nextOpening = min(m.nextOpening, y)
			}
		}
		if !s.open {
			continue
		}
		m.towers += s.towers
		for t, r := range s.reach {
			switch {
			case r == direct:
				straight[t] += s.licence
			case r == dogleg && m.year >= permitted:
				turned[t] += s.licence
			default:
				continue
			}
			s.way[t] = r
		}
	}
	// Where nothing reaches a target yet, the first flights will have to turn.
	for t := range m.turned {
		m.turned[t] = 1
		if all := straight[t] + turned[t]; all > 0 {
			m.turned[t] = turned[t] / all
		}
	}
}
