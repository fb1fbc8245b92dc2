package dawndusk

import (
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/dawndusk/dawndusk/launch"
	"github.com/dawndusk/dawndusk/ledger"
	"github.com/dawndusk/dawndusk/si"
)

// eventsHorizon is the horizon of these tests: the 20 years of the base.
const eventsHorizon = 240

// playsOf lists how each event of a scenario is played, and when if it is forced: nil
// for the licence.
func playsOf(p *Events) (play [NumEvents]*Play, year [NumEvents]*si.Count) {
	play = [NumEvents]*Play{&p.Regulator.Play, &p.Bubble.Play, &p.Debris.Play, &p.Supplier.Play, &p.Head.Play, &p.Brand.Play, &p.Licence.Play, &p.StandDown.Play, &p.Storm.Play}
	year = [NumEvents]*si.Count{&p.Regulator.ForcedIn, &p.Bubble.ForcedIn, &p.Debris.ForcedIn, &p.Supplier.ForcedIn, &p.Head.ForcedIn, &p.Brand.ForcedIn, nil, &p.StandDown.ForcedIn, &p.Storm.ForcedIn}
	return play, year
}

func eventsCase(t testing.TB, set ...string) Scenario {
	t.Helper()
	c, err := Load("base", set...)
	if err != nil {
		t.Fatal(err)
	}
	return c.Scenario
}

// playEvents plays the events of a draw as the chain does, with the even luck of
// launcher and fleet unless it is given, and calls each with every month.
func playEvents(e *events, s *Scenario, c *Chance, each func(m int)) {
	e.reset(s, c)
	var u monthLuck
	for m := range eventsHorizon {
		e.month(m)
		c.month(m, &u)
		e.launch(m, u.launch())
		e.flew(m, 0)
		e.fleet(m, u.fleet())
		if each != nil {
			each(m)
		}
	}
}

// The share of draws that an event strikes within the years after the record is
// 1 − e^(−hT), and the mean number of strikes that of one trial a month. Sampling
// error: four standard deviations, one false alarm in 16,000 for each of the 16 numbers.
func TestVerif_EventsStrikeAtTheirRate(t *testing.T) {
	const n, years = 4000, (eventsHorizon - History) / 12.
	s := eventsCase(t)
	p := &s.Events
	rates := [NumEvents]float64{EventStorm: s.Fleet.Storm.Rate.In(si.PerYear)}
	for i, r := range [numHazards]si.Rate{p.Regulator.Rate, p.Bubble.Rate, p.Debris.Rate, p.Supplier.Rate, p.Head.Rate, p.Brand.Rate} {
		rates[i] = r.In(si.PerYear)
	}
	luck := NewChance(7)
	var struck, strikes [NumEvents]float64
	refused, late := 0., 0.
	for draw := range n {
		c := luck.At(draw)
		var e events
		playEvents(&e, &s, &c, nil)
		for i, k := range e.struck {
			strikes[i] += float64(k)
			struck[i] += float64(min(1, k))
		}
		switch {
		case math.IsInf(e.licence, 1):
			refused++
		case e.licence > 0:
			late++
		}
	}
	within := func(what string, got, want, deviation float64) {
		t.Helper()
		t.Logf("%-20s %.4f, should be %.4f ± %.4f", what, got/n, want, deviation/math.Sqrt(n))
		if math.Abs(got/n-want) > 4*deviation/math.Sqrt(n) {
			t.Errorf("%s: %.4f a draw, want %.4f within %.4f", what, got/n, want, 4*deviation/math.Sqrt(n))
		}
	}
	for i, h := range rates {
		if h == 0 {
			continue
		}
		once := -math.Expm1(-h * years)
		monthly := -math.Expm1(-h / 12)
		within(Event(i).String()+", any", struck[i], once, math.Sqrt(once*(1-once)))
		within(Event(i).String()+", number", strikes[i], 12*years*monthly, math.Sqrt(12*years*monthly*(1-monthly)))
	}
	f, l := p.Licence.Refused.SI(), p.Licence.Delayed.SI()
	within("refused", refused, f, math.Sqrt(f*(1-f)))
	within("late", late, l, math.Sqrt(l*(1-l)))
}

// Forced, an event strikes in its month in every draw and in no other, whatever its
// rate and even if luck is even; off, it never does; and even luck draws none.
func TestVerif_EventsForcedAndOff(t *testing.T) {
	luck := NewChance(3)
	for i := range NumEvents {
		for draw := range 60 {
			c := luck.At(draw)
			if draw == 0 {
				c = EvenChance()
			}
			s := eventsCase(t)
			plays, years := playsOf(&s.Events)
			rate := [...]si.Rate{0, si.PerYear / 2}[draw%2]
			p := &s.Events
			p.Regulator.Rate, p.Bubble.Rate, p.Debris.Rate, p.Supplier.Rate, p.Head.Rate, p.Brand.Rate, s.Fleet.Storm.Rate = rate, rate, rate, rate, rate, rate, rate
			p.Licence.Refused = 1
			for j := range plays {
				*plays[j] = Off
			}
			var e events
			playEvents(&e, &s, &c, func(m int) {
				if e.now != calm {
					t.Fatalf("all off, month %d: %+v", m, e.now)
				}
			})
			if e.struck != [NumEvents]int{} || e.licence != 0 {
				t.Fatalf("all off, but struck: %v", e.struck)
			}
			*plays[i] = Forced
			want := 0
			if years[i] != nil {
				want = History + 3*draw
				*years[i] = si.Count(firstYear + (float64(want)+0.5)/12)
			}
			playEvents(&e, &s, &c, func(m int) {
				if hit := e.last[i] == m; hit != (m == want) || hit && !e.active(i, m) {
					t.Fatalf("%v, draw %d: struck in month %d; forced in %d", i, draw, m, want)
				}
			})
			only := [NumEvents]int{}
			only[i] = 1
			if e.struck != only {
				t.Fatalf("%v forced: struck %v", i, e.struck)
			}
		}
	}
	s := eventsCase(t)
	even := EvenChance()
	var e events
	playEvents(&e, &s, &even, func(m int) {
		if e.now != calm {
			t.Fatalf("even luck, month %d: %+v", m, e.now)
		}
	})
	if e.struck != [NumEvents]int{} || e.licence != 0 {
		t.Errorf("even luck strikes: %v", e.struck)
	}
	if m := forcedMonth(2026.8); m < History {
		t.Errorf("the earliest date is month %d, in the record", m)
	}
	if m := forcedMonth(2028); m != 24 {
		t.Errorf("2028 is month %d", m)
	}
}

// What fades adds up to half of the time it lasts, and what holds to all of it,
// whether a whole number of months or not, to rounding.
func TestVerif_EventsWearOff(t *testing.T) {
	for _, lasts := range []float64{0, 1e-9, 0.3, 1, 1.5, 12, 24.75, 480} {
		fades, holds, before := 0., 0., 1.
		for a := range 500 {
			w := fading(a, lasts)
			if w > before || w < 0 {
				t.Fatalf("lasts %v: %v in month %d after %v", lasts, w, a, before)
			}
			before = w
			fades += w
			holds += held(a, lasts)
		}
		if math.Abs(fades-lasts/2) > 1e-9 || math.Abs(holds-lasts) > 1e-9 {
			t.Errorf("lasts %v: fading adds up to %v, holding to %v", lasts, fades, holds)
		}
		if fading(-1, lasts) != 0 || held(-1, lasts) != 0 {
			t.Errorf("lasts %v: something before the strike", lasts)
		}
	}
}

// Each event does what its rows say in the first month, to half a month's fading, and
// nothing to anything else; when it has worn off, the month is calm again to the bit.
func TestVerif_EventsDoWhatTheirRowsSay(t *testing.T) {
	const start = 24
	cases := []struct {
		event Event
		lasts func(p *Events) si.Duration
		want  func(p *Events, s *Shocks, w float64) // w: what half a month has left
	}{
		{EventRegulator, func(p *Events) si.Duration { return p.Regulator.Lasts }, func(p *Events, s *Shocks, _ float64) {
			s.AIRevenue, s.UserShare = 1-p.Regulator.Revenue.SI(), 1-p.Regulator.Users.SI()
		}},
		{EventBubble, func(p *Events) si.Duration { return p.Bubble.Lasts }, func(p *Events, s *Shocks, w float64) {
			s.Demand, s.Valuation = 1-w*p.Bubble.Demand.SI(), 1-w*p.Bubble.Valuation.SI()
			s.MarketOpen, s.Premium = 1-w*p.Bubble.Capital.SI(), w*p.Bubble.Premium.In(si.PerYear)
		}},
		{EventSupplier, func(p *Events) si.Duration { return p.Supplier.Lasts }, func(p *Events, s *Shocks, w float64) {
			s.ChipSupply = 1 - w*p.Supplier.Cut.SI()
		}},
		{EventHead, func(p *Events) si.Duration { return p.Head.Lasts }, func(p *Events, s *Shocks, w float64) {
			s.Valuation, s.Premium, s.TalentLoss = 1-w*p.Head.Valuation.SI(), w*p.Head.Premium.In(si.PerYear), p.Head.Talent.SI()
		}},
		{EventBrand, func(p *Events) si.Duration { return p.Brand.Lasts }, func(p *Events, s *Shocks, w float64) {
			s.AIPrice, s.UserShare = 1-w*p.Brand.Price.SI(), 1-w*p.Brand.Users.SI()
			s.AIRevenue = s.UserShare
		}},
		{EventDebris, func(p *Events) si.Duration { return max(p.Debris.Lasts, p.Debris.Closed) }, func(p *Events, s *Shocks, w float64) {
			survive := math.Exp(-p.Debris.Hazard.In(si.PerYear) / 12 * w)
			s.DebrisLoss, s.DebrisClosed = 1-survive*(1-p.Debris.Share.SI()), true
		}},
	}
	for _, c := range cases {
		s := eventsCase(t)
		plays, years := playsOf(&s.Events)
		for i := range plays {
			*plays[i] = Off
		}
		*plays[c.event], *years[c.event] = Forced, firstYear+start/12
		months := c.lasts(&s.Events).In(si.Month)
		want := calm
		c.want(&s.Events, &want, 1-0.5/months)
		even := EvenChance()
		var e events
		playEvents(&e, &s, &even, func(m int) {
			switch a := float64(m - start); {
			case m < start || a >= months:
				if e.now != calm || e.active(c.event, m) {
					t.Fatalf("%v, month %d: %+v; should be calm", c.event, m, e.now)
				}
			case m == start:
				if !alike(&e.now, &want) {
					t.Fatalf("%v: %+v, want %+v", c.event, e.now, want)
				}
			case !e.active(c.event, m) || e.now == calm || e.now.TalentLoss != 0:
				t.Fatalf("%v, month %d: %+v", c.event, m, e.now)
			}
		})
	}
}

// alike compares shocks to rounding.
func alike(a, b *Shocks) bool {
	x := [...]float64{a.Demand - b.Demand, a.Valuation - b.Valuation, a.MarketOpen - b.MarketOpen, a.Premium - b.Premium, a.AIRevenue - b.AIRevenue,
		a.AIPrice - b.AIPrice, a.UserShare - b.UserShare, a.ChipSupply - b.ChipSupply, a.TalentLoss - b.TalentLoss, a.DebrisLoss - b.DebrisLoss}
	for _, d := range x {
		if !(math.Abs(d) < 1e-12) {
			return false
		}
	}
	return a.DebrisClosed == b.DebrisClosed
}

// Anywhere within the rows' limits every factor and share stays between 0 and 1,
// nothing is NaN or infinite but the delay of a licence refused, and an event strikes at
// most once a month.
func TestVerif_EventsStayWithinBounds(t *testing.T) {
	book, err := Ledger()
	if err != nil {
		t.Fatal(err)
	}
	s := eventsCase(t)
	leaves := ledger.Leaves(&s)
	random := rand.New(rand.NewPCG(1, 2))
	luck := NewChance(5)
	for try := range 400 {
		for i := range book.Rows {
			row := &book.Rows[i]
			if x := leaves[row.Leaf].Float; x != nil && strings.HasPrefix(row.Path, "events.") {
				*x = [...]float64{row.Value, row.Low, row.High, row.Min, row.Max}[random.IntN(5)]
			}
		}
		plays, _ := playsOf(&s.Events)
		for i := range plays {
			*plays[i] = Play(random.IntN(int(NumPlays)))
		}
		c := luck.At(try)
		var e events
		playEvents(&e, &s, &c, func(m int) {
			n := &e.now
			for _, x := range [...]float64{n.Demand, n.Valuation, n.MarketOpen, n.AIRevenue, n.AIPrice, n.UserShare, n.ChipSupply, n.TalentLoss, n.DebrisLoss} {
				if !(x >= 0 && x <= 1) {
					t.Fatalf("try %d, month %d: %+v\n%+v", try, m, *n, s.Events)
				}
			}
			if !(n.Premium >= 0 && n.Premium < 1) {
				t.Fatalf("try %d, month %d: premium %v", try, m, n.Premium)
			}
			if m < History && *n != calm {
				t.Fatalf("try %d: month %d is in the record and not calm", try, m)
			}
		})
		if !(e.licence >= 0) {
			t.Fatalf("licence %v years late", e.licence)
		}
		for i, k := range e.struck {
			if k > eventsHorizon-History {
				t.Fatalf("%v struck %d times", Event(i), k)
			}
		}
	}
}

// A month played twice, or in a workspace that has played another draw, is the same; and
// a higher rate never puts off the first strike of a draw.
func TestVerif_EventsDependOnTheirDrawAlone(t *testing.T) {
	luck := NewChance(11)
	s := eventsCase(t)
	first := func(s *Scenario, c *Chance) (at int, all []Shocks) {
		var e events
		at = never
		playEvents(&e, s, c, func(m int) {
			was := e.now
			if e.month(m); e.now != was {
				t.Fatalf("month %d played twice: %+v, then %+v", m, was, e.now)
			}
			all = append(all, e.now)
			if at == never && e.struck[EventBubble] > 0 {
				at = m
			}
		})
		return at, all
	}
	var used events
	for draw := range 200 {
		c := luck.At(draw)
		at, all := first(&s, &c)
		playEvents(&used, &s, &c, func(m int) {
			if used.now != all[m] {
				t.Fatalf("draw %d, month %d: a used workspace gives %+v, a fresh one %+v", draw, m, used.now, all[m])
			}
		})
		faster := s
		faster.Events.Bubble.Rate *= 3
		if sooner, _ := first(&faster, &c); sooner > at {
			t.Fatalf("draw %d: at three times the rate the first bust comes in month %d, not %d", draw, sooner, at)
		}
	}
}

// With the stand-down off no failure grounds the vehicle; forced, a vehicle is lost
// and the rest grounded in that month in every draw, and the luck of all before stays as
// it was. Flights are wanted in plenty, so failures come without being forced too.
func TestVerif_StandDownIsPlayed(t *testing.T) {
	const when = 30
	luck := NewChance(2)
	failures := 0
	for draw := range 40 {
		c := luck.At(draw)
		play := func(how Play) (lifts [eventsHorizon]launch.Lift) {
			s := eventsCase(t)
			s.Events.StandDown = Given{how, firstYear + si.Count(when)/12}
			var e Enterprise
			var out Result
			e.reset(&s, c, &out)
			var ev events
			ev.reset(&s, &c)
			for m := range lifts {
				var u monthLuck
				c.month(m, &u)
				e.launch.Month(m, launch.Order{Flights: 10}, ev.launch(m, u.launch()), &lifts[m])
				ev.flew(m, lifts[m].Failures)
			}
			return lifts
		}
		drawn, off, forced := play(Drawn), play(Off), play(Forced)
		for m := History; m < eventsHorizon; m++ {
			failures += off[m].Failures
			if off[m].StandDownMonths > 0 && m > History+12 { // the record may leave one to serve
				t.Fatalf("draw %d, month %d: off, and %v months to serve", draw, m, off[m].StandDownMonths)
			}
			if m < when && forced[m] != drawn[m] {
				t.Fatalf("draw %d: month %d differs though it comes before the forced one", draw, m)
			}
		}
		f := &forced[when]
		if !(f.StandDownMonths > 0) || f.Flights > 0 && f.Failures == 0 {
			t.Fatalf("draw %d: forced in month %d: %+v", draw, when, *f)
		}
	}
	if failures == 0 {
		t.Error("no failures at all: the test shows nothing")
	}
}

// Nonsense is refused with its place.
func TestVerif_EventsRefuseNonsense(t *testing.T) {
	for _, set := range []string{
		"events.debris.share=110 %", "events.bubble.demand=-5 %", "events.head.rate=-1 %/yr", "events.regulator.lasts=-1 months",
		"events.bubble.forced_in=2026.5", "events.storm.forced_in=2100", "events.brand.play=sometimes", "events.supplier.cut=2", "events.licence.refused=150 %",
	} {
		if _, err := Load("base", set); err == nil || !strings.Contains(err.Error(), set[:strings.IndexByte(set, '=')]) {
			t.Errorf("%s: %v", set, err)
		}
	}
}

// BenchmarkEvents is what a draw of twenty years spends on its events; in calm, the
// cost of months in which nothing strikes.
func BenchmarkEvents(b *testing.B) {
	for _, calm := range []bool{true, false} {
		name := "base"
		if calm {
			name = "calm"
		}
		b.Run(name, func(b *testing.B) {
			s := eventsCase(b)
			luck := NewChance(1)
			if calm {
				luck = EvenChance()
			}
			var e events
			var c Chance
			b.ReportAllocs()
			for i := range b.N {
				c = luck.At(i & 1023)
				e.reset(&s, &c)
				for m := range eventsHorizon {
					e.month(m)
				}
			}
		})
	}
}
