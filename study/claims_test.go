package study

import (
	"context"
	"encoding/json"
	"fmt"
	"math"
	"strings"
	"testing"
)

// All thirty are answered, in their order, by the rules of the table.
func TestVerif_EveryClaimIsAnswered(t *testing.T) {
	s, err := Claims(context.Background(), "base", ClaimsOptions{Draws: 64, Seed: 1})
	if err != nil {
		t.Fatal(err)
	}
	if len(s.Claims) != 30 {
		t.Fatalf("%d claims", len(s.Claims))
	}
	known := map[string]bool{verdictMet: true, verdictOnCourse: true, verdictUnlikely: true, verdictRefuted: true, verdictInput: true, verdictUntestable: true}
	for i := range s.Claims {
		c, asked := &s.Claims[i], &claims[i]
		if want := fmt.Sprintf("C%02d", i+1); c.ID != want || asked.id != want {
			t.Errorf("claim %d is %s", i+1, c.ID)
		}
		if !known[c.Verdict] || c.Claim == "" || c.Observed == "" || c.Reason == "" || c.Evidence == "" || !strings.HasPrefix(c.Report, "report.html#") {
			t.Errorf("%s: %+v", c.ID, c)
		}
		if c.Kind == "I" {
			if c.Probability.Finite() || c.Verdict != verdictInput || c.Differs == "" || asked.asks != "" {
				t.Errorf("%s is an input: %s with %v, differs %q, asks %q", c.ID, c.Verdict, c.Probability, c.Differs, asked.asks)
			}
			continue
		}
		if c.Verdict == verdictUntestable && c.ID == "C28" { // its size is an input alone
			continue
		}
		if p := float64(c.Probability); !(p >= 0 && p <= 1) || c.Asks == "" || c.Value.What == "" || c.Value.Unit == "" {
			t.Errorf("%s: probability %v, asks %q, value %+v", c.ID, p, c.Asks, c.Value)
		}
		if strings.Contains(c.Kind, "I") && c.Differs == "" {
			t.Errorf("%s does not say how the base differs", c.ID)
		}
		v := &c.Value
		if float64(v.P10) > float64(v.P50) || float64(v.P50) > float64(v.P90) || math.IsNaN(float64(v.P50)) {
			t.Errorf("%s: value %+v", c.ID, *v)
		}
		switch p := c.Probability; {
		case asked.happened:
			if c.Verdict != verdictMet {
				t.Errorf("%s is on record, and %s", c.ID, c.Verdict)
			}
		case p >= 0.5 != (c.Verdict == verdictOnCourse), p < 0.05 != (c.Verdict == verdictRefuted):
			t.Errorf("%s: %s at %v", c.ID, c.Verdict, p)
		}
	}
	text, err := json.Marshal(s.Claims[2])
	if err != nil {
		t.Fatal(err)
	}
	for _, key := range []string{"id", "claim", "kind", "verdict", "probability", "value", "date", "differs", "observed", "reason", "evidence", "p10", "p50", "p90", "unit"} {
		if !strings.Contains(string(text), `"`+key+`":`) {
			t.Errorf("no key %q in %s", key, text)
		}
	}
}

// What a scenario leaves out, or is too short for, it cannot answer, and says so.
func TestVerif_ClaimsSayWhatIsMissing(t *testing.T) {
	for _, x := range []struct {
		set  string
		id   string
		says string
	}{
		{"run.moon=off", "C08", "run.moon"},
		{"run.company=off", "C12", "run.company"},
		{"run.lab=off", "C20", "run.lab"},
		{"run.events=off", "C24", "run.events"},
		{"run.horizon=5 yr", "C05", "run.horizon"},
	} {
		s, err := Claims(context.Background(), "base", ClaimsOptions{Draws: 4, Seed: 1, Set: []string{x.set}})
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range s.Claims {
			if c.ID == x.id && (c.Verdict != verdictUntestable || c.Probability.Finite() || !strings.Contains(c.Reason, x.says)) {
				t.Errorf("%s: %s is %s with %v, because %s", x.set, c.ID, c.Verdict, c.Probability, c.Reason)
			}
		}
	}
}

// Forcing an event before the claims' year makes it certain, switching it off
// impossible.
func TestVerif_ForcedEventsAnswerTheirClaims(t *testing.T) {
	for id, event := range map[string]string{"C23": "regulator", "C24": "bubble", "C29": "brand", "C30": "head"} {
		for set, want := range map[string]Number{"play=forced": 1, "play=off": 0} {
			s, err := Claims(context.Background(), "base", ClaimsOptions{
				Draws: 8, Seed: 1, Set: []string{"events." + event + "." + set, "events." + event + ".forced_in=2028"},
			})
			if err != nil {
				t.Fatal(err)
			}
			for _, c := range s.Claims {
				if c.ID == id && c.Probability != want {
					t.Errorf("%s with %s %s: %v", id, event, set, c.Probability)
				}
			}
		}
	}
}

// Claims come true where the world is made so: a group without listing money has none
// to give, cheap landed plant makes the Moon the cheaper place, and rivals that spend
// nothing are no rivals.
func TestVerif_ClaimsFollowTheWorld(t *testing.T) {
	ask := func(id string, set ...string) *Claim {
		s, err := Claims(context.Background(), "base", ClaimsOptions{Draws: 24, Seed: 1, Set: set})
		if err != nil {
			t.Fatal(err)
		}
		for i := range s.Claims {
			if s.Claims[i].ID == id {
				return &s.Claims[i]
			}
		}
		t.Fatalf("no claim %s", id)
		return nil
	}
	rich := ask("C08", "lunar.cost.development=0 G$", "lunar.plant.closure=100 %", "lunar.plant.consumables=0 %", "operator.moon.first_year=2028", "operator.moon.budget_share=60 %",
		"operator.moon.first_rate=50 1/yr", "lunar.ascent.aerobrake=100 %")
	if base := ask("C08"); !(rich.Probability > base.Probability) {
		t.Errorf("with an easy Moon C08 has %v, else %v", rich.Probability, base.Probability)
	}
	rivals := []string{}
	for _, r := range []string{"open_ai", "anthropic", "google", "meta"} {
		rivals = append(rivals, "lab.rivals."+r+".start=0", "lab.rivals."+r+".spending=0 G$/yr")
	}
	if c := ask("C17", rivals...); c.Probability != 0 {
		t.Errorf("without rivals C17 has %v", c.Probability)
	}
	if c, base := ask("C05", "stated.flights_per_year=20000 1/yr", "stated.payload=250 t"), ask("C05"); !(c.Value.P50 > base.Value.P50) {
		t.Errorf("a plan of 20,000 flights leaves %v, none %v", c.Value.P50, base.Value.P50)
	}
	for _, id := range []string{"C12", "C18", "C27"} {
		if c := ask(id, "company.structure=xai-alone"); c.Verdict != verdictUntestable {
			t.Errorf("without the merger %s is %s", id, c.Verdict)
		}
	}
}
