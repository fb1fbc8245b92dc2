package gp_test

import (
	"testing"
	"time"

	"github.com/dawndusk/dawndusk/orbit/gp"
	"github.com/dawndusk/dawndusk/orbit/internal/reference"
)

// shell returns the 10,744 Starlink sets of 22 August 2026, or as many of a made-up shell
// where DAWNDUSK_REFERENCE is not set.
func shell(b *testing.B) (sets []*gp.Propagator) {
	b.Helper()
	if reference.Given() {
		elements, _ := readAll(b, reference.Open(b, "tle/starlink_20260822.tle.gz"), gp.Detect)
		for i := range elements {
			sets = append(sets, set(b, &elements[i], gp.Improved))
		}
		return sets
	}
	for i := range 10744 {
		el := starlink
		el.Node, el.MeanAnomaly = float64(i%72)*5, float64(i/72)*2.4
		sets = append(sets, set(b, &el, gp.Improved))
	}
	return sets
}

var product uint64

// gigahertz measures the core's clock: a product that waits for the one before takes 3 cycles
// on the processors of these years.
func gigahertz() float64 {
	best := time.Hour
	for range 20 {
		x, start := uint64(time.Now().UnixNano())|1, time.Now()
		for range 50000 {
			x *= x
			x *= x
			x *= x
			x *= x
		}
		best = min(best, time.Since(start))
		product += x
	}
	return 4 * 50000 * 3 / float64(best.Nanoseconds())
}

// speed runs a function that makes n states, again and again, and reports the best run beside
// the mean: other work on a shared core takes time from most runs but not from the best.
func speed(b *testing.B, n int, run func()) {
	best, clock := time.Hour, 0.0
	runs := 0
	for b.Loop() {
		start := time.Now()
		run()
		best = min(best, time.Since(start))
		if runs++; runs%256 == 1 {
			b.StopTimer()
			clock = max(clock, gigahertz())
			b.StartTimer()
		}
	}
	b.ReportMetric(float64(n)*float64(b.N)/b.Elapsed().Seconds()/1e6, "Mprop/s")
	b.ReportMetric(float64(n)/best.Seconds()/1e6, "best-Mprop/s")
	b.ReportMetric(best.Seconds()*1e9*clock/float64(n), "cycles/prop")
}

// A run takes part of the shell, the next run the next: short enough to fall between two
// turns of other work.
const part = 40 // groups

// BenchmarkGrid propagates the shell over uniform minutes, 64 of them of a part of it a run,
// into one block that is filled again and again.
func BenchmarkGrid(b *testing.B) {
	sets := shell(b)
	first := make([]float64, len(sets))
	for _, k := range gp.Kernels() {
		b.Run(k, func(b *testing.B) {
			g := newGrid(b, k, sets, first, 1, 1440)
			block := new(gp.Block)
			from, at := 0, 0
			speed(b, part*gp.Lanes*gp.Steps, func() {
				for group := range part {
					g.Fill(block, from+group, at%22)
				}
				if from += part; from+part >= g.Groups() {
					from = 0
					at++
				}
			})
		})
	}
}

// BenchmarkAnyTime propagates the shell at times of no order within a day, each of its sets
// at times of its own.
func BenchmarkAnyTime(b *testing.B) {
	sets := shell(b)
	minutes := make([][gp.Lanes]float64, gp.Steps)
	for s := range minutes {
		for lane := range minutes[s] {
			minutes[s][lane] = float64((s*977 + lane*131) % 1440)
		}
	}
	for _, k := range gp.Kernels() {
		b.Run(k, func(b *testing.B) {
			a := newAnyTime(b, k, sets)
			block := new(gp.Block)
			from := 0
			speed(b, part*gp.Lanes*gp.Steps, func() {
				for group := range part {
					a.Each(block, from+group, minutes)
				}
				if from += part; from+part >= a.Groups() {
					from = 0
				}
			})
		})
	}
}

// BenchmarkOne propagates one set after the other at 256 times of no order within a day.
func BenchmarkOne(b *testing.B) {
	sets := shell(b)
	minutes := make([]float64, 256)
	for s := range minutes {
		minutes[s] = float64(s * 977 % 1440)
	}
	for _, k := range gp.Kernels() {
		b.Run(k, func(b *testing.B) {
			a := newAnyTime(b, k, sets)
			block := new(gp.Block)
			from := 0
			speed(b, 100*len(minutes), func() {
				for i := range 100 {
					a.One(block, from+i, minutes)
				}
				if from += 100; from+100 >= len(sets) {
					from = 0
				}
			})
		})
	}
}

// BenchmarkScalar is the same shell by Propagator.At, 64 minutes of a few sets a run.
func BenchmarkScalar(b *testing.B) {
	sets := shell(b)
	from, at := 0, 0
	speed(b, 64*gp.Steps, func() {
		for _, p := range sets[from : from+64] {
			for minute := range gp.Steps {
				p.At(float64(at + minute))
			}
		}
		if from += 64; from+64 >= len(sets) {
			from, at = 0, (at+gp.Steps)%1408
		}
	})
}

// BenchmarkDeep is a grid of sets in half-day resonance, which the kernels leave to
// Propagator.At, near their epoch and a month from it.
func BenchmarkDeep(b *testing.B) {
	sets := []*gp.Propagator{}
	for i := range gp.Lanes {
		el := molniya
		el.MeanAnomaly = float64(i) * 22
		sets = append(sets, set(b, &el, gp.Improved))
	}
	for _, c := range []struct {
		name string
		from float64
	}{{"epoch", 0}, {"month", 43200}} {
		first := make([]float64, len(sets))
		for i := range first {
			first[i] = c.from
		}
		b.Run(c.name, func(b *testing.B) {
			g := newGrid(b, gp.Kernels()[0], sets, first, 1, 64)
			block := new(gp.Block)
			speed(b, len(sets)*gp.Steps, func() { g.Fill(block, 0, 0) })
		})
		b.Run(c.name+"-At", func(b *testing.B) {
			speed(b, len(sets)*gp.Steps, func() {
				for i, p := range sets {
					for s := range gp.Steps {
						p.At(first[i] + float64(s))
					}
				}
			})
		})
	}
}
