package sat

import (
	"encoding/csv"
	"math"
	"os"
	"strconv"
	"testing"
)

// loopArea returns the panel, m2, on which a coolant that carries the given heat,
// W, cools from inlet to outlet, K, when a panel at T gives flux(T) to space. A
// coolant of even specific heat spends on each kelvin the area dA with
//
//	flux(T)·dA = Q·dT / (T_in − T_out)
//
// The film between coolant and panel is left out.
func loopArea(heat, inlet, outlet float64, flux func(kelvin float64) float64) float64 {
	const steps = 500
	sum := 0.0
	for i := range steps {
		sum += 1 / flux(outlet+(inlet-outlet)*(float64(i)+0.5)/steps)
	}
	return heat * sum / steps
}

// outletFor returns the outlet temperature, K, at which area needs just panel.
// The area falls as the outlet gets warmer; between coldest and warmest.
func outletFor(panel, coldest, warmest float64, area func(outlet float64) float64) float64 {
	for range 60 {
		if middle := (coldest + warmest) / 2; area(middle) > panel {
			coldest = middle
		} else {
			warmest = middle
		}
	}
	return (coldest + warmest) / 2
}

func table(t *testing.T, path string) [][]string {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	r := csv.NewReader(f)
	r.Comment = '#'
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(path, err)
	}
	return rows
}

// station returns the published figures of the Station's radiators, each in the
// unit of its row.
func station(t *testing.T) map[string]float64 {
	t.Helper()
	m := map[string]float64{}
	for _, row := range table(t, "testdata/radiators.csv") {
		v, err := strconv.ParseFloat(row[1], 64)
		if err != nil {
			t.Fatal(row[0], err)
		}
		m[row[0]] = v
	}
	return m
}

func fahrenheit(f float64) float64 { return (f-32)/1.8 + 273.15 }

// The main radiators of the International Space Station: six of 23.3 m by 3.4 m,
// 35 kW a loop. Their published state, all of it from outside (testdata/radiators.csv):
// the loop's ammonia comes back at 37 °F and the heat over flow and specific heat,
// 10 °C; a seventh of it goes through the radiators and leaves them at the goal of
// −40 °F, the rest past them; and the pointing holds the environment at the goal
// of −60 °F, between cold enough to give the heat and too cold for ammonia. Two faces, coating at
// the end of life, sheets of a hundredth of an inch.
//
// The balance must give the 475 m2 of the panels as drawn, gaps and manifolds
// included, within the 15 % of our acceptance, both for tubes across the panel and
// for tubes along it, which is not published; and the other way round, the
// outlet of those 475 m2 within the 15 °F to which the environment is held, since
// one moves with the other. The second is the sharper: the area is steep here.
//
// That both goals and the rated heat belong to one state is our reading. The
// papers that would say so (SAE 951651, 981699) were read in abstract only.
func TestVal_StationMainRadiators(t *testing.T) {
	p, s := base(), station(t)
	panel := s["main_orus"] * s["main_length"] * s["main_width"]
	outlet, environment := fahrenheit(s["main_outlet"]), fahrenheit(s["main_environment"])
	k, sheets := p.Thermal.FinConductivity.SI(), 2*s["main_sheet"]/1e3

	// area is for both loops; around is the environment, K, all round the panel.
	area := func(outlet, around, spacing float64) float64 {
		σT4 := stefanBoltzmann * around * around * around * around
		all := Surroundings{EarthInfrared: σT4, ViewA: 1, ViewB: 1}
		flux := func(T float64) float64 {
			ε := s["main_emissivity"]
			return PanelFlux(T, FinEfficiency(T, ε, k, sheets, spacing/2), ε, 0, &all)
		}
		sum := 0.0
		for _, flow := range []float64{s["main_flow_a"], s["main_flow_b"]} {
			const pound = 0.45359237
			inlet := fahrenheit(s["main_supply"]) + s["main_heat"]/(flow*pound/3600*s["ammonia_heat"])
			sum += loopArea(s["main_heat"], inlet, outlet, flux)
		}
		return sum
	}
	for _, c := range []struct {
		tubes   string
		spacing float64
	}{
		{"across", s["main_length"] / s["main_panels"] / s["main_tubes"]},
		{"along", s["main_width"] / s["main_tubes"]},
	} {
		a := area(outlet, environment, c.spacing)
		out := outletFor(panel, environment+0.01, fahrenheit(s["main_supply"]), func(T float64) float64 { return area(T, environment, c.spacing) })
		held := s["main_environment_error"] / 1.8
		t.Logf("tubes %s: %.0f m2, flown %.0f (%+.1f %%); outlet %.1f °C, goal %.1f; environment 15 °F colder or warmer %.0f and %.0f m2",
			c.tubes, a, panel, 100*(a/panel-1), out-273.15, outlet-273.15, area(outlet, environment-held, c.spacing), area(outlet, environment+held, c.spacing))
		if math.Abs(a/panel-1) > 0.15 {
			t.Errorf("tubes %s: %.0f m2, flown %.0f", c.tubes, a, panel)
		}
		if math.Abs(out-outlet) > held {
			t.Errorf("tubes %s: outlet %.1f °C, goal %.1f", c.tubes, out-273.15, outlet-273.15)
		}
	}
}

// A finite-element model of the same wings by others, with orbit, shadow and heat
// capacity, all flow through the radiators: 14 cases from 35 to 185 kW a loop,
// −43 to +31 °C at the outlet. Given its inputs, the balance must find its 220 m2
// within 10 %: 5 % for the mean over an orbit instead of its course, 5 % for
// eight panels in a row and for a wing that sees the other. Fins are perfect there,
// so this tests the balance and the loop, not the fin.
func TestVal_StationFiniteElements(t *testing.T) {
	const (
		wing = 24 * 2.70 * 3.40 // m2
		film = 120              // W/m2/K
		heat = 4610             // J/kg/K
		R, h = 6378.137, 400    // km
	)
	ρ := math.Asin(R / (R + h))
	edge, nadir := (ρ-math.Sin(ρ)*math.Cos(ρ))/math.Pi, math.Sin(ρ)*math.Sin(ρ)
	dark := ρ / math.Pi // β = 0
	least, most := math.Inf(1), math.Inf(-1)
	for _, row := range table(t, "testdata/station_finite_elements.csv") {
		var v [8]float64
		for i := range v {
			var err error
			if v[i], err = strconv.ParseFloat(row[i+1], 64); err != nil {
				t.Fatal(row, err)
			}
		}
		solar, albedo, infrared, α, ε, flow, q, outlet := v[0], v[1], v[2], v[3], v[4], v[5]*0.45359237/3600, v[6]*1e3, v[7]+273.15
		mean := Surroundings{EarthInfrared: infrared, ViewA: (1-dark)*edge + dark*nadir, ViewB: (1 - dark) * edge}
		mean.Albedo = albedo * solar / math.Pi * 2 * edge / (mean.ViewA + mean.ViewB) // none in shadow
		flux := func(T float64) float64 {
			f := 0.0
			for range 30 {
				f = PanelFlux(T-f/film, 1, ε, α, &mean)
			}
			return f
		}
		a := loopArea(q, outlet+q/(flow*heat), outlet, flux)
		least, most = math.Min(least, a/wing-1), math.Max(most, a/wing-1)
		if math.Abs(a/wing-1) > 0.10 {
			t.Errorf("%s, %g kW: %.0f m2, theirs %.0f", row[0], q/1e3, a, wing)
		}
	}
	t.Logf("from %+.1f to %+.1f %%", 100*least, 100*most)
}

// Mass of the Station's radiators from area. All the abstract of the paper on the
// radiators of Space Station Freedom says is 7.8 kg/m2, in 1993, seven years before
// the first flew; taken by face, the way that programme counted area, it must give one main radiator and one photovoltaic radiator within the 15 % of our
// acceptance.
//
// This is evidence that mass goes with area among radiators of one make, as our
// radiator line has it, and of how much a flown square metre weighs. It is none
// for the base's frame density: of the flown mass only the sheets are published.
// The base's panel weighs a third of these, between them and the 2.4 kg/m2 of
// paper designs (ISCR): held here to more than the one and less than the others.
func TestVal_StationRadiatorMass(t *testing.T) {
	p, s := base(), station(t)
	th := &p.Thermal
	pipes := p.tubes()
	fin := th.FinThickness.SI() * aluminium
	ours := th.FrameDensity.SI() + fin + pipes.bare + pipes.armour
	for _, which := range []string{"main", "pvr"} {
		area := s[which+"_length"] * s[which+"_width"]
		flown := s[which+"_mass"]
		kg := 2 * s["freedom_density"] * area
		t.Logf("%s: %.0f kg, flown %.1f (%+.1f %%), %.1f kg/m2; base %.2f kg/m2, %.0f %% of it", which, kg, flown, 100*(kg/flown-1), flown/area, ours, 100*ours*area/flown)
		if math.Abs(kg/flown-1) > 0.15 {
			t.Errorf("%s: %.0f kg, flown %.1f", which, kg, flown)
		}
		if ours < 2.4 || ours > flown/area {
			t.Errorf("%s: base %.2f kg/m2, paper 2.4, flown %.1f", which, ours, flown/area)
		}
	}
	t.Logf("published of the main radiator: sheets %.0f kg of %.0f", 2*s["main_sheet"]/1e3*aluminium*s["main_length"]*s["main_width"], s["main_mass"])
}

// A fin that takes in light, k·δ·T″ = 2εσT⁴ − a, by shooting. The efficiency times
// the whole balance must stay within 2.5 % below it, as in the dark, however close
// the surroundings come to the root.
func TestVerif_FinNearSink(t *testing.T) {
	const ε, k, δ, half = 0.9, 180.0, 0.508e-3, 0.066
	for _, c := range []struct{ root, sink float64 }{{325, 200}, {276, 194}, {283, 222}, {255, 222}, {233, 222}} {
		absorbed := 2 * ε * stefanBoltzmann * math.Pow(c.sink, 4)
		shoot := func(middle float64) (end, slope float64) {
			const steps = 2000
			h := half / steps
			f := func(T float64) float64 { return (2*ε*stefanBoltzmann*T*T*T*T - absorbed) / (k * δ) }
			T, g := middle, 0.0
			for range steps {
				Tm, gm := T+h/2*g, g+h/2*f(T)
				T, g = T+h*gm, g+h*f(Tm)
			}
			return T, g
		}
		lo, hi := c.sink, c.root
		for range 60 {
			if T, _ := shoot((lo + hi) / 2); T > c.root {
				hi = (lo + hi) / 2
			} else {
				lo = (lo + hi) / 2
			}
		}
		_, slope := shoot(lo)
		exact := k * δ * slope / half
		s := Surroundings{EarthInfrared: absorbed / (2 * ε), ViewA: 1, ViewB: 1}
		whole := PanelFlux(c.root, FinEfficiency(c.root, ε, k, δ, half), ε, 0, &s)
		t.Logf("%g K over %g K: exact %.1f W/m2, %+.1f %%", c.root, c.sink, exact, 100*(whole/exact-1))
		if below := 1 - whole/exact; below < -1e-4 || below > 0.025 {
			t.Errorf("%g K over %g K: %.2f, exact %.2f", c.root, c.sink, whole, exact)
		}
	}
}

// The mean of T⁴ along the panel stands for a coolant's whole path where it cools
// little: within 0.25 % of the area for 10 K over surroundings at 200 K, as in the
// base. It does not for the Station's 50 K to within 11 K of its surroundings,
// whose area would come out a quarter too small.
func TestVerif_MeanRadiatingLoop(t *testing.T) {
	around := func(sink float64) func(float64) float64 {
		s := Surroundings{EarthInfrared: stefanBoltzmann * math.Pow(sink, 4), ViewA: 1, ViewB: 1}
		return func(T float64) float64 { return PanelFlux(T, 1, 0.88, 0, &s) }
	}
	for _, c := range []struct{ inlet, outlet, sink, most float64 }{{323, 313, 200, 0.0025}, {283, 233, 222, 1}} {
		flux := around(c.sink)
		short := 1 - 1/(flux(meanRadiating(c.inlet, c.outlet))*loopArea(1, c.inlet, c.outlet, flux))
		t.Logf("%g to %g K over %g K: %.2f %% too small", c.inlet, c.outlet, c.sink, 100*short)
		if short < 0 || short > c.most {
			t.Errorf("%g to %g K over %g K: %.2f %% too small", c.inlet, c.outlet, c.sink, 100*short)
		}
	}
}
