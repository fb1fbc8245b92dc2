package dawndusk

import "testing"

// BenchmarkDraw is one draw of the base scenario's central values: the hot path
// of every study. bench/README.md says what it cost and where.
func BenchmarkDraw(b *testing.B) {
	c, err := Load("base")
	if err != nil {
		b.Fatal(err)
	}
	var e Enterprise
	var r Result
	b.ReportAllocs()
	chance := NewChance(1)
	b.ResetTimer()
	for i := 0; i < b.N; i++ {
		e.Run(&c.Scenario, chance.At(i), &r)
	}
}

// BenchmarkDrawTold is the same with all that a draw can leave: the chapters of the
// Moon, the group, the laboratory and the events, and the laboratory of xAI alone.
func BenchmarkDrawTold(b *testing.B) {
	c, err := Load("base")
	if err != nil {
		b.Fatal(err)
	}
	var e Enterprise
	var r Result
	var t Chapters
	e.Tell(&t)
	b.ReportAllocs()
	chance := NewChance(1)
	b.ResetTimer()
	for i := 0; i < b.N; i++ {
		e.Run(&c.Scenario, chance.At(i), &r)
	}
}

// BenchmarkDrawAlone is the chain alone, without the Moon, the group, the laboratory
// and the events.
func BenchmarkDrawAlone(b *testing.B) {
	c, err := Load("base")
	if err != nil {
		b.Fatal(err)
	}
	c.Scenario.Run.Alone()
	var e Enterprise
	var r Result
	b.ReportAllocs()
	chance := NewChance(1)
	b.ResetTimer()
	for i := 0; i < b.N; i++ {
		e.Run(&c.Scenario, chance.At(i), &r)
	}
}
