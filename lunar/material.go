// Package lunar is a factory on the Moon: what lands becomes plant, plant makes
// soil into more plant and into parts of satellites, and a track or rockets send
// those where they are wanted.
//
// No growth is put in. It follows from what a kilogram of each kind of equipment
// does in a year, from energy, labour and wear, and from the part of new plant
// that must still come from Earth. A doubling time is something to be read off.
//
// Equations and their limits: doc/model/lunar.md.
package lunar

// Material is what soil is made into.
type Material uint8

// The materials.
const (
	Oxygen Material = iota
	Silicon
	Aluminium
	Iron
	Calcium
	Magnesium
	Titanium
	Glass // soil molten as a whole
	NumMaterials
)

var materialNames = [NumMaterials]string{"oxygen", "silicon", "aluminium", "iron", "calcium", "magnesium", "titanium", "glass"}

// String returns the material's name.
func (m Material) String() string {
	if m >= NumMaterials {
		return "unknown"
	}
	return materialNames[m]
}

// Mix is kilograms of each material in a kilogram; its sum is one, or zero where
// nothing is made.
type Mix [NumMaterials]float64

func (m *Mix) sum() (kg float64) {
	for _, x := range m {
		kg += x
	}
	return kg
}

// Class is what a line of a satellite is made of.
type Class uint8

// The classes.
const (
	ClassMetal       Class = iota // structures, panels, tanks, shields: aluminium
	ClassSteel                    // the same in iron
	ClassTitanium                 //
	ClassConductor                // wires, windings, bus bars
	ClassCells                    // photovoltaic cells
	ClassGlass                    // covers, blankets, fibres
	ClassOxygen                   // as a propellant
	ClassElectronics              // chips, boards, optics, sensors
	ClassStorage                  // batteries
	ClassVolatile                 // coolant, noble gases, fuel
	NumClasses
)

var classNames = [NumClasses]string{"light metal", "steel", "titanium", "conductor", "cells", "glass", "oxygen", "electronics", "batteries", "volatiles"}

// String returns the class's name.
func (c Class) String() string {
	if c >= NumClasses {
		return "unknown"
	}
	return classNames[c]
}

// Absent is an element that the soil holds too little of to make it there.
type Absent struct {
	Element     string
	PPM         float64 // typical of mare and highland soils, by mass
	Consequence string
}

// Missing are the elements that must come from Earth, in the order of how much
// of a factory hangs on them.
//
// Source: Lunar Sourcebook (Heiken, Vaniman and French 1991), chapters 7 and 8;
// from memory, to one figure.
// Ignores: ice in polar shadows, which is not proven in minable amounts and would
// give hydrogen and some carbon and nitrogen.
// Good to: a factor of two.
var Missing = [...]Absent{
	{"C", 100, "no plastics, insulation or steel beyond what is landed; no carbon anodes, no methane"},
	{"H", 50, "no water, acids or hydrogen to reduce with; fuel for rockets is landed"},
	{"N", 100, "no nitrides, ammonia or air"},
	{"Cu", 10, "conductors are aluminium or calcium, at half again to twice the volume"},
	{"Cl", 20, "no chlorides to purify silicon or titanium with, but in a closed loop"},
	{"F", 80, "no fluoride melts, but in a closed loop"},
	{"B", 10, "dopant of cells; grams a kilowatt, landed"},
	{"P", 500, "dopant of cells; there is phosphorus in KREEP soils, too little purified"},
	{"Ag", 0.01, "contacts of cells are aluminium, at a loss of yield"},
	{"Ga", 5, "no gallium arsenide cells; silicon alone"},
	{"Au", 0.003, "bonds of chips; chips are landed"},
	{"Xe", 1e-4, "no noble gas for thrusters; oxygen or magnesium instead, or landed"},
	{"Li", 10, "no batteries beyond what is landed"},
}

// Line is a line of a satellite's bill of materials.
type Line struct {
	Class Class
	Kg    float64
}

// Bill is a bill of materials split between the Moon and the Earth.
type Bill struct {
	MoonKg, EarthKg float64
	Mix             Mix // of the part made on the Moon
}

// Split splits a bill of materials.
//
// A line of a class is made on the Moon for the share that its materials allow;
// what is left of it (alloying, dopants, contacts, coatings) and every line that
// the Moon has no material for comes from Earth to the place where the satellite
// is put together, not to the Moon.
//
// Source: derived; the shares are inputs.
// Ignores: that a part of other material may weigh more for the same duty.
// Good to: the two sum to the bill to rounding, TestVerif_SplitSums.
// Needs: masses not below zero.
func Split(p *Params, lines []Line) (b Bill) {
	for _, l := range lines {
		share, m := 0.0, Aluminium
		switch l.Class {
		case ClassMetal:
			share = float64(p.Supply.Metal)
		case ClassSteel:
			share, m = float64(p.Supply.Metal), Iron
		case ClassTitanium:
			share, m = float64(p.Supply.Metal), Titanium
		case ClassConductor:
			share = float64(p.Supply.Conductor)
		case ClassCells:
			share, m = float64(p.Supply.Cells), Silicon
		case ClassGlass:
			share, m = float64(p.Supply.Glass), Glass
		case ClassOxygen:
			share, m = float64(p.Supply.Oxygen), Oxygen
		}
		moon := share * l.Kg
		b.MoonKg += moon
		b.EarthKg += l.Kg - moon
		b.Mix[m] += moon
	}
	if b.MoonKg > 0 {
		for m := range b.Mix {
			b.Mix[m] /= b.MoonKg
		}
	}
	return b
}
