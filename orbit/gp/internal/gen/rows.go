package main

import (
	"fmt"
	"slices"

	"github.com/dawndusk/dawndusk/orbit/internal/straight"
)

// movingRows are a set's constants that begin turns into the grid's parameters; fixedRows
// those that the grid reads as they are. Angles are in radians, times in minutes, the mean
// motion at epoch is multiplied into the powers of time l2 to l5, B* into bc4 and bc5.
var (
	movingRows = []string{
		"span",                  // largest |t| for which all polynomials are tame
		"anomaly", "anomalyDot", // M0 and its rate
		"argp", "argpRate", // ω0 and its rate
		"node", "nodeDot", // Ω0 and its rate
		"c1", "d2", "d3", "d4", // axis: 1 − c1 t − d2 t² − …
		"l2", "l3", "l4", "l5", // longitude: l2 t² + …
		"bc4", "bc5", "sinM0", "ecc", // eccentricity: e0 − bc4 t − bc5 (sin M − sin M0)
		"delta0", "swing", // (1 + η cos M0)³; bound of the turn by its periodic part
		"axis", "invAxis", "speed", // a0 in km, its inverse in 1/earth radii, km/s of √(1/a0)
		"halfJ2", // J2/2
		"radius", // Earth's, km
	}
	fixedRows = []string{
		"argpDrag", "anomalyDrag", "turn0", "eta", // drag's turn of the anomaly; turn0 = −anomalyDrag δ0
		"argpDot", "node2", // rates
		"longA", "longL", // J3
		// J2, each with the factor 2/J2 that turns k1² into k2 but for hx and c15
		"con15", "hx", "mx7", "cin", "cis", "x1mth2", "c15",
		"sini", "cosi",
	}
)

func setRows() []string { return slices.Concat(movingRows, fixedRows) }

// begunRows is what begin works out for the steps about a time.
var begunRows = []string{
	"sinM", "cosM", "sinL", "cosL", // states: mean anomaly, and its sum with the argument, at the first step
	"turnMs", "turnMc", "turnLs", "turnLc", // their turn in a step
	"a0", "a1", "a2", // axis, km
	"v0", "v1", "v2", // km/s of √(1/a)
	"i0", "i1", // 1/a
	"bs", "bc", // bc5 times cosine and sine of the anomaly's drift
	"e0", "e1", // eccentricity
	"sinW", "cosW", // argument
	"sinO", "cosO", "o1", // node
	"g0", "g1", // 1/(1−e²) by e²
	"l2", "l3", // longitude
	"b0", "b1", // β by e_x² + e_y²
	"w0", "w1", // 1/(1+β) by it
	"m0", "m1", // J2/2 /(1−e²) by it
	"n0", "n1", // km/s of a^-1.5
}

// states is the number of those that are carried from step to step.
const states = 4

// value is short for what the kernels are written in.
type value = straight.Value

var fma, fnma = straight.FMA, straight.FNMA

// named returns the values of rows, recorded in their order.
func named(p *straight.Program, rows []string) func(string) value {
	all := map[string]value{}
	for _, n := range rows {
		all[n] = p.Param(n)
	}
	return func(name string) value {
		v, ok := all[name]
		if !ok {
			panic(fmt.Sprintf("no row %s", name))
		}
		return v
	}
}
