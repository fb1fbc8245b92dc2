//go:build unix

package constellation_test

import (
	"context"
	"fmt"
	"runtime"
	"syscall"
	"testing"
	"time"

	"github.com/dawndusk/dawndusk/orbit/secular"
)

// Parts of the million over parts of a day at one-minute steps with eclipse statistics, on all
// processors: seconds of processor time, and the memory taken from the system in all.
func BenchmarkMillion(b *testing.B) {
	rings := ringsOf(b, shipped(b, "fcc-million"))
	for _, c := range []struct{ share, steps int }{{100, 1440}, {10, 1440}, {1, 144}, {1, 1440}} {
		var part []secular.Ring
		n := 0
		for i := 0; i < len(rings); i += c.share {
			part = append(part, rings[i])
			n += len(rings[i].Latitudes)
		}
		b.Run(fmt.Sprintf("satellites=%d/steps=%d", n, c.steps), func(b *testing.B) {
			var before, after syscall.Rusage
			s := secular.Survey{Field: secular.Earth(), Epoch: year2030, Start: year2030, Step: time.Minute, Steps: c.steps}
			if err := syscall.Getrusage(syscall.RUSAGE_SELF, &before); err != nil {
				b.Fatal(err)
			}
			for b.Loop() {
				if _, err := s.Run(context.Background(), part); err != nil {
					b.Fatal(err)
				}
			}
			if err := syscall.Getrusage(syscall.RUSAGE_SELF, &after); err != nil {
				b.Fatal(err)
			}
			used := float64(after.Utime.Nano()+after.Stime.Nano()-before.Utime.Nano()-before.Stime.Nano()) / 1e9 / float64(b.N)
			var m runtime.MemStats
			runtime.ReadMemStats(&m)
			b.ReportMetric(used, "cpu-s/op")
			b.ReportMetric(float64(m.Sys)/1e6, "MB")
			b.ReportMetric(float64(n)*float64(c.steps)/used/1e6, "Mprops/cpu-s")
		})
	}
}
