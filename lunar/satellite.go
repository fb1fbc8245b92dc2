package lunar

// Satellite is a satellite's mass by what its lines are, kg. The allowance for growth
// is spread over all.
type Satellite struct {
	Electronics float64 // compute, payload, terminals, avionics, thrusters
	Array       float64
	Battery     float64
	Metal       float64 // structure, radiators, shielding
	Loop        float64 // coolant with its pipes and pumps
	Propellant  float64
	Wheels      float64 // attitude control
	Conversion  float64 // of power
}

// NumLines is how many lines a satellite has as the Moon sees it.
const NumLines = 11

// Lines are the lines by what they are made of. They sum to the satellite.
func (s *Satellite) Lines(p *Supply) [NumLines]Line {
	cells, glass, metal := float64(p.ArrayCells), float64(p.ArrayGlass), float64(p.LoopMetal)
	return [NumLines]Line{
		{ClassElectronics, s.Electronics},
		{ClassCells, cells * s.Array}, {ClassGlass, glass * s.Array}, {ClassMetal, (1 - cells - glass) * s.Array},
		{ClassStorage, s.Battery}, {ClassMetal, s.Metal},
		{ClassMetal, metal * s.Loop}, {ClassVolatile, (1 - metal) * s.Loop},
		{ClassVolatile, s.Propellant}, {ClassSteel, s.Wheels}, {ClassConductor, s.Conversion},
	}
}

// Split splits the satellite between the Moon and the Earth.
func (s *Satellite) Split(p *Params) Bill {
	lines := s.Lines(&p.Supply)
	return Split(p, lines[:])
}

// MoonShare is the share of the whole that is made on the Moon.
func (b *Bill) MoonShare() float64 {
	if b.MoonKg > 0 {
		return b.MoonKg / (b.MoonKg + b.EarthKg)
	}
	return 0
}

// SatellitesPerYear is how many satellites of this bill a month's delivery completes
// in a year, if the rest comes from Earth.
func (b *Bill) SatellitesPerYear(deliveredKg float64) float64 {
	if b.MoonKg > 0 {
		return 12 * deliveredKg / b.MoonKg
	}
	return 0
}
