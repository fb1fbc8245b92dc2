package secular

import "golang.org/x/sys/cpu"

func allKernels() []namedKernel {
	list := []namedKernel{{"Go", inGo}}
	if cpu.X86.HasAVX2 && cpu.X86.HasFMA {
		list = append(list, namedKernel{"AVX2", inAVX2})
	}
	if cpu.X86.HasAVX512F && cpu.X86.HasAVX512DQ {
		list = append(list, namedKernel{"AVX512", inAVX512})
	}
	return list
}
