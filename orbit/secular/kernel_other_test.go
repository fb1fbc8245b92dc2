//go:build !amd64

package secular

func allKernels() []namedKernel { return []namedKernel{{"Go", inGo}} }
