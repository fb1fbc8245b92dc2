//go:build unix

package secular

import (
	"context"
	"syscall"
	"testing"
	"time"
)

// report gives the speed by the clock, and by the time of the processor, which other
// work on the machine disturbs less.
func report(b *testing.B, props float64, before syscall.Rusage) {
	var after syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &after); err != nil {
		b.Fatal(err)
	}
	used := time.Duration(after.Utime.Nano() + after.Stime.Nano() - before.Utime.Nano() - before.Stime.Nano())
	b.ReportMetric(props*float64(b.N)/b.Elapsed().Seconds()/1e6, "Mprops/s")
	b.ReportMetric(props*float64(b.N)/used.Seconds()/1e6, "Mprops/cpu-s")
}

func begin(b *testing.B) (r syscall.Rusage) {
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &r); err != nil {
		b.Fatal(err)
	}
	return r
}

// One core, eclipse states fused: satellites times steps a second. Planes of 300
// satellites that all pass the shadow at each revolution, so that no ring is skipped.
func benchmarkLight(b *testing.B, perRing int) {
	var rings []Ring
	for k := range 30_000 / perRing {
		rings = append(rings, ring(700, 30, float64(k), perRing))
	}
	s := Survey{Field: Earth(), Epoch: year2030, Start: year2030, Step: time.Minute, Steps: 300, Workers: 1}
	b.ReportAllocs()
	before := begin(b)
	for b.Loop() {
		if _, err := s.Run(context.Background(), rings); err != nil {
			b.Fatal(err)
		}
	}
	report(b, 30_000*300, before)
}

func BenchmarkLightRings(b *testing.B)    { benchmarkLight(b, 300) }
func BenchmarkLightOneByOne(b *testing.B) { benchmarkLight(b, 1) }

func BenchmarkAt(b *testing.B) {
	o, err := NewOrbit(Earth(), Elements{Axis: 7028, Ey: 0.001, Inclination: 1.7})
	if err != nil {
		b.Fatal(err)
	}
	t := 0.0
	before := begin(b)
	for b.Loop() {
		o.At(t)
		t += 60
	}
	report(b, 1, before)
}

// Each kernel of this machine alone, on a group of 64 satellites and 128 instants.
func BenchmarkKernels(b *testing.B) {
	for _, k := range allKernels() {
		b.Run(k.name, func(b *testing.B) {
			a, scenes := sample(chunk)
			out := make([]shade, chunk)
			before := begin(b)
			for b.Loop() {
				k.find(a, group, scenes, out)
			}
			report(b, group*chunk, before)
		})
	}
}
