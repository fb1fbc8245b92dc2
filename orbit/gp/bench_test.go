package gp_test

import (
	"compress/gzip"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/dawndusk/dawndusk/orbit/gp"
)

// shell returns the 10,744 Starlink sets of 22 August 2026, or as many of a made-up shell
// where DAWNDUSK_REFERENCE is not set.
func shell(b *testing.B) (sets []*gp.Propagator) {
	b.Helper()
	if dir := os.Getenv("DAWNDUSK_REFERENCE"); dir != "" {
		f, err := os.Open(filepath.Join(dir, "tle/starlink_20260822.tle.gz"))
		if err != nil {
			b.Fatal(err)
		}
		defer f.Close()
		z, err := gzip.NewReader(f)
		if err != nil {
			b.Fatal(err)
		}
		elements, _ := readAll(b, z, gp.Detect)
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
		if runs++; runs%64 == 1 {
			b.StopTimer()
			clock = max(clock, gigahertz())
			b.StartTimer()
		}
	}
	b.ReportMetric(float64(n)*float64(b.N)/b.Elapsed().Seconds()/1e6, "Mprop/s")
	b.ReportMetric(float64(n)/best.Seconds()/1e6, "best-Mprop/s")
	b.ReportMetric(best.Seconds()*1e9*clock/float64(n), "cycles/prop")
}

// BenchmarkGrid propagates the shell over uniform minutes, an hour of all of it a run, into one
// block that is filled again and again.
func BenchmarkGrid(b *testing.B) {
	sets := shell(b)
	first := make([]float64, len(sets))
	for _, k := range gp.Kernels() {
		b.Run(k, func(b *testing.B) {
			g := newGrid(b, k, sets, first, 1, 1440)
			block := new(gp.Block)
			from := 0
			speed(b, len(sets)*gp.Steps, func() {
				for group := range g.Groups() {
					g.Fill(block, group, from%22)
				}
				from++
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
			speed(b, len(sets)*gp.Steps, func() {
				for group := range a.Groups() {
					a.Each(block, group, minutes)
				}
			})
		})
	}
}

// BenchmarkOne propagates one set after the other at 64 times.
func BenchmarkOne(b *testing.B) {
	sets := shell(b)
	minutes := make([]float64, gp.Steps)
	for s := range minutes {
		minutes[s] = float64(s * 977 % 1440)
	}
	for _, k := range gp.Kernels() {
		b.Run(k, func(b *testing.B) {
			a := newAnyTime(b, k, sets)
			block := new(gp.Block)
			speed(b, len(sets)*len(minutes), func() {
				for i := range sets {
					a.One(block, i, minutes)
				}
			})
		})
	}
}

// BenchmarkScalar is the same shell by Propagator.At, a quarter of an hour of it a run.
func BenchmarkScalar(b *testing.B) {
	sets := shell(b)
	from := 0
	speed(b, len(sets)*15, func() {
		for _, p := range sets {
			for minute := range 15 {
				p.At(float64(from%1440 + minute))
			}
		}
		from += 15
	})
}
