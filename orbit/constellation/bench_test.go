package constellation_test

import (
	"context"
	"runtime"
	"testing"
	"time"

	"github.com/dawndusk/dawndusk/orbit/secular"
)

// A day of the million at one-minute steps with eclipse statistics, on all processors; and
// the memory that the process has taken from the system in all.
func BenchmarkMillionDay(b *testing.B) {
	d := shipped(b, "fcc-million")
	for b.Loop() {
		rings := ringsOf(b, d)
		s := secular.Survey{Field: secular.Earth(), Epoch: d.Epoch, Start: d.Epoch, Step: time.Minute, Steps: 1440}
		if _, err := s.Run(context.Background(), rings); err != nil {
			b.Fatal(err)
		}
	}
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	b.ReportMetric(float64(m.Sys)/1e6, "MB")
	b.ReportMetric(1e6*1440*float64(b.N)/b.Elapsed().Seconds()/1e6, "Mprops/s")
}
