// Package rng turns names and counters into numbers: the same seed, path and
// counter give the same number in every run, on any number of workers, and a
// new path moves no other.
//
// A [Key] is a stream of independent uniforms for chance inside a run. A
// [Sequence] is a stratified sequence for the inputs of a study. [Binomial]
// turns one uniform into a count.
package rng

import "math/bits"

// Key names a stream of independent uniforms. It holds no state.
type Key uint64

// NewKey returns the stream of a path under a seed.
//
// The path is hashed by FNV-1a and finished, together with the seed, by the
// mixing function of SplitMix64.
//
// Source: Fowler, Noll and Vo, FNV-1a, 64 bit; Steele, Lea and Flood, "Fast
// splittable pseudorandom number generators", OOPSLA 2014, with the constants
// of Stafford's variant 13.
func NewKey(seed uint64, path string) Key {
	h := uint64(14695981039346656037)
	for i := 0; i < len(path); i++ {
		h = (h ^ uint64(path[i])) * 1099511628211
	}
	return Key(mix(h ^ mix(seed+golden)))
}

// golden is 2⁶⁴ divided by the golden ratio, made odd: the step of SplitMix64.
const golden = 0x9e3779b97f4a7c15

// mix is the finishing function of SplitMix64: a bijection of 64-bit words.
func mix(x uint64) uint64 {
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}

// Bits returns 64 random bits for a draw and a month.
func (k Key) Bits(draw, month uint64) uint64 { return k.Draw(draw).Bits(month) }

// Uniform returns a number in the open interval (0, 1) for a draw and a month.
func (k Key) Uniform(draw, month uint64) float64 { return k.Draw(draw).Uniform(month) }

// Draw is the part of a stream that belongs to one draw, for callers that want
// many months of it: half of the mixing is done. It holds no state.
type Draw uint64

// Draw returns the stream's part of a draw.
func (k Key) Draw(draw uint64) Draw { return Draw(mix(uint64(k) + golden*(draw+1))) }

// Bits is Key.Bits for the draw.
func (d Draw) Bits(month uint64) uint64 { return mix(uint64(d) + golden*(month+1)) }

// Uniform is Key.Uniform for the draw.
func (d Draw) Uniform(month uint64) float64 {
	return (float64(d.Bits(month)>>12) + 0.5) * 0x1p-52
}

// Sequence is a stratified sequence in one dimension: of its first 2ᵏ numbers,
// and of any later aligned block of as many, exactly one falls in each of the
// 2ᵏ equal parts of (0, 1). Sequences of different paths are independent of
// one another, so together they make a Latin hypercube that can be extended.
type Sequence struct {
	shuffle, scramble uint32
}

// NewSequence returns the sequence of a path under a seed.
func NewSequence(seed uint64, path string) Sequence {
	k := mix(uint64(NewKey(seed, path)) + golden)
	return Sequence{shuffle: uint32(k >> 32), scramble: uint32(k)}
}

// At returns number i of the sequence, in the open interval (0, 1).
//
// The van der Corput sequence writes i in base two and reflects it in the
// point. Owen's scrambling flips each digit by a coin that depends on the
// digits before it, which keeps every stratum filled once. The index is
// scrambled in the same way first, so that two paths visit their strata in
// unrelated orders.
//
// Source: Owen, "Randomly permuted (t,m,s)-nets", 1995; Laine and Karras,
// "Stratified sampling for stochastic transparency", EGSR 2011; Burley,
// "Practical hash-based Owen scrambling", JCGT 9(4), 2020.
// Ignores: coins are a hash, not independent; 32 bits of resolution.
// Good to: one number in each stratum exactly; the correlation of two paths is
// zero on average with a variance of 1.59/n, as with true coins, 300 paths.
// Needs: nothing.
func (s Sequence) At(i uint32) float64 {
	i = bits.Reverse32(hash(bits.Reverse32(i), s.shuffle))
	return (float64(bits.Reverse32(hash(i, s.scramble))) + 0.5) * 0x1p-32
}

// hash permutes 32-bit words so that a bit depends only on the bits below it.
//
// Source: the form of Laine and Karras (2011) with the operations and constants
// of Vegdahl, "Building a better LK hash", psychopath.io, 2021.
func hash(x, seed uint32) uint32 {
	x ^= x * 0x3d20adea
	x += seed
	x *= seed>>16 | 1
	x ^= x * 0x05526c56
	x ^= x * 0x53a22864
	return x
}
