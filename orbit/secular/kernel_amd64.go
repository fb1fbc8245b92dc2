package secular

import (
	"unsafe"

	"golang.org/x/sys/cpu"
)

// kernelFor returns the fastest kernel of this machine for a circular orbit or any.
func kernelFor(circular bool) kernel {
	switch {
	case cpu.X86.HasAVX512F && cpu.X86.HasAVX512DQ && circular:
		return roundAVX512
	case cpu.X86.HasAVX512F && cpu.X86.HasAVX512DQ:
		return bentAVX512
	case cpu.X86.HasAVX2 && cpu.X86.HasFMA && circular:
		return roundAVX2
	case cpu.X86.HasAVX2 && cpu.X86.HasFMA:
		return bentAVX2
	case circular:
		return round
	}
	return bent
}

// The generated functions read a scene as numbers in a row and write a shade as bytes.
const _ = uint(unsafe.Sizeof(scene{})-19*8) + uint(19*8-unsafe.Sizeof(scene{})) + uint(unsafe.Sizeof(shade{})-16)

type assembly func(params, uniform *float64, mask *byte, steps int)

// through calls an assembly for as many of its lanes as n satellites need. A call is at
// most chunk instants long, a few microseconds.
func through(f assembly, lanes int, a *angles, n int, scenes []scene, out []shade) {
	if len(scenes) == 0 {
		return
	}
	_ = out[len(scenes)-1]
	mask := (*[16]byte)(unsafe.Pointer(&out[0]))
	for i := 0; i < n; i += lanes {
		f(&a.cos[i], (*float64)(unsafe.Pointer(&scenes[0])), &mask[i/8], len(scenes))
	}
}

func roundAVX512(a *angles, n int, scenes []scene, out []shade) {
	if n <= 4 { // 32 lanes take longer than a few satellites one by one
		round(a, n, scenes, out)
		return
	}
	through(lightRoundAVX512, 32, a, n, scenes, out)
}

func bentAVX512(a *angles, n int, scenes []scene, out []shade) {
	if n <= 4 {
		bent(a, n, scenes, out)
		return
	}
	through(lightBentAVX512, 32, a, n, scenes, out)
}

func roundAVX2(a *angles, n int, scenes []scene, out []shade) {
	through(lightRoundAVX2, 8, a, n, scenes, out)
}

func bentAVX2(a *angles, n int, scenes []scene, out []shade) {
	through(lightBentAVX2, 8, a, n, scenes, out)
}
