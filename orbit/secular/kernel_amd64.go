package secular

import (
	"unsafe"

	"golang.org/x/sys/cpu"
)

// fastest returns the fastest kernel of this machine.
func fastest() kernel {
	switch {
	case cpu.X86.HasAVX512F && cpu.X86.HasAVX512DQ:
		return inAVX512
	case cpu.X86.HasAVX2 && cpu.X86.HasFMA:
		return inAVX2
	}
	return inGo
}

// The generated functions read a scene as numbers in a row and write a shade as bytes.
const _ = uint(unsafe.Sizeof(scene{})-19*8) + uint(19*8-unsafe.Sizeof(scene{})) + uint(unsafe.Sizeof(shade{})-16)

// through calls an assembly for as many of its lanes as n satellites need. A call is at
// most chunk instants long, a few microseconds.
func through(f func(params, uniform *float64, mask *byte, steps int), lanes int, a *angles, n int, scenes []scene, out []shade) {
	if len(scenes) == 0 {
		return
	}
	_ = out[len(scenes)-1]
	mask := (*[16]byte)(unsafe.Pointer(&out[0]))
	for i := 0; i < n; i += lanes {
		f(&a.cos[i], (*float64)(unsafe.Pointer(&scenes[0])), &mask[i/8], len(scenes))
	}
}

func inAVX512(a *angles, n int, scenes []scene, out []shade) {
	if n <= 4 { // 32 lanes take longer than a few satellites one by one
		inGo(a, n, scenes, out)
		return
	}
	through(lightAVX512, 32, a, n, scenes, out)
}

func inAVX2(a *angles, n int, scenes []scene, out []shade) {
	through(lightAVX2, 8, a, n, scenes, out)
}
