package gp

import "golang.org/x/sys/cpu"

// supported returns the kernels that this processor has, the fastest first.
func supported() []*kernels {
	var all []*kernels
	if cpu.X86.HasAVX512F && cpu.X86.HasAVX512DQ {
		all = append(all, &avx512)
	}
	if cpu.X86.HasAVX2 && cpu.X86.HasFMA {
		all = append(all, &avx2)
	}
	return append(all, &generic)
}

// A call does at most the Steps of a block, 1,024 states or some 30 us, so that no goroutine waits long for
// the processor: assembly cannot be interrupted.

var avx512 = kernels{
	name: "avx512",
	begin: func(sets *constants, w *work) {
		for lane := 0; lane < Lanes; lane += beginAVX512Lanes {
			beginAVX512(&sets[lane], &w.middle[lane], &w.run[0], &w.begun[lane], &w.ok[lane/8], 1)
		}
	},
	grid: func(w *work, minutes []float64, rows []Row) {
		for lane := 0; lane < Lanes; lane += gridAVX512Lanes {
			gridAVX512(&w.begun[gridStates*Lanes+lane], &w.begun[lane], &minutes[0], &rows[0].X[lane], len(rows))
		}
	},
	anyTime: func(sets *constants, times []float64, rows []Row, ok []byte, lanes int) {
		for lane := 0; lane < lanes; lane += anyTimeAVX512Lanes {
			anyTimeAVX512(&sets[lane], &times[lane], &rows[0].X[lane], &ok[lane/8], len(rows))
		}
	},
}

var avx2 = kernels{
	name: "avx2",
	begin: func(sets *constants, w *work) {
		for lane := 0; lane < Lanes; lane += beginAVX2Lanes {
			beginAVX2(&sets[lane], &w.middle[lane], &w.run[0], &w.begun[lane], &w.ok[lane/8], 1)
		}
	},
	grid: func(w *work, minutes []float64, rows []Row) {
		for lane := 0; lane < Lanes; lane += gridAVX2Lanes {
			gridAVX2(&w.begun[gridStates*Lanes+lane], &w.begun[lane], &minutes[0], &rows[0].X[lane], len(rows))
		}
	},
	anyTime: func(sets *constants, times []float64, rows []Row, ok []byte, lanes int) {
		for lane := 0; lane < lanes; lane += anyTimeAVX2Lanes {
			anyTimeAVX2(&sets[lane], &times[lane], &rows[0].X[lane], &ok[lane/8], len(rows))
		}
	},
}
