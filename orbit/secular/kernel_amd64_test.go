package secular

import "golang.org/x/sys/cpu"

func allKernels() []namedKernel {
	list := []namedKernel{{"Go/round", true, round}, {"Go/bent", false, bent}}
	if cpu.X86.HasAVX2 && cpu.X86.HasFMA {
		list = append(list, namedKernel{"AVX2/round", true, roundAVX2}, namedKernel{"AVX2/bent", false, bentAVX2})
	}
	if cpu.X86.HasAVX512F && cpu.X86.HasAVX512DQ {
		list = append(list, namedKernel{"AVX512/round", true, roundAVX512}, namedKernel{"AVX512/bent", false, bentAVX512})
	}
	return list
}
