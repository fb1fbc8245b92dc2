package gp

import "unsafe"

//go:generate go run ./internal/gen .

// kernels are the functions that work on Lanes sets at once. All of them give the same bits.
type kernels struct {
	name string
	// begin makes a run of the grid's steps ready: sets, w.middle and w.run give w.begun and w.ok.
	begin func(sets *constants, w *work)
	// grid does the steps of a run: w.begun and the minutes from its middle give rows.
	grid func(w *work, minutes []float64, rows []Row)
	// anyTime gives a row for each row of times, and bits of those that are right, for the first lanes.
	anyTime func(sets *constants, times []float64, rows []Row, ok []byte, lanes int)
}

// generic is the twin in Go.
var generic = kernels{
	name: "generic",
	begin: func(sets *constants, w *work) {
		for lane := range Lanes {
			beginGeneric(lane, sets[:], w.middle[:], w.run[:], w.begun[:], w.ok[:], 1)
		}
	},
	grid: func(w *work, minutes []float64, rows []Row) {
		out := floats(rows)
		for lane := range Lanes {
			gridGeneric(lane, w.begun[gridStates*Lanes:], w.begun[:], minutes, out, len(rows))
		}
	},
	anyTime: func(sets *constants, times []float64, rows []Row, ok []byte, lanes int) {
		out := floats(rows)
		for lane := range lanes {
			anyTimeGeneric(lane, sets[:], times, out, ok, len(rows))
		}
	},
}

// floats are the numbers of rows in the order of their fields.
func floats(rows []Row) []float64 {
	return unsafe.Slice(&rows[0].X[0], len(rows)*int(unsafe.Sizeof(Row{})/8))
}
