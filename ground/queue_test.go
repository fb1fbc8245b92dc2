package ground

import (
	"math"
	"testing"
)

// TestVerif_QueueIsErlang sends one application through the stages and compares
// with the Erlang distribution of shape four: the share that comes out is the
// completion, the mean wait is the nominal, the standard deviation half of it
// times √(1−p) as a stage is left in steps of a month with the chance p, and 10
// and 90 % of what comes out has done so by 0.436 and 1.670 of the mean.
//
// Tolerance: shares, mean and deviation are exact in steps of a month; the two
// quantiles within 3 % of the mean, of which the month's step is 1.7.
func TestVerif_QueueIsErlang(t *testing.T) {
	var q queue
	q.reset(5)
	q.study = 0.22
	given := quit(0.22)
	out, mean, square, p10, p90, withdrawn := 0.0, 0.0, 0.0, 0.0, 0.0, 0.0
	for month := 1; month < 2400; month++ {
		study, agreed := q.step()
		withdrawn += study*given.study + agreed*given.agreed
		w := q.ready
		q.ready = 0
		out += w
		years := float64(month) / 12
		mean += w * years
		square += w * years * years
		if p10 == 0 && out >= 0.1*0.22 {
			p10 = years
		}
		if p90 == 0 && out >= 0.9*0.22 {
			p90 = years
		}
	}
	mean /= out
	deviation := math.Sqrt(square/out - mean*mean)
	for _, c := range []struct {
		name                 string
		got, want, tolerance float64
	}{
		{"completed", out, 0.22, 1e-9},
		{"withdrawn", withdrawn, 0.78, 1e-9},
		{"mean", mean, 5, 1e-9},
		{"deviation", deviation, 2.5 * math.Sqrt(1-4.0/60), 1e-9},
		{"10 %", p10, 0.436 * 5, 0.03 * 5},
		{"90 %", p90, 1.670 * 5, 0.03 * 5},
	} {
		if math.Abs(c.got-c.want) > c.tolerance {
			t.Errorf("%s: %v, want %v", c.name, c.got, c.want)
		}
	}
}

// TestVerif_QueueConserves: what is expected to come is what comes, stage by
// stage, whatever enters.
func TestVerif_QueueConserves(t *testing.T) {
	var q queue
	q.reset(3)
	q.fill(2e8)
	entered, came, started := 0.0, 0.0, q.live
	for month := range 400 {
		if month < 200 {
			w := float64(month%7) * 1e8
			q.enter(w)
			entered += w
		}
		q.step()
		w := math.Min(q.ready, 2.5e8)
		q.take(w)
		came += w
		expected := q.study + q.agreed + q.ordered + q.built + q.ready
		if math.Abs(expected-q.live) > 1e-6*(entered+started) {
			t.Fatalf("month %d: live %v, stages will give %v", month, q.live, expected)
		}
		if math.Abs(started+entered-came-q.live) > 1e-6*(entered+started) {
			t.Fatalf("month %d: %v + %v in, %v out, %v live", month, started, entered, came, q.live)
		}
	}
}

// TestVerif_WaitIsKept: in a queue that is fed at twice what can be energised,
// the wait told to those who enter in year four is what they then wait. Sites
// are told apart by first in, first out: the live stock ahead on entry has been
// energised. Tolerance 5 %: a queue of stages is not quite first in, first out.
func TestVerif_WaitIsKept(t *testing.T) {
	var q queue
	q.reset(2)
	q.canW, q.yearsPerW = 1e8, 1/(12*1e8)
	told, ahead, gone, waited := 0.0, 0.0, 0.0, 0.0
	for month := 0; waited == 0 && month < 2000; month++ {
		if month == 48 {
			told, ahead = q.wait(), q.live
		}
		q.enter(2e8)
		q.step()
		w := math.Min(q.ready, q.canW)
		q.take(w)
		if month >= 48 {
			if gone += w; gone >= ahead {
				waited = float64(month-48+1) / 12
			}
		}
	}
	if math.Abs(waited/told-1) > 0.05 || told <= 2 {
		t.Errorf("told %v years, waited %v", told, waited)
	}
}
