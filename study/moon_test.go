package study

import (
	"context"
	"encoding/json"
	"math"
	"strings"
	"testing"

	"github.com/dawndusk/dawndusk"
	"github.com/dawndusk/dawndusk/finance"
	"github.com/dawndusk/dawndusk/lab"
	"github.com/dawndusk/dawndusk/launch"
	"github.com/dawndusk/dawndusk/lunar"
)

func moonOptions() MoonOptions {
	return MoonOptions{Cargo: "12 from 2032", To: "geo", Route: "driver", Starship: "300 $/kg", Years: 20, Draws: 40, Seed: 1}
}

func moon(t *testing.T, o MoonOptions) *MoonSummary {
	t.Helper()
	s, err := Moon(context.Background(), "base", o)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// What a scenario leaves out it neither draws nor reads: with the chapter's inputs at
// nought the run is the same.
func TestVerif_WhatIsLeftOutIsNotRead(t *testing.T) {
	c, err := dawndusk.Load("base", chainAlone...)
	if err != nil {
		t.Fatal(err)
	}
	paths, _, _ := sampled(t, c, 1, 1, true)
	all, _, _ := sampled(t, load(t, "base"), 1, 1, true)
	for _, chapter := range []string{"lunar.", "company.", "lab.", "events."} {
		with := 0
		for _, p := range all {
			if strings.HasPrefix(p, chapter) {
				with++
			}
		}
		if with < 10 {
			t.Errorf("%d inputs of %s are drawn where it is played", with, chapter)
		}
		for _, p := range paths {
			if strings.HasPrefix(p, chapter) {
				t.Errorf("%s is drawn where it is left out", p)
			}
		}
	}
	var a, b dawndusk.Result
	s := c.Scenario
	new(dawndusk.Enterprise).Run(&s, dawndusk.NewChance(1).At(4), &a)
	s.Lunar, s.Company, s.Lab, s.Events = lunar.Params{}, finance.Company{}, lab.Params{}, dawndusk.Events{}
	new(dawndusk.Enterprise).Run(&s, dawndusk.NewChance(1).At(4), &b)
	x, _ := json.Marshal(a.Months)
	y, _ := json.Marshal(b.Months)
	if string(x) != string(y) || a.Years != b.Years {
		t.Error("a run moves with the inputs of what it leaves out")
	}
}

// chainAlone leaves out all but the chain from launch pad to price.
var chainAlone = []string{"run.moon=off", "run.company=off", "run.lab=off", "run.events=off"}

// The same bytes for any number of workers.
func TestVerif_MoonIsTheSameForAnyWorkers(t *testing.T) {
	var first []byte
	for _, workers := range []int{1, 2, 5} {
		o := moonOptions()
		o.Workers = workers
		text, err := json.Marshal(moon(t, o))
		if err != nil {
			t.Fatal(err)
		}
		if first == nil {
			first = text
		} else if string(first) != string(text) {
			t.Errorf("%d workers give other bytes", workers)
		}
	}
}

// The satellite's lines keep its mass, and more cargo sends more.
func TestVerif_MoonKeepsTheSatellite(t *testing.T) {
	z, err := load(t, "base").Size(launch.DawnDusk, moonSizeYear)
	if err != nil {
		t.Fatal(err)
	}
	sum := 0.0
	satellite := dawndusk.MoonSatellite(&z.Budget)
	for _, l := range satellite.Lines(&load(t, "base").Scenario.Lunar.Supply) {
		sum += l.Kg
	}
	if math.Abs(sum-z.Budget.Total.MassKg) > 1e-9*sum {
		t.Errorf("lines of %v kg, the satellite has %v", sum, z.Budget.Total.MassKg)
	}
	o := moonOptions()
	o.Draws = 0
	some := moon(t, o)
	o.Cargo = "12 from 2032, 120 from 2035"
	more := moon(t, o)
	last := len(some.Years) - 1
	if !(more.Years[last].DeliveredT.Central > 3*some.Years[last].DeliveredT.Central) {
		t.Errorf("ten times the cargo sends %v t, before %v", more.Years[last].DeliveredT.Central, some.Years[last].DeliveredT.Central)
	}
	o.Cargo = "0 from 2032"
	none := moon(t, o)
	if y := none.Years[last]; y.PlantT.Central != 0 || y.Limit != lunar.LimitLanding.String() || none.Places[0].CheaperFrom.Finite() {
		t.Errorf("without cargo: %+v", y)
	}
}

// Tonnes landed are what is asked, whatever a lander carries.
func TestVerif_CargoByTonnes(t *testing.T) {
	o := moonOptions()
	o.Draws, o.Cargo = 0, "5000 t/yr from 2030"
	if got := float64(moon(t, o).Years[10].LandedT); math.Abs(got-5000) > 1e-6 {
		t.Errorf("%v t landed in a year", got)
	}
}

func TestMoonMistakes(t *testing.T) {
	o := MoonOptions{Cargo: "many", To: "mars", Route: "stairs", Starship: "300", Years: 0, Draws: -1}
	_, err := Moon(context.Background(), "nowhere", o)
	if err == nil {
		t.Fatal("no error")
	}
	for _, flag := range []string{"--cargo", "--to", "--route", "--starship", "--years", "--draws", "nowhere"} {
		if !strings.Contains(err.Error(), flag+":") {
			t.Errorf("%s is not named in\n%v", flag, err)
		}
	}
	for _, cargo := range []string{"", "12", "12 from", "12 from 1999", "x from 2030", "-1 from 2030", "5 km from 2030", "1 from 2035, 2 from 2030", "NaN from 2030", "1e9 from 2030"} {
		if _, wrong, right := cargoSchedule(cargo); wrong == "" || right == "" {
			t.Errorf("%q is taken for a schedule", cargo)
		}
	}
}
