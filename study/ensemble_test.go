package study

import (
	"strings"
	"testing"
)

// TestVerif_WorkersPanicWhereTheyAreAsked takes a worker's panic where the work was asked
// for: a server goes on for others.
func TestVerif_WorkersPanicWhereTheyAreAsked(t *testing.T) {
	defer func() {
		text, ok := recover().(string)
		if !ok || !strings.HasPrefix(text, "out of cheese\n") || !strings.Contains(text, "ensemble_test.go") {
			t.Errorf("%q", text)
		}
	}()
	t.Error("no panic", each(t.Context(), 3, 1000, 2, func() func(int) {
		return func(j int) {
			if j == 500 {
				panic("out of cheese")
			}
		}
	}))
}
