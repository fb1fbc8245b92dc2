package lab

import "math"

// world is a month of a world to test in: the group's stock is Epoch AI's of
// Colossus 1 and 2 until May 2026, the rest of the future is made up and smooth.
func world(month int) Input {
	y := float64(month) / 12
	ground := 0.56e6
	if month >= 4 {
		ground = 1.67e6 * math.Pow(1.7, math.Max(0, y-1))
	}
	return Input{
		Month: month, GroundH100e: ground, GroundTraining: 0.9, OrbitTraining: 0.5,
		WorldH100e:  16e6 * math.Exp(1.4*(1-math.Exp(-y/2.5))+0.35*y),
		USDPerH100e: 31.7e3 * math.Pow(0.76, y), USDPerH100eHour: 1.8 * math.Pow(0.85, y), RivalSpending: 1,
		X: 1, StarlinkUsers: 9e6 + 6e6*math.Min(y, 6), TurnoverUSD: 25e9 * math.Pow(1.2, y),
		Valuation: 1, Listed: month >= 5, Recorded: true,
	}
}

// play runs so many months of a world and returns where it then stands.
func play(p *Params, months int, change func(*Input)) Output {
	var m Model
	var out Output
	m.Reset(p)
	for i := range months {
		in := world(i)
		if change != nil {
			change(&in)
		}
		m.Month(&in, &out)
	}
	m.Tell(&out)
	m.Compare(&out)
	return out
}
