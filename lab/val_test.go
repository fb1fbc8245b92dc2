package lab

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/dawndusk/dawndusk/ledger"
	"github.com/dawndusk/dawndusk/ledger/ledgertest"
	"github.com/dawndusk/dawndusk/si"
)

const year = si.Year

func near(got, want, tolerance float64) bool {
	return math.Abs(got-want) <= tolerance*math.Abs(want)
}

// The best split of Chinchilla's compute, worked apart from the printed coefficients:
// 32.2 G parameters and 2.98 T tokens by Hoffmann's, 72.3 G and 1.33 T by
// Besiroglu's. Tolerance: half of the last digit. The experiment's two other
// methods and the model that was trained have about 20 tokens a parameter; of the
// two fits only the second may pass that, within 5, which is what it says of itself.
func TestVal_OptimumOfThePapers(t *testing.T) {
	for _, x := range []struct {
		law            Law
		n, d           float64
		likeChinchilla bool
	}{{Hoffmann, 3.22e10, 2.98e12, false}, {Besiroglu, 7.23e10, 1.33e12, true}} {
		n, d := Optimal(x.law, 5.76e23)
		if !near(n, x.n, 0.002) || !near(d, x.d, 0.004) {
			t.Errorf("%v: %.3g parameters, %.3g tokens", x.law, n, d)
		}
		if is := math.Abs(d/n-20) < 5; is != x.likeChinchilla {
			t.Errorf("%v: %.1f tokens a parameter", x.law, d/n)
		}
	}
}

// Villalobos and others 2024 (figure 1) have datasets of about 4·10^14 tokens at about
// 5·10^28 FLOP for models that are not overtrained. Both have one digit: tolerance
// 25 %.
func TestVal_TokensAtTheDataWall(t *testing.T) {
	if _, d := Optimal(Besiroglu, 5e28); !near(d, 4e14, 0.25) {
		t.Errorf("%.3g tokens", d)
	}
}

// Muennighoff and others 2023: up to four epochs change the loss negligibly, taken
// as at least nine tenths of the worth of fresh text; after 16 returns are small:
// the next repeat is worth less than half.
func TestVal_Epochs(t *testing.T) {
	r := float64(base().Loss.Repeats)
	if w := Worth(1, 4, r) / 4; w < 0.9 {
		t.Errorf("four epochs are worth %.3f of fresh text", w)
	}
	if next := Worth(1, 17, r) - Worth(1, 16, r); next > 0.5 {
		t.Errorf("the seventeenth epoch is worth %.3f", next)
	}
}

// Grok-3: 4.64·10^26 FLOP from 100,000 H100 in 2,400 h (Epoch AI). Tolerance: a
// factor 1.5, since published utilisation is 0.27 to 0.57 about the row's 0.38. The
// row does come out low; the estimate implies 0.54, to half of the last digit.
func TestVal_Grok3(t *testing.T) {
	flop := RunFLOP(1e5, float64(base().Compute.MFU), 2400*si.Hour)
	if flop < 4.64e26/1.5 || flop > 4.64e26*1.5 {
		t.Errorf("%.3g FLOP", flop)
	}
	if mfu := 4.64e26 / RunFLOP(1e5, 1, 2400*si.Hour); math.Abs(mfu-0.54) > 0.005 {
		t.Errorf("a utilisation of %.3f", mfu)
	}
}

// Grok-4, released in July 2025: 3 to 6·10^26 FLOP are estimated. With all of the
// 200,000 H100 equivalents of Colossus 1 from February (Epoch AI), none sold, the
// rows must come within a factor 1.5 of that, as for Grok-3.
func TestVal_Grok4(t *testing.T) {
	p := *base()
	p.Compute.OwnUse, p.Compute.OwnUseLater = 1, 1
	var m Model
	var out Output
	m.Reset(&p)
	for range 5 {
		m.Month(&Input{GroundH100e: 200e3, GroundTraining: 1}, &out)
	}
	m.Tell(&out)
	m.Compare(&out)
	if f := out.LargestRunFLOP; f < 3e26/1.5 || f > 6e26*1.5 {
		t.Errorf("%.3g FLOP", f)
	}
}

// The largest run of January 2026 against the trend of Epoch AI's data: Grok-3 of
// February 2025 times 4.8 a year. Tolerance: the trend's own scatter, 0.42 in the
// decimal logarithm. Rows of rivals do not use the trend.
func TestVal_FrontierOfJanuary(t *testing.T) {
	out := play(base(), 1, nil)
	trend := 4.64e26 * math.Pow(4.8, 10.5/12)
	if d := math.Log10(out.FrontierRunFLOP / trend); math.Abs(d) > 0.42 {
		t.Errorf("%.3g FLOP, the trend has %.3g", out.FrontierRunFLOP, trend)
	}
}

// Departures: 50 to 80 researchers left in February to May 2026. The model's own
// attrition is from the retention of four other laboratories, on a headcount that is a
// guess; it must be within a factor two of that span.
func TestVal_Departures(t *testing.T) {
	var m Model
	var out Output
	m.Reset(base())
	left := 0.0
	for month := range 5 {
		in := world(month)
		in.Recorded = false
		m.Month(&in, &out)
		if month >= recordedFrom {
			left += out.Left
		}
	}
	t.Logf("%.0f leave by the rows", left)
	if left < 50./2 || left > 80*2 {
		t.Errorf("%.0f leave", left)
	}
}

// draws plays 400 draws of the ledger's rows for 15 years and returns the last month.
func draws() (out []Output) {
	var scenario struct{ Lab Params }
	book, leaves := ledgertest.Chapter(&scenario), ledger.Leaves(&scenario)
	random := rand.New(rand.NewPCG(3, 4))
	for range 400 {
		for i := range book.Rows {
			if x := leaves[book.Rows[i].Leaf].Float; x != nil {
				d := ledger.Compile(&book.Rows[i])
				*x = d.Quantile(random.Float64())
			}
		}
		out = append(out, play(&scenario.Lab, 180, nil))
	}
	return out
}

// quantile sorts and returns a quantile.
func quantile(x []float64, q float64) float64 {
	slices.Sort(x)
	return x[int(q*float64(len(x)-1))]
}

// When the largest run is fed as much as public text holds: Villalobos and others
// 2024 have a median of 2028 and 2026 to 2032 as their interval of 80 %. The median
// of the ledger's own draws must lie inside of that interval.
func TestVal_TextUsedUp(t *testing.T) {
	var when []float64
	for _, o := range draws() {
		date := math.Inf(1)
		if o.TextUsedUp {
			date = 2026 + float64(o.TextUsedUpMonth)/12
		}
		when = append(when, date)
	}
	t.Logf("%.1f, %.1f, %.1f (10, 50, 90 %%)", quantile(when, 0.1), quantile(when, 0.5), quantile(when, 0.9))
	if median := quantile(when, 0.5); median < 2026 || median >= 2033 {
		t.Errorf("median %.1f", median)
	}
}

// Starlink's part of the tokens in hand in 2040, with 45 million subscribers: 0.2 %
// at the median and 4 % at 95 % were measured. The bounds are twice that.
func TestRegress_StarlinkIsSmall(t *testing.T) {
	var part []float64
	for _, o := range draws() {
		part = append(part, o.Tokens[FromStarlink]/o.Unique)
	}
	t.Logf("%.1e, %.1e, %.1e (5, 50, 95 %%)", quantile(part, 0.05), quantile(part, 0.5), quantile(part, 0.95))
	if quantile(part, 0.5) > 0.004 || quantile(part, 0.95) > 0.08 {
		t.Error("it is not small")
	}
}

// OpenAI's spending, as announced, adds up to what it announced for eight years,
// 1.4 T$: its rows were chosen so. Tolerance 10 %.
func TestRegress_AnnouncedSpending(t *testing.T) {
	p := *base()
	p.Rivals.Realised, p.Rivals.Lead = 1, 0
	var r rivals
	r.reset(&p.Rivals)
	sum := 0.0
	for range 96 {
		r.month(0, 0)
		sum += r.spending[OpenAI]
	}
	if !near(sum, 1.4e12, 0.1) {
		t.Errorf("%.3g $", sum)
	}
}

// Epoch AI, end of 2025: OpenAI, Anthropic and xAI used 21 % of 16 million H100
// equivalents at work, all five laboratories less than half. Rows were taken from
// the first and must not break the second.
func TestRegress_StocksAddUp(t *testing.T) {
	r := &base().Rivals
	const all, xAI = 16e6, 280838 + 275796
	three := r.OpenAI.Start.SI() + r.Anthropic.Start.SI() + xAI
	if s := three / all; math.Abs(s-0.21) > 0.005 {
		t.Errorf("three have %.3f", s)
	}
	if s := (three + r.Google.Start.SI() + r.Meta.Start.SI()) / all; s >= 0.5 {
		t.Errorf("five have %.3f", s)
	}
}
