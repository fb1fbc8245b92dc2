package lunar

import (
	"math"

	"github.com/dawndusk/dawndusk/si"
)

// oxide is what an element is bound as in soil: oxygen by mass of the element, and
// the heat of formation by mass of the element, kWh/kg.
//
// Source: atomic masses IUPAC 2021; heats of formation at 298 K from NIST-JANAF:
// SiO2 −910.7, Al2O3 −1675.7, FeO −272.0, CaO −635.1, MgO −601.6, TiO2 −944.0 kJ/mol.
var oxide = [NumMaterials]struct{ oxygen, floor float64 }{
	Silicon:   {2 * 15.999 / 28.085, 910.7 / 3.6 / 28.085},
	Aluminium: {3 * 15.999 / (2 * 26.982), 1675.7 / 3.6 / (2 * 26.982)},
	Iron:      {15.999 / 55.845, 272.0 / 3.6 / 55.845},
	Calcium:   {15.999 / 40.078, 635.1 / 3.6 / 40.078},
	Magnesium: {15.999 / 24.305, 601.6 / 3.6 / 24.305},
	Titanium:  {2 * 15.999 / 47.867, 944.0 / 3.6 / 47.867},
}

// FloorKWhPerKg is the least energy that wins a kilogram of an element from its
// oxide: the heat of formation by mass, at room temperature.
//
//	e = |ΔH_f| / (n M)
//
// Source: definition; the heats above.
// Ignores: heat to melt, overvoltage, whatever is lost.
// Good to: three figures, ExampleFloorKWhPerKg.
// Needs: an element; zero for glass, and for oxygen, which has its own function.
func FloorKWhPerKg(m Material) float64 { return oxide[m].floor }

// OxygenFloorKWhPerKg is the same for a kilogram of oxygen from silica.
func OxygenFloorKWhPerKg() float64 { return oxide[Silicon].floor / oxide[Silicon].oxygen }

// Composition is what a kilogram of soil holds of each element. Where the shares
// drawn sum to more than one they are divided by their sum.
func (r *Regolith) Composition() (w Mix) {
	w = Mix{Oxygen: float64(r.Oxygen), Silicon: float64(r.Silicon), Aluminium: float64(r.Aluminium), Iron: float64(r.Iron),
		Calcium: float64(r.Calcium), Magnesium: float64(r.Magnesium), Titanium: float64(r.Titanium)}
	sum := 0.0
	for _, x := range w {
		sum += x
	}
	if sum > 1 {
		for m := range w {
			w[m] /= sum
		}
	}
	return w
}

// recipe is what a kilogram of product takes.
type recipe struct {
	soil    float64 // kg
	kWh     float64
	refined float64 // kg won from soil as an element
}

// recipeFor works out what a kilogram of a mix takes.
//
// The soil dug is that which holds the scarcest element of the mix, and besides
// it what is molten whole. With the content w, the recovery ρ and the mix m,
//
//	S = max_i(m_i / ρ w_i) + m_glass / ρ
//	E = Σ m_i e_i + max(0, m_O − Σ m_i o_i) e_O + S e_mining + e_fabrication
//
// o_i being the oxygen that comes with a kilogram of metal. What is not wanted of
// it, and of the other elements, is slag.
//
// Source: stoichiometry; energies are inputs.
// Ignores: ores richer than the mean, metals won together at less energy.
// Good to: exact as stated; soil = product + slag, TestVerif_MassIsKept.
// Needs: contents and recovery above zero.
func (p *Params) recipeFor(m *Mix) (r recipe) {
	w := p.Regolith.Composition()
	recovery := float64(p.Regolith.Recovery)
	kWh := func(e si.SpecificEnergy) float64 { return e.In(1000 * si.WattHourPerKilogram) }
	each := [NumMaterials]float64{Silicon: kWh(p.Energy.Silicon), Aluminium: kWh(p.Energy.Aluminium), Iron: kWh(p.Energy.Iron),
		Calcium: kWh(p.Energy.Other), Magnesium: kWh(p.Energy.Other), Titanium: kWh(p.Energy.Other), Glass: kWh(p.Energy.Glass)}
	released := 0.0
	for i := range Glass {
		if m[i] > 0 {
			r.soil = math.Max(r.soil, m[i]/(recovery*w[i]))
			released += m[i] * oxide[i].oxygen
			r.refined += m[i]
		}
	}
	for i := range m {
		r.kWh += m[i] * each[i]
	}
	r.kWh += math.Max(0, m[Oxygen]-released) * kWh(p.Energy.Oxygen)
	r.soil += m[Glass] / recovery
	r.kWh += r.soil*kWh(p.Energy.Mining) + kWh(p.Energy.Fabrication)
	return r
}

// plantMix is what the Moon-made part of new plant is made of.
func (p *Params) plantMix() (m Mix) {
	m = Mix{Aluminium: float64(p.Plant.Aluminium), Silicon: float64(p.Plant.Silicon), Iron: float64(p.Plant.Iron), Glass: float64(p.Plant.Glass)}
	sum := m[Aluminium] + m[Silicon] + m[Iron] + m[Glass]
	for i := range m {
		m[i] /= sum
	}
	return m
}
