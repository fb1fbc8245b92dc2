package study

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"reflect"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/dawndusk/dawndusk/launch"
	"github.com/dawndusk/dawndusk/ledger"
	"github.com/dawndusk/dawndusk/orbit"
	"github.com/dawndusk/dawndusk/si"
)

// what says everything a run said before it knew what came.
func what(r *Backtested) (bands [][]Band) {
	for _, p := range r.Points {
		bands = append(bands, append([]Band{p.Band}, p.Naive...))
	}
	return bands
}

// corruption says what becomes of a number that a backtest's source holds, by
// whether it is past and where it stands among its like.
type corruption func(past bool, k int, x float64) float64

// corrupted runs f while all that backtests read is corrupted at its source, so that
// a method that reads past its arguments meets corrupted numbers as well: every table
// with years, where what is held out is held out by year; else the rows, flights
// and depths of the backtest. What is not known of what is held out goes with it.
func corrupted(t *testing.T, b *backtest, all []observation, c corruption, f func()) {
	t.Helper()
	files, dose, record, promises, amounts := backtestFiles, trappedDose, launch.Record, launch.Promises, launch.Amounts
	defer func() {
		backtestFiles, trappedDose, launch.Record, launch.Promises, launch.Amounts = files, dose, record, promises, amounts
	}()
	byYear := all[0].given[0] > 1900
	own := map[string]*observation{}
	for k := range all {
		own[all[k].label] = &all[k]
	}
	past := func(label, first string, at float64) (past, known bool) {
		if byYear && first == "year" {
			return b.past(&observation{when: when{given: []float64{at}}}), true
		}
		o := own[label]
		return o != nil && b.past(o), o != nil
	}

	altered := fstest.MapFS{}
	entries, err := files.ReadDir("backtests")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		data, err := fs.ReadFile(files, "backtests/"+e.Name())
		if err != nil {
			t.Fatal(err)
		}
		r := csv.NewReader(bytes.NewReader(data))
		r.Comment = '#'
		rows, err := r.ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		for k, row := range rows[1:] {
			at, _ := strconv.ParseFloat(row[1], 64)
			was, known := past(row[0], rows[0][1], at)
			if !known {
				continue
			}
			from := len(row) - 1
			if o := own[row[0]]; o != nil && !was {
				from = min(from, 1+len(o.given))
			}
			for i := from; i < len(row); i++ {
				x, err := strconv.ParseFloat(row[i], 64)
				if err != nil {
					t.Fatal(err)
				}
				row[i] = strconv.FormatFloat(c(was, k, x), 'g', -1, 64)
			}
		}
		var out bytes.Buffer
		if err := csv.NewWriter(&out).WriteAll(rows); err != nil {
			t.Fatal(err)
		}
		altered["backtests/"+e.Name()] = &fstest.MapFile{Data: out.Bytes()}
	}
	backtestFiles = altered

	trappedDose = func(inclination si.Angle) orbit.DoseCurve {
		curve := dose(inclination)
		for k := range curve.Dose {
			label := fmt.Sprintf("%.0f°, %g mm", float64(inclination/si.Degree), curve.Depth[k])
			if was, known := past(label, "", 0); known {
				curve.Dose[k] = c(was, k, curve.Dose[k])
			}
		}
		return curve
	}
	for k := range launch.Record {
		f := &launch.Record[k]
		if strings.HasPrefix(all[0].label, "flight ") && c(b.past(&observation{when: when{given: []float64{float64(f.Number)}}}), k, 1) != 1 {
			f.Failed = !f.Failed
		}
	}
	for k := range launch.Promises {
		p := &launch.Promises[k]
		if !byYear {
			continue
		}
		was, done := false, p.Done
		if done == 0 {
			done = evidenceDay
		} else {
			was, _ = past(p.What, "year", done)
		}
		p.Done = p.Made + c(was, k, done-p.Made)
	}
	for k := range launch.Amounts {
		a := &launch.Amounts[k]
		if was, known := past(a.What, "year", a.Counted); known {
			a.Achieved = c(was, k, a.Achieved)
		}
	}
	f()
}

// Nothing that is held out reaches a forecast, the model's or a baseline's:
// corrupting at its source all that is held out, before anything is read, moves
// none, and changing what is seen does.
func TestVerif_BacktestsSeeNoFuture(t *testing.T) {
	onlyFuture := func(past bool, _ int, x float64) float64 {
		if past {
			return x
		}
		return 3*x + 2
	}
	onlyPast := func(past bool, k int, x float64) float64 {
		if past {
			return 0.7*x + 0.2*float64(k%2)
		}
		return x
	}
	for i := range backtests {
		b := &backtests[i]
		play := func() ([]observation, *Backtested) {
			all, err := b.read()
			if err != nil {
				t.Fatal(err)
			}
			r, err := b.run(all)
			if err != nil {
				t.Fatal(err)
			}
			return all, r
		}
		all, truth := play()
		held := 0
		for k := range all {
			if !b.past(&all[k]) {
				held++
			}
		}
		if held == 0 || held != len(truth.Points) || truth.Seen != len(all)-held {
			t.Errorf("%s: %d held out, %d asked for, %d of %d seen", b.id, held, len(truth.Points), truth.Seen, len(all))
		}
		if b.kind == Level {
			continue
		}
		corrupted(t, b, all, onlyFuture, func() {
			read, r := play()
			for k := range read {
				if moved := read[k].value != all[k].value; moved == b.past(&all[k]) {
					t.Errorf("%s: %s is %v, read %v of the corrupted source", b.id, all[k].label, all[k].value, read[k].value)
				}
			}
			if !reflect.DeepEqual(what(r), what(truth)) {
				t.Errorf("%s: the forecast moves with what is held out", b.id)
			}
			if reflect.DeepEqual(r.Scores, truth.Scores) {
				t.Errorf("%s: the scores do not see what came", b.id)
			}
		})
		corrupted(t, b, all, onlyPast, func() {
			if _, r := play(); reflect.DeepEqual(what(r), what(truth)) {
				t.Errorf("%s: the forecast does not see the past", b.id)
			}
		})
		if _, again := play(); !reflect.DeepEqual(again, truth) {
			t.Errorf("%s: the sources were not put back", b.id)
		}
	}
}

// Methods and baselines name no source: what they know is handed to them. The only
// files that do are backtest_read.go and backtest_read_group.go.
func TestVerif_BacktestsReadInOnePlace(t *testing.T) {
	for _, file := range []string{"backtest.go", "backtest_models.go", "backtest_naive.go", "backtest_group.go"} {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, source := range []string{"backtestFiles", "embeddedTables", "backtestTable", "rappedDose", "launch.Record", "launch.Promises", "launch.Amounts",
			"finance.Filings", "finance.Quarters", "finance.SubscriberRecord", "finance.Predictions(", "dawndusk.Scenario"} {
			if bytes.Contains(data, []byte(source)) {
				t.Errorf("%s reads %s", file, source)
			}
		}
	}
}

// In the tables, what is seen came before what is held out, but where things and
// not years are split.
func TestVerif_BacktestsSplitByTime(t *testing.T) {
	for i := range backtests {
		b := &backtests[i]
		if b.kind == Level || b.kind == Transfer {
			continue
		}
		all, err := b.read()
		if err != nil {
			t.Fatal(err)
		}
		last, first := math.Inf(-1), math.Inf(1)
		for k := range all {
			if b.past(&all[k]) {
				last = max(last, all[k].given[0])
			} else {
				first = min(first, all[k].given[0])
			}
		}
		if !(last < first) {
			t.Errorf("%s: seen up to %v, asked for %v", b.id, last, first)
		}
	}
}

// The launch model, fitted to 2017 with priors of 2017, forecasts Falcon's next
// eight years: its 80 % band must hold six of the eight counts (eight trials at
// 80 % hold fewer than six in one case of five), and its mean interval score must
// be better than that of a log-linear fit on the same years.
func TestVal_FalconBacktest(t *testing.T) {
	done, err := RunBacktests("falcon-2017")
	if err != nil {
		t.Fatal(err)
	}
	ours, line := &done[0].Scores[0], &done[0].Scores[1]
	t.Logf("held %d of %d; interval score %.1f against %.1f", ours.Held, ours.Of, float64(ours.IntervalScore), float64(line.IntervalScore))
	if ours.Of != 8 || ours.Held < 6 || ours.IntervalScore >= line.IntervalScore {
		t.Errorf("%+v is no better than %+v", ours, line)
	}
}

// The baselines are those of the reference: each gives the figure printed there.
func TestVal_BaselinesAsPrinted(t *testing.T) {
	say := func(m method, all []observation, past func(*observation) bool) []Band {
		b := backtest{id: "baseline", past: past, model: named{"", m}}
		r, err := b.run(all)
		if err != nil {
			t.Fatal(err)
		}
		var bands []Band
		for _, p := range r.Points {
			bands = append(bands, p.Band)
		}
		return bands
	}
	falcon, err := backtestTable("falcon")
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range []struct {
		from, until float64
		want        []float64
	}{{2013, 2021, []float64{43, 57, 74, 96}}, {2019, 2023, []float64{155, 253}}} {
		bands := say(ofMonths(logLinear(x.from, 0)), falcon, until(x.until))
		for i, want := range x.want {
			if got := math.Round(float64(bands[i].P50)); got != want {
				t.Errorf("log-linear of %v to %v, year %d: %v, printed %v", x.from, x.until, i+1, got, want)
			}
		}
	}

	subscribers, err := backtestTable("subscribers")
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range []struct {
		what             string
		m                method
		december25, june float64
	}{{"exponential", logLinear(0, 0), 10.3, 15.0}, {"quadratic", quadratic, 7.3, 8.9}} {
		bands := say(x.m, subscribers, until(2024))
		// A month without a day may be meant for its middle or its end: half a percent.
		printed(t, x.what+" subscribers, December 2025", float64(bands[4].P50), x.december25, 0.06)
		printed(t, x.what+" subscribers, June 2026", float64(bands[7].P50), x.june, 0.06)
	}

	days, err := backtestTable("turnaround")
	if err != nil {
		t.Fatal(err)
	}
	var counts, values, in2022, in2023 []float64
	for i, o := range days {
		counts, values = append(counts, float64(i+1)), append(values, o.value)
		switch math.Floor(o.given[0]) {
		case 2022:
			in2022 = append(in2022, o.value)
		case 2023:
			in2023 = append(in2023, o.value)
		}
	}
	printed(t, "exponent of 197 reflights", launch.FitPower(counts, values).Exponent, -0.246, 0.0005)
	toMid2023, _ := launch.FitPower(counts[:109], values[:109]).At(109 + 44)
	printed(t, "the curve of 2022 in mid-2023", toMid2023, 56, 0.5)
	printed(t, "median of 2022", float64(band(in2022).P50), 61.1, 0.05)
	printed(t, "median of 2023", float64(band(in2023).P50), 49.1, 0.05)

	flights, err := starshipFlights(9, 14)()
	if err != nil {
		t.Fatal(err)
	}
	printed(t, "failures that one system expects", oneSystem(flights[:9], 5), 3.6, 0.05)
	sum, expected := 0.0, 0.0
	for k := range 6 {
		p := succession(9, 5, 5)(k)
		sum, expected = sum+p, expected+float64(k)*p
	}
	printed(t, "probabilities of the rule of succession", sum, 1, 1e-12)
	printed(t, "failures that it expects", expected, 2.7, 0.05)
	printed(t, "failures that came", flights[9].value, 0, 0)

	stops, err := backtestTable("training_stops")
	if err != nil {
		t.Fatal(err)
	}
	printed(t, "two standard deviations of 419 stops", 2*math.Sqrt(stops[len(stops)-1].value), 41, 0.5)
	curve := orbit.TrappedDose(95 * si.Degree)
	printed(t, "dose behind 10 mm at 550 km", curve.Behind(10*si.Millimetre)*100, 112, 0.5)

	rentals, err := backtestTable("rentals")
	if err != nil {
		t.Fatal(err)
	}
	h100 := []float64{}
	for _, o := range rentals {
		if o.given[1] == 100 {
			h100 = append(h100, o.value)
		}
	}
	printed(t, "fall of the H100 hour, 2024", h100[1]/h100[0]-1, -0.27, 0.005)
	printed(t, "and 2025", h100[2]/h100[1]-1, -0.14, 0.005)
}

func printed(t *testing.T, what string, got, want, tolerance float64) {
	t.Helper()
	if !(math.Abs(got-want) <= tolerance) {
		t.Errorf("%s: %v, printed %v", what, got, want)
	}
}

// The table of turnarounds and of launches against the files they were taken from.
func TestVal_BacktestTablesAsPublished(t *testing.T) {
	folder := os.Getenv("DAWNDUSK_REFERENCE")
	if folder == "" {
		t.Skip("DAWNDUSK_REFERENCE is not set: tables are not compared with the files they were taken from")
	}
	for _, x := range []struct {
		table, file string
		column      int
		from        string // first row
		unit        float64
	}{
		{"turnaround", "falcon9_booster_turnaround_events_2018_2024jan.csv", 3, "", 1}, {"falcon", "launches_per_year_by_vehicle.csv", 1, "", 1},
		{"subscribers", "starlink_subscribers.csv", 1, "2022-12", 1e6},
	} {
		f, err := os.Open(filepath.Join(folder, x.file))
		if err != nil {
			t.Fatal(err)
		}
		r := csv.NewReader(f)
		r.FieldsPerRecord = -1
		rows, err := r.ReadAll()
		f.Close()
		if err != nil {
			t.Fatal(err)
		}
		for len(rows) > 1 && x.from != "" && rows[1][0] != x.from {
			rows = rows[1:]
		}
		ours, err := backtestTable(x.table)
		if err != nil {
			t.Fatal(err)
		}
		if len(ours) != len(rows)-1 {
			t.Fatalf("%s: %d rows, %d published", x.table, len(ours), len(rows)-1)
		}
		for i, o := range ours {
			if want, err := strconv.ParseFloat(rows[i+1][x.column], 64); err != nil || math.Abs(o.value*x.unit-want) > 1e-9*want {
				t.Errorf("%s, %s: %v, published %v", x.table, o.label, o.value, rows[i+1][x.column])
			}
		}
	}
}

// An 80 % band that is never missed scores its width; a miss costs ten times its
// distance. Of a normal variate no band scores better than its own.
func TestVerif_IntervalScore(t *testing.T) {
	at := func(lo, hi, x float64) float64 {
		return float64(score("", []Band{{Number(lo), Number((lo + hi) / 2), Number(hi)}}, []float64{x}, []bool{false}, false).IntervalScore)
	}
	printed(t, "held", at(2, 5, 3), 3, 1e-12)
	printed(t, "missed", at(2, 5, 1), 13, 1e-12)
	mean := func(half float64) (sum float64) {
		const n = 20000
		for i := range n {
			sum += at(-half, half, ledger.NormalQuantile((float64(i)+0.5)/n)) / n
		}
		return sum
	}
	best := mean(ledger.NormalQuantile(0.9))
	for _, half := range []float64{0.3, 0.9, 1.2, 1.4, 2, 4} {
		if mean(half) <= best {
			t.Errorf("a band of ±%v scores %v, the true one %v", half, mean(half), best)
		}
	}
}

// Points of Student's t beyond the table, from tables of three digits.
func TestVal_Student(t *testing.T) {
	for degrees, want := range map[float64]float64{1: 3.078, 6: 1.440, 10: 1.372, 11: 1.363, 20: 1.325, 40: 1.303, 120: 1.289} {
		printed(t, "t", student90(degrees), want, 0.001)
	}
}

// A baseline gives back what is exactly so: a line in logarithms, a Poisson count.
func TestVerif_Baselines(t *testing.T) {
	var all []observation
	for year := 2000.0; year < 2012; year++ {
		all = append(all, observation{when: when{"", []float64{year, 12}}, value: math.Exp(0.3 * (year - 2000))})
	}
	b := backtest{past: until(2009), model: named{"", logLinear(2000, 0)}, logs: true}
	r, err := b.run(all)
	if err != nil {
		t.Fatal(err)
	}
	printed(t, "median", float64(r.Scores[0].MedianError), 0, 1e-9)
	if got := countBand(poisson(4)); got != (Band{2, 4, 7}) {
		t.Errorf("a Poisson count of 4: %v", got)
	}
}

// What is said of a verdict was written for that verdict, and of every test how it was drawn.
func TestRegress_BacktestVerdictsAreExplained(t *testing.T) {
	done, err := RunBacktests()
	if err != nil {
		t.Fatal(err)
	}
	for i, r := range done {
		if r.Better != backtests[i].better {
			t.Errorf("%s is now %s: say why, and in the commit what moved", r.ID, r.Verdict)
		}
		if r.Drawn == "" || r.Because == "" || r.Split == "" || r.Known == "" || r.Model == "" {
			t.Errorf("%s does not say all of itself", r.ID)
		}
		for _, p := range r.Points {
			if !(p.Band.P10 <= p.Band.P50 && p.Band.P50 <= p.Band.P90) || !p.Band.P90.Finite() {
				t.Errorf("%s, %s: band %v", r.ID, p.Label, p.Band)
			}
		}
	}
}

// Every table names where it is from and when it was read.
func TestVerif_BacktestTablesHaveASource(t *testing.T) {
	files, err := backtestFiles.ReadDir("backtests")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		data, err := fs.ReadFile(backtestFiles, "backtests/"+f.Name())
		if err != nil {
			t.Fatal(err)
		}
		text := string(data)
		if !strings.Contains(text, "Read 2026-") || !strings.Contains(text, "CC-BY") && !strings.Contains(text, "acts") {
			t.Errorf("%s: no licence or no date of reading", f.Name())
		}
	}
}
